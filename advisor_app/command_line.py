"""How a command is written: its grammar and help, in the user's language."""

import argparse
import re
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, NoReturn, TypeAlias, cast

from advisor_app.domain.language import Language
from advisor_app.domain.problems import InvalidError, Problem
from advisor_app.exit_codes import CANNOT
from advisor_app.services import words

_MISSING = "the following arguments are required: "
"""How argparse begins its sentence about arguments that were left out."""


class CommandParser(argparse.ArgumentParser):
    """Speaks the user's language, and answers a wrong command with the right one in one line."""

    def __init__(self, language: Language, **settings: Any) -> None:
        self.language = language
        super().__init__(add_help=False, allow_abbrev=False, **settings)
        self._positionals.title = self.say("arguments")
        self._optionals.title = self.say("options")
        self.add_argument("-h", "--help", action="help", help=self.say("help"))

    def say(self, name: str, **values: object) -> str:
        """Return words of the command line."""
        return words.of_command_line(name, self.language).format(**values)

    def add_commands(self) -> "Commands":
        """Return what commands are added to."""
        maker = cast("type[CommandParser]", partial(CommandParser, self.language))
        return self.add_subparsers(title=self.say("commands"), parser_class=maker)

    def format_help(self) -> str:
        """Return the help, of which argparse would begin in English."""
        return self.say("heading") + super().format_help().removeprefix("usage: ")

    def error(self, message: str) -> NoReturn:
        """Leave with exit code 2; of what argparse says in English only what is missing is told."""
        start, found, missing = message.partition(_MISSING)
        self.refuse(missing if found and not start else "")

    def refuse(self, missing: str = "") -> NoReturn:
        """Say how the command is written, and what of it is missing; leave with exit code 2."""
        usage = " ".join(self.format_usage().removeprefix("usage: ").split())
        name = "usage_missing" if missing else "usage"
        self.exit(CANNOT, self.say(name, usage=usage, missing=missing) + "\n")


def number(option: str) -> Callable[[str], int]:
    """Return how the number behind an option is read."""

    def read(text: str) -> int:
        if not re.fullmatch(r"-?[0-9]{1,9}", text):
            raise InvalidError(option, Problem.NOT_A_NUMBER)
        return int(text)

    return read


def day(option: str) -> Callable[[str], date]:
    """Return how the day behind an option is read."""

    def read(text: str) -> date:
        try:
            found = date.fromisoformat(text)
        except ValueError:
            raise InvalidError(option, Problem.NOT_A_DATE) from None
        if not 2000 <= found.year < 2100:
            raise InvalidError(option, Problem.NOT_A_DATE)
        return found

    return read


Commands: TypeAlias = "argparse._SubParsersAction[CommandParser]"  # noqa: SLF001  # it has no other name

Say = Callable[..., str]
"""What returns words of the command line, with the values in their places."""
