"""The model of a short painted list: rows as they were handed in."""

import re
from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")

_DOT = re.compile(r"\s+·\s+")


def read_out(*parts: str) -> str:
    """Return what a screen reader says of a row: all of its parts, with a pause for each dot."""
    return _DOT.sub(", ", ", ".join(part for part in parts if part))


class RowList(QAbstractListModel, Generic[Row]):
    """Shows all of its rows; what each says, a list of its own adds."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802  (Qt's own)
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)
