"""The folder of a vault: what tells it from any other, and how it comes to be there at once."""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.storage import files, key_file
from advisor_app.storage.folder_kind import FolderKind, kind_of
from advisor_app.storage.inspection import DATABASE_NAME


@contextmanager
def building(folder: Path) -> Iterator[Path]:
    """Offer a folder to fill beside `folder`, and rename it into place when all went well.

    Raises:
        ProblemError: ALREADY_THERE, NOT_A_FOLDER, NETWORK_FOLDER, READ_ONLY, DISK_FULL.
    """
    require_free(folder)
    unborn = folder.with_name(f".{folder.name}.{secrets.token_hex(4)}")
    with files.named_problems():
        folder.parent.mkdir(parents=True, exist_ok=True)
        unborn.mkdir(mode=0o700)
    try:
        yield unborn
        with files.named_problems():
            if folder.exists():
                folder.rmdir()
            unborn.rename(folder)
            files.sync_folder(folder.parent)
    except BaseException:
        shutil.rmtree(unborn, ignore_errors=True)
        raise


def require_free(folder: Path) -> None:
    """Refuse what a vault may not be made in the place of.

    Raises:
        ProblemError: ALREADY_THERE, NOT_A_FOLDER, NETWORK_FOLDER, READ_ONLY.
    """
    with files.named_problems():
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            raise ProblemError(Problem.NOT_A_FOLDER)
        if kind_of(folder) is FolderKind.NETWORK:
            raise ProblemError(Problem.NETWORK_FOLDER)
        if folder.exists() and any(folder.iterdir()):
            raise ProblemError(Problem.ALREADY_THERE)


def require_vault_folder(folder: Path) -> None:
    """Refuse anything but a folder of a vault, before a lock is taken in it.

    Raises:
        ProblemError: NOT_A_VAULT, LOST_KEY_FILES, NOT_A_FOLDER or NETWORK_FOLDER.
    """
    if folder.is_symlink():
        raise ProblemError(Problem.NOT_A_FOLDER)
    if not any(os.path.lexists(folder / name) for name in (key_file.NAME, key_file.SPARE_NAME)):
        has_database = os.path.lexists(folder / DATABASE_NAME)
        raise ProblemError(Problem.LOST_KEY_FILES if has_database else Problem.NOT_A_VAULT)
    if kind_of(folder) is FolderKind.NETWORK:
        raise ProblemError(Problem.NETWORK_FOLDER)
