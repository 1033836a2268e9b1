"""The left of the window: where one can go, and for which organisation."""

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QMenu, QPushButton

from advisor_app._assets.forms.main_window import Ui_MainWindow
from advisor_app.gui.look import Look
from advisor_app.gui.places import Page
from advisor_app.gui.widgets.tip import plain_tip

RAIL_BELOW = 960
"""Below this width of the window, in pixels at the user's scale, it shows icons only."""

WIDTH, RAIL_WIDTH, MARGIN = 220, 64, 11


class Navigation:
    """Shows where the window is; becomes a rail where there is little room."""

    def __init__(self, look: Look, ui: Ui_MainWindow) -> None:
        self._look, self._ui = look, ui
        self._is_rail = False
        self._organisation = ""
        self.buttons: dict[Page, QPushButton] = {
            Page.TODAY: ui.open_today,
            Page.CASES: ui.open_cases,
            Page.AGENDA: ui.open_agenda,
            Page.LETTERS: ui.open_letters,
            Page.FIGURES: ui.open_figures,
            Page.SETTINGS: ui.open_settings,
        }
        ui.navigation.verticalScrollBar().rangeChanged.connect(self._make_room)

    def show_page(self, page: Page) -> None:
        """Mark the entry that a page belongs to."""
        for name, button in self.buttons.items():
            button.setChecked(name is page.entry)

    def show_organisation(self, name: str) -> None:
        """Name the organisation that everything here is about."""
        self._organisation = name
        button = self._ui.switch_organisation
        room = self._look.length(135)
        elided = button.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room)
        button.setText("" if self._is_rail else elided.replace("&", "&&"))
        self._look.put_icon(button, "building-2", "accent")
        button.setToolTip(plain_tip(name) if self._is_rail or elided != name else "")
        said = QCoreApplication.translate("MainWindow", "Organisatie: %1")
        button.setAccessibleName(said.replace("%1", name))
        self._ui.here.setText(name)
        for part in (self._ui.here, self._ui.here_icon):
            part.setVisible(self._is_rail)
        self._ui.switch_icon.setHidden(self._is_rail)

    def open_below(self, menu: QMenu) -> None:
        """Open a menu where the organisation stands."""
        below = self._ui.switch_organisation
        menu.popup(below.mapToGlobal(QPoint(0, below.height())))

    def fit(self, width: int) -> None:
        """Be a rail or not in a window of so many pixels."""
        is_rail = width < self._look.length(RAIL_BELOW)
        if is_rail is self._is_rail:
            return
        self._is_rail = is_rail
        self._ui.navigation.setFixedWidth(self._look.length(RAIL_WIDTH if is_rail else WIDTH))
        self._ui.entries.setSpacing(self._look.length(2 if is_rail else 6))
        self._ui.brand.setHidden(is_rail)
        for button in self._ui.navigation.findChildren(QPushButton):
            if button is not self._ui.switch_organisation:
                self._name(button)
        self.show_organisation(self._organisation)

    def _make_room(self, _least: int, out_of_sight: int) -> None:
        """Let the scroll bar stand in the margin, so that every entry keeps its width."""
        margins = self._ui.entries.contentsMargins()
        margins.setRight(0 if out_of_sight else self._look.length(MARGIN))
        self._ui.entries.setContentsMargins(margins)

    def _name(self, button: QPushButton) -> None:
        """Write what a button is for upon it, or in its tip."""
        words = button.property("words") or button.text()
        button.setProperty("words", words)
        button.setText("" if self._is_rail else words)
        button.setToolTip(words if self._is_rail else "")
        button.setAccessibleName(words)
        self._look.put_icon(button, button.property("icon_name"), "text2")
