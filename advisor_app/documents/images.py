"""Logos and signatures: an advisor's image becomes plain pixels that may stand in any PDF."""

from io import BytesIO

from PIL import Image, UnidentifiedImageError
from PIL.ExifTags import Base
from PIL.Image import Transpose
from reportlab.lib.utils import ImageReader

from advisor_app.domain.problems import InvalidError, Problem

MOST_PIXELS = 50_000_000
"""What the cameras of telephones make; more is no logo, and takes gigabytes to unpack."""

SHARP = (1_340, 450)
"""Pixels of the largest picture on a letter (160 by 54 points) at 600 dots an inch."""

FORMATS = ("PNG", "JPEG")

_UPRIGHT = {
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_270,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_90,
}
"""What turns a photograph back, by what the camera says of how it was held (Exif 2.3, 4.6.4 A)."""


def opened(field: str, content: bytes) -> ImageReader:
    """Return a PNG or JPEG as a document takes it.

    Raises:
        InvalidError: IMAGE_TOO_LARGE, NOT_AN_IMAGE.
    """
    return ImageReader(_pixels(field, content))


def plain(field: str, content: bytes) -> bytes:
    """Return the PNG of an image's pixels alone; of what is plain already, the same bytes.

    Raises:
        InvalidError: IMAGE_TOO_LARGE, NOT_AN_IMAGE.
    """
    output = BytesIO()
    _pixels(field, content).save(output, "PNG", optimize=True)
    return output.getvalue()


def size_within(image: ImageReader, width: float, height: float) -> tuple[float, float]:
    """Return the largest size in points with the image's proportions inside a box."""
    across, down = image.getSize()
    scale = min(width / across, height / down)
    return across * scale, down * scale


def _pixels(field: str, content: bytes) -> Image.Image:
    """Return an image upright, on white, as sharp as paper can show it.

    Its colours are taken for those of sRGB, whatever profile it brings. Transparency and metadata
    stay behind, such as the place and time of a photograph.
    """
    try:
        with Image.open(BytesIO(content), formats=FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise InvalidError(field, Problem.IMAGE_TOO_LARGE)
            image.draft("RGB", (max(SHARP), max(SHARP)))  # a JPEG need not be unpacked whole
            held = image.getexif().get(Base.Orientation)
            layered = _in_bytes(image).convert("RGBA")
    except Image.DecompressionBombError:
        raise InvalidError(field, Problem.IMAGE_TOO_LARGE) from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        raise InvalidError(field, Problem.NOT_AN_IMAGE) from None
    if held in _UPRIGHT:
        layered = layered.transpose(_UPRIGHT[held])
    layered.thumbnail(SHARP)
    paper = Image.new("RGBA", layered.size, "white")
    return Image.alpha_composite(paper, layered).convert("RGB")


def _in_bytes(image: Image.Image) -> Image.Image:
    """Return an image with a byte for each grey; of two, as a scanner gives, Pillow makes white."""
    return image.point(lambda grey: grey / 257).convert("L") if image.mode == "I;16" else image
