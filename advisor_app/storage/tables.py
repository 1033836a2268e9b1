"""Every table of an open vault, under the name of its records."""

from collections.abc import Callable
from datetime import datetime

from advisor_app.domain.backup import Backup
from advisor_app.domain.case import Case, CountedAs, Situation
from advisor_app.domain.conversation import Conversation
from advisor_app.domain.correspondence import FixedLetter, Letter
from advisor_app.domain.destruction import CountedCase, Destruction
from advisor_app.domain.follow_up import FollowUp
from advisor_app.domain.narrative import Answer, Narrative
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
from advisor_app.storage.backups import Backups
from advisor_app.storage.cases import Cases, CorrectedCases, Situations
from advisor_app.storage.code_lists import CodeLists
from advisor_app.storage.conversations import Conversations
from advisor_app.storage.counting import Counting
from advisor_app.storage.destructions import CountedCases, Destructions
from advisor_app.storage.drafts import Drafts
from advisor_app.storage.driver import Database
from advisor_app.storage.follow_ups import FollowUps
from advisor_app.storage.journal import Journal
from advisor_app.storage.keys import VaultKeys
from advisor_app.storage.ledgers import Exports, FixedFiles, LedgerCopies, Ledgers, Spoken
from advisor_app.storage.letters import Letters
from advisor_app.storage.narratives import Answers, Narratives
from advisor_app.storage.notes import Notes
from advisor_app.storage.organisations import (
    Advisors,
    Contacts,
    Departments,
    DepartmentYears,
    Headcounts,
    Organisations,
)
from advisor_app.storage.people import Identities, People
from advisor_app.storage.search import Search
from advisor_app.storage.settings import Settings
from advisor_app.storage.table import Table


class Tables:
    """What a transaction reads and writes."""

    def __init__(
        self,
        database: Database,
        keys: VaultKeys,
        vault_id: bytes,
        now: Callable[[], datetime],
    ) -> None:
        self.journal = Journal(database, keys.audit, vault_id, now)
        shared = (database, self.journal, keys.content)
        self.advisors = Advisors(Advisor, "advisor", *shared)
        self.organisations = Organisations(Organisation, "organisation", *shared)
        self.contacts = Contacts(Contact, "contact", *shared)
        self.headcounts = Headcounts(Headcount, "headcount", *shared, key=("organisation", "year"))
        self.departments = Departments(Department, "department", *shared)
        self.department_years = DepartmentYears(
            DepartmentYear, "department_year", *shared, key=("department", "year")
        )
        self.people = People(Person, "person", *shared)
        self.identities = Identities(Identity, "identity", *shared, key=("person",))
        self.situations = Situations(Situation, "situation", *shared)
        self.cases = Cases(Case, "case", *shared)
        self.conversations = Conversations(Conversation, "conversation", *shared)
        self.notes = Notes(*shared)
        self.follow_ups = FollowUps(FollowUp, "follow_up", *shared)
        self.drafts = Drafts(*shared)
        self.letters = Letters(Letter, "letter", *shared)
        self.fixed_letters = Table(FixedLetter, "fixed_letter", *shared, key=("letter",))
        self.ledgers = Ledgers(
            LedgerEntry, "ledger_entry", *shared, key=("organisation", "position")
        )
        self.spoken = Spoken(SpokenWords, "spoken_words", *shared, key=("organisation", "position"))
        self.ledger_copies = LedgerCopies(LedgerCopy, "ledger_copy", *shared)
        self.fixed_files = FixedFiles(
            FixedFile, "fixed_file", *shared, key=("organisation", "release", "format")
        )
        self.narratives = Narratives(
            Narrative, "narrative", *shared, key=("organisation", "release")
        )
        self.answers = Answers(Answer, "narrative_answer", *shared)
        self.exports = Exports(Export, "export", *shared)
        self.counted_as = CorrectedCases(CountedAs, "counted_as", *shared, key=("case",))
        self.counted_cases = CountedCases(CountedCase, "counted_case", *shared)
        self.destructions = Destructions(Destruction, "destruction", *shared)
        self.backups = Backups(Backup, "backup", *shared)
        self.settings = Settings(database)
        self.code_lists = CodeLists(database)
        self.search = Search(database)
        self.counting = Counting(database)

    def sealed(self) -> tuple[Table[object], ...]:
        """Return every table whose rows carry a MAC that the audit log names."""
        tables = (value for value in vars(self).values() if isinstance(value, Table))
        return (*tables, self.notes.earlier_versions)
