"""How the advisor stands on paper is chosen in a window: name, address, logo and signature."""

from dataclasses import replace

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from advisor_app.domain.language import Language
from advisor_app.domain.organisation import Advisor
from advisor_app.domain.problems import Problem
from advisor_app.domain.settings import Theme, Typeface
from advisor_app.gui.letters.begin_letter import BeginLetterDialog
from advisor_app.gui.letters.letterhead_dialog import LetterheadDialog
from advisor_app.gui.letters.letters_page import LettersPage
from advisor_app.gui.look import Look
from advisor_app.gui.places import Page, Place
from advisor_app.gui.shortcuts import Command
from advisor_app.services import pictures, words
from tests.documents import reading
from tests.documents.samples import picture
from tests.documents.test_conformity import UA, A, faults
from tests.gui.conftest import key, keys, nameless, settle, tab_chain
from tests.services.test_pictures import photograph, told


@pytest.fixture
def logo(tmp_path):
    path = tmp_path / "geheim-logo.png"
    path.write_bytes(picture())
    return path


@pytest.fixture
def signature(tmp_path):
    return photograph(tmp_path / "geheim-handtekening.jpg", exif=told())


@pytest.fixture
def dialog(desk, ask, qtbot):
    ask(lambda: desk.session.correspondence.keep_advisor(Advisor(public_name="Marijke")))
    dialog = LetterheadDialog(desk, None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    settle(qtbot, desk)
    return dialog


def kept(desk, ask):
    return ask(desk.session.correspondence.advisor)


def answer(asks, path, qtbot):
    """Type the name of a file into the window that asks for one, and press Enter."""
    qtbot.waitUntil(asks.isVisible)
    line = asks.findChild(QLineEdit, "fileNameEdit")
    line.setText(str(path))
    qtbot.keyClick(line, Qt.Key.Key_Return)


def asking(dialog):
    return next(each for each in dialog.findChildren(QFileDialog) if each.isVisible())


def test_logo_and_signature_are_chosen_by_keyboard_and_kept(
    dialog, desk, ask, logo, signature, qtbot
):
    for path, forward in ((logo, 3), (signature, 2)):  # from a picture over its remove button
        for _tab in range(forward):
            key(Qt.Key.Key_Tab)
        key(Qt.Key.Key_Space)
        answer(asking(dialog), path, qtbot)
        dialog.activateWindow()  # as a window manager does; there is none here
        qtbot.waitUntil(dialog.isActiveWindow)
        settle(qtbot, desk)
    assert kept(desk, ask).logo == b""
    key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, desk)
    assert not dialog.isVisible()
    found = kept(desk, ask)
    assert found.logo == pictures.read("logo", logo)
    assert found.signature == pictures.read("signature", signature)
    assert b"geheim" not in found.logo + found.signature


def test_a_picture_is_taken_away_again(dialog, desk, ask, logo, qtbot):
    ask(
        lambda: desk.session.correspondence.keep_advisor(
            Advisor(public_name="Marijke", logo=picture(), signature=picture("JPEG"))
        )
    )
    again = LetterheadDialog(desk, None)
    qtbot.addWidget(again)
    again.show()
    again.activateWindow()
    qtbot.waitUntil(again.isActiveWindow)
    settle(qtbot, desk)
    field = again.letterhead.ui.logo
    assert field.remove.isVisible()
    field.remove.setFocus()
    key(Qt.Key.Key_Space)
    assert not field.remove.isVisible()
    assert QApplication.focusWidget() is field.choose
    assert field.preview.text() == "Geen afbeelding"
    again.save()
    settle(qtbot, desk)
    assert kept(desk, ask).logo == b""
    assert kept(desk, ask).signature


def test_what_was_chosen_and_not_saved_comes_back_in_either_dialog(
    dialog, desk, ask, an_organisation, a_case, logo, qtbot
):
    dialog.letterhead.ui.public_name.setText("Marijke van Duinhoven")
    dialog.letterhead.take_file("logo", logo)
    settle(qtbot, desk)
    dialog.ui.cancel.click()
    settle(qtbot, desk)
    assert not dialog.isVisible()
    assert kept(desk, ask) == replace(kept(desk, ask), public_name="Marijke", logo=b"")
    again = BeginLetterDialog(desk, a_case(an_organisation()).id, None)
    qtbot.addWidget(again)
    again.show()
    settle(qtbot, desk)
    assert again.letterhead.ui.kept.isVisible()
    assert again.letterhead.ui.public_name.text() == "Marijke van Duinhoven"
    assert again.letterhead.ui.logo.content == pictures.read("logo", logo)
    again.begin()
    settle(qtbot, desk)
    assert again.letter is not None
    assert kept(desk, ask).public_name == "Marijke van Duinhoven"
    assert kept(desk, ask).logo
    assert ask(desk.session.drafts.all) == []


@pytest.mark.parametrize("way", ["save", "begin"])
def test_what_is_kept_while_the_letterhead_is_being_saved_does_not_come_back(
    dialog, desk, ask, an_organisation, a_case, way, qtbot
):
    if way == "begin":
        dialog = BeginLetterDialog(desk, a_case(an_organisation()).id, None)
        qtbot.addWidget(dialog)
        dialog.show()
        settle(qtbot, desk)
    dialog.letterhead.ui.public_name.setText("Marijke van Duinhoven")
    getattr(dialog, way)()
    dialog.letterhead.draft.keep()  # its timer does not wait for the vault
    settle(qtbot, desk)
    assert not dialog.isVisible()
    assert kept(desk, ask).public_name == "Marijke van Duinhoven"
    assert ask(desk.session.drafts.all) == []


def test_who_begins_the_letterhead_anew_sees_it_as_it_is_kept(dialog, desk, ask, logo, qtbot):
    dialog.letterhead.take_file("logo", logo)
    settle(qtbot, desk)
    dialog.reject()
    settle(qtbot, desk)
    again = LetterheadDialog(desk, None)
    qtbot.addWidget(again)
    again.show()
    settle(qtbot, desk)
    again.letterhead.ui.kept.begin_anew.click()
    settle(qtbot, desk)
    assert again.letterhead.ui.public_name.text() == "Marijke"
    assert again.letterhead.ui.logo.content == b""
    assert ask(desk.session.drafts.all) == []


def test_saving_waits_for_a_picture_that_is_still_being_read(dialog, desk, ask, logo, qtbot):
    dialog.letterhead.take_file("logo", logo)
    dialog.save()
    settle(qtbot, desk)
    assert not dialog.isVisible()
    assert kept(desk, ask).logo


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"%PDF-1.7 geheim", Problem.NOT_AN_IMAGE),
        (picture()[:-200], Problem.NOT_AN_IMAGE),
        (b"", Problem.EMPTY_FILE),
        (b"\0" * (pictures.LARGEST + 1), Problem.IMAGE_TOO_LARGE),
        (None, Problem.NOT_FOUND),
    ],
)
def test_what_is_refused_is_said_below_its_field_and_the_picture_stays(
    desk, heard, logo, tmp_path, qtbot, language, content, problem
):
    dialog = LetterheadDialog(replace(desk, language=language), None)
    qtbot.addWidget(dialog)
    dialog.show()
    settle(qtbot, desk)
    part = dialog.letterhead
    part.take_file("signature", logo)
    settle(qtbot, desk)
    before = part.ui.signature.content
    path = tmp_path / "geheim.png"
    if content is not None:
        path.write_bytes(content)
    part.take_file("signature", path)
    settle(qtbot, desk)
    sentence = words.sentence(problem, language)
    assert part.ui.signature_problem.isVisible()
    assert part.ui.signature_problem.text() == sentence
    assert any(sentence in each for each in heard)
    assert part.ui.signature.content == before != b""
    part.take_file("signature", logo)
    settle(qtbot, desk)
    assert not part.ui.signature_problem.isVisible()


def test_who_saves_while_a_file_that_is_no_picture_is_read_stays_here(
    dialog, desk, tmp_path, qtbot
):
    path = tmp_path / "brief.png"
    path.write_bytes(b"%PDF-1.7")
    dialog.letterhead.take_file("logo", path)
    dialog.save()
    settle(qtbot, desk)
    assert dialog.isVisible()
    assert dialog.letterhead.ui.logo_problem.isVisible()


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK, Theme.CONTRAST])
def test_a_picture_lies_on_paper_in_every_theme(desk, logo, qtbot, theme):
    look = Look(theme, 100, Typeface.INTER)
    look.wear(QApplication.instance())
    dialog = LetterheadDialog(replace(desk, look=look), None)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    settle(qtbot, desk)
    dialog.letterhead.take_file("logo", logo)
    settle(qtbot, desk)
    preview = dialog.letterhead.ui.logo.preview
    shown = preview.grab().toImage()
    paper = look.colour("paper")
    assert shown.pixelColor(8, shown.height() // 2) == paper  # beside the picture
    assert shown.pixelColor(shown.width() // 2 + 40, shown.height() // 2) == paper  # its ground
    ink = QColor(31, 90, 102)
    pixels = {shown.pixelColor(x, shown.height() // 2).name() for x in range(shown.width())}
    dimmed = QColor(
        *(round(part * ground / 255) for part, ground in zip(
            ink.getRgb()[:3], paper.getRgb()[:3], strict=True))
    )  # fmt: skip
    assert any(
        abs(QColor(each).red() - dimmed.red()) < 4 and abs(QColor(each).blue() - dimmed.blue()) < 4
        for each in pixels
    )


def test_a_screen_reader_tells_the_two_pictures_apart(dialog, desk, heard, logo, qtbot):
    part = dialog.letterhead
    part.take_file("signature", logo)
    settle(qtbot, desk)
    assert nameless(dialog) == []

    def name(widget):
        return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)

    assert name(part.ui.logo.choose) == "Logo: geen afbeelding. Kiezen…"
    assert name(part.ui.signature.choose) == "Handtekening: gekozen. Kiezen…"
    assert name(part.ui.signature.remove) == "Handtekening: gekozen. Verwijderen"
    assert name(part.ui.signature.preview) == "Handtekening: gekozen"
    assert "Handtekening: gekozen" in heard


def test_tab_goes_through_the_letterhead_before_its_buttons(dialog, desk, logo, qtbot):
    for field in ("logo", "signature"):
        dialog.letterhead.take_file(field, logo)
    settle(qtbot, desk)
    chain = tab_chain(dialog)
    fields = ["public_name", "function_line", "letterhead_lines"]
    assert chain[chain.index("public_name") :][:3] == fields
    assert chain[-2:] == ["cancel", "save"]


def test_what_the_name_of_a_file_says_is_in_no_title_and_no_word_of_the_window(
    dialog, desk, logo, qtbot
):
    dialog.letterhead.ui.logo.choose.click()
    asks = asking(dialog)
    answer(asks, logo, qtbot)
    settle(qtbot, desk)
    said = [dialog.windowTitle(), dialog.letterhead.ui.logo.called()]
    said += [each.text() for each in dialog.findChildren(QLineEdit)]
    assert not any("geheim" in each for each in said)


def test_the_first_letter_asks_for_the_pictures_and_shows_them_at_once(
    open_page, desk, ask, an_organisation, a_case, logo, signature, qtbot
):
    client = an_organisation()
    case = a_case(client)
    page = open_page(LettersPage)
    page.show_place(Place(page=Page.LETTERS, organisation=client.id, case=case.id))
    settle(qtbot, desk)
    asks = next(each for each in page.findChildren(BeginLetterDialog) if each.isVisible())
    asks.letterhead.ui.public_name.setText("Marijke van Duinhoven")
    asks.letterhead.take_file("logo", logo)
    asks.letterhead.take_file("signature", signature)
    asks.ui.begin.click()
    settle(qtbot, desk)
    pdf = page.editor._paper._pdf
    alternatives = reading.tree(pdf)
    assert sum("Figure" in each for each in alternatives) == 2
    assert b"geheim" not in pdf
    assert faults(pdf, UA) == faults(pdf, A) == []
    assert pdf == ask(lambda: desk.session.correspondence.pdf(page.editor.letter))


def test_an_open_letter_follows_the_letterhead_and_a_fixed_one_stays(
    open_page, desk, ask, an_organisation, a_case, logo, qtbot
):
    client = an_organisation()
    case = a_case(client)
    correspondence = desk.session.correspondence

    def begin():
        correspondence.keep_advisor(Advisor(public_name="Marijke van Duinhoven"))
        letter = correspondence.begin(case.id, "adviesbrief")
        return correspondence.keep(replace(letter, subject="Advies", body="Beste lezer."))

    letter = ask(begin)
    page = open_page(LettersPage)
    page.show_place(Place(page=Page.LETTERS, organisation=client.id, letter=letter.id))
    settle(qtbot, desk)
    before = page.editor._paper._pdf
    assert before
    dialog = LetterheadDialog(desk, page)
    dialog.open()
    settle(qtbot, desk)
    dialog.letterhead.take_file("logo", logo)
    settle(qtbot, desk)
    dialog.save()
    settle(qtbot, desk)
    after = page.editor._paper._pdf
    assert sum("Figure" in each for each in reading.tree(after)) == 1
    page.editor.fix_now()
    settle(qtbot, desk)
    fixed = page.editor._paper._pdf
    ask(lambda: correspondence.keep_advisor(Advisor(public_name="Iemand anders")))
    settle(qtbot, desk)
    assert page.editor._paper._pdf == fixed


def test_the_palette_leads_to_the_letterhead(window, desk, an_organisation, qtbot):
    an_organisation()
    shown = window(Place(page=Page.TODAY))
    shown.do(Command.EDIT_LETTERHEAD)
    settle(qtbot, desk)
    (dialog,) = shown.findChildren(LetterheadDialog)
    assert dialog.isVisible()
    keys("Marijke van Duinhoven")
    assert dialog.letterhead.ui.public_name.text() == "Marijke van Duinhoven"
    dialog.reject()


def test_a_picture_is_as_sharp_as_the_screen(dialog, desk, tmp_path, qtbot):
    path = tmp_path / "groot.png"
    Image.new("RGB", (2_000, 100), "navy").save(path)
    dialog.letterhead.take_file("logo", path)
    settle(qtbot, desk)
    preview = dialog.letterhead.ui.logo.preview
    shown = preview.pixmap()
    assert shown.devicePixelRatio() == dialog.devicePixelRatioF()
    assert shown.deviceIndependentSize().width() <= preview.width()
    dialog.resize(dialog.width() + 100, dialog.height())
    qtbot.wait(20)
    assert preview.pixmap().width() > shown.width()
