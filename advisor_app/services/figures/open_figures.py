"""The open interface: plan, register and ledger as files, without a vault (docs/figures.md)."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from advisor_app.disclosure import protocol
from advisor_app.disclosure.auditor.report import Finding, Kind, Report
from advisor_app.disclosure.awaited import awaited_totals
from advisor_app.disclosure.box import Box
from advisor_app.disclosure.entry import MOST_CASES
from advisor_app.disclosure.headcount import DEPARTMENT
from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.plan import Plan
from advisor_app.disclosure.plan_format import parse_plan
from advisor_app.disclosure.problems import BrokenChainError, RefusedError
from advisor_app.disclosure.problems import Problem as FigureProblem
from advisor_app.disclosure.register import Register
from advisor_app.disclosure.space import require_engine
from advisor_app.disclosure.statement import Outside
from advisor_app.disclosure.strict_json import MOST_BYTES, load
from advisor_app.documents import self_check
from advisor_app.documents.figures import draw
from advisor_app.domain.language import Language
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.report import FileFormat
from advisor_app.domain.word_lists import listed
from advisor_app.services import files
from advisor_app.services.figures import plain_composition
from advisor_app.services.figures.auditing import Auditing

LEAST_N = 5
"""The least that this program protects; the package itself takes less, for research."""

_LIKE_DEPARTMENTS = frozenset(
    listed(
        "afdeling afdelingen team teams dienst diensten locatie locaties vestiging vestigingen sector"
        " cluster unit eenheid department departments division location branch site office"
    )
)
"""What a dimension of departments is called that is not called `department`."""

Value = TypeVar("Value")


class WrongInputError(Exception):
    """What was handed in cannot be used: which file or option, what is wrong, and where in it."""

    def __init__(self, about: str, problem: Problem | FigureProblem, place: str = "") -> None:
        super().__init__(problem)
        self.about = about
        self.problem = problem
        self.place = place


class TamperedError(Exception):
    """A ledger of the right form whose chain does not fit."""

    def __init__(self, about: str, place: str) -> None:
        super().__init__()
        self.about = about
        self.place = place


class NotSafeError(Exception):
    """An audit that is not green: something is wrong, or could not be proven."""

    def __init__(self, report: Report) -> None:
        super().__init__()
        self.report = report

    @property
    def is_refusal(self) -> bool:
        """Whether the figures were refused; what somebody stopped was not."""
        return all(each.kind is not Kind.CANCELLED for each in self.report.findings)


def plan_of(file: Path) -> Plan:
    """Read a plan.

    Raises:
        WrongInputError.
    """
    plan = _read(file, parse_plan)
    if plan.n < LEAST_N:
        raise WrongInputError(str(file), Problem.BELOW_FIVE, "n")
    return plan


def unprotected_departments(plan: Plan) -> tuple[str, ...]:
    """Return the dimensions that seem to be departments and are not held to the rules for them."""
    names = [each.name for each in plan.dimensions if each.name != plan.time]
    if DEPARTMENT in names:
        return ()
    return tuple(name for name in names if name.strip().casefold() in _LIKE_DEPARTMENTS)


def protect(
    plan: Plan,
    plan_file: Path,
    register_file: Path,
    ledger_file: Path,
    folder: Path,
    until: str | None,
    on: date | None,
    language: Language,
    *,
    total_if_refused: bool = False,
) -> list[Path]:
    """Make the releases that are due, each into its own folder; return their files.

    Decide, audit in another process, draw, look once more, and only then write the ledger and the
    files, together. With `total_if_refused` a release whose figures are refused says its told
    totals alone.

    Raises:
        WrongInputError, TamperedError, NotSafeError: nothing was written then.
        ProblemError: CONTRADICTS_LEDGER when a drawn file says more than its report.
    """
    register = _read(register_file, lambda data: Register.parse(data, plan))
    before, kept = _ledger_or_none(ledger_file)
    ledger = kept or Ledger(organisation=plan.organisation)
    _require_leaf(plan, until)
    with _about(str(plan_file), _in_plan):
        require_engine(plan)
        laid = ledger if plan in ledger.plans else ledger.with_plan(plan, on)
    audited = partial(_made_safe, ledger_file, register_file)
    try:
        grown = audited(lambda: protocol.protect(plan, register, laid, until, on))
    except NotSafeError as error:
        if not (total_if_refused and error.is_refusal):
            raise
        grown = _each_or_its_promises(plan, register, laid, until, on, audited)
    named = {each.id: _drawn(grown, each.id, language) for each in plan.due(until)}
    after = before if before is not None and grown.head == ledger.head else grown.to_bytes()
    with _of_files(str(folder)):
        files.write_with_record(folder, named, _real(ledger_file), before, after)
    return [folder / name / own for name, contents in named.items() for own in contents]


def _made_safe(ledger_file: Path, register_file: Path, make: Callable[[], Ledger]) -> Ledger:
    """Return the ledger that is made, as it will be read again, if another process finds it safe.

    Raises:
        WrongInputError, NotSafeError.
    """
    with _about(str(ledger_file), register=str(register_file)):
        grown = _again(make())
    if not (found := Auditing().report(grown.to_bytes())).is_green:
        raise NotSafeError(found)
    return grown


def _drawn(ledger: Ledger, release: str, language: Language) -> dict[str, bytes]:
    """Return the files of a release by their name, after a last look through them."""
    report = plain_composition.report(ledger, release, language)
    drawn = {form: draw(report, form) for form in FileFormat}
    self_check.require_nothing_else(report, drawn)
    return {f"{release}.{form}": content for form, content in drawn.items()}


def _each_or_its_promises(
    plan: Plan,
    register: Register,
    ledger: Ledger,
    until: str | None,
    on: date | None,
    audited: Callable[[Callable[[], Ledger]], Ledger],
) -> Ledger:
    """Make the releases that are due one by one; one that is refused says its told totals alone.

    Raises:
        NotSafeError: for a release that promised nothing, and for promises that are refused too.
    """
    for release in plan.due(until):
        given = (plan, release, register, ledger, on)
        try:
            ledger = audited(partial(protocol.with_release, *given))
        except NotSafeError as error:
            if not (error.is_refusal and release.told and release.boxes):
                raise
            ledger = audited(partial(protocol.with_promises, *given))
    return ledger


def audit(ledger_file: Path) -> tuple[Ledger, Report]:
    """Judge everything that a ledger says; return it with what was found.

    Raises:
        WrongInputError, TamperedError.
    """
    ledger = _ledger(ledger_file)[1]
    return ledger, _audited(ledger)


def add_outside(
    ledger_file: Path, box: str | None, value: int | None, text: str, on: date | None
) -> str:
    """Write down a figure that was given in another way; return the new head of the ledger.

    Raises:
        WrongInputError: also for a figure after which a promise no longer holds.
        TamperedError: when the chain of the ledger does not fit.
        NotSafeError: when the ledger was not safe before, or when no audit could be finished.
    """
    with _about("--box"):
        known = None if box is None else Box.from_json(load(box.encode(errors="replace")))
    if value is not None and not 0 <= value <= MOST_CASES:
        raise WrongInputError("--value", FigureProblem.OUT_OF_RANGE)
    before, ledger = _ledger(ledger_file)
    with _about_options():
        grown = _again(ledger.with_outside(Outside(text=text, box=known, value=value), on))
    if known is not None and awaited_totals(ledger, known):
        raise WrongInputError("--box", FigureProblem.OUTSIDE_BEFORE_TOTAL)
    if not (found := _audited(grown)).is_green:
        if not found.is_finished:
            raise NotSafeError(found)
        if not (found_before := _audited(ledger)).is_green:
            raise NotSafeError(found_before)
        contradicts = any(each.kind is Kind.CONTRADICTION for each in found.findings)
        problem = FigureProblem.OUTSIDE_BREAKS_PROMISE
        raise WrongInputError(
            "--value", FigureProblem.OUTSIDE_CONTRADICTS if contradicts else problem
        )
    with _of_files(str(ledger_file)):
        path = _real(ledger_file)
        files.write_with_record(path.parent, {}, path, before, grown.to_bytes())
    return grown.head


def _require_leaf(plan: Plan, until: str | None) -> None:
    with _about("--until", lambda _place: ""):
        plan.due(until)


def _ledger(file: Path) -> tuple[bytes, Ledger]:
    data, ledger = _ledger_or_none(file)
    if data is None or ledger is None:
        raise WrongInputError(str(file), Problem.NOT_FOUND)
    return data, ledger


def _ledger_or_none(file: Path) -> tuple[bytes | None, Ledger | None]:
    data = _bytes(file)
    if data is None:
        return None, None
    try:
        with _about(str(file)):
            return data, Ledger.parse(data)
    except BrokenChainError as error:
        raise TamperedError(str(file), error.place) from error


def _again(ledger: Ledger) -> Ledger:
    """Return a ledger as the next reader will read it."""
    return Ledger.parse(ledger.to_bytes())


def _audited(ledger: Ledger) -> Report:
    from advisor_app.disclosure.auditor.audit import audit as judge  # noqa: PLC0415  # a heavy door

    return judge(ledger)


def _read(file: Path, parse: Callable[[bytes], Value]) -> Value:
    data = _bytes(file)
    if data is None:
        raise WrongInputError(str(file), Problem.NOT_FOUND)
    with _about(str(file)):
        return parse(data)


def _bytes(file: Path) -> bytes | None:
    try:
        return files.read(_real(file), MOST_BYTES)
    except ProblemError as error:
        too_large = error.problem is Problem.TOO_LARGE
        problem = FigureProblem.TOO_LARGE if too_large else error.problem
        raise WrongInputError(str(file), problem) from error


def _real(file: Path) -> Path:
    """Return where a file really lies: a link is followed, and never replaced."""
    try:
        return file.resolve()
    except (OSError, RuntimeError, ValueError) as error:
        raise ProblemError(Problem.NOT_FOUND) from error


@contextmanager
def _about(about: str, inside: Callable[[str], str] = str, *, register: str = "") -> Iterator[None]:
    """Say which file or option a refusal is about, and where in it.

    `register` is what cases come from that contradict what was said.
    """
    try:
        yield
    except RefusedError as error:
        if error.problem is FigureProblem.SOLVER_FAILED:
            raise NotSafeError(Report(findings=(Finding(kind=Kind.SOLVER),))) from error
        if error.problem is FigureProblem.REGISTER_CONTRADICTS:
            about = register
        raise WrongInputError(about, error.problem, inside(error.place)) from error


@contextmanager
def _of_files(about: str) -> Iterator[None]:
    """Say which place a refusal of the operating system is about."""
    try:
        yield
    except ProblemError as error:
        raise WrongInputError(about, error.problem) from error


@contextmanager
def _about_options() -> Iterator[None]:
    """Say which option gave the part of an outside figure that is refused."""
    try:
        yield
    except RefusedError as error:
        part, _, place = error.place.rpartition("]")[2].removeprefix(".").partition(".")
        raise WrongInputError(f"--{part}", error.problem, place) from error


def _in_plan(place: str) -> str:
    """Return the place in a plan's own file of what the ledger refuses."""
    return place.partition(".plan")[2].removeprefix(".") if place.startswith("entries[") else place
