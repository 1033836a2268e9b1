"""Every choice takes effect at once; no way into the vault is lost by changing another."""

import secrets
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from advisor_app.domain.language import Language
from advisor_app.domain.settings import Appearance, Theme, Typeface
from advisor_app.gui.agenda.agenda_page import AgendaPage
from advisor_app.gui.look import Look
from advisor_app.gui.organisations.organisation_page import OrganisationPage
from advisor_app.gui.places import Page, Place
from advisor_app.gui.vaults.backups_dialog import BackupsDialog
from advisor_app.gui.vaults.other_ways import OtherWays
from advisor_app.gui.vaults.passphrase_dialog import PassphraseDialog
from advisor_app.gui.vaults.recovery_code_dialog import RecoveryCodeDialog
from advisor_app.gui.vaults.settings_page import SettingsPage
from advisor_app.gui.vaults.unlock_window import UnlockWindow
from advisor_app.keychain import Keychain
from advisor_app.services.access import Access
from advisor_app.services.appearance import AppearanceFile
from advisor_app.storage.keys import FLOOR_COST
from tests.conftest import PASSPHRASE
from tests.gui.conftest import fill, hold_once_begun, nameless, settle, turn_the_wheel
from tests.services.test_backups import fill as leave_no_room

OTHER_PASSPHRASE = "rivier kapstok lantaarn zadel bakker mosgroen"


@pytest.fixture
def appearance(tmp_path):
    return AppearanceFile(tmp_path / "config" / "appearance.json")


@pytest.fixture
def access(tmp_path, clock):
    return Access(tmp_path, lambda: Keychain(None), clock, secrets.choice, cost=FLOOR_COST)


@pytest.fixture
def page(desk, appearance, access, qtbot):
    page = SettingsPage(desk, appearance, access)
    qtbot.addWidget(page)
    page.resize(1060, 900)
    page.show()
    qtbot.waitExposed(page)
    page.show_place(Place(page=Page.SETTINGS))
    settle(qtbot, desk)
    return page


@pytest.fixture
def said(desk):
    said = []
    desk.news.said.connect(said.append)
    return said


def choose(box, value):
    """Choose from a box as somebody at the keyboard does."""
    box.setFocus()
    target = box.findData(value)
    while box.currentIndex() != target:
        key = Qt.Key.Key_Down if box.currentIndex() < target else Qt.Key.Key_Up
        QTest.keyClick(box, key)


@pytest.mark.parametrize(
    ("field", "value"),
    [("language", Language.EN), ("theme", Theme.DARK), ("scale", 110),
     ("typeface", Typeface.ATKINSON)],
)  # fmt: skip
def test_a_choice_of_looks_is_kept_and_shown_at_once(desk, page, appearance, qtbot, field, value):
    with qtbot.waitSignal(desk.news.look_changed):
        choose(getattr(page.ui, field), value)
    kept = appearance.read()
    assert getattr(kept, field) == value
    assert type(kept) is Appearance


def test_every_size_from_80_to_200_percent_can_be_chosen(page):
    sizes = [page.ui.scale.itemData(row) for row in range(page.ui.scale.count())]
    assert (min(sizes), max(sizes)) == (80, 200)


def test_a_size_can_be_typed_whole(desk, page, appearance, qtbot):
    with qtbot.waitSignal(desk.news.look_changed):
        QTest.keyClicks(page.ui.scale, "150")
    assert appearance.read().scale == 150


def test_the_wheel_scrolls_and_changes_no_choice(desk, page, appearance, qtbot):
    changes = []
    desk.news.look_changed.connect(lambda: changes.append(1))
    for box in (page.ui.language, page.ui.theme, page.ui.scale, page.ui.idle_minutes):
        box.setFocus()
        turn_the_wheel(box)
        assert not box.focusPolicy() & Qt.FocusPolicy.WheelFocus & ~Qt.FocusPolicy.StrongFocus
    settle(qtbot, desk)
    assert (changes, appearance.read()) == ([], Appearance())
    assert page.ui.idle_minutes.value() == 5


def test_a_folder_that_takes_no_file_is_told_and_nothing_changes(desk, access, tmp_path, qtbot):
    blocked = tmp_path / "file"
    blocked.write_text("x")
    page = SettingsPage(desk, AppearanceFile(blocked / "appearance.json"), access)
    qtbot.addWidget(page)
    with (
        qtbot.assertNotEmitted(desk.news.look_changed),
        qtbot.waitSignal(desk.news.refused) as refusal,
    ):
        page.ui.theme.setCurrentIndex(page.ui.theme.findData(Theme.DARK))
        page.ui.theme.activated.emit(page.ui.theme.currentIndex())
    assert refusal.args[0]


@pytest.mark.parametrize("minutes", [1, 12, 30])
def test_another_time_to_lock_holds_at_once_and_next_time(desk, ask, page, qtbot, minutes):
    page.ui.idle_minutes.setFocus()
    page.ui.idle_minutes.selectAll()
    with qtbot.waitSignal(desk.news.idle_minutes_chosen) as chosen:
        QTest.keyClicks(QApplication.focusWidget(), str(minutes))
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert chosen.args == [minutes]
    assert ask(desk.session.settings.read).idle_minutes == minutes


def test_the_time_to_lock_is_typed_after_a_click_in_its_words(page):
    line = page.ui.idle_minutes.lineEdit()
    middle = QPoint(line.width() // 2, line.height() // 2)
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=middle)
    QTest.qWait(10)
    QTest.keyClicks(QApplication.focusWidget(), "30")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert page.ui.idle_minutes.value() == 30


def test_how_long_the_time_to_lock_can_be_is_said_where_it_is_chosen(page):
    minutes = page.ui.idle_minutes
    assert str(minutes.maximum()) in minutes.suffix()


def test_how_long_a_backup_is_kept_holds_at_once(desk, ask, page, qtbot):
    assert page.ui.backup_weeks.value() == 5
    page.ui.backup_weeks.setValue(8)
    settle(qtbot, desk)
    assert ask(desk.session.settings.read).backup_weeks == 8
    assert ask(desk.session.backups.next_expires_on) == date(2027, 1, 15)


def test_the_last_organisation_survives_a_change_of_minutes(
    desk, ask, page, an_organisation, qtbot
):
    organisation = an_organisation()
    ask(lambda: desk.session.settings.remember_organisation(organisation.id))
    page.ui.idle_minutes.setValue(7)
    settle(qtbot, desk)
    kept = ask(desk.session.settings.read)
    assert (kept.idle_minutes, kept.last_organisation) == (7, organisation.id)


def test_a_vault_never_stays_open_for_ever(page):
    assert (page.ui.idle_minutes.minimum(), page.ui.idle_minutes.maximum()) == (1, 30)


def test_a_backup_is_written_read_back_and_shown(desk, ask, page, said, tmp_path, qtbot):
    assert page.ui.state.accessibleName() == "Nog geen"
    target = tmp_path / "a.vaultbackup"
    page.back_up_to(target)
    assert not page.ui.make_backup.isEnabled()
    assert page.ui.progress.isVisible()
    settle(qtbot, desk)
    assert target.is_file()
    assert ask(desk.session.backups.latest).drilled
    assert page.ui.make_backup.isEnabled()
    assert page.ui.make_backup.hasFocus()
    assert not page.ui.progress.isVisible()
    assert target.name in page.ui.latest.text()
    assert "teruggelezen" in said[0]


def test_a_long_backup_shows_how_far_it_is_and_can_be_stopped(
    desk, ask, page, said, tmp_path, qtbot
):
    ask(lambda: fill(desk.session))
    before = sorted(tmp_path.iterdir())
    hold_once_begun(page._writing)
    page.back_up_to(tmp_path / "a.vaultbackup")
    assert page.ui.stop_backup.hasFocus()
    qtbot.waitUntil(lambda: 0 < page.ui.progress.value() < 100, timeout=20_000)
    qtbot.keyClick(page.ui.stop_backup, Qt.Key.Key_Space)
    settle(qtbot, desk)
    assert "Gestopt" in said[0]
    assert not page.ui.progress.isVisible()
    assert page.ui.make_backup.hasFocus()
    assert page.ui.state.accessibleName() == "Nog geen"
    assert sorted(tmp_path.iterdir()) == before
    assert ask(desk.session.backups.latest) is None
    page.back_up_to(tmp_path / "a.vaultbackup")
    settle(qtbot, desk)
    assert page.ui.progress.value() == 100
    assert ask(desk.session.backups.latest).drilled


def test_a_good_backup_that_a_full_disk_could_not_note_says_what_to_do(
    desk, ask, page, tmp_path, qtbot
):
    ask(lambda: leave_no_room(desk.session) is None)
    page.back_up_to(tmp_path / "a.vaultbackup")
    settle(qtbot, desk)
    assert page.ui.state.words.text() == "Teruggelezen"
    assert "Maak ruimte vrij" in page.ui.backup_problem.text()
    assert page.ui.backup_problem.isVisible()


def test_a_backup_overwrites_nothing_and_says_so_beside_the_button(
    desk, ask, page, tmp_path, qtbot
):
    target = tmp_path / "a.vaultbackup"
    target.write_text("van een ander")
    page.back_up_to(target)
    settle(qtbot, desk)
    assert page.ui.backup_problem.isVisible()
    assert page.ui.make_backup.hasFocus()
    assert page.ui.state.accessibleName() == "Nog geen"
    assert target.read_text() == "van een ander"
    assert ask(desk.session.backups.latest) is None
    page.back_up_to(tmp_path / "b.vaultbackup")
    settle(qtbot, desk)
    assert not page.ui.backup_problem.isVisible()


def test_a_backup_that_failed_says_so_in_sight_on_a_small_screen_too(desk, page, tmp_path, qtbot):
    target = tmp_path / "a.vaultbackup"
    target.write_text("van een ander")
    page.resize(900, 420)

    def is_in_sight(part):
        seen = part.visibleRegion().boundingRect()
        return part.isVisible() and seen.size() == part.size()

    assert not is_in_sight(page.ui.make_backup)
    page.back_up_to(target)
    settle(qtbot, desk)
    qtbot.waitUntil(lambda: is_in_sight(page.ui.backup_problem))


def test_a_backup_that_was_thrown_away_is_not_the_latest_any_more(desk, ask, page, tmp_path, qtbot):
    target = tmp_path / "a.vaultbackup"
    page.back_up_to(target)
    settle(qtbot, desk)
    target.unlink()
    page.ui.all_backups.click()
    settle(qtbot, desk)
    latest = ask(desk.session.backups.latest)
    ask(lambda: desk.session.backups.discard(latest))
    page.findChild(BackupsDialog).reject()
    settle(qtbot, desk)
    assert page.ui.state.accessibleName() == "Nog geen"


def test_the_place_of_a_backup_is_asked_by_a_window_that_remembers_nothing(page, qtbot):
    page.back_up()
    dialog = page.findChild(QFileDialog)
    assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
    assert dialog.testOption(QFileDialog.Option.DontConfirmOverwrite)
    assert dialog.selectedFiles()[0].endswith(".vaultbackup")
    dialog.reject()


def test_a_new_passphrase_opens_the_vault_and_the_old_one_no_longer(
    desk, ask, page, access, said, vault_folder, problem_of, qtbot
):
    dialog = PassphraseDialog(desk, access, page)
    dialog.open()
    QTest.keyClicks(dialog.ui.current.line, PASSPHRASE)
    for field in (dialog.ui.passphrase, dialog.ui.repeated):
        QTest.keyClicks(field.line, OTHER_PASSPHRASE)
    QTest.keyClick(dialog.ui.repeated.line, Qt.Key.Key_Return)
    settle(qtbot, desk)
    assert len(said) == 1
    ask(desk.session.close)
    assert problem_of(lambda: access.open(vault_folder, PASSPHRASE)) == "wrong_passphrase"
    access.open(vault_folder, OTHER_PASSPHRASE).close()


@pytest.mark.parametrize(
    ("one", "two"), [(OTHER_PASSPHRASE, OTHER_PASSPHRASE + "x"), ("welkom2026", "welkom2026")]
)
def test_a_passphrase_that_is_weak_or_mistyped_changes_nothing(
    desk, ask, page, access, said, vault_folder, qtbot, one, two
):
    dialog = PassphraseDialog(desk, access, page)
    dialog.open()
    dialog.ui.current.setText(PASSPHRASE)
    dialog.ui.passphrase.setText(one)
    dialog.ui.repeated.setText(two)
    dialog.change_passphrase()
    settle(qtbot, desk)
    assert dialog.isVisible()
    said_below = (dialog.ui.passphrase_problem, dialog.ui.problem)
    assert [label.isVisible() for label in said_below] == [one == two, one != two]
    assert said == []
    dialog.reject()
    ask(desk.session.close)
    access.open(vault_folder, PASSPHRASE).close()


def test_a_new_recovery_code_counts_only_after_two_groups_were_typed_from_it(
    desk, ask, page, access, said, vault_folder, qtbot
):
    dialog = RecoveryCodeDialog(desk, access, page)
    dialog.open()
    code, groups, (one, two) = dialog._code, dialog._proof.groups, dialog._proof.asked
    dialog.ui.first_group.setText(groups[two])
    dialog.ui.second_group.setText(groups[one])
    dialog.replace_code()
    assert dialog.ui.first_group_problem.isVisible()
    settle(qtbot, desk)
    assert said == []
    dialog.ui.first_group.setText(f" {groups[one].lower()} ")
    dialog.ui.second_group.setText(groups[two])
    for typed in ("", OTHER_PASSPHRASE):  # whoever found the vault open takes no code away
        dialog.ui.current.setText(typed)
        dialog.replace_code()
        settle(qtbot, desk)
        assert dialog.ui.current_problem.isVisible()
        assert (dialog.ui.current.line.hasFocus(), said) == (True, [])
    dialog.ui.current.setText(PASSPHRASE)
    dialog.replace_code()
    settle(qtbot, desk)
    assert said == [
        "De herstelcode is vervangen. Maak een nieuwe back-up, en vernietig dan het oude blad."
    ]
    ask(desk.session.close)
    access.open_with_recovery_code(vault_folder, code).close()


def test_a_backup_from_before_a_new_recovery_code_opens_with_the_old_one_as_is_told(
    desk, ask, page, access, vault_folder, tmp_path, problem_of, qtbot
):
    old, new = ask(desk.session.draw_recovery_code), ask(desk.session.draw_recovery_code)
    ask(lambda: desk.session.take_recovery_code(old))
    before = tmp_path / "oud.vaultbackup"
    ask(lambda: desk.session.backups.back_up(before))
    dialog = RecoveryCodeDialog(desk, access, page)
    assert "blijven met de oude code opengaan" in dialog.ui.lead.text()
    dialog.reject()
    ask(lambda: desk.session.take_recovery_code(new))
    ask(desk.session.close)
    target = tmp_path / "terug.vault"
    refused = problem_of(lambda: access.restore(before, target, recovery_code=new))
    assert refused == "wrong_recovery_code"
    access.restore(before, target, recovery_code=old).session.close()


def test_leaving_the_dialog_keeps_the_old_recovery_code(
    desk, ask, page, access, vault_folder, problem_of, qtbot
):
    dialog = RecoveryCodeDialog(desk, access, page)
    dialog.open()
    code = dialog._code
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle(qtbot, desk)
    ask(desk.session.close)
    refused = problem_of(lambda: access.open_with_recovery_code(vault_folder, code))
    assert refused == "wrong_recovery_code"


def test_without_a_key_store_the_box_goes_back_and_says_why(desk, ask, page, qtbot):
    page.ui.trusted.click()
    settle(qtbot, desk)
    assert not page.ui.trusted.isChecked()
    assert page.ui.trusted_problem.isVisible()
    assert not ask(lambda: desk.session.trusts_this_device)


class Drawer(dict):
    """A key store, as a device would have one."""

    def get_password(self, service, name):
        return self.get((service, name))

    def set_password(self, service, name, secret):
        self[service, name] = secret

    def delete_password(self, service, name):
        del self[service, name]


def test_a_trusted_device_opens_the_vault_by_one_button_until_it_is_not(
    tasks, ask, desk, appearance, vault_folder, tmp_path, clock, qtbot
):
    drawer = Drawer()
    access = Access(tmp_path, lambda: Keychain(drawer), clock, secrets.choice, cost=FLOOR_COST)
    ask(desk.session.close)

    def unlock():
        window = UnlockWindow(access, tasks, desk.look, Language.NL, vault_folder, OtherWays)
        qtbot.addWidget(window)
        with qtbot.waitSignal(window.at_rest):
            window.show()
        settle(qtbot, desk)
        return window

    session = ask(lambda: access.open(vault_folder, PASSPHRASE))
    assert not unlock().ui.open_here.isVisible()
    page = SettingsPage(replace(desk, session=session), appearance, access)
    qtbot.addWidget(page)
    page.ui.trusted.click()
    settle(qtbot, desk)
    assert page.ui.trusted.isChecked()
    ask(session.close)
    window = unlock()
    assert window.ui.open_here.isVisible()
    with qtbot.waitSignal(window.opened) as opened:
        window.ui.open_here.click()
    (session,) = opened.args
    page = SettingsPage(replace(desk, session=session), appearance, access)
    qtbot.addWidget(page)
    page.show_place(Place(page=Page.SETTINGS))
    settle(qtbot, desk)
    assert page.ui.trusted.isChecked()
    page.ui.trusted.click()
    settle(qtbot, desk)
    ask(session.close)
    assert not unlock().ui.open_here.isVisible()
    assert all("secret" not in name for _service, name in drawer)


@pytest.mark.parametrize("scale", [80, 100, 150, 200])
def test_nothing_is_cut_off_at_any_size(desk, appearance, access, an_organisation, qtbot, scale):
    look = Look(Theme.LIGHT, scale, Typeface.ATKINSON)
    look.wear(QApplication.instance())
    larger = replace(desk, look=look)
    organisation = an_organisation()
    place = Place(page=Page.ORGANISATION, organisation=organisation.id)
    for page in (
        SettingsPage(larger, appearance, access),
        OrganisationPage(larger),
        AgendaPage(larger),
    ):
        qtbot.addWidget(page)
        page.resize(1060, 770)
        page.show()
        page.show_place(place)
        if isinstance(page, SettingsPage):
            page._writing.begin()  # whose button is there only meanwhile
        settle(qtbot, desk)
        assert page.ui.content.width() <= page.ui.scroll.viewport().width()
        for button in page.findChildren(QPushButton):
            if not button.isVisibleTo(page):
                continue
            assert button.width() >= button.sizeHint().width()
            assert button.height() <= look.length(36)


def test_everything_focusable_has_a_name(desk, page, access):
    assert nameless(page) == []
    for kind in (PassphraseDialog, RecoveryCodeDialog):
        dialog = kind(desk, access, page)
        dialog.open()
        assert nameless(dialog) == []
        dialog.reject()


def test_another_look_keeps_the_focus_and_the_size_of_the_window(program, inside, qtbot):
    inside.go(Place(page=Page.SETTINGS))
    qtbot.waitUntil(program.tasks.is_idle, timeout=20_000)
    inside.resize(1000, 700)
    choose(inside.ui.pages.currentWidget().ui.theme, Theme.DARK)
    qtbot.waitUntil(lambda: program.window is not inside, timeout=20_000)
    qtbot.waitUntil(program.tasks.is_idle, timeout=20_000)
    qtbot.wait(10)
    anew = program.window
    assert (anew.width(), anew.height()) == (1000, 700)
    assert anew.focusWidget() is anew.ui.pages.currentWidget().ui.theme


def test_the_command_of_another_passphrase_asks_for_one(page):
    page.change_passphrase()
    (dialog,) = page.findChildren(PassphraseDialog)
    assert dialog.isVisible()
    dialog.reject()
