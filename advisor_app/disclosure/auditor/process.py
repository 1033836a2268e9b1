"""The auditor in a process of its own: a ledger comes in, lines of JSON go out.

It gets what was said and nothing else, so it could not tell a case if it wanted to. Each line has
one field: `progress` (how many steps of all are done), and last `report` or `intervals`.
"""

from collections.abc import Sequence
from typing import BinaryIO

from advisor_app.disclosure.auditor.audit import audit
from advisor_app.disclosure.auditor.intervals import intervals
from advisor_app.disclosure.auditor.report import AUDIT, INTERVALS, PROGRESS, REPORT
from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.strict_json import canonical


def serve(asked: Sequence[str], source: BinaryIO, target: BinaryIO) -> int:
    """Answer `audit`, or `audit` or `intervals` and a release, about the ledger that is read."""
    ledger = Ledger.parse(source.read())

    def say(field: str, value: object) -> None:
        target.write(f"{canonical({field: value})}\n".encode())
        target.flush()

    if asked[:1] == [AUDIT]:
        release = asked[1] if asked[1:] else None
        report = audit(ledger, release, progress=lambda done, every: say(PROGRESS, [done, every]))
        say(REPORT, report.to_json())
    else:
        _, release = asked
        say(INTERVALS, [each.to_json() for each in intervals(ledger, release)])
    return 0
