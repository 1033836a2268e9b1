"""What can be asked on the command line, and how it is done: the services without windows."""

import argparse
import getpass
import os
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

from advisor_app import figures_commands
from advisor_app.command_line import CommandParser, Commands, Say, day, number
from advisor_app.domain import known_codes
from advisor_app.domain.codes import Code
from advisor_app.domain.language import Language
from advisor_app.domain.problems import InvalidError, Problem, ProblemError
from advisor_app.domain.report import FileFormat
from advisor_app.domain.reporting import ReleaseState
from advisor_app.domain.validation import allow_line
from advisor_app.exit_codes import FINE, WRONG
from advisor_app.services import files, words
from advisor_app.services.demo import vault as demo_vault
from advisor_app.services.device import access
from advisor_app.services.figures.auditing import Auditing
from advisor_app.services.letter_fields import empty_fields
from advisor_app.services.letter_templates import template_codes
from advisor_app.services.session import Session
from advisor_app.start import open_windows

_LONGEST_PASSPHRASE = 10_000
_ROLES = {"melder": known_codes.REPORTER, "reporter": known_codes.REPORTER}


def carry_out(given: Sequence[str], language: Language) -> int:
    """Do what was asked; return the exit code.

    Raises:
        ProblemError: when it cannot be done.
    """
    parsed = _parser(language).parse_args(given)
    return int(parsed.do(parsed) or FINE)


def _parser(language: Language) -> CommandParser:
    about, ends = (words.of_command_line(name, language) for name in ("description", "epilog"))
    parser = CommandParser(language, prog="advisor-app", description=about, epilog=ends)
    say = parser.say
    parser.set_defaults(do=lambda _given: parser.refuse(), say=say)
    parser.add_argument(
        "--version", action="version", version=version("advisor-app"), help=say("version")
    )
    parser.add_argument(
        "--language", type=Language, default=language, metavar="nl|en", help=say("language")
    )
    for name, do in (("demo", _demo), ("self-test", _self_test)):
        meaning = say(name.replace("-", "_"))
        parser.add_argument(f"--{name}", action="store_const", dest="do", const=do, help=meaning)
    parser.add_argument("--pictures", type=Path, metavar="DIR", help=say("pictures"))
    commands = parser.add_commands()
    _add_demo_vault(commands, say)
    _let_open(_command(commands, "check", _check, say("check")), "vault")
    _let_open(_command(commands, "backup", _back_up, say("backup")), "vault", "file")
    _let_open(_command(commands, "restore", _restore, say("restore")), "file", "folder")
    _add_figures(commands, say)
    _add_letter(commands, say)
    return parser


def _add_demo_vault(commands: Commands, say: Say) -> None:
    made = _command(commands, "demo-vault", _demo_vault, say("demo_vault"))
    _path(made, "folder")
    made.add_argument(
        "--seed", type=number("--seed"), default=demo_vault.SEED, metavar="N", help=say("seed")
    )
    made.add_argument("--today", type=day("--today"), metavar="DATE", help=say("today"))


def _add_figures(commands: Commands, say: Say) -> None:
    figures = _command(commands, "figures", lambda _given: figures.refuse(), say("figures"))
    kinds = figures.add_commands()
    _let_open(_command(kinds, "list", _list_figures, say("figures_list")), "vault")
    formats = ", ".join(form.name for form in FileFormat)
    export = _command(kinds, "export", _export_figures, say("figures_export", formats=formats))
    figures_commands.add_to(kinds, say)
    _asked_for(export, "--organisation", "CODE", say("organisation"))
    _asked_for(export, "--period", "PERIOD", say("period"))
    _asked_for(export, "--out", "DIR", say("out_folder"))
    for name, value in (("recipient", "NAME"), ("purpose", "TEXT")):
        meaning = say(f"export_{name}")
        export.add_argument(f"--{name}", default="", metavar=value, help=meaning)
    export.add_argument("--total-if-refused", action="store_true", help=say("total_if_refused"))
    _let_open(export, "vault")


def _add_letter(commands: Commands, say: Say) -> None:
    letter = _command(commands, "letter", _letter, say("letter"))
    _asked_for(letter, "--case", "NUMBER", say("case"))
    _asked_for(letter, "--template", "NAME", say("template", names=", ".join(template_codes())))
    _asked_for(letter, "--to", "ROLE", say("recipient"))
    _asked_for(letter, "--out", "FILE", say("out_file"))
    _let_open(letter, "vault")


def _let_open(parser: CommandParser, *paths: str) -> None:
    """Let a command open what lies at these paths."""
    for name in paths:
        _path(parser, name)
    reader, meaning = number("--passphrase-fd"), parser.say("passphrase_fd")
    parser.add_argument("--passphrase-fd", type=reader, metavar="N", help=meaning)


def _command(
    commands: Commands, name: str, do: Callable[[argparse.Namespace], int | None], text: str
) -> CommandParser:
    parser = commands.add_parser(name, help=text, description=text)
    parser.set_defaults(do=do)
    return parser


def _path(parser: CommandParser, name: str) -> None:
    parser.add_argument(name, type=Path, metavar=name.upper(), help=parser.say(name))


def _asked_for(parser: CommandParser, name: str, value: str, meaning: str) -> None:
    parser.add_argument(name, required=True, metavar=value, help=meaning)


def _demo(_given: argparse.Namespace) -> int:
    return open_windows(["--demo"])


def _self_test(given: argparse.Namespace) -> int:
    return int(import_module("advisor_app.self_test").run(given.pictures))


def _demo_vault(given: argparse.Namespace) -> None:
    with closing(access().make_demo(given.folder, given.seed, given.today)):
        print(given.say("demo_made", folder=given.folder, passphrase=demo_vault.PASSPHRASE))


def _check(given: argparse.Namespace) -> int:
    doors = access()
    doors.require_vault(given.vault)
    examined = doors.examine(given.vault, passphrase=_passphrase(given))
    print(given.say("checked", count=examined.sequence))
    for warning in examined.warnings:
        print(words.warning_on_command_line(warning, given.language))
    return WRONG if examined.warnings else FINE


def _back_up(given: argparse.Namespace) -> None:
    with closing(_opened(given)) as session:
        made = session.backups.back_up(given.file)
        print(given.say("backed_up", count=made.sequence))


def _restore(given: argparse.Namespace) -> None:
    if not given.file.is_file():
        raise ProblemError(Problem.NOT_FOUND)
    restored = access().restore(given.file, given.folder, passphrase=_passphrase(given))
    with closing(restored.session):
        made_at = f"{restored.made_at.astimezone():%Y-%m-%d %H:%M}"
        print(given.say("restored", folder=given.folder, moment=made_at))
        if restored.behind:
            print(given.say("behind", count=restored.behind))


def _list_figures(given: argparse.Namespace) -> None:
    with closing(_opened(given)) as session:
        for organisation in session.organisations.all():
            for line in session.reporting.overview(organisation.id):
                if line.state is not ReleaseState.NO_PLAN:
                    print(f"{organisation.code}\t{line.id}\t{given.say(line.state.value)}")


def _export_figures(given: argparse.Namespace) -> None:
    for name in ("recipient", "purpose"):
        with _about(f"--{name}"):
            allow_line(name, getattr(given, name).strip())
    with closing(_opened(given)) as session:
        with _about("--organisation"):
            organisation = session.organisations.coded(given.organisation.upper())
        with _about("--period"):
            session.reporting.fix_audited(
                organisation.id,
                given.period,
                Auditing().audited,
                promise_alone_if_refused=given.total_if_refused,
            )
        contents = session.reporting.files(organisation.id, given.period)
        named = {
            f"{organisation.code}-{given.period}.{form}": content
            for form, content in contents.items()
        }
        with _about("--out"):
            files.write_new(Path(given.out), named)
        session.reporting.register(
            organisation.id, given.period, contents, given.recipient, given.purpose
        )
        for name in named:
            print(Path(given.out, name))


def _letter(given: argparse.Namespace) -> None:
    with closing(_opened(given)) as session:
        with _about("--case"):
            case = session.casework.numbered(given.case.upper())
        recipient = _ROLES.get(given.to, Code(given.to))
        letter = session.correspondence.begin(case.id, given.template, recipient)
        try:
            content = session.correspondence.pdf(letter)
            with _about("--out"):
                files.write_new(Path(given.out).parent, {Path(given.out).name: content})
        except ProblemError:
            session.correspondence.remove(letter.id)
            raise
        print(given.out)
        if empty := empty_fields(f"{letter.subject}\n{letter.body}", letter.language):
            print(
                given.say("letter_unfinished", fields=", ".join(f"[{label}]" for label in empty)),
                file=sys.stderr,
            )


@contextmanager
def _about(option: str) -> Iterator[None]:
    """Say which argument a problem is about."""
    try:
        yield
    except ProblemError as error:
        raise InvalidError(option, error.problem) from error


def _opened(given: argparse.Namespace) -> Session:
    doors = access()
    doors.require_vault(given.vault)
    return doors.open(given.vault, _passphrase(given))


def _passphrase(given: argparse.Namespace) -> str:
    """Ask for the passphrase, or read it from a file descriptor; one line end is left out."""
    if given.passphrase_fd is None:
        return _asked(given.say("prompt"))
    if given.passphrase_fd in {1, 2}:  # where we write
        raise ProblemError(Problem.NO_PASSPHRASE)
    try:
        with os.fdopen(given.passphrase_fd, "rb") as stream:
            read = stream.read(_LONGEST_PASSPHRASE)
    except (OSError, ValueError):
        raise ProblemError(Problem.NO_PASSPHRASE) from None
    if not (line := read.removesuffix(b"\n").removesuffix(b"\r")):
        raise ProblemError(Problem.NO_PASSPHRASE)
    try:
        return line.decode()
    except UnicodeDecodeError:
        raise ProblemError(Problem.WRONG_PASSPHRASE) from None


def _asked(prompt: str) -> str:
    """Ask on the terminal, and nowhere where the answer would be seen."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass(prompt)
        except (EOFError, getpass.GetPassWarning):
            raise ProblemError(Problem.NO_PASSPHRASE) from None
