"""Files that leave: written whole or not at all, readable by their owner only."""

import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.storage import files


def write(target: Path, content: bytes) -> None:
    """Put a file in place in one step; what stood there under that name is replaced.

    Raises:
        ProblemError: NOT_A_FOLDER, READ_ONLY, DISK_FULL, UNREACHABLE, FILE_IN_USE.
    """
    if not target.parent.is_dir():
        raise ProblemError(Problem.NOT_A_FOLDER)
    # a folder of the advisor's own: no name in it but the target's may be taken for ours
    unborn = target.with_name(f".{secrets.token_hex(8)}")
    files.replace_bytes(unborn, content)
    with files.named_problems():
        try:
            files.put_in_place(unborn, target)
        except (OSError, ProblemError):
            unborn.unlink()
            raise
        files.sync_folder(target.parent)


def write_new(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write files into a folder that is made if need be; none may be there with other content.

    Raises:
        ProblemError: ALREADY_THERE, READ_ONLY, DISK_FULL, NOT_A_FOLDER; nothing new is left then.
    """
    with files.named_problems():
        is_new = not folder.exists()
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        missing = [name for name in contents if not (folder / name).exists()]
        for name in contents.keys() - set(missing):
            if (folder / name).read_bytes() != contents[name]:
                raise ProblemError(Problem.ALREADY_THERE)
    try:
        for name in missing:
            write(folder / name, contents[name])
    except ProblemError:
        for name in missing:
            (folder / name).unlink(missing_ok=True)
        if is_new:
            folder.rmdir()
        raise


def read(path: Path, largest: int) -> bytes | None:
    """Return the bytes of a file, None if there is none.

    Raises:
        ProblemError: NOT_FOUND for anything but a file, TOO_LARGE above `largest` bytes.
    """
    try:
        return files.read_bounded(path, largest)
    except FileNotFoundError:
        return None


def write_with_record(
    folder: Path,
    contents: Mapping[str, Mapping[str, bytes]],
    record: Path,
    before: bytes | None,
    after: bytes,
) -> None:
    """Put folders of new files into a folder, and the record of them beside it: all or nothing.

    The record is written first, since files without one would be forgotten; `before` is what it
    held when it was read, None if there was none. What is there already with the same content
    stays.

    Raises:
        ProblemError: ALREADY_THERE for a file of other content, CHANGED_MEANWHILE for the
            record; READ_ONLY, DISK_FULL, NOT_A_FOLDER, UNREACHABLE. Everything is then as it was.
    """
    missing = {
        name: {
            own: content
            for own, content in each.items()
            if not _is_there(folder / name / own, content)
        }
        for name, each in contents.items()
    }
    with files.named_problems(), _made(folder), _staged(folder, missing) as moves:
        if _content(record, len(before or b"")) != before:
            raise ProblemError(Problem.CHANGED_MEANWHILE)
        with _recorded(record, before, after):
            _move(moves)


@contextmanager
def _recorded(record: Path, before: bytes | None, after: bytes) -> Iterator[None]:
    """Write the record of what is about to be done; if it fails, put back what it held."""
    try:
        if after != before:
            write(record, after)
        yield
    except BaseException:
        if before is None:
            record.unlink(missing_ok=True)
        elif after != before:
            write(record, before)
        raise


def _move(moves: Mapping[Path, Path]) -> None:
    """Move everything to its place, or nothing."""
    done: list[Path] = []
    try:
        for source, target in moves.items():
            source.rename(target)
            done.append(target)
        for folder in {target.parent for target in done}:
            files.sync_folder(folder)
    except BaseException:
        for target in done:
            _remove(target)
        raise


def _is_there(path: Path, content: bytes) -> bool:
    """Whether a file is there with this content; another one in its place is refused."""
    found = _content(path, len(content))
    if found not in {None, content}:
        raise ProblemError(Problem.ALREADY_THERE)
    return found is not None


def _content(path: Path, largest: int) -> bytes | Problem | None:
    """Return what a file holds, None if there is none, or why it cannot be what we look for."""
    try:
        return read(path, largest)
    except ProblemError as error:
        return error.problem


@contextmanager
def _made(folder: Path) -> Iterator[None]:
    """Make a folder with those around it, and take them away again if nothing comes of it."""
    new = [each for each in (folder, *folder.parents) if not each.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        yield
    except BaseException:
        for each in new:
            with suppress(OSError):
                each.rmdir()
        raise


@contextmanager
def _staged(folder: Path, missing: Mapping[str, Mapping[str, bytes]]) -> Iterator[dict[Path, Path]]:
    """Write files beside their places; return what is to be moved where: folders if they are new."""
    stage = folder / f".{secrets.token_hex(8)}"
    moves: dict[Path, Path] = {}
    try:
        for name, contents in missing.items():
            if not contents:
                continue
            (stage / name).mkdir(parents=True, mode=0o700)
            for own, content in contents.items():
                files.replace_bytes(stage / name / own, content)
            if (folder / name).exists():
                moves |= {stage / name / own: folder / name / own for own in contents}
            else:
                moves[stage / name] = folder / name
        yield moves
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
