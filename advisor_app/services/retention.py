"""How long cases are kept: nothing is destroyed by itself, and figures stay what they are."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from advisor_app.domain.case import Case
from advisor_app.domain.codes import Code
from advisor_app.domain.days import local_day
from advisor_app.domain.destruction import Destruction, DestructionId, DestructionReview, Ground
from advisor_app.domain.identity import CaseId, Choose, OrganisationId
from advisor_app.domain.language import Language
from advisor_app.domain.overview import RetentionLine
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.reporting import ReleaseLine, ReleaseState
from advisor_app.services import destruction
from advisor_app.services.backups import Backups, is_there
from advisor_app.services.codes import Codes
from advisor_app.services.figures import counted_cases
from advisor_app.services.figures.reporting import Reporting
from advisor_app.storage.tables import Tables
from advisor_app.storage.vault import Vault


class Retention:
    """Questions about closed cases, and what is done when their time has come."""

    def __init__(
        self,
        vault: Vault,
        reporting: Reporting,
        codes: Codes,
        backups: Backups,
        now: Callable[[], datetime],
        choose: Choose,
    ) -> None:
        self._vault = vault
        self._reporting = reporting
        self._codes = codes
        self._backups = backups
        self._now = now
        self._choose = choose

    def until(self) -> date:
        """Return the day before which retention is looked at: the first of next month."""
        today = self._today()
        year, month = divmod(today.year * 12 + today.month, 12)
        return date(year, month + 1, 1)

    def number(self, organisation: OrganisationId | None = None) -> int:
        """Return for how many cases retention has ended or ends this month."""
        return self._vault.tables.cases.number_kept_until(self.until(), organisation)

    def lines(
        self,
        organisation: OrganisationId | None = None,
        after: RetentionLine | None = None,
        limit: int = 64,
    ) -> list[RetentionLine]:
        """Return a page of those cases, the one that ended first on top, below a line."""
        found = self._vault.tables.cases.kept_until(
            self.until(), organisation, after=after, limit=limit
        )
        fixed = {
            each: [
                line for line in self._reporting.overview(each) if line.state is ReleaseState.FIXED
            ]
            for each in {line.organisation for line in found}
        }
        return [
            replace(line, is_fixed=_covers(fixed[line.organisation], line.entered_on))
            for line in found
        ]

    def hold(self, case: CaseId, ground: Code | None) -> Case:
        """Keep a case from destruction on a ground of list HLD, or no longer; return it as it was.

        Raises:
            InvalidError: UNKNOWN_CODE, naming `hold`.
        """
        if ground is not None:
            self._codes.require("hold", "HLD", ground)
        with self._vault.transaction() as tables:
            before = tables.cases.get(case)
            tables.cases.change(replace(before, hold=ground))
        return before

    def review(self, *cases: CaseId) -> DestructionReview:
        """Return what destroying cases would take away and where their text would still stand."""
        tables, folder = self._vault.tables, self._backup_folder()
        found = [tables.cases.get(case) for case in cases]
        copies = max((self._copies(tables, each) for each in found), key=_number_of_copies)
        first = None if folder is None else self._backups.next_expires_on()
        days = [day for day in (copies.last_expires_on, first) if day is not None]
        return DestructionReview(
            conversations=sum(len(tables.conversations.of_case(case)) for case in cases),
            notes=sum(len(tables.notes.of_case(case)) for case in cases),
            letters=sum(len(tables.letters.of_case(case)) for case in cases),
            follow_ups=sum(len(tables.follow_ups.of_case(case)) for case in cases),
            still_counts=any(
                counted_cases.still_counts(tables, each, self._today()) for each in found
            ),
            backup_folder=folder,
            has_backup_of_today=self._has_backup_of_today(),
            copies=copies,
            pending_until=max(days, default=None),
        )

    def destroy(self, case: CaseId) -> Destruction:
        """Destroy a closed case, for good: all of it or, when that fails, nothing.

        A backup is made first beside the last one, if that place can be reached and there is none of
        today yet. Afterwards no page of the vault's own file holds a word of the case.

        Raises:
            ProblemError: STILL_OPEN, ON_HOLD, NOT_FOUND; those of a backup; DISK_FULL.
        """
        _require_destroyable(self._vault.tables.cases.get(case))
        folder = self._backup_folder()
        if folder is not None:
            self._backups.back_up(folder / self._backups.suggest_name(self._vault.folder.stem))
        with self._vault.transaction() as tables:
            found = tables.cases.get(case)
            _require_destroyable(found)
            self._backups.promise()
            made = tables.destructions.add(self._copies(tables, found))
            destruction.remove(tables, found, self._choose, self._today())
        with suppress(ProblemError):  # it is destroyed; a certificate waits until this succeeds
            self._vault.forget_removed()
        return made

    def drop_counts(self) -> None:
        """Destroy what is left of destroyed cases that no figures will count any more."""
        with self._vault.transaction() as tables:
            for organisation in tables.organisations.by_name():
                counted_cases.drop(tables, organisation.id, self._today())

    def destructions(self) -> list[Destruction]:
        """Return the register of destructions, the latest first."""
        return self._vault.tables.destructions.latest_first()

    def certificate(self, made: DestructionId, language: Language) -> bytes:
        """Return the PDF of the certificate of a destruction.

        Raises:
            ProblemError: NOT_FOUND; DISK_FULL or UNREACHABLE while a page may still hold the text.
        """
        from advisor_app.documents import certificate  # noqa: PLC0415  # a heavy door

        found = self._vault.tables.destructions.get(made)
        self._vault.forget_removed()
        advisor = self._vault.tables.advisors.only()
        return certificate.render(found, "" if advisor is None else advisor.public_name, language)

    def _copies(self, tables: Tables, case: Case) -> Destruction:
        """Return a line of the register: which backups may hold a case that is destroyed now."""
        since = _first_written_on(tables, case) - timedelta(days=1)  # whatever the time zone
        made = [each for each in self._backups.known() if each.made_at.date() >= since]
        there = sum(is_there(each) for each in made)
        expiries = [each.expires_on for each in made if each.expires_on is not None]
        last_expires_on = max(expiries, default=date.min)
        return Destruction(
            destroyed_at=self._now(),
            backups=there,
            unreachable=len(made) - there,
            last_backup_at=max((each.made_at for each in made), default=None),
            ground=self._ground(tables, case),
            last_expires_on=last_expires_on if last_expires_on > self._today() else None,
        )

    def _ground(self, tables: Tables, case: Case) -> Ground:
        ends = tables.cases.retention_end(case.id)
        ended = ends is not None and ends <= self._today()
        return Ground.RETENTION_ENDED if ended else Ground.DECIDED_EARLIER

    def _backup_folder(self) -> Path | None:
        """Return where a backup is to be made before something is destroyed."""
        latest = self._backups.latest()
        if latest is None or self._has_backup_of_today():
            return None
        folder = Path(latest.target).parent
        return folder if folder.is_dir() else None

    def _has_backup_of_today(self) -> bool:
        latest = self._backups.latest()
        return (
            latest is not None
            and local_day(latest.made_at) == self._today()
            and Path(latest.target).is_file()
        )

    def _today(self) -> date:
        return local_day(self._now())


def _require_destroyable(case: Case) -> None:
    if case.closed_on is None:
        raise ProblemError(Problem.STILL_OPEN)
    if case.hold is not None:
        raise ProblemError(Problem.ON_HOLD)


def _number_of_copies(copies: Destruction) -> int:
    """Return in how many backups a case may be; those of a younger case are among an older one's."""
    return copies.backups + copies.unreachable


def _first_written_on(tables: Tables, case: Case) -> date:
    """Return the day of the first word of a case: a loose conversation may be older than it."""
    written = [case.entered_on]
    for note in tables.notes.of_case(case.id):
        written.append(note.written_at.date())
        written += [each.written_at.date() for each in tables.notes.earlier(note.id)]
    return min(written)


def _covers(fixed: list[ReleaseLine], day: date) -> bool:
    return any(line.first <= day <= line.last for line in fixed)
