"""The ledgers as a vault keeps them: read whole and checked, and only ever added to."""

from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.problems import BrokenChainError, RefusedError
from advisor_app.domain.organisation import Organisation
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.reporting import LedgerEntry
from advisor_app.storage.tables import Tables


def kept(tables: Tables, client: Organisation) -> Ledger:
    """Return an organisation's ledger, its form and its chain checked.

    It keeps the name under which it began, whatever the organisation is called later.

    Raises:
        ProblemError: TAMPERED.
    """
    lines = [each.entry for each in tables.ledgers.of_organisation(client.id)]
    try:
        return Ledger.from_lines(client.code, lines)
    except (RefusedError, BrokenChainError) as error:
        raise ProblemError(Problem.TAMPERED) from error


def add(tables: Tables, client: Organisation, before: Ledger, after: Ledger) -> None:
    """Keep what a ledger has grown by, and read it back.

    Raises:
        ProblemError: TAMPERED when what was read back is something else.
    """
    lines = after.lines()
    for position in range(len(before.entries), len(lines)):
        tables.ledgers.add(
            LedgerEntry(organisation=client.id, position=position, entry=lines[position])
        )
    if kept(tables, client) != after:
        raise ProblemError(Problem.TAMPERED)
