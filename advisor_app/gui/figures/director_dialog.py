"""The director calls: what may be said about one organisation, and nothing else."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QListWidgetItem, QWidget

from advisor_app._assets.forms.director_dialog import Ui_DirectorDialog
from advisor_app._assets.forms.released_card import Ui_ReleasedCard
from advisor_app.domain.history import FixedReports
from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.organisation import Organisation
from advisor_app.domain.problems import ProblemError
from advisor_app.domain.report import FiguresReport
from advisor_app.gui.desk import Desk
from advisor_app.gui.figures import spoken
from advisor_app.gui.figures.saying_dialog import SayingDialog
from advisor_app.gui.parts.layouts import empty, give_way_to_current
from advisor_app.gui.parts.marks import announce
from advisor_app.gui.parts.message import Message
from advisor_app.gui.scrolling import let_scroll


class DirectorDialog(QDialog):
    """To read aloud from, never to copy from: what leaves in writing stands in the register."""

    def __init__(self, desk: Desk, organisation: OrganisationId | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.ui = Ui_DirectorDialog()
        self.ui.setupUi(self)
        desk.look.dress(self)
        let_scroll(self)
        desk.look.size_window(self, 760, 720)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self.message = Message(desk.look, self.ui.pages)
        give_way_to_current(self.ui.pages)
        self._organisation: OrganisationId | None = None
        self.ui.shut.clicked.connect(self.reject)
        self.ui.other.clicked.connect(self.ask)
        self.ui.said_something.clicked.connect(self._say_something)
        self.ui.organisations.itemActivated.connect(self._choose)
        self.ui.organisations.itemClicked.connect(self._choose)
        if organisation is None:
            self.ask()
        else:
            self.show_organisation(organisation)

    def ask(self) -> None:
        """Ask which organisation it is about."""
        self._forget()
        self._desk.tasks.run(
            self._desk.session.organisations.all,
            then=self._offer,
            otherwise=self._refuse,
            owner=self,
            latest="director",
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """Let Enter press no button but the one with the focus: the answer is being read aloud."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)

    def show_organisation(self, organisation: OrganisationId) -> None:
        """Show what may be said about an organisation."""
        self._forget()
        self._organisation = organisation
        history, language = self._desk.session.history, self._desk.language
        self._desk.tasks.run(
            lambda: history.fixed_reports(organisation, language),
            then=self._show,
            otherwise=self._refuse,
            owner=self,
            latest="director",
        )

    def _forget(self) -> None:
        """Show nothing of the organisation before, not even while the next one is being found."""
        self._organisation = None
        empty(self.ui.said, keep=1)
        self.ui.organisation.clear()
        self.ui.organisation.hide()
        self.ui.other.hide()
        self.ui.said_something.hide()
        self._say_message("hourglass", "", "")

    def _offer(self, organisations: list[Organisation]) -> None:
        if not organisations:
            self._say_message(
                "building-2",
                self.tr("Nog geen organisatie"),
                self.tr("Er is nog niets vastgesteld. Noem geen aantallen."),
            )
            return
        self.ui.organisations.clear()
        for each in organisations:
            item = QListWidgetItem(each.name, self.ui.organisations)
            item.setData(Qt.ItemDataRole.UserRole, each.id)
        self.ui.organisations.setCurrentRow(0)
        self.ui.pages.setCurrentWidget(self.ui.choose_page)
        self.ui.organisations.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, item: QListWidgetItem) -> None:
        self.show_organisation(item.data(Qt.ItemDataRole.UserRole))

    def _show(self, answer: FixedReports) -> None:
        self.ui.organisation.setText(answer.organisation)
        self.ui.organisation.show()
        self.ui.other.show()
        self.ui.said_something.show()
        if not answer.reports:
            self._say_message(
                "chart-column",
                self.tr("Nog niets vastgesteld"),
                self.tr("Er zijn over deze organisatie nog geen cijfers. Noem geen aantallen."),
            )
            self.ui.shut.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        empty(self.ui.said, keep=1)
        for row, report in enumerate(answer.reports):
            self.ui.said.insertWidget(row, self._card(report))
        self.ui.pages.setCurrentWidget(self.ui.answer_page)
        self.ui.scroll.setAccessibleDescription(
            " ".join(
                f"{spoken.heading(report)}. {spoken.sentences(report)}" for report in answer.reports
            )
        )
        self.ui.scroll.verticalScrollBar().setValue(0)
        self.ui.scroll.setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, report: FiguresReport) -> QFrame:
        card, ui = QFrame(self.ui.content), Ui_ReleasedCard()
        ui.setupUi(card)
        self._desk.look.dress(card)
        ui.heading.setText(spoken.heading(report))
        if report.fixed_on is not None:
            words = self.tr("Vastgesteld op %1")
            ui.fixed_on.setText(words.replace("%1", self._desk.long_day(report.fixed_on)))
        ui.fixed_on.setHidden(report.fixed_on is None)
        ui.text.setText(spoken.sentences(report))
        return card

    def _say_something(self) -> None:
        if self._organisation is not None:
            SayingDialog(self._desk, self._organisation, self).open()

    def _say_message(self, icon: str, title: str, text: str) -> None:
        self.message.say(icon, title, text)
        if title:
            announce(self.message.ui.text, f"{title}. {text}")

    def _refuse(self, error: ProblemError) -> None:
        """Say nothing from a ledger that cannot be trusted."""
        self._say_message(
            "circle-alert", self.tr("Noem nu geen aantallen"), self._desk.sentence(error)
        )
        self.ui.other.show()
        self.ui.shut.setFocus(Qt.FocusReason.OtherFocusReason)
