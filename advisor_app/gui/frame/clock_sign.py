"""The clocks that run, in sight from every page; a click leads to their conversation."""

from datetime import timedelta

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QMenu, QPushButton

from advisor_app.domain.draft import Draft
from advisor_app.domain.overview import RunningClock
from advisor_app.gui.desk import Desk
from advisor_app.gui.places import Page, Place

TICK_MS = 10_000


class ClockSign(QObject):
    """Says in a button of the status bar which conversation is being timed, and for how long."""

    def __init__(self, desk: Desk, button: QPushButton) -> None:
        super().__init__(button)
        self._desk = desk
        self._button = button
        self._clocks: list[RunningClock] = []
        self._ticks = QTimer(self)
        self._ticks.setInterval(TICK_MS)
        self._ticks.timeout.connect(self.show)
        button.clicked.connect(self._go)
        desk.news.changed.connect(self._reload)
        self._load()

    def show(self) -> None:
        """Say how long the clocks run by now."""
        clocks = self._clocks
        self._ticks.start() if clocks else self._ticks.stop()
        self._button.setVisible(bool(clocks))
        if len(clocks) == 1:
            words = self.tr("Klok loopt: %1").replace("%1", self._words(clocks[0]))
        else:
            words = self.tr("%n klok(ken) lopen", "", len(clocks))
        self._button.setText(words)

    def _load(self) -> None:
        self._desk.tasks.run(
            self._desk.session.clocks.running, then=self._take, owner=self, latest="clocks"
        )

    def _reload(self, changed: frozenset[type]) -> None:
        if Draft in changed:
            self._load()

    def _take(self, clocks: list[RunningClock]) -> None:
        self._clocks = clocks
        self.show()

    def _words(self, clock: RunningClock) -> str:
        minutes = max(1, -((clock.began - self._desk.now()) // timedelta(minutes=1)))
        what = clock.number or self.tr("los gesprek")
        return self.tr("%1, %2 min").replace("%1", what).replace("%2", str(minutes))

    def _go(self) -> None:
        if len(self._clocks) == 1:
            self._desk.news.wanted.emit(_place_of(self._clocks[0]))
            return
        menu = QMenu(self._button)
        for clock in self._clocks:
            menu.addAction(self._words(clock)).triggered.connect(
                lambda _checked=False, clock=clock: self._desk.news.wanted.emit(_place_of(clock))
            )
        menu.popup(self._button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))


def _place_of(clock: RunningClock) -> Place:
    return Place(page=Page.CASES, organisation=clock.organisation, case=clock.case, log=True)
