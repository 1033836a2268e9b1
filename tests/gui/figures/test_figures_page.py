"""What leaves is what was seen: the very pages, asked about once, and never changed again."""

import sys
from dataclasses import replace
from datetime import date, timedelta
from threading import Event
from time import sleep

import pytest
from highspy._core import _Highs
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox, QWidget

from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.one_way import Table
from advisor_app.disclosure.solver import Highs, SolverFailedError
from advisor_app.disclosure.statement import Decision, Outcome, Statement
from advisor_app.domain import draft_keys
from advisor_app.domain.case import NewCase
from advisor_app.domain.codes import Code
from advisor_app.domain.history import Saying
from advisor_app.domain.language import Language
from advisor_app.domain.organisation import Contact
from advisor_app.domain.report import FileFormat
from advisor_app.domain.reporting import (
    FixedFile,
    LedgerEntry,
    Parts,
    ReleaseLine,
    ReleaseState,
    Rung,
)
from advisor_app.gui.figures.figures_page import FiguresPage
from advisor_app.gui.figures.figures_preview import LEAST_PAPER
from advisor_app.gui.figures.period_words import purpose_words
from advisor_app.gui.places import Page, Place
from advisor_app.services.figures.auditing import audited_here
from advisor_app.services.organisations import OrganisationFile
from tests.gui.conftest import button_words, cut_off, press
from tests.services.figures.practice import ledger_bytes

HIDDEN = "niet apart getoond"


@pytest.fixture
def page(open_page):
    return open_page(FiguresPage)


@pytest.fixture
def show(page, settle):
    def go(client, release=""):
        page.show_place(Place(page=Page.FIGURES, organisation=client.id, release=release))
        settle()
        return page

    return go


@pytest.fixture
def a_year(desk, ask, clock, an_organisation):
    """An organisation with a plan for 2027 and so many cases in it, seen from the year after."""

    def make(cases=3, rung=Rung.YEAR_TOTAL, staff=350, months=12, until=(2028, 1, 14), parts=None):
        client = an_organisation(staff=staff)
        reporting, casework = desk.session.reporting, desk.session.casework

        def live():
            reporting.choose(client.id, "2027", rung, parts)
            subjects = [item.code for item in desk.session.codes.offered("CAT", clock.today())]
            for number in range(cases):
                clock.at = clock.at.replace(
                    year=2027, month=1 + number * months // max(cases, 1), day=1 + number % 27
                )
                casework.open_case(
                    NewCase(
                        organisation=client.id,
                        title="Iets",
                        alias=f"Melder {number}",
                        category=subjects[0 if number % 3 else 1],
                    )
                )
            clock.at = clock.at.replace(year=until[0], month=until[1], day=until[2])

        ask(live)
        return client

    return make


def question(page):
    return next(box for box in page.findChildren(QMessageBox) if box.isVisible())


def choose_folder(page, folder):
    page.preview.ui.fix.click()
    dialog = next(each for each in page.findChildren(QFileDialog) if each.isVisible())
    dialog.setDirectory(str(folder))
    dialog.accept()


def states(page):
    return {
        page.model.line(row).value.id: page.model.line(row).value.state
        for row in range(page.model.rowCount())
    }


def words_of(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_the_list_says_of_each_period_what_can_be_done_now(show, a_year):
    page = show(a_year())
    assert states(page) == {
        "2029": ReleaseState.NO_PLAN,
        "2028": ReleaseState.NO_PLAN,
        "2027": ReleaseState.READY,
    }
    read = [
        page.model.data(page.model.index(row), Qt.ItemDataRole.AccessibleTextRole)
        for row in range(page.model.rowCount())
    ]
    assert read[0] == "2029, nog geen keuze vastgelegd, Kies vóór 1 jan 2029"
    assert "Leg ons advies vast" in read[1]
    assert "Klaar om vast te stellen" in read[2]


def test_what_is_ready_is_shown_first_as_its_very_pages(show, a_year, desk, ask):
    client = a_year()
    page = show(client)
    assert page.ui.pages.currentWidget() is page.preview
    assert page.preview.ui.page_count.text() == "Pagina 1 van 1"
    pages = ask(lambda: desk.session.reporting.pages(client.id, page.check.preview))
    assert page.preview._paper._pdf == pages
    assert "Gemeente Waterdal, 2027: 3" in page.preview.ui.paper.accessibleDescription()
    assert "Alleen dit voorbeeld gaat naar buiten." in page.preview.ui.leaves.text()


def test_what_is_fixed_along_is_said_and_whose_text_waits_is_named(
    show, a_year, desk, ask, settle, tmp_path
):
    client, refused = a_year(cases=20, rung=Rung.PART_TOTALS, parts=Parts.HALVES), []
    page = show(client, "2027")
    leaves = page.preview.ui.leaves.text()
    assert "Daarmee wordt ook vastgesteld wat eerder komt: 1e halfjaar 2027, 2e" in leaves
    desk.news.refused.connect(refused.append)
    key = draft_keys.of_narrative(client.id, "2027-H2")
    ask(lambda: desk.session.drafts.keep(*key, "Er waren twee adviezen."))
    page.preview.save_to(tmp_path)
    settle()
    assert [each.partition(" wacht")[0] for each in refused] == [
        "In uw tekst over het 2e halfjaar 2027"
    ]
    assert states(page)["2027"] is ReleaseState.READY


def test_a_period_that_runs_names_its_last_day_and_shows_no_figure(show, a_year):
    page = show(a_year(until=(2027, 12, 20)), "2027")
    assert page.message.ui.heading.text() == "Nog niet mogelijk"
    assert "31 december 2027" in page.message.ui.text.text()
    assert "Alleen het jaartotaal" in page.message.ui.note_heading.text()
    assert not page.preview.ui.fix.isVisible()


def test_fixing_asks_once_and_the_default_is_to_cancel(show, a_year, settle, tmp_path):
    page = show(a_year())
    choose_folder(page, tmp_path)
    box = question(page)
    assert "2027" in box.text()
    assert button_words(box.defaultButton()) == button_words(box.escapeButton()) == "Annuleren"
    box.reject()
    settle()
    assert states(page)["2027"] is ReleaseState.READY
    assert not list(tmp_path.glob("*2027*"))


def test_what_was_fixed_is_saved_again_as_the_same_bytes(
    show, a_year, settle, tmp_path, desk, ask, clock
):
    client = a_year()
    page = show(client)
    for form in FileFormat:
        getattr(page.preview.ui, form).setChecked(True)
    seen = page.preview._paper._pdf
    first, second = tmp_path / "een", tmp_path / "twee"
    first.mkdir()
    choose_folder(page, first)
    press(question(page), "Vaststellen en opslaan")
    settle()
    assert states(page)["2027"] is ReleaseState.FIXED
    assert page.preview.ui.fix.text() == "Opnieuw opslaan…"
    assert {each.suffix for each in first.iterdir()} == {f".{form}" for form in FileFormat}
    assert page.preview._paper._pdf == next(first.glob("*.pdf")).read_bytes()
    clock.at += timedelta(days=40)
    page.preview.save_to(second)
    settle()
    assert {each.name: each.read_bytes() for each in first.iterdir()} == {
        each.name: each.read_bytes() for each in second.iterdir()
    }
    register = ask(lambda: desk.session._vault.tables.exports.of_organisation(client.id))
    assert len(register) == 2 * len(FileFormat)
    assert {each.recipient for each in register} == {"directie en ondernemingsraad"}
    assert seen[:5] == b"%PDF-"


def test_the_focus_stays_on_the_page_while_what_was_fixed_is_saved(
    window, a_year, settle, tmp_path
):
    shown = window(Place(page=Page.FIGURES, organisation=a_year().id))
    page = shown.ui.pages.currentWidget()
    settle()
    page.preview.ui.fix.setFocus()
    choose_folder(page, tmp_path)
    press(question(page), "Vaststellen en opslaan")
    settle()
    assert states(page)["2027"] is ReleaseState.FIXED
    assert shown.focusWidget() is page.ui.releases


def test_saving_again_asks_nothing(show, a_year, settle, tmp_path, desk, ask):
    client = a_year()
    ask(lambda: desk.session.reporting.fix_audited(client.id, "2027", audited_here))
    page = show(client, "2027")
    choose_folder(page, tmp_path)
    settle()
    assert not [box for box in page.findChildren(QMessageBox) if box.isVisible()]
    assert len(list(tmp_path.glob("WATER-2027.pdf"))) == 1


@pytest.mark.parametrize(("left", "verb"), [(False, "Opslaan…"), (True, "Opnieuw opslaan…")])
def test_what_was_fixed_is_called_saved_again_if_it_was_saved(show, a_year, desk, ask, left, verb):
    client, reporting = a_year(), desk.session.reporting

    def fix():
        reporting.fix_audited(client.id, "2027", audited_here)
        if left:
            reporting.register(client.id, "2027", {FileFormat.PDF: b"%PDF-"}, "directie", "")

    ask(fix)
    assert show(client, "2027").preview.ui.fix.text() == verb


def test_without_a_kind_of_file_nothing_can_be_fixed_and_that_is_said(show, a_year):
    page = show(a_year())
    page.preview.ui.pdf.setChecked(False)
    assert not page.preview.ui.fix.isEnabled()
    assert page.preview.ui.reason.text() == page.preview.ui.fix.accessibleDescription() != ""
    page.preview.ui.csv.setChecked(True)
    assert page.preview.ui.fix.isEnabled()
    assert not page.preview.ui.reason.text()


def test_a_full_disk_at_an_export_speaks_of_what_is_there_and_leaves_no_file(
    show, a_year, settle, small_disk, desk, ask
):
    client, folder = a_year(), small_disk(8)
    ask(lambda: desk.session.reporting.fix_audited(client.id, "2027", audited_here))
    page, refused = show(client, "2027"), []
    desk.news.refused.connect(refused.append)
    choose_folder(page, folder)
    settle()
    (sentence,) = refused
    assert "schijf is vol" in sentence
    assert "tekst" not in sentence
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("field", ["recipient", "purpose"])
def test_it_must_be_known_who_gets_the_figures_and_what_for(show, a_year, field):
    page = show(a_year())
    getattr(page.preview.ui, field).setText("  ")
    page.preview.fix()
    assert page.preview.ui.problem_line.isVisible()
    assert getattr(page.preview.ui, field).hasFocus()
    assert not page.findChildren(QFileDialog)


def test_who_receives_reports_is_suggested(show, a_year, desk, ask):
    client = a_year()

    def add():
        file = desk.session.organisations.file(client.id)
        contact = Contact(
            organisation=client.id,
            role=desk.session.codes.unknown("CTR"),
            name="Mevrouw Terpstra",
            receives_report=True,
        )
        desk.session.organisations.keep(
            OrganisationFile(
                organisation=file.organisation, contacts=(contact,), headcounts=file.headcounts
            )
        )

    ask(add)
    page = show(client)
    assert page.preview.ui.recipient.text() == "Mevrouw Terpstra"
    assert page.preview.ui.purpose.text() == "jaaroverzicht"


def test_what_figures_are_for_goes_by_their_length():
    first, quarters = date(2027, 1, 1), Parts.QUARTERS
    ends = {
        "kwartaaloverzicht": (date(2027, 3, 31), quarters),
        "tertaaloverzicht": (date(2027, 4, 30), Parts.THIRDS),
        "halfjaaroverzicht": (date(2027, 6, 30), Parts.HALVES),
        "jaaroverzicht": (date(2027, 12, 31), quarters),
        "meerjarenoverzicht": (date(2028, 12, 31), None),
    }
    for words, (last, parts) in ends.items():
        line = ReleaseLine(
            id="", rung=None, parts=parts, first=first, last=last, state=ReleaseState.READY
        )
        assert purpose_words(line) == words


def test_a_file_of_another_content_is_left_alone_and_that_is_said(
    show, a_year, settle, tmp_path, desk
):
    page, refused = show(a_year()), []
    desk.news.refused.connect(refused.append)
    there = tmp_path / "WATER-2027.pdf"
    there.write_bytes(b"iets anders")
    page.preview.save_to(tmp_path)
    settle()
    assert there.read_bytes() == b"iets anders"
    assert len(refused) == 1
    assert states(page)["2027"] is ReleaseState.FIXED
    assert page.preview.ui.fix.text() == "Opslaan…"
    assert "nog niet opgeslagen" in page.preview.ui.leaves.text()
    there.unlink()
    page.preview.save_to(tmp_path)
    settle()
    assert page.preview.ui.fix.text() == "Opnieuw opslaan…"
    assert "Opnieuw opslaan geeft precies dezelfde" in page.preview.ui.leaves.text()


def test_earlier_quarters_that_are_fixed_along_are_named(show, a_year, tmp_path):
    client = a_year(cases=40, rung=Rung.PART_TABLES, staff=2_400, months=9, until=(2027, 10, 2))
    page = show(client, "2027-Q3")
    choose_folder(page, tmp_path)
    detail = question(page).informativeText()
    assert "1e kwartaal 2027, 2e kwartaal 2027" in detail
    question(page).reject()


def test_on_the_smallest_screen_all_words_are_whole_and_the_paper_yields(show, a_year, settle):
    page = show(a_year(cases=40, rung=Rung.YEAR_TABLES, staff=2_400), "2027")
    page.resize(667, 417)  # as at 175 % on 1280 x 800
    settle()
    preview = page.preview
    assert cut_off(preview) == []
    assert preview.ui.fix.geometry().bottom() < preview.ui.decision.height()
    assert preview.ui.page_count.text().startswith("1 / ")


def test_with_the_largest_type_the_paper_keeps_some_lines_and_the_rest_scrolls(
    show, a_year, settle
):
    page = show(a_year(cases=40, rung=Rung.YEAR_TABLES, staff=2_400), "2027")
    page.resize(654, 338)  # as at 200 % on 1440 x 900, in the demo
    settle()
    ui = page.preview.ui
    assert ui.paper.height() >= LEAST_PAPER
    assert not ui.paper.visibleRegion().isEmpty()
    assert cut_off(page.preview) == []
    verdict = page.check.ui.verdict
    assert verdict.height() >= verdict.heightForWidth(verdict.width())
    for field in (ui.recipient, ui.purpose):
        assert field.width() > 300
    ui.room.ensureWidgetVisible(ui.fix)
    assert ui.fix.visibleRegion().boundingRect() == ui.fix.rect()


def test_on_a_small_screen_the_paper_can_take_the_room_of_the_decision(show, a_year, settle):
    preview = show(a_year()).preview
    preview.resize(900, 800)
    settle()
    assert preview.ui.paper_alone.isHidden()
    preview.resize(900, 420)
    settle()
    before = preview.ui.paper.height()
    preview.ui.paper_alone.click()
    settle()
    assert preview.ui.decision.isHidden()
    assert preview.ui.paper.height() > before + 150
    preview.resize(900, 800)
    settle()
    assert preview.ui.decision.isVisible()


def test_a_hidden_cell_reads_the_same_words_whatever_it_hides(show, a_year):
    page = show(a_year(cases=40, rung=Rung.YEAR_TABLES, staff=2_400), "2027")
    read = page.preview.ui.paper.accessibleDescription()
    assert read.count(HIDDEN) > 3
    assert "<5" not in read
    assert "We zeggen bewust niet welk van de drie" in page.preview.ui.hidden_meaning.text()
    assert page.preview.ui.hidden_meaning.isVisible()
    assert page.preview.ui.why_less.text() == "Waarom klopt de optelsom niet?"
    page.preview.ui.why_less.click()
    assert "Samen, niet apart getoond" in page.preview.ui.explanation.words.text()
    page.preview.ui.why_less.click()
    assert not page.preview.ui.explanation.isVisible()


def test_a_small_client_reads_why_there_is_not_more(show, a_year):
    page = show(a_year())
    assert not page.preview.ui.hidden_meaning.isVisible()
    page.preview.ui.why_less.click()
    assert "Vóór het jaar is gekozen" in page.preview.ui.explanation.words.text()


def test_a_part_of_a_year_says_that_a_breakdown_comes_with_a_longer_period(show, a_year):
    page = show(a_year(cases=8, rung=Rung.PART_TOTALS, parts=Parts.HALVES), "2027-H1")
    page.preview.ui.why_less.click()
    words = page.preview.ui.explanation.words.text()
    assert "komt in het overzicht van een langere periode" in words
    assert "minder dan" not in words


def test_where_no_line_can_be_shown_it_says_why_there_are_no_tables(show, a_year):
    page = show(a_year(cases=7, rung=Rung.YEAR_TABLES), "2027")
    page.preview.ui.why_less.click()
    words = page.preview.ui.explanation.words.text()
    assert words.startswith("Elke tabel zou alleen uit regels bestaan die niet apart")
    assert "minder dan 5" in words


def test_a_year_that_has_begun_comes_before_one_that_has_not(show, an_organisation):
    page = show(an_organisation(staff=350))
    line = page.model.line(page.ui.releases.currentIndex().row()).value
    assert (line.id, line.state) == ("2026", ReleaseState.NO_PLAN)
    assert "2027" in states(page)


def test_a_choice_within_the_year_is_not_called_one_before_it(
    show, desk, ask, clock, an_organisation
):
    client = an_organisation(staff=350)

    def live():
        desk.session.reporting.choose(client.id, "2026", Rung.YEAR_TOTAL)
        clock.at = clock.at.replace(year=2027, month=1, day=14)

    ask(live)
    page = show(client, "2026")
    page.preview.ui.why_less.click()
    words = page.preview.ui.explanation.words.text()
    assert words.startswith("Dit jaar was al begonnen")
    assert "Vóór het jaar" not in words


def test_without_a_headcount_it_is_asked_for_once(page, settle, desk, ask, an_organisation):
    client, wanted = an_organisation(), []

    def forget():
        organisation = desk.session.organisations.file(client.id).organisation
        desk.session.organisations.keep(OrganisationFile(organisation=organisation))

    ask(forget)
    for release in ("2026", "2027", "2026"):
        page.show_place(Place(page=Page.FIGURES, organisation=client.id, release=release))
        settle()
    assert "Hoeveel mensen" in page.message.ui.heading.text()
    desk.news.wanted.connect(wanted.append)
    page.message.ui.act.click()
    assert wanted == [Place(page=Page.ORGANISATION, organisation=client.id)]


def test_a_very_small_organisation_gets_a_report_without_numbers(show, an_organisation):
    page = show(an_organisation(staff=22), "2025")
    assert page.ui.pages.currentWidget() is page.preview
    assert "verslag zonder aantallen" in page.model.data(
        page.ui.releases.currentIndex(), Qt.ItemDataRole.AccessibleTextRole
    )
    page.preview.ui.why_less.click()
    assert "geen aantallen" in page.preview.ui.explanation.words.text()


def test_what_an_organisation_typed_does_not_follow_to_another(show, a_year, an_organisation):
    client = a_year()
    page = show(client)
    page.preview.ui.recipient.setText("de burgemeester")
    other = an_organisation(name="Zorghuis", code="ZORG", staff=22)
    show(other, "2026")
    show(client, "2027")
    assert page.preview.ui.recipient.text() == "directie en ondernemingsraad"


def test_without_an_organisation_the_page_says_so(page, settle):
    page.show_place(Place(page=Page.FIGURES))
    settle()
    assert "organisatie" in page.message.ui.heading.text()
    assert page.model.rowCount() == 0


def test_everything_that_can_be_reached_has_a_name(show, a_year):
    page = show(a_year())
    for widget in page.findChildren(QWidget):
        reachable = widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if reachable and not widget.focusProxy():
            interface = QAccessible.queryAccessibleInterface(widget)
            assert interface.text(QAccessible.Text.Name), widget.objectName()


def test_tab_goes_from_the_list_over_the_paper_to_the_button(show, a_year, qtbot):
    page = show(a_year())
    page.activateWindow()
    page.ui.releases.setFocus()
    seen = []
    while (focused := page.focusWidget()).objectName() not in seen:
        seen.append(focused.objectName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    wanted = """
        releases director history trends paper why_less inferable
        recipient purpose pdf ods xlsx csv fix
    """
    assert seen == wanted.split()


def test_the_arrow_keys_walk_through_the_periods(show, a_year, qtbot, settle):
    page = show(a_year())
    page.ui.releases.setFocus()
    qtbot.keyClick(page.ui.releases, Qt.Key.Key_Up)
    settle()
    assert page.ui.pages.currentWidget() is page.plan
    qtbot.keyClick(page.ui.releases, Qt.Key.Key_Down)
    settle()
    assert page.ui.pages.currentWidget() is page.preview
    assert page.preview.ui.fix.isEnabled()


# The check


def test_the_seal_comes_only_from_the_auditor_and_before_it_nothing_can_leave(
    page, a_year, desk, qtbot, settle
):
    client, seen = a_year(), []
    page.check.judged.connect(
        lambda: seen.append(
            (
                page.preview.ui.fix.isEnabled(),
                page.preview.ui.reason.text(),
                page.check.ui.verdict.text(),
            )
        )
    )
    page.show_place(Place(page=Page.FIGURES, organisation=client.id))
    settle()
    (fixable, reason, words), (fixable_then, reason_then, seal) = seen
    assert (fixable, fixable_then) == (False, True)
    assert (reason, reason_then) == ("Kan pas na de controle", "")
    assert words == "De cijfers worden gecontroleerd…"
    assert seal.startswith("Gecontroleerd: de vooraf afgesproken totalen staan er altijd")
    assert "geen aantal onder 5 uitrekenen" in seal
    assert page.check.property("role") == "fine"


def test_the_seal_of_tables_without_a_promise_says_no_more_than_was_proven(show, a_year):
    client = a_year(cases=40, rung=Rung.PART_TABLES, staff=2_400, months=9, until=(2027, 10, 2))
    page = show(client, "2027-Q1")
    seal = page.check.ui.verdict.text()
    assert seal.startswith("Gecontroleerd: wie alle eerdere overzichten heeft")
    assert "afgesproken" not in seal


def test_a_report_of_words_has_no_seal_and_needs_none(show, an_organisation):
    page = show(an_organisation(staff=22), "2025")
    assert page.check.isHidden()
    assert page.preview.ui.inferable.isHidden()
    assert page.preview.ui.fix.isEnabled()


class SlowSolver(_Highs):
    """The real solver, which answers when it is let go on."""

    may_go_on, runs = Event(), 0

    def run(self):
        SlowSolver.runs += 1
        SlowSolver.may_go_on.wait(30)
        return super().run()


def test_a_calculation_that_takes_long_can_be_stopped_and_done_again(
    page, a_year, settle, qtbot, monkeypatch
):
    client = a_year(cases=40, rung=Rung.YEAR_TABLES, staff=2_400, parts=Parts.QUARTERS)
    SlowSolver.may_go_on.clear()
    SlowSolver.runs = 0
    monkeypatch.setattr("advisor_app.disclosure.solver._Highs", SlowSolver)
    monkeypatch.setattr("advisor_app.gui.figures.figures_check.PATIENCE_MS", 50)
    page.show_place(Place(page=Page.FIGURES, organisation=client.id, release="2027"))
    qtbot.waitUntil(lambda: page.message.ui.act.text() == "Annuleren")
    assert page.ui.pages.currentWidget() is page.message
    assert "berekend" in page.message.ui.heading.text()
    page.message.ui.act.click()
    assert "gestopt" in page.message.ui.heading.text()
    SlowSolver.may_go_on.set()
    settle()
    assert "gestopt" in page.message.ui.heading.text()
    assert page.check.preview is None
    asked = SlowSolver.runs
    page.message.ui.act.click()
    settle()
    assert page.ui.pages.currentWidget() is page.preview
    assert page.preview.ui.fix.isEnabled()
    assert SlowSolver.runs - asked > asked  # what was stopped did not go on unseen


def test_a_calculation_has_words_from_its_first_moment(page, a_year, settle, qtbot, monkeypatch):
    client = a_year(cases=40, rung=Rung.YEAR_TABLES, staff=2_400, parts=Parts.QUARTERS)
    SlowSolver.may_go_on.clear()
    monkeypatch.setattr("advisor_app.disclosure.solver._Highs", SlowSolver)
    monkeypatch.setattr("advisor_app.gui.figures.figures_check.PATIENCE_MS", 60_000)
    page.show_place(Place(page=Page.FIGURES, organisation=client.id, release="2027"))
    qtbot.waitUntil(lambda: page.check.proposal is not None)
    assert page.ui.pages.currentWidget() is page.message
    assert page.message.ui.heading.text() == "De cijfers worden berekend…"
    SlowSolver.may_go_on.set()
    settle()
    assert page.ui.pages.currentWidget() is page.preview


class FailingSolver(_Highs):
    def run(self):
        raise RuntimeError


class LyingSolver(_Highs):
    def getSolution(self):  # noqa: N802  (the solver's name)
        solution = super().getSolution()
        solution.col_value = [each + 1 for each in solution.col_value]
        return solution


class HangingSolver(_Highs):
    def run(self):
        sleep(2)


@pytest.mark.parametrize("solver", [FailingSolver, LyingSolver, HangingSolver])
def test_a_solver_that_fails_lies_or_hangs_lets_nothing_out(
    page, show, a_year, settle, monkeypatch, tmp_path, solver
):
    client = a_year(cases=40, rung=Rung.YEAR_TABLES, staff=2_400, parts=Parts.QUARTERS)
    with monkeypatch.context() as patched:
        patched.setattr("advisor_app.disclosure.solver._Highs", solver)
        patched.setattr(Highs.__init__, "__defaults__", (0.3,))
        show(client, "2027")
        assert page.ui.pages.currentWidget() is page.message
        assert "De berekening van deze cijfers is mislukt." in page.message.ui.text.text()
        assert not page.preview.ui.fix.isVisible()
        page.preview.save_to(tmp_path)
        settle()
    assert not list(tmp_path.glob("*2027*"))
    assert states(page)["2027"] is ReleaseState.READY
    show(client, "2027")
    assert page.preview.ui.fix.isEnabled()


def test_a_check_that_was_stopped_lets_nothing_out_and_can_be_done_again(show, a_year, settle):
    page = show(a_year())
    page.check.ui.again.click()
    page.check.stop()
    settle()
    assert "De controle is niet af" in page.check.ui.verdict.text()
    assert page.check.property("role") == "danger"
    assert not page.preview.ui.fix.isEnabled()
    assert page.preview.ui.reason.text() == "Kan pas na de controle"
    page.check.ui.again.click()
    settle()
    assert page.check.property("role") == "fine"
    assert page.preview.ui.fix.isEnabled()
    assert page.check.ui.again.isHidden()


def test_figures_that_betray_somebody_are_red_and_stay_inside(show, a_year, desk, ask, settle):
    client = a_year(cases=12, rung=Rung.YEAR_TABLES)
    ask(lambda: leak(desk.session, client.id))
    page = show(client, "2027")
    assert "Niet veilig" in page.check.ui.verdict.text()
    assert page.check.property("role") == "danger"
    assert not page.preview.ui.fix.isEnabled()
    assert page.preview.ui.reason.text() == "Kan alleen als de controle goed is"


@pytest.fixture
def says(desk, ask):
    """Keep a number of cases of one subject that the advisor gave about 2027."""

    def keep(client, code, value):
        reporting = desk.session.codes.reporting("subject")
        (label,) = (each.label.nl for each in reporting.leaves if code in each.codes)
        (period,) = (
            each
            for each in desk.session.sayings.periods(client.id, Language.NL)
            if each.name == "2027"
        )
        line = next(each.line for each in period.lines if each.label == label)
        said = Saying(
            said_on=date(2028, 1, 3), recipient_role=Code("CTR-DIR"), text="Aan de telefoon.",
            period=period.times, line=line, value=value,
        )  # fmt: skip
        desk.session.sayings.keep(client.id, said)

    return lambda *said: ask(lambda: keep(*said))


def test_figures_that_a_number_of_the_advisor_made_red_say_so(show, a_year, desk, clock, says):
    client = a_year(cases=12, rung=Rung.YEAR_TABLES)
    subjects = [item.code for item in desk.session.codes.offered("CAT", clock.today())]
    says(client, subjects[1], 4)
    page = show(client, "2027")
    assert "een aantal dat u al noemde" in page.check.ui.verdict.text()
    assert "de maker" not in page.check.ui.verdict.text()
    assert not page.preview.ui.fix.isEnabled()


def test_a_false_number_of_the_advisor_is_said_to_be_beyond_mending(
    show, a_year, desk, clock, says
):
    client = a_year(cases=12, rung=Rung.YEAR_TABLES)
    subjects = [item.code for item in desk.session.codes.offered("CAT", clock.today())]
    says(client, subjects[1], 9)
    page = show(client, "2027")
    assert page.ui.pages.currentWidget() is page.message
    words = page.message.ui.text.text()
    assert "Kijk of een dossier verkeerd is ingevuld." in words
    assert (
        "Dat is niet te herstellen: over deze periode komt er dan geen overzicht, ook geen totaal."
        in words
    )
    assert page.message.ui.act.isHidden()


def test_a_number_of_the_advisor_that_is_not_true_is_pointed_at(page, show, a_year, says):
    says(client := a_year(cases=12, rung=Rung.YEAR_TABLES), "OO-DIS", 3)
    show(client, "2027")
    assert page.ui.pages.currentWidget() is page.message
    assert "Wat naar buiten ging" in page.message.ui.text.text()


# Figures that were refused


def the_promise(page):
    return page.check.ui.promise_alone


def test_of_figures_that_are_red_the_promised_total_can_still_be_given(
    show, a_year, desk, ask, settle, tmp_path, monkeypatch
):
    client = a_year(cases=12, rung=Rung.YEAR_TABLES)
    monkeypatch.setattr(Table, "_decide", without_a_look_at_what_is_left)
    page = show(client, "2027")
    assert "Niet veilig" in page.check.ui.verdict.text()
    assert the_promise(page).isVisible()
    assert not page.preview.ui.fix.isEnabled()
    the_promise(page).click()
    settle()
    assert page.check.property("role") == "fine"
    assert the_promise(page).isHidden()
    assert page.check.preview.report.total.value == 12
    assert page.check.preview.report.tables == ()
    assert page.preview.ui.leaves.text().startswith(
        "Alleen het totaal dat vooraf is beloofd, gaat naar"
    )
    page.preview.ui.why_less.click()
    assert "niet bewezen dat ze naar niemand wijzen" in page.preview.ui.explanation.words.text()
    choose_folder(page, tmp_path)
    assert "komen er ook later niet" in question(page).informativeText()
    press(question(page), "Vaststellen en opslaan")
    settle()
    assert states(page)["2027"] is ReleaseState.FIXED
    assert list(tmp_path.glob("WATER-2027.pdf"))
    kept = Ledger.parse(ask(lambda: ledger_bytes(desk.session, client.id)))
    assert {(each.outcome, each.value) for each in kept.said_in("2027")} == {
        (Outcome.TOLD, 12), (Outcome.SKIPPED, None),
    }  # fmt: skip
    page.preview.ui.why_less.click()
    assert "niet bewezen dat ze naar niemand wijzen" in page.preview.ui.explanation.words.text()


def test_while_its_own_check_fails_too_nothing_leaves(show, a_year, settle, tmp_path, monkeypatch):
    client = a_year(cases=12, rung=Rung.YEAR_TABLES)
    with monkeypatch.context() as broken:
        broken.setattr(sys, "executable", str(tmp_path / "weg"))
        page = show(client, "2027")
        assert "De controle is niet af" in page.check.ui.verdict.text()
        the_promise(page).click()
        settle()
        assert page.check.preview.is_promise_alone
        assert "De controle is niet af" in page.check.ui.verdict.text()
        assert the_promise(page).isHidden()
        assert not page.preview.ui.fix.isEnabled()
    page.check.ui.again.click()
    settle()
    assert page.check.property("role") == "fine"
    assert page.preview.ui.fix.isEnabled()


def test_when_figures_cannot_be_computed_the_promised_total_can_still_be_given(
    show, a_year, desk, ask, settle, monkeypatch
):
    client = a_year(cases=12, rung=Rung.YEAR_TABLES)
    period = ask(lambda: desk.session.sayings.periods(client.id, desk.language))[0]
    line = next(each.line for each in period.lines if each.line)
    said = Saying(
        text="Aan de telefoon", said_on=desk.today(), recipient_role=Code("CTR-DIR"),
        period=period.times, line=line, value=8,
    )  # fmt: skip
    ask(lambda: desk.session.sayings.keep(client.id, said))

    def breaks(*_asked):
        raise SolverFailedError

    monkeypatch.setattr(Highs, "session", breaks)
    page = show(client, "2027")
    assert page.ui.pages.currentWidget() is page.message
    assert "Het totaal dat vooraf is beloofd, kunt u wel geven." in page.message.ui.text.text()
    assert page.message.ui.act.text() == "Alleen het totaal geven"
    page.message.ui.act.click()
    settle()
    assert page.ui.pages.currentWidget() is page.preview
    assert page.check.preview.is_promise_alone
    assert page.check.preview.report.total.value == 12


def test_what_was_stopped_was_not_refused(show, a_year, settle):
    page = show(a_year(cases=12, rung=Rung.YEAR_TABLES), "2027")
    page.check.ui.again.click()
    page.check.stop()
    settle()
    assert "De controle is niet af" in page.check.ui.verdict.text()
    assert the_promise(page).isHidden()


@pytest.mark.parametrize("rung", [Rung.PART_TABLES, Rung.YEAR_TOTAL])
def test_without_a_promise_beside_other_figures_none_can_be_kept(
    show, a_year, rung, tmp_path, monkeypatch
):
    client = a_year(cases=40, rung=rung, staff=2_400)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "weg"))
    page = show(client)
    assert "De controle is niet af" in page.check.ui.verdict.text()
    assert the_promise(page).isHidden()


def without_a_look_at_what_is_left(table, leaf, oracle, _besides):
    """Decide as a wrong program would: whatever is large is shown."""
    count = table._count([leaf], oracle)
    large = count.least >= table.n
    return Decision(Outcome.PUBLISHED, count.cases) if large else Decision(Outcome.SILENT)


def test_what_changed_after_it_was_seen_is_shown_anew_and_not_fixed(
    show, a_year, desk, ask, settle, tmp_path
):
    client, refused = a_year(cases=3), []
    page = show(client)
    desk.news.refused.connect(refused.append)
    proposal = page.check.proposal

    def one_less():
        (line, *_) = desk.session.casework.case_lines(client.id)
        case = desk.session.casework.case(line.id).case
        desk.session.casework.change_case(replace(case, reporter_role=Code("ROL-SIG")))

    ask(one_less)
    page.preview.save_to(tmp_path)
    settle()
    assert "intussen iets veranderd" in refused[0]
    assert states(page)["2027"] is ReleaseState.READY
    assert not list(tmp_path.glob("*2027*"))
    assert page.check.proposal != proposal
    assert page.check.preview.report.total.value == 2
    page.preview.save_to(tmp_path)
    settle()
    assert states(page)["2027"] is ReleaseState.FIXED


def test_what_the_director_could_derive_at_most_comes_when_it_is_asked_for(show, a_year, settle):
    page = show(a_year(cases=40, rung=Rung.YEAR_TABLES, staff=2_400), "2027")
    assert page.preview.ui.explanation.isHidden()
    page.preview.ui.inferable.click()
    settle()
    words = page.preview.ui.explanation.words.text()
    assert "hoogstens dit. Geef dit niet door" in words
    assert "Uw eigen aantallen kunnen hierbuiten liggen" in words
    assert "Zaken naar hoofdonderwerp. " in words
    assert "0 tot en met 4" in words
    page.preview.ui.inferable.click()
    settle()
    assert page.preview.ui.explanation.isHidden()


def leak(session, organisation):
    """Write a release into the ledger that no protocol would give: 2 follows by subtraction."""
    pages = session.reporting.pages(organisation, session.reporting.preview(organisation, "2027"))
    with session._vault.transaction() as tables:
        (entry,) = tables.ledgers.of_organisation(organisation)
        ledger = Ledger.from_lines("", [entry.entry])
        (plan,) = ledger.plans
        (release,) = plan.releases
        totals = dict.fromkeys(release.told, 17)
        first, second, *rest = release.boxes
        statements = [
            Statement(release=release.id, box=box, value=value, outcome=outcome)
            for box, value, outcome in (
                *((box, value, Outcome.TOLD) for box, value in totals.items()),
                (first, 9, Outcome.PUBLISHED),
                (second, 6, Outcome.PUBLISHED),
                *((box, None, Outcome.SILENT) for box in rest),
            )
        ]
        lines = ledger.with_statements(statements, session._now().date()).lines()
        for position, line in enumerate(lines[1:], start=1):
            tables.ledgers.add(
                LedgerEntry(organisation=organisation, position=position, entry=line)
            )
        for form in ("pdf", "ods", "csv"):
            tables.fixed_files.add(
                FixedFile(
                    organisation=organisation, release=release.id, format=form,
                    fixed_on=session._now().date(), content=pages,
                )
            )  # fmt: skip


def test_the_button_that_fixes_has_room_at_every_width_whatever_is_said_beside_it(
    show, a_year, qtbot
):
    page = show(a_year())
    for width in range(640, 1100, 40):
        page.resize(width, 740)
        for chosen in (True, False):
            page.preview.ui.pdf.setChecked(chosen)
            qtbot.wait(1)
            for part in (page.preview.ui.fix, page.preview.ui.reason, page.preview.ui.csv):
                assert part.width() >= part.sizeHint().width(), (width, part.objectName())
