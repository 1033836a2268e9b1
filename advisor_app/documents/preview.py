"""The very pages of a PDF as pixels, drawn in memory: nothing is written to a disk."""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class PageImage:
    """One page: rows of `width` pixels of four bytes each (blue, green, red, unused)."""

    width: int
    height: int
    stride: int
    pixels: bytes = field(repr=False)


def pages(pdf: bytes, width: int) -> tuple[PageImage, ...]:
    """Draw every page so many pixels wide."""
    return tuple(page_by_page(pdf, width))


def page_by_page(pdf: bytes, width: int) -> Iterator[PageImage]:
    """Draw one page after the other, where all of them at once would be too large."""
    from pypdfium2 import PdfDocument  # noqa: PLC0415  # a heavy door

    document = PdfDocument(pdf)
    try:
        for number in range(len(document)):
            yield _drawn(document[number], width)
    finally:
        document.close()


def _drawn(page: object, width: int) -> PageImage:
    bitmap = page.render(scale=width / page.get_width(), rev_byteorder=False, prefer_bgrx=True)  # type: ignore[attr-defined]  # pypdfium2 has no types
    return PageImage(
        width=bitmap.width,
        height=bitmap.height,
        stride=bitmap.stride,
        pixels=bytes(bitmap.buffer),
    )
