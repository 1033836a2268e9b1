"""The open ledger of an organisation as a file: what anybody can check the figures with."""

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.reporting import LedgerCopy
from advisor_app.domain.validation import require_line
from advisor_app.services import files
from advisor_app.services.figures import ledgers
from advisor_app.storage.vault import Vault


class LedgerCopies:
    """Saves it, and writes down that it left, to whom and what for."""

    def __init__(self, vault: Vault, now: Callable[[], datetime]) -> None:
        self._vault = vault
        self._now = now

    def own_words(self, organisation: OrganisationId) -> tuple[str, ...]:
        """Return the advisor's own words that an older program put into the ledger for good.

        Raises:
            ProblemError: TAMPERED.
        """
        tables = self._vault.tables
        return ledgers.own_words_in(ledgers.kept(tables, tables.organisations.get(organisation)))

    def to_judge(self, organisation: OrganisationId) -> bytes | None:
        """Return the ledger for the auditor, None if nothing was said that it did not judge before.

        Raises:
            ProblemError: TAMPERED.
        """
        tables = self._vault.tables
        ledger = ledgers.kept(tables, tables.organisations.get(organisation))
        said = any(each.box is not None for each in ledger.outside)
        return ledger.to_bytes() if said else None

    def save(
        self,
        organisation: OrganisationId,
        target: Path,
        recipient: str,
        purpose: str,
        words_seen: tuple[str, ...] = (),
    ) -> LedgerCopy:
        """Write LEDGER.json (docs/figures.md) in one step, and write down that it left.

        `words_seen` are the advisor's own words in it that were shown beforehand: nothing leaves
        that was not.

        Raises:
            InvalidError: EMPTY or TOO_LONG naming `recipient` or `purpose`.
            ProblemError: NOT_PLANNED while nothing was laid down, WORDS_IN_LEDGER, TAMPERED,
                and those of files.write.
        """
        require_line("recipient", recipient.strip())
        require_line("purpose", purpose.strip())
        tables = self._vault.tables
        ledger = ledgers.kept(tables, tables.organisations.get(organisation))
        if not ledger.plans:
            raise ProblemError(Problem.NOT_PLANNED)
        if ledgers.own_words_in(ledger) != words_seen:
            raise ProblemError(Problem.WORDS_IN_LEDGER)
        content = ledger.to_bytes()
        files.write(target, content)
        with self._vault.transaction() as tables:
            return tables.ledger_copies.add(
                LedgerCopy(
                    organisation=organisation,
                    head=ledger.head,
                    recipient=recipient.strip(),
                    purpose=purpose.strip(),
                    sha256=sha256(content).hexdigest(),
                    saved_at=self._now(),
                )
            )
