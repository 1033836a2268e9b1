"""A letter on paper: letterhead, address, date and subject, text, signature."""

import re
from collections.abc import Sequence
from functools import partial

from advisor_app.documents import look
from advisor_app.documents.images import opened, size_within
from advisor_app.documents.metadata import Facts
from advisor_app.documents.paper import make
from advisor_app.documents.story import Story
from advisor_app.documents.words import Words
from advisor_app.domain.letter import Block, BlockKind, LetterContent, Letterhead, blocks
from advisor_app.domain.problems import InvalidError, Problem

MOST_LINES = 10_000
"""More lines than this are no letter, and would keep the advisor waiting for minutes."""

_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def render(letter: LetterContent) -> bytes:
    """Return the PDF of a letter.

    Raises:
        InvalidError: IMAGE_TOO_LARGE or NOT_AN_IMAGE, naming `logo` or `signature`; TOO_LARGE,
            naming `body`.
        ProblemError: UNPRINTABLE_TEXT, when a piece of it fits on no page.
    """
    if letter.body.count("\n") >= MOST_LINES:
        raise InvalidError("body", Problem.TOO_LARGE)
    facts = Facts(
        title=letter.subject,
        author=letter.letterhead.public_name,
        language=letter.language,
        day=letter.written_on,
    )
    return make(partial(_tell, letter), facts)


def _tell(letter: LetterContent, story: Story) -> None:
    """Add the whole letter."""
    words = Words(letter.language)
    story.beside(
        partial(_tell_sender, letter.letterhead, words),
        partial(_tell_contact, letter.letterhead),
        shares=(0.58, 0.42),
    )
    story.space(8)
    story.rule(1.2)
    story.space(14)
    story.text(words.say("letter.confidential"), look.CONFIDENTIAL)
    for line in letter.addressee.lines:
        story.text(line, look.LINES)
    story.space(22)
    story.labelled(words.say("letter.date"), words.day(letter.written_on))
    story.labelled(words.say("letter.subject"), letter.subject, "H1")
    story.space(14)
    text = blocks(letter.body)
    _tell_text(text[:-1], story)
    story.together(partial(_tell_end, text[-1:], letter, words))


def _tell_sender(letterhead: Letterhead, words: Words, story: Story) -> None:
    """Add logo, name and function."""
    if letterhead.logo:
        logo = opened("logo", letterhead.logo)
        alt = words.say("letter.logo", name=letterhead.public_name)
        story.picture(logo, size_within(logo, 150, 42), alt)
        story.space(4)
    story.text(letterhead.public_name, look.SENDER)
    story.text(letterhead.function_line, look.FUNCTION)


def _tell_contact(letterhead: Letterhead, story: Story) -> None:
    """Add the sender's address lines; one that is a mail address is a link."""
    for line in map(str.strip, letterhead.lines):
        if _MAIL.fullmatch(line):
            story.link(line, f"mailto:{line}", look.SMALL_RIGHT)
        else:
            story.text(line, look.SMALL_RIGHT)


def _tell_text(text: Sequence[Block], story: Story) -> None:
    """Add the blocks of the text."""
    for block in text:
        if block.kind is BlockKind.HEADING:
            story.heading(2, block.texts[0])
        elif block.kind is BlockKind.PARAGRAPH:
            story.text(block.texts[0])
        else:
            story.items(block.texts, block.labels)


def _tell_end(last: Sequence[Block], letter: LetterContent, words: Words, story: Story) -> None:
    """Add the last block and, never alone on a page, greeting, signature and signatory."""
    _tell_text(last, story)
    greeting, _, signatory = letter.closing.strip().partition("\n\n")
    story.space(6)
    story.text(greeting)
    if letter.letterhead.signature:
        signature = opened("signature", letter.letterhead.signature)
        alt = words.say("letter.signature", name=letter.letterhead.public_name)
        story.picture(signature, size_within(signature, 160, 54), alt)
        story.space(4)
    else:
        story.space(34)
    for line in signatory.splitlines():
        story.text(line, look.LINES)
