"""An organisation is kept with a name and a number; nothing that was typed is ever lost."""

import json
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from advisor_app.domain.draft_keys import ORGANISATION_PAGE
from advisor_app.domain.organisation import AdvisorRole, PeriodKind
from advisor_app.domain.reporting import Rung
from advisor_app.gui.organisations.organisation_page import NEW, OrganisationPage
from advisor_app.gui.places import Page, Place
from tests.gui.conftest import nameless, press, settle, turn_the_wheel

NEW_PLACE = Place(page=Page.ORGANISATION, new_organisation=True)


@pytest.fixture
def page(open_page):
    return open_page(OrganisationPage)


@pytest.fixture
def places(desk):
    places = []
    desk.news.wanted.connect(places.append)
    return places


@pytest.fixture
def at(page, desk, qtbot):
    """Show a place on the page and wait for it."""

    def go(place):
        page.show_place(place)
        settle(qtbot, desk)
        return page

    return go


def here(organisation):
    return Place(page=Page.ORGANISATION, organisation=organisation.id)


def save_by_key(page, desk, qtbot):
    QTest.keyClick(
        QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    settle(qtbot, desk)


def drafts_of(desk, ask):
    return {
        draft.target: draft.text
        for draft in ask(desk.session.drafts.all)
        if draft.window == ORGANISATION_PAGE
    }


def test_a_name_and_a_number_are_enough_without_a_mouse(desk, ask, at, places, qtbot):
    page = at(NEW_PLACE)
    assert page.ui.name.hasFocus()
    QTest.keyClicks(QApplication.focusWidget(), "Gemeente Waterdal")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClicks(QApplication.focusWidget(), "350")
    save_by_key(page, desk, qtbot)
    (kept,) = ask(desk.session.organisations.all)
    file = ask(lambda: desk.session.organisations.file(kept.id))
    assert (kept.name, kept.code) == ("Gemeente Waterdal", "WATERDAL")
    assert [(each.year, each.staff) for each in file.headcounts] == [(2026, 350)]
    assert type(kept.advisor_role) is AdvisorRole
    assert type(kept.period_kind) is PeriodKind
    assert places == [Place(page=Page.CASES, organisation=kept.id)]


def test_saving_from_the_name_itself_finds_a_code_first(desk, ask, at, an_organisation, qtbot):
    an_organisation(code="ESDOORN")
    page = at(NEW_PLACE)
    QTest.keyClicks(page.ui.name, "Stichting De Esdoorn")
    save_by_key(page, desk, qtbot)
    assert {each.code for each in ask(desk.session.organisations.all)} == {"ESDOORN", "ESDOORN2"}


def test_without_a_name_the_sentence_stands_below_it_and_the_cursor_in_it(desk, ask, at, qtbot):
    page = at(NEW_PLACE)
    page.ui.staff.setFocus()
    page.save()
    settle(qtbot, desk)
    assert page.ui.name.hasFocus()
    assert page.ui.name_problem.isVisible()
    assert page.ui.name_problem.text() in page.ui.name.accessibleDescription()
    assert not page.ui.problem.isVisible()
    assert ask(desk.session.organisations.all) == []
    QTest.keyClicks(page.ui.name, "Waterschap Laagveen")
    page.save()
    settle(qtbot, desk)
    assert len(ask(desk.session.organisations.all)) == 1


@pytest.mark.parametrize(
    ("field", "typed"), [("code", "7-x"), ("client_until", "32 foktober"), ("client_since", "x")]
)
def test_what_is_wrong_further_down_opens_and_is_pointed_at(desk, at, qtbot, field, typed):
    page = at(NEW_PLACE)
    page.ui.name.setText("Waterdal")
    widget = getattr(page.ui, field)
    getattr(widget, "line", widget).setText(typed)
    page.save()
    settle(qtbot, desk)
    assert getattr(page.ui, f"{field}_problem").isVisible()
    assert widget.hasFocus() or widget.focusProxy().hasFocus()


def test_whoever_begins_reads_that_figures_need_the_number_of_staff(desk, ask, at, qtbot):
    page = at(NEW_PLACE)
    assert "Een naam is genoeg" in page.ui.lead.text()
    assert "voor cijfers is ook het aantal medewerkers nodig" in page.ui.lead.text()
    QTest.keyClicks(page.ui.name, "Waterdal")
    save_by_key(page, desk, qtbot)
    assert len(ask(desk.session.organisations.all)) == 1


def test_each_wrong_field_is_pointed_at_and_the_cursor_stands_in_the_first(desk, ask, at, qtbot):
    page = at(NEW_PLACE)
    page.ui.client_since.line.setText("1-2-2031")
    page.ui.client_until.line.setText("32 foktober")
    page.save()
    settle(qtbot, desk)
    for field in ("name", "client_since", "client_until"):
        assert getattr(page.ui, field).property("wrong") == "true"
        assert getattr(page.ui, f"{field}_problem").isVisible()
    assert not page.ui.code_problem.isVisible()
    assert page.ui.name.hasFocus()
    assert ask(desk.session.organisations.all) == []


@pytest.mark.parametrize(
    ("since", "said"),
    [("1-2-2031", "meer dan een jaar vooruit"), ("31-12-1949", "te lang geleden")],
)
def test_a_first_day_that_cannot_be_is_refused(desk, ask, at, qtbot, since, said):
    page = at(NEW_PLACE)
    page.ui.name.setText("Waterdal")
    page.ui.client_since.line.setText(since)
    page.save()
    settle(qtbot, desk)
    assert said in page.ui.client_since_problem.text()
    assert ask(desk.session.organisations.all) == []


def test_both_days_of_an_agreement_can_be_moved_at_once(desk, ask, at, an_organisation, qtbot):
    page = at(here(an_organisation()))
    for field, day in (("client_since", "1-2-2019"), ("client_until", "1-2-2020")):
        getattr(page.ui, field).line.setText(day)
    page.save()
    settle(qtbot, desk)
    (kept,) = ask(desk.session.organisations.all)
    assert (kept.client_since, kept.client_until) == (date(2019, 2, 1), date(2020, 2, 1))


def test_everything_that_is_kept_comes_back_as_it_was(desk, ask, at, an_organisation, qtbot):
    organisation = an_organisation()
    page = at(here(organisation))
    page.ui.regulation.setText("Regeling 2023")
    page.ui.advisor_role.setCurrentIndex(1)
    page.ui.preliminary_check.setChecked(True)
    page.ui.minimum.setValue(10)
    page.ui.client_until.line.setText("31-12-2027")
    page.departments.rows.show([(None, ["Burgerzaken", "Dienstverlening", 62])])
    page.contacts.rows.show([(None, ["CTR-SEC", "M. de Graaf", "Geachte", "Postbus 1", True])])
    before = page._typed()
    page.save()
    settle(qtbot, desk)
    at(here(organisation))
    fields, tables = (json.loads(page._typed())[part] for part in ("fields", "tables"))
    assert fields == {
        **json.loads(before)["fields"],
        "client_until": "vr 31 dec 2027",
    }
    assert [values for _number, values in tables["departments"]] == [
        ["Burgerzaken", "Dienstverlening", 62]
    ]
    assert [values for _number, values in tables["contacts"]] == [
        ["CTR-SEC", "M. de Graaf", "Geachte", "Postbus 1", True]
    ]
    kept = ask(lambda: desk.session.organisations.file(organisation.id))
    assert kept.organisation.advisor_role is AdvisorRole.CONDUIT
    assert {each.year for each in kept.headcounts} == {2025, 2026, 2027}


def test_a_row_is_added_and_filled_in_by_keys_and_saved_from_within_its_cell(
    desk, ask, at, an_organisation, qtbot
):
    organisation = an_organisation()
    page = at(here(organisation))
    page.ui.add_departments.setFocus()
    QTest.keyClick(page.ui.add_departments, Qt.Key.Key_Space)
    QTest.keyClicks(QApplication.focusWidget(), "Burgerzaken")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClicks(QApplication.focusWidget(), "Dienstverlening")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClicks(QApplication.focusWidget(), "62")
    save_by_key(page, desk, qtbot)
    (department,) = ask(lambda: desk.session.organisations.file(organisation.id)).departments
    (year,) = department.years
    assert (department.department.name, year.reporting_group, year.staff) == (
        "Burgerzaken",
        "Dienstverlening",
        62,
    )


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("headcounts", [26, 10]),
        ("headcounts", [2024, 0]),
        ("headcounts", [2026, 10]),
        ("departments", ["", "Groep", 5]),
        ("departments", ["Burgerzaken", "Groep", 0]),
        ("contacts", ["CTR-SEC", "", "Geachte", "", False]),
        ("contacts", ["CTR-SEC", "x" * 201, "", "", False]),
    ],
)
def test_a_row_that_cannot_be_kept_is_refused_below_its_table_and_stays(
    desk, ask, at, an_organisation, qtbot, table, values
):
    organisation = an_organisation()
    before = ask(lambda: desk.session.organisations.file(organisation.id))
    page = at(here(organisation))
    rows, view = getattr(page, table).rows, getattr(page.ui, table)
    place = rows.add()
    for column, value in enumerate(values):
        rows.rows()[place][1][column] = value
    page.save()
    settle(qtbot, desk)
    assert getattr(page.ui, f"{table}_problem").isVisible()
    assert not page.ui.name_problem.isVisible()
    assert view.hasFocus()
    assert rows.rows()[place][1] == values
    assert ask(lambda: desk.session.organisations.file(organisation.id)) == before


def test_an_empty_row_is_nothing(desk, ask, at, an_organisation, qtbot):
    organisation = an_organisation()
    page = at(here(organisation))
    for table in (page.headcounts, page.departments, page.contacts):
        table.rows.add()
    page.save()
    settle(qtbot, desk)
    file = ask(lambda: desk.session.organisations.file(organisation.id))
    assert (file.departments, file.contacts, len(file.headcounts)) == ((), (), 3)


def test_within_two_seconds_what_is_typed_is_a_draft(desk, ask, at, soon_kept):
    page = at(NEW_PLACE)
    with soon_kept(page._draft):
        QTest.keyClicks(page.ui.name, "Gemeente Water")
    assert json.loads(drafts_of(desk, ask)[NEW])["fields"]["name"] == "Gemeente Water"


def test_after_a_lock_the_form_stands_as_it_was_left_cells_included(
    desk, ask, at, an_organisation, qtbot
):
    organisation = an_organisation()
    page = at(here(organisation))
    page.ui.scope.setText("Iedereen")
    page.ui.client_since.line.setText("eergist")
    QTest.mouseClick(page.ui.add_contacts, Qt.MouseButton.LeftButton)
    page.ui.contacts.setCurrentIndex(page.contacts.rows.index(0, 1))
    page.ui.contacts.edit(page.contacts.rows.index(0, 1))
    QTest.keyClicks(QApplication.focusWidget(), "M. de Gra")
    page.keep_drafts()
    settle(qtbot, desk)
    again = OrganisationPage(desk)
    qtbot.addWidget(again)
    again.show_place(here(organisation))
    settle(qtbot, desk)
    assert again.ui.scope.text() == "Iedereen"
    assert again.ui.client_since.line.text() == "eergist"
    assert again.contacts.rows.rows()[0][1][1] == "M. de Gra"
    assert not again.ui.kept.isHidden()
    again.ui.client_since.set_day(desk.today())
    again.save()
    settle(qtbot, desk)
    file = ask(lambda: desk.session.organisations.file(organisation.id))
    assert (file.organisation.scope, file.contacts[0].name) == ("Iedereen", "M. de Gra")
    assert drafts_of(desk, ask) == {}


def test_a_draft_keeps_the_records_of_its_rows(desk, ask, at, an_organisation, qtbot):
    organisation = an_organisation()
    page = at(here(organisation))
    page.contacts.rows.show([(None, ["CTR-SEC", "M. de Graaf", "", "", True])])
    page.departments.rows.show([(None, ["Burgerzaken", "Dienst", 62])])
    page.save()
    settle(qtbot, desk)
    before = ask(lambda: desk.session.organisations.file(organisation.id))
    at(here(organisation)).ui.regulation.setText("Regeling")
    page.keep_drafts()
    again = OrganisationPage(desk)
    qtbot.addWidget(again)
    again.show_place(here(organisation))
    settle(qtbot, desk)
    again.save()
    settle(qtbot, desk)
    after = ask(lambda: desk.session.organisations.file(organisation.id))
    assert after.organisation.regulation == "Regeling"
    assert (after.contacts, after.departments) == (before.contacts, before.departments)


def test_going_to_another_organisation_loses_nothing(desk, at, an_organisation, qtbot):
    one, two = an_organisation(), an_organisation(name="De Esdoorn", code="ESDOORN")
    page = at(here(one))
    page.ui.regulation.setText("half af")
    assert at(here(two)).ui.regulation.text() == ""
    assert at(here(one)).ui.regulation.text() == "half af"


def test_a_form_put_back_as_it_was_leaves_no_draft(desk, ask, at, an_organisation, qtbot):
    page = at(here(an_organisation()))
    page.ui.scope.setText("iets")
    page.keep_drafts()
    settle(qtbot, desk)
    assert len(drafts_of(desk, ask)) == 1
    page.ui.scope.clear()
    page.keep_drafts()
    settle(qtbot, desk)
    assert drafts_of(desk, ask) == {}


def test_what_is_kept_while_the_form_is_being_saved_does_not_come_back(
    desk, ask, at, an_organisation, qtbot
):
    page = at(here(an_organisation()))
    page.ui.scope.setText("Iedereen")
    page.save()
    page.keep_drafts()  # its timer does not wait for the vault
    settle(qtbot, desk)
    assert drafts_of(desk, ask) == {}


def test_what_is_cancelled_can_be_brought_back(desk, ask, at, places, qtbot):
    undo = []
    desk.news.undo_offered.connect(lambda _words, back: undo.append(back))
    page = at(NEW_PLACE)
    page.ui.name.setText("Gemeente Waterdal")
    page.ui.cancel.click()
    settle(qtbot, desk)
    assert places == [Place(page=Page.TODAY)]
    assert drafts_of(desk, ask) == {}
    undo[0]()
    settle(qtbot, desk)
    assert places[1:] == [NEW_PLACE]
    assert at(NEW_PLACE).ui.name.text() == "Gemeente Waterdal"


def test_cancelling_what_was_not_touched_offers_nothing(desk, at, places, qtbot):
    offered = []
    desk.news.undo_offered.connect(lambda *what: offered.append(what))
    at(NEW_PLACE).ui.cancel.click()
    assert (len(places), offered) == (1, [])


def test_a_department_with_cases_can_be_renamed_but_not_taken_out(
    desk, ask, at, an_organisation, qtbot
):
    from advisor_app.domain.case import NewCase

    organisation = an_organisation()
    page = at(here(organisation))
    page.departments.rows.show([(None, ["Burgerzaken", "Dienst", 62])])
    page.save()
    settle(qtbot, desk)
    (department,) = ask(lambda: desk.session.organisations.departments(organisation.id))
    new = NewCase(organisation=organisation.id, title="x", department=department.id)
    ask(lambda: desk.session.casework.open_case(new))
    at(here(organisation)).departments.rows.remove(0)
    page.save()
    settle(qtbot, desk)
    assert page.ui.departments_problem.isVisible()
    ((back, words),) = page.departments.rows.rows()  # it stands there again
    assert words == ["Burgerzaken", "Dienst", 62]
    page.departments.rows.show([(back, ["Publiekszaken", "Dienst", 62])])
    page.save()
    settle(qtbot, desk)
    (renamed,) = ask(lambda: desk.session.organisations.departments(organisation.id))
    assert (renamed.id, renamed.name) == (department.id, "Publiekszaken")


def test_departments_that_are_laid_down_are_changed_for_the_first_year_after_them(
    desk, ask, at, an_organisation, qtbot
):
    organisation = an_organisation(staff=4_000)
    page = at(here(organisation))
    assert not page.ui.departments_laid_down.isVisible()
    lines = [["Balie", "Balie", 60], ["Zorg", "Zorg", 90]]
    page.departments.rows.show([(None, line) for line in lines])
    page.save()
    settle(qtbot, desk)
    ask(lambda: desk.session.reporting.choose(organisation.id, "2027", Rung.YEAR_TABLES))
    at(here(organisation))
    assert page.ui.departments_laid_down.isVisible()
    assert "van 2027 ligt vast" in page.ui.departments_laid_down.text()
    assert "geldt vanaf 2028" in page.ui.departments_laid_down.text()
    assert page.departments.rows.columns[2].heading == "Medewerkers 2028"
    assert [values for _record, values in page.departments.rows.rows()] == lines
    page.departments.rows.rows()[0][1][1] = "Zorg"
    page.save()
    settle(qtbot, desk)
    file = ask(lambda: desk.session.organisations.file(organisation.id))
    groups = {year.year: year.reporting_group for year in file.departments[0].years}
    assert groups == {2026: "Balie", 2027: "Balie", 2028: "Zorg"}


def test_the_wheel_scrolls_and_changes_no_choice(desk, at, an_organisation, qtbot):
    page = at(here(an_organisation()))
    for widget in (page.ui.type, page.ui.advisor_role, page.ui.minimum):
        before = page._typed()
        widget.setFocus()
        turn_the_wheel(widget)
        assert page._typed() == before


def test_the_tables_are_models_qt_accepts(desk, at, an_organisation, qtbot):
    page = at(here(an_organisation()))
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    for rows, values in (
        (page.headcounts.rows, [2020, 5]),
        (page.departments.rows, ["a", "b", 3]),
        (page.contacts.rows, ["CTR-SEC", "a", "b", "c", True]),
    ):
        tester = QAbstractItemModelTester(rows, fatal, page)
        rows.show([(None, values)])
        place = rows.add()
        for column, value in enumerate(values):
            index = rows.index(place, column)
            if isinstance(value, bool):
                checked, role = Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole
                assert rows.setData(index, checked, role)
            else:
                assert rows.setData(index, value)
        assert rows.rows()[1][1] == values
        rows.remove(0)
        assert rows.rowCount() == 1
        tester.setUseFetchMore(False)


@pytest.mark.parametrize("typed", ["tien", "-3", "1,5", ""])
def test_a_number_that_is_none_is_not_taken(desk, page, typed):
    page.headcounts.rows.show([(None, [2020, 5])])
    assert not page.headcounts.rows.setData(page.headcounts.rows.index(0, 1), typed)
    assert page.headcounts.rows.rows()[0][1] == [2020, 5]


def test_everything_focusable_has_a_name(desk, at, an_organisation, qtbot):
    assert nameless(at(here(an_organisation()))) == []


def press_remove(page, desk, qtbot):
    """Ask for the removal of the organisation that is shown, and mean it."""
    page.ui.remove.click()
    (question,) = [each for each in page.findChildren(QMessageBox) if each.isVisible()]
    press(question, "Verwijderen")
    settle(qtbot, desk)


def test_an_organisation_that_was_added_by_mistake_is_removed(
    desk, ask, at, an_organisation, places, qtbot
):
    page = at(here(an_organisation()))
    press_remove(page, desk, qtbot)
    assert ask(desk.session.organisations.all) == []
    assert places == [Place(page=Page.TODAY)]


def test_an_organisation_in_use_stays_in_sight_with_the_reason(
    desk, ask, at, an_organisation, a_case, places, qtbot
):
    organisation = an_organisation()
    a_case(organisation)
    refused = []
    desk.news.refused.connect(refused.append)
    page = at(here(organisation))
    press_remove(page, desk, qtbot)
    assert ask(desk.session.organisations.all) == [organisation]
    assert places == []
    assert "Opdrachtgever tot" in refused[0]


def test_what_is_not_an_organisation_yet_cannot_be_removed(at):
    page = at(NEW_PLACE)
    page.ui.more.setChecked(True)
    assert not page.ui.remove.isVisible()
