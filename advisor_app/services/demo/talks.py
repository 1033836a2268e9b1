"""The conversations of an invented case: when they take place, and what is written of them."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from advisor_app.domain import known_codes
from advisor_app.domain.codes import Code
from advisor_app.services.demo.chance import Chance
from advisor_app.services.demo.frequencies import FORMS, MINUTES, MINUTES_IN_PERSON
from advisor_app.services.demo.invented import InventedTalk
from advisor_app.services.demo.material import Material, material, workday

BY_EMAIL = Code("CTF-MAI")
UNHEARD, DESISTS = Code("UIT-ONB"), Code("UIT-ZIE")
AFTERCARE_TALK, CLOSING_TALK = Code("CTS-NAZ"), Code("CTS-AFS")

_BRIEF = Code("CTS-KOR")
_SAYS_MORE = {"ROL-OUD"}
"""Who tells what happened besides on whose behalf they call."""


class Talks:
    """Draws conversations up to the last day; `subjects` and `talks` are their words."""

    def __init__(self, chance: Chance, last: date) -> None:
        self._chance = chance
        self._last = last
        self._subjects = material("subjects")
        self._talks = material("talks")

    def tells(
        self, invented: Material, about: Material, role: str, relation: str, alias: str
    ) -> str:
        """Return what the reporter tells."""
        who = self._subjects["who"].get(relation, invented["outsider"])
        named = relation in self._subjects["who"] or relation == "REL-EXT"
        tells = [each for each in about["tells"] if named or "{wie}" not in each]
        told = self._chance.dealt(tells)
        told = told.replace("{wie}", who).replace(
            "{sinds}", self._chance.one_of(self._subjects["since"]["words"])
        )
        said = [told]
        if role in self._talks["reporter"]:
            mine = self._chance.dealt(self._talks["reporter"][role])
            said = [mine, told] if role in _SAYS_MORE else [mine]
        if about["code"][:2] in {"OO", "AR"} and self._chance.luck() < 0.45:
            said.append(self._chance.dealt(self._talks["effect"]["words"]))
        if not alias:
            said.insert(0, self._talks["reporter"]["anonymous"][0])
        return " ".join(said)

    def course(
        self, day: date, planned: int, domain: str, tells: str, outcome: str
    ) -> tuple[InventedTalk, ...]:
        """Return the conversations that took place until the last day."""
        pool = [
            *self._chance.shuffled(self._talks["next"][domain]),
            *self._chance.shuffled(self._talks["next"]["ANY"]),
        ]
        talks: list[InventedTalk] = []
        while len(talks) < planned and day <= self._last:
            form = self._chance.weighed(FORMS)
            if not talks:
                kind, text = known_codes.FIRST_CONTACT, self._first(form, domain, tells)
            elif len(talks) < planned - 1:
                kind, text = known_codes.NEXT_CONVERSATION, self._next(form, pool.pop(0))
            else:
                form = "CTF-TEL"
                text = self._chance.dealt(self._talks["closing"][outcome])
                kind = CLOSING_TALK if outcome in {UNHEARD, DESISTS} else AFTERCARE_TALK
            talks.append(self._talk(day, _BRIEF if form == BY_EMAIL else kind, form, text))
            pause = (35, 70) if len(talks) == planned - 1 else (7, 28)
            day = workday(day + timedelta(days=self._chance.number(*pause)))
        return tuple(talks)

    def end(self, talks: Sequence[InventedTalk], planned: int) -> datetime | None:
        """Return when a case is closed: with its last conversation, or a while after its only one."""
        if planned > 1:
            return talks[-1].at + timedelta(minutes=90)
        if self._chance.luck() < 0.06:
            return None
        day = workday(talks[0].at.date() + timedelta(days=self._chance.number(20, 60)))
        return self._at(day) if day <= self._last else None

    def check(self, invented: Material, domain: str, facts: Material) -> str:
        """Return the preliminary check of an integrity report, where the organisation wants one."""
        if domain != "INT" or not invented.get("preliminary_check") or not facts:
            return ""
        return str(self._chance.one_of(self._talks["check"]["words"])).strip()

    def _talk(self, day: date, kind: Code, form: str, text: str) -> InventedTalk:
        travels = form in {"CTF-LOC", "CTF-NEU", "CTF-WAN"}
        return InventedTalk(
            at=self._at(day),
            kind=kind,
            form=Code(form),
            minutes=self._chance.one_of(MINUTES.get(form, MINUTES_IN_PERSON)),
            preparation_minutes=0 if form == BY_EMAIL else self._chance.one_of((0, 0, 10, 15)),
            travel_minutes=self._chance.one_of((30, 40, 60, 80)) if travels else 0,
            text=text,
        )

    def _first(self, form: str, domain: str, tells: str) -> str:
        pieces = (
            self._chance.dealt(self._talks["opening"][form]),
            self._chance.dealt(self._talks["role"]["words"]),
            tells,
            self._chance.dealt(self._talks["choice"][domain]),
        )
        return " ".join(pieces)

    def _next(self, form: str, text: str) -> str:
        if self._chance.luck() < 0.5:
            return text
        return f"{self._chance.dealt(self._talks['opening'][form])} {text}"

    def _at(self, day: date) -> datetime:
        """Return a moment in office hours of where the demo is made."""
        clock = time(self._chance.number(8, 14), self._chance.one_of((0, 5, 15, 20, 30, 45)))
        return datetime.combine(day, clock).astimezone()
