"""Invented practices of any size: a real vault, and a plain file with the same notes."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from random import Random

from sqlcipher3 import dbapi2 as sqlcipher

from advisor_app.domain.case import Case, Situation
from advisor_app.domain.codes import Code
from advisor_app.domain.conversation import Conversation
from advisor_app.domain.draft import Draft
from advisor_app.domain.draft_keys import PLACE
from advisor_app.domain.identity import DepartmentId, OrganisationId, PersonId, SituationId
from advisor_app.domain.note import Note
from advisor_app.domain.organisation import Department, DepartmentYear, Headcount, Organisation
from advisor_app.domain.person import Person
from advisor_app.domain.reporting import Parts, Rung
from advisor_app.gui.places import Page, Place
from advisor_app.services.codes import Codes
from advisor_app.services.demo.material import material
from advisor_app.services.figures.auditing import audited_here
from advisor_app.services.figures.reporting import Reporting
from advisor_app.storage.keys import STANDARD_COST, Argon2Cost
from advisor_app.storage.secret import Secret
from advisor_app.storage.tables import Tables
from advisor_app.storage.vault import Vault

PASSPHRASE = "kersen zeilboot marmer vlinder zolder fluiten"
MEAN_LENGTH = 1_500
NOW = datetime(2026, 11, 20, 9, 16, tzinfo=UTC)
BEFORE_THE_YEAR = datetime(2025, 12, 1, 9, 0, tzinfo=UTC)

_BATCH = 2_000
_DEPARTMENTS = ("Bestuur", "Buiten", "Dienstverlening", "Ruimte", "Zorg")
_CATEGORIES = ("OO-PES", "OO-INT", "OO-AGV", "OO-SIV", "OO-DIS", "INT-BEL", "ARB-LEI", "OO-OVR")
_RELATIONS = ("REL-DIR", "REL-HOG", "REL-COL", "REL-EXT", "REL-ORG", "REL-ONB")
_SYLLABLES = (
    "aan", "be", "de", "er", "ge", "her", "in", "len", "ma", "na",
    "op", "pen", "re", "schap", "stel", "tijd", "toe", "van", "ver", "zij",
)  # fmt: skip

# What a plain program would have: a table of notes and a full-text index with the same options.
_PLAIN = """
CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL);
CREATE VIRTUAL TABLE note_search USING fts5 (
    body, content = 'note', content_rowid = 'id',
    tokenize = "unicode61 remove_diacritics 2", prefix = '3'
);
INSERT INTO note_search (note_search, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER note_is_found AFTER INSERT ON note BEGIN
    INSERT INTO note_search (rowid, body) VALUES (new.id, new.body);
END;
"""


def moment() -> datetime:
    """Tell the time at which every measurement takes place."""
    return NOW


def bodies(seed: int = 1) -> Iterator[str]:
    """Invent notes without end: Dutch sentences of a practice, and rarer words, 1.5 kB on average."""
    random = Random(seed)
    sentences = list(_sentences(material("talks")))
    sentences += list(_sentences(material("subjects")))
    rare = ["".join(random.choices(_SYLLABLES, k=3)) for _ in range(20_000)]
    while True:
        wanted = random.randint(MEAN_LENGTH // 3, MEAN_LENGTH * 5 // 3)
        parts: list[str] = []
        length = 0
        while length < wanted:
            part = f"{random.choice(sentences)} {random.choice(rare).capitalize()}."
            parts.append(part)
            length += len(part) + 1
        yield " ".join(parts)[:wanted]


def vault_of(folder: Path, notes: int, cost: Argon2Cost = STANDARD_COST) -> Path:
    """Return a vault with that many cases, each with a conversation and its note; made once."""
    return _made_once(folder, f"{notes}", cost, lambda vault: _fill(vault, notes))


def casebook_of(folder: Path, cases: int, cost: Argon2Cost = STANDARD_COST) -> Path:
    """Return a vault of one large organisation: that many cases of two years; made once.

    Each is of another reporter, one in ten of a situation that others brought too. The figures of
    2026 and its quarters were promised before that year; two quarters are fixed, the third is due.
    """

    def fill(vault: Vault) -> None:
        organisation, departments = _large_organisation(vault)
        reporting = Reporting(vault, Codes.of_vault(vault), lambda: BEFORE_THE_YEAR)
        reporting.choose(organisation, "2026", Rung.PART_TABLES, Parts.QUARTERS)
        _fill_casebook(vault, organisation, departments, cases)
        for quarter in ("2026-Q1", "2026-Q2"):
            Reporting(vault, Codes.of_vault(vault), moment).fix_audited(
                organisation, quarter, audited_here
            )

    return _made_once(folder, f"casebook-{cases}", cost, fill)


def _made_once(folder: Path, name: str, cost: Argon2Cost, fill: Callable[[Vault], None]) -> Path:
    """Return a vault of that name; it gets it once it is filled."""
    place = folder / f"bench-{name}-{cost.memory_kib}.vault"
    if place.exists():
        return place
    unborn = folder / f"unborn-{name}.vault"
    shutil.rmtree(unborn, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    made, _code = Vault.create(unborn, PASSPHRASE, moment, cost)
    made.close()
    vault = Vault.open(unborn, Secret.passphrase(PASSPHRASE), moment)
    try:
        fill(vault)
    finally:
        vault.close()
    unborn.rename(place)
    return place


def plain_of(folder: Path, notes: int) -> Path:
    """Return a plain file of the same library with the same notes; made once."""
    path = folder / f"bench-{notes}.db"
    if path.exists():
        return path
    unborn = folder / f"unborn-{notes}.db"
    folder.mkdir(parents=True, exist_ok=True)
    for left_over in folder.glob(f"{unborn.name}*"):
        left_over.unlink()
    connection = plain_connection(unborn)
    connection.executescript(_PLAIN)
    written = bodies()
    for first in range(1, notes + 1, _BATCH):
        connection.execute("BEGIN")
        connection.executemany(
            "INSERT INTO note (id, body) VALUES (?, ?)",
            enumerate(islice(written, min(_BATCH, notes + 1 - first)), first),
        )
        connection.execute("COMMIT")
    connection.close()
    unborn.rename(path)
    return path


def plain_connection(path: Path) -> sqlcipher.Connection:
    """Open a plain file as a vault is opened, but for the key."""
    connection = sqlcipher.connect(str(path), isolation_level=None, cached_statements=0)
    for pragma in (
        "locking_mode = EXCLUSIVE", "journal_mode = WAL", "synchronous = FULL",
        "secure_delete = ON", "temp_store = MEMORY", "cache_size = -32000",
    ):  # fmt: skip
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _fill(vault: Vault, notes: int) -> None:
    """Write through the real tables, many records to a transaction: sealed, logged and indexed."""
    written = bodies()
    with vault.transaction() as tables:
        organisation = tables.organisations.add(
            Organisation(
                code="WATER",
                name="Gemeente Waterdal",
                type=Code("ORG-GEM"),
                client_since=date(2020, 1, 1),
            )
        ).id
        person = tables.people.add(
            Person(organisation=organisation, token="MEREL0", alias="Merel")
        ).id
        situation = tables.situations.add(Situation(organisation=organisation)).id
    for first in range(0, notes, _BATCH):
        with vault.transaction() as tables:
            for number in range(first, min(first + _BATCH, notes)):
                _add(tables, organisation, person, situation, number, next(written))
    place = Place(page=Page.CASES, organisation=organisation)
    with vault.transaction() as tables:
        tables.drafts.keep(Draft(**PLACE._asdict(), text=place.written(), saved_at=NOW))


def _large_organisation(vault: Vault) -> tuple[OrganisationId, list[DepartmentId]]:
    with vault.transaction() as tables:
        organisation = tables.organisations.add(
            Organisation(
                code="WATER",
                name="Gemeente Waterdal",
                type=Code("ORG-GEM"),
                client_since=date(2020, 1, 1),
            )
        ).id
        tables.headcounts.add(Headcount(organisation=organisation, year=2026, staff=1_000_000))
        departments = [
            tables.departments.add(Department(organisation=organisation, name=name)).id
            for name in _DEPARTMENTS
        ]
        for department, name in zip(departments, _DEPARTMENTS, strict=True):
            tables.department_years.add(
                DepartmentYear(
                    department=department, year=2026, reporting_group=name, staff=200_000
                )
            )
    return organisation, departments


def _fill_casebook(
    vault: Vault, organisation: OrganisationId, departments: list[DepartmentId], cases: int
) -> None:
    random = Random(3)
    situation = SituationId(0)
    for first in range(0, cases, _BATCH):
        with vault.transaction() as tables:
            for number in range(first, min(first + _BATCH, cases)):
                person = tables.people.add(
                    Person(organisation=organisation, token=f"{number:016}", alias="")
                ).id
                if number == 0 or random.random() > 0.1:
                    situation = tables.situations.add(Situation(organisation=organisation)).id
                day = NOW.date() - timedelta(days=number % 730)
                case = _case(organisation, person, situation, number, day)
                tables.cases.add(
                    replace(
                        case,
                        department=random.choice(departments),
                        category=Code(random.choice(_CATEGORIES)),
                        relation=Code(random.choice(_RELATIONS)),
                    )
                )


def _add(
    tables: Tables,
    organisation: OrganisationId,
    person: PersonId,
    situation: SituationId,
    number: int,
    body: str,
) -> None:
    day = date(2026, 11, 19) - timedelta(days=number * 7 % 1_900)
    case = tables.cases.add(_case(organisation, person, situation, number, day))
    conversation = tables.conversations.add(
        Conversation(
            organisation=organisation,
            case=case.id,
            held_on=day,
            form=Code("CTF-TEL"),
            kind=Code("CTS-EER"),
            initiator=Code("INI-MEL"),
            minutes=30,
        )
    )
    tables.notes.add(
        Note(
            organisation=organisation,
            case=case.id,
            conversation=conversation.id,
            body=body,
            written_at=datetime(day.year, day.month, day.day, 10, tzinfo=UTC),
        )
    )


def _case(
    organisation: OrganisationId,
    person: PersonId,
    situation: SituationId,
    number: int,
    day: date,
) -> Case:
    return Case(
        number=f"VP-{number:06}",
        title=f"Zaak {number:06}",  # a search for words of notes must not find as many cases
        organisation=organisation,
        person=person,
        situation=situation,
        domain=Code("OO"),
        category=Code("OO-PES"),
        status=Code("STA-MEL"),
        opened_on=day,
        entered_on=day,
        reporter_role=Code("ROL-ONB"),
        relation=Code("REL-ONB"),
        employment=Code("DVB-ONB"),
        function_group=Code("FNC-ONB"),
        subject_position=Code("POS-ONB"),
        duration=Code("DUR-ONB"),
        frequency=Code("FRQ-ONB"),
        channel=Code("KAN-ONB"),
        place=Code("PLA-ONB"),
        reported_earlier_to=Code("EER-ONB"),
        request=Code("HUL-ONB"),
        route=Code("VRV-ONB"),
        outcome=Code("UIT-ONB"),
    )


def _sentences(found: object) -> Iterator[str]:
    """Return every sentence of the demo's material."""
    if isinstance(found, str):
        if " " in found:
            yield " ".join(found.split())
    elif isinstance(found, dict):
        for each in found.values():
            yield from _sentences(each)
    elif isinstance(found, (list, tuple)):
        for each in found:
            yield from _sentences(each)
