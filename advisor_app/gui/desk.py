"""What every page of an open vault works with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from advisor_app.domain.codes import Code
from advisor_app.domain.days import local_day
from advisor_app.domain.language import Language
from advisor_app.domain.problems import ProblemError
from advisor_app.gui.look import Look
from advisor_app.gui.news import News
from advisor_app.gui.tasks import Tasks
from advisor_app.services import words
from advisor_app.services.session import Session


@dataclass(frozen=True, slots=True)
class Desk:
    """The session and how to reach it, and the words of the screen.

    `tasks` is the thread of the vault; `calculations` is for what takes long and needs no vault.
    """

    session: Session
    tasks: Tasks
    calculations: Tasks
    look: Look
    news: News
    language: Language
    now: Callable[[], datetime]

    def today(self) -> date:
        """Return the day on the advisor's own clock."""
        return local_day(self.now())

    def label(self, code: Code) -> str:
        """Return the words for a code."""
        return self.session.codes.label(code, self.language)

    def sentence(self, error: ProblemError) -> str:
        """Return what to tell somebody about a problem."""
        return words.sentence(error.problem, self.language)

    def day(self, day: date) -> str:
        """Return a day such as `do 12 nov 2026`."""
        return _written(day, "ddd d MMM yyyy")

    def short_day(self, day: date) -> str:
        """Return a day in a list: `vandaag`, `morgen`, `gisteren`, `do 12 nov` or `30 dec 2025`."""
        near = {
            0: QCoreApplication.translate("Desk", "vandaag"),
            1: QCoreApplication.translate("Desk", "morgen"),
            -1: QCoreApplication.translate("Desk", "gisteren"),
        }
        today = self.today()
        distance = (day - today).days
        if distance in near:
            return near[distance]
        return _written(day, "ddd d MMM" if day.year == today.year else "d MMM yyyy")

    def long_day(self, day: date) -> str:
        """Return a day such as `9 november 2026`."""
        return _written(day, "d MMMM yyyy")

    def weekday(self, day: date) -> str:
        """Return a day such as `Vrijdag 20 november 2026`, to begin a line with."""
        text = _written(day, "dddd d MMMM yyyy")
        return text[:1].upper() + text[1:]

    def clock(self, moment: datetime | time) -> str:
        """Return a time such as `10:16`, on the advisor's own clock."""
        if isinstance(moment, datetime):
            moment = moment.astimezone().time()
        return QLocale().toString(QTime(moment.hour, moment.minute), "HH:mm")

    def moment(self, moment: datetime) -> str:
        """Return a day and a time such as `do 12 nov 2026, 16:30`."""
        return f"{self.day(local_day(moment))}, {self.clock(moment)}"


def _written(day: date, form: str) -> str:
    """Return a day in the language of the screen; Qt's Dutch months end in a full stop, ours not."""
    return QLocale().toString(QDate(day.year, day.month, day.day), form).replace(".", "")
