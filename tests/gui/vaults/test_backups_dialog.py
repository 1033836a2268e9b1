"""Vandaag says that a backup is to be thrown away; the list hears that it was, and checks."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox

from advisor_app.gui.places import Page, Place
from advisor_app.gui.vaults.backups_dialog import BackupsDialog
from tests.gui.conftest import button_words, cut_off, nameless, press, settle


@pytest.fixture
def backup(desk, ask, tmp_path):
    return ask(lambda: desk.session.backups.back_up(tmp_path / "een.vaultbackup"))


def say_that_it_was_thrown_away(dialog, desk, qtbot):
    QTest.keyClick(dialog.ui.backups, Qt.Key.Key_Return)
    (box,) = [each for each in dialog.findChildren(QMessageBox) if each.isVisible()]
    assert button_words(box.defaultButton()) == "Annuleren"
    press(box, "Ja, weggegooid")
    QApplication.processEvents()
    settle(qtbot, desk)


def test_vandaag_reminds_until_the_file_is_gone_and_that_was_said(
    desk, window, clock, backup, qtbot, tmp_path
):
    clock.pass_by(days=35)
    main = window(Place(page=Page.TODAY))
    settle(qtbot, desk)
    today = main.ui.pages.currentWidget()
    assert "Van 1 back-up is de termijn voorbij" in words_of(today)
    QTest.keyClick(today, Qt.Key.Key_2)
    settle(qtbot, desk)
    dialog = today.findChild(BackupsDialog)
    line = dialog.model.line(0)
    assert (line.facts, line.state) == (
        f"een.vaultbackup  ·  {tmp_path}", "Weggooien: termijn voorbij sinds 25 december 2026",
    )  # fmt: skip
    assert (cut_off(dialog), nameless(dialog)) == ([], [])
    say_that_it_was_thrown_away(dialog, desk, qtbot)
    assert dialog.ui.problem.text().startswith("Deze back-up staat nog op zijn plaats.")
    Path(backup.target).unlink()
    say_that_it_was_thrown_away(dialog, desk, qtbot)
    assert (dialog.model.rowCount(), dialog.ui.empty.isVisible()) == (0, True)
    assert not dialog.ui.problem.isVisible()
    dialog.reject()
    settle(qtbot, desk)
    assert "Van 1 back-up" not in words_of(today)


def test_a_backup_that_is_not_where_it_was_written_says_so(desk, backup, look, qtbot):
    Path(backup.target).unlink()
    dialog = BackupsDialog(desk, None)
    qtbot.addWidget(dialog)
    dialog.open()
    settle(qtbot, desk)
    assert dialog.model.line(0).state == "Tot 25 december 2026, nu niet op zijn plaats"


def words_of(page):
    return " ".join(label.text() for label in page.findChildren(QLabel))


def test_without_a_backup_the_dialog_begins_at_its_top_and_says_so(desk, qtbot):
    dialog = BackupsDialog(desk, None)
    qtbot.addWidget(dialog)
    dialog.show()
    settle(qtbot, desk)
    heading = dialog.ui.heading
    assert "nog geen back-up" in dialog.ui.empty.text()
    assert dialog.ui.empty.isVisible()
    assert heading.height() < 2 * heading.fontMetrics().height()
