"""The code lists of an open vault, ready to offer and to word."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from advisor_app import _assets
from advisor_app.domain.codes import (
    Code,
    CodeItem,
    CodeList,
    ReportingList,
    code_list,
    reporting_list,
)
from advisor_app.domain.language import Language
from advisor_app.domain.problems import InvalidError, Problem, ProblemError
from advisor_app.storage.code_lists import StoredList
from advisor_app.storage.vault import Vault

_FOLDER = files(_assets) / "codes"
_REPORTING = "reporting/"


class Codes:
    """Every list under its name, in the newest version that the vault or the program has."""

    def __init__(self, contents: dict[str, str]) -> None:
        """Take the TOML of each list by its name; a reporting list is called reporting/subject."""
        tables = {name: _parsed(text) for name, text in contents.items()}
        self._lists = {
            name: code_list(table) for name, table in tables.items() if not _is_reporting(name)
        }
        self._home = {
            item.code: each
            for each in self._lists.values()
            for item in (*each.items, *each.rollups)
        }
        self._reporting = {
            name.removeprefix(_REPORTING): reporting_list(table, self._lists[table["list"]])
            for name, table in tables.items()
            if _is_reporting(name)
        }

    @classmethod
    def shipped(cls) -> "Codes":
        """Return the lists that came with the program."""
        return cls({each.name: each.content for each in _shipped()})

    @classmethod
    def of_vault(cls, vault: Vault) -> "Codes":
        """Return the lists of a vault; newer ones that came with the program are put in first.

        An older program goes by the newer lists of the vault, reporting lists included.
        """
        stored = vault.tables.code_lists.all()
        newer = [
            each
            for each in _shipped()
            if each.name not in stored or stored[each.name].version < each.version
        ]
        if newer:
            with vault.transaction() as tables:
                for each in newer:
                    tables.code_lists.keep(each)
            stored |= {each.name: each for each in newer}
        return cls({name: each.content for name, each in stored.items()})

    def list(self, name: str) -> CodeList:
        """Return a list by its name, such as CAT."""
        return self._lists[name]

    def offered(self, name: str, on: date) -> tuple[CodeItem, ...]:
        """Return what can be chosen from a list on a day."""
        return self._lists[name].offered(on)

    def unknown(self, name: str) -> Code:
        """Return what a quick log falls back on in a list that has such a code."""
        unknown = self._lists[name].unknown
        assert unknown is not None, name
        return unknown

    def item(self, code: Code) -> CodeItem:
        """Return what stands under a code or roll-up, whatever its list.

        Raises:
            ProblemError: UNKNOWN_CODE.
        """
        if code not in self._home:
            raise ProblemError(Problem.UNKNOWN_CODE)
        return self._home[code].item(code)

    def label(self, code: Code, language: Language) -> str:
        """Return the words for a code or roll-up; one that no list knows stands for itself."""
        return self._home[code].label(code, language) if code in self._home else str(code)

    def require(self, field: str, name: str, code: Code) -> None:
        """Refuse a code that cannot be chosen from a list; one that was once offered still can.

        Raises:
            InvalidError: UNKNOWN_CODE, naming the field.
        """
        if code not in {item.code for item in self._lists[name].items}:
            raise InvalidError(field, Problem.UNKNOWN_CODE)

    def reporting(self, name: str) -> ReportingList:
        """Return how figures name the codes of a list: `subject` or `relation`."""
        return self._reporting[name]


@cache
def _shipped() -> tuple[StoredList, ...]:
    """Return the lists in the assets, reporting lists after the lists that they map."""
    return (
        *(_stored(source, prefix="") for source in _tomls(_FOLDER)),
        *(_stored(source, prefix=_REPORTING) for source in _tomls(_FOLDER / "reporting")),
    )


@cache
def _parsed(text: str) -> Mapping[str, Any]:
    """Return a list as data; read once, though the program and the vault both have it."""
    return tomllib.loads(text)


def _stored(source: Traversable, *, prefix: str) -> StoredList:
    text = source.read_text("utf-8")
    table = _parsed(text)
    name = prefix + source.name.removesuffix(".toml") if prefix else str(table["list"])
    return StoredList(name=name, version=int(table["version"]), content=text)


def _is_reporting(name: str) -> bool:
    return name.startswith(_REPORTING)


def _tomls(folder: Traversable) -> list[Traversable]:
    return [source for source in folder.iterdir() if source.name.endswith(".toml")]
