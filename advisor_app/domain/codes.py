"""The profession's code lists: what a case, a conversation or an activity can be called.

The lists are data (`resources/codes/*.toml`); here they are checked and looked up. A code never
changes its meaning and never disappears: it is offered until a day, and keeps its label after it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum, auto
from typing import Any, NewType, TypeVar

from advisor_app.domain.language import Language, Wording
from advisor_app.domain.problems import Problem, ProblemError

Code = NewType("Code", str)
Table = Mapping[str, object]
"""A table of parsed TOML."""

Value = TypeVar("Value")
_FACTS: dict[str, type] = {
    "rollup": str,
    "domain": str,
    "national_type": str,
    "counts": bool,
    "billable": bool,
    "never_a_leaf": bool,
    "valid_from": date,
    "valid_until": date,
}
_FORM = re.compile(r"[A-Z0-9]+(-[A-Z0-9]+)*")


class ListFault(StrEnum):
    """A reason to refuse a list: it was written wrongly, which no user can mend."""

    MALFORMED = auto()
    NOT_A_CODE = auto()
    MISSING_LABEL = auto()
    EMPTY = auto()
    ENDS_BEFORE_IT_BEGINS = auto()
    DUPLICATE_CODE = auto()
    DUPLICATE_LABEL = auto()
    UNKNOWN_ROLLUP = auto()
    CIRCULAR_ROLLUP = auto()
    NO_SUCH_UNKNOWN = auto()
    UNKNOWN_CODE = auto()
    UNMAPPED_CODE = auto()
    MAPPED_TWICE = auto()
    LEAF_COUNT = auto()
    NEVER_A_LEAF = auto()


class InconsistentListError(Exception):
    """A code list or reporting list contradicts itself; `place` is the list, code or key."""

    def __init__(self, fault: ListFault, place: str) -> None:
        super().__init__(f"{fault.value}: {place}")
        self.fault = fault
        self.place = place


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeItem:
    """One code with its words; `rollup` is the wider class that it is merged into in figures.

    `valid_from` and `valid_until` are the first and the last day on which it is offered. The rest
    are facts that one list needs: the `domain` of a category and its `national_type` (list NAT),
    whether what bears the code `counts` in figures, whether an activity is `billable`, and codes
    so rare that alone they are `never_a_leaf` of a reporting list.
    """

    code: Code
    label: Wording
    help: Wording | None = None
    rollup: Code | None = None
    domain: Code | None = None
    national_type: Code | None = None
    counts: bool = True
    billable: bool | None = None
    never_a_leaf: bool = False
    valid_from: date | None = None
    valid_until: date | None = None

    def __post_init__(self) -> None:
        if not _FORM.fullmatch(self.code):
            raise InconsistentListError(ListFault.NOT_A_CODE, self.code)
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            raise InconsistentListError(ListFault.ENDS_BEFORE_IT_BEGINS, self.code)

    def offered(self, on: date) -> bool:
        """Whether the code can be chosen on a day."""
        begun = self.valid_from is None or self.valid_from <= on
        return begun and (self.valid_until is None or on <= self.valid_until)


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeList:
    """One version of a list: its items in the order to offer them, and the roll-ups above them.

    `unknown` is the code that a quick log falls back on, where the list has one.
    """

    name: str
    version: int
    title: Wording
    items: tuple[CodeItem, ...]
    rollups: tuple[CodeItem, ...] = ()
    unknown: Code | None = None
    _by_code: dict[Code, CodeItem] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        known = {item.code: item for item in (*self.items, *self.rollups)}
        object.__setattr__(self, "_by_code", known)
        if not self.items:
            raise InconsistentListError(ListFault.EMPTY, self.name)
        _require_once(
            (item.code for item in (*self.items, *self.rollups)), ListFault.DUPLICATE_CODE
        )
        _require_distinct([item.label for item in self.items])
        if self.unknown is not None and self.unknown not in {item.code for item in self.items}:
            raise InconsistentListError(ListFault.NO_SUCH_UNKNOWN, self.unknown)
        self._require_rollups()

    def __contains__(self, code: Code) -> bool:
        return code in self._by_code

    def item(self, code: Code) -> CodeItem:
        """Return what stands under a code or roll-up, offered today or not."""
        try:
            return self._by_code[code]
        except KeyError:
            raise ProblemError(Problem.UNKNOWN_CODE) from None

    def label(self, code: Code, language: Language) -> str:
        """Return the words for a code or roll-up."""
        return self.item(code).label.text(language)

    def offered(self, on: date) -> tuple[CodeItem, ...]:
        """Return the items that can be chosen on a day."""
        return tuple(item for item in self.items if item.offered(on))

    def _require_rollups(self) -> None:
        """Refuse a roll-up that does not exist, and a chain of them without an end."""
        rollups = {rollup.code: rollup.rollup for rollup in self.rollups}
        for item in (*self.items, *self.rollups):
            seen = {item.code}
            above = item.rollup
            while above is not None:
                if above not in rollups:
                    raise InconsistentListError(ListFault.UNKNOWN_ROLLUP, above)
                if above in seen:
                    raise InconsistentListError(ListFault.CIRCULAR_ROLLUP, above)
                seen.add(above)
                above = rollups[above]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One line of a table in a report: the codes that it takes together."""

    name: str
    label: Wording
    codes: tuple[Code, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportingList:
    """One version of how figures name the codes of a list: flat, and each code in one leaf.

    6 to 9 leaves keep the cells large; `unknown` is the leaf of what was left open, so that a case
    made in 30 seconds adds up too (docs/figures.md).
    """

    version: int
    title: Wording
    source: CodeList
    leaves: tuple[Leaf, ...]
    unknown: Leaf
    _by_code: dict[Code, Leaf] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        mapped = {code: leaf for leaf in self.leaves for code in leaf.codes}
        object.__setattr__(self, "_by_code", mapped)
        if not 6 <= len(self.leaves) <= 9:
            raise InconsistentListError(ListFault.LEAF_COUNT, str(len(self.leaves)))
        _require_once((leaf.name for leaf in self.leaves), ListFault.DUPLICATE_CODE)
        _require_distinct([leaf.label for leaf in self.leaves])
        self._require_each_code_once()
        if self.source.unknown not in self.unknown.codes:
            raise InconsistentListError(ListFault.NO_SUCH_UNKNOWN, self.unknown.name)

    def _require_each_code_once(self) -> None:
        """Refuse a code that no leaf or two leaves take, and a leaf of nothing but rare codes."""
        codes = {item.code: item for item in self.source.items}
        _require_once((code for leaf in self.leaves for code in leaf.codes), ListFault.MAPPED_TWICE)
        for code in self._by_code.keys() ^ codes.keys():
            fault = ListFault.UNMAPPED_CODE if code in codes else ListFault.UNKNOWN_CODE
            raise InconsistentListError(fault, code)
        for leaf in self.leaves:
            if all(codes[code].never_a_leaf for code in leaf.codes):
                raise InconsistentListError(ListFault.NEVER_A_LEAF, leaf.name)


def code_list(table: Table) -> CodeList:
    """Build a code list from the parsed TOML of one file, and refuse one that contradicts itself."""
    _require_keys(table, {"list", "version", "title", "unknown", "rollup", "code"})
    return CodeList(
        name=_value(table, "list", str),
        version=_value(table, "version", int),
        title=_wording(_value(table, "title", dict)),
        items=tuple(map(_item, _tables(table, "code"))),
        rollups=tuple(map(_item, _tables(table, "rollup"))),
        unknown=Code(_value(table, "unknown", str)) if "unknown" in table else None,
    )


def reporting_list(table: Table, source: CodeList) -> ReportingList:
    """Build the reporting list of a code list from the parsed TOML of one file, just as strictly."""
    _require_keys(table, {"list", "version", "title", "unknown", "leaf"})
    if _value(table, "list", str) != source.name:
        raise InconsistentListError(ListFault.MALFORMED, "list")
    leaves = tuple(map(_leaf, _tables(table, "leaf")))
    unknown = _value(table, "unknown", str)
    if unknown not in {leaf.name for leaf in leaves}:
        raise InconsistentListError(ListFault.NO_SUCH_UNKNOWN, unknown)
    return ReportingList(
        version=_value(table, "version", int),
        title=_wording(_value(table, "title", dict)),
        source=source,
        leaves=leaves,
        unknown=next(leaf for leaf in leaves if leaf.name == unknown),
    )


def _item(table: Table) -> CodeItem:
    """Read one code or roll-up."""
    _require_keys(table, {"code", "nl", "en", "help", *_FACTS})
    facts: dict[str, Any] = {
        key: _value(table, key, kind) for key, kind in _FACTS.items() if key in table
    }
    return CodeItem(
        code=Code(_value(table, "code", str)),
        label=_label(table),
        help=_wording(_value(table, "help", dict)) if "help" in table else None,
        **facts,
    )


def _leaf(table: Table) -> Leaf:
    """Read one leaf."""
    _require_keys(table, {"leaf", "nl", "en", "codes"})
    codes = _value(table, "codes", list)
    if not codes or not all(isinstance(code, str) for code in codes):
        raise InconsistentListError(ListFault.MALFORMED, "codes")
    return Leaf(
        name=_value(table, "leaf", str),
        label=_label(table),
        codes=tuple(map(Code, codes)),
    )


def _wording(table: Table) -> Wording:
    """Read a table that holds the two languages and nothing else."""
    _require_keys(table, {"nl", "en"})
    return _label(table)


def _label(table: Table) -> Wording:
    """Read the two languages from a table, and refuse a language without words."""
    for language in Language:
        if language not in table or not _value(table, language, str).strip():
            raise InconsistentListError(ListFault.MISSING_LABEL, _place(table, language))
    return Wording(nl=_value(table, "nl", str), en=_value(table, "en", str))


def _tables(table: Table, key: str) -> tuple[Table, ...]:
    """Read an array of tables; a missing one is empty."""
    tables = _value(table, key, list) if key in table else []
    if not all(isinstance(entry, dict) for entry in tables):
        raise InconsistentListError(ListFault.MALFORMED, _place(table, key))
    return tuple(tables)


def _value(table: Table, key: str, kind: type[Value]) -> Value:
    """Read a value of exactly that kind: no number that is a bool, no day that is a moment."""
    value = table.get(key)
    if type(value) is not kind:
        raise InconsistentListError(ListFault.MALFORMED, _place(table, key))
    return value


def _require_keys(table: Table, known: set[str]) -> None:
    """Refuse a key that means nothing here: it would be a misspelt one."""
    for key in table.keys() - known:
        raise InconsistentListError(ListFault.MALFORMED, _place(table, key))


def _require_once(values: Iterable[str], fault: ListFault) -> None:
    """Refuse a value that comes twice."""
    seen: set[str] = set()
    for value in values:
        if value in seen:
            raise InconsistentListError(fault, value)
        seen.add(value)


def _require_distinct(labels: Sequence[Wording]) -> None:
    """Refuse two entries that read the same in either language."""
    for language in Language:
        _require_once((label.text(language) for label in labels), ListFault.DUPLICATE_LABEL)


def _place(table: Table, key: str) -> str:
    """Name a key of an entry by the code or leaf it stands under."""
    return (
        ".".join(
            str(table[name])
            for name in ("list", "code", "leaf")
            if name in table and isinstance(table[name], str)
        )
        + f".{key}"
    )
