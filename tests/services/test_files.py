"""Files that leave are whole, readable by their owner only, or not there."""

import errno
import os
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

import pytest

from advisor_app.domain.problems import Problem
from advisor_app.services import files
from tests.systems import is_private, unix


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


@unix
def test_a_file_is_readable_by_its_owner_only(tmp_path):
    target = tmp_path / "brief.pdf"
    files.write(target, b"een")
    assert target.read_bytes() == b"een"
    assert is_private(target)


def test_what_stood_there_is_replaced_whole(tmp_path):
    target = tmp_path / "brief.pdf"
    target.write_bytes(b"veel langer dan wat komt")
    target.chmod(0o644)
    files.write(target, b"kort")
    assert target.read_bytes() == b"kort"
    assert is_private(target)
    assert [path.name for path in tmp_path.iterdir()] == ["brief.pdf"]


def test_a_link_is_replaced_and_never_written_through(tmp_path):
    elsewhere, target = tmp_path / "elsewhere", tmp_path / "brief.pdf"
    elsewhere.write_bytes(b"van een ander")
    target.symlink_to(elsewhere)
    files.write(target, b"brief")
    assert elsewhere.read_bytes() == b"van een ander"
    assert not target.is_symlink()


def test_a_file_into_nowhere_is_refused(tmp_path, problem_of):
    (tmp_path / "file").write_bytes(b"")
    for target in (tmp_path / "nowhere" / "a.pdf", tmp_path / "file" / "a.pdf"):
        assert problem_of(lambda target=target: files.write(target, b"x")) == Problem.NOT_A_FOLDER


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_named_as_such(tmp_path, problem_of):
    tmp_path.chmod(0o500)
    assert problem_of(lambda: files.write(tmp_path / "a.pdf", b"x")) == Problem.READ_ONLY
    assert list(tmp_path.iterdir()) == []


@unix
def test_a_full_disk_leaves_what_was_there(tmp_path, problem_of):
    target = tmp_path / "brief.pdf"
    target.write_bytes(b"er stond al iets")
    with nothing_larger_than(10_000):
        assert problem_of(lambda: files.write(target, b"x" * 100_000)) == Problem.DISK_FULL
    assert target.read_bytes() == b"er stond al iets"
    assert [path.name for path in tmp_path.iterdir()] == ["brief.pdf"]


@unix
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


@pytest.mark.skipif(os.name != "nt", reason="elsewhere what is read can be replaced")
def test_a_file_that_another_program_reads_is_waited_for_and_then_named(tmp_path, problem_of):
    target = tmp_path / "brief.pdf"
    target.write_bytes(b"oud")
    with target.open("rb"):
        assert problem_of(lambda: files.write(target, b"nieuw")) == Problem.FILE_IN_USE
    assert target.read_bytes() == b"oud"
    assert [path.name for path in tmp_path.iterdir()] == ["brief.pdf"]
    reader = target.open("rb")
    Timer(0.3, reader.close).start()
    files.write(target, b"nieuw")
    assert target.read_bytes() == b"nieuw"


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


# Folders of new files, and the record of them

NEW = {"a": {"a.csv": b"1", "a.pdf": b"2"}, "b": {"b.csv": b"3"}}


def everything(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


def written(folder, contents=NEW, before=None, after=b"record"):
    files.write_with_record(folder / "uit" / "hier", contents, folder / "boek", before, after)


def test_folders_and_their_record_come_together_and_once(tmp_path):
    written(tmp_path)
    once = everything(tmp_path)
    assert once["boek"] == b"record"
    assert once["uit/hier/b/b.csv"] == b"3"
    assert len(once) == 8
    written(tmp_path, before=b"record")
    assert everything(tmp_path) == once
    (tmp_path / "uit" / "hier" / "a" / "a.pdf").unlink()
    written(tmp_path, before=b"record")
    assert everything(tmp_path) == once


@pytest.mark.parametrize("fails", range(3))
@pytest.mark.parametrize("before", [None, b"wat er stond"])
def test_whichever_step_fails_everything_is_as_it_was(
    tmp_path, monkeypatch, problem_of, fails, before
):
    if before is not None:
        (tmp_path / "boek").write_bytes(before)
        (tmp_path / "uit" / "hier" / "a").mkdir(parents=True)
    found, rename, steps = everything(tmp_path), Path.rename, iter(range(9))

    def full(source, target):
        if next(steps) == fails:
            raise OSError(errno.ENOSPC, "full")
        return rename(source, target)

    monkeypatch.setattr(Path, "rename", full)
    if before is None and fails == 2:  # both folders are new: they move in two steps
        return
    assert problem_of(lambda: written(tmp_path, before=before)) == Problem.DISK_FULL
    assert everything(tmp_path) == found


@unix
def test_a_full_disk_leaves_nothing(tmp_path, problem_of):
    (tmp_path / "boek").write_bytes(b"oud")
    found = everything(tmp_path)
    with nothing_larger_than(100):
        large = {"a": {"a.csv": b"1", "a.pdf": b"2" * 200}}
        problem = problem_of(lambda: written(tmp_path, large, b"oud"))
        assert problem in {Problem.DISK_FULL, Problem.UNREACHABLE}
        problem = problem_of(lambda: written(tmp_path, NEW, b"oud", b"r" * 200))
        assert problem in {Problem.DISK_FULL, Problem.UNREACHABLE}
    assert everything(tmp_path) == found


def test_a_file_of_other_content_and_a_record_that_changed_are_left_alone(tmp_path, problem_of):
    written(tmp_path)
    found = everything(tmp_path)
    for other in ({"a": {"a.csv": b"9"}}, {"a": {"a.csv": b"12"}}, {"a/a.csv": {"a": b"1"}}):
        problem = problem_of(lambda other=other: written(tmp_path, other, b"record"))
        assert problem in {Problem.ALREADY_THERE, Problem.NOT_A_FOLDER, Problem.NOT_FOUND}
    assert problem_of(lambda: written(tmp_path, {"c": {"c": b"1"}}, b"anders")) == (
        Problem.CHANGED_MEANWHILE
    )
    assert problem_of(lambda: written(tmp_path, {"c": {"c": b"1"}}, None)) == (
        Problem.CHANGED_MEANWHILE
    )
    assert everything(tmp_path) == found


def test_a_record_into_nowhere_is_refused_and_leaves_no_folder(tmp_path, problem_of):
    def nowhere():
        files.write_with_record(tmp_path / "uit", NEW, tmp_path / "weg" / "boek", None, b"x")

    assert problem_of(nowhere) == Problem.NOT_A_FOLDER
    assert everything(tmp_path) == {}
