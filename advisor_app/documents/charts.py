"""Bar charts of numbers that were released; a chart shows nothing that is not written beside it."""

from collections.abc import Sequence

from reportlab.graphics.shapes import Drawing, Group, Line, Rect, String
from reportlab.pdfbase.pdfmetrics import stringWidth

from advisor_app.documents import look
from advisor_app.documents.typeface import BOLD, REGULAR, printable
from advisor_app.domain.report import Line as Bar

_SIZE = 9.5
_STEP = 19.0
_BAR = 11.0


def lying(bars: Sequence[Bar], remainder: Bar | None, width: float) -> Drawing:
    """Return horizontal bars with their labels on the left; the remainder is hatched."""
    every = [*bars, *([remainder] if remainder else [])]
    left = min(max(_width(bar.label) for bar in every) + 9, width * 0.45)
    room = width - left - 28
    most = max(bar.value or 0 for bar in every) or 1
    drawing = Drawing(width, _STEP * len(every), initialFontName=REGULAR)
    for place, bar in enumerate(every):
        bottom = drawing.height - _STEP * (place + 1) + (_STEP - _BAR) / 2
        length = room * (bar.value or 0) / most
        drawing.add(_text(0, bottom + 2, _shortened(bar.label, left - 9)))
        drawing.add(_filled(left, bottom, length, _BAR, hatched=bar is remainder))
        drawing.add(_text(left + length + 6, bottom + 2, str(bar.value), BOLD))
    drawing.add(_axis(left, 0, left, drawing.height))
    return drawing


def standing(bars: Sequence[Bar], own: str, width: float, height: float) -> Drawing:
    """Return vertical bars over their labels; that of the report's own period is emphasised."""
    drawing = Drawing(width, height, initialFontName=REGULAR)
    foot, head = 18.0, 16.0
    most = max(bar.value or 0 for bar in bars) or 1
    step = width / len(bars)
    for place, bar in enumerate(bars):
        middle = step * (place + 0.5)
        thick = min(step * 0.46, 44)
        tall = (height - foot - head) * (bar.value or 0) / most
        font = BOLD if bar.label == own else REGULAR
        drawing.add(_filled(middle - thick / 2, foot, thick, tall))
        drawing.add(_text(middle, foot + tall + 5, str(bar.value), BOLD, "middle"))
        drawing.add(_text(middle, 3, _shortened(bar.label, step - 4), font, "middle"))
    drawing.add(_axis(0, foot, width, foot))
    return drawing


def _filled(
    left: float, bottom: float, width: float, height: float, *, hatched: bool = False
) -> Group:
    """Return a bar, filled or hatched with slanted lines."""
    bar = Group()
    fill = None if hatched else look.TEAL
    stroke = look.TEAL if hatched else None
    bar.add(Rect(left, bottom, width, height, fillColor=fill, strokeColor=stroke, strokeWidth=0.8))
    start = left - height
    while hatched and start < left + width:
        first, last = max(start, left), min(start + height, left + width)
        bar.add(
            Line(first, bottom + first - start, last, bottom + last - start,
                 strokeColor=look.TEAL, strokeWidth=0.6)
        )  # fmt: skip
        start += 4
    return bar


def _axis(left: float, bottom: float, right: float, top: float) -> Line:
    """Return the line from which the bars start."""
    return Line(left, bottom, right, top, strokeColor=look.INK, strokeWidth=0.7)


def _text(x: float, y: float, text: str, font: str = REGULAR, anchor: str = "start") -> String:
    """Return a piece of text; it ends in a blank, so that no reader glues it to the next."""
    width = stringWidth(text, font, _SIZE)
    left = x - width / 2 if anchor == "middle" else x
    return String(left, y, f"{text} ", fontName=font, fontSize=_SIZE, fillColor=look.INK)


def _shortened(label: str, width: float) -> str:
    """Return a label that fits; the table beside the chart has it in full."""
    text = printable(label)
    if _width(text) <= width:
        return text
    while text and _width(f"{text}…") > width:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _width(text: str) -> float:
    """Return the width of a label in points."""
    return float(stringWidth(text, REGULAR, _SIZE))
