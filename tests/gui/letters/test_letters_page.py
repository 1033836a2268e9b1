"""A letter is written beside its own page, and no word of it is lost."""

import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMenu, QMessageBox, QWidget

from advisor_app.domain.case import NewCase
from advisor_app.domain.codes import Code
from advisor_app.domain.conversation import Conversation
from advisor_app.domain.language import Language
from advisor_app.domain.organisation import Advisor
from advisor_app.gui.letters.begin_letter import BeginLetterDialog
from advisor_app.gui.letters.field_echo import FieldEcho
from advisor_app.gui.letters.letter_editor import DRAW_MS
from advisor_app.gui.letters.letter_output import choose_pdf
from advisor_app.gui.letters.letters_page import PAGE, LettersPage
from advisor_app.gui.places import Page, Place
from advisor_app.gui.printing.print_dialog import PrintDialog
from tests.gui.conftest import PROMISED_MS, button_words, press
from tests.services import cups
from tests.systems import is_private

FACTS = "de feiten, zoals de melder ze vertelde"


@pytest.fixture
def a_case(desk, ask, an_organisation):
    client = an_organisation()

    def make():
        session = desk.session
        case = session.casework.open_case(
            NewCase(organisation=client.id, title="Opmerkingen in het team", alias="Merel")
        )
        session.conversations.log_conversation(
            Conversation(
                organisation=client.id,
                case=case.id,
                held_on=date(2026, 11, 12),
                form=Code("CTF-TEL"),
                kind=Code("CTS-EER"),
                initiator=Code("INI-MEL"),
                minutes=15,
            ),
            "Ze vertelde wat er speelt.",
        )
        return case

    return ask(make)


@pytest.fixture
def a_letter(desk, ask, a_case):
    def make(template="adviesbrief"):
        correspondence = desk.session.correspondence
        correspondence.keep_advisor(
            Advisor(id=correspondence.advisor().id, public_name="Marijke van Duinhoven")
        )
        return correspondence.begin(a_case.id, template)

    return lambda template="adviesbrief": ask(lambda: make(template))


@pytest.fixture
def page(open_page):
    return open_page(LettersPage)


@pytest.fixture
def writing(page, a_letter, settle):
    """The editor with a new letter in it."""
    letter = a_letter()
    page.show_place(Place(page=Page.LETTERS, organisation=letter.organisation, letter=letter.id))
    settle()
    settle()
    assert page.editor.letter == letter
    return page.editor


def in_vault(desk, ask, editor):
    return ask(lambda: desk.session.correspondence.letter(editor.letter.id))


def put(editor, old, new):
    editor.ui.body.setPlainText(editor.ui.body.toPlainText().replace(old, new))


def fill_all(editor):
    while editor.ui.body.next_empty():
        editor.ui.body.insertPlainText("ingevuld")


def question(editor):
    return next(box for box in editor.findChildren(QMessageBox) if box.isVisible())


def test_the_first_letter_asks_who_writes_and_the_second_remembers(page, a_case, settle, desk, ask):
    def begin():
        page.show_place(Place(page=Page.LETTERS, organisation=a_case.organisation, case=a_case.id))
        settle()
        return next(d for d in page.findChildren(BeginLetterDialog) if d.isVisible())

    dialog = begin()
    dialog.begin()
    assert dialog.letterhead.ui.public_name_problem.text()
    dialog.letterhead.ui.public_name.setText("Marijke van Duinhoven")
    dialog.begin()
    settle()
    settle()
    assert page.editor.letter.case == a_case.id
    assert "Concept" in page.editor.ui.state.words.text()
    assert a_case.number in page.editor.ui.about.text()
    again = begin()
    assert again.letterhead.ui.public_name.text() == "Marijke van Duinhoven"
    again.reject()
    assert ask(desk.session.correspondence.advisor).public_name == "Marijke van Duinhoven"


def test_what_is_typed_is_in_the_vault_within_two_seconds(writing, desk, ask, soon_kept, qtbot):
    with soon_kept(writing._keeper):
        qtbot.keyClicks(writing.ui.body, "Dag. ")
    assert in_vault(desk, ask, writing).body.startswith("Dag. ")


def test_somebody_who_never_stops_typing_loses_less_than_two_seconds(writing, desk, ask, qtbot):
    saved = []
    desk.news.draft_saved.connect(saved.append)
    latest = writing._keeper._pace._longest
    qtbot.keyClicks(writing.ui.body, "a")
    time.sleep(0.2)  # more than Qt may round such a timer by
    wait = latest.remainingTime()
    assert wait < PROMISED_MS
    qtbot.keyClicks(writing.ui.body, "aaa")
    assert 0 <= latest.remainingTime() <= wait

    def types_on():
        qtbot.keyClicks(writing.ui.body, "a")
        return bool(saved)

    qtbot.waitUntil(types_on)
    assert in_vault(desk, ask, writing).body.startswith("aaaa")


def test_leaving_keeps_what_was_typed_and_escape_goes_to_the_list(
    page, writing, desk, ask, qtbot, settle
):
    letter = writing.letter.id
    writing.ui.body.setFocus()
    qtbot.keyClicks(writing.ui.body, "Nog iets. ")
    qtbot.keyClick(writing.ui.body, Qt.Key.Key_Escape)
    settle()
    settle()
    assert page.ui.list_pane.isVisible()
    assert not page.editor.isVisible()
    assert ask(lambda: desk.session.correspondence.letter(letter)).body.startswith("Nog iets. ")


def test_a_letter_of_a_case_that_is_destroyed_is_let_go_of(
    page, writing, a_case, desk, ask, settle
):
    writing.ui.body.setPlainText("zwaluw")
    desk.news.destroying.emit(a_case.id + 1)
    assert writing.ui.body.toPlainText() == "zwaluw"
    desk.news.destroying.emit(a_case.id)
    assert not writing.isVisible()
    page.keep_drafts()
    settle()
    assert in_vault(desk, ask, writing).body != "zwaluw"
    desk.news.destroyed.emit(a_case.id)
    assert (writing.letter, writing.ui.body.toPlainText()) == (None, "")


def test_a_text_that_is_too_large_is_there_again_after_a_lock(page, writing, settle, desk, qtbot):
    letter, huge = writing.letter, "\n".join("een lange regel " * 50 for _ in range(1_400))
    writing.ui.body.setPlainText(huge)
    page.keep_drafts()
    settle()
    again = LettersPage(desk)
    qtbot.addWidget(again)
    again.show_place(Place(page=Page.LETTERS, organisation=letter.organisation, letter=letter.id))
    settle()
    settle()
    assert again.editor.ui.body.toPlainText() == huge
    again.editor.ui.body.setPlainText("kort")
    again.editor.keep()
    settle()
    assert again.editor.letter.body == "kort"


def test_a_text_that_is_too_large_and_taken_back_is_gone_for_good(
    page, writing, settle, desk, qtbot
):
    letter, text = writing.letter, writing.ui.body.toPlainText()
    writing.ui.body.insertPlainText("\n".join("een lange regel " * 50 for _ in range(1_400)))
    page.keep_drafts()
    qtbot.wait(DRAW_MS + 200)
    settle()
    assert not writing.ui.save_pdf.isEnabled()
    writing.ui.body.undo()
    assert writing.ui.body.toPlainText() == text
    qtbot.waitUntil(writing.ui.save_pdf.isEnabled)
    assert not writing.ui.problem.isVisible()
    page.keep_drafts()
    settle()
    again = LettersPage(desk)
    qtbot.addWidget(again)
    again.show_place(Place(page=Page.LETTERS, organisation=letter.organisation, letter=letter.id))
    settle()
    settle()
    assert again.editor.ui.body.toPlainText() == text


def test_a_text_that_cannot_be_kept_stays_on_the_screen(page, writing, settle, desk, ask):
    huge = "\n".join("een heel lange regel " * 40 for _ in range(1_400))
    writing.ui.body.setPlainText(huge)
    page.keep_drafts()
    assert writing.ui.problem.isVisible()
    page.show_place(Place(page=Page.LETTERS, organisation=writing.letter.organisation))
    settle()
    assert writing.ui.body.toPlainText() == huge
    assert writing.isVisible()
    assert not writing.ui.fix.isEnabled()
    assert writing.ui.fix.accessibleDescription()
    assert ask(lambda: desk.session.drafts.find("letter", str(writing.letter.id))) is not None
    put(writing, huge, "kort")
    page.keep_drafts()
    settle()
    have_it_drawn(writing, settle)
    assert not writing.ui.problem.isVisible()
    letter = writing.letter
    assert ask(lambda: desk.session.drafts.find("letter", str(letter.id))) is None


def have_it_drawn(writing, settle):
    writing._draw()
    settle()


def test_the_page_beside_the_text_follows_it(writing, qtbot, settle):
    sheet = writing.ui.paper._pages[0]
    before = sheet.pixmap().toImage()
    assert writing.ui.page_count.text() == "Pagina 1 van 2"
    put(writing, "advies", "raad")
    qtbot.waitUntil(lambda: sheet.pixmap().toImage() != before)
    assert sheet.accessibleName() == "Pagina 1 van 2"


def test_a_whole_page_fits_when_that_is_wanted(writing, qtbot, settle):
    wide = writing.ui.paper._pages[0].width()
    writing.ui.fit.setCurrentIndex(1)
    settle()
    whole = writing.ui.paper._pages[0]
    assert whole.width() < wide
    assert whole.height() <= writing.ui.paper.viewport().height()


def test_filled_fields_are_real_text_on_a_painted_ground(writing):
    body = writing.ui.body
    painted = [(area, empty) for area, empty in body._areas()]
    assert {empty for _area, empty in painted} == {True, False}
    words = QFontMetricsF(body.font()).horizontalAdvance("Gemeente Waterdal")
    assert any(not empty and abs(area.width() - words) < 6 for area, empty in painted)
    read = QAccessible.queryAccessibleInterface(body).text(QAccessible.Text.Value)
    assert "Gemeente Waterdal" in (read or body.toPlainText())
    body.selectAll()
    assert "12 november 2026" in body.createMimeDataFromSelection().text()


def test_a_value_inside_another_word_is_no_field(writing):
    writing.ui.body.setPlainText("Gemeente Waterdalse")
    assert list(writing.ui.body._areas()) == []


def test_empty_fields_are_named_and_taken_whole_until_none_is_left(writing, qtbot):
    ui = writing.ui
    assert ui.open_fields.isVisible()
    assert not ui.fix.isEnabled()
    assert ui.reason.text() == ui.fix.accessibleDescription() != ""
    ui.body.setFocus()
    qtbot.keyClick(ui.body, Qt.Key.Key_F8)
    assert ui.body.textCursor().selectedText() == f"[{FACTS}]"
    qtbot.keyClicks(ui.body, "Dat er geroepen werd.")
    assert FACTS not in ui.body.toPlainText()
    fill_all(writing)
    assert not ui.open_fields.isVisible()
    assert ui.fix.isEnabled()
    assert not ui.body.next_empty()


def test_an_empty_field_in_the_subject_is_taken_after_those_in_the_text(writing, qtbot):
    ui = writing.ui
    fill_all(writing)
    ui.subject.setText(f"Over 🙂 [{FACTS}]")
    writing._count_fields()
    qtbot.keyClick(ui.body, Qt.Key.Key_F8)
    assert ui.subject.hasFocus()
    assert ui.subject.selectedText() == f"[{FACTS}]"
    qtbot.keyClicks(ui.subject, "de geluiden")
    assert ui.subject.text() == "Over 🙂 de geluiden"
    assert ui.fix.isEnabled()


def test_a_click_takes_the_whole_of_an_empty_field(writing, qtbot):
    body = writing.ui.body
    area = next(area for area, empty in body._areas() if empty)
    qtbot.mouseClick(
        body.viewport(),
        Qt.MouseButton.LeftButton,
        pos=QPoint(int(area.center().x()), int(area.y()) + 4),
    )
    assert body.textCursor().selectedText() == f"[{FACTS}]"


def test_characters_that_qt_counts_twice_do_not_shift_the_fields(writing):
    writing.ui.body.setPlainText(f"🙂🙂 dag [{FACTS}] en 🙂 Gemeente Waterdal")
    assert writing.ui.body.next_empty()
    assert writing.ui.body.textCursor().selectedText() == f"[{FACTS}]"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_field_is_inserted_where_the_cursor_is(writing, qtbot, settle):
    writing.ui.body.setPlainText("")
    writing.ui.insert_field.click()
    menu = next(menu for menu in writing.findChildren(QMenu) if menu.isVisible())
    offered = {action.text(): action for action in menu.actions()}
    offered["organisatie: Gemeente Waterdal"].trigger()
    writing.ui.body.insertPlainText(" ")
    offered[FACTS].trigger()
    menu.close()
    assert writing.ui.body.toPlainText() == f"Gemeente Waterdal [{FACTS}]"


def test_tab_leaves_the_text(writing, qtbot):
    writing.ui.body.setFocus()
    before = writing.ui.body.toPlainText()
    qtbot.keyClick(writing.ui.body, Qt.Key.Key_Tab)
    assert not writing.ui.body.hasFocus()
    assert writing.ui.body.toPlainText() == before


@pytest.mark.parametrize(
    ("typed", "quoted"),
    [("{{onbekend}}", "onbekend"), ("{{ begint", "{{ begint"), ("eindigt }}", "}}")],
)
def test_wrong_braces_are_told_with_their_line_until_they_are_mended(
    writing, settle, typed, quoted
):
    fill_all(writing)
    put(writing, "Op 12 november", f"{typed} Op 12 november")
    have_it_drawn(writing, settle)
    assert writing.ui.problem.isVisible()
    assert writing.ui.problem.text().startswith("Regel 3, bij ")
    assert quoted in writing.ui.problem.text()
    assert writing.ui.body.extraSelections()
    for button in (writing.ui.print_letter, writing.ui.save_pdf, writing.ui.fix):
        assert not button.isEnabled()
        assert button.accessibleDescription()
    assert typed in writing.ui.body.toPlainText()
    put(writing, f"{typed} ", "")
    have_it_drawn(writing, settle)
    assert not writing.ui.problem.isVisible()
    assert writing.ui.fix.isEnabled()


def test_wrong_braces_in_the_subject_are_told_as_such(writing, settle):
    writing.ui.subject.setText("Over {{dit}}")
    have_it_drawn(writing, settle)
    assert writing.ui.problem.text().startswith("Onderwerp, bij dit:")


def test_the_saved_pdf_is_the_page_on_the_screen(writing, desk, ask, tmp_path, settle):
    target = tmp_path / "brief.pdf"
    target.write_bytes(b"iets anders")
    writing.save_pdf_to(target)
    settle()
    letter = writing.letter
    assert target.read_bytes() == ask(lambda: desk.session.correspondence.pdf(letter))
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["brief.pdf"]
    assert is_private(target)


def test_what_was_wrong_with_a_file_is_not_said_any_more_once_it_is_saved(
    writing, tmp_path, settle
):
    writing.save_pdf_to(tmp_path / "weg" / "brief.pdf")
    settle()
    assert writing.ui.problem.isVisible()
    writing.save_pdf_to(tmp_path / "brief.pdf")
    settle()
    assert (tmp_path / "brief.pdf").exists()
    assert not writing.ui.problem.isVisible()


def test_the_name_of_a_file_says_which_kind_of_letter_it_is_and_of_which_day(writing, settle, desk):
    letter, proposed = writing.letter, []
    fixed = replace(letter, template="gespreksbevestiging", fixed_on=date(2026, 11, 3))
    writing.ui.save_pdf.click()
    though_unfinished(writing, settle)
    english = replace(desk, language=Language.EN)
    shown = (
        writing.findChild(QFileDialog),
        choose_pdf(desk, fixed, writing, lambda _path: None),
        choose_pdf(english, replace(letter, template="anders"), writing, lambda _path: None),
        choose_pdf(english, letter, writing, lambda _path: None),
    )
    for dialog in shown:
        proposed.append(Path(dialog.selectedFiles()[0]).name)
        dialog.reject()
    assert proposed == [
        "adviesbrief 2026-11-20.pdf",
        "gespreksbevestiging 2026-11-03.pdf",
        "brief 2026-11-20.pdf",
        "letter of advice 2026-11-20.pdf",
    ]


def test_the_window_that_asks_for_a_file_leaves_no_trace_of_it(writing, tmp_path, settle, qtbot):
    settings, place = tmp_path / "settings", tmp_path / "geheime map"
    place.mkdir()
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(settings))
    writing.ui.save_pdf.click()
    though_unfinished(writing, settle)
    dialog = next(each for each in writing.findChildren(QFileDialog) if each.isVisible())
    assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setDirectory(str(place))
    dialog.findChild(QLineEdit, "fileNameEdit").setText("brief over Merel.pdf")
    dialog.accept()
    settle()
    assert (place / "brief over Merel.pdf").exists()
    qtbot.wait(50)
    QSettings(QSettings.Scope.UserScope, "QtProject").sync()
    written = "".join(each.read_text() for each in settings.rglob("*") if each.is_file())
    assert "Merel" not in written
    assert "geheime" not in written


def test_fixing_asks_once_and_the_default_is_to_cancel(writing, settle, desk, ask):
    fill_all(writing)
    writing.fix()
    settle()
    box = question(writing)
    assert button_words(box.defaultButton()) == button_words(box.escapeButton()) == "Annuleren"
    box.reject()
    settle()
    assert in_vault(desk, ask, writing).fixed_on is None


def test_a_fixed_letter_holds_the_last_word_and_never_changes(page, writing, settle, desk, ask):
    fill_all(writing)
    writing.ui.body.moveCursor(writing.ui.body.textCursor().MoveOperation.Start)
    writing.ui.body.insertPlainText("Allerlaatste woord. ")
    page.editor.fix()
    settle()
    press(question(writing), "Vaststellen")
    settle()
    settle()
    fixed = in_vault(desk, ask, writing)
    assert fixed.fixed_on == date(2026, 11, 20)
    assert "Allerlaatste woord." in fixed.body
    assert writing.ui.body.isReadOnly()
    assert not writing.ui.fix.isVisible()
    assert writing.ui.save_pdf.isEnabled()
    assert "20 november 2026" in writing.ui.state.words.text()
    before = ask(lambda: desk.session.correspondence.pdf(fixed))
    ask(lambda: desk.session.correspondence.keep_advisor(Advisor(public_name="Iemand anders")))
    assert ask(lambda: desk.session.correspondence.pdf(fixed)) == before


def test_after_fixing_the_next_key_is_for_the_printer(page, writing, settle):
    page.window().activateWindow()
    fill_all(writing)
    writing.ui.fix.setFocus()
    writing.ui.fix.click()
    settle()
    press(question(writing), "Vaststellen")
    settle()
    settle()
    assert not writing.ui.fix.isVisible()
    assert page.window().focusWidget() is writing.ui.print_letter


@pytest.mark.parametrize("way_out", ["print_letter", "save_pdf"])
def test_a_letter_that_is_not_finished_names_what_is_missing_before_it_leaves(
    writing, settle, way_out
):
    getattr(writing.ui, way_out).click()
    settle()
    question = next(box for box in writing.findChildren(QMessageBox) if box.isVisible())
    assert f"[{FACTS}]" in question.informativeText()
    assert button_words(question.defaultButton()) == "Annuleren"
    question.reject()
    settle()
    assert not writing.findChildren(PrintDialog)
    assert not writing.findChildren(QFileDialog)
    writing.ui.subject.setText("Advies")
    writing.ui.body.setPlainText("Alles staat erin.")
    getattr(writing.ui, way_out).click()
    settle()
    settle()
    left = (*writing.findChildren(PrintDialog), *writing.findChildren(QFileDialog))
    assert [each.isVisible() for each in left] == [True]
    left[0].reject()


def though_unfinished(writing, settle):
    """Let a letter leave though fields of it are empty."""
    settle()
    question = next(box for box in writing.findChildren(QMessageBox) if box.isVisible())
    press(question, "Toch doorgaan")
    settle()


def test_printing_shows_the_pages_first_and_warns_of_the_queue(writing, settle):
    writing.ui.print_letter.click()
    though_unfinished(writing, settle)
    dialog = next(each for each in writing.findChildren(PrintDialog) if each.isVisible())
    settle()
    assert "kopie" in dialog.ui.note.text()
    assert "2" in dialog.ui.pages_count.text()
    dialog.reject()


def test_in_the_pages_to_be_printed_arrows_turn_and_enter_prints(
    writing, settle, monkeypatch, qtbot
):
    with cups.running() as server:
        monkeypatch.setenv("CUPS_SERVER", server.address)
        writing.ui.print_letter.click()
        though_unfinished(writing, settle)
        dialog = next(each for each in writing.findChildren(PrintDialog) if each.isVisible())
        settle()
        pages, bar = dialog.ui.scroll, dialog.ui.scroll.verticalScrollBar()
        assert dialog.focusWidget() is pages
        qtbot.keyClick(pages, Qt.Key.Key_Down)
        little = bar.value()
        assert little > 0
        qtbot.keyClick(pages, Qt.Key.Key_PageDown)
        assert bar.value() > little
        qtbot.keyClick(pages, Qt.Key.Key_Return)
        settle()
        assert not dialog.isVisible()
        assert server.spooled("d")


def test_a_day_that_is_typed_in_the_text_stands_in_the_subject_too(
    page, a_letter, a_case, desk, ask, settle, qtbot
):
    letter = a_letter("gespreksbevestiging")
    empty = replace(
        letter,
        subject="Ons gesprek op [datum van het gesprek]",
        body="Op [datum van het gesprek] spraken wij elkaar.",
    )
    ask(lambda: desk.session.correspondence.keep(empty))
    page.show_place(Place(page=Page.LETTERS, organisation=letter.organisation, letter=letter.id))
    settle()
    settle()
    ui = page.editor.ui
    page.editor._next_empty()
    qtbot.keyClicks(ui.body, "12 mei")
    assert ui.body.toPlainText() == "Op 12 mei spraken wij elkaar."
    assert ui.subject.text() == ui.title.text() == "Ons gesprek op 12 mei"
    ui.body.undo()
    assert ui.subject.text() == "Ons gesprek op [datum van het gesprek]"
    ui.body.redo()
    qtbot.keyClicks(ui.body, " jl.")
    assert ui.subject.text() == "Ons gesprek op 12 mei jl."
    page.editor.keep()
    settle()
    assert in_vault(desk, ask, page.editor).subject == "Ons gesprek op 12 mei jl."
    ui.subject.setText("Over woensdag")
    qtbot.keyClicks(ui.body, " ")
    ui.body.appendPlainText("Tot dan.")
    assert ui.subject.text() == "Over woensdag"


@pytest.mark.skipif(cups.CUPSD is None, reason="CUPS (cupsd) is not installed here")
def test_a_letter_goes_from_its_window_to_a_real_queue_and_that_is_said(
    writing, desk, ask, settle, monkeypatch
):
    said = []
    desk.news.said.connect(said.append)
    with cups.running() as server:
        monkeypatch.setenv("CUPS_SERVER", server.address)
        writing.ui.print_letter.click()
        though_unfinished(writing, settle)
        settle()
        dialog = next(each for each in writing.findChildren(PrintDialog) if each.isVisible())
        assert dialog.ui.printer.currentText() == cups.QUEUE
        assert said == []
        dialog.ui.print_now.click()
        settle()
        assert not dialog.isVisible()
        assert server.spooled("d") == ask(lambda: desk.session.correspondence.pdf(writing.letter))
    assert said == ["De brief is naar de printer gestuurd."]


def test_a_letter_that_was_removed_comes_back_as_it_was(page, writing, desk, settle):
    offered = []
    desk.news.undo_offered.connect(lambda words, undo: offered.append((words, undo)))
    writing.ui.body.setPlainText("Bijna af.")
    writing.ui.remove_letter.click()
    settle()
    settle()
    assert page.model.rowCount() == 0
    assert page.ui.empty_page.isVisible()
    assert page.window().focusWidget() is page.ui.open_cases
    words, undo = offered[0]
    assert "Merel" not in words
    undo()
    settle()
    settle()
    assert page.model.line(0).value.body == "Bijna af."


def test_a_list_names_subject_case_kind_and_state(page, writing, a_case, settle):
    settle()
    line = page.model.line(0)
    read = page.model.data(page.model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    for words in ("Uw mogelijkheden op een rij", a_case.number, "Adviesbrief", "Concept"):
        assert words in read
    writing.ui.subject.setText("Iets anders")
    writing.keep()
    settle()
    assert page.model.line(0).title == "Iets anders"
    assert line.facts == page.model.line(0).facts


def test_letters_come_page_by_page(page, a_case, a_letter, settle, desk, ask):
    first = a_letter()
    ask(
        lambda: [
            desk.session.correspondence.begin(a_case.id, "adviesbrief") for _ in range(PAGE + 5)
        ]
    )
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal, page)
    page.model.load(first.organisation)
    settle()
    assert PAGE <= page.model.rowCount() <= PAGE + 6
    settle()
    while page.model.canFetchMore(page.model.index(-1)):
        page.model.fetchMore(page.model.index(-1))
        settle()
    assert page.model.rowCount() == PAGE + 6
    assert page.model.row_of(first.id) >= 0


def test_a_letter_far_down_is_found_all_the_same(page, a_case, a_letter, settle, desk, ask, clock):
    first = a_letter()
    clock.pass_by(days=1)
    ask(
        lambda: [
            desk.session.correspondence.begin(a_case.id, "adviesbrief") for _ in range(PAGE + 5)
        ]
    )
    page.show_place(Place(page=Page.LETTERS, organisation=first.organisation, letter=first.id))
    settle()
    settle()
    assert page.editor.letter.id == first.id


def test_list_and_letter_take_turns_where_there_is_little_room(page, writing, qtbot):
    assert not page.ui.list_pane.isVisible()
    assert writing.ui.all_letters.isVisible()
    page.resize(1_400, 740)
    assert page.ui.list_pane.isVisible()
    assert not writing.ui.all_letters.isVisible()


def test_an_opened_letter_is_the_place_where_the_window_is(page, a_letter, desk, settle):
    letter, wanted = a_letter(), []
    page.show_place(Place(page=Page.LETTERS, organisation=letter.organisation))
    settle()
    desk.news.wanted.connect(wanted.append)
    page.ui.letters.activated.emit(page.model.index(0))
    settle()
    assert [place.letter for place in wanted] == [letter.id]


def test_an_organisation_without_letters_says_where_they_begin(page, an_organisation, desk, settle):
    client, wanted = an_organisation(name="Stichting Leeg", code="LEEG"), []
    page.show_place(Place(page=Page.LETTERS, organisation=client.id))
    settle()
    assert page.ui.empty_page.isVisible()
    assert page.window().focusWidget() is page.ui.open_cases
    desk.news.wanted.connect(wanted.append)
    page.ui.open_cases.click()
    assert wanted == [Place(page=Page.CASES, organisation=client.id)]


def test_everything_that_can_be_reached_has_a_name(page, writing):
    for widget in page.findChildren(QWidget):
        reachable = widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if reachable and not widget.focusProxy():
            interface = QAccessible.queryAccessibleInterface(widget)
            assert interface.text(QAccessible.Text.Name), widget.objectName()


def test_tab_goes_through_the_letter_in_reading_order_and_out_again(page, writing, qtbot):
    writing.ui.all_letters.setFocus()
    seen = []
    while (focused := page.focusWidget()).objectName() not in seen:
        seen.append(focused.objectName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        assert len(seen) < 20
    wanted = ["all_letters", "subject", "addressee", "body", "insert_field", "next_field", "fit"]
    assert seen[: len(wanted)] == wanted
    assert {"paper", "remove_letter", "print_letter", "save_pdf"} <= set(seen)


def test_no_word_of_a_letter_stands_in_the_repr_of_what_follows_its_fields():
    echo = FieldEcho("Beste Robin, op [datum] spraken wij.")
    assert echo.follow(
        "Beste Robin, op 3 mei spraken wij.", "Gesprek van [datum]", ["[datum]"]
    ) == ("Gesprek van 3 mei")
    assert "Robin" not in repr(echo._place)
    assert "3 mei" not in repr(echo._place)
