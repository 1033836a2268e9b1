"""What the auditor says of the figures that are shown: nothing leaves before it has said yes."""

from threading import Event
from time import monotonic

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget
from shiboken6 import isValid

from advisor_app._assets.forms.figures_check import Ui_FiguresCheck
from advisor_app.domain.problems import ProblemError
from advisor_app.domain.reporting import Audited, Preview, Verdict
from advisor_app.gui.desk import Desk
from advisor_app.gui.look import restyle
from advisor_app.gui.parts.marks import announce
from advisor_app.services.figures.auditing import Auditing
from advisor_app.services.figures.proposal import Proposal

PATIENCE_MS = 3_000
"""After this long somebody who waits sees how far it is, and may stop it."""


class FiguresCheck(QFrame):
    """Decides about a proposal and has it audited, beside the vault; says how that went."""

    decided = Signal(object)
    """The Preview of the proposal that was handed in last."""

    calculating = Signal()
    """It takes long to decide; whoever waits may stop it."""

    refused = Signal(object)
    """A ProblemError: there is nothing to see."""

    judged = Signal()
    """The auditor has begun, or has said something."""

    _progressed = Signal(object, int, int)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.ui = Ui_FiguresCheck()
        self.ui.setupUi(self)
        desk.look.dress(self)
        self._desk = desk
        self.proposal: Proposal | None = None
        self.preview: Preview | None = None
        self.audited: Audited | None = None
        self.promise: Proposal | None = None
        self._auditing: Auditing | None = None
        self._began = 0.0
        self._is_unwanted = Event()
        self._calculation = QTimer(self)
        self._calculation.setSingleShot(True)
        self._calculation.timeout.connect(self.calculating)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._show_progress)
        self._progressed.connect(self._take_progress)
        self.ui.stop.clicked.connect(self.stop)
        self.ui.again.clicked.connect(self._audit)
        self.ui.promise_alone.clicked.connect(self.look_at_promise)
        self.hide()

    def look_at(self, proposal: Proposal) -> None:
        """Decide about a proposal, then have it audited; whatever went on before is left."""
        self.forget()
        self.proposal = proposal
        self._is_unwanted = unwanted = Event()
        self._calculation.start(PATIENCE_MS)
        self._desk.calculations.run(
            lambda: proposal.preview(unwanted.is_set),
            then=lambda preview: self._take_preview(unwanted, preview),
            otherwise=lambda error: self._take_refusal(unwanted, error),
            owner=self,
            latest="figures",
        )

    def look_at_promise(self) -> None:
        """After a refusal: look at what was promised of the same release, and nothing else."""
        if self.promise is not None:
            self.look_at(self.promise)

    def forget(self) -> None:
        """Look at nothing any more."""
        self.stop()
        self._auditing = None
        self._is_unwanted.set()
        self._calculation.stop()
        self._patience.stop()
        self.proposal = self.preview = self.audited = self.promise = None
        self.hide()

    def stop(self) -> None:
        """Ask the auditor no further."""
        if self._auditing is not None:
            self._auditing.stop()

    def is_safe(self) -> bool:
        """Tell whether what is shown may leave."""
        if self.preview is None:
            return False
        if not self.preview.ledger:
            return True
        return self.audited is not None and self.audited.verdict is Verdict.SAFE

    def has_said_a_number(self) -> bool:
        """Tell whether the advisor gave a number in another way than in a report."""
        ledger = None if self.proposal is None else self.proposal.standing.ledger
        return ledger is not None and any(each.value is not None for each in ledger.outside)

    def reason(self) -> str:
        """Return why it may not leave yet, in a few words."""
        if self.preview is None or self.is_safe():
            return ""
        if self.audited is not None and self.audited.verdict is Verdict.UNSAFE:
            return self.tr("Kan alleen als de controle goed is")
        return self.tr("Kan pas na de controle")

    def _take_refusal(self, unwanted: Event, error: ProblemError) -> None:
        if unwanted.is_set():
            return
        self._calculation.stop()
        if self.proposal is not None:
            self.promise = self.proposal.promise_alone(error.problem)
        self.refused.emit(error)

    def _take_preview(self, unwanted: Event, preview: Preview) -> None:
        if unwanted.is_set():
            return
        self._calculation.stop()
        self.preview = preview
        self.decided.emit(preview)
        if preview.ledger:
            self._audit()

    def _audit(self) -> None:
        preview = self.preview
        if preview is None:
            return
        self.audited, self.promise, self._began = None, None, monotonic()
        self._auditing = auditing = Auditing()

        def tell(done: int, every: int) -> None:
            if isValid(self):
                self._progressed.emit(auditing, done, every)

        self._say("notice", "hourglass", self.tr("De cijfers worden gecontroleerd…"))
        self._patience.start()
        self._desk.calculations.run(
            lambda: auditing.audited(preview.ledger, preview.line.id, tell),
            then=lambda audited: self._take_verdict(auditing, audited),
            owner=self,
            latest="figures",
        )
        self.judged.emit()

    def _take_progress(self, auditing: Auditing, done: int, every: int) -> None:
        if auditing is not self._auditing or self.audited is not None:
            return
        self.ui.progress.setMaximum(every)
        self.ui.progress.setValue(done)
        if not self.ui.progress.isHidden():
            seconds = round((monotonic() - self._began) * (every - done) / max(done, 1))
            words = self.tr(
                "Cijfers controleren: stap %1 van %2, nog ongeveer %n seconde(n)", "", seconds
            )
            self.ui.verdict.setText(words.replace("%1", str(done)).replace("%2", str(every)))

    def _show_progress(self) -> None:
        self.ui.progress.show()
        self.ui.stop.show()

    def _take_verdict(self, auditing: Auditing, audited: Audited) -> None:
        if auditing is not self._auditing:
            return
        self.audited = audited
        self._patience.stop()
        if audited.verdict is Verdict.SAFE:
            self._say("fine", "shield-check", self._seal())
        elif audited.verdict is Verdict.UNSAFE:
            self._say("danger", "shield-alert", self._danger())
        else:
            stopped = audited.verdict is Verdict.STOPPED
            self._say(
                "danger",
                "timer",
                self.tr(
                    "De controle is niet af. Gestopt op uw verzoek. Zonder controle gaat niets naar buiten."
                )
                if stopped
                else self.tr("De controle is niet af. Zonder controle gaat niets naar buiten."),
            )
            self.ui.again.show()
        if self.proposal is not None:
            self.promise = self.proposal.promise_alone(audited.verdict)
            self.ui.promise_alone.setVisible(self.promise is not None)
        self.judged.emit()

    def _danger(self) -> str:
        """Return why figures are red: a number that was said can do that, else we are wrong."""
        if self.has_said_a_number():
            return self.tr(
                "Niet veilig: samen met een aantal dat u al noemde, is uit deze cijfers te veel af te leiden. Er is niets opgeslagen. Wat is gezegd, is niet terug te nemen."
            )
        return self.tr(
            "Niet veilig: uit deze cijfers is te veel af te leiden. Er is niets opgeslagen. Dit hoort niet voor te komen: meld het aan de maker."
        )

    def _seal(self) -> str:
        """Return what was proven, and no more."""
        assert self.preview is not None
        report = self.preview.report
        words = (
            self.tr(
                "Gecontroleerd: de vooraf afgesproken totalen staan er altijd, ook 0 of 1. Wie alle overzichten heeft, en zelf één zaak kent, kan daarbuiten geen aantal onder %1 uitrekenen."
            )
            if report.total.promised
            else self.tr(
                "Gecontroleerd: wie alle eerdere overzichten heeft, en zelf één zaak kent, kan geen aantal onder %1 uitrekenen."
            )
        )
        return words.replace("%1", str(report.minimum))

    def _say(self, role: str, icon: str, words: str) -> None:
        """Show one state, in colour, icon and words."""
        ink = {"fine": "ok", "danger": "danger"}.get(role, "on_accent_soft")
        self.ui.mark.setPixmap(self._desk.look.pixmap(icon, ink, 22))
        self.ui.verdict.setText(words)
        for control in (
            self.ui.progress,
            self.ui.stop,
            self.ui.again,
            self.ui.promise_alone,
        ):
            control.hide()
        self.setProperty("role", role)
        for part in (self, self.ui.verdict, self.ui.mark):
            restyle(part)
        self.show()
        if role != "notice":
            announce(self.ui.verdict, words)
