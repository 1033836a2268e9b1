"""The ledgers as a vault keeps them: read whole and checked, and only ever added to.

What was said by mouth is an entry like any other, but its text holds a code and no word of the
advisor: `said to CTR-DIR`. The words stand beside it in the vault.
"""

import re

from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.problems import BrokenChainError, RefusedError
from advisor_app.domain.codes import Code
from advisor_app.domain.organisation import Organisation
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.reporting import LedgerEntry
from advisor_app.storage.tables import Tables

_SAID_TO = re.compile(r"said to (CTR-[A-Z0-9]{2,3})")


def kept(tables: Tables, organisation: Organisation) -> Ledger:
    """Return an organisation's ledger, its form and its chain checked.

    It keeps the name under which it began, whatever the organisation is called later.

    Raises:
        ProblemError: TAMPERED.
    """
    lines = [each.entry for each in tables.ledgers.of_organisation(organisation.id)]
    try:
        return Ledger.from_lines(organisation.code, lines)
    except (RefusedError, BrokenChainError) as error:
        raise ProblemError(Problem.TAMPERED) from error


def add(tables: Tables, organisation: Organisation, before: Ledger, after: Ledger) -> None:
    """Keep what a ledger has grown by, and read it back.

    Raises:
        ProblemError: TAMPERED when what was read back is something else.
    """
    lines = after.lines()
    for position in range(len(before.entries), len(lines)):
        tables.ledgers.add(
            LedgerEntry(organisation=organisation.id, position=position, entry=lines[position])
        )
    if kept(tables, organisation) != after:
        raise ProblemError(Problem.TAMPERED)


def said_to(recipient_role: Code) -> str:
    """Return the text of the entry of something that was said."""
    return f"said to {recipient_role}"


def recipient_role_in(text: str) -> Code | None:
    """Return who heard it by the text of an entry; None if it holds words, as it once did."""
    found = _SAID_TO.fullmatch(text)
    return Code(found[1]) if found else None


def own_words_in(ledger: Ledger) -> tuple[str, ...]:
    """Return the advisor's own words that an older program chained into a ledger."""
    texts = (each.text for each in ledger.outside)
    return tuple(text for text in texts if recipient_role_in(text) is None)
