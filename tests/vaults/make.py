"""Makes what tests/storage/test_format.py compares with.

    python -m tests.vaults.make schema               golden/schema.sql anew, after a new migration
    python -m tests.vaults.make frozen FOLDER NAME   a vault and a backup, once per schema

The frozen files are committed and never made again: later programs must open the very bytes.
"""

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from advisor_app.domain.backup import Backup
from advisor_app.domain.case import Case, CountedAs, Situation
from advisor_app.domain.codes import Code
from advisor_app.domain.conversation import Conversation
from advisor_app.domain.correspondence import FixedLetter, Letter
from advisor_app.domain.destruction import CountedCase, Destruction
from advisor_app.domain.draft import Draft
from advisor_app.domain.follow_up import FollowUp
from advisor_app.domain.narrative import Answer, HitKind, Narrative
from advisor_app.domain.note import Note
from advisor_app.domain.organisation import (
    Advisor,
    Contact,
    Department,
    DepartmentYear,
    Headcount,
    Organisation,
)
from advisor_app.domain.person import Identity, Person
from advisor_app.domain.reporting import (
    Export,
    FixedFile,
    LedgerCopy,
    LedgerEntry,
    SpokenWords,
)
from advisor_app.storage import backup
from advisor_app.storage.keys import FLOOR_COST
from advisor_app.storage.tables import Tables
from advisor_app.storage.vault import Vault

GOLDEN = Path(__file__).parents[2] / "golden" / "schema.sql"
PASSPHRASE = "bevroren kluis van versie één"
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
DAY = date(2026, 11, 20)
ODD = "Łukasz ‘Ğ’ – é 🙂"


def fill(tables: Tables) -> None:
    """Put at least one row into every table."""
    tables.advisors.add(
        Advisor(public_name="M. Verhoeven", letterhead_lines="Postbus 1\n3500 AA Utrecht")
    )
    organisation = tables.organisations.add(
        Organisation(code="WATER", name="Gemeente Waterdal", type=Code("ORG-GEM"), client_since=DAY)
    ).id
    tables.contacts.add(Contact(organisation=organisation, role=Code("CTR-HR"), name="Anna Ö."))
    tables.headcounts.add(Headcount(organisation=organisation, year=2026, staff=350))
    department = tables.departments.add(Department(organisation=organisation, name="Beheer")).id
    tables.department_years.add(
        DepartmentYear(department=department, year=2026, reporting_group="Binnen", staff=60)
    )
    person = tables.people.add(Person(organisation=organisation, token="T" * 16, alias="Merel")).id
    tables.identities.add(Identity(person=person, name=ODD, private_contact="06"))
    situation = tables.situations.add(Situation(organisation=organisation)).id
    codes = dict.fromkeys(
        ("domain", "category", "reporter_role", "relation", "employment", "function_group",
         "subject_position", "duration", "frequency", "channel", "place", "reported_earlier_to",
         "request", "status", "route", "outcome"),
        Code("ONB"),
    )  # fmt: skip
    case = tables.cases.add(
        Case(
            number="VP-K7M4", title=ODD, organisation=organisation,
            department=department, person=person, situation=situation, opened_on=DAY,
            entered_on=DAY, **codes,
        )
    ).id  # fmt: skip
    talk = tables.conversations.add(
        Conversation(
            organisation=organisation, case=case, held_on=DAY, form=Code("CTF-TEL"),
            kind=Code("CTS-EER"), initiator=Code("INI-MEL"), minutes=45,
        )
    ).id  # fmt: skip
    note = tables.notes.add(
        Note(organisation=organisation, case=case, conversation=talk, body="Eerst", written_at=NOON)
    )
    tables.notes.revise(
        Note(
            id=note.id, organisation=organisation, case=case, conversation=talk, body=ODD,
            written_at=NOON, version=2,
        )
    )  # fmt: skip
    tables.follow_ups.add(FollowUp(case=case, kind=Code("FUP-AFS"), due_on=DAY, text="Bellen"))
    tables.drafts.keep(Draft(window="quick_log", target="case 1", text=ODD, saved_at=NOON))
    letter = tables.letters.add(
        Letter(
            organisation=organisation, case=case, template="adviesbrief",
            recipient_role=Code("ONT-MEL"), subject="Advies", body=ODD, changed_at=NOON,
        )
    ).id  # fmt: skip
    tables.fixed_letters.add(FixedLetter(letter=letter, pdf=b"%PDF-1.7 \x00\xff"))
    tables.ledgers.add(LedgerEntry(organisation=organisation, position=1, entry='{"plan":1}'))
    tables.spoken.add(SpokenWords(organisation=organisation, position=1, text=ODD))
    tables.ledger_copies.add(
        LedgerCopy(
            organisation=organisation, head="0" * 64, recipient="HR", purpose="Jaar",
            sha256="0" * 64, saved_at=NOON,
        )
    )  # fmt: skip
    tables.exports.add(
        Export(
            organisation=organisation, release="2026", format="csv", recipient="HR", purpose="Jaar",
            sha256="0" * 64, exported_at=NOON,
        )
    )  # fmt: skip
    tables.fixed_files.add(
        FixedFile(
            organisation=organisation, release="2026", format="csv", fixed_on=DAY, content=b"a;b"
        )
    )  # fmt: skip
    tables.answers.add(
        Answer(
            organisation=organisation, release="2026", kind=HitKind.NUMBER, words="drie",
            sentence="Drie adviezen", place=0, answered_at=NOON,
        )
    )  # fmt: skip
    tables.narratives.add(
        Narrative(organisation=organisation, release="2026", text=ODD, fixed_at=NOON)
    )
    tables.counted_as.add(
        CountedAs(
            case=case, department=department, category=Code("ONB"), relation=Code("ONB"),
            reporter_role=Code("ONB"), counted_elsewhere=False,
        )
    )  # fmt: skip
    tables.counted_cases.add(
        CountedCase(
            organisation=organisation, department=department, month=DAY.replace(day=1),
            category=Code("ONB"), relation=Code("ONB"), reporter_role=Code("ONB"),
            person="P" * 16, situation="S" * 16,
        )
    )  # fmt: skip
    tables.destructions.add(
        Destruction(destroyed_at=NOON, backups=1, unreachable=0, last_backup_at=NOON)
    )
    tables.backups.add(Backup(made_at=NOON, target="X", drilled=True, sequence=3))
    tables.settings.put("idle_minutes", "7")


def make(folder: Path, name: str) -> str:
    """Write a vault and a backup of it; return the recovery code."""
    vault, code = Vault.create(folder / f"{name}.vault", PASSPHRASE, lambda: NOON, FLOOR_COST)
    with vault.transaction() as tables:
        fill(tables)
    backup.write(vault, folder / f"{name}.vaultbackup", lambda: NOON)
    vault.close()
    (folder / f"{name}.vault" / "vault.lock").unlink()
    return code


def schema_of(vault: Vault) -> str:
    """Return the schema as golden/schema.sql shows it."""
    rows = vault._database.all(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name"
    )
    return "".join(f"{sql};\n\n" for (sql,) in rows)


def write_schema() -> None:
    """Write the schema of a new vault."""
    with TemporaryDirectory() as folder:
        vault, _ = Vault.create(Path(folder) / "a.vault", PASSPHRASE, lambda: NOON, FLOOR_COST)
        GOLDEN.write_text(schema_of(vault), "utf-8")
        vault.close()


if __name__ == "__main__":
    if sys.argv[1] == "schema":
        write_schema()
    else:
        print(make(Path(sys.argv[2]), sys.argv[3]))  # noqa: T201
