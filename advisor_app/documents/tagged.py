"""Flowables that say what they are: text, items, figures and decoration with tags.

reportlab lays out and draws; here each piece is wrapped in marked content of its element, and
whatever carries no meaning (lines, grounds, page numbers) is marked as an artifact.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import Color
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph

from advisor_app.documents.structure import Element, Mark, Rectangle


class TaggedCanvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """A canvas that notes which element owns each piece of a page; `owners[page][number]`."""

    def __init__(self, *arguments: Any, owners: list[list[Element]], **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self._owners = owners

    @contextmanager
    def content(self, element: Element | None) -> Iterator[None]:
        """Draw what belongs to an element; without one it is an artifact."""
        if element is None:
            self.addLiteral("/Artifact BMC")
        else:
            page = self.getPageNumber() - 1
            self._owners.extend([] for _ in range(page + 1 - len(self._owners)))
            mark = Mark(page, len(self._owners[page]))
            self._owners[page].append(element)
            element.marks.append(mark)
            self.addLiteral(f"/{element.tag} <</MCID {mark.number}>> BDC")
        yield
        self.addLiteral("EMC")

    def place(self, width: float, height: float) -> Rectangle:
        """Return where a box of this size stands, with its lower left corner at the origin."""
        left, bottom = self.absolutePosition(0, 0)
        return Rectangle(self.getPageNumber() - 1, (left, bottom, left + width, bottom + height))


NARROWER = (0.97, 0.94, 0.91, 0.88)
"""Shares of the width at which a paragraph is tried whose last word stands alone."""


class Text(Paragraph):  # type: ignore[misc]  # reportlab has no types
    """A paragraph of one element; its lines end in a blank, so that no reader glues words.

    Its last line is no single word, where a slightly narrower paragraph helps that.
    """

    def __init__(
        self, text: str | None, style: ParagraphStyle, element: Element | None = None, **kept: Any
    ) -> None:
        super().__init__(text, style, **kept)
        self.element = element

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size; break the lines so that the last word is not alone."""
        size: tuple[float, float] = super().wrap(width, height)
        lines = len(self.blPara.lines)
        if self.style.alignment == TA_LEFT and lines > 1 and self._ends_alone():
            for share in NARROWER:
                super().wrap(share * width, height)
                if len(self.blPara.lines) == lines and not self._ends_alone():
                    break
            else:
                super().wrap(width, height)
            self.width = width
        return size

    def _ends_alone(self) -> bool:
        """Tell whether the last word stands alone while the line before has one to spare."""
        before, last = map(_words, self.blPara.lines[-2:])
        return last == 1 and before > 1

    def split(self, width: float, height: float) -> list["Text"]:
        """Break over two pages; both parts stay one element."""
        parts: list[Text] = super().split(width, height)
        for part in parts:
            part.element = self.element
        return parts

    def draw(self) -> None:
        """Draw the lines as content of the element."""
        for line in self.blPara.lines:
            _end_in_blank(line)
        if self.element is not None and self.element.place is None:
            self.element.place = self.canv.place(self.width, self.height)
        with self.canv.content(self.element):
            super().draw()


class Hanging(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A label and, beside it, a text: an item of a list, or a line such as a date."""

    def __init__(self, label: Text | None, body: Text, indent: float) -> None:
        super().__init__()
        self.label, self.body, self.indent = label, body, indent
        self.style = body.style

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size: the text decides."""
        self.height = self.body.wrap(width - self.indent, height)[1]
        if self.label:
            self.height = max(self.height, self.label.wrap(self.indent, height)[1])
        return width, self.height

    def split(self, width: float, height: float) -> list["Hanging"]:
        """Break over two pages; the label stays with the first lines."""
        parts = self.body.split(width - self.indent, height)
        labels = [self.label, *[None] * len(parts)]
        return [
            Hanging(label, part, self.indent) for label, part in zip(labels, parts, strict=False)
        ]

    def getSpaceBefore(self) -> float:  # noqa: N802  (reportlab's name)
        """Keep the distance of the text's style."""
        return float(self.style.spaceBefore)

    def getSpaceAfter(self) -> float:  # noqa: N802  (reportlab's name)
        """Keep the distance of the text's style."""
        return float(self.style.spaceAfter)

    def draw(self) -> None:
        """Draw the label, then the text."""
        if self.label:
            self.label.drawOn(self.canv, 0, self.height - self.label.height)
        self.body.drawOn(self.canv, self.indent, self.height - self.body.height)


class Figure(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A drawing with its meaning in words."""

    def __init__(self, drawing: Drawing, element: Element) -> None:
        super().__init__()
        self.drawing, self.element = drawing, element

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the size of the drawing."""
        self.width, self.height = self.drawing.width, self.drawing.height
        return self.width, self.height

    def draw(self) -> None:
        """Draw it as one piece of content."""
        self.element.place = self.canv.place(self.width, self.height)
        with self.canv.content(self.element):
            renderPDF.draw(self.drawing, self.canv, 0, 0)


class Picture(Figure):
    """An image of pixels, such as a logo."""

    def __init__(self, image: ImageReader, size: tuple[float, float], element: Element) -> None:
        """Take the size on paper in points."""
        super().__init__(Drawing(*size), element)
        self.image = image

    def draw(self) -> None:
        """Draw it as one piece of content."""
        self.element.place = self.canv.place(self.width, self.height)
        with self.canv.content(self.element):
            self.canv.drawImage(self.image, 0, 0, self.width, self.height)


class Rule(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A line over the full width: decoration."""

    def __init__(self, weight: float, colour: Color) -> None:
        super().__init__()
        self.weight, self.colour = weight, colour

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the full width and the weight of the line."""
        self.width, self.height = width, self.weight
        return width, self.weight

    def draw(self) -> None:
        """Draw the line."""
        with self.canv.content(None):
            draw_rule(self.canv, self.width, self.weight / 2, self.weight, self.colour)


def draw_rule(canvas: Canvas, width: float, y: float, weight: float, colour: Color) -> None:
    """Draw a horizontal line of a weight in points."""
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(weight)
    canvas.line(0, y, width, y)


def _words(line: Any) -> int:
    """Count the words of a line that reportlab has broken: plain words, or words with a style."""
    return len(line[1]) if isinstance(line, tuple) else line.wordCount


def _end_in_blank(line: Any) -> None:
    """Append a blank to a line that reportlab has broken: plain words, or words with a style."""
    if isinstance(line, tuple):
        line[1].append("")
    elif line.words:
        line.words[-1].text += " "
