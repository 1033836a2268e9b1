"""A computer whose clock went back: asks whether the time is right, since nothing can be kept until."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.gui.desk import Desk
from advisor_app.gui.parts.confirm import confirm


class ClockQuestion(QObject):
    """Asks once at a time; what was refused stays where it was typed."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._is_asked = False
        desk.tasks.met.connect(self._notice)

    def _notice(self, error: ProblemError) -> None:
        if error.problem is not Problem.CLOCK_BEHIND or self._is_asked:
            return
        self._is_asked = True
        box = confirm(
            self._window,
            self.tr("Klopt de klok van deze computer?"),
            self.tr(
                "Volgens de klok is het nu %1. Uw laatste werk is van later. "
                "Klopt dit niet, kies dan Annuleren, zet datum en tijd goed en sla opnieuw op. "
                "Wat u typte blijft staan."
            ).replace("%1", self._desk.moment(self._desk.now())),
            self.tr("De tijd klopt, ga verder"),
            self._accept,
        )
        box.finished.connect(self._may_ask_again)

    def _accept(self) -> None:
        session, news = self._desk.session, self._desk.news

        def accepted(_nothing: object) -> None:
            news.mended.emit()
            news.said.emit(self.tr("U kunt verder. Sla opnieuw op wat nog niet is opgeslagen."))

        self._desk.tasks.run(session.accept_clock, then=accepted, owner=self)

    def _may_ask_again(self) -> None:
        self._is_asked = False
