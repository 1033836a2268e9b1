"""Logos and signatures: an advisor's image becomes plain pixels that may stand in any PDF."""

from io import BytesIO

from PIL import Image, UnidentifiedImageError
from reportlab.lib.utils import ImageReader

from advisor_app.domain.problems import InvalidError, Problem

MOST_PIXELS = 12_000_000
FORMATS = ("PNG", "JPEG")


def opened(field: str, content: bytes) -> ImageReader:
    """Return a PNG or JPEG on white, in sRGB, without transparency and without its metadata.

    Raises:
        InvalidError: TOO_LARGE above twelve million pixels, DAMAGED if it is no such image.
    """
    try:
        with Image.open(BytesIO(content), formats=FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise InvalidError(field, Problem.TOO_LARGE)
            layered = image.convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise InvalidError(field, Problem.DAMAGED) from None
    paper = Image.new("RGBA", layered.size, "white")
    return ImageReader(Image.alpha_composite(paper, layered).convert("RGB"))


def size_within(image: ImageReader, width: float, height: float) -> tuple[float, float]:
    """Return the largest size in points with the image's proportions inside a box."""
    across, down = image.getSize()
    scale = min(width / across, height / down)
    return across * scale, down * scale
