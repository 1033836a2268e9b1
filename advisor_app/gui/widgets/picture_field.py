"""A field for a picture: seen small on paper, chosen from a file, taken away again."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

EDGE = 6
"""Pixels of paper around the picture."""


class PictureField(QFrame):
    """Holds the bytes of a picture; which file they come from is asked by whoever hears `wanted`."""

    wanted = Signal()
    """Another picture is to be chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "picture-field")
        self.content = b""
        self._paper = QColor("white")
        self._picture = QPixmap()
        self.preview = QLabel(self)
        self.preview.setProperty("role", "picture")
        self.preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.preview.setMinimumSize(80, 64)
        self.preview.setMaximumHeight(64)
        self.choose = QPushButton(self.tr("Kiezen…"), self)
        self.choose.clicked.connect(self.wanted)
        self.remove = QPushButton(self.tr("Verwijderen"), self)
        self.remove.clicked.connect(self._take_away)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(self.preview)
        rows.addLayout(buttons)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # for its label's letter
        self.setFocusProxy(self.choose)
        self.show_picture(b"")

    def set_paper(self, colour: QColor) -> None:
        """Take the colour of paper in this theme: dimmed in the dark, never inverted."""
        self._paper = colour
        self._draw()

    def show_picture(self, content: bytes) -> None:
        """Show a picture in the place of the one that was there; no bytes are none."""
        self.content = content
        self._picture = QPixmap()
        self._picture.loadFromData(content)
        if not content and self.remove.hasFocus():  # it goes
            self.choose.setFocus(Qt.FocusReason.OtherFocusReason)
        self.remove.setVisible(bool(content))
        self.preview.setProperty("empty", "false" if content else "true")
        self.preview.style().unpolish(self.preview)
        self.preview.style().polish(self.preview)
        self._say()
        self._draw()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  (Qt's name)
        """Let a screen reader tell this picture's buttons from those of another."""
        self._say()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Fit the picture into its place."""
        super().resizeEvent(event)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  (Qt's name)
        """Draw anew where a pixel is something else, as on another screen."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._draw()

    def _take_away(self) -> None:
        self.show_picture(b"")

    def called(self) -> str:
        """Return what the field is called and whether it holds a picture, for a screen reader."""
        seen = self.tr("gekozen") if self.content else self.tr("geen afbeelding")
        return f"{_label_of(self)}: {seen}"

    def _say(self) -> None:
        called = self.called()
        self.preview.setAccessibleName(called)
        for button in (self.choose, self.remove):
            button.setAccessibleName(f"{called}. {_plain_words(button)}")

    def _draw(self) -> None:
        if self._picture.isNull():
            self.preview.setText("" if self.content else self.tr("Geen afbeelding"))
            return
        ratio = self.devicePixelRatioF()
        room = self.preview.size() - QSize(2 * EDGE, 2 * EDGE)
        small = self._picture.scaled(
            (room * ratio).boundedTo(self._picture.size()),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        painter = QPainter(small)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.fillRect(small.rect(), self._paper)
        painter.end()
        small.setDevicePixelRatio(ratio)
        self.preview.setPixmap(small)


def _label_of(field: QWidget) -> str:
    beside = field.parentWidget()
    labels = () if beside is None else beside.findChildren(QLabel)
    return next((_plain_words(each) for each in labels if each.buddy() is field), "")


def _plain_words(part: QLabel | QPushButton) -> str:
    return part.text().replace("&", "")
