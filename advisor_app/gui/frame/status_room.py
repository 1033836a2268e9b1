"""The room of the status bar: what matters least is shortened first."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from advisor_app._assets.forms.main_window import Ui_MainWindow

_UNBOUNDED = 16_777_215
"""What Qt takes for no limit."""


class StatusRoom(QObject):
    """Shares the width out whenever it changes, or the words do."""

    def __init__(self, ui: Ui_MainWindow) -> None:
        super().__init__(ui.status)
        self._status = ui.status
        self._layout = ui.status_layout
        self._parts = ui.status.findChildren(QWidget)
        self._spacers = (ui.spacer_10, ui.spacer_11, ui.spacer_12)
        self._hints: tuple[QWidget, ...] = (ui.find_hint, ui.shortcuts_hint)
        self._shortened: tuple[QWidget, ...] = (
            ui.backup, ui.clock, ui.here, ui.locks_in, ui.saved,
        )  # fmt: skip
        ui.status.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Share the room out before it is laid out."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._share()
        return False

    def _share(self) -> None:
        lack = self._wanted(hints=True) - self._status.width()
        for hint in self._hints:
            hint.setHidden(lack > 0)
        lack = self._wanted(hints=False) - self._status.width() if lack > 0 else 0
        for part in self._shortened:
            if part.isHidden():
                continue
            whole, least = part.sizeHint().width(), part.minimumSizeHint().width()
            taken = min(max(lack, 0), max(whole - least, 0))
            lack -= taken
            width = whole - taken if taken else _UNBOUNDED
            if part.maximumWidth() != width:
                part.setMaximumWidth(width)

    def _wanted(self, *, hints: bool) -> int:
        """Return the width with all words whole, with the hints for newcomers or without."""
        parts = [
            part for part in self._parts if (hints if part in self._hints else not part.isHidden())
        ]
        words = sum(part.sizeHint().width() for part in parts)
        spacers = sum(spacer.sizeHint().width() for spacer in self._spacers)
        margins, gaps = self._layout.contentsMargins(), self._layout.spacing() * (len(parts) - 1)
        return words + spacers + gaps + margins.left() + margins.right()
