"""The sheet with the recovery code: printed or copied by hand, never kept as a file."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from advisor_app.documents import look
from advisor_app.documents.metadata import Facts
from advisor_app.documents.paper import make
from advisor_app.documents.story import Story
from advisor_app.documents.words import Words
from advisor_app.domain.language import Language

_GROUPS_A_LINE = 4


def render(groups: Sequence[str], vault_name: str, made_on: date, language: Language) -> bytes:
    """Return the PDF of the sheet; `groups` are those of the written code."""
    words = Words(language)
    facts = Facts(title=words.say("sheet.title"), author="Vertrouwd", language=language)
    return make(partial(_tell, groups, vault_name, made_on, words), facts)


def _tell(
    groups: Sequence[str], vault_name: str, made_on: date, words: Words, story: Story
) -> None:
    story.text("Vertrouwd", look.SENDER)
    story.rule(1.2)
    story.space(18)
    story.heading(1, words.say("sheet.title"), look.TITLE)
    story.space(6)
    story.labelled(words.say("sheet.vault"), vault_name)
    story.labelled(words.say("sheet.made"), words.day(made_on))
    story.space(14)
    story.text(words.say("sheet.why"))
    lines = [
        "   ".join(groups[start : start + _GROUPS_A_LINE])
        for start in range(0, len(groups), _GROUPS_A_LINE)
    ]
    story.beside(partial(_tell_code, lines), shares=(1,), grounds=(look.CARD,))
    story.space(16)
    story.heading(2, words.say("sheet.how_heading"))
    story.items(words.lines("sheet.how"), ("1.", "2.", "3."))
    story.heading(2, words.say("sheet.keep_heading"))
    story.text(words.say("sheet.keep"))


def _tell_code(lines: Sequence[str], story: Story) -> None:
    for line in lines:
        story.text(line, look.CODE)
