"""A backup comes back into a new vault, whole and checked, or not at all."""

import shutil
from hashlib import sha256

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

from advisor_app.app import Program
from advisor_app.domain import draft_keys
from advisor_app.gui.frame.main_window import MainWindow
from advisor_app.gui.vaults.first_run import FirstRun
from advisor_app.gui.vaults.unlock_window import UnlockWindow
from advisor_app.services.appearance import AppearanceFile
from advisor_app.storage import recovery_code
from tests.conftest import PASSPHRASE
from tests.gui.conftest import fill, hold_once_begun, key, keys


@pytest.fixture
def backup(access, new_vault, tmp_path):
    """A backup of a vault with a draft in it; the vault lies on this computer no more."""
    folder = access.folders.of("Mijn praktijk")
    shutil.copytree(new_vault[0], folder)
    session = access.open(folder, PASSPHRASE)
    session.drafts.keep(*draft_keys.ADVISOR, "Wat er gezegd is")
    target = tmp_path / "Mijn praktijk 2026-11-20.vaultbackup"
    session.backups.back_up(target)
    session.close()
    shutil.rmtree(folder)
    return target


@pytest.fixture
def window(program, backup, qtbot):
    """Come in as on a new computer: there is no vault, but there is a backup."""
    program.begin()
    assert isinstance(program.window, FirstRun)
    program.window.ui.have_vault.click()
    window = program.window
    assert isinstance(window, UnlockWindow)
    window.ways.vaults.ui.restore.click()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def wait(qtbot, program):
    def wait():
        qtbot.waitUntil(program.tasks.is_idle, timeout=20_000)
        qtbot.wait(5)

    return wait


def restored(program, qtbot):
    """Wait for the window of a restored vault; return it with what it tells."""
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow), timeout=20_000)
    qtbot.waitUntil(lambda: program.window.findChild(QMessageBox) is not None, timeout=20_000)
    box = program.window.findChild(QMessageBox)
    told = box.text() + " " + box.informativeText()
    box.accept()
    return program.window, told


@pytest.mark.parametrize("secret", ["passphrase", "code"])
def test_a_backup_comes_back_on_a_new_computer_by_passphrase_or_code(
    program, window, backup, new_vault, access, qtbot, secret
):
    window.ways.restore.take_source(backup)
    assert window.ways.restore.ui.name.text() == backup.stem
    assert window.ways.restore.ui.secret.line.hasFocus()
    keys(PASSPHRASE if secret == "passphrase" else new_vault[1].lower())
    key(Qt.Key.Key_Return)
    assert "terugzetten" in window.ui.working.text()
    opened, told = restored(program, qtbot)
    assert "helemaal gecontroleerd" in told
    assert "20 nov 2026" in told
    assert "staat er niet in" in told
    assert backup.stem in told
    assert [known.name for known in access.folders.all()] == [backup.stem]
    found = []
    program.tasks.run(
        lambda: opened.session.drafts.find(*draft_keys.ADVISOR).text, then=found.append
    )
    qtbot.waitUntil(lambda: found == ["Wat er gezegd is"], timeout=20_000)


def test_of_a_damaged_backup_the_page_says_to_take_another(window, backup, qtbot):
    whole = backup.read_bytes()
    backup.write_bytes(whole[:50_000] + bytes(4) + whole[50_004:])
    page = window.ways.restore
    page.take_source(backup)
    page.ui.secret.setText(PASSPHRASE)
    page.restore_now()
    said = "Deze back-up is beschadigd. Neem een andere."
    qtbot.waitUntil(lambda: page.ui.choose_source_problem.text() == said, timeout=20_000)


def test_what_a_backup_lacks_is_counted_when_this_computer_knows(
    program, access, new_vault, tmp_path, qtbot
):
    folder = access.folders.of("Mijn praktijk")
    shutil.copytree(new_vault[0], folder)
    session = access.open(folder, PASSPHRASE)
    target = tmp_path / "a.vaultbackup"
    session.backups.back_up(target)
    session.accept_clock()
    session.accept_clock()
    session.close()
    program.begin()
    window = program.window
    window.ui.other_vault.click()
    window.ways.vaults.ui.restore.click()
    window.ways.restore.take_source(target)
    window.ways.restore.ui.secret.setText(PASSPHRASE)
    window.ways.restore.restore_now()
    _opened, told = restored(program, qtbot)
    assert "wijzigingen van daarna ontbreken" in told


def test_a_backup_never_lands_on_what_is_there_already(window, backup, access, wait):
    taken = access.folders.of("Bezet")
    taken.mkdir(parents=True)
    (taken / "van mij").write_text("x")
    window.ways.restore.take_source(backup)
    window.ways.restore.ui.name.setText("Bezet")
    keys(PASSPHRASE)
    key(Qt.Key.Key_Return)
    wait()
    assert "niets overschreven" in window.ways.restore.ui.name_problem.text()
    assert window.ways.restore.ui.name.hasFocus()
    assert window.ways.restore.ui.secret.text() == PASSPHRASE
    assert [path.name for path in taken.iterdir()] == ["van mij"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("een verkeerde wachtzin", "wachtzin van toen"),
        ("ABCDE-FGHJK-MNPQR-STVWX-YZ012-34567-89AB", "typefout"),
        ("", "Typ de wachtzin of de herstelcode"),
    ],
)
def test_a_secret_that_does_not_fit_is_told_below_it_and_leaves_no_folder(
    window, backup, access, wait, heard, typed, said
):
    window.ways.restore.take_source(backup)
    keys(typed)
    key(Qt.Key.Key_Return)
    wait()
    assert said in window.ways.restore.ui.secret_problem.text()
    assert said in heard[-1]
    assert window.ways.restore.ui.secret.line.hasFocus()
    assert window.ways.restore.ui.secret.text() == typed
    assert access.folders.all() == ()
    keys("x")  # a wrong passphrase gives way, a code with a slip in it is mended
    assert window.ways.restore.ui.secret.text() == (
        "x" if "wachtzin van toen" in said else typed + "x"
    )


def test_the_code_of_another_vault_is_called_a_code(window, backup, access, wait):
    window.ways.restore.take_source(backup)
    keys(recovery_code.drawn())
    key(Qt.Key.Key_Return)
    wait()
    told = window.ways.restore.ui.secret_problem.text()
    assert "herstelcode past niet bij deze back-up" in told
    assert "de code of de wachtzin van toen" in told


def test_a_passphrase_as_long_as_a_code_is_still_a_passphrase(
    program, access, window, tmp_path, qtbot, new_vault
):
    long = "zonnebloem7 appeltaart9 fietsenrekx"
    assert len(long.replace(" ", "")) == 33
    folder = access.folders.of("Lang")
    session, _code = access.create(folder, long)
    session.backups.back_up(tmp_path / "b.vaultbackup")
    session.close()
    window.ways.restore.take_source(tmp_path / "b.vaultbackup")
    keys(long)
    key(Qt.Key.Key_Return)
    restored(program, qtbot)


@pytest.mark.parametrize("content", [b"", b"geen back-up", None])
def test_a_file_that_is_no_whole_backup_is_told_at_the_file(window, backup, access, wait, content):
    whole = backup.read_bytes()
    damaged = whole[: len(whole) // 2] + bytes(64) + whole[len(whole) // 2 + 64 :]
    backup.write_bytes(damaged if content is None else content)
    window.ways.restore.take_source(backup)
    keys(PASSPHRASE)
    key(Qt.Key.Key_Return)
    wait()
    assert window.ways.restore.ui.choose_source_problem.isVisible()
    assert window.ways.restore.ui.choose_source.hasFocus()
    assert access.folders.all() == ()


def test_a_backup_of_a_newer_version_says_to_install_that(window, backup, access, wait):
    good = backup.read_bytes()
    length = int.from_bytes(good[16:20], "big")
    head = good[:20] + good[20 : 20 + length].replace(b'{"format":1,', b'{"format":2,', 1)
    backup.write_bytes(head + sha256(head).digest() + good[52 + length :])
    window.ways.restore.take_source(backup)
    keys(PASSPHRASE)
    key(Qt.Key.Key_Return)
    wait()
    assert (
        "Installeer eerst de nieuwste versie" in window.ways.restore.ui.choose_source_problem.text()
    )
    assert window.ways.restore.ui.choose_source_problem.isVisible()
    assert access.folders.all() == ()


def test_a_name_that_cannot_be_is_told_at_the_name(window, backup, wait):
    window.ways.restore.take_source(backup)
    window.ways.restore.ui.secret.setText(PASSPHRASE)
    for name, said in (("", "Geef"), ("a/b", "kan niet")):
        window.ways.restore.ui.name.setText(name)
        window.ways.restore.ui.restore_now.click()
        wait()
        assert said in window.ways.restore.ui.name_problem.text()
        assert window.ways.restore.ui.name.hasFocus()


def test_the_suggested_name_follows_another_file_and_an_own_name_stays(window, backup):
    page = window.ways.restore
    page.take_source(backup.with_name("brief.vaultbackup"))
    page.take_source(backup)
    assert page.ui.name.text() == backup.stem
    page.ui.name.setText("Weer terug")
    page.take_source(backup.with_name("brief.vaultbackup"))
    assert page.ui.name.text() == "Weer terug"


def test_without_a_file_it_is_asked_for_first(window):
    window.ways.restore.ui.restore_now.click()
    assert window.ways.restore.ui.choose_source_problem.isVisible()
    assert window.ways.restore.ui.choose_source.hasFocus()


def test_the_file_is_asked_for_by_a_window_that_shows_backups_only(window):
    window.ways.restore.ui.choose_source.setFocus()
    key(Qt.Key.Key_Return)
    dialog = window.findChild(QFileDialog)
    assert dialog.nameFilters() == ["Back-ups (*.vaultbackup)"]
    assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.reject()


@pytest.fixture
def large_backup(access, new_vault, tmp_path):
    folder = access.folders.of("Groot")
    shutil.copytree(new_vault[0], folder)
    session = access.open(folder, PASSPHRASE)
    fill(session)
    target = tmp_path / "Groot.vaultbackup"
    session.backups.back_up(target)
    session.close()
    shutil.rmtree(folder)
    return target


def begin_to_restore(window, backup, qtbot):
    hold_once_begun(window.restoring)
    window.ways.restore.take_source(backup)
    keys(PASSPHRASE)
    key(Qt.Key.Key_Return)
    assert window.ui.stop_restore.isVisible()
    qtbot.waitUntil(lambda: 0 < window.ui.progress.value() < 100, timeout=20_000)


def test_a_long_restore_shows_how_far_it_is_and_can_be_stopped(
    program, window, large_backup, access, wait, qtbot
):
    begin_to_restore(window, large_backup, qtbot)
    key(Qt.Key.Key_Escape)
    assert not window.ui.stop_restore.isEnabled()
    wait()
    assert "Gestopt" in window.ways.restore.ui.problem.text()
    assert list(access.folders.home.iterdir()) == []
    assert window.ways.restore.ui.secret.text() == PASSPHRASE
    assert not window.ui.progress.isVisible()
    assert window.ways.restore.ui.restore_now.hasFocus()
    key(Qt.Key.Key_Return)
    restored(program, qtbot)
    assert [known.name for known in access.folders.all()] == ["Groot"]


def test_whoever_closes_the_window_stops_a_restore(program, window, large_backup, access, qtbot):
    begin_to_restore(window, large_backup, qtbot)
    window.close()
    assert not program.tasks._thread.is_alive()
    assert list(access.folders.home.iterdir()) == []


def test_a_full_disk_leaves_no_half_vault(
    qapp, access, clock, backup, small_disk, tmp_path, qtbot, look
):
    access.folders.home = small_disk(64)
    program = Program(qapp, access, AppearanceFile(tmp_path / "a.json"), clock, list)
    program.unlock(None)
    window = program.window
    window.show_restore()
    window.ways.restore.take_source(backup)
    window.ways.restore.ui.secret.setText(PASSPHRASE)
    window.ways.restore.restore_now()
    qtbot.waitUntil(program.tasks.is_idle, timeout=20_000)
    assert "schijf is vol" in window.ways.restore.ui.problem.text()
    assert window.ways.restore.ui.secret.text() == PASSPHRASE
    assert list(access.folders.home.iterdir()) == []
    program.stop()
    window.deleteLater()
