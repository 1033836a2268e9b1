"""Letters with everything that people type, paste and upload."""

import re
import time
import zlib
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from advisor_app.documents.letter import MOST_LINES, render
from advisor_app.domain.letter import Addressee, LetterContent
from advisor_app.domain.problems import InvalidError, Problem, ProblemError
from advisor_app.domain.validation import MEBIBYTE
from tests.documents import reading
from tests.documents.samples import LETTER, PROSE, picture
from tests.documents.test_conformity import UA, A, faults


def about(body: str, **changes: object) -> LetterContent:
    return replace(LETTER, body=body, **changes)


@pytest.mark.parametrize(
    "typed",
    [
        "Paweł Wąsik en Łucja Źrebięć",
        "Gülşen Çağlayan İpek Ğ ı",
        "Đorđe Čapljić, Ştefăniţă, Ķārlis, Győző, Þóra",
        "Jan & Piet < Klaas > Kees",
        "<b>niet vet</b> <i>niet schuin</i> <font color='red'>niet rood</font>",
        '<img src="https://example.org/x.png"/>',
        '<a href="https://example.org">niet klikbaar</a> <para>x</para> &lt;b&gt; &amp;',
        "<br/><br>",
        "<unclosed",
        "]]> <!-- --> <?xml ?> &nbsp; &#x41;",
        "{{aanhef}} {x} %s %(x)s {0}",
        "€ 1.250,00 – “aanhaling” ‘enkel’ … ½ × © ™",
        "(haakjes) \\backslash\\ /Naam [lijst]",
    ],
)
def test_what_is_typed_is_what_is_printed(typed):
    content = render(about(typed, subject=typed, addressee=Addressee(lines=(typed,))))
    assert reading.text_of(content).count(" ".join(typed.split())) == 3
    assert faults(content, UA) == faults(content, A) == []
    with reading.opened(content) as pdf:
        assert len(pdf.pages[0].Annots) == 1  # the advisor's own mail address


def test_signs_that_the_typeface_lacks_show_as_a_gap():
    content = render(about("Een lachje 😀 en een hart 💚 en 漢字 en שלום."))
    assert "Een lachje □ en een hart □ en □□ en □□□□." in reading.text_of(content)
    assert faults(content, UA) == faults(content, A) == []


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("a\u202eb\u202cc", "abc"),
        ("a\u200fb\u200e", "ab"),
        ("na\u00adwoord\u200b en\ufeff", "nawoord en"),
        ("nul\x00 bel\x07 esc\x1b[31m", "nul bel esc[31m"),
        ("e\u0301e\u0301n", "één"),
        ("ﬁets", "ﬁets"),
        ("vaste\u00a0spatie", "vaste\u00a0spatie"),
        ("smalle\u202fspatie", "smalle spatie"),
        ("hoog² en laag₂", "hoog² en laag₂"),
        ("tab\there", "tab here"),
    ],
)
def test_signs_without_ink_or_of_two_parts_do_no_harm(typed, printed):
    content = render(about(typed))
    assert " ".join(printed.split()) in reading.text_of(content)
    assert faults(content, UA) == faults(content, A) == []


@settings(max_examples=60, deadline=None)
@given(
    body=st.text(min_size=1, max_size=400),
    subject=st.text(min_size=1, max_size=60).filter(lambda text: text.strip() and "\n" not in text),
    lines=st.lists(st.text(max_size=40), max_size=6),
)
def test_any_text_at_all_gives_a_conforming_letter(body, subject, lines):
    content = render(about(body, subject=subject, addressee=Addressee(lines=tuple(lines))))
    assert faults(content, UA) == faults(content, A) == []
    with reading.opened(content) as pdf:
        packet = ET.fromstring(pdf.Root.Metadata.read_bytes())
        title = packet.find(".//{http://purl.org/dc/elements/1.1/}title")
        assert "".join(title.itertext()).strip() == str(pdf.docinfo.Title)


@pytest.mark.parametrize(
    "text",
    [
        PROSE * 8 + "\n\n",
        pytest.param(PROSE, marks=pytest.mark.long),
        pytest.param(PROSE + "\n", marks=pytest.mark.long),
        pytest.param("woord", marks=pytest.mark.long),
        pytest.param("- punt van vijf of zes woorden dus\n", marks=pytest.mark.long),
    ],
    ids=["paragraphs", "one paragraph", "lines", "one word", "items"],
)
def test_a_mebibyte_of_text_is_printed_within_half_a_minute(text):
    body = (text * (MEBIBYTE // len(text.encode()) + 1))[: MEBIBYTE - 200]
    body = "\n".join(body.splitlines()[: MOST_LINES - 1])
    before = time.process_time()  # a clock on the wall would count what else this computer does
    content = render(about(body))
    assert time.process_time() - before < 30
    with reading.opened(content) as pdf:
        assert len(pdf.pages) > 100


def test_a_letter_of_more_lines_than_a_book_is_refused_at_once():
    with pytest.raises(InvalidError) as refusal:
        render(about("regel\n" * (MOST_LINES + 1)))
    assert (refusal.value.field, refusal.value.problem) == ("body", Problem.TOO_LARGE)


def test_a_very_long_paragraph_loses_no_word_and_stays_one_paragraph():
    words = [f"woord{number}" for number in range(3_000)]
    content = render(about(" ".join(words)))
    found = [word for word in reading.text_of(content).split() if word.startswith("woord")]
    assert found == words
    tags = [tag.strip() for tag in reading.tree(content)]
    assert tags.count("P") == [tag.strip() for tag in reading.tree(render(about("x")))].count("P")


def test_a_very_long_item_keeps_its_label_and_stays_one_item():
    content = render(about(f"1. {PROSE * 200}\n2. kort"))
    tags = [tag.strip() for tag in reading.tree(content)]
    assert tags.count("LI") == tags.count("Lbl") == tags.count("LBody") == 2
    words = re.sub(r"Pagina \d van \d ", "", reading.text_of(content))
    assert words.count(PROSE.strip()) == 200


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_logo_loses_what_its_file_says_about_itself(kind):
    image = Image.new("RGB", (40, 20), "white")
    output = BytesIO()
    told = {"exif": b"Exif\0\0geheim-51.98N"} if kind == "JPEG" else {}
    image.save(output, kind, comment=b"geheim", **told)
    head = replace(LETTER.letterhead, logo=output.getvalue())
    content = render(replace(LETTER, letterhead=head))
    with reading.opened(content) as pdf:
        streams = b"".join(
            each.read_bytes() for each in pdf.objects if hasattr(each, "read_raw_bytes")
            and each.get("/Subtype") == "/Image"
        )  # fmt: skip
    assert streams
    assert b"geheim" not in content + streams


@pytest.mark.parametrize(
    ("image", "problem"),
    [
        (b"no image", Problem.NOT_AN_IMAGE),
        (b"\x89PNG\r\n\x1a\n", Problem.NOT_AN_IMAGE),
        (b"GIF89a\x01\x00\x01\x00\x00\x00\x00;", Problem.NOT_AN_IMAGE),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", Problem.NOT_AN_IMAGE),
        (b"%PDF-1.4", Problem.NOT_AN_IMAGE),
    ],
)
def test_what_is_no_image_is_refused_by_name(image, problem):
    for name in ("logo", "signature"):
        head = replace(LETTER.letterhead, **{name: image})
        with pytest.raises(InvalidError) as refusal:
            render(replace(LETTER, letterhead=head))
        assert (refusal.value.field, refusal.value.problem) == (name, problem)


def test_an_image_that_is_cut_short_is_refused():
    head = replace(LETTER.letterhead, logo=picture()[:-200])
    with pytest.raises(InvalidError):
        render(replace(LETTER, letterhead=head))


def test_an_image_that_unpacks_to_gigabytes_is_refused_before_it_does():
    def chunk(name: bytes, data: bytes) -> bytes:
        check = zlib.crc32(name + data).to_bytes(4, "big")
        return len(data).to_bytes(4, "big") + name + data + check

    size = (60_000).to_bytes(4, "big") * 2
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size + b"\x08\x02\x00\x00\x00")
    bomb += chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    head = replace(LETTER.letterhead, logo=bomb)
    with pytest.raises(ProblemError):
        render(replace(LETTER, letterhead=head))


def test_a_letterhead_without_an_address_leaves_no_gap_that_breaks_the_page():
    head = replace(LETTER.letterhead, function_line="", lines=())
    content = render(replace(LETTER, letterhead=head, addressee=Addressee()))
    assert faults(content, UA) == faults(content, A) == []


def test_a_letter_without_text_is_a_letter_still():
    content = render(about(""))
    assert "Met vriendelijke groet" in reading.text_of(content)
    assert faults(content, UA) == faults(content, A) == []


def test_a_problem_with_a_letter_never_quotes_it():
    text = "geheim" * 3
    head = replace(LETTER.letterhead, logo=text.encode())
    with pytest.raises(InvalidError) as refusal:
        render(replace(about(text), letterhead=head))
    assert "geheim" not in f"{refusal.value!r} {refusal.value}"
    assert refusal.value.__cause__ is None
    assert "geheim" not in repr(about(text, subject=text))
