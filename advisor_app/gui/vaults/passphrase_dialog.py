"""Another passphrase for an open vault."""

from PySide6.QtWidgets import QDialog, QWidget

from advisor_app._assets.forms.passphrase_dialog import Ui_PassphraseDialog
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.gui.desk import Desk
from advisor_app.gui.look import set_role
from advisor_app.gui.parts.marks import mark, unmark
from advisor_app.gui.scrolling import let_scroll
from advisor_app.services import words
from advisor_app.services.access import Access


class PassphraseDialog(QDialog):
    """Asks for the passphrase of now, and twice for another; judges while somebody types.

    Whoever finds the vault open must not be able to shut its owner out. After the recovery code,
    and in the demo, nobody knows the passphrase of now: it is `forgotten` then.
    """

    def __init__(
        self, desk: Desk, access: Access, parent: QWidget, *, forgotten: bool = False
    ) -> None:
        super().__init__(parent)
        self.ui = Ui_PassphraseDialog()
        self.ui.setupUi(self)
        desk.look.dress(self)
        let_scroll(self)
        desk.look.size_window(self, 640, 480 if forgotten else 580)
        self._forgotten = forgotten
        for part in (self.ui.current_label, self.ui.current):
            part.setHidden(forgotten)
        self._desk = desk
        self._access = access
        self._unmark()
        self.ui.other_words.clicked.connect(self._propose)
        self.ui.current.changed.connect(self._unmark)
        self.ui.current.accepted.connect(self.ui.passphrase.setFocus)
        self.ui.passphrase.changed.connect(self._judge)
        self.ui.repeated.changed.connect(self._unmark)
        self.ui.passphrase.accepted.connect(self.ui.repeated.setFocus)
        self.ui.repeated.accepted.connect(self.change_passphrase)
        self.ui.change.clicked.connect(self.change_passphrase)
        self.ui.cancel.clicked.connect(self.reject)
        self.finished.connect(self._forget)
        self._propose()
        (self.ui.passphrase if forgotten else self.ui.current).setFocus()

    def change_passphrase(self) -> None:
        """Hand both to the vault, which refuses a wrong one and a weak one."""
        if not self.ui.change.isEnabled():
            return
        self._unmark()
        passphrase, session = self.ui.passphrase.text(), self._desk.session
        current = None if self._forgotten else self.ui.current.text()
        if current is not None and not current.strip():
            self._mark("current", self.tr("Typ eerst de wachtzin van nu."))
            return
        if not self._access.judge(passphrase, session.vault_name).accepted:
            self._mark("passphrase", words.sentence(Problem.WEAK_PASSPHRASE, self._desk.language))
            return
        if current is not None and passphrase.split() == current.split():
            self._mark("passphrase", self.tr("Dit is al uw wachtzin. Kies een andere."))
            return
        if passphrase.split() != self.ui.repeated.text().split():
            self._mark(
                "repeated",
                self.tr("De twee wachtzinnen zijn niet gelijk. Typ hem nog een keer over."),
            )
            return
        self.ui.change.setEnabled(False)

        def change() -> None:
            if current is not None:
                session.require_passphrase(current)
            session.change_passphrase(passphrase)

        self._desk.tasks.run(
            change,
            then=lambda _done: self._changed(),
            otherwise=self._refuse,
            owner=self,
        )

    def _propose(self) -> None:
        proposal = self._access.suggest()
        self.ui.suggestion.setText(self.tr("Ons voorstel: %1").replace("%1", proposal))

    def _judge(self, typed: str) -> None:
        self._unmark()
        access, name = self._access, self._desk.session.vault_name
        self._desk.tasks.run(
            lambda: access.judge(typed, name), then=self._show, owner=self, latest="judge"
        )

    def _show(self, strength: object) -> None:
        accepted = strength.accepted  # type: ignore[attr-defined]  # a Strength
        reason = words.reason(strength.reason.value, self._desk.language)  # type: ignore[attr-defined]
        self.ui.verdict.setText(reason if self.ui.passphrase.text() else "")
        set_role(self.ui.verdict, "ok" if accepted else "warn")

    def _changed(self) -> None:
        self._desk.news.said.emit(
            self.tr("De wachtzin is veranderd. Eerdere back-ups openen met de oude.")
        )
        self.accept()

    def _refuse(self, error: ProblemError) -> None:
        self.ui.change.setEnabled(True)
        if error.problem is Problem.WRONG_PASSPHRASE:
            self._mark(
                "current",
                self.tr(
                    "Dit is niet de wachtzin van nu. Bent u hem vergeten? Vergrendel, en open de kluis met de herstelcode."
                ),
            )
            self.ui.current.let_be_replaced()
            return
        self._mark("", self._desk.sentence(error))
        self.ui.repeated.setFocus()

    def _forget(self) -> None:
        for field in (self.ui.current, self.ui.passphrase, self.ui.repeated):
            field.clear()
        self.ui.suggestion.clear()
        self.deleteLater()

    def _mark(self, field: str, sentence: str) -> None:
        mark(self.ui, field, sentence, self.ui.problem)

    def _unmark(self) -> None:
        unmark(self.ui, ("current", "passphrase", "repeated"), self.ui.problem)
