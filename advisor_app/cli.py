"""The services without windows; with no command the windows open.

Exit 0: done. 2: it can not be done, and nothing is wrong with the vault. 3: something is wrong with
the vault or file. One line on standard error, never a word of a case.
"""

import argparse
import getpass
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, date, datetime
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import NoReturn

from platformdirs import user_config_path, user_data_path

from advisor_app.domain import known_codes
from advisor_app.domain.codes import Code
from advisor_app.domain.language import Language
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.reporting import ReleaseState
from advisor_app.keychain import Keychain
from advisor_app.services import demo, files, words
from advisor_app.services.access import Access
from advisor_app.services.process import harden
from advisor_app.services.session import Session
from advisor_app.services.settings import AppearanceFile

NAME = "Vertrouwd"
FINE, CANNOT, WRONG = 0, 2, 3

_SOMETHING_IS_WRONG = {
    Problem.DAMAGED,
    Problem.DAMAGED_KEY_FILE,
    Problem.TAMPERED,
    Problem.ROLLED_BACK,
    Problem.NOT_A_BACKUP,
    Problem.DRILL_FAILED,
    Problem.CONTRADICTS_LEDGER,
}
_LONGEST_PASSPHRASE = 10_000
_ROLES = {"melder": known_codes.REPORTER, "reporter": known_codes.REPORTER}


def run(arguments: Sequence[str] | None = None) -> int:
    """Carry out a command, or open the windows; return the exit code."""
    harden()
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["--self-test"]:
        return int(import_module("advisor_app.self_test").run(given))  # Qt only when it is wanted
    if not given or given[0] == "--demo" or Path(given[0]).suffix == ".vault":
        return int(import_module("advisor_app.app").run(given))
    language = AppearanceFile(config_folder() / "appearance.json").read().language
    try:
        parsed = _parser().parse_args(given)
        language = Language(parsed.language or language)
        return int(parsed.do(parsed) or FINE)
    except ProblemError as error:
        print(words.sentence(error.problem, language), file=sys.stderr)
        return WRONG if error.problem in _SOMETHING_IS_WRONG else CANNOT
    except KeyboardInterrupt:
        return CANNOT
    except Exception as error:  # noqa: BLE001  # its message could quote a case: say the kind alone
        print(f"{NAME}: {type(error).__name__}", file=sys.stderr)
        return CANNOT


def config_folder() -> Path:
    """Return where the look of the windows is kept."""
    return user_config_path(NAME, appauthor=False)


def access() -> Access:
    """Return the way to the vaults of this user."""
    return Access(user_data_path(NAME, appauthor=False), Keychain.of_this_device, moment)


def moment() -> datetime:
    """Tell the time."""
    return datetime.now(UTC)


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        """Leave with exit code 2."""
        print(f"{self.prog}: {message}. See {self.prog} --help", file=sys.stderr)
        raise SystemExit(CANNOT)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="advisor-app",
        description="Vertrouwd: the encrypted, offline casebook of the external confidential "
        "advisor. Without a command the windows open.",
        epilog="Exit: 0 fine, 2 it can not be done, 3 something is wrong with the vault or file. "
        "The passphrase is asked for, or read from --passphrase-fd N; never from an argument.",
    )
    parser.add_argument("--version", action="version", version=version("advisor-app"))
    parser.add_argument("--demo", action="store_true", help="open the windows on invented people")
    parser.add_argument("--self-test", action="store_true", help="try everything once, unseen")
    parser.add_argument("--language", choices=[each.value for each in Language])
    commands = parser.add_subparsers(title="commands", required=True, parser_class=_Parser)

    made = _command(commands, "demo-vault", _demo_vault, "make a vault of invented people")
    made.add_argument("folder", type=Path)
    made.add_argument("--seed", type=int, default=demo.SEED)
    made.add_argument("--today", type=date.fromisoformat, metavar="YYYY-MM-DD")

    check = _command(commands, "check", _check, "check a vault; writes nothing")
    back_up = _command(commands, "backup", _back_up, "write a backup and read it back")
    restore = _command(commands, "restore", _restore, "make a vault from a backup")
    for each in (check, back_up):
        each.add_argument("vault", type=Path)
    back_up.add_argument("file", type=Path)
    restore.add_argument("file", type=Path)
    restore.add_argument("folder", type=Path)

    figures = commands.add_parser("figures", help="list or export the figures of an organisation")
    kinds = figures.add_subparsers(title="figures", required=True, parser_class=_Parser)
    listed = _command(kinds, "list", _list_figures, "list planned periods and their state")
    export = _command(kinds, "export", _export_figures, "fix and write the figures of a period")
    for each in (listed, export):
        each.add_argument("vault", type=Path)
    export.add_argument("--organisation", required=True, metavar="CODE")
    export.add_argument("--period", required=True, help="2025 or 2026-Q3")
    export.add_argument("--out", required=True, type=Path, metavar="DIR")

    letter = _command(commands, "letter", _letter, "write a letter about a case as PDF")
    letter.add_argument("vault", type=Path)
    letter.add_argument("--case", required=True, metavar="NUMBER")
    letter.add_argument("--template", required=True, metavar="NAME")
    letter.add_argument("--to", required=True, metavar="ROLE", help="melder")
    letter.add_argument("--out", required=True, type=Path, metavar="FILE")
    for each in (check, back_up, restore, listed, export, letter):
        each.add_argument("--passphrase-fd", type=int, metavar="N")
    return parser


def _command(
    commands: "argparse._SubParsersAction[_Parser]",
    name: str,
    do: Callable[[argparse.Namespace], int | None],
    text: str,
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=text, description=text)
    parser.set_defaults(do=do)
    return parser


def _demo_vault(given: argparse.Namespace) -> None:
    with closing(access().make_demo(given.folder, given.seed, given.today)):
        print(f"{given.folder}: {demo.PASSPHRASE}")


def _check(given: argparse.Namespace) -> int:
    examined = access().examine(given.vault, passphrase=_passphrase(given))
    print(f"OK {examined.sequence}")
    for finding in examined.findings:
        print(finding.value)
    return WRONG if examined.findings else FINE


def _back_up(given: argparse.Namespace) -> None:
    with closing(_opened(given)) as session:
        print(f"OK {session.backups.back_up(given.file).sequence}")


def _restore(given: argparse.Namespace) -> None:
    restored = access().restore(given.file, given.folder, passphrase=_passphrase(given))
    with closing(restored.session):
        print(f"OK {restored.made_at.isoformat()}")
        if restored.behind:
            print(f"behind {restored.behind}")


def _list_figures(given: argparse.Namespace) -> None:
    with closing(_opened(given)) as session:
        for organisation in session.clients.all():
            for line in session.reporting.overview(organisation.id):
                if line.state is not ReleaseState.NO_PLAN:
                    print(f"{organisation.code}\t{line.id}\t{line.state.value}")


def _export_figures(given: argparse.Namespace) -> None:
    with closing(_opened(given)) as session:
        organisation = session.clients.coded(given.organisation)
        session.reporting.fix(organisation.id, given.period)
        contents = session.reporting.files(organisation.id, given.period)
        named = {
            f"{organisation.code}-{given.period}.{form}": content
            for form, content in contents.items()
        }
        files.write_new(given.out, named)
        session.reporting.register(organisation.id, given.period, contents, "", "command line")
        for name in named:
            print(given.out / name)


def _letter(given: argparse.Namespace) -> None:
    with closing(_opened(given)) as session:
        recipient = _ROLES.get(given.to, Code(given.to))
        case = session.casework.numbered(given.case)
        letter = session.correspondence.begin(case.id, given.template, recipient)
        files.write(given.out, session.correspondence.pdf(letter))
        print(given.out)


def _opened(given: argparse.Namespace) -> Session:
    return access().open(given.vault, _passphrase(given))


def _passphrase(given: argparse.Namespace) -> str:
    """Ask for the passphrase, or read it from a file descriptor; one line end is left out."""
    if given.passphrase_fd is None:
        return getpass.getpass("Wachtzin: ")
    try:
        with os.fdopen(given.passphrase_fd, "rb") as stream:
            read = stream.read(_LONGEST_PASSPHRASE)
        return read.removesuffix(b"\n").removesuffix(b"\r").decode()
    except (OSError, ValueError):
        raise ProblemError(Problem.WRONG_PASSPHRASE) from None
