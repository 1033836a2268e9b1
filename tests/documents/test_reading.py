"""What a screen reader, a search engine and a person with the keyboard meet, in what order."""

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest

from advisor_app.documents import letter, report
from tests.documents import reading
from tests.documents.samples import EVERY_KIND, LARGE, LETTER, LONG_KINDS, PROSE, long_letter

GOLDEN = Path(__file__).parent / "golden"
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("file", sorted(GOLDEN.glob("*.txt")), ids=lambda file: file.stem)
def test_the_words_on_paper_are_the_golden_ones(drawn, file):
    assert reading.lines_of(drawn(file.stem)) == file.read_text("utf-8")


def test_every_short_kind_of_document_has_golden_words():
    assert {file.stem for file in GOLDEN.glob("*.txt")} == EVERY_KIND.keys() - LONG_KINDS


def test_a_letter_is_a_tree_of_headings_paragraphs_and_lists(drawn):
    tags = [tag.strip() for tag in reading.tree(drawn("letter, nl"))]
    assert tags[0] == "Document"
    assert tags.count("H1") == 1
    assert tags.count("H2") == 3
    assert tags.count("L") == 2
    assert tags.count("LI") == tags.count("Lbl") == tags.count("LBody") == 4
    assert tags.count("Link") == 1


def test_a_table_is_a_tree_of_caption_head_and_body(drawn):
    tags = reading.tree(drawn("figures, nl"))
    start = tags.index("  Table")
    head = ["Caption", "THead", "  TR", "    TH", "    TH", "TBody"]
    assert tags[start + 1 : start + 7] == ["    " + tag for tag in head]
    assert tags[start + 7 : start + 10] == ["      TR", "        TH", "        TD"]
    assert sum("TD" in tag for tag in tags) == 10 + 8


@pytest.mark.parametrize(
    ("kind", "tag", "times"),
    [("long letter, nl", "L", 2), ("long letter, nl", "LI", 24), ("figures over pages, nl", "Table", 1)],
)  # fmt: skip
def test_what_goes_over_a_page_stays_one_element(drawn, kind, tag, times):
    assert [each.strip() for each in reading.tree(drawn(kind))].count(tag) == times


def test_a_repeated_table_head_is_decoration(drawn):
    content = drawn("figures over pages, nl")
    first, second = reading.pieces(content, 0), reading.pieces(content, 1)
    assert "TH" in second
    assert second[: second.index("TH")] == ["Artifact"] * 3  # page number, and two heads
    assert first.count("Caption") == 1
    assert "Caption" not in second


def test_page_numbers_are_for_those_who_see_pages(drawn):
    content = drawn("long letter, nl")
    assert "Pagina 1 van 4" in reading.text_of(content)
    assert all(reading.pieces(content, page)[0] == "Artifact" for page in range(4))
    assert "Pagina 1 van 1" not in reading.text_of(drawn("letter, nl"))
    assert "Page 4 of 4" in reading.text_of(drawn("long letter, en"))


def test_every_heading_is_a_bookmark_below_the_one_above(drawn):
    assert reading.bookmarks(drawn("letter, nl")) == [
        (0, "Bevestiging van ons gesprek op 12 november 2026", 0),
        (1, "Wat we hebben besproken", 0),
        (1, "Welke mogelijkheden u heeft", 0),
        (1, "Wat we hebben afgesproken", 0),
    ]
    assert [page for _depth, _title, page in reading.bookmarks(drawn("long letter, nl"))] == [
        0, 1, 2,
    ]  # fmt: skip


def test_a_mail_address_in_the_letterhead_can_be_followed(drawn):
    with reading.opened(drawn("letter, nl")) as pdf:
        (link,) = pdf.pages[0].Annots
        assert str(link.A.URI) == "mailto:post@vanduinhoven.example"
        assert str(link.Contents) == "post@vanduinhoven.example"
        left, bottom, right, top = map(float, link.Rect)
        width, height = map(float, pdf.pages[0].MediaBox[2:])
    assert 0 < left < right < width
    assert height * 0.8 < bottom < top < height


def test_a_chart_is_said_in_words_and_so_are_logo_and_signature(drawn):
    (chart,) = _alternatives(drawn("figures of a small client, nl"))
    assert chart == "Staafdiagram. 2023: 4, 2024: 2, 2025: 5, 2026: 3."
    (chart,) = _alternatives(drawn("figures, nl"))
    assert chart.startswith("Staafdiagram. Pesten: 9, Intimidatie of machtsmisbruik: 8, ")
    assert chart.endswith("Arbeidsconflict: 7, Samen, niet apart getoond: 11.")
    assert _alternatives(drawn("letter with pictures, nl")) == [
        "Logo van Marijke van Duinhoven",
        "Handtekening van Marijke van Duinhoven",
        "post@vanduinhoven.example",
    ]


def test_a_greeting_never_stands_alone_on_a_page():
    last = "Tot slot de laatste alinea van deze brief."
    for lines in range(14, 26):
        body = "\n\n".join(["Een korte alinea."] * lines + [last])
        content = letter.render(replace(LETTER, body=body))
        pages = reading.lines_of(content).split("\n\n")
        assert any(last in page and "vriendelijke groet" in page for page in pages)


@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="pdfinfo (poppler) is not installed")
def test_a_screen_reader_hears_whole_words_in_reading_order(tmp_path, drawn):
    file = tmp_path / "long.pdf"
    file.write_bytes(letter.render(long_letter()))
    heard = subprocess.run(
        ["pdfinfo", "-struct-text", file], check=True, capture_output=True, text=True
    ).stdout
    sentences = [line.strip().strip('"') for line in heard.splitlines() if '"' in line]
    assert sentences[:2] == ["Marijke van Duinhoven ", "extern vertrouwenspersoon "]
    assert f" 12 november 2026 {PROSE * 60}Wat u kunt doen 1. " in "".join(sentences)
    assert sentences[-1] == "extern vertrouwenspersoon "
    assert not any("Pagina" in sentence for sentence in sentences)


@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="pdfinfo (poppler) is not installed")
def test_columns_are_read_one_after_the_other(tmp_path, drawn):
    file = tmp_path / "figures.pdf"
    file.write_bytes(drawn("figures of a small client, nl"))
    heard = subprocess.run(
        ["pdfinfo", "-struct-text", file], check=True, capture_output=True, text=True
    ).stdout
    order = (
        "zaken in 2026",
        "Vóór deze periode",
        "Figuur 1",
        "Uitsplitsing",
        "Bereikbaarheid",
        "Wat er is geteld",
        "Vertrouwelijkheid",
        "Vastgesteld op",
    )
    places = [heard.index(words) for words in order]
    assert places == sorted(places)


def test_another_process_draws_the_same_bytes(drawn):
    code = (
        "from hashlib import sha256; from tests.documents.samples import EVERY_KIND as every;"
        "print(sha256(every['figures, nl']() + every['letter, nl']()).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            capture_output=True,
            text=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"},
        ).stdout.strip()
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert found == {sha256(drawn("figures, nl") + drawn("letter, nl")).hexdigest()}


def test_paper_is_not_loaded_before_it_is_needed():
    code = (
        "import sys, advisor_app.services.session as _;"
        "print(*{'reportlab', 'pikepdf', 'PIL', 'pypdfium2', 'odfdo'} & set(sys.modules))"
    )
    found = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=ROOT
    )
    assert found.stdout.split() == []


def test_a_report_leaves_room_for_a_title_of_any_length():
    content = report.render(replace(LARGE, organisation="Samenwerkingsverband " * 9))
    assert "Samenwerkingsverband Samenwerkingsverband" in reading.text_of(content)


def _alternatives(content: bytes) -> list[str]:
    with reading.opened(content) as pdf:
        found = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary)]
        return [str(each.Alt) for each in found if "/Alt" in each]
