"""Before figures leave, somebody else looks at them: the auditor, who has the ledger alone.

For windows and commands it works in a process of its own; what it says is believed only in its
exact form, and no answer is never a good one.
"""

import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress

from advisor_app.disclosure.auditor.report import (
    AUDIT,
    INTERVALS,
    PROGRESS,
    REPORT,
    Finding,
    Interval,
    Kind,
    Report,
)
from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.problems import RefusedError
from advisor_app.disclosure.strict_json import Json, load
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.reporting import Audited, Verdict
from advisor_app.services.process import AUDITOR, command_again

_MOST_STEPS = 1_000_000
_LONGEST_LINE = 16 * 1024 * 1024
_HIDDEN = 0x08000000 if sys.platform == "win32" else 0  # CREATE_NO_WINDOW

Progress = Callable[[int, int], None]


def audited_here(ledger: bytes, release: str) -> Audited:
    """Audit in this process, where nobody waits at a window."""
    from advisor_app.disclosure.auditor.audit import audit  # noqa: PLC0415  # a heavy door

    parsed = Ledger.parse(ledger)
    return _audited(parsed.head, release, audit(parsed, release))


class Auditing:
    """One question to the auditor in a process of its own; it can be stopped from any thread."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._is_stopped = False

    def audited(
        self, ledger: bytes, release: str, progress: Progress = lambda _done, _all: None
    ) -> Audited:
        """Return the auditor's verdict on a release and all that was said about its periods.

        `progress` hears how many steps of all are done.
        """
        return _audited(Ledger.parse(ledger).head, release, self.report(ledger, release, progress))

    def judged(self, ledger: bytes, progress: Progress = lambda _done, _all: None) -> Verdict:
        """Return the auditor's verdict on a whole ledger: each release and all that was said."""
        return _verdict(self.report(ledger, progress=progress))

    def report(
        self,
        ledger: bytes,
        release: str | None = None,
        progress: Progress = lambda _done, _all: None,
    ) -> Report:
        """Return what the auditor found; one that was stopped, or failed, has not finished."""
        report: Report | None = None
        try:
            for field, value in self._answers((AUDIT, *([release] if release else [])), ledger):
                if field == PROGRESS:
                    done, every = (each.integer(0, _MOST_STEPS) for each in value.items(2))
                    progress(done, every)
                elif field == REPORT:
                    report = Report.from_json(value)
        except (RefusedError, ValueError):
            report = None
        if self._is_stopped:
            return Report(findings=(Finding(kind=Kind.CANCELLED),))
        return report or Report(findings=(Finding(kind=Kind.SOLVER),))

    def intervals(self, ledger: bytes, release: str) -> tuple[Interval, ...]:
        """Return between which numbers a reader knows each box that a release does not show.

        Raises:
            ProblemError: AUDIT_UNFINISHED.
        """
        found: tuple[Interval, ...] | None = None
        try:
            for field, value in self._answers((INTERVALS, release), ledger):
                if field == INTERVALS:
                    found = tuple(map(Interval.from_json, value.items(_MOST_STEPS)))
        except RefusedError:
            found = None
        if found is None or self._is_stopped:
            raise ProblemError(Problem.AUDIT_UNFINISHED)
        return found

    def stop(self) -> None:
        """Wait for no answer any more."""
        self._is_stopped = True
        if self._process is not None:
            self._process.kill()

    def _answers(self, asked: Sequence[str], ledger: bytes) -> Iterator[tuple[str, Json]]:
        """Start the auditor, hand it the ledger, and yield what it says, line by line."""
        try:
            process = subprocess.Popen(
                command_again([AUDITOR, *asked]),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=_HIDDEN,
            )
        except OSError:
            return
        with process:
            self._process = process
            if self._is_stopped:  # before there was anything to stop
                process.kill()
            assert process.stdin is not None
            assert process.stdout is not None
            try:
                with suppress(OSError):  # it may have ended: then there is no answer either
                    process.stdin.write(ledger)
                    process.stdin.close()
                while line := process.stdout.readline(_LONGEST_LINE):
                    yield from load(line).members().items()
            finally:
                process.kill()  # whoever asked may have been interrupted


def _audited(head: str, release: str, report: Report) -> Audited:
    return Audited(head=head, release=release, verdict=_verdict(report))


def _verdict(report: Report) -> Verdict:
    if report.is_green:
        return Verdict.SAFE
    if report.is_finished:
        return Verdict.UNSAFE
    if any(each.kind is Kind.CANCELLED for each in report.findings):
        return Verdict.STOPPED
    return Verdict.UNFINISHED
