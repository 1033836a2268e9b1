"""Where there is no printer yet, one that is connected meanwhile is found without closing anything."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from advisor_app.domain.language import Language
from advisor_app.gui.printing.print_dialog import PrintDialog
from tests.documents.samples import GROUPS
from tests.services import cups

pytestmark = pytest.mark.skipif(cups.CUPSD is None, reason="CUPS (cupsd) is not installed here")


@pytest.fixture
def dialog(access, tasks, look, qtbot, monkeypatch, tmp_path):
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody"))
    dialog = PrintDialog(
        lambda: access.recovery_sheet(GROUPS, "Mijn praktijk", Language.NL),
        tasks, look, Language.NL, without="Of ga terug.",
    )  # fmt: skip
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.ui.problem.isVisible, timeout=20_000)
    return dialog


def test_without_a_printer_the_sheet_names_the_other_way(dialog):
    assert dialog.ui.problem.text() == (
        "Er is geen printer gevonden. Sluit een printer aan en kies Opnieuw zoeken. Of ga terug."
    )
    assert not dialog.ui.printer.isEnabled()
    assert not dialog.ui.print_now.isEnabled()


@pytest.mark.parametrize("way", ["button", "return"])
def test_a_printer_that_was_connected_meanwhile_is_found(dialog, qtbot, monkeypatch, way):
    with cups.running() as server:
        monkeypatch.setenv("CUPS_SERVER", server.address)
        if way == "button":
            dialog.ui.search_again.click()
        else:
            dialog.activateWindow()
            qtbot.waitUntil(dialog.isActiveWindow)
            QApplication.sendEvent(dialog, QEvent(QEvent.Type.ActivationChange))
        qtbot.waitUntil(dialog.ui.print_now.isEnabled, timeout=20_000)
    assert dialog.ui.printer.currentText() == cups.QUEUE
    assert dialog.ui.printer.isEnabled()
    assert not dialog.ui.problem.isVisible()
    assert not dialog.ui.search_again.isVisible()
