"""The services without windows; with no command the windows open.

Exit 0: done. 2: it can not be done, and nothing is wrong with the vault. 3: something is wrong with
the vault or file. One line on standard error, never a word of a case. 141: whoever read what is said
has gone, as programs end that a closed pipe ends.
"""

import io
import os
import re
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from advisor_app.domain.language import Language
from advisor_app.domain.problems import InvalidError, Problem, ProblemError
from advisor_app.exit_codes import CANNOT, READER_GONE, WRONG
from advisor_app.services import words
from advisor_app.services.device import NAME, appearance_file
from advisor_app.services.process import AUDITOR, harden
from advisor_app.services.vault_folders import SUFFIX
from advisor_app.start import open_windows

_SOMETHING_IS_WRONG = {
    Problem.DAMAGED,
    Problem.DAMAGED_KEY_FILE,
    Problem.LOST_KEY_FILES,
    Problem.LOST_DATABASE,
    Problem.TAMPERED,
    Problem.ROLLED_BACK,
    Problem.NOT_A_BACKUP,
    Problem.DAMAGED_BACKUP,
    Problem.DRILL_FAILED,
    Problem.CONTRADICTS_LEDGER,
    Problem.UNSAFE_FIGURES,
    Problem.AUDIT_UNFINISHED,
}


def run(arguments: Sequence[str] | None = None) -> int:
    """Carry out a command, or open the windows; return the exit code."""
    harden()
    encoding = "utf-8" if sys.platform == "win32" else None  # into a file Windows has others
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # a path can hold what a terminal cannot
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        return _carried_out(given, _language(given))
    except BrokenPipeError:
        _silence()
        return READER_GONE


def _carried_out(given: Sequence[str], language: Language) -> int:
    """Do what was asked, and say in one line why it can not be done; return the exit code."""
    try:
        if not given or _is_vault(given):
            return open_windows(given)
        if _is_path(given):
            raise ProblemError(
                Problem.NOT_A_VAULT if Path(given[0]).exists() else Problem.NOT_FOUND
            )
        if given[0] == AUDITOR:
            auditor = import_module("advisor_app.disclosure.auditor.process")
            return int(auditor.serve(given[1:], sys.stdin.buffer, sys.stdout.buffer))
        commands = import_module("advisor_app.commands")  # with all that a vault can do
        try:
            return int(commands.carry_out(given, language))
        finally:
            sys.stdout.flush()  # here, not after the end, where nobody hears of a closed pipe
    except BrokenPipeError:
        raise
    except ProblemError as error:
        print(_sentence(error, language), file=sys.stderr)
        return WRONG if error.problem in _SOMETHING_IS_WRONG else CANNOT
    except KeyboardInterrupt:
        return CANNOT
    except Exception as error:  # noqa: BLE001  # its message could quote a case: say the kind alone
        print(f"{NAME}: {type(error).__name__}", file=sys.stderr)
        return CANNOT


def _silence() -> None:
    """Let what is still to be said go nowhere, since Python says it when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            os.dup2(nowhere, stream.fileno())


def _language(given: Sequence[str]) -> Language:
    """Return the language that is asked for, or else that of the windows."""
    if asked := re.search(r"(?:^|\0)--language[=\0](nl|en)(?:\0|$)", "\0".join(given)):
        return Language(asked[1])
    return appearance_file().read().language


def _is_vault(given: Sequence[str]) -> bool:
    """Tell whether the folder of a vault is all that is given, as when the windows lock."""
    return len(given) == 1 and (Path(given[0]).suffix == SUFFIX or Path(given[0]).is_dir())


def _is_path(given: Sequence[str]) -> bool:
    """Tell whether all that is given is a path, as no command or option is."""
    if len(given) != 1 or given[0].startswith("-"):
        return False
    return Path(given[0]).name != given[0] or Path(given[0]).is_file()


def _sentence(error: ProblemError, language: Language) -> str:
    """Return one line about what is wrong, beginning with the argument that it is about."""
    line = words.problem_on_command_line(error.problem, language)
    if isinstance(error, InvalidError) and error.field.startswith("--"):
        return f"{error.field}: {line}"
    return line
