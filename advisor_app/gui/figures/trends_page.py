"""The published figures across years: a small table, and the chosen line of it as a chart."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QWidget

from advisor_app._assets.forms.trends_page import Ui_TrendsPage
from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.organisation import Organisation
from advisor_app.domain.problems import ProblemError
from advisor_app.domain.reporting import LedgerEntry
from advisor_app.domain.trend import Gap, Series, Trend
from advisor_app.gui.desk import Desk
from advisor_app.gui.figures.period_words import period_words
from advisor_app.gui.parts.message import Message
from advisor_app.gui.places import Page, Place
from advisor_app.gui.widgets.tip import plain_tip
from advisor_app.gui.widgets.trend_chart import Bar, Inks

_ICON = "chart-column"
_CHANGES_TRENDS = frozenset({LedgerEntry, Organisation})
_LEAST_COLUMN = 90
_ROW = 32
Index = QModelIndex | QPersistentModelIndex


class TrendsPage(QWidget):
    """Nothing is worked out here: a number stands where it was published, words where it was not."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.ui = Ui_TrendsPage()
        self.ui.setupUi(self)
        desk.look.dress(self)
        self._desk = desk
        self.message = Message(desk.look, self.ui.pages)
        self._organisation: OrganisationId | None = None
        self.model = TrendTable(self)
        self.ui.table.setModel(self.model)
        years, lines = self.ui.table.horizontalHeader(), self.ui.table.verticalHeader()
        years.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        years.setMinimumSectionSize(desk.look.length(_LEAST_COLUMN))
        years.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        lines.setDefaultSectionSize(desk.look.length(_ROW))
        lines.hide()
        self.ui.table.selectionModel().currentRowChanged.connect(self._choose)
        self.ui.back.clicked.connect(
            lambda: desk.news.wanted.emit(Place(page=Page.FIGURES, organisation=self._organisation))
        )
        desk.news.changed.connect(self._reload)
        self.message.say(_ICON, "", "")

    def show_place(self, place: Place) -> None:
        """Show the years of an organisation."""
        self._organisation = place.organisation
        self._load()

    def keep_drafts(self) -> None:
        """Nothing here is text of a case."""

    def _load(self) -> None:
        organisation, language = self._organisation, self._desk.language
        self.model.show(Trend(years=(), series=()))
        if organisation is None:
            self.message.ask_for_organisation(_ICON)
            return
        trends = self._desk.session.trends
        self._desk.tasks.run(
            lambda: trends.of(organisation, language),
            then=self._show,
            otherwise=self._refuse,
            owner=self,
            latest="trends",
        )

    def _reload(self, changed: frozenset[type]) -> None:
        if changed & _CHANGES_TRENDS and self.isVisible():
            self._load()

    def _show(self, trend: Trend) -> None:
        if not trend.series:
            self.message.say(
                _ICON,
                self.tr("Nog geen jaarcijfers"),
                self.tr(
                    "Zodra u cijfers over een heel jaar vaststelt, ziet u hier de jaren naast elkaar."
                ),
            )
            return
        self.model.show(trend)
        self.ui.break_meaning.setVisible(any(each.breaks for each in trend.series))
        self.ui.pages.setCurrentWidget(self.ui.trend_page)
        self.ui.table.selectRow(0)
        self.ui.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, index: QModelIndex, _before: QModelIndex) -> None:
        series = self.model.series(index.row())
        if series is None:
            return
        look, name = self._desk.look, name_of(series)
        self.ui.chart_heading.setText(name)
        self.ui.chart.setAccessibleName(name)
        self.ui.chart.setAccessibleDescription(self.model.in_words(index.row()))
        self.ui.chart.show_bars(
            [
                Bar(
                    name=period_words(year),
                    value=value if isinstance(value, int) else None,
                    words=self.model.words(value),
                    breaks=place in series.breaks,
                )
                for place, (year, value) in enumerate(
                    zip(self.model.years, series.values, strict=True)
                )
            ],
            Inks(
                bar=look.colour("accent"),
                text=look.colour("text"),
                faint=look.colour("text2"),
                line=look.colour("border_strong"),
            ),
        )

    def _refuse(self, error: ProblemError) -> None:
        self.message.refuse(self._desk.sentence(error))


def name_of(series: Series) -> str:
    """Return what a series is called."""
    return f"{series.table}: {series.label}" if series.table else series.label


class TrendTable(QAbstractTableModel):
    """A row for each series, a column for each year."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._trend = Trend(years=(), series=())

    def show(self, trend: Trend) -> None:
        """Show other years."""
        self.beginResetModel()
        self._trend = trend
        self.endResetModel()

    @property
    def years(self) -> tuple[str, ...]:
        """Return the years that are shown."""
        return self._trend.years

    def series(self, row: int) -> Series | None:
        """Return the series of a row."""
        return self._trend.series[row] if 0 <= row < len(self._trend.series) else None

    def words(self, value: int | Gap) -> str:
        """Return a number, or the words that stand where there is none."""
        if isinstance(value, int):
            return str(value)
        if value is Gap.NOT_SHOWN:
            return self.tr("niet apart getoond")
        return self.tr("geen jaarcijfer")

    def in_words(self, row: int) -> str:
        """Return a whole series for those who cannot see its chart."""
        series = self._trend.series[row]
        parts = [
            f"{period_words(year)}: {self._cell(series, place)}"
            for place, year in enumerate(self._trend.years)
        ]
        return "; ".join(parts)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802  (Qt's own)
        """Return how many series there are."""
        return 0 if parent.isValid() else len(self._trend.series)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802  (Qt's own)
        """Return how many years there are, and one for the names."""
        return 0 if parent.isValid() else len(self._trend.years) + 1

    def headerData(  # noqa: N802  (Qt's name)
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return a year."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return period_words(self._trend.years[section - 1]) if section else ""
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell; for a screen reader with its row and its year."""
        series = self.series(index.row())
        if series is None:
            return None
        column = index.column()
        words = name_of(series) if column == 0 else self._cell(series, column - 1)
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(words)
        if role == Qt.ItemDataRole.AccessibleTextRole and column:
            year = period_words(self._trend.years[column - 1])
            return f"{name_of(series)}, {year}: {self._cell(series, column - 1)}"
        return None

    def _cell(self, series: Series, place: int) -> str:
        """Return a cell in words alone, a break among them."""
        words = self.words(series.values[place])
        if place not in series.breaks:
            return words
        return self.tr("%1, anders geteld").replace("%1", words)
