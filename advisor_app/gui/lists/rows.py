"""A small table that is filled in by hand: a list is its columns, a row is a list of values."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from advisor_app.gui.widgets.tip import plain_tip

Index = QModelIndex | QPersistentModelIndex
_IN_WORDS = {
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,  # what a narrow column cuts off
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its heading, what a new row holds, and the choices if it has a fixed list.

    The kind of the empty value says what may be typed: a text, a whole number, yes or no.
    """

    heading: str
    empty: Any = ""
    choices: tuple[tuple[Any, str], ...] = field(default=())


class Rows(QAbstractTableModel):
    """Rows that carry the record they came from, so that it can be corrected."""

    def __init__(self, columns: Sequence[Column], parent: QObject) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: list[tuple[Any, list[Any]]] = []

    def show(self, rows: Sequence[tuple[Any, list[Any]]]) -> None:
        """Show other rows: each a record, or None, and its values."""
        self.beginResetModel()
        self._rows = [(record, list(values)) for record, values in rows]
        self.endResetModel()

    def rows(self) -> list[tuple[Any, list[Any]]]:
        """Return the rows as they stand."""
        return self._rows

    def is_blank(self, row: int) -> bool:
        """Tell whether nothing was filled in on a row."""
        return self._rows[row][1] == [column.empty for column in self.columns]

    def add(self) -> int:
        """Append an empty row; return its place."""
        place = len(self._rows)
        self.beginInsertRows(QModelIndex(), place, place)
        self._rows.append((None, [column.empty for column in self.columns]))
        self.endInsertRows()
        return place

    def remove(self, row: int) -> None:
        """Take a row out."""
        if 0 <= row < len(self._rows):
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._rows[row]
            self.endRemoveRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802  (Qt's own)
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802  (Qt's own)
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(  # noqa: N802  (Qt's name)
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heading of a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return self.columns[section].heading if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a value, or the value for editing."""
        if not index.isValid():
            return None
        value, column = self._rows[index.row()][1][index.column()], self.columns[index.column()]
        if isinstance(column.empty, bool):
            if role == Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if value else Qt.CheckState.Unchecked
            return None
        if role == Qt.ItemDataRole.EditRole:
            return value
        if role in _IN_WORDS:
            words = dict(column.choices).get(value, "" if value == 0 else str(value))
            return plain_tip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        return None

    def setData(  # noqa: N802  (Qt's name)
        self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Take a value; a number that is none is not taken."""
        empty = self.columns[index.column()].empty
        if role == Qt.ItemDataRole.CheckStateRole:
            value = Qt.CheckState(value) == Qt.CheckState.Checked
        elif isinstance(empty, int) and not isinstance(empty, bool):
            text = str(value).strip().replace(".", "")
            if not text.isdecimal():
                return False
            value = int(text)
        self._rows[index.row()][1][index.column()] = value
        self.dataChanged.emit(index, index)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every value be edited."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        checkable = isinstance(self.columns[index.column()].empty, bool)
        kind = Qt.ItemFlag.ItemIsUserCheckable if checkable else Qt.ItemFlag.ItemIsEditable
        return super().flags(index) | kind


class ChoiceDelegate(QStyledItemDelegate):
    """Offers the choices of a column in a box."""

    def createEditor(  # noqa: N802  (Qt's name)
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        """Return a box where there is a list to choose from, else a line."""
        model = index.model()
        if not isinstance(model, Rows) or not model.columns[index.column()].choices:
            editor: QWidget = super().createEditor(parent, option, index)
            return editor
        box = QComboBox(parent)
        for value, words in model.columns[index.column()].choices:
            box.addItem(words, value)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802  (Qt's name)
        """Show the value."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(index.data(Qt.ItemDataRole.EditRole))))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:  # noqa: N802
        """Take the value."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        else:
            super().setModelData(editor, model, index)


def fill_in(view: QTableView, rows: Rows, wide: int) -> None:
    """Put rows into a view; the column `wide` takes what room is left."""
    view.setModel(rows)
    view.setItemDelegate(ChoiceDelegate(view))
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(view.fontMetrics().height() * 2)
    header = view.horizontalHeader()
    header.setStretchLastSection(False)
    header.setHighlightSections(False)
    metrics = view.fontMetrics()
    for place, column in enumerate(rows.columns):
        widest = max((words for _value, words in column.choices), key=len, default=column.heading)
        letters = 16 if isinstance(column.empty, str) else 0
        room = max(metrics.horizontalAdvance(widest), metrics.averageCharWidth() * letters)
        header.resizeSection(place, room + metrics.averageCharWidth() * 6)
    header.setSectionResizeMode(wide, header.ResizeMode.Stretch)


def take_open_editor(view: QTableView) -> None:
    """Take what is being typed in a cell, as if it had been left."""
    editor = view.indexWidget(view.currentIndex())
    if editor is not None:
        view.commitData(editor)
        view.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)
