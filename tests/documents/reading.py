"""Reads a PDF as a screen reader and a search engine do."""

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pypdf


def opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(content))


def text_of(content: bytes) -> str:
    """Return the text of all pages, every run of blanks and line ends as one blank."""
    reader = pypdf.PdfReader(BytesIO(content))
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def lines_of(content: bytes) -> str:
    """Return the text of all pages as the lines that stand on them."""
    reader = pypdf.PdfReader(BytesIO(content))
    pages = ("\n".join(map(str.rstrip, page.extract_text().split("\n"))) for page in reader.pages)
    return "\n\n".join(pages) + "\n"


def places(content: bytes) -> list[tuple[str, float]]:
    """Return each piece of text and how far from the left it begins, in points."""
    found: list[tuple[str, float]] = []

    def see(text: str, page: list[float], at: list[float], _font: object, _size: object) -> None:
        found.append((text.strip(), page[4] + at[4]))

    for each in pypdf.PdfReader(BytesIO(content)).pages:
        each.extract_text(visitor_text=see)
    return found


def tree(content: bytes) -> list[str]:
    """Return the tags of the structure tree in reading order, indented by their depth."""
    with opened(content) as pdf:
        return list(_tags(pdf.Root.StructTreeRoot.K[0], 0))


def pieces(content: bytes, page: int) -> list[str]:
    """Return what every piece of marked content of a page is: its tag, or Artifact."""
    with opened(content) as pdf:
        return re.findall(r"/(\w+) (?:<<[^>]*>> )?B[DM]C", _drawing(pdf.pages[page]))


def untagged(content: bytes) -> list[str]:
    """Return the drawing operators that stand outside any marked content."""
    found = []
    with opened(content) as pdf:
        for page in pdf.pages:
            depth = 0
            for _operands, operator in pikepdf.parse_content_stream(page):
                name = str(operator)
                depth += name in {"BDC", "BMC"}
                depth -= name == "EMC"
                if depth == 0 and name in {"Tj", "TJ", "'", "S", "s", "f", "F", "B", "b", "Do"}:
                    found.append(name)
    return found


def fonts(content: bytes) -> dict[str, bool]:
    """Return the names of the fonts in a file, and whether each one is embedded."""
    with opened(content) as pdf:
        found = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary)]
        return {
            str(font.BaseFont): "/FontFile2" in font.get("/FontDescriptor", {})
            for font in found
            if font.get("/Type") == "/Font"
        }


def bookmarks(content: bytes) -> list[tuple[int, str, int]]:
    """Return depth, title and page of every bookmark."""
    reader = pypdf.PdfReader(BytesIO(content))

    def walk(entries: list, depth: int) -> Iterator[tuple[int, str, int]]:
        for entry in entries:
            if isinstance(entry, list):
                yield from walk(entry, depth + 1)
            else:
                yield depth, entry.title, reader.get_destination_page_number(entry)

    return list(walk(reader.outline, 0))


def boxes(content: bytes) -> list[tuple[float, float, float, float]]:
    """Return left, bottom, width and height of every rectangle of a figure, in drawing order."""
    found, in_figure = [], False
    with opened(content) as pdf:
        for page in pdf.pages:
            for operands, operator in pikepdf.parse_content_stream(page):
                name = str(operator)
                if name in {"BDC", "BMC", "EMC"}:
                    in_figure = name == "BDC" and str(operands[0]) == "/Figure"
                elif name == "re" and in_figure:
                    found.append(tuple(map(float, operands)))
    return found


def _tags(element: pikepdf.Object, depth: int) -> Iterator[str]:
    yield "  " * depth + str(element.S).removeprefix("/")
    for kid in element.K:
        if kid.get("/Type") == "/StructElem":
            yield from _tags(kid, depth + 1)


def _drawing(page: pikepdf.Page) -> str:
    contents = page.Contents
    streams = contents if isinstance(contents, pikepdf.Array) else [contents]
    return "\n".join(stream.read_bytes().decode("latin-1") for stream in streams)
