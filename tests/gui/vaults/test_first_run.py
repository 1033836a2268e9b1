"""The first two minutes: nobody gets a vault without a strong passphrase and a code on paper."""

import shutil
import subprocess

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox

from advisor_app.domain.language import Language
from advisor_app.domain.settings import Theme, Typeface
from advisor_app.gui.frame.main_window import MainWindow
from advisor_app.gui.look import Look
from advisor_app.gui.parts.form import show_value
from advisor_app.gui.places import Page, Place
from advisor_app.gui.printing.print_dialog import PrintDialog
from advisor_app.gui.scrolling import FRAME
from advisor_app.gui.vaults.first_run import FirstRun
from advisor_app.gui.vaults.recovery_code_dialog import RecoveryCodeDialog
from advisor_app.gui.vaults.vault_place_dialog import VaultPlaceDialog
from advisor_app.keychain import Keychain
from advisor_app.services.access import Access
from advisor_app.storage.keys import FLOOR_COST
from tests.conftest import PASSPHRASE
from tests.gui.conftest import button_words, cut_off, key, keys, nameless, press, tab_chain

WEAK = ("welkom2026", "Welkom2026!Welkom2026!", "aaaaaaaaaaaaaaaaaaaa")


@pytest.fixture
def make(qtbot, tasks, look):
    """Make a first window in some folder of vaults."""
    made = []

    def make(access, language=Language.NL, dressed=look):
        folder = access.folders.of("Mijn praktijk")
        window = FirstRun(access, tasks, dressed, language, folder)
        window.opened.connect(made.append)
        window.resize(1280, 800)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield make
    for session in made:
        tasks.run(session.close)
    qtbot.waitUntil(tasks.is_idle, timeout=20_000)


@pytest.fixture
def window(make, access, qtbot, tasks):
    window = make(access)
    yield window
    qtbot.waitUntil(tasks.is_idle, timeout=20_000)
    if window._session is not None:
        tasks.run(window._session.close)
    qtbot.waitUntil(tasks.is_idle, timeout=20_000)
    window.deleteLater()


@pytest.fixture
def wait(qtbot, tasks):
    def wait():
        qtbot.waitUntil(tasks.is_idle, timeout=20_000)
        qtbot.wait(5)

    return wait


def choose_passphrase(window, passphrase=PASSPHRASE):
    """Type a passphrase twice, by keys alone."""
    window.ui.passphrase.setFocus()
    keys(passphrase)
    key(Qt.Key.Key_Return)
    keys(passphrase)
    key(Qt.Key.Key_Return)


def type_groups(window):
    """Type the two groups that are asked for, from the paper."""
    groups, asked = window.recovery_step.proof.groups, window.recovery_step.proof.asked
    for field, place in zip(("first_group", "second_group"), asked, strict=True):
        getattr(window.ui, field).setFocus()
        keys(groups[place])


def files_below(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_three_steps_by_keys_alone_end_in_an_empty_vault_that_opens_both_ways(
    window, access, wait, ask, qtbot
):
    keys(PASSPHRASE)
    key(Qt.Key.Key_Return)
    keys(PASSPHRASE.replace(" ", "  "))
    key(Qt.Key.Key_Return)
    wait()
    assert window.ui.print_sheet.hasFocus()
    groups, asked = window.recovery_step.proof.groups, window.recovery_step.proof.asked
    code = "-".join(groups)
    key(Qt.Key.Key_Tab)
    key(Qt.Key.Key_Tab)
    assert window.ui.first_group.hasFocus()
    keys(f" {groups[asked[0]].lower()} ")
    window.ui.second_group.setFocus()
    keys(groups[asked[1]])
    key(Qt.Key.Key_Return)
    assert window.ui.begin_empty.hasFocus()
    with qtbot.waitSignal(window.opened) as opened:
        key(Qt.Key.Key_Return)
    (session,) = opened.args
    assert session.vault_name == "Mijn praktijk"
    assert ask(session.organisations.all) == []
    ask(session.close)
    ask(lambda: access.open(session.folder, PASSPHRASE).close())
    ask(lambda: access.open_with_recovery_code(session.folder, code).close())


def test_who_ends_the_program_before_the_code_is_on_paper_is_asked_for_it_again(
    program, access, ask, qtbot
):
    """As after a power cut in step 2: the vault is there, and its passphrase opens it."""
    session, _code = access.create(access.folders.of("Mijn praktijk"), PASSPHRASE, owes_code=True)
    session.close()
    for is_confirmed in (False, True):
        program.begin()
        program.window.ui.passphrase.setText(PASSPHRASE)
        program.window.open()
        qtbot.waitUntil(lambda: isinstance(program.window, MainWindow), timeout=20_000)
        qtbot.waitUntil(program.tasks.is_idle, timeout=20_000)
        dialogs = program.window.findChildren(RecoveryCodeDialog)
        assert len(dialogs) == (0 if is_confirmed else 1)
        for dialog in dialogs:
            assert (dialog.isVisible(), "niet op papier" in dialog.ui.heading.text()) == (
                True,
                True,
            )
            proof = dialog._proof
            for field, place in zip(("first_group", "second_group"), proof.asked, strict=True):
                getattr(dialog.ui, field).setText(proof.groups[place])
            dialog.ui.current.setText(PASSPHRASE)
            dialog.replace_code()
            qtbot.waitUntil(program.tasks.is_idle, timeout=20_000)
            program._leave_demo()


def test_a_code_that_was_confirmed_is_not_asked_for_again(window, wait, ask):
    choose_passphrase(window)
    wait()
    assert ask(window._session.settings.owes_recovery_code)
    type_groups(window)
    key(Qt.Key.Key_Return)
    wait()
    assert not ask(window._session.settings.owes_recovery_code)


def test_who_begins_is_asked_for_an_organisation_first(program, qtbot):
    program.begin()
    first = program.window
    for field in (first.ui.passphrase, first.ui.repeated):
        field.setText(PASSPHRASE)
    first.go_on()
    qtbot.waitUntil(lambda: first.recovery_step.proof is not None, timeout=20_000)
    proof = first.recovery_step.proof
    for field, place in zip(
        (first.ui.first_group, first.ui.second_group), proof.asked, strict=True
    ):
        field.setText(proof.groups[place])
    first.go_on()
    first.ui.begin_empty.click()
    qtbot.waitUntil(lambda: program.window is not first, timeout=20_000)
    qtbot.waitUntil(program.tasks.is_idle, timeout=20_000)
    page = program.window.ui.pages.currentWidget()
    assert program.window.place == Place(page=Page.ORGANISATION, new_organisation=True)
    assert program.window.focusWidget() is page.ui.name
    room = program.window.screen().availableSize()
    assert program.window.height() <= room.height() - FRAME


def test_nothing_is_cut_off_while_the_vault_is_made(window, wait, qtbot):
    choose_passphrase(window)
    assert window.ui.working.isVisible()
    qtbot.wait(1)
    assert cut_off(window) == []
    wait()


@pytest.mark.parametrize("typed", WEAK)
def test_a_weak_passphrase_is_refused_below_its_field_and_stays(window, access, wait, heard, typed):
    choose_passphrase(window, typed)
    wait()
    ui = window.ui
    assert ui.passphrase_problem.isVisible()
    assert ui.passphrase.line.hasFocus()
    assert ui.passphrase.text() == typed
    assert ui.passphrase_problem.text() in ui.passphrase.line.accessibleDescription()
    assert ui.passphrase_problem.text() in heard[-1]
    assert access.folders.all() == ()


def test_nothing_typed_is_no_passphrase(window, access, wait):
    key(Qt.Key.Key_Return)
    key(Qt.Key.Key_Return)
    wait()
    assert window.ui.passphrase_problem.isVisible()
    assert access.folders.all() == ()


def test_two_passphrases_that_differ_are_told_below_the_second_until_it_is_mended(
    window, access, wait
):
    ui = window.ui
    ui.passphrase.setText(PASSPHRASE)
    ui.repeated.setFocus()
    keys(PASSPHRASE[:-1])
    assert ui.different.isVisible()
    key(Qt.Key.Key_Return)
    wait()
    assert ui.repeated_problem.isVisible()
    assert ui.repeated.line.hasFocus()
    assert ui.repeated.text() == PASSPHRASE[:-1]
    assert access.folders.all() == ()
    keys(PASSPHRASE[-1])
    assert not ui.repeated_problem.isVisible()
    assert ui.repeated.property("wrong") != "true"
    assert ui.same.isVisible()
    assert not ui.different.isVisible()


@pytest.mark.parametrize(
    ("typed", "words", "bars"),
    [("", "", 0), ("welkom", "Nog te kort", None), ("Mijn praktijk Mijn praktijk", "Te makkelijk", None),
     (PASSPHRASE, "Heel sterk", 4)],
)  # fmt: skip
def test_the_meter_speaks_in_plain_words(window, wait, typed, words, bars):
    window.ui.passphrase.setText("x")
    window.ui.passphrase.setText(typed)
    wait()
    assert window.ui.verdict.text().startswith(words)
    lit = [n for n in range(1, 5) if getattr(window.ui, f"bar_{n}").property("tone")]
    assert bars is None or len(lit) == bars
    assert (len(lit) == 4) == (typed == PASSPHRASE)


def test_six_words_are_proposed_and_others_on_request(window):
    def words():
        return [label.text() for label in window.passphrase_step.words()]

    before = words()
    window.ui.other_words.click()
    assert len(set(before)) == 6
    assert words() != before


def test_a_passphrase_may_be_pasted_into_both_fields(window, access, wait):
    QGuiApplication.clipboard().setText(PASSPHRASE)
    for field in (window.ui.passphrase, window.ui.repeated):
        field.setFocus()
        key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert field.text() == PASSPHRASE
    key(Qt.Key.Key_Return)
    wait()
    assert len(access.folders.all()) == 1


def test_the_eye_button_says_what_it_does(window):
    field = window.ui.repeated
    assert (button_words(field.toggle), field.toggle.accessibleName()) == (
        "Tonen",
        "Wachtzin tonen",
    )
    assert field.line.echoMode() == QLineEdit.EchoMode.Password
    field.toggle.setFocus()
    key(Qt.Key.Key_Space)
    assert (button_words(field.toggle), field.toggle.accessibleName()) == (
        "Verbergen", "Wachtzin verbergen",
    )  # fmt: skip
    assert field.line.echoMode() == QLineEdit.EchoMode.Normal


def test_enter_pressed_twice_makes_one_vault(window, access, wait):
    choose_passphrase(window)
    window.ui.repeated.accepted.emit()
    assert not window.ui.go_on.isEnabled()
    assert window.ui.working.isVisible()
    window.close()
    assert window.isVisible()
    wait()
    assert window.ui.pages.currentWidget() is window.ui.recovery_page
    assert not window.ui.problem.isVisible()
    assert len(access.folders.all()) == 1


def test_the_passphrase_is_forgotten_once_there_is_a_vault(window, wait):
    choose_passphrase(window)
    wait()
    assert window.ui.passphrase.text() == window.ui.repeated.text() == ""


def test_a_wrong_group_is_told_below_it_and_what_was_typed_stays(window, wait, heard):
    choose_passphrase(window)
    wait()
    ui = window.ui
    type_groups(window)
    ui.second_group.setText("00000")
    ui.go_on.click()
    assert not ui.first_group_problem.isVisible()
    assert ui.second_group_problem.isVisible()
    assert ui.second_group.hasFocus()
    assert ui.second_group.text() == "00000"
    assert str(window.recovery_step.proof.asked[1] + 1) in heard[-1]
    assert ui.pages.currentWidget() is ui.recovery_page
    ui.go_on.click()
    assert ui.pages.currentWidget() is ui.recovery_page


def test_the_code_is_not_on_the_screen_while_it_is_typed_over(window, wait):
    choose_passphrase(window)
    wait()
    ui = window.ui
    assert ui.code.isVisible()
    assert all(group in ui.code.text() for group in window.recovery_step.proof.groups)
    ui.copy_by_hand.click()
    assert ui.first_group.hasFocus()
    assert ui.code.isVisible()
    keys("A")
    assert not ui.code.isVisible()
    ui.show_code.setFocus()
    key(Qt.Key.Key_Return)
    assert ui.code.isVisible()
    assert ui.first_group.text() == ""


def test_the_code_is_gone_from_the_window_after_it_was_confirmed(window, wait):
    choose_passphrase(window)
    wait()
    type_groups(window)
    ui = window.ui
    ui.go_on.click()
    assert ui.pages.currentWidget() is ui.begin_page
    assert (ui.code.text(), ui.code.accessibleName()) == ("", "")
    assert window.recovery_step.proof is None
    assert ui.first_group.text() == ui.second_group.text() == ""


def test_the_code_is_printed_from_memory_and_stands_in_no_file(
    window, access, tasks, look, wait, qtbot, tmp_path
):
    choose_passphrase(window)
    wait()
    groups = window.recovery_step.proof.groups
    window.ui.print_sheet.click()
    wait()
    dialog = window.findChild(PrintDialog)
    assert dialog._pdf.startswith(b"%PDF")
    dialog.reject()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    type_groups(window)
    window.ui.go_on.click()
    for path in files_below(tmp_path):
        content = path.read_bytes()
        assert not any(group.encode() in content for group in groups[:-1]), path


def answer(window, verb, qtbot):
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    box = window.findChild(QMessageBox)
    default = button_words(box.defaultButton())
    press(box, verb)
    return default


def test_who_stops_without_the_code_on_paper_is_asked_and_leaves_nothing(
    window, access, wait, qtbot, tmp_path
):
    choose_passphrase(window)
    wait()
    window.ui.stop.click()
    assert answer(window, "Annuleren", qtbot) == "Annuleren"
    assert window.isVisible()
    assert len(access.folders.all()) == 1
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is None)
    window.close()
    with qtbot.waitSignal(window.closed):
        answer(window, "Stoppen en weggooien", qtbot)
    wait()
    assert not window.isVisible()
    assert files_below(access.folders.home) == []


def test_a_vault_whose_code_is_on_paper_stays_when_the_window_is_closed(window, access, wait, ask):
    choose_passphrase(window)
    wait()
    type_groups(window)
    window.ui.go_on.click()
    window.close()
    wait()
    (known,) = access.folders.all()
    ask(lambda: access.open(known.folder, PASSPHRASE).close())


def test_practising_leaves_the_new_vault_closed_behind(window, access, wait, ask, qtbot):
    choose_passphrase(window)
    wait()
    type_groups(window)
    window.ui.go_on.click()
    with qtbot.waitSignal(window.demo_wanted):
        window.ui.begin_demo.click()
    assert "oefenkluis wordt gemaakt" in window.ui.working.text()
    assert window.ui.working.isVisible()
    qtbot.wait(1)
    assert cut_off(window) == []
    wait()
    (known,) = access.folders.all()
    ask(lambda: access.open(known.folder, PASSPHRASE).close())


@pytest.mark.parametrize("kib", [8, 64])
def test_a_full_disk_is_told_nothing_is_left_behind_and_the_text_stays(
    make, clock, small_disk, wait, kib
):
    home = small_disk(kib)
    access = Access(home, lambda: Keychain(None), clock, cost=FLOOR_COST)
    window = make(access)
    choose_passphrase(window)
    wait()
    assert "schijf is vol" in window.ui.problem.text()
    assert window.ui.problem.isVisible()
    assert window.ui.repeated.line.hasFocus()
    assert window.ui.passphrase.text() == window.ui.repeated.text() == PASSPHRASE
    assert files_below(home) == []
    window.deleteLater()


def test_a_folder_that_cannot_be_written_is_named(make, clock, small_disk, wait):
    home = small_disk(512)
    subprocess.run(["mount", "-o", "remount,ro", str(home)], check=True)
    window = make(Access(home, lambda: Keychain(None), clock, cost=FLOOR_COST))
    choose_passphrase(window)
    wait()
    assert "mag niet worden geschreven" in window.ui.problem.text()
    assert str(home) in window.ui.problem.text()
    assert window.ui.passphrase.text() == PASSPHRASE
    window.deleteLater()


def test_tab_goes_as_one_reads_and_comes_back(window, wait):
    first = ["other_words", "passphrase", "passphrase", "repeated", "repeated",
             "change_place", "stop",
             "have_vault", "go_on", "language"]  # fmt: skip
    chain = tab_chain(window)
    start = chain.index("other_words")
    assert chain[start:] + chain[:start] == first
    choose_passphrase(window)
    wait()
    chain = tab_chain(window)
    start = chain.index("print_sheet")
    assert chain[start:] + chain[:start] == [
        "print_sheet", "copy_by_hand", "first_group", "second_group", "stop", "go_on",
    ]  # fmt: skip


def test_everything_focusable_has_a_name_in_each_step(window, wait):
    assert nameless(window) == []
    assert window.ui.passphrase.line.accessibleName() == "Uw wachtzin"
    choose_passphrase(window)
    wait()
    assert nameless(window) == []
    type_groups(window)
    assert nameless(window) == []
    window.ui.go_on.click()
    assert nameless(window) == []
    assert window.windowTitle() == "Vertrouwd"


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(("scale", "theme"), [(80, Theme.DARK), (100, Theme.LIGHT),
                                              (150, Theme.LIGHT), (200, Theme.CONTRAST)])  # fmt: skip
def test_nothing_is_cut_off_on_a_small_screen_at_any_size(
    make, access, qapp, translation, wait, qtbot, scale, theme, language
):
    look = Look(theme, scale, Typeface.ATKINSON)
    look.wear(QApplication.instance())
    translation.wear(language)
    window = make(access, language, look)
    window.resize(1366, 768)
    qtbot.wait(20)
    for word in window.passphrase_step.words():
        word.setText("verantwoording")
    window.passphrase_step.lay_words()
    window.ui.repeated.setText("x")
    window.go_on()
    qtbot.wait(20)
    assert cut_off(window) == []
    window.ui.passphrase.setText(PASSPHRASE)
    window.ui.repeated.setText(PASSPHRASE)
    window.go_on()
    wait()
    window.ui.first_group.setText("x")
    window.go_on()
    qtbot.wait(20)
    assert cut_off(window) == []
    type_groups(window)
    proof = window.recovery_step.proof
    window.ui.first_group.setText(proof.groups[proof.asked[0]])
    window.go_on()
    qtbot.wait(20)
    assert window.ui.pages.currentWidget() is window.ui.begin_page
    assert cut_off(window) == []
    window.ui.begin_empty.click()
    window.deleteLater()


def test_a_field_in_error_is_scrolled_into_sight(make, access, wait, qtbot):
    look = Look(Theme.LIGHT, 200, Typeface.INTER)
    look.wear(QApplication.instance())
    window = make(access, Language.NL, look)
    window.resize(1366, 768)
    qtbot.wait(20)
    window.ui.passphrase.setText(PASSPHRASE)
    window.ui.repeated.setText("x")
    window.ui.scroll.verticalScrollBar().setValue(0)
    window.ui.go_on.click()
    qtbot.wait(30)
    seen = window.ui.repeated_problem.visibleRegion().boundingRect()
    assert seen.height() == window.ui.repeated_problem.height()
    window.deleteLater()


@pytest.fixture
def dialog(window, qtbot):
    """Open the choice of name and folder by keys."""
    window.ui.change_place.setFocus()
    key(Qt.Key.Key_Return)
    dialog = window.findChild(VaultPlaceDialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_a_vault_comes_under_another_name_in_another_folder_and_is_found_again(
    window, dialog, access, wait, ask, tmp_path, qtbot
):
    elsewhere = tmp_path / "Bewaard & wel"
    elsewhere.mkdir()
    assert dialog.ui.name.hasFocus()
    assert dialog.ui.place.text() == str(access.folders.home)
    keys("Praktijk Zuid")
    dialog.ui.place.setFocus()
    dialog.ui.place.selectAll()
    keys(str(elsewhere))
    key(Qt.Key.Key_Return)
    wait()
    assert window.findChild(VaultPlaceDialog) is None
    assert "Praktijk Zuid" in window.ui.place_text.text()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    choose_passphrase(window)
    wait()
    folder = elsewhere / "Praktijk Zuid.vault"
    assert window._session.folder == folder
    assert [(known.name, known.folder) for known in access.folders.all()] == [
        ("Praktijk Zuid", folder)
    ]
    again = Access(access.folders.home, lambda: Keychain(None), access._now, cost=FLOOR_COST)
    assert again.folders.all() == access.folders.all()
    type_groups(window)
    window.go_on()
    ask(window._session.close)
    shutil.rmtree(folder)
    assert access.folders.all() == ()


def is_a_file(place, name):
    place.write_text("x")


def is_taken(place, name):
    (place / f"{name}.vault").mkdir(parents=True)
    (place / f"{name}.vault" / "van mij").write_text("x")


def is_a_vault(place, name):
    place.mkdir()
    return place / "oud.vault"


@pytest.mark.parametrize(
    ("spoil", "name", "field", "said"),
    [
        (None, "Praktijk", "place", "bestaat niet"),
        (is_a_file, "Praktijk", "place", "geen gewone map"),
        (is_taken, "Praktijk", "name", "niets overschreven"),
        (is_a_vault, "Praktijk", "place", "geen gewone map"),
        (None, "", "name", "Geef de kluis een naam"),
        (None, "a/b", "name", "kan niet"),
        (None, "x" * 61, "name", "kan niet"),
    ],
)
def test_a_bad_name_or_folder_is_told_below_it_and_stays(
    dialog, wait, tmp_path, heard, spoil, name, field, said
):
    place = tmp_path / "plek"
    place = (spoil(place, name) if spoil else None) or place
    dialog.ui.name.setText(name)
    dialog.ui.place.setText(str(place))
    dialog.ui.take.click()
    wait()
    assert said in getattr(dialog.ui, f"{field}_problem").text()
    assert said in heard[-1]
    assert getattr(dialog.ui, field).hasFocus()
    assert (dialog.ui.name.text(), dialog.ui.place.text()) == (name, str(place))
    assert dialog.ui.take.isEnabled()
    dialog.reject()


@pytest.mark.parametrize(("typed", "said"), [("", "geen gewone map"), ("map", "geen gewone map")])
def test_a_folder_that_is_no_whole_path_is_refused(dialog, wait, typed, said):
    dialog.ui.place.setText(typed)
    dialog.take()
    wait()
    assert said in dialog.ui.place_problem.text()
    dialog.reject()


def test_a_folder_that_may_not_be_written_or_is_full_is_told(dialog, wait, small_disk):
    place = small_disk(512)
    subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
    dialog.ui.place.setText(str(place))
    dialog.take()
    wait()
    assert "mag niet worden geschreven" in dialog.ui.place_problem.text()
    assert dialog.ui.place.hasFocus()
    assert nameless(dialog) == []
    dialog.reject()


def test_another_language_forgets_nothing_that_was_typed(program, qtbot, tmp_path):
    program.begin()
    window = program.window
    window.passphrase_step.take_place(tmp_path / "Zuid.vault")
    words = [label.text() for label in window.passphrase_step.words()]
    window.ui.passphrase.setText(PASSPHRASE)
    window.ui.repeated.setText("kersen")
    show_value(window.ui.language, Language.EN)
    assert program.window is not window
    window = program.window
    assert window.ui.language.currentData() == Language.EN
    assert "Your vault is called Zuid" in window.ui.place_text.text()
    assert [label.text() for label in window.passphrase_step.words()] == words
    assert window.ui.passphrase.text() == PASSPHRASE
    assert window.ui.repeated.text() == "kersen"
    assert window.ui.different.isVisible()
    assert window.focusWidget() is window.ui.language
    qtbot.waitUntil(program.tasks.is_idle, timeout=20_000)
    assert window.ui.verdict.text()
    assert PASSPHRASE not in repr(window.passphrase_step.begun)
