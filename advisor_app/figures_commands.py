"""The figures without a vault on the command line: protect, audit and outside (docs/figures.md)."""

import argparse
import re
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from advisor_app.command_line import CommandParser, Commands, Say, day, number
from advisor_app.disclosure.auditor.report import Finding, Kind, Report
from advisor_app.disclosure.box import Box
from advisor_app.disclosure.ledger import shown
from advisor_app.disclosure.plan import Plan
from advisor_app.disclosure.problems import Problem as FigureProblem
from advisor_app.domain.language import Language
from advisor_app.exit_codes import CANNOT, FINE, WRONG
from advisor_app.services import words
from advisor_app.services.figures import open_figures
from advisor_app.services.figures.open_figures import NotSafeError, TamperedError, WrongInputError

MOST_FINDINGS = 20
"""So many are told one by one; a ledger that is wrong can be wrong in thousands of places."""

_EXAMPLE = '{"period": ["2026"]}'
_LINE = re.compile(r"line (\d+)(?:\.(.*))?")


def add_to(kinds: Commands, say: Say) -> None:
    """Add the commands to those of `figures`."""
    protect, audit, outside = (
        _command(kinds, name, do, say)
        for name, do in (("protect", _protect), ("audit", _audit), ("outside", _outside))
    )
    protect.add_argument("plan", type=Path, metavar="PLAN.json", help=say("plan_json"))
    protect.add_argument("register", type=Path, metavar="REGISTER.csv", help=say("register_csv"))
    protect.add_argument(
        "--ledger", type=Path, required=True, metavar="LEDGER.json", help=say("ledger_option")
    )
    protect.add_argument("--out", type=Path, required=True, metavar="DIR", help=say("out_folders"))
    protect.add_argument("--until", metavar="LEAF", help=say("until"))
    protect.add_argument("--total-if-refused", action="store_true", help=say("total_if_refused"))
    for each in (audit, outside):
        each.add_argument("ledger", type=Path, metavar="LEDGER.json", help=say("ledger_json"))
    outside.add_argument("--box", metavar="JSON", help=say("box", example=_EXAMPLE))
    outside.add_argument("--value", type=number("--value"), metavar="N", help=say("value"))
    outside.add_argument("--text", required=True, metavar="T", help=say("text"))
    for each in (protect, outside):
        each.add_argument("--on", type=day("--on"), metavar="DATE", help=say("on"))


def _command(
    kinds: Commands, name: str, do: Callable[[argparse.Namespace], None], say: Say
) -> CommandParser:
    meaning = say(f"figures_{name}")
    parser = kinds.add_parser(name, help=meaning, description=meaning, epilog=say("figures_ends"))
    parser.set_defaults(do=partial(_carried_out, do))
    return parser


def _carried_out(do: Callable[[argparse.Namespace], None], given: argparse.Namespace) -> int:
    """Do it, or say in one line of standard error why not; return the exit code."""
    try:
        do(given)
    except WrongInputError as error:
        _refuse(_wrong_input(error, given.language))
        return CANNOT
    except TamperedError as error:
        _refuse(f"{error.about}: {error.place}: {given.say('ledger_tampered')}")
        return WRONG
    except NotSafeError as error:
        return _told(error.report, given)
    except KeyboardInterrupt:
        return _told(Report(findings=(Finding(kind=Kind.CANCELLED),)), given)
    return FINE


def _protect(given: argparse.Namespace) -> None:
    plan = open_figures.plan_of(given.plan)
    _warn(plan, given)
    made = open_figures.protect(
        plan, given.plan, given.register, given.ledger, given.out, given.until, given.on, given.language,
        total_if_refused=given.total_if_refused,
    )  # fmt: skip
    for each in made:
        print(each)


def _audit(given: argparse.Namespace) -> None:
    ledger, report = open_figures.audit(given.ledger)
    for plan in ledger.plans[-1:]:
        _warn(plan, given)
    if not report.is_green:
        raise NotSafeError(report)
    limit = min((plan.n for plan in ledger.plans), default="-")
    head = shown(ledger.head) or "-"
    print(given.say("audit_green", n=limit, counts=report.counts, head=head))


def _outside(given: argparse.Namespace) -> None:
    head = open_figures.add_outside(given.ledger, given.box, given.value, given.text, given.on)
    print(given.say("outside_kept", head=shown(head)))


def _told(report: Report, given: argparse.Namespace) -> int:
    """Say what is wrong, and last that it is."""
    for finding in report.findings[:MOST_FINDINGS]:
        print(_one_line(" ".join(_of(finding, given))))
    more = len(report.findings) - MOST_FINDINGS
    if more > 0:
        print(given.say("audit_more", count=more))
    _refuse(given.say("audit_red" if report.is_finished else "audit_unfinished"))
    return WRONG


def _of(finding: Finding, given: argparse.Namespace) -> Iterator[str]:
    """Yield the parts of a sentence about one thing that is wrong: where, what, between what."""
    if finding.release:
        yield f"{finding.release}:"
    if finding.boxes:
        yield " | ".join(_in_words(box, given.say) for box in finding.boxes) + ":"
    if finding.known_case is not None:
        yield given.say("audit_known_case", box=_in_words(finding.known_case, given.say)) + ":"
    yield words.of_audit(finding.kind, given.language)
    if finding.least is not None and finding.most is not None:
        yield given.say("audit_between", least=finding.least, most=finding.most)


def _in_words(box: Box, say: Say) -> str:
    sides = (f"{name} {' + '.join(sorted(leaves))}" for name, leaves in box.sides)
    return ", ".join(sides) or say("audit_everything")


def _wrong_input(error: WrongInputError, language: Language) -> str:
    if isinstance(error.problem, FigureProblem):
        sentence = words.refusal(error.problem, language)
    else:
        sentence = words.problem_on_command_line(error.problem, language)
    return ": ".join(filter(None, (error.about, _place(error.place, language), sentence)))


def _place(place: str, language: Language) -> str:
    """Return a place with the word for a line in the user's language."""
    if found := _LINE.fullmatch(place):
        line = words.of_command_line("place_line", language).format(line=found[1])
        return f"{line}, {_column(found[2], language)}" if found[2] else line
    return place


def _column(name: str, language: Language) -> str:
    """Return a column by its name, or by its number if the plan does not know the name."""
    if name.isdecimal():
        return words.of_command_line("place_column", language).format(number=name)
    return name


def _warn(plan: Plan, given: argparse.Namespace) -> None:
    """Say in one line of standard error which departments the rules for departments miss."""
    if names := open_figures.unprotected_departments(plan):
        _refuse(given.say("unprotected_departments", names=", ".join(names)))


def _refuse(line: str) -> None:
    print(_one_line(line), file=sys.stderr)


def _one_line(text: str) -> str:
    """Return a text without anything that could end its line or move the cursor."""
    return "".join(sign if sign.isprintable() else "?" for sign in text)
