"""From a story to the bytes of a PDF: lay out, number the pages, tag, close."""

from collections.abc import Callable
from functools import partial
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate
from reportlab.platypus.doctemplate import LayoutError

from advisor_app.documents import look
from advisor_app.documents.archive import Drawn, close
from advisor_app.documents.metadata import Facts
from advisor_app.documents.story import Story
from advisor_app.documents.structure import Element
from advisor_app.documents.tagged import TaggedCanvas
from advisor_app.documents.typeface import REGULAR, register
from advisor_app.documents.words import Words
from advisor_app.domain.problems import Problem, ProblemError


def make(tell: Callable[[Story], None], facts: Facts) -> bytes:
    """Return the PDF of what `tell` adds to a story; more than one page and they are numbered.

    Raises:
        ProblemError: UNPRINTABLE_TEXT, when a piece of it fits on no page.
    """
    register()
    words = Words(facts.language)
    drawn = _draw(tell, lambda _page: "")
    pages = len(drawn.owners)
    if pages > 1:
        drawn = _draw(tell, lambda page: words.say("page_of", page=page, pages=pages))
    return close(drawn, facts)


def _draw(tell: Callable[[Story], None], footer: Callable[[int], str]) -> Drawn:
    """Lay the story out on pages and note which element owns what."""
    story = Story()
    tell(story)
    owners: list[list[Element]] = []
    output = BytesIO()
    frame = Frame(
        look.SIDE, look.BOTTOM, look.PAGE_WIDTH, look.PAGE_ROOM,
        leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
    )  # fmt: skip
    template = BaseDocTemplate(
        output, pagesize=look.PAGE, invariant=1, pageCompression=1, initialFontName=REGULAR
    )
    number = partial(_number_page, footer=footer)
    template.addPageTemplates(PageTemplate(frames=[frame], onPage=number))
    try:
        template.build(story.flowables, canvasmaker=partial(TaggedCanvas, owners=owners))
    except LayoutError:  # its message quotes the text
        raise ProblemError(Problem.UNPRINTABLE_TEXT) from None
    return Drawn(output.getvalue(), story.root, owners)


def _number_page(
    canvas: Canvas, _template: BaseDocTemplate, *, footer: Callable[[int], str]
) -> None:
    """Write the page's number at its foot; screen readers know it already."""
    text = footer(canvas.getPageNumber())
    if text:
        with canvas.content(None):
            canvas.setFont(REGULAR, look.SMALL.fontSize)
            canvas.setFillColor(look.GREY)
            canvas.drawRightString(look.PAGE[0] - look.SIDE, look.BOTTOM * 0.55, text)
