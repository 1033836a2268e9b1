"""What happens in the demo: invented cases, the same for the same seed; nothing is written here."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any, TypeVar

from advisor_app import _assets
from advisor_app.domain import known_codes
from advisor_app.domain.codes import Code

Value = TypeVar("Value")
Material = Mapping[str, Any]
Codes = Code | tuple[Code, ...]

BY_EMAIL, BRIEF = Code("CTF-MAI"), Code("CTS-KOR")
AFTERCARE_TALK, CLOSING_TALK = Code("CTS-NAZ"), Code("CTS-AFS")
UNHEARD, DESISTS = Code("UIT-ONB"), Code("UIT-ZIE")
AGREED, NO_ANSWER, OUT_OF_DOMAIN = Code("SLU-OVL"), Code("SLU-GEE"), Code("SLU-BUI")

# How often what happens, in a hundred (domain.md section 9).
_FORMS = {"CTF-TEL": 40, "CTF-LOC": 22, "CTF-NEU": 6, "CTF-WAN": 2, "CTF-VID": 25, "CTF-MAI": 5}
_ROLES = {"ROL-ZEL": 80, "ROL-GET": 7, "ROL-LEI": 6, "ROL-NAM": 3, "ROL-BET": 2, "ROL-OUD": 2}
_OUTCOMES = {
    "UIT-STO": 15, "UIT-AFS": 20, "UIT-OVE": 5, "UIT-VER": 5, "UIT-AAN": 4, "UIT-NIE": 15,
    "UIT-ZIE": 10, "UIT-ONB": 26,
}  # fmt: skip
_ROUTES = {
    "VRV-LUI": 24, "VRV-ZEL": 23, "VRV-LEI": 20, "VRV-BEG": 8, "VRV-MED": 4, "VRV-ZRG": 7,
    "VRV-JUR": 3, "VRV-SIG": 4, "VRV-KLA": 2, "VRV-POL": 1, "VRV-GEE": 4,
}  # fmt: skip
_ROUTES_OF: Mapping[str, Mapping[str, int]] = {
    "INT": {"VRV-LUI": 30, "VRV-GEE": 18, "VRV-MEL": 24, "VRV-MPT": 16, "VRV-LEI": 12},
    "MIS": {"VRV-HVK": 40, "VRV-MEL": 40, "VRV-INS": 20},
    "OND": {"VRV-BVI": 60, "VRV-POL": 40},
}
_TALKS = {1: 45, 2: 25, 3: 15, 4: 7, 5: 5, 7: 3}
_DETAILS: Mapping[str, Mapping[str, int]] = {
    "employment": {"DVB-VAS": 62, "DVB-TIJ": 14, "DVB-INH": 10, "DVB-STA": 4, "DVB-ONB": 10},
    "function_group": {"FNC-MED": 82, "FNC-LEI": 10, "FNC-ONB": 8},
    "duration": {"DUR-EEN": 12, "DUR-M1": 14, "DUR-M6": 32, "DUR-M12": 18, "DUR-J2": 12, "DUR-ONB": 12},
    "frequency": {"FRQ-EEN": 12, "FRQ-SOM": 34, "FRQ-WEE": 30, "FRQ-DAG": 12, "FRQ-ONB": 12},
    "channel": {"KAN-PER": 66, "KAN-ONL": 14, "KAN-SCH": 8, "KAN-TEL": 4, "KAN-ONB": 8},
    "place": {"PLA-WER": 76, "PLA-THU": 6, "PLA-REI": 4, "PLA-PRI": 3, "PLA-ONB": 11},
    "reported_earlier_to": {"EER-NIE": 48, "EER-LEI": 24, "EER-HOG": 8, "EER-HR": 10, "EER-ONB": 10},
    "request": {"HUL-LUI": 26, "HUL-ADV": 40, "HUL-PRO": 12, "HUL-BEG": 14, "HUL-SIG": 3, "HUL-ONB": 5},
}  # fmt: skip
_GENDERS = {"GEN-VRO": 48, "GEN-MAN": 33, "GEN-AND": 1, "GEN-NIE": 18}
_POSITIONS = {
    "REL-DIR": "POS-LEI", "REL-HOG": "POS-DIR", "REL-BES": "POS-DIR", "REL-COL": "POS-MED",
    "REL-OND": "POS-MED", "REL-EXT": "POS-EXT", "REL-CRI": "POS-EXT",
}  # fmt: skip
_MONTHS = (9, 9, 10, 9, 9, 9, 4, 4, 10, 10, 10, 7)
"""How a year goes: quiet in July and August."""

_WAVE = {2: 1.8, 3: 2.0, 4: 1.5}
"""The months of the second year in which an affair in the media makes people speak."""

_MINUTES = {"CTF-TEL": (15, 20, 25, 30, 45), "CTF-MAI": (5, 10)}
_MINUTES_IN_PERSON = (45, 60, 60, 75, 90)
_SAYS_MORE = {"ROL-OUD"}


@dataclass(frozen=True, slots=True, kw_only=True)
class InventedTalk:
    """A conversation of the demo."""

    at: datetime
    kind: Code
    form: Code
    minutes: int
    preparation_minutes: int
    travel_minutes: int
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class InventedCase:
    """A case of the demo, from its first conversation to its last, or to today.

    `beside` is the key of a case about the same situation; `details` are fields of the case that
    the advisor fills in after the first conversation, `ending` those after the last one.
    """

    key: int
    organisation: str
    title: str
    category: Code
    role: Code
    relation: Code
    alias: str = ""
    beside: int | None = None
    department: str | None = None
    acute_danger: bool = False
    details: Mapping[str, Codes]
    talks: tuple[InventedTalk, ...]
    check: str = field(default="", repr=False)
    ending: Mapping[str, Codes]
    closes_at: datetime | None = None

    @property
    def opens_at(self) -> datetime:
        """Return when the first conversation takes place."""
        return self.talks[0].at


@cache
def material(name: str) -> Material:
    """Return one file of the demo's material."""
    return tomllib.loads((files(_assets) / "demo" / f"{name}.toml").read_text("utf-8"))


def first_year(today: date) -> int:
    """Return the year in which the practice begins, so that two whole years lie behind a day."""
    return today.year - (3 if today.month < 7 else 2)


def workday(day: date) -> date:
    """Return the day, or the Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def invent(today: date, seed: int) -> list[InventedCase]:
    """Return every case up to the day before today, those of one organisation together."""
    return list(_Inventor(today, seed).cases())


class _Inventor:
    """Draws one case after the other."""

    def __init__(self, today: date, seed: int) -> None:
        self._last = workday(today - timedelta(days=1))
        self._years = range(first_year(today), today.year + 1)
        self._random = Random(seed)  # noqa: S311  # content, not secrets
        # A stream of its own: what is drawn from it leaves the rest of a seed's practice as it was.
        self._genders_random = Random(f"{seed} gender")  # noqa: S311  # content, not secrets
        self._genders: dict[str, Code] = {}
        self._talks = material("talks")
        self._subjects = material("subjects")
        self._by_code = {each["code"]: each for each in self._subjects["subject"]}
        self._decks: dict[str, list[str]] = {}
        self._known: list[InventedCase] = []
        self._keys = 0
        self._aliases = 0

    def cases(self) -> Iterator[InventedCase]:
        """Yield the cases, organisation by organisation."""
        for client in material("organisations")["organisation"]:
            self._known = []
            for place in range(len(self._years)):
                for each in self._year(client, place):
                    self._known.append(each)
                    yield each

    def _year(self, client: Material, place: int) -> Iterator[InventedCase]:
        """Yield the cases of one year: the ordinary ones, then those that the material asks for."""
        runs = [
            run
            for run in material("organisations")["run"]
            if run["organisation"] == client["code"] and run["year"] == place
        ]
        set_aside = {code for run in runs for code in run.get("subjects", ())}
        weights = {
            code: each["weight"] for code, each in self._by_code.items() if code not in set_aside
        }
        for _case in range(self._number(client, place)):
            day = self._day(place, ())
            yield from self._case(client, self._chosen(weights), day, {})
        for run in runs:
            yield from self._run(client, place, run, weights)

    def _number(self, client: Material, place: int) -> int:
        if "yearly" in client:
            return int(client["yearly"][place])
        mean: float = client["a_year"]
        return round(mean * self._random.uniform(0.9, 1.15))

    def _run(
        self, client: Material, place: int, run: Material, weights: Mapping[str, float]
    ) -> Iterator[InventedCase]:
        first: int | None = None
        months: Sequence[int] = run.get("months", ())
        subjects: Sequence[str] = run.get("subjects", ())
        for row in range(run["number"]):
            day = self._day(place, months[row % len(months) :][:1] if months else ())
            subject = subjects[row % len(subjects)] if subjects else self._chosen(weights)
            facts = {**run, "beside": first} if run.get("one_situation") else run
            for each in self._case(client, subject, day, facts):
                first = each.key if first is None else first
                yield each

    def _day(self, place: int, months: Sequence[int]) -> date:
        """Return a working day of a year of the practice."""
        by_month = {
            month: weight * (_WAVE.get(month, 1) if place == 1 else 1)
            for month, weight in enumerate(_MONTHS, 1)
            if not months or month in months
        }
        day = date(self._years[place], self._chosen(by_month), self._random.randint(3, 28))
        return workday(day)

    def _case(
        self, client: Material, subject: str, day: date, facts: Material
    ) -> Iterator[InventedCase]:
        """Yield a case, unless it would begin today or later."""
        role = "ROL-ZEL" if facts else self._chosen(_ROLES)
        seen = self._recent(day) if role == "ROL-GET" else None
        if seen is not None:
            subject = seen.category
            facts = {"beside": seen.key, "department": seen.department}
        about = self._by_code[subject]
        relation = self._chosen(
            {code: about["relations"].get(code, 1) for code in facts.get("relations", ())}
            or about["relations"]
        )
        alias = self._reporter()
        tells = self._tells(client, about, role, relation, alias)
        domain = subject.partition("-")[0].replace("CAT", "OVR")
        outcome = str(UNHEARD) if domain == "OVR" else self._chosen(_OUTCOMES)
        planned = self._chosen(_TALKS)
        talks = self._course(day, planned, domain, tells, outcome)
        if talks:
            finished = len(talks) == planned
            closes = self._end(talks, planned) if finished else None
            self._keys += 1
            yield InventedCase(
                key=self._keys,
                organisation=client["code"],
                title=self._dealt(about["titles"]),
                category=Code(subject),
                role=Code(role),
                relation=Code(relation),
                alias=alias,
                beside=facts.get("beside"),
                department=self._department(client, facts),
                acute_danger=about.get("acute", False),
                details=self._details(about, relation, alias, tells),
                talks=talks,
                check=self._check(client, domain, facts),
                ending=self._ending(domain, outcome, closed=closes is not None),
                closes_at=closes,
            )

    def _reporter(self) -> str:
        """Return an alias: mostly a new one, now and then of somebody who comes back, or none."""
        luck = self._random.random()
        known = [each.alias for each in self._known if each.alias]
        if luck < 0.06:
            return ""
        if luck < 0.11 and known:
            return self._random.choice(known)
        self._aliases += 1
        names = self._subjects["aliases"]
        again, place = divmod(self._aliases - 1, len(names))
        return f"{names[place]} {again + 1}" if again else str(names[place])

    def _recent(self, day: date) -> InventedCase | None:
        """Return a case of the months before a day, for a witness of the same situation."""
        months = timedelta(days=90)
        found = [each for each in self._known if day - months < each.opens_at.date() < day]
        return self._random.choice(found) if found else None

    def _department(self, client: Material, facts: Material) -> str | None:
        fixed: str | None = facts.get("department", client.get("one_department"))
        if "department" in facts or fixed is not None:
            return fixed
        if self._random.random() < 0.14 and "not_department" not in facts:
            return None
        staff = {
            name: n for name, n in client["departments"] if name != facts.get("not_department")
        }
        return str(self._chosen(staff))

    def _tells(
        self, client: Material, about: Material, role: str, relation: str, alias: str
    ) -> str:
        """Return what the reporter tells."""
        who = self._subjects["who"].get(relation, client["outsider"])
        named = relation in self._subjects["who"] or relation == "REL-EXT"
        tells = [each for each in about["tells"] if named or "{wie}" not in each]
        told = self._dealt(tells)
        told = told.replace("{wie}", who).replace(
            "{sinds}", self._random.choice(self._subjects["since"]["words"])
        )
        said = [told]
        if role in self._talks["reporter"]:
            mine = self._dealt(self._talks["reporter"][role])
            said = [mine, told] if role in _SAYS_MORE else [mine]
        if about["code"][:2] in {"OO", "AR"} and self._random.random() < 0.45:
            said.append(self._dealt(self._talks["effect"]["words"]))
        if not alias:
            said.insert(0, self._talks["reporter"]["anonymous"][0])
        return " ".join(said)

    def _course(
        self, day: date, planned: int, domain: str, tells: str, outcome: str
    ) -> tuple[InventedTalk, ...]:
        """Return the conversations that took place before today."""
        pool = [
            *self._shuffled(self._talks["next"][domain]),
            *self._shuffled(self._talks["next"]["ANY"]),
        ]
        talks: list[InventedTalk] = []
        while len(talks) < planned and day <= self._last:
            form = self._chosen(_FORMS)
            if not talks:
                kind, text = known_codes.FIRST_CONTACT, self._first(form, domain, tells)
            elif len(talks) < planned - 1:
                kind, text = known_codes.NEXT_CONVERSATION, self._next(form, pool.pop(0))
            else:
                form = "CTF-TEL"
                text = self._dealt(self._talks["closing"][outcome])
                kind = CLOSING_TALK if outcome in {UNHEARD, DESISTS} else AFTERCARE_TALK
            talks.append(self._talk(day, BRIEF if form == BY_EMAIL else kind, form, text))
            pause = (35, 70) if len(talks) == planned - 1 else (7, 28)
            day = workday(day + timedelta(days=self._random.randint(*pause)))
        return tuple(talks)

    def _talk(self, day: date, kind: Code, form: str, text: str) -> InventedTalk:
        travels = form in {"CTF-LOC", "CTF-NEU", "CTF-WAN"}
        return InventedTalk(
            at=self._at(day),
            kind=kind,
            form=Code(form),
            minutes=self._random.choice(_MINUTES.get(form, _MINUTES_IN_PERSON)),
            preparation_minutes=0 if form == BY_EMAIL else self._random.choice((0, 0, 10, 15)),
            travel_minutes=self._random.choice((30, 40, 60, 80)) if travels else 0,
            text=text,
        )

    def _first(self, form: str, domain: str, tells: str) -> str:
        pieces = (
            self._dealt(self._talks["opening"][form]),
            self._dealt(self._talks["role"]["words"]),
            tells,
            self._dealt(self._talks["choice"][domain]),
        )
        return " ".join(pieces)

    def _next(self, form: str, text: str) -> str:
        if self._random.random() < 0.5:
            return text
        return f"{self._dealt(self._talks['opening'][form])} {text}"

    def _end(self, talks: Sequence[InventedTalk], planned: int) -> datetime | None:
        """Return when a case is closed: with its last conversation, or a while after its only one."""
        if planned > 1:
            return talks[-1].at + timedelta(minutes=90)
        if self._random.random() < 0.06:
            return None
        day = workday(talks[0].at.date() + timedelta(days=self._random.randint(20, 60)))
        return self._at(day) if day <= self._last else None

    def _details(self, about: Material, relation: str, alias: str, tells: str) -> dict[str, Codes]:
        """Return what is filled in after the first conversation; of a quick log nothing is."""
        if self._random.random() < 0.12:
            return {}
        details: dict[str, Codes] = {
            name: Code(self._chosen(weights)) for name, weights in _DETAILS.items()
        }
        details["gender"] = self._gender(alias)
        details["effects"] = _heard(self._talks["effect"]["codes"], tells)
        details["discrimination_grounds"] = _heard(about.get("grounds", {}), tells)
        details["subject_position"] = Code(_POSITIONS.get(relation, "POS-ONB"))
        details["vulnerable_areas"] = tuple(map(Code, about.get("areas", ())))
        details["vulnerability_factors"] = tuple(map(Code, about.get("factors", ())))
        if about["code"] in {"OO-PES", "OO-INT"} and self._random.random() < 0.2:
            details["further_categories"] = (Code("OO-AGV"),)
        return details

    def _gender(self, alias: str) -> Code:
        """Return the gender of a reporter, who has the same one when they come back."""
        drawn = Code(self._genders_random.choices(list(_GENDERS), list(_GENDERS.values()))[0])
        return self._genders.setdefault(alias, drawn) if alias else drawn

    def _ending(self, domain: str, outcome: str, *, closed: bool) -> dict[str, Codes]:
        """Return what the last conversation brings: the route, and once closed the outcome."""
        route = Code(self._chosen(_ROUTES_OF.get(domain, _ROUTES)))
        if closed:
            reason = (
                OUT_OF_DOMAIN if domain == "OVR" else NO_ANSWER if outcome == UNHEARD else AGREED
            )
            return {
                "status": known_codes.CLOSED,
                "closing_reason": reason,
                "route": route,
                "outcome": Code(outcome),
            }
        passed_on = route == "VRV-MEL"
        return {
            "route": route if passed_on else Code("VRV-LOP"),
            "outcome": Code("UIT-LOP"),
            **({"status": Code("STA-FOR")} if passed_on else {}),
        }

    def _check(self, client: Material, domain: str, facts: Material) -> str:
        if domain != "INT" or not client.get("preliminary_check") or not facts:
            return ""
        return str(self._random.choice(self._talks["check"]["words"])).strip()

    def _at(self, day: date) -> datetime:
        """Return a moment in office hours of where the demo is made."""
        clock = time(self._random.randint(8, 14), self._random.choice((0, 5, 15, 20, 30, 45)))
        return datetime.combine(day, clock).astimezone()

    def _dealt(self, texts: Sequence[str]) -> str:
        """Return one of some texts; each of them once before any comes again."""
        deck = self._decks.setdefault("|".join(texts), [])
        if not deck:
            deck.extend(self._shuffled(texts))
        return deck.pop()

    def _shuffled(self, values: Sequence[Value]) -> list[Value]:
        return self._random.sample(values, len(values))

    def _chosen(self, weights: Mapping[Value, float]) -> Value:
        return self._random.choices(list(weights), list(weights.values()))[0]


def _heard(codes: Mapping[str, str], told: str) -> tuple[Code, ...]:
    """Return the codes of the words that a reporter used, each once."""
    return tuple(dict.fromkeys(Code(code) for words, code in codes.items() if words in told))
