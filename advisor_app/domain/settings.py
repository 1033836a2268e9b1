"""What the advisor chooses about the program itself."""

from dataclasses import dataclass
from enum import StrEnum, auto

from advisor_app.domain.language import Language
from advisor_app.domain.problems import InvalidError, Problem


class Theme(StrEnum):
    """Light, dark or high contrast; SYSTEM follows the computer."""

    SYSTEM = auto()
    LIGHT = auto()
    DARK = auto()
    CONTRAST = auto()


class Typeface(StrEnum):
    """The typeface on screen; Atkinson Hyperlegible was made for weak eyes."""

    INTER = auto()
    ATKINSON = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """How the windows look, needed before a vault is open; `scale` in percent."""

    language: Language = Language.NL
    theme: Theme = Theme.SYSTEM
    scale: int = 100
    typeface: Typeface = Typeface.INTER

    def __post_init__(self) -> None:
        if not 80 <= self.scale <= 200:
            raise InvalidError("scale", Problem.NOT_A_NUMBER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The choices that a vault keeps.

    `idle_minutes` until it locks, 1 to 30, never off; `backup_weeks` until a backup is thrown away, 2
    to 52. Five hold what is advised: seven daily backups and four weekly ones.
    """

    idle_minutes: int = 5
    backup_weeks: int = 5
    last_organisation: int = 0

    def __post_init__(self) -> None:
        if not 1 <= self.idle_minutes <= 30:
            raise InvalidError("idle_minutes", Problem.NOT_A_NUMBER)
        if not 2 <= self.backup_weeks <= 52:
            raise InvalidError("backup_weeks", Problem.NOT_A_NUMBER)
