"""The templates that a letter begins from: files in the language of who reads it."""

import tomllib
from functools import cache
from importlib.resources import files

from advisor_app import _assets
from advisor_app.domain import known_codes
from advisor_app.domain.language import Language
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.template import Template, template_of

RECIPIENTS = {"reporter": known_codes.REPORTER}
"""For whom a template is, as its file says, and the code of that recipient."""


def templates(language: Language) -> tuple[Template, ...]:
    """Return the templates in the order of their titles."""
    found = [template_of(code, _contents()[code], language) for code in _contents()]
    return tuple(sorted(found, key=lambda template: template.title))


def template(code: str, language: Language) -> Template:
    """Return one template.

    Raises:
        ProblemError: UNKNOWN_TEMPLATE.
    """
    if code not in _contents():
        raise ProblemError(Problem.UNKNOWN_TEMPLATE)
    return template_of(code, _contents()[code], language)


def template_codes() -> tuple[str, ...]:
    """Return the codes of the templates."""
    return tuple(sorted(_contents()))


@cache
def _contents() -> dict[str, dict[str, object]]:
    """Read every template file; its stem is its code."""
    folder = files(_assets) / "letters"
    return {
        file.name.removesuffix(".toml"): tomllib.loads(file.read_text("utf-8"))
        for file in folder.iterdir()
        if file.name.endswith(".toml")
    }
