"""Pages as pixels: what is seen is what leaves."""

from advisor_app.documents import preview


def test_every_page_is_drawn_as_wide_as_asked(drawn):
    images = preview.pages(drawn("long letter, nl"), 380)
    assert len(images) == 4
    for image in images:
        assert image.width == 380
        assert image.height in {537, 538}
        assert image.stride >= 4 * image.width
        assert len(image.pixels) == image.stride * image.height


def test_paper_is_white_and_ink_is_dark(drawn):
    (image,) = preview.pages(drawn("letter, nl"), 300)
    assert image.pixels[:3] == b"\xff\xff\xff"
    assert min(image.pixels[0::4]) < 120


def test_blue_comes_first(drawn):
    """The rule below the letterhead is teal: more blue than green, more green than red."""
    (image,) = preview.pages(drawn("letter, nl"), 800)
    pixels = {tuple(image.pixels[at : at + 3]) for at in range(0, len(image.pixels), 4)}
    assert (0x66, 0x5A, 0x1F) in pixels


def test_the_pixels_say_nothing_in_a_log(drawn):
    (image,) = preview.pages(drawn("letter, nl"), 100)
    assert "pixels" not in repr(image)
