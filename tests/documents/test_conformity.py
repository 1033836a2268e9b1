"""Every document is PDF/UA-1 and PDF/A-2a at once, and the judge would notice if it were not."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import page
import pikepdf
import pytest

from advisor_app.documents import archive
from advisor_app.documents.letter import render
from tests.documents import reading
from tests.documents.samples import EVERY_KIND, LETTER

UA, A = "ua1", "2a"


def faults(content: bytes, profile: str) -> list[str]:
    report = page.validate_pdf_bytes(content, profile=profile)
    return [f"{each.rule_id} {each.message}" for each in report.failures]


@pytest.mark.parametrize("profile", [UA, A])
def test_every_document_conforms(document, profile):
    assert faults(document, profile) == []


def test_the_same_document_has_the_same_bytes(kind, document):
    assert EVERY_KIND[kind]() == document


def test_no_stream_ends_in_what_a_judge_may_take_for_its_line_end(monkeypatch):
    letters = (replace(LETTER, body="Brief" * times) for times in range(250, 2_250))
    with monkeypatch.context() as patched:
        patched.setattr(archive, "_without_returns", lambda content: content)
        spoilt = next(each for each in letters if b"\r\nendstream" in render(each))
        plain = render(spoilt)
    assert faults(plain, A)
    mended = render(spoilt)
    assert b"\r\nendstream" not in mended
    assert [faults(mended, profile) for profile in (UA, A)] == [[], []]
    assert reading.text_of(mended) == reading.text_of(plain)
    assert render(spoilt) == mended


def test_every_font_is_embedded_as_a_subset(document):
    found = reading.fonts(document)
    assert found
    assert all(found.values())
    assert all(name[7] == "+" and "SourceSans3" in name for name in found)


def test_nothing_is_drawn_outside_of_a_tag(document):
    assert reading.untagged(document) == []


def test_a_document_runs_nothing_and_fetches_nothing(document):
    with reading.opened(document) as pdf:
        assert set(pdf.Root.keys()).isdisjoint({"/OpenAction", "/AA", "/AcroForm", "/Names"})
        assert not pdf.attachments
        for sheet in pdf.pages:
            for annotation in sheet.get("/Annots", []):
                assert str(annotation.A.URI).startswith("mailto:")


def test_a_document_says_of_itself_only_title_author_language_and_day(document):
    with reading.opened(document) as pdf:
        assert set(pdf.docinfo.keys()) == {"/Title", "/Author"}
        packet = pdf.Root.Metadata.read_bytes().decode()
        assert pdf.Root.Lang in {"nl", "en"}
    for word in ("reportlab", "pikepdf", "T00:", "ModifyDate", "Producer", "CreatorTool"):
        assert word.lower() not in packet.lower()
    assert b"ReportLab" not in document
    assert b"/Producer" not in document


def without(content: bytes, spoil: Callable[[pikepdf.Pdf], None]) -> bytes:
    """Return a copy of a file that was spoilt on purpose."""
    output = BytesIO()
    with reading.opened(content) as pdf:
        spoil(pdf)
        pdf.save(output)
    return output.getvalue()


def _forget(name: str) -> Callable[[pikepdf.Pdf], None]:
    return lambda pdf: pdf.Root.__delitem__(name)


def _forget_in_elements(name: str) -> Callable[[pikepdf.Pdf], None]:
    def spoil(pdf: pikepdf.Pdf) -> None:
        for each in pdf.objects:
            if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/StructElem":
                _drop(each, name)

    return spoil


def _unembed(pdf: pikepdf.Pdf) -> None:
    for each in pdf.objects:
        if isinstance(each, pikepdf.Dictionary):
            _drop(each, "/FontFile2")


def _drop(each: pikepdf.Object, name: str) -> None:
    if name in each:
        del each[name]


@pytest.mark.parametrize(
    ("profile", "spoil"),
    [
        (UA, _forget("/Lang")),
        (UA, _forget("/MarkInfo")),
        (UA, _forget("/StructTreeRoot")),
        (UA, _forget("/ViewerPreferences")),
        (UA, _forget_in_elements("/Alt")),
        (UA, _forget_in_elements("/A")),
        (UA, _unembed),
        (A, _forget("/MarkInfo")),
        (A, _forget("/Metadata")),
        (A, _forget("/OutputIntents")),
        (A, _unembed),
    ],
)
def test_the_judge_notices_what_is_missing(drawn, profile, spoil):
    assert faults(without(drawn("figures, nl"), spoil), profile)
