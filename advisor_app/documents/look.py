"""How our paper looks: measures in points, colours, and the styles of text."""

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from advisor_app.documents.typeface import BOLD, ITALIC, REGULAR, SEMIBOLD

PAGE = A4
SIDE = 24 * mm
TOP = 18 * mm
BOTTOM = 22 * mm
PAGE_WIDTH = PAGE[0] - 2 * SIDE
PAGE_ROOM = PAGE[1] - TOP - BOTTOM
GAP = 24.0
CARD = 18.0
TREND_HEIGHT = 136.0

TEAL = HexColor("#1F5A66")
INK = HexColor("#1B2624")
GREY = HexColor("#5B6764")
LINE = HexColor("#D3DAD7")
GROUND = HexColor("#EEF1EF")

BODY = ParagraphStyle(
    "body", fontName=REGULAR, fontSize=10.5, leading=15.5, textColor=INK, spaceAfter=8,
    allowWidows=0, allowOrphans=0,
)  # fmt: skip
LINES = ParagraphStyle("lines", BODY, spaceAfter=0)
HEADING = ParagraphStyle(
    "heading", BODY, fontName=BOLD, spaceBefore=6, spaceAfter=1, keepWithNext=1
)
ITEM = ParagraphStyle("item", BODY, spaceAfter=3)
SMALL = ParagraphStyle("small", BODY, fontSize=8.5, leading=12, textColor=GREY, spaceAfter=3)
SMALL_RIGHT = ParagraphStyle("small right", SMALL, alignment=TA_RIGHT, spaceAfter=0)
LABEL = ParagraphStyle("label", LINES, textColor=GREY)
STRONG = ParagraphStyle("strong", LINES, fontName=SEMIBOLD)
CONFIDENTIAL = ParagraphStyle(
    "confidential", LINES, fontName=SEMIBOLD, fontSize=8.5, textColor=GREY, spaceAfter=2
)
SENDER = ParagraphStyle("sender", LINES, fontName=BOLD, fontSize=15, leading=19, textColor=TEAL)
FUNCTION = ParagraphStyle("function", LINES, fontSize=9.5, leading=13, textColor=GREY)

TITLE = ParagraphStyle("title", LINES, fontName=BOLD, fontSize=18, leading=23, spaceAfter=3)
LEAD = ParagraphStyle("lead", BODY, textColor=GREY, leading=15, spaceAfter=12)
CAPTION = ParagraphStyle(
    "caption", LINES, fontName=BOLD, fontSize=10, leading=14, spaceBefore=6, spaceAfter=2,
    keepWithNext=1,
)  # fmt: skip
CELL = ParagraphStyle("cell", LINES, fontSize=9.5, leading=12.5)
CELL_RIGHT = ParagraphStyle("cell right", CELL, alignment=TA_RIGHT)
CELL_HEAD = ParagraphStyle("cell head", CELL, fontName=SEMIBOLD)
CELL_HEAD_RIGHT = ParagraphStyle("cell head right", CELL_HEAD, alignment=TA_RIGHT)
CELL_HIDDEN = ParagraphStyle("cell hidden", CELL_RIGHT, fontName=ITALIC, textColor=GREY)
NUMBER = ParagraphStyle("number", LINES, fontName=BOLD, fontSize=34, leading=38, textColor=TEAL)
CODE = ParagraphStyle("code", LINES, fontName=BOLD, fontSize=22, leading=26)
CODE_NUMBER = ParagraphStyle("code number", LINES, fontSize=8.5, leading=10, textColor=GREY)
CARD_LINE = ParagraphStyle("card line", LINES, fontName=BOLD, fontSize=12, leading=17)
CARD_TEXT = ParagraphStyle("card text", LINES, fontSize=10, leading=14.5)
SECTION = ParagraphStyle("section", HEADING, fontSize=10.5, spaceBefore=8)
SECTION_BODY = ParagraphStyle("section body", BODY, spaceAfter=4)
