"""A table of a form that holds one record a line: the view, its rows and its two buttons."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QTableView

from advisor_app.domain.problems import InvalidError
from advisor_app.gui.lists.rows import Column, Rows, fill_in, take_open_editor

R = TypeVar("R")


class RecordTable(ABC, Generic[R]):
    """Records of one kind, added, corrected and taken out by hand.

    In the form the view has the `name`, its buttons are `add_<name>` and `remove_<name>`.
    """

    def __init__(self, ui: object, name: str, columns: Sequence[Column], wide: int) -> None:
        self._name = name
        self._view: QTableView = getattr(ui, name)
        self._remove: QPushButton = getattr(ui, f"remove_{name}")
        self.rows = Rows(columns, self._view)
        fill_in(self._view, self.rows, wide)
        add: QPushButton = getattr(ui, f"add_{name}")
        add.clicked.connect(self._add_row)
        self._remove.clicked.connect(self._remove_row)
        self._view.selectionModel().currentChanged.connect(self._allow_removal)
        for change in (self.rows.modelReset, self.rows.rowsRemoved):
            change.connect(self._allow_removal)
        self._allow_removal()

    @abstractmethod
    def values_of(self, record: R) -> list[Any]:
        """Return what stands on a record's line."""

    @abstractmethod
    def record_of(self, before: R | None, values: list[Any]) -> R:
        """Return the record that a line says, `before` corrected.

        Raises:
            InvalidError: the line cannot be kept.
        """

    @abstractmethod
    def number_of(self, record: R) -> int:
        """Return what a draft knows a record by; never 0, which is a new line."""

    def show(self, records: Iterable[R]) -> None:
        """Show other records."""
        self.rows.show([(each, self.values_of(each)) for each in records])

    def read(self) -> tuple[R, ...]:
        """Return the records as they stand; a blank line is none.

        Raises:
            InvalidError: names this table; the line is chosen.
        """
        read = []
        for place, (before, values) in enumerate(self.rows.rows()):
            if self.rows.is_blank(place):
                continue
            try:
                read.append(self.record_of(before, values))
            except InvalidError as error:
                self._view.selectRow(place)
                raise InvalidError(self._name, error.problem) from error
        return tuple(read)

    def typed(self) -> list[tuple[int, list[Any]]]:
        """Return what stands in the table, as a draft keeps it."""
        return [
            (0 if record is None else self.number_of(record), values)
            for record, values in self.rows.rows()
        ]

    def show_typed(self, lines: Iterable[tuple[int, list[Any]]]) -> None:
        """Put back what a draft kept of the records that are shown."""
        records = {
            self.number_of(record): record
            for record, _values in self.rows.rows()
            if record is not None
        }
        self.rows.show([(records.get(number), values) for number, values in lines])

    def put_back(self, records: Iterable[R]) -> None:
        """Show again, below the others and chosen, which of these records were taken out."""
        standing = list(self.rows.rows())
        known = {self.number_of(record) for record, _values in standing if record is not None}
        lost = [each for each in records if self.number_of(each) not in known]
        self.rows.show([*standing, *((each, self.values_of(each)) for each in lost)])
        self._view.selectRow(self.rows.rowCount() - 1)

    def take_open_editor(self) -> None:
        """Take what is being typed in a cell, as if it had been left."""
        take_open_editor(self._view)

    def _add_row(self) -> None:
        index = self.rows.index(self.rows.add(), 0)
        self._view.setFocus()
        self._view.setCurrentIndex(index)
        self._view.edit(index)

    def _remove_row(self) -> None:
        self.rows.remove(self._view.currentIndex().row())

    def _allow_removal(self) -> None:
        chosen = self._view.currentIndex().isValid()
        why = "" if chosen else QCoreApplication.translate("RecordTable", "Kies eerst een regel.")
        self._remove.setEnabled(chosen)
        self._remove.setToolTip(why)
        self._remove.setAccessibleDescription(why)
