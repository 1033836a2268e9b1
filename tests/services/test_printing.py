"""Printing through a real queue: the very bytes, under a title that says nothing."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from advisor_app.documents import letter
from advisor_app.domain.language import Language
from advisor_app.domain.letter import Addressee, LetterContent, Letterhead
from advisor_app.domain.problems import Problem
from advisor_app.services import printing
from tests.services import cups
from tests.systems import unix

needs_cups = pytest.mark.skipif(cups.CUPSD is None, reason="CUPS (cupsd) is not installed here")


@pytest.fixture(scope="module")
def pdf() -> bytes:
    content = LetterContent(
        letterhead=Letterhead(public_name="Marijke van Duinhoven"),
        addressee=Addressee(lines=("Robin Naald",)),
        language=Language.NL,
        written_on=date(2026, 11, 20),
        subject="Uw mogelijkheden op een rij",
        body="Beste Robin,\n\nWat u mij vertelde over de kerstborrel blijft onder ons.",
        closing="Met vriendelijke groet,\n\nMarijke van Duinhoven",
    )
    return letter.render(content)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[cups.PrintServer]:
    with cups.running() as running:
        monkeypatch.setenv("CUPS_SERVER", running.address)
        yield running


@needs_cups
def test_a_letter_comes_out_of_a_real_queue(server, pdf, problem_of):
    assert printing.queues() == (cups.QUEUE,)
    printing.send(pdf, cups.QUEUE)
    assert server.spooled("d") == pdf
    cups.wait_for(lambda: server.printed.exists() and _is_whole(server.printed.read_bytes()))
    assert "kerstborrel" in _text(server.printed.read_bytes())
    about_the_job = server.spooled("c")
    assert b"job-name\x00\x08document" in about_the_job
    for word in (b"Robin", b"Naald", b"mogelijkheden", b"Duinhoven", b"vertrouwd"):
        assert word.lower() not in about_the_job.lower()
    assert problem_of(lambda: printing.send(pdf, "weg")) == Problem.NO_PRINTER


@needs_cups
def test_a_queue_that_takes_no_jobs_is_named_as_such(server, pdf, problem_of):
    server.run("cupsreject", cups.QUEUE)
    assert problem_of(lambda: printing.send(pdf, cups.QUEUE)) == Problem.PRINTING_FAILED


@needs_cups
def test_a_queue_that_stands_still_is_given_nothing_to_keep(server, pdf, problem_of):
    server.run("cupsdisable", cups.QUEUE)
    assert problem_of(lambda: printing.send(pdf, cups.QUEUE)) == Problem.PRINTER_STOPPED
    assert list(server.folder.glob("spool/d0*")) == []
    server.run("cupsenable", cups.QUEUE)
    printing.send(pdf, cups.QUEUE)
    assert server.spooled("d") == pdf


@needs_cups
def test_the_default_queue_is_offered_first(server):
    for name in ("aula", "zolder"):
        server.add(name, Path("/dev/null"))
    server.run("lpadmin", "-d", "zolder")
    assert printing.queues() == ("zolder", "aula", cups.QUEUE)


@needs_cups
@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed here")
def test_printing_writes_no_file_of_ours(server, pdf, tmp_path):
    document, trace = tmp_path / "letter.pdf", tmp_path / "trace"
    document.write_bytes(pdf)
    command = (
        "import sys, pathlib; from advisor_app.services import printing;"
        "printing.send(pathlib.Path(sys.argv[1]).read_bytes(), sys.argv[2])"
    )
    watched = ("strace", "-f", "-qq", "-e", "trace=open,openat,creat", "-o", trace)
    subprocess.run(
        [*watched, sys.executable, "-B", "-c", command, document, cups.QUEUE],
        check=True,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "CUPS_SERVER": server.address},
    )
    written = [
        line
        for line in trace.read_text().splitlines()
        if ("O_WRONLY" in line or "O_RDWR" in line or "creat(" in line)
        and "/dev/" not in line
        and " = -1 " not in line
    ]
    assert written == []


def test_without_cups_there_is_no_printer(monkeypatch, tmp_path, pdf, problem_of):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert printing.queues() == ()
    assert problem_of(lambda: printing.send(pdf, "kamer-2")) == Problem.NO_PRINTER


def test_a_server_that_is_away_is_no_printer(monkeypatch, tmp_path, pdf, problem_of):
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody"))
    assert printing.queues() == ()
    assert problem_of(lambda: printing.send(pdf, "kamer-2")) == Problem.NO_PRINTER


@unix
def test_the_library_path_of_a_frozen_program_does_not_reach_the_tools_of_cups(
    monkeypatch, tmp_path
):
    tool = tmp_path / "lpstat"
    tool.write_text('#!/bin/sh\necho "queue$LD_LIBRARY_PATH$_PYI_APPLICATION_HOME_DIR"\n')
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("LD_LIBRARY_PATH", "-of-the-bundle")
    monkeypatch.setenv("_PYI_APPLICATION_HOME_DIR", "-of-the-bundle")
    assert printing.queues() == ("queue",)


def _is_whole(pdf: bytes) -> bool:
    """Tell whether the printer has written all of it."""
    return pdf.rstrip().endswith(b"%%EOF")


def _text(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages)
