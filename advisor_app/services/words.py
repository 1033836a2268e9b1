"""Problems in the user's own language; codes below, sentences here."""

import json
from functools import cache

from advisor_app import _assets
from advisor_app.domain.language import Language, Wording
from advisor_app.domain.problems import Problem
from advisor_app.domain.vault_warnings import VaultWarning


def sentence(problem: Problem, language: Language) -> str:
    """Return what is wrong and what to do about it."""
    return _sentences()[problem.value].text(language)


def warning(found: VaultWarning, language: Language) -> str:
    """Return what opening a vault found, and what to do about it."""
    return _read("vault_warnings")[found.value].text(language)


def reason(name: str, language: Language) -> str:
    """Return what the meter says about a passphrase."""
    return _read("passphrase")[name].text(language)


def of_command_line(name: str, language: Language) -> str:
    """Return what the command line says, by its name."""
    return _read("command_line")[name].text(language)


def problem_on_command_line(problem: Problem, language: Language) -> str:
    """Return what is wrong, without speaking of windows."""
    if (own := f"problem_{problem.value}") in _read("command_line"):
        return of_command_line(own, language)
    return sentence(problem, language)


def warning_on_command_line(found: VaultWarning, language: Language) -> str:
    """Return what checking a vault found; unlike opening it, that mends nothing."""
    if (own := f"warning_{found.value}") in _read("command_line"):
        return of_command_line(own, language)
    return warning(found, language)


def refusal(name: str, language: Language) -> str:
    """Return why a plan, a register or a ledger is refused, and what to do."""
    return _read("refusals")[name].text(language)


def of_audit(name: str, language: Language) -> str:
    """Return what an audit found wrong."""
    return _read("audit")[name].text(language)


@cache
def _sentences() -> dict[str, Wording]:
    return _read("problems")


@cache
def _read(name: str) -> dict[str, Wording]:
    """Read a file of sentences, both languages side by side."""
    found = json.loads((_assets.FOLDER / "words" / f"{name}.json").read_text("utf-8"))
    return {key: Wording(nl=words["nl"], en=words["en"]) for key, words in found.items()}
