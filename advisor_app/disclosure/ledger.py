"""The ledger: everything that one organisation was promised and told, append-only and chained."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Self

from advisor_app.disclosure.box import Box
from advisor_app.disclosure.consistency import require_consistent
from advisor_app.disclosure.entry import Content, Entry, entry_from_json, entry_line
from advisor_app.disclosure.periods import surely_meet
from advisor_app.disclosure.plan import THRESHOLDS, Plan, Release
from advisor_app.disclosure.plan_format import FORMAT, require_format
from advisor_app.disclosure.problems import BrokenChainError, Problem, RefusedError, within
from advisor_app.disclosure.statement import Outcome, Outside, Statement
from advisor_app.disclosure.strict_json import Json, canonical, load, require_text

MOST_ENTRIES = 50_000
MOST_OUTSIDE_ROWS = 500
SHOWN_DIGITS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The entries of one organisation, of the right form; whether the chain fits, `verify` says.

    Its first entry is a plan. The statements of a release stand together, as planned and whole.
    Adding gives a new ledger; nothing is ever changed or taken away.
    """

    organisation: str
    entries: tuple[Entry, ...] = ()

    def __post_init__(self) -> None:
        require_text(self.organisation, "organisation")
        if len(self.entries) > MOST_ENTRIES:
            raise RefusedError(Problem.TOO_LARGE, "entries")
        _require_plans(self)
        _require_statements(self)
        _require_outside(self)

    @classmethod
    def parse(cls, data: bytes) -> Self:
        """Read LEDGER.json; its form is judged first, then its chain.

        Raises:
            RefusedError: when the form is wrong.
            BrokenChainError: when the form is right and a hash does not fit.
        """
        fields = load(data).fields(("format", "organisation", "entries"))
        require_format(fields["format"])
        ledger = cls(
            organisation=fields["organisation"].text(),
            entries=tuple(map(entry_from_json, fields["entries"].items(MOST_ENTRIES))),
        )
        ledger.verify()
        return ledger

    @classmethod
    def from_lines(cls, organisation: str, lines: Iterable[str]) -> Self:
        """Read a ledger that is kept entry by entry, each as `entry_line` writes it.

        It is of the organisation that its first plan names; without an entry, of this one.
        """
        loaded = (load(line.encode()) for line in lines)
        rows = (Json(each.value, f"entries[{row}]") for row, each in enumerate(loaded))
        entries = tuple(map(entry_from_json, rows))
        if entries and isinstance(entries[0].content, Plan):
            organisation = entries[0].content.organisation
        ledger = cls(organisation=organisation, entries=entries)
        ledger.verify()
        return ledger

    def lines(self) -> tuple[str, ...]:
        """Return every entry as a line of its own, as `from_lines` reads them."""
        return tuple(map(entry_line, self.entries))

    def laid_on(self, plan: Plan) -> date | None:
        """Return the day on which a plan was laid down, if that is known."""
        return next((each.on for each in self.entries if each.content == plan), None)

    def fixed_on(self, release_id: str) -> date | None:
        """Return the day on which a release was made, if that is known."""
        return next((each.on for each in self.entries if _is_of(each, release_id)), None)

    def to_bytes(self) -> bytes:
        """Write LEDGER.json in its canonical form, one entry a line."""
        lines = ",\n".join(map(entry_line, self.entries))
        start = f'{{"format":{FORMAT},"organisation":{canonical(self.organisation)},"entries":['
        return (f"{start}\n{lines}\n]}}\n" if lines else f"{start}]}}\n").encode()

    def verify(self) -> None:
        """Raise BrokenChainError at the first entry whose hash does not fit."""
        previous = ""
        for row, entry in enumerate(self.entries):
            if not entry.follows(previous):
                raise BrokenChainError(f"entries[{row}]")
            previous = entry.hash

    def with_plan(self, plan: Plan, on: date | None = None) -> Self:
        """Lay down a plan; it stands before the first day of its first period."""
        return self._with((plan,), on)

    def with_statements(self, statements: Iterable[Statement], on: date | None = None) -> Self:
        """Lay down the statements of whole releases, in planned order."""
        return self._with(statements, on)

    def with_outside(self, outside: Outside, on: date | None = None) -> Self:
        """Lay down a figure that was given in another way."""
        return self._with((outside,), on)

    @property
    def head(self) -> str:
        """The hash of the last entry, empty while there is none."""
        return self.entries[-1].hash if self.entries else ""

    @property
    def plans(self) -> tuple[Plan, ...]:
        """All plans, in the order in which they were laid down."""
        return tuple(each.content for each in self.entries if isinstance(each.content, Plan))

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements, in the order in which they were made."""
        return tuple(each.content for each in self.entries if isinstance(each.content, Statement))

    def planned(self, release_id: str) -> tuple[Plan, Release]:
        """Return the plan that holds a release, and the release."""
        for plan in self.plans:
            for release in plan.releases:
                if release.id == release_id:
                    return plan, release
        raise RefusedError(Problem.UNKNOWN_RELEASE, release_id)

    def through(self, release_id: str) -> Self:
        """Return the ledger as it stood when a release had just been made.

        A release that was not made is refused.
        """
        ends = [row for row, each in enumerate(self.entries) if _is_of(each, release_id)]
        if not ends:
            raise RefusedError(Problem.UNKNOWN_RELEASE, release_id)
        return self._upto(ends[-1] + 1)

    def said_in(self, release_id: str) -> tuple[Statement, ...]:
        """Return the statements of one release, none while it was not made."""
        return tuple(each for each in self.statements if each.release == release_id)

    @property
    def outside(self) -> tuple[Outside, ...]:
        """The figures that were given in other ways."""
        return tuple(each.content for each in self.entries if isinstance(each.content, Outside))

    def _upto(self, length: int) -> Self:
        return type(self)(organisation=self.organisation, entries=self.entries[:length])

    def _with(self, contents: Iterable[Content], on: date | None) -> Self:
        entries, head = list(self.entries), self.head
        for content in contents:
            entries.append(Entry.after(head, content, on))
            head = entries[-1].hash
        return type(self)(organisation=self.organisation, entries=tuple(entries))


def shown(head: str) -> str:
    """Return the digits of a hash that are printed in a report."""
    return head[:SHOWN_DIGITS]


def _is_of(entry: Entry, release_id: str) -> bool:
    return isinstance(entry.content, Statement) and entry.content.release == release_id


def _require_plans(ledger: Ledger) -> None:
    """A plan first; all of this organisation; no release id twice and no shared day."""
    laid: list[Plan] = []
    ids: set[str] = set()
    if ledger.entries and not isinstance(ledger.entries[0].content, Plan):
        raise RefusedError(Problem.FIRST_ENTRY_NOT_A_PLAN, "entries[0]")
    for row, entry in enumerate(ledger.entries):
        if not isinstance(entry.content, Plan):
            continue
        plan, place = entry.content, f"entries[{row}].plan"
        if plan.organisation != ledger.organisation:
            raise RefusedError(Problem.OTHER_ORGANISATION, f"{place}.organisation")
        if any(_share_a_day(plan, earlier) for earlier in laid):
            raise RefusedError(Problem.PLANS_OVERLAP, place)
        for position, release in enumerate(plan.releases):
            if release.id.casefold() in ids:
                raise RefusedError(Problem.DUPLICATE_RELEASE, f"{place}.releases[{position}].id")
            ids.add(release.id.casefold())
        laid.append(plan)


def _share_a_day(plan: Plan, other: Plan) -> bool:
    return any(surely_meet(one, two) for one in plan.time_leaves for two in other.time_leaves)


_Due = tuple[Plan, str, Box, bool]


def _require_statements(ledger: Ledger) -> None:
    """Each release in planned order, whole and in one piece; values where they belong."""
    waiting: list[tuple[Plan, deque[Release]]] = []
    due = deque[_Due]()
    for row, entry in enumerate(ledger.entries):
        place, content = f"entries[{row}]", entry.content
        if not isinstance(content, Statement):
            if due:
                raise RefusedError(Problem.RELEASE_INCOMPLETE, place)
            if isinstance(content, Plan):
                waiting.append((content, deque(content.releases)))
            continue
        if not due:
            due = _next(waiting, content.release, place)
        plan, *planned = due.popleft()
        if planned != [content.release, content.box, content.outcome is Outcome.TOLD]:
            raise RefusedError(Problem.NOT_AS_PLANNED, place)
        _require_value(content, plan, place)
    if due:
        raise RefusedError(Problem.RELEASE_INCOMPLETE, f"entries[{len(ledger.entries)}]")


def _next(
    waiting: Iterable[tuple[Plan, deque[Release]]], release_id: str, place: str
) -> deque[_Due]:
    """Return the boxes to come of a release whose turn it is, told ones marked."""
    for plan, releases in waiting:
        if releases and releases[0].id == release_id:
            release = releases.popleft()
            told = [(plan, release.id, box, True) for box in release.told]
            return deque(told + [(plan, release.id, box, False) for box in release.boxes])
    raise RefusedError(Problem.NOT_AS_PLANNED, f"{place}.release")


def _require_value(statement: Statement, plan: Plan, place: str) -> None:
    shows = statement.outcome in {Outcome.TOLD, Outcome.PUBLISHED, Outcome.DERIVED}
    small = statement.outcome is Outcome.PUBLISHED and (statement.value or 0) < plan.n
    if shows == (statement.value is None) or small:
        raise RefusedError(Problem.VALUE_AND_OUTCOME_DISAGREE, f"{place}.value")
    has_threshold = plan.policy >= THRESHOLDS and statement.outcome is Outcome.SILENT
    if statement.below is not None and not (has_threshold and statement.below > plan.n):
        raise RefusedError(Problem.THRESHOLD_OUT_OF_PLACE, f"{place}.below")


def _require_outside(ledger: Ledger) -> None:
    """Every outside box names time leaves that mean something, and contradicts no figure."""
    rows = [
        (row, each.content)
        for row, each in enumerate(ledger.entries)
        if isinstance(each.content, Outside)
    ]
    if len(rows) > MOST_OUTSIDE_ROWS:
        raise RefusedError(Problem.TOO_LARGE, "entries")
    for row, outside in rows:
        with within(f"entries[{row}]"):
            require_consistent(outside, ledger.plans, ledger.statements)
