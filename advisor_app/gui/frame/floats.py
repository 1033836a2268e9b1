"""What floats over the page: beside its list, above what is typed or decided."""

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtWidgets import QFrame, QWidget

from advisor_app._assets.forms.main_window import Ui_MainWindow
from advisor_app.gui.frame.lock_warning import LockWarning
from advisor_app.gui.frame.refusal import Refusal
from advisor_app.gui.frame.toast import Toast
from advisor_app.gui.look import Look

FEET = {"footer", "decision"}
"""Roles of the parts at the foot of a page."""

LIST = "list"
"""Role of the list at the left of a page, and of the buttons below it."""

WIDEST = 760
LEAST_BESIDE_A_LIST = 380
"""In pixels at the user's scale."""


class Floats(QObject):
    """Gives each of them a place, whenever one comes or the window takes another shape."""

    def __init__(self, look: Look, window: QWidget, ui: Ui_MainWindow) -> None:
        super().__init__(window)
        self.refusal = Refusal(look, window)
        self.toast = Toast(look, window)
        self.lock_warning = LockWarning(look, window)
        self._each: tuple[QFrame, ...] = (self.refusal, self.toast, self.lock_warning)
        self._look, self._window, self._ui = look, window, ui
        for part in (window, *self._each):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Place them when the window or one of them changes; once a foot that grows has grown."""
        kind = event.type()
        if kind == QEvent.Type.LayoutRequest:
            if self._shown():
                QTimer.singleShot(0, self, self._place)
        elif kind == QEvent.Type.Show or (kind == QEvent.Type.Resize and watched is self._window):
            self._place()
        return False

    def _place(self) -> None:
        gap = self._look.length(16)
        left, bottom = self._side() + gap, self._foot() - gap
        for floating in self._shown():
            room = min(self._window.width() - left - gap, self._look.length(WIDEST))
            wanted = floating.sizeHint()
            width = min(wanted.width(), room)
            height = max(floating.heightForWidth(width), floating.minimumSizeHint().height())
            floating.setGeometry(left, bottom - height, width, height)
            bottom -= height + gap

    def _shown(self) -> list[QFrame]:
        return [floating for floating in self._each if floating.isVisible()]

    def _side(self) -> int:
        """Return where there is room beside the list of the page, or else beside the navigation."""
        sides = [part.mapTo(self._window, part.rect().topRight()).x() for part in self._parts(LIST)]
        room = self._window.width() - self._look.length(LEAST_BESIDE_A_LIST)
        return max((side for side in sides if side <= room), default=self._ui.navigation.width())

    def _foot(self) -> int:
        """Return where the foot of the page begins, which nothing may cover."""
        tops = [part.mapTo(self._window, QPoint(0, 0)).y() for part in self._parts(*FEET)]
        return min(tops, default=self._window.height() - self._ui.status.height())

    def _parts(self, *roles: str) -> list[QWidget]:
        """Return what is seen of the page in these roles."""
        page = self._ui.pages.currentWidget()
        parts = page.findChildren(QWidget) if page is not None else []
        return [part for part in parts if part.property("role") in roles and part.isVisible()]
