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
        ProblemError: ALREADY_THERE, and nothing was written then; READ_ONLY, DISK_FULL.
    """
    with files.named_problems():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for name, content in contents.items():
            there = folder / name
            if there.exists() and there.read_bytes() != content:
                raise ProblemError(Problem.ALREADY_THERE)
    for name, content in contents.items():
        write(folder / name, content)
