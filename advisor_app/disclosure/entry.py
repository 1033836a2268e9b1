"""One entry of a ledger: a plan, a statement or something said outside, chained by its hash."""

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import singledispatch

from advisor_app.disclosure.box import Box
from advisor_app.disclosure.plan import LEAST_N, Plan
from advisor_app.disclosure.plan_format import plan_from_json, plan_to_json
from advisor_app.disclosure.problems import Problem, RefusedError, join, within
from advisor_app.disclosure.statement import Outcome, Outside, Statement
from advisor_app.disclosure.strict_json import SENTENCE_LENGTH, Json, canonical

MOST_CASES = 10_000_000

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_HASH = re.compile(r"[0-9a-f]{64}")


Content = Plan | Statement | Outside


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What was laid down, on which day if that is known, and the hash that chains it."""

    on: date | None
    content: Content
    hash: str

    @classmethod
    def after(cls, previous: str, content: Content, on: date | None) -> "Entry":
        """Make the entry that follows the hash `previous`, which is empty for the first."""
        return cls(on=on, content=content, hash=chained(previous, content, on))

    def follows(self, previous: str) -> bool:
        """Whether the hash fits this content after the hash `previous`."""
        return self.hash == chained(previous, self.content, self.on)


def chained(previous: str, content: Content, on: date | None) -> str:
    """Return SHA-256 (hex) over the previous hash followed by the entry without its hash."""
    text = previous + canonical(_without_hash(content, on))
    return hashlib.sha256(text.encode()).hexdigest()


def entry_line(entry: Entry) -> str:
    """Write an entry as one line of canonical JSON."""
    return canonical({**_without_hash(entry.content, entry.on), "hash": entry.hash})


def entry_from_json(json: Json) -> Entry:
    """Read an entry; its form is checked here, its place in the chain by the ledger."""
    members = json.members()
    kind = members.get("kind", Json(None, join(json.place, "kind"))).text()
    if kind not in _KINDS:
        raise RefusedError(Problem.WRONG_TYPE, join(json.place, "kind"))
    names, optional, read = _KINDS[kind]
    fields = json.fields(("kind", "on", "hash", *names), optional)
    entry = Entry(on=_day(fields["on"]), content=read(fields), hash=_hash(fields["hash"]))
    if entry_line(entry) != canonical(json.value):
        raise RefusedError(Problem.NOT_CANONICAL, json.place)
    return entry


@singledispatch
def _body(content: Content) -> dict[str, object]:
    raise TypeError(content)


@_body.register
def _(content: Plan) -> dict[str, object]:
    return {"kind": "plan", "plan": plan_to_json(content)}


@_body.register
def _(content: Statement) -> dict[str, object]:
    body: dict[str, object] = {
        "kind": "statement",
        "release": content.release,
        "box": content.box.to_json(),
        "value": content.value,
        "outcome": content.outcome.value,
    }
    return body if content.below is None else body | {"below": content.below}


@_body.register
def _(content: Outside) -> dict[str, object]:
    box = content.box.to_json() if content.box is not None else None
    return {"kind": "outside", "text": content.text, "box": box, "value": content.value}


def _without_hash(content: Content, on: date | None) -> dict[str, object]:
    return {**_body(content), "on": on.isoformat() if on else None}


def _plan(fields: dict[str, Json]) -> Plan:
    return plan_from_json(fields["plan"])


def _statement(fields: dict[str, Json]) -> Statement:
    outcome = fields["outcome"].text()
    if outcome not in set(Outcome):
        raise RefusedError(Problem.WRONG_TYPE, fields["outcome"].place)
    return Statement(
        release=fields["release"].text(),
        box=Box.from_json(fields["box"]),
        value=_count(fields["value"]),
        outcome=Outcome(outcome),
        below=fields["below"].integer(LEAST_N + 1, MOST_CASES) if "below" in fields else None,
    )


def _outside(fields: dict[str, Json]) -> Outside:
    text = fields["text"].text(SENTENCE_LENGTH)
    box = None if fields["box"].is_null else Box.from_json(fields["box"])
    value = _count(fields["value"])
    with within(fields["text"].place.removesuffix(".text")):
        return Outside(text=text, box=box, value=value)


def _count(json: Json) -> int | None:
    return None if json.is_null else json.integer(0, MOST_CASES)


def _day(json: Json) -> date | None:
    if json.is_null:
        return None
    try:
        if _DAY.fullmatch(json.text()):
            return date.fromisoformat(json.text())
    except ValueError as error:
        raise RefusedError(Problem.BAD_DATE, json.place) from error
    raise RefusedError(Problem.BAD_DATE, json.place)


def _hash(json: Json) -> str:
    if not _HASH.fullmatch(json.text()):
        raise RefusedError(Problem.BAD_TEXT, json.place)
    return json.text()


_Read = Callable[[dict[str, Json]], Content]

_KINDS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...], _Read]] = {
    "plan": (("plan",), (), _plan),
    "statement": (("release", "box", "value", "outcome"), ("below",), _statement),
    "outside": (("text", "box", "value"), (), _outside),
}
"""The fields of each kind of entry, those that may be left out, and how it is read."""
