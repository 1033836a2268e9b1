"""The register says when and why, and gives each certificate again; it says so when it is empty."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from advisor_app.domain.codes import Code
from advisor_app.gui.places import Page, Place
from advisor_app.gui.printing.print_dialog import PrintDialog
from advisor_app.gui.retention.destructions_dialog import DestructionsDialog
from advisor_app.gui.shortcuts import Command
from tests.gui.conftest import cut_off, nameless, settle

AGREED = Code("SLU-OVL")


def destroyed(desk, ask, case):
    ask(lambda: desk.session.casework.close_case(case.id, AGREED))
    return ask(lambda: desk.session.retention.destroy(case.id))


def test_every_destruction_has_a_line_and_its_certificate_again(
    desk, ask, window, clock, an_organisation, a_case, qtbot, tmp_path
):
    organisation = an_organisation()
    destroyed(desk, ask, a_case(organisation, title="Zwaluw"))
    late = a_case(organisation, title="Merel")
    ask(lambda: desk.session.casework.close_case(late.id, AGREED))
    clock.at = clock.at.replace(year=2028)
    made = ask(lambda: desk.session.retention.destroy(late.id))
    main = window(Place(page=Page.TODAY))
    desk.news.commanded.emit(Command.OPEN_DESTRUCTIONS)
    settle(qtbot, desk)
    dialog = main.findChild(DestructionsDialog)
    lines = [dialog.model.line(row) for row in range(dialog.model.rowCount())]
    assert [line.facts for line in lines] == [
        "De bewaartermijn was voorbij", "Eerder dan de bewaartermijn, op uw besluit",
    ]  # fmt: skip
    assert [line.title.split(",")[0] for line in lines] == ["ma 20 nov 2028", "vr 20 nov 2026"]
    assert "Zwaluw" not in str(lines)
    assert (cut_off(dialog), nameless(dialog)) == ([], [])
    assert dialog.ui.destructions.hasFocus()
    QTest.keyClick(dialog.ui.destructions, Qt.Key.Key_Return)
    settle(qtbot, desk)
    (paper,) = dialog.findChildren(PrintDialog)
    assert paper._pdf == ask(lambda: desk.session.retention.certificate(made.id, desk.language))
    paper.reject()
    dialog._certificates.save_to(made, tmp_path / "verklaring.pdf")
    settle(qtbot, desk)
    assert (tmp_path / "verklaring.pdf").read_bytes() == paper._pdf


def test_an_empty_register_says_so_and_offers_nothing(desk, look, qtbot):
    dialog = DestructionsDialog(desk, None)
    qtbot.addWidget(dialog)
    dialog.open()
    settle(qtbot, desk)
    assert dialog.ui.empty.isVisible()
    assert not dialog.ui.destructions.isVisible()
    assert not dialog.ui.print_again.isEnabled()
    assert not dialog.ui.save.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
