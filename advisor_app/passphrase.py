"""The one door to zxcvbn: make a passphrase, and judge one that somebody thought up."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum, auto
from functools import cache
from importlib.resources import files
from math import prod
from re import findall, sub
from typing import Any
from unicodedata import combining, normalize

LEAST_CHARACTERS = 14
TOP_SCORE = 4

# A guess costs 256 MiB of Argon2id, so a million a second takes thousands of the fastest graphics
# cards; at that rate this many last for thousands of years.
LASTING_GUESSES = 10**18

_READ_CHARACTERS = 1000  # of what was pasted; normalising can make it longer
_JUDGED_CHARACTERS = 100  # zxcvbn takes cubic time; what follows could only make it stronger
_GUESSING_LISTS = ("favourites", "common", "first-names", "surnames", "encyclopedia")
_YEARS = tuple(str(year) for year in range(2049, 1899, -1))  # zxcvbn's own stop at 2019
_PATTERNS = frozenset({"repeat", "sequence", "spatial", "date", "regex"})
_TRIMMING = r"\d+|[\W_]+"
_LOOKALIKES = str.maketrans("{[<|+", "(((17")  # zxcvbn tries every reading of every sign: 2^n


class Reason(StrEnum):
    """What the meter says about a passphrase; resources/words/passphrase.toml has the words."""

    TOO_SHORT = auto()
    PERSONAL = auto()
    PATTERN = auto()
    COMMON = auto()
    STRONG = auto()
    VERY_STRONG = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """How well a passphrase stands against guessing: a score from 0 to 4 and the reason for it."""

    score: int
    reason: Reason

    @property
    def accepted(self) -> bool:
        """Whether a vault may be closed with this passphrase."""
        return self.score == TOP_SCORE


def generate(choose: Callable[[Sequence[str]], str], count: int = 6) -> str:
    """Return `count` Dutch words, each drawn by `choose`: secrets.choice gives 12.5 bits a word."""
    words = _words("passphrase")
    return " ".join(choose(words) for _ in range(count))


def judge(passphrase: str, user_inputs: Iterable[str] = ()) -> Strength:
    """Say how well a passphrase stands against guessing, in bounded time for any text.

    `user_inputs` are what a guesser knows of the advisor: names, organisations, the vault's name.
    """
    typed = " ".join(normalize("NFKC", passphrase[:_READ_CHARACTERS]).split())
    folded = _fold(typed)[:_JUDGED_CHARACTERS]
    if not folded:
        return Strength(score=0, reason=Reason.TOO_SHORT)
    strength = _strength(folded, _personal(user_inputs))
    if len(typed) < LEAST_CHARACTERS:
        return Strength(score=min(strength.score, TOP_SCORE - 1), reason=Reason.TOO_SHORT)
    return strength


def _strength(folded: str, personal: dict[str, int]) -> Strength:
    """Judge a folded passphrase by the reading that is guessed first."""
    from zxcvbn.time_estimates import guesses_to_score  # noqa: PLC0415  # a heavy door

    lists = {"known": _known(), "personal": personal}
    guesses, weakness = min(_guess(reading, cost, lists) for reading, cost in _readings(folded))
    score = guesses_to_score(guesses)
    if score < TOP_SCORE:
        return Strength(score=score, reason=weakness)
    lasting = guesses >= LASTING_GUESSES
    return Strength(score=score, reason=Reason.VERY_STRONG if lasting else Reason.STRONG)


def _readings(folded: str) -> Iterator[tuple[str, int]]:
    """Yield a text as it stands and without its digits and signs, each with a factor for the latter.

    Zomer2026!Herfst2026! is two words and one habit; zxcvbn alone takes it for a strong one.
    """
    yield folded, 1
    words = sub(_TRIMMING, "", folded)
    if words and words != folded:
        yield words, prod(10 ** len(set(run)) for run in set(findall(_TRIMMING, folded)))


def _guess(reading: str, factor: int, lists: dict[str, dict[str, int]]) -> tuple[int, Reason]:
    """Return how many guesses a reading takes, and what the guessing program makes use of."""
    from zxcvbn import matching, scoring  # noqa: PLC0415  # a heavy door

    found = scoring.most_guessable_match_sequence(reading, matching.omnimatch(reading, lists))
    return int(found["guesses"]) * factor, _weakness(found["sequence"], trimmed=factor > 1)


def _weakness(parts: Sequence[dict[str, Any]], *, trimmed: bool) -> Reason:
    """Return what the parts have in common that a guessing program found."""
    if any(part.get("dictionary_name") == "personal" for part in parts):
        return Reason.PERSONAL
    if trimmed or any(part["pattern"] in _PATTERNS or part["token"].isdigit() for part in parts):
        return Reason.PATTERN
    return Reason.COMMON


def _fold(text: str) -> str:
    """Return a text as guessing programs read it: no blanks, no accents, fewer look-alikes."""
    signs = (sign for sign in normalize("NFKD", text) if not combining(sign))
    return "".join("".join(signs).split()).translate(_LOOKALIKES)


def _personal(user_inputs: Iterable[str]) -> dict[str, int]:
    """Rank what is known of the advisor: each text as a whole, and each of its words."""
    texts = (text for given in user_inputs for text in (given, *findall(r"\w+", given)))
    folded = (_fold(text).lower() for text in texts)
    return {text: rank for rank, text in enumerate(folded, 1) if len(text) > 2}


@cache
def _known() -> dict[str, int]:
    """Return the best rank of each word that guessing programs try, English and Dutch."""
    from zxcvbn.frequency_lists import FREQUENCY_LISTS  # noqa: PLC0415  # a heavy door

    dutch = (_words(f"guessing/{name}") for name in _GUESSING_LISTS)
    ranks: dict[str, int] = {}
    for words in (*FREQUENCY_LISTS.values(), *dutch, _YEARS):
        for rank, word in enumerate(words, 1):
            ranks[word] = min(rank, ranks.get(word, rank))
    return ranks


def _words(name: str) -> tuple[str, ...]:
    """Read one of the word lists that were compiled into the assets."""
    text = files("advisor_app._assets").joinpath(f"wordlists/{name}.txt").read_text("utf-8")
    return tuple(text.split())
