"""How every window looks: colours, type, icons and lengths, in the user's theme and scale."""

import json
import re
from functools import cache
from typing import Any

from PySide6 import QtCore
from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFormLayout,
    QFrame,
    QGridLayout,
    QLabel,
    QLayout,
    QSpacerItem,
    QSpinBox,
    QWidget,
)

from advisor_app import _assets
from advisor_app.domain.settings import Theme, Typeface
from advisor_app.gui.mnemonics import give_mnemonics
from advisor_app.gui.scrolling import room_for

FAMILIES = {Typeface.INTER: "Inter", Typeface.ATKINSON: "Atkinson Hyperlegible Next"}
STYLE = ("-style", "Fusion")
"""Arguments of the application; `setStyle` returns a QStyle, and Python has to learn all of that."""

ICON = "icon_name"
ICON_INK = "icon_ink"
ICON_SIZE = "icon_size"
"""Properties that a form sets on a label or button: the name of its icon, its colour, its size."""

ICON_CHECKED = "icon_checked"
"""The name of the icon of a button while it is down."""

ICON_GAP = 7

_WITH_A_GROUND = (QFrame, QAbstractButton)
"""Widgets that a style sheet gives a background without being told to."""

_UNBOUNDED = 16_777_215
_LENGTH = re.compile(r"\b(\d+(?:\.\d+)?)u\b")
_TOKEN = re.compile(r"\{(\w+)\}")
_ROLES = {
    QPalette.ColorRole.Window: "bg",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "surface2",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "text2",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "toast",
    QPalette.ColorRole.ToolTipText: "on_toast",
    QPalette.ColorRole.Light: "surface2",
    QPalette.ColorRole.Midlight: "border",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "border_strong",
    QPalette.ColorRole.Shadow: "border_strong",
}


class Look:
    """One theme at one scale; another choice of the user is another look."""

    def __init__(self, theme: Theme, scale: int, typeface: Typeface) -> None:
        """Take the scale in percent, 80 to 200; the system's theme must have been resolved."""
        self._theme = theme
        self._scale = scale / 100
        self._family = FAMILIES[typeface]
        self._colours = tokens()[theme.value]

    def colour(self, token: str) -> QColor:
        """Return the colour of a token."""
        return QColor(self._colours[token])

    def length(self, pixels: float) -> int:
        """Return a length at the user's scale; hairlines of 0, 1 and 2 pixels stay as they are."""
        return round(pixels) if pixels <= 2 else round(pixels * self._scale)

    def font(self, size: str = "body", *, strong: bool = False) -> QFont:
        """Return the typeface in one of the sizes of the tokens."""
        font = QFont(self._family)
        font.setPointSizeF(tokens()["type"][size] * self._scale)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return font

    def pixmap(self, name: str, ink: str = "text2", size: float = 18, gap: float = 0) -> QPixmap:
        """Return an icon as pixels, in the colour of a token, with a gap on its right."""
        return _drawn(name, self._colours[ink], self.length(size), self.length(gap), _ratio())

    def icon(self, name: str, ink: str = "text", size: float = 18, gap: float = 0) -> QIcon:
        """Return an icon; disabled, it takes the colour of disabled text."""
        icon = QIcon(self.pixmap(name, ink, size, gap))
        icon.addPixmap(self.pixmap(name, "text2", size, gap), QIcon.Mode.Disabled)
        return icon

    def put_icon(self, button: QAbstractButton, name: str, ink: str, size: float = 18) -> None:
        """Give a button an icon that keeps its distance from the words."""
        gap = ICON_GAP if button.text() else 0
        icon = self.icon(name, ink, size, gap)
        if button.isCheckable():
            chosen = self.pixmap(name, "on_accent_soft", size, gap)
            icon.addPixmap(chosen, QIcon.Mode.Normal, QIcon.State.On)
        button.setIcon(icon)
        button.setIconSize(QSize(self.length(size) + self.length(gap), self.length(size)))

    def size_window(self, window: QWidget, width: int, height: int) -> None:
        """Give a window its size at the user's scale, or the screen's where that is smaller."""
        size = QSize(self.length(width), self.length(height))
        window.resize(size.boundedTo(room_for(window)))

    def wear(self, application: QApplication) -> None:
        """Give the whole application this look."""
        application.setPalette(self._palette())
        application.setFont(self.font())
        application.setStyleSheet(self.style_sheet())

    def style_sheet(self) -> str:
        """Return the style sheet with colours, lengths and sizes of type filled in."""
        template = (_assets.FOLDER / "style" / "window.qss").read_text("utf-8")
        sizes = {name: f"{points * self._scale:.2f}pt" for name, points in tokens()["type"].items()}
        values = {
            **self._colours,
            **sizes,
            "icons": _assets.FOLDER.joinpath("style", self._theme.value).as_posix(),
            "line": str(self._line_icon()),
        }
        scaled = _LENGTH.sub(lambda found: f"{self.length(float(found[1]))}px", template)
        return _TOKEN.sub(lambda found: values[found[1]], scaled)

    def _line_icon(self) -> int:
        """Return the size of an icon before a line of text."""
        sizes: list[int] = tokens()["line_icons"]["sizes"]
        return min(sizes, key=lambda size: abs(size - 17 * self._scale))

    def dress(self, widget: QWidget) -> None:
        """Scale what a form says in pixels, and put its icons in: once, right after `setupUi`."""
        if isinstance(widget, QDialog):
            give_mnemonics(widget)
            self.size_window(widget, widget.width(), widget.height())
        for part in (widget, *widget.findChildren(QWidget)):
            self._resize(part)
            self._put_icon(part)
            if part.property("role") and not isinstance(part, _WITH_A_GROUND):
                part.setAttribute(QtCore.Qt.WidgetAttribute.WA_StyledBackground)
            if isinstance(part, QSpinBox):  # whose line heeds no padding of a style sheet
                part.lineEdit().setTextMargins(self.length(8), 0, 0, 0)
        for layout in widget.findChildren(QLayout):
            self._space(layout)

    def _resize(self, part: QWidget) -> None:
        """Scale what the form says; what the style sheet said already has been scaled."""
        sides = (("w", "Width"), ("h", "Height"))
        for side, name in sides:
            for kind, edge, none in (("min", "minimum", 0), ("max", "maximum", _UNBOUNDED)):
                if part.property(f"_q_stylesheet_{kind}{side}") is not None:
                    continue
                length = getattr(part, edge + name)()
                if length != none:
                    getattr(part, f"set{edge.capitalize()}{name}")(self.length(length))

    def _put_icon(self, part: QWidget) -> None:
        name = part.property(ICON)
        if not name:
            return
        ink, size = part.property(ICON_INK), part.property(ICON_SIZE) or 18
        if isinstance(part, QLabel):
            part.setPixmap(self.pixmap(name, ink or "text2", size))
        elif isinstance(part, QAbstractButton):
            by_role = {"primary": "on_accent", "navigate": "text2"}.get(
                part.property("role"), "text"
            )
            self.put_icon(part, name, ink or by_role, size)
            self._put_icon_of_checked(part, ink or "text", size)

    def _put_icon_of_checked(self, button: QAbstractButton, ink: str, size: float) -> None:
        name = button.property(ICON_CHECKED)
        if name:
            icon = button.icon()
            pixmap = self.pixmap(name, ink, size, ICON_GAP)
            icon.addPixmap(pixmap, QIcon.Mode.Normal, QIcon.State.On)
            button.setIcon(icon)

    def _space(self, layout: QLayout) -> None:
        margins = layout.contentsMargins()
        layout.setContentsMargins(
            self.length(margins.left()),
            self.length(margins.top()),
            self.length(margins.right()),
            self.length(margins.bottom()),
        )
        if isinstance(layout, (QGridLayout, QFormLayout)):
            layout.setHorizontalSpacing(self.length(max(layout.horizontalSpacing(), 0)))
            layout.setVerticalSpacing(self.length(max(layout.verticalSpacing(), 0)))
        elif layout.spacing() > 0:
            layout.setSpacing(self.length(layout.spacing()))
        for position in range(layout.count()):
            item = layout.itemAt(position)
            if isinstance(item, QSpacerItem):
                self._stretch(item)

    def _stretch(self, spacer: QSpacerItem) -> None:
        size, policy = spacer.sizeHint(), spacer.sizePolicy()
        spacer.changeSize(
            self.length(size.width()),
            self.length(size.height()),
            policy.horizontalPolicy(),
            policy.verticalPolicy(),
        )

    def _palette(self) -> QPalette:
        palette = QPalette()
        for role, token in _ROLES.items():
            palette.setColor(role, self.colour(token))
        for role in (
            QPalette.ColorRole.WindowText,
            QPalette.ColorRole.Text,
            QPalette.ColorRole.ButtonText,
        ):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("text2"))
        return palette


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget that is already shown another role in the style sheet."""
    widget.setProperty("role", role)
    restyle(widget)


def restyle(widget: QWidget) -> None:
    """Let the style sheet look at a widget's properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


@cache
def tokens() -> dict[str, dict[str, Any]]:
    """Return the tokens of every theme and the sizes of type."""
    found: dict[str, dict[str, Any]] = json.loads(
        (_assets.FOLDER / "style" / "tokens.json").read_text("utf-8")
    )
    return found


def theme_of(palette: QPalette) -> Theme:
    """Return which theme colours belong to that are not ours, as those of the system at the start."""
    ground, ink = palette.window().color(), palette.windowText().color()
    return Theme.DARK if ground.lightness() < ink.lightness() else Theme.LIGHT


def load_fonts() -> None:
    """Hand our typefaces to Qt, once per process."""
    for path in sorted(_assets.FOLDER.joinpath("fonts").glob("[AI]*.ttf")):
        QFontDatabase.addApplicationFontFromData(QByteArray(path.read_bytes()))


@cache
def _drawing(name: str) -> str:
    return (_assets.FOLDER / "icons" / f"{name}.svg").read_text("utf-8")


@cache
def _drawn(name: str, colour: str, size: int, gap: int, ratio: float) -> QPixmap:
    """Draw an icon in a colour at a size in pixels, sharp at the screen's pixel ratio."""
    renderer = QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour).encode()))
    pixmap = QPixmap(round((size + gap) * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def _ratio() -> float:
    screens = QApplication.screens()
    return screens[0].devicePixelRatio() if screens else 1.0
