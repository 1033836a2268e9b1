"""The schema and its steps: numbered SQL files, each in one transaction of its own."""

import re
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.storage.driver import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """One step of the schema; its number is the `user_version` that it leaves behind."""

    number: int
    name: str
    sql: str


def migrations() -> tuple[Migration, ...]:
    """Return every step in order; the numbers have no gaps."""
    folder = files("advisor_app.storage") / "migrations"
    found = sorted(
        (_migration(file) for file in folder.iterdir() if file.name.endswith(".sql")),
        key=lambda migration: migration.number,
    )
    assert [migration.number for migration in found] == list(range(1, len(found) + 1))
    return tuple(found)


def version(database: Database) -> int:
    """Return the step that a file has reached; 0 for a file without any."""
    return int(database.value("PRAGMA user_version"))


def require_known(database: Database) -> None:
    """Refuse a file that a newer program wrote, before a byte of it is changed, and a blank one.

    Raises:
        ProblemError: NEWER_FORMAT, or DAMAGED.
    """
    if version(database) > len(migrations()):
        raise ProblemError(Problem.NEWER_FORMAT)
    if version(database) == 0:
        raise ProblemError(Problem.DAMAGED)


def is_behind(database: Database) -> bool:
    """Tell whether steps are still to be taken, so that a backup comes first."""
    return version(database) < len(migrations())


def migrate(database: Database) -> None:
    """Take the steps that are still to be taken; a step that fails leaves no trace."""
    for migration in migrations()[version(database) :]:
        with database.transaction():
            database.script(migration.sql)
            database.execute(f"PRAGMA user_version = {migration.number}")


def _migration(file: Traversable) -> Migration:
    matched = re.fullmatch(r"(\d{4})_([a-z_]+)\.sql", file.name)
    assert matched, file.name
    return Migration(number=int(matched[1]), name=matched[2], sql=file.read_text(encoding="utf-8"))
