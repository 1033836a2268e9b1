"""The way in: what stands in it is said where it happened, and what was typed stays."""

import shutil

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog

from advisor_app.domain.language import Language
from advisor_app.domain.settings import Theme, Typeface
from advisor_app.gui.look import Look
from advisor_app.gui.vaults.other_ways import OtherWays
from advisor_app.gui.vaults.unlock_window import LULL_MS, UnlockWindow
from advisor_app.storage import key_file, recovery_code
from advisor_app.storage.lock import FolderLock
from tests.conftest import PASSPHRASE
from tests.gui.conftest import button_words, cut_off, key, keys, nameless, tab_chain


@pytest.fixture
def folder(access, new_vault):
    """A vault in the usual folder."""
    place = access.folders.of("Mijn praktijk")
    shutil.copytree(new_vault[0], place)
    return place


@pytest.fixture
def code(new_vault):
    return new_vault[1]


@pytest.fixture
def unlock(qtbot, tasks, access, look):
    def make(folder, language=Language.NL, dressed=look):
        window = UnlockWindow(access, tasks, dressed, language, folder, OtherWays)
        qtbot.addWidget(window)
        for signal in (window.opened, window.recovered):
            signal.connect(lambda session: tasks.run(session.close))
        window.resize(dressed.length(540), dressed.length(520))
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        qtbot.waitUntil(tasks.is_idle)
        return window

    yield make
    qtbot.waitUntil(tasks.is_idle, timeout=20_000)


@pytest.fixture
def window(unlock, folder):
    return unlock(folder)


def test_no_input_method_learns_a_passphrase_that_is_shown(window):
    line, toggle = window.ui.passphrase.line, window.ui.passphrase.toggle
    learns_nothing = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
    for shown in (False, True, False):
        toggle.setChecked(shown)
        assert line.inputMethodHints() & learns_nothing == learns_nothing


@pytest.fixture
def wait(qtbot, tasks):
    def wait():
        qtbot.waitUntil(tasks.is_idle, timeout=20_000)
        qtbot.wait(5)

    return wait


def damage(folder):
    for name in (key_file.NAME, key_file.SPARE_NAME):
        (folder / name).write_bytes(b"{}")


def test_a_passphrase_and_enter_open_the_vault_and_are_forgotten(window, qtbot):
    assert window.ui.vault_name.text() == "Mijn praktijk"
    keys(PASSPHRASE)
    with qtbot.waitSignal(window.opened) as opened:
        key(Qt.Key.Key_Return)
    assert opened.args[0].vault_name == "Mijn praktijk"
    assert window.ui.passphrase.text() == ""


def test_a_vault_that_is_open_elsewhere_says_so_before_a_passphrase_is_typed(
    unlock, folder, heard, qtbot
):
    lock = FolderLock.take(folder)
    window = unlock(folder)
    place = window.ui.passphrase_problem
    qtbot.waitUntil(lambda: "al geopend" in place.text())
    assert place.isVisible()
    assert place.text() in heard[-1]
    assert window.ui.passphrase.line.hasFocus()
    lock.release()
    keys(PASSPHRASE)
    with qtbot.waitSignal(window.opened):
        key(Qt.Key.Key_Return)


def test_whoever_closed_the_other_window_and_comes_back_reads_it_no_more(
    unlock, folder, wait, qtbot
):
    lock = FolderLock.take(folder)
    window = unlock(folder)
    qtbot.waitUntil(window.ui.passphrase_problem.isVisible)
    back = QEvent(QEvent.Type.ActivationChange)
    QApplication.sendEvent(window, back)
    wait()
    assert window.ui.passphrase_problem.isVisible()
    lock.release()
    QApplication.sendEvent(window, back)
    wait()
    assert not window.ui.passphrase_problem.isVisible()


def test_a_wrong_passphrase_opens_nothing_stays_and_is_announced(window, wait, heard, qtbot):
    with qtbot.assertNotEmitted(window.opened):
        keys("een verkeerde wachtzin")
        key(Qt.Key.Key_Return)
        wait()
    ui = window.ui
    assert ui.passphrase.text() == "een verkeerde wachtzin"
    assert ui.passphrase.line.hasFocus()
    assert ui.passphrase.property("wrong") == "true"
    assert "past niet bij deze kluis" in ui.passphrase_problem.text()
    assert ui.passphrase_problem.isVisible()
    assert ui.passphrase_problem.text() in ui.passphrase.line.accessibleDescription()
    assert ui.passphrase_problem.text() in heard[-1]
    assert not ui.rescue.isVisible()
    keys("opnieuw")  # nobody sees behind which dots it would come
    assert ui.passphrase.text() == "opnieuw"


def test_while_the_vault_opens_a_second_enter_does_nothing(window, wait, heard):
    sessions = []
    window.opened.connect(sessions.append)
    keys(PASSPHRASE)
    key(Qt.Key.Key_Return)
    window.ui.passphrase.accepted.emit()
    assert window.ui.working.isVisible()
    assert not window.ui.open.isEnabled()
    assert heard[-1] == window.ui.working.text() == "Bezig met openen…"
    wait()
    assert len(sessions) == 1
    assert not window.ui.working.isVisible()
    assert not window.ui.passphrase_problem.isVisible()


def test_nothing_typed_is_told_at_once(window, wait):
    key(Qt.Key.Key_Return)
    assert window.ui.passphrase_problem.isVisible()
    window.ui.use_recovery_code.click()
    key(Qt.Key.Key_Return)
    assert window.ways.recovery.ui.code_problem.isVisible()


def test_a_passphrase_may_be_pasted_and_shown(window):
    QGuiApplication.clipboard().setText(PASSPHRASE)
    key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert window.ui.passphrase.text() == PASSPHRASE
    assert button_words(window.ui.passphrase.toggle) == "Tonen"
    key(Qt.Key.Key_Tab)
    key(Qt.Key.Key_Space)
    assert button_words(window.ui.passphrase.toggle) == "Verbergen"


def test_the_recovery_code_opens_by_keys_alone_in_small_letters_without_dashes(window, code, qtbot):
    window.ui.use_recovery_code.setFocus()
    key(Qt.Key.Key_Return)
    assert window.ways.recovery.ui.code.hasFocus()
    keys(code.lower().replace("-", " "))
    with qtbot.waitSignal(window.recovered):
        key(Qt.Key.Key_Return)
    assert window.ways.recovery.ui.code.text() == ""


@pytest.mark.parametrize(
    ("typed", "said"), [("ABCDE-FGH", "typefout"), ("", "Typ eerst"), (None, "past niet")]
)
def test_a_code_that_does_not_open_is_told_below_its_field(window, wait, access, typed, said):
    window.ui.use_recovery_code.click()
    if typed is None:
        typed = recovery_code.drawn()
    keys(typed)
    key(Qt.Key.Key_Return)
    wait()
    assert said in window.ways.recovery.ui.code_problem.text()
    assert window.ways.recovery.ui.code.hasFocus()
    assert window.ways.recovery.ui.code.text() == typed


def test_a_vault_open_in_another_window_is_told_and_opens_once_that_is_closed(
    window, folder, access, ask, wait, qtbot
):
    other = ask(lambda: access.open(folder, PASSPHRASE))
    keys(PASSPHRASE)
    key(Qt.Key.Key_Return)
    wait()
    assert "al geopend" in window.ui.passphrase_problem.text()
    assert window.ui.passphrase.property("wrong") != "true"
    assert window.ui.passphrase.text() == PASSPHRASE
    ask(other.close)
    with qtbot.waitSignal(window.opened):
        key(Qt.Key.Key_Return)


def test_a_damaged_key_file_is_named_and_a_backup_offered_on_the_spot(window, folder, wait):
    damage(folder)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    keys(PASSPHRASE)
    key(Qt.Key.Key_Return)
    wait()
    assert "beschadigd" in window.ui.passphrase_problem.text()
    assert window.ui.rescue.hasFocus()
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    key(Qt.Key.Key_Return)
    assert window.ui.pages.currentWidget() is window.ways.restore


def test_a_newer_vault_is_refused_untouched(window, folder, wait):
    path = folder / key_file.NAME
    for each in (path, folder / key_file.SPARE_NAME):
        each.write_bytes(each.read_bytes().replace(b'"format":1', b'"format":2'))
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    keys(PASSPHRASE)
    key(Qt.Key.Key_Return)
    wait()
    assert "nieuwere versie" in window.ui.passphrase_problem.text()
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_vault_that_is_gone_is_told(window, folder, wait):
    shutil.rmtree(folder)
    keys(PASSPHRASE)
    key(Qt.Key.Key_Return)
    wait()
    assert "geen kluis" in window.ui.passphrase_problem.text()


@pytest.mark.parametrize(
    ("lost", "named"),
    [(("vault.keys", "vault.keys.bak"), "vault.keys.bak"), (("vault.db",), "vault.db")],
)
def test_a_vault_that_lacks_files_names_them_and_offers_the_backup(
    window, folder, wait, lost, named
):
    for name in lost:
        (folder / name).unlink()
    keys(PASSPHRASE)
    key(Qt.Key.Key_Return)
    wait()
    said = window.ui.passphrase_problem.text()
    assert "beschadigd" in said
    assert named in said
    assert "back-up" in said
    assert window.ui.rescue.hasFocus()


def test_another_vault_is_chosen_by_keys_and_escape_goes_back(window, access, folder, wait):
    shutil.copytree(folder, access.folders.of("Tweede"))
    window.ui.other_vault.click()
    ui, vaults = window.ui, window.ways.vaults.ui.vaults
    assert vaults.hasFocus()
    assert [vaults.item(row).text() for row in range(vaults.count())] == [
        "Mijn praktijk", "Tweede",
    ]  # fmt: skip
    key(Qt.Key.Key_Escape)
    assert ui.passphrase.line.hasFocus()
    assert ui.vault_name.text() == "Mijn praktijk"
    ui.other_vault.click()
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Return)
    assert ui.vault_name.text() == "Tweede"
    assert ui.passphrase.line.hasFocus()


def test_without_a_vault_the_ways_on_are_offered_and_nothing_is_disabled(unlock, qtbot):
    window = unlock(None)
    ui = window.ways.vaults.ui
    assert ui.no_vaults.isVisible()
    assert not ui.vaults.isVisible()
    assert not ui.choose.isVisible()
    assert not ui.back.isVisible()
    assert ui.restore.hasFocus()
    with qtbot.waitSignal(window.new_vault_wanted):
        ui.new_vault.click()
    with qtbot.waitSignal(window.demo_wanted):
        ui.practise.click()
    assert "oefenkluis wordt gemaakt" in window.ui.working.text()
    assert not ui.practise.isEnabled()
    window.refuse("Het lukt niet.")
    assert ui.practise.isEnabled()


def test_what_did_not_work_is_said_on_the_page_that_is_shown(window, heard):
    window.refuse("De kluis is beschadigd.")
    assert window.ui.passphrase_problem.isVisible()
    assert "De kluis is beschadigd." in heard[-1]
    window.show_restore()
    window.refuse("De schijf is vol.")
    assert window.ways.vaults.ui.problem.isVisible()
    assert "De schijf is vol." in heard[-1]


def test_a_vault_elsewhere_is_asked_for_by_a_window_that_remembers_nothing(window, qtbot):
    window.show_vaults()
    window.ways.vaults.ui.browse.click()
    dialog = window.findChild(QFileDialog)
    assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.reject()


def test_what_was_typed_is_forgotten_when_the_window_is_closed(window):
    keys("geheim")
    window.close()
    assert window.ui.passphrase.text() == ""


@pytest.mark.parametrize(
    ("page", "chain"),
    [
        ("unlock_page", ["passphrase", "passphrase", "use_recovery_code", "open", "other_vault"]),
        ("RecoveryPage", ["code", "back", "open_with_code"]),
        ("VaultsPage", ["vaults", "browse", "restore", "new_vault", "practise",
                         "back", "choose"]),
        ("RestorePage", ["choose_source", "name", "secret", "secret", "back",
                          "restore_now"]),
    ],
)  # fmt: skip
def test_tab_goes_as_one_reads_and_every_stop_has_a_name(window, page, chain):
    ui = window.ui
    {"RecoveryPage": window.show_recovery, "VaultsPage": window.show_vaults,
     "RestorePage": window.show_restore}.get(page, window.show_unlock)()  # fmt: skip
    assert ui.pages.currentWidget().objectName() == page
    found = tab_chain(window)
    start = found.index(chain[0])
    assert found[start:] + found[:start] == chain
    assert nameless(window) == []
    assert window.windowTitle() == "Vertrouwd"


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("scale", [80, 100, 150, 200])
def test_nothing_is_cut_off_at_any_size(
    unlock, folder, access, translation, wait, qtbot, scale, language
):
    look = Look(Theme.LIGHT, scale, Typeface.ATKINSON)
    look.wear(QApplication.instance())
    translation.wear(language)
    shutil.copytree(folder, access.folders.of("x" * 60))
    window = unlock(access.folders.of("x" * 60), language, look)
    window.resize(min(look.length(540), 1366), min(look.length(520), 768))
    damage(folder)
    window.ui.open_here.show()
    keys("verkeerd")
    window.open()
    wait()
    assert cut_off(window) == []
    window.show_recovery()
    keys("x")
    window.ways.recovery.open()
    wait()
    assert cut_off(window) == []
    window.show_vaults()
    qtbot.wait(20)
    assert cut_off(window) == []
    window.show_restore()
    window.ways.restore.restore_now()
    qtbot.wait(20)
    assert cut_off(window) == []


def test_nothing_that_can_wait_is_done_before_the_way_in_is_painted(
    qtbot, tasks, access, look, folder
):
    window = UnlockWindow(access, tasks, look, Language.NL, folder, OtherWays)
    qtbot.addWidget(window)
    rested = []
    window.at_rest.connect(lambda: rested.append(window))
    assert tasks.is_idle()
    qtbot.wait(2 * LULL_MS)
    assert not rested
    with qtbot.waitSignal(window.at_rest):
        window.show()
    qtbot.waitUntil(tasks.is_idle)


@pytest.fixture
def furnished(program, folder, qtbot):
    """Come to the door of a vault; return the window that is made there for whoever comes in."""
    program.begin()
    qtbot.waitUntil(lambda: program.next_window._made is not None, timeout=20_000)
    qtbot.waitUntil(program.lull.is_over, timeout=20_000)
    return program.next_window._made


def test_the_window_that_is_made_at_the_door_is_entered_with_the_vault(program, furnished, qtbot):
    assert not furnished.isVisible()
    assert not hasattr(furnished, "_desk")
    program.window.ui.passphrase.setText(PASSPHRASE)
    program.window.open()
    qtbot.waitUntil(lambda: program.window is furnished, timeout=20_000)
    assert furnished.session is program._session


def test_a_window_that_was_made_in_another_language_is_not_entered(program, furnished):
    assert furnished.ui.open_today.text() == "Vandaag"
    program._change_language(Language.EN, None)
    assert program.next_window.take(program.appearance.look) is not furnished


def test_no_step_is_taken_once_the_program_is_left(program, qtbot):
    taken = []

    def steps():
        while True:
            taken.append(len(taken))
            yield

    program.lull.take(steps())
    qtbot.waitUntil(lambda: len(taken) > 2)
    program.stop()
    program.lull.take(steps())
    seen = len(taken)
    qtbot.wait(30)
    assert len(taken) == seen
