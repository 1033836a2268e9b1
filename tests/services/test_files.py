"""Files that leave are whole, readable by their owner only, or not there."""

import os
import stat
from contextlib import contextmanager
from pathlib import Path

import pytest

from advisor_app.domain.problems import Problem
from advisor_app.services import files


@contextmanager
def nothing_larger_than(size):
    """Let the operating system refuse to write more, as a full disk does."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_file_is_readable_by_its_owner_only(tmp_path):
    target = tmp_path / "brief.pdf"
    files.write(target, b"een")
    assert target.read_bytes() == b"een"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_what_stood_there_is_replaced_whole(tmp_path):
    target = tmp_path / "brief.pdf"
    target.write_bytes(b"veel langer dan wat komt")
    target.chmod(0o644)
    files.write(target, b"kort")
    assert target.read_bytes() == b"kort"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["brief.pdf"]


def test_a_link_is_replaced_and_never_written_through(tmp_path):
    elsewhere, target = tmp_path / "elsewhere", tmp_path / "brief.pdf"
    elsewhere.write_bytes(b"van een ander")
    target.symlink_to(elsewhere)
    files.write(target, b"brief")
    assert elsewhere.read_bytes() == b"van een ander"
    assert not target.is_symlink()


def test_a_file_into_nowhere_is_refused(tmp_path, problem_of):
    for target in (tmp_path / "nowhere" / "a.pdf", Path("/dev/null/a.pdf")):
        assert problem_of(lambda target=target: files.write(target, b"x")) == Problem.NOT_A_FOLDER


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_named_as_such(tmp_path, problem_of):
    tmp_path.chmod(0o500)
    assert problem_of(lambda: files.write(tmp_path / "a.pdf", b"x")) == Problem.READ_ONLY
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no limit on the size of files")
def test_a_full_disk_leaves_what_was_there(tmp_path, problem_of):
    target = tmp_path / "brief.pdf"
    target.write_bytes(b"er stond al iets")
    with nothing_larger_than(10_000):
        assert problem_of(lambda: files.write(target, b"x" * 100_000)) == Problem.DISK_FULL
    assert target.read_bytes() == b"er stond al iets"
    assert [path.name for path in tmp_path.iterdir()] == ["brief.pdf"]


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no limit on the size of files")
def test_of_a_set_that_does_not_fit_nothing_is_left(tmp_path, problem_of):
    folder = tmp_path / "2026"
    files.write_new(folder, {"a.csv": b"een"})
    all_of_them = {"a.csv": b"een", "a.ods": b"twee", "a.pdf": b"x" * 100_000}
    with nothing_larger_than(10_000):
        assert problem_of(lambda: files.write_new(folder, all_of_them)) == Problem.DISK_FULL
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {"a.csv": b"een"}
    files.write_new(folder, all_of_them)
    assert len(list(folder.iterdir())) == 3


def test_a_folder_of_that_name_stays_and_nothing_is_left_behind(tmp_path, problem_of):
    target = tmp_path / "brief.pdf"
    target.mkdir()
    assert problem_of(lambda: files.write(target, b"x")) == Problem.ALREADY_THERE
    assert [path.name for path in tmp_path.iterdir()] == ["brief.pdf"]


def test_other_files_of_the_advisor_are_left_alone(tmp_path):
    for name in ("brief.pdf.new", ".brief.pdf", "brief.pdf~"):
        (tmp_path / name).write_bytes(b"van de adviseur")
    files.write(tmp_path / "brief.pdf", b"brief")
    found = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert found.pop("brief.pdf") == b"brief"
    assert set(found.values()) == {b"van de adviseur"}
    assert len(found) == 3


def test_files_of_figures_never_replace_others(tmp_path, problem_of):
    folder = tmp_path / "2026"
    files.write_new(folder, {"a.pdf": b"een", "a.csv": b"twee"})
    files.write_new(folder, {"a.pdf": b"een", "a.csv": b"twee"})
    changed = {"a.csv": b"twee", "a.ods": b"drie", "a.pdf": b"anders"}
    assert problem_of(lambda: files.write_new(folder, changed)) == Problem.ALREADY_THERE
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        "a.pdf": b"een",
        "a.csv": b"twee",
    }
