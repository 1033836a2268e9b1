"""Which cases there are in the demo: the same for the same seed; nothing is written here."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from advisor_app.domain import known_codes
from advisor_app.domain.codes import Code
from advisor_app.services.demo.chance import Chance
from advisor_app.services.demo.frequencies import (
    DETAILS,
    GENDERS,
    MONTHS,
    OUTCOMES,
    ROLES,
    ROUTES,
    ROUTES_OF,
    TALKS,
    WAVE,
)
from advisor_app.services.demo.invented import Codes, InventedCase
from advisor_app.services.demo.material import Material, first_year, material, workday
from advisor_app.services.demo.talks import UNHEARD, Talks

_AGREED, _NO_ANSWER, _OUT_OF_DOMAIN = Code("SLU-OVL"), Code("SLU-GEE"), Code("SLU-BUI")
_POSITIONS = {
    "REL-DIR": "POS-LEI", "REL-HOG": "POS-DIR", "REL-BES": "POS-DIR", "REL-COL": "POS-MED",
    "REL-OND": "POS-MED", "REL-EXT": "POS-EXT", "REL-CRI": "POS-EXT",
}  # fmt: skip


def invent(today: date, seed: int) -> list[InventedCase]:
    """Return every case up to the day before today, those of one organisation together."""
    return list(_Inventor(today, seed).cases())


class _Inventor:
    """Draws one case after the other."""

    def __init__(self, today: date, seed: int) -> None:
        self._years = range(first_year(today), today.year + 1)
        self._chance = Chance(seed)
        self._chance_of_genders = Chance(f"{seed} gender")
        self._genders: dict[str, Code] = {}
        self._conversations = Talks(self._chance, workday(today - timedelta(days=1)))
        self._subjects = material("subjects")
        self._by_code = {each["code"]: each for each in self._subjects["subject"]}
        self._known: list[InventedCase] = []
        self._keys = 0
        self._aliases = 0

    def cases(self) -> Iterator[InventedCase]:
        """Yield the cases, organisation by organisation."""
        for invented in material("organisations")["organisation"]:
            self._known = []
            for place in range(len(self._years)):
                for each in self._year(invented, place):
                    self._known.append(each)
                    yield each

    def _year(self, invented: Material, place: int) -> Iterator[InventedCase]:
        """Yield the cases of one year: the ordinary ones, then those that the material asks for."""
        runs = [
            run
            for run in material("organisations")["run"]
            if run["organisation"] == invented["code"] and run["year"] == place
        ]
        set_aside = {code for run in runs for code in run.get("subjects", ())}
        weights = {
            code: each["weight"] for code, each in self._by_code.items() if code not in set_aside
        }
        for _case in range(self._number(invented, place)):
            day = self._day(place, ())
            yield from self._case(invented, self._chance.weighed(weights), day, {})
        for run in runs:
            yield from self._run(invented, place, run, weights)

    def _number(self, invented: Material, place: int) -> int:
        if "yearly" in invented:
            return int(invented["yearly"][place])
        mean: float = invented["a_year"]
        return round(mean * self._chance.between(0.9, 1.15))

    def _run(
        self, invented: Material, place: int, run: Material, weights: Mapping[str, float]
    ) -> Iterator[InventedCase]:
        first: int | None = None
        months: Sequence[int] = run.get("months", ())
        subjects: Sequence[str] = run.get("subjects", ())
        for row in range(run["number"]):
            day = self._day(place, months[row % len(months) :][:1] if months else ())
            subject = subjects[row % len(subjects)] if subjects else self._chance.weighed(weights)
            facts = {**run, "beside": first} if run.get("one_situation") else run
            for each in self._case(invented, subject, day, facts):
                first = each.key if first is None else first
                yield each

    def _day(self, place: int, months: Sequence[int]) -> date:
        """Return a working day of a year of the practice."""
        by_month = {
            month: weight * (WAVE.get(month, 1) if place == 1 else 1)
            for month, weight in enumerate(MONTHS, 1)
            if not months or month in months
        }
        day = date(self._years[place], self._chance.weighed(by_month), self._chance.number(3, 28))
        return workday(day)

    def _case(
        self, invented: Material, subject: str, day: date, facts: Material
    ) -> Iterator[InventedCase]:
        """Yield a case, unless it would begin today or later."""
        role = "ROL-ZEL" if facts else self._chance.weighed(ROLES)
        seen = self._recent(day) if role == "ROL-GET" else None
        if seen is not None:
            subject = seen.category
            facts = {"beside": seen.key, "department": seen.department}
        about = self._by_code[subject]
        relation = self._chance.weighed(
            {code: about["relations"].get(code, 1) for code in facts.get("relations", ())}
            or about["relations"]
        )
        alias = self._reporter()
        tells = self._conversations.tells(invented, about, role, relation, alias)
        domain = subject.partition("-")[0].replace("CAT", "OVR")
        outcome = str(UNHEARD) if domain == "OVR" else self._chance.weighed(OUTCOMES)
        planned = self._chance.weighed(TALKS)
        talks = self._conversations.course(day, planned, domain, tells, outcome)
        if talks:
            finished = len(talks) == planned
            closes = self._conversations.end(talks, planned) if finished else None
            self._keys += 1
            yield InventedCase(
                key=self._keys,
                organisation=invented["code"],
                title=self._chance.dealt(about["titles"]),
                category=Code(subject),
                role=Code(role),
                relation=Code(relation),
                alias=alias,
                beside=facts.get("beside"),
                department=self._department(invented, facts),
                acute_danger=about.get("acute", False),
                details=self._details(about, relation, alias, tells),
                talks=talks,
                check=self._conversations.check(invented, domain, facts),
                ending=self._ending(domain, outcome, closed=closes is not None),
                closes_at=closes,
            )

    def _reporter(self) -> str:
        """Return an alias: mostly a new one, now and then of somebody who comes back, or none."""
        luck = self._chance.luck()
        known = [each.alias for each in self._known if each.alias]
        if luck < 0.06:
            return ""
        if luck < 0.11 and known:
            return self._chance.one_of(known)
        self._aliases += 1
        names = self._subjects["aliases"]
        again, place = divmod(self._aliases - 1, len(names))
        return f"{names[place]} {again + 1}" if again else str(names[place])

    def _recent(self, day: date) -> InventedCase | None:
        """Return a case of the months before a day, for a witness of the same situation."""
        months = timedelta(days=90)
        found = [each for each in self._known if day - months < each.opens_at.date() < day]
        return self._chance.one_of(found) if found else None

    def _department(self, invented: Material, facts: Material) -> str | None:
        fixed: str | None = facts.get("department", invented.get("one_department"))
        if "department" in facts or fixed is not None:
            return fixed
        if self._chance.luck() < 0.14 and "not_department" not in facts:
            return None
        staff = {
            name: n for name, n in invented["departments"] if name != facts.get("not_department")
        }
        return str(self._chance.weighed(staff))

    def _details(self, about: Material, relation: str, alias: str, tells: str) -> dict[str, Codes]:
        """Return what is filled in after the first conversation; of a quick log nothing is."""
        if self._chance.luck() < 0.12:
            return {}
        details: dict[str, Codes] = {
            name: Code(self._chance.weighed(weights)) for name, weights in DETAILS.items()
        }
        details["gender"] = self._gender(alias)
        details["effects"] = _heard(material("talks")["effect"]["codes"], tells)
        details["discrimination_grounds"] = _heard(about.get("grounds", {}), tells)
        details["subject_position"] = Code(_POSITIONS.get(relation, "POS-ONB"))
        details["vulnerable_areas"] = tuple(map(Code, about.get("areas", ())))
        details["vulnerability_factors"] = tuple(map(Code, about.get("factors", ())))
        if about["code"] in {"OO-PES", "OO-INT"} and self._chance.luck() < 0.2:
            details["further_categories"] = (Code("OO-AGV"),)
        return details

    def _gender(self, alias: str) -> Code:
        """Return the gender of a reporter, who has the same one when they come back."""
        drawn = Code(self._chance_of_genders.weighed(GENDERS))
        return self._genders.setdefault(alias, drawn) if alias else drawn

    def _ending(self, domain: str, outcome: str, *, closed: bool) -> dict[str, Codes]:
        """Return what the last conversation brings: the route, and once closed the outcome."""
        route = Code(self._chance.weighed(ROUTES_OF.get(domain, ROUTES)))
        if closed:
            reason = (
                _OUT_OF_DOMAIN if domain == "OVR" else _NO_ANSWER if outcome == UNHEARD else _AGREED
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


def _heard(codes: Mapping[str, str], told: str) -> tuple[Code, ...]:
    """Return the codes of the words that a reporter used, each once."""
    return tuple(dict.fromkeys(Code(code) for words, code in codes.items() if words in told))
