"""A picture that an advisor chooses: plain pixels come into the vault, or a sentence comes back."""

import os
import struct
import warnings
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageOps

from advisor_app.documents.images import MOST_PIXELS, SHARP
from advisor_app.domain.organisation import Advisor
from advisor_app.domain.problems import InvalidError, Problem
from advisor_app.services import pictures
from tests.documents.samples import picture

RIGHT, DOWN = (200, 30, 30), (30, 30, 200)


def photograph(path: Path, size: tuple[int, int] = (400, 300), **told: object) -> Path:
    """A photograph whose left half is red and whose right half is blue, and what it tells."""
    image = Image.new("RGB", size, RIGHT)
    image.paste(DOWN, (size[0] // 2, 0, *size))
    image.save(path, quality=95, **told)
    return path


def told() -> Image.Exif:
    """What a telephone writes into a photograph: its maker, and that it was held upright."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "geheim-merk"
    exif.get_ifd(0x8825)[0x001D] = "geheim-2026:11:19"
    return exif


def refusal(path: Path) -> tuple[str, Problem]:
    with pytest.raises(InvalidError) as refused:
        pictures.read("logo", path)
    assert path.name not in f"{refused.value!r} {refused.value}"
    assert refused.value.__cause__ is None
    return refused.value.field, refused.value.problem


def test_of_a_photograph_the_picture_comes_in_and_nothing_that_it_tells(tmp_path):
    path = photograph(tmp_path / "foto.jpg", exif=told(), comment=b"geheim")
    assert b"geheim" in path.read_bytes()
    content = pictures.read("signature", path)
    assert b"geheim" not in content
    with Image.open(BytesIO(content)) as image:
        assert (image.format, image.mode, image.info) == ("PNG", "RGB", {})
        assert not image.getexif()


def test_a_photograph_that_was_held_upright_stands_upright(tmp_path):
    content = pictures.read("logo", photograph(tmp_path / "foto.jpg", exif=told()))
    with Image.open(BytesIO(content)) as image:
        assert image.height > image.width
        top, bottom = image.getpixel((image.width // 2, 5)), image.getpixel((9, image.height - 5))
    assert top[0] > top[2]
    assert bottom[2] > bottom[0]


@pytest.mark.parametrize("held", range(1, 9))
def test_however_a_photograph_was_held_it_stands_upright(tmp_path, held):
    exif = Image.Exif()
    exif[0x0112] = held
    path = photograph(tmp_path / "foto.png", exif=exif)
    with Image.open(path) as image, Image.open(BytesIO(pictures.read("logo", path))) as read:
        assert read.tobytes() == ImageOps.exif_transpose(image).tobytes()


def test_what_a_photograph_tells_may_be_damaged(tmp_path):
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "merknaam"
    path = photograph(tmp_path / "foto.jpg", exif=exif)
    text, fraction = struct.pack(">HHI", 0x010F, 2, 9), struct.pack(">HHI", 0x010F, 5, 1)
    assert text in path.read_bytes()
    path.write_bytes(path.read_bytes().replace(text, fraction))
    with Image.open(BytesIO(pictures.read("logo", path))) as image:
        assert image.height > image.width


def test_the_greys_of_a_scanner_stay_apart(tmp_path):
    path = tmp_path / "scan.png"
    scan = Image.new("I;16", (3, 1))
    for place, grey in enumerate((0, 257 * 100, 65_535)):
        scan.putpixel((place, 0), grey)
    scan.save(path)
    with Image.open(BytesIO(pictures.read("signature", path))) as image:
        assert [image.getpixel((place, 0))[0] for place in range(3)] == [0, 100, 255]


@pytest.mark.parametrize("end", ["png", "jpg"])
def test_the_picture_of_a_camera_becomes_as_small_as_paper_needs(tmp_path, end):
    content = pictures.read("logo", photograph(tmp_path / f"foto.{end}", (4_000, 3_000)))
    with Image.open(BytesIO(content)) as image:
        assert image.size == (SHARP[1] * 4 // 3, SHARP[1])
    assert len(content) < 200_000


def test_what_is_plain_already_stays_the_same_bytes(tmp_path):
    path = tmp_path / "logo.png"
    path.write_bytes(picture())
    once = pictures.read("logo", path)
    path.write_bytes(once)
    assert pictures.read("logo", path) == once


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7", b"GIF89a", b"\x89PNG\r\n\x1a\n", picture()[:-200]]
)
def test_a_file_that_is_no_picture_is_refused(tmp_path, content):
    path = tmp_path / "logo.png"
    path.write_bytes(content)
    assert refusal(path) == ("logo", Problem.NOT_AN_IMAGE)


def test_an_empty_file_is_refused(tmp_path):
    path = tmp_path / "logo.png"
    path.touch()
    assert refusal(path) == ("logo", Problem.EMPTY_FILE)


def test_a_picture_of_too_many_pixels_is_refused(tmp_path):
    path = tmp_path / "logo.png"
    Image.new("1", (10_000, MOST_PIXELS // 10_000 + 1)).save(path)
    assert refusal(path) == ("logo", Problem.IMAGE_TOO_LARGE)


def test_a_picture_of_hundreds_of_millions_of_pixels_is_refused_by_the_same_name(tmp_path):
    path = tmp_path / "logo.png"
    Image.new("1", (20_000, 10_000)).save(path)
    with warnings.catch_warnings():
        warnings.simplefilter("default")  # as outside the tests, where a warning stops nothing
        assert refusal(path) == ("logo", Problem.IMAGE_TOO_LARGE)


def test_a_file_of_too_many_bytes_is_refused_before_it_is_read_whole(tmp_path):
    path = tmp_path / "logo.png"
    with path.open("wb") as file:
        file.truncate(50 << 30)
    assert refusal(path) == ("logo", Problem.IMAGE_TOO_LARGE)


def test_a_file_that_went_is_not_found(tmp_path):
    assert refusal(tmp_path / "logo.png") == ("logo", Problem.NOT_FOUND)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="whoever may do all may read all")
def test_a_file_that_may_not_be_opened_is_refused(tmp_path):
    path = tmp_path / "logo.png"
    path.write_bytes(picture())
    path.chmod(0)
    assert refusal(path) == ("logo", Problem.FILE_UNREADABLE)


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_link_to_a_picture_is_a_picture(tmp_path):
    path = tmp_path / "logo.png"
    path.write_bytes(picture())
    (tmp_path / "link.png").symlink_to(path)
    assert pictures.read("logo", tmp_path / "link.png") == pictures.read("logo", path)


def test_the_vault_keeps_plain_pixels_whatever_it_is_given(session, tmp_path):
    photo = photograph(tmp_path / "foto.jpg", exif=told()).read_bytes()
    kept = session.correspondence.keep_advisor(
        Advisor(public_name="Marijke", logo=photo, signature=photo)
    )
    assert kept == session.correspondence.advisor()
    for image in (kept.logo, kept.signature):
        assert b"geheim" not in image
        assert image.startswith(b"\x89PNG")


def test_there_is_one_letterhead_however_often_it_is_kept(session):
    for name in ("Marijke", "Marijke van Duinhoven"):
        session.correspondence.keep_advisor(Advisor(public_name=name))
    kept = session.correspondence.advisor()
    assert kept.public_name == "Marijke van Duinhoven"
    session.correspondence.keep_advisor(replace(kept, function_line="adviseur"))
    assert session.correspondence.advisor() == replace(kept, function_line="adviseur")
