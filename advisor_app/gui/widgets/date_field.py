"""A field for a day: typed as people say it, or picked from a calendar."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QLineEdit, QToolButton, QWidget

from advisor_app.domain.days import read_day
from advisor_app.domain.problems import InvalidError
from advisor_app.gui.widgets.arrow_ink import give_ink_to_arrows
from advisor_app.gui.widgets.named_by_label import name_by_label

FORMAT = "ddd d MMM yyyy"


class DateField(QFrame):
    """A line such as `vr 20 nov 2026`; arrow up and down move it by a day, F4 opens a calendar."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "date")
        self.ahead = False
        self._today: Callable[[], date] = date.today
        self.line = QLineEdit(self)
        self.line.editingFinished.connect(self._tidy)
        self.line.textEdited.connect(self.changed)
        self.open_calendar = QToolButton(self)
        self.open_calendar.setProperty("icon_name", "calendar")
        self.open_calendar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.open_calendar.setAccessibleName(
            QCoreApplication.translate("DateField", "Kies een dag in de kalender")
        )
        self.open_calendar.clicked.connect(self.show_calendar)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.open_calendar)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # for its label's letter
        self.setFocusProxy(self.line)

    def set_clock(self, today: Callable[[], date]) -> None:
        """Take the clock that `gisteren` is reckoned from."""
        self._today = today

    def day(self, field: str = "day") -> date:
        """Return the day.

        Raises:
            InvalidError: NOT_A_DATE, naming `field`.
        """
        return read_day(field, self.line.text(), self._today(), ahead=self.ahead)

    def is_empty(self) -> bool:
        """Tell whether nothing was typed."""
        return not self.line.text().strip()

    def set_day(self, day: date | None) -> None:
        """Show a day, or none."""
        self.line.setText("" if day is None else written(day))

    def show_calendar(self) -> None:
        """Let the user pick a day below the field."""
        calendar = QCalendarWidget(self)
        calendar.setWindowFlag(Qt.WindowType.Popup)
        calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        weekend = QTextCharFormat()
        weekend.setForeground(self.palette().text())  # Qt's red can hardly be read
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, weekend)
        give_ink_to_arrows(calendar, "qt_calendar_prevmonth", "qt_calendar_nextmonth")
        days = calendar.focusProxy()
        if days is not None:
            days.setAccessibleName(self.open_calendar.accessibleName())
        shown = self._known() or self._today()
        calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        calendar.clicked.connect(self._pick)
        calendar.activated.connect(self._pick)
        calendar.clicked.connect(calendar.close)
        calendar.activated.connect(calendar.close)
        calendar.move(self.mapToGlobal(QPoint(0, self.height())))
        calendar.show()
        calendar.setFocus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  (Qt's name)
        """Let a screen reader call the line by the label of the whole field."""
        name_by_label(self, self.line)
        super().showEvent(event)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """Ask for the room of the longest month."""
        metrics = self.line.fontMetrics()
        dates = (written(date(2026, month, 28)) for month in range(1, 13))
        words = max(map(metrics.horizontalAdvance, dates))
        margins = 3 * metrics.averageCharWidth()
        room = words + margins + self.open_calendar.sizeHint().width()
        return QSize(room, super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """Move by a day, or open the calendar."""
        known = self._known()
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down} and known is not None:
            step = 1 if event.key() == Qt.Key.Key_Up else -1
            self.set_day(date.fromordinal(known.toordinal() + step))
            self.changed.emit()
        elif event.key() == Qt.Key.Key_F4:
            self.show_calendar()
        else:
            super().keyPressEvent(event)

    def _pick(self, picked: QDate) -> None:
        self.set_day(date(picked.year(), picked.month(), picked.day()))
        self.line.setFocus()
        self.changed.emit()

    def _known(self) -> date | None:
        try:
            return self.day()
        except InvalidError:
            return None

    def _tidy(self) -> None:
        known = self._known()
        if known is not None and not self.is_empty():
            self.set_day(known)


def written(day: date) -> str:
    """Return a day as the windows write it, such as `vr 20 nov 2026`."""
    text = QLocale().toString(QDate(day.year, day.month, day.day), FORMAT)
    return text.replace(".", "")
