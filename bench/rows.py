"""The rows of the scorecard, each measured against what it is compared with."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from statistics import fmean
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from sqlcipher3 import dbapi2 as sqlcipher

from advisor_app import _assets
from advisor_app.domain.identity import CaseId
from advisor_app.domain.overview import SearchHits
from advisor_app.domain.settings import Theme, Typeface
from advisor_app.gui.look import Look
from advisor_app.keychain import Keychain
from advisor_app.services.access import Access
from advisor_app.services.session import Session
from advisor_app.storage.keys import FLOOR_COST, STANDARD_COST, Argon2Cost
from advisor_app.storage.search import END, START, match_expression
from bench import bare_dialog, export, load, our_start
from bench.pairing import Row, row, taken_in_turn

FEW, MANY, VERY_MANY = 100, 100_000, 1_000_000
HITS = 50
SAVES_A_PAIR = 20
FIRST_QUERY = "vervolg"

TYPED = (
    "ges", "gesp", "gespr", "gesprek", "mel", "melder", "melder wil", "leidinggevende", "afs",
    "afspraak", "klacht", "klacht indienen", "vertrouwelijkheid uitgelegd", "zie", "ziek",
)  # fmt: skip
"""What stands in the box while somebody types: beginnings of words, words, and two of them."""

_PLAIN_SEARCH = f"""
SELECT s.rowid, snippet(note_search, 0, ?2, ?3, '…', 12)
FROM note_search AS s WHERE note_search MATCH ?1 ORDER BY s.rowid DESC LIMIT {HITS}
"""
_PLAIN_INSERT = "INSERT INTO note (id, body) VALUES (?, ?)"
_ENVIRONMENT = {"QT_QPA_PLATFORM": "offscreen", "PYTHONHASHSEED": "0"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a run is asked to do."""

    folder: Path
    notes: int = MANY
    pairs: int = 11
    very_many: bool = False
    callgrind: bool = True
    cost: Argon2Cost = STANDARD_COST


def unlock(setting: Setting) -> Iterator[Row]:
    """Rows 1 and 2: fresh processes unlock a large vault and a small one in turn."""
    sizes = [setting.notes, *([VERY_MANY] if setting.very_many else [])]
    small = load.vault_of(setting.folder, FEW, setting.cost)
    _unlock(small, [])  # once, so that no run pays for a first time
    for notes in sizes:
        large = load.vault_of(setting.folder, notes, setting.cost)
        large_runs: list[dict[str, float]] = []
        pairs = taken_in_turn(
            partial(_unlock, large, large_runs),
            partial(_unlock, small, []),
            setting.pairs,
        )
        if notes == setting.notes:
            for kind, words in (("cpu", "CPU ms"), ("wall", "wall ms")):
                yield row(
                    1,
                    f"unlock to first painted list / its key derivation, {kind}",
                    [(run[f"unlock_{kind}"], run[f"derivation_{kind}"]) for run in large_runs],
                    target=1.10,
                    figure=words,
                    notes=notes,
                )
        yield row(
            2,
            f"unlock to first painted list / the same with {FEW} notes",
            pairs,
            target=1.05 if notes == setting.notes else 1.10,
            figure="CPU ms",
            notes=notes,
        )


def start(setting: Setting) -> Iterator[Row]:
    """Row 3: from the command to the unlock window, in instructions where valgrind is there."""
    valgrind = shutil.which("valgrind") if setting.callgrind else None
    with TemporaryDirectory(prefix="bench-") as home:
        folder = load.vault_of(Path(home), 0, FLOOR_COST)
        style_sheet = Path(home) / "window.qss"
        style_sheet.write_text(Look(Theme.LIGHT, 100, Typeface.INTER).style_sheet(), "utf-8")
        fonts = Path(_assets.__path__[0]) / "fonts"
        environment = {"XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home, **_bytecode(Path(home))}

        def figure(module: str | None, *arguments: Path) -> float:
            command = [sys.executable, str(module), *map(str, arguments)]
            if valgrind is not None:
                return _instructions(valgrind, command, environment)
            return _cpu_of(command, environment)

        ours = partial(figure, our_start.__file__, folder)
        bare = partial(figure, bare_dialog.__file__, fonts, style_sheet)
        for once in (  # so that neither pays for a first time
            [sys.executable, str(our_start.__file__), str(folder)],
            [sys.executable, str(bare_dialog.__file__), str(fonts), str(style_sheet)],
        ):
            _cpu_of(once, environment)
        yield row(
            3,
            "start to unlock dialog / a bare PySide6 dialog, same fonts and style sheet",
            taken_in_turn(ours, bare, setting.pairs),
            target=1.15,
            figure="instructions (callgrind), millions" if valgrind else "CPU ms of the process",
            notes=0,
        )


def search(setting: Setting) -> Iterator[Row]:
    """Row 5: the newest 50 notes with snippets, warm and by a file that was just opened."""
    folder = load.vault_of(setting.folder, setting.notes, setting.cost)
    path = load.plain_of(setting.folder, setting.notes)
    with _opened(folder) as session, _plain(path) as plain:
        pairs: list[tuple[float, float]] = []
        for typed in TYPED:
            ours, theirs = partial(_find, session, typed), partial(_find_plainly, plain, typed)
            _require_same(ours(), theirs())
            pairs += taken_in_turn(partial(_cpu, ours), partial(_cpu, theirs), setting.pairs)
    yield row(
        5,
        f"search as you type, {HITS} newest with snippets / plain FTS5, warm",
        pairs,
        target=1.05,
        figure="CPU ms",
        notes=setting.notes,
    )
    yield row(
        5,
        f"search as you type, {HITS} newest with snippets / plain FTS5, first after opening",
        taken_in_turn(
            partial(_first_search, folder), partial(_first_plain_search, path), setting.pairs
        ),
        target=1.8,
        figure="CPU ms",
        notes=setting.notes,
    )


def save(setting: Setting) -> Iterator[Row]:
    """Row 7: a saved note against an insert into a plain file with the same index."""
    with TemporaryDirectory(prefix="bench-", dir=setting.folder) as place:
        folder = Path(place) / "saves.vault"
        shutil.copytree(load.vault_of(setting.folder, setting.notes, setting.cost), folder)
        path = Path(shutil.copy(load.plain_of(setting.folder, setting.notes), place))
        written = load.bodies(seed=2)
        numbers = count(setting.notes + 1)
        with _opened(folder) as session, _plain(path) as plain:
            found = _saved_in_turn(
                lambda: session.notes.add_note(CaseId(1), next(written)),
                lambda: plain.execute(_PLAIN_INSERT, (next(numbers), next(written))),
                setting.pairs,
            )
    for kind, target, pairs in (("wall", 1.1, found[0]), ("CPU", 1.5, found[1])):
        yield row(
            7,
            f"save a note / plain insert with the same index, synchronous FULL, {kind}",
            pairs,
            target=target,
            figure=f"{kind} ms a note",
            notes=setting.notes,
        )


def figures(setting: Setting) -> Iterator[Row]:
    """Row 10: a quarter's figures against their own SQL and calls of the solver."""
    place = load.casebook_of(setting.folder, setting.notes, setting.cost)
    with TemporaryDirectory(prefix="bench-", dir=setting.folder) as folder:
        copy, runs = Path(folder) / place.name, []
        for _each in range(setting.pairs + 1):
            shutil.rmtree(copy, ignore_errors=True)
            shutil.copytree(place, copy)
            with _opened(copy) as session:
                runs.append(export.export(session))
    _first, *warm = runs  # which loads the solver and the fonts
    for what, pairs in (
        ("decided", [decided.pair for decided, _ in warm]),
        ("decided, audited, drawn and fixed", [whole.pair for _, whole in warm]),
    ):
        yield row(
            10,
            f"a quarter's one-way figures, {what} / their own SQL and solver calls",
            pairs,
            target=2.0,
            figure="CPU ms",
            notes=setting.notes,
        )


ROWS: dict[str, Callable[[Setting], Iterator[Row]]] = {
    "1": unlock,
    "2": unlock,
    "3": start,
    "5": search,
    "7": save,
    "10": figures,
}


def _saved_in_turn(
    ours: Callable[[], object], theirs: Callable[[], object], pairs: int
) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    """Save note by note here and there in turn; return pairs of some notes, in wall and CPU time.

    The disk and its other users change from second to second, so a pair is not twenty and twenty.
    """
    ours()  # so that neither pays for a first time
    theirs()
    saves = taken_in_turn(partial(_times, ours), partial(_times, theirs), pairs * SAVES_A_PAIR)
    return _means(saves, 0), _means(saves, 1)


def _times(work: Callable[[], object]) -> tuple[float, float]:
    """Return how long some work takes, in ms by the clock and of CPU."""
    began, cpu = perf_counter(), process_time()
    work()
    used = process_time() - cpu
    return (perf_counter() - began) * 1000, used * 1000


def _means(
    saves: Sequence[tuple[tuple[float, float], tuple[float, float]]], kind: int
) -> list[tuple[float, float]]:
    """Return pairs of means, so that a pair holds its share of merges and checkpoints."""
    return [
        (
            fmean(ours[kind] for ours, _ in saves[first : first + SAVES_A_PAIR]),
            fmean(theirs[kind] for _, theirs in saves[first : first + SAVES_A_PAIR]),
        )
        for first in range(0, len(saves), SAVES_A_PAIR)
    ]


def _unlock(place: Path, runs: list[dict[str, float]]) -> float:
    order = "first" if len(runs) % 2 else "last"
    done = subprocess.run(
        [sys.executable, "-m", "bench.one_unlock", str(place), order],
        env={**os.environ, **_ENVIRONMENT, **_bytecode(place.parent)},
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    runs.append(json.loads(done.stdout))
    return float(runs[-1]["unlock_cpu"])


def _bytecode(folder: Path) -> dict[str, str]:
    """Let Python keep what it compiles, as an installed program has it, whatever this shell says."""
    return {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}


def _instructions(valgrind: str, command: Sequence[str], environment: dict[str, str]) -> float:
    """Return the millions of instructions that a program takes; they hardly differ from run to run."""
    done = subprocess.run(
        [valgrind, "--tool=callgrind", "--callgrind-out-file=/dev/null", *command],
        env={**os.environ, **_ENVIRONMENT, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    counted = re.search(r"Collected : (\d+)", done.stderr)
    assert counted is not None, done.stderr
    return int(counted[1]) / 1e6


def _cpu_of(command: Sequence[str], environment: dict[str, str]) -> float:
    """Return the CPU ms of a process, its start and end included."""
    before = os.times()
    subprocess.run(
        command,
        env={**os.environ, **_ENVIRONMENT, **environment},
        capture_output=True,
        check=True,
    )
    after = os.times()
    used = (after.children_user - before.children_user) + (
        after.children_system - before.children_system
    )
    return used * 1000


@contextmanager
def _opened(folder: Path) -> Iterator[Session]:
    session = Access(folder.parent, lambda: Keychain(None), load.moment).open(
        folder, load.PASSPHRASE
    )
    try:
        yield session
    finally:
        session.close()


@contextmanager
def _plain(path: Path) -> Iterator[sqlcipher.Connection]:
    connection = load.plain_connection(path)
    try:
        yield connection
    finally:
        connection.close()


def _cpu(work: Callable[[], object]) -> float:
    began = process_time()
    work()
    return (process_time() - began) * 1000


def _find(session: Session, typed: str) -> SearchHits:
    return session.search.find(typed, limit=HITS)


def _find_plainly(plain: sqlcipher.Connection, typed: str) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = plain.execute(
        _PLAIN_SEARCH, (match_expression(typed), START, END)
    ).fetchall()
    return found


def _require_same(ours: SearchHits, theirs: list[tuple[int, str]]) -> None:
    """Compare nothing but equal answers."""
    found = [(hit.id, hit.snippet) for hit in ours.notes]
    assert found == theirs, "the two libraries hold other notes"
    assert found, "nothing was found"


def _first_search(folder: Path) -> float:
    with _opened(folder) as session:
        return _cpu(lambda: _find(session, FIRST_QUERY))


def _first_plain_search(path: Path) -> float:
    with _plain(path) as plain:
        plain.execute("SELECT count(*) FROM sqlite_schema").fetchall()
        return _cpu(lambda: _find_plainly(plain, FIRST_QUERY))
