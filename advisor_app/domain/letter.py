"""A letter as it goes on paper: who writes, to whom, and the light structure of its text."""

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum, auto

from advisor_app.domain.language import Language
from advisor_app.domain.validation import require_line, require_text

_HEADING = re.compile(r"##\s+(.+)")
_NUMBERED = re.compile(r"(\d{1,3}\.)\s+(.+)")
_BULLET = re.compile(r"[-*•]\s+(.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """The sender on paper; logo and signature are the bytes of a PNG or JPEG file, or empty."""

    public_name: str = field(repr=False)
    function_line: str = field(default="", repr=False)
    lines: tuple[str, ...] = field(default=(), repr=False)
    logo: bytes = field(default=b"", repr=False)
    signature: bytes = field(default=b"", repr=False)

    def __post_init__(self) -> None:
        require_line("public_name", self.public_name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Whom a letter is for, as it stands on paper."""

    lines: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterContent:
    """All that stands on a letter.

    In `closing` the greeting stands before the first blank line, the signatory's lines after it.
    """

    letterhead: Letterhead
    addressee: Addressee
    language: Language
    written_on: date
    subject: str = field(repr=False)
    body: str = field(repr=False)
    closing: str = field(repr=False)

    def __post_init__(self) -> None:
        require_line("subject", self.subject)
        require_text("body", self.body)


class BlockKind(StrEnum):
    """What a block of a letter is."""

    PARAGRAPH = auto()
    HEADING = auto()
    NUMBERED = auto()
    BULLETED = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block of a letter; a list has one text, and if numbered one label, for each item."""

    kind: BlockKind
    texts: tuple[str, ...] = field(repr=False)
    labels: tuple[str, ...] = ()


def blocks(text: str) -> tuple[Block, ...]:
    """Read the light structure of a text: `## heading`, `1. item`, `- item`, blank lines between.

    A plain line goes on with the paragraph or item before it. Nothing else has a meaning.
    """
    drafts: list[_Draft] = []
    joins = False
    for line in map(str.strip, text.splitlines()):
        if not line:
            joins = False
            continue
        kind, content, label = _read(line)
        if not joins or kind not in {drafts[-1].kind, BlockKind.PARAGRAPH}:
            drafts.append(_Draft(kind))
            joins = kind is not BlockKind.HEADING
        drafts[-1].add(kind, content, label)
    return tuple(draft.block() for draft in drafts)


class _Draft:
    """A block that lines are still added to."""

    def __init__(self, kind: BlockKind) -> None:
        self.kind = kind
        self._texts: list[list[str]] = []
        self._labels: list[str] = []

    def add(self, kind: BlockKind, content: str, label: str) -> None:
        """Begin a new item, or go on with the last one."""
        if kind is BlockKind.PARAGRAPH and self._texts:
            self._texts[-1].append(content)
            return
        self._texts.append([content])
        if label:
            self._labels.append(label)

    def block(self) -> Block:
        """Return the finished block."""
        texts = tuple("\n".join(lines) for lines in self._texts)
        return Block(kind=self.kind, texts=texts, labels=tuple(self._labels))


def _read(line: str) -> tuple[BlockKind, str, str]:
    """Return what a line that is not blank begins, its text and the label of a numbered item."""
    if heading := _HEADING.fullmatch(line):
        return BlockKind.HEADING, heading[1], ""
    if item := _NUMBERED.fullmatch(line):
        return BlockKind.NUMBERED, item[2], item[1]
    if item := _BULLET.fullmatch(line):
        return BlockKind.BULLETED, item[1], ""
    return BlockKind.PARAGRAPH, line, ""
