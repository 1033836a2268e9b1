"""The sheet with the recovery code: printed or copied by hand, never kept as a file."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from advisor_app.documents import look
from advisor_app.documents.metadata import Facts
from advisor_app.documents.paper import make
from advisor_app.documents.story import Story
from advisor_app.documents.words import Words
from advisor_app.domain.language import Language

_A_LINE = 4
"""So many groups stand next to each other."""


def render(groups: Sequence[str], vault_name: str, made_on: date, language: Language) -> bytes:
    """Return the PDF of the sheet; `groups` are those of the written code."""
    words = Words(language)
    facts = Facts(title=words.say("recovery.title"), author="Vertrouwd", language=language)
    return make(partial(_tell, groups, vault_name, made_on, words), facts)


def _tell(
    groups: Sequence[str], vault_name: str, made_on: date, words: Words, story: Story
) -> None:
    """Add the whole sheet."""
    story.text("Vertrouwd", look.SENDER)
    story.space(6)
    story.rule(1.2)
    story.space(18)
    story.heading(1, words.say("recovery.title"), look.TITLE)
    story.space(6)
    story.labelled(words.say("recovery.vault"), vault_name)
    story.labelled(words.say("recovery.made_on"), words.day(made_on))
    story.space(14)
    story.text(words.say("recovery.lead"))
    story.space(4)
    story.beside(partial(_tell_code, groups), shares=(1,), grounds=(look.CARD,))
    story.space(14)
    story.heading(2, words.say("recovery.how"))
    steps = [step.format(last=len(groups)) for step in words.lines("recovery.steps")]
    story.items(steps, [f"{number}." for number in range(1, len(steps) + 1)])
    story.heading(2, words.say("recovery.keep"))
    story.items(words.lines("recovery.advice"))
    story.space(10)
    story.heading(2, words.say("recovery.notes"))
    for label in words.lines("recovery.note_lines"):
        story.text(label, look.LABEL)
        story.space(16)
        story.rule(0.5, look.LINE)
        story.space(8)


def _tell_code(groups: Sequence[str], story: Story) -> None:
    """Add the groups with their numbers: the program asks for some of them by number."""
    numbered = list(enumerate(groups, start=1))
    for start in range(0, len(groups), _A_LINE):
        if start:
            story.space(10)
        columns: list[Callable[[Story], None]] = [
            partial(_tell_group, *each) for each in numbered[start : start + _A_LINE]
        ]
        columns += [_tell_nothing] * (_A_LINE - len(columns))
        story.beside(*columns, shares=[1 / _A_LINE] * _A_LINE, gap=10, grounds=[0] * _A_LINE)


def _tell_group(number: int, group: str, story: Story) -> None:
    """Add one group under its number."""
    story.text(str(number), look.CODE_NUMBER)
    story.text(group, look.CODE)


def _tell_nothing(_story: Story) -> None:
    """Leave a place free."""
