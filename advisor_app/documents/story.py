"""What a document says, from top to bottom in reading order."""

from collections.abc import Callable, Sequence
from html import escape

from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable, KeepTogether, Spacer

from advisor_app.documents import look
from advisor_app.documents.columns import Beside, Column
from advisor_app.documents.grid import Grid, Row
from advisor_app.documents.structure import Element
from advisor_app.documents.tagged import Figure, Hanging, Picture, Rule, Text
from advisor_app.documents.typeface import printable

BULLET = "•"
LONGEST_PIECE, MOST_LINES = 4_000, 30
"""What is laid out of a paragraph at once: reportlab's time grows with the square of it."""


class Story:
    """The flowables of a document together with its structure tree.

    Every text that comes in is plain: what looks like markup is printed as it is typed.
    """

    def __init__(self, root: Element | None = None) -> None:
        self.root = root or Element(tag="Document")
        self.flowables: list[Flowable] = []

    def heading(self, level: int, text: str, style: ParagraphStyle = look.HEADING) -> None:
        """Add a heading; it becomes a bookmark too."""
        if text.strip():
            element = self.root.add(f"H{level}", title=printable(text))
            self.flowables.append(_text(text, style, element))

    def text(self, text: str, style: ParagraphStyle = look.BODY) -> None:
        """Add a paragraph; its line ends stay. Nothing is added for an empty text."""
        if text.strip():
            self.flowables += _texts(text, style, self.root.add("P"))

    def link(self, text: str, address: str, style: ParagraphStyle = look.BODY) -> None:
        """Add a paragraph that is a link as a whole."""
        element = self.root.add("P").add("Link", address=address, alt=printable(text))
        self.flowables.append(_text(text, style, element))

    def labelled(self, label: str, text: str, tag: str = "P") -> None:
        """Add a line with a grey label, such as a date."""
        first = _text(label, look.LABEL, self.root.add("P"))
        style = look.LINES if tag == "P" else look.STRONG
        title = "" if tag == "P" else printable(text)
        body = _text(text, style, self.root.add(tag, title=title))
        self.flowables.append(Hanging(first, body, 62))

    def items(self, texts: Sequence[str], labels: Sequence[str] = ()) -> None:
        """Add a list: numbered if labels are given, bulleted if not."""
        whole = self.root.add("L", numbering="Decimal" if labels else "Disc")
        for label, text in zip(labels or [BULLET] * len(texts), texts, strict=True):
            item = whole.add("LI")
            first = _text(label, look.ITEM, item.add("Lbl"))
            bodies = _texts(text, look.ITEM, item.add("LBody"))
            labels_of = [first, *[None] * len(bodies)]
            self.flowables += [
                Hanging(own, body, 18) for own, body in zip(labels_of, bodies, strict=False)
            ]
        self.space(look.BODY.spaceAfter - look.ITEM.spaceAfter)

    def table(
        self, caption: str, head: Sequence[str], rows: Sequence["Cells"], number_width: float
    ) -> None:
        """Add a table of a column of labels and a column of numbers (its width in points)."""
        whole = self.root.add("Table")
        title = _text(caption, look.CAPTION, whole.add("Caption"))
        top = whole.add("THead").add("TR")
        styles = (look.CELL_HEAD, look.CELL_HEAD_RIGHT)
        heads = tuple(
            _text(text, style, top.add("TH", scope="Column"))
            for text, style in zip(head, styles, strict=True)
        )
        body = whole.add("TBody")
        lines = [_row(body.add("TR"), cells) for cells in rows]
        grid = Grid(title, Row(heads, strong=True), lines, [number_width])
        self.flowables += [grid, Spacer(0, 10)]

    def figure(self, drawing: Drawing, alt: str) -> None:
        """Add a drawing and what it shows in words."""
        self.flowables.append(Figure(drawing, self.root.add("Figure", alt=printable(alt))))

    def picture(self, image: ImageReader, size: tuple[float, float], alt: str) -> None:
        """Add an image of pixels at a size in points."""
        element = self.root.add("Figure", alt=printable(alt))
        self.flowables.append(Picture(image, size, element))

    def rule(self, weight: float, colour: Color = look.TEAL) -> None:
        """Add a line over the full width."""
        self.flowables.append(Rule(weight, colour))

    def space(self, height: float) -> None:
        """Leave some points free."""
        self.flowables.append(Spacer(0, height))

    def beside(
        self,
        *tellers: Callable[["Story"], None],
        shares: Sequence[float] = (0.5, 0.5),
        gap: float = 24,
        grounds: Sequence[float] = (0, 0),
    ) -> None:
        """Put what each teller adds into a column of its own; read from left to right."""
        columns = [
            Column(self._told_by(teller), padding)
            for teller, padding in zip(tellers, grounds, strict=True)
        ]
        self.flowables.append(Beside(columns, shares, gap))

    def together(self, teller: Callable[["Story"], None]) -> None:
        """Keep what the teller adds on one page."""
        self.flowables.append(KeepTogether(self._told_by(teller)))

    def _told_by(self, teller: Callable[["Story"], None]) -> list[Flowable]:
        """Return the flowables of a part that belongs into this tree at this place."""
        part = Story(self.root)
        teller(part)
        return part.flowables


class Cells:
    """One line of a table in words: its label, its number, and how both look."""

    def __init__(
        self,
        label: str,
        number: str,
        *,
        styles: tuple[ParagraphStyle, ParagraphStyle] = (look.CELL, look.CELL_RIGHT),
        strong: bool = False,
    ) -> None:
        """Take `strong` for a heavy rule below this line."""
        self.label, self.number, self.styles, self.strong = label, number, styles, strong


def _row(element: Element, cells: Cells) -> Row:
    """Return a row whose first cell is the head of the row."""
    label, number = cells.styles
    return Row(
        (
            _text(cells.label, label, element.add("TH", scope="Row")),
            _text(cells.number, number, element.add("TD")),
        ),
        strong=cells.strong,
    )


def _text(text: str, style: ParagraphStyle, element: Element) -> Text:
    """Return a paragraph of plain text: no markup in it is ever interpreted."""
    safe = escape(printable(text), quote=False)
    return Text(safe.strip("\n").replace("\n", "<br/>"), style, element)


def _texts(text: str, style: ParagraphStyle, element: Element) -> list[Text]:
    """Return the pieces of a paragraph of any length; together they look and read as one."""
    pieces = _pieces(text)
    styles = [
        ParagraphStyle(
            style.name,
            style,
            spaceBefore=0 if place else style.spaceBefore,
            spaceAfter=0 if place < len(pieces) - 1 else style.spaceAfter,
        )
        for place in range(len(pieces))
    ]
    return [_text(piece, own, element) for piece, own in zip(pieces, styles, strict=True)]


def _pieces(text: str) -> list[str]:
    """Cut a text at its line ends, or between two words of a line that is far too long."""
    pieces: list[str] = []
    for line in text.strip("\n").split("\n"):
        parts = _short(line)
        joins = bool(pieces) and pieces[-1].count("\n") < MOST_LINES - 1
        if joins and len(pieces[-1]) + len(parts[0]) < LONGEST_PIECE:
            pieces[-1] += f"\n{parts[0]}"
            pieces += parts[1:]
        else:
            pieces += parts
    return pieces


def _short(line: str) -> list[str]:
    """Cut a line that is far too long, between two words if it can be."""
    parts = []
    while len(line) > LONGEST_PIECE:
        blank = line.rfind(" ", 1, LONGEST_PIECE)
        end = blank if blank > 0 else LONGEST_PIECE
        parts.append(line[:end])
        line = line[end:].lstrip()
    return [*parts, line]
