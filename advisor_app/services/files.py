"""Files that leave: written whole or not at all, readable by their owner only."""

import secrets
from collections.abc import Mapping
from pathlib import Path

from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.storage import files


def write(target: Path, content: bytes) -> None:
    """Put a file in place in one step; what stood there under that name is replaced.

    Raises:
        ProblemError: NOT_A_FOLDER, READ_ONLY, DISK_FULL, UNREACHABLE.
    """
    if not target.parent.is_dir():
        raise ProblemError(Problem.NOT_A_FOLDER)
    # a folder of the advisor's own: no name in it but the target's may be taken for ours
    unborn = target.with_name(f".{secrets.token_hex(8)}")
    files.replace_bytes(unborn, content)
    with files.named_problems():
        try:
            unborn.replace(target)
        except OSError:
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
