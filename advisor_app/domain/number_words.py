"""Numbers in words, in Dutch and English, as comparable letters: without blanks and accents."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from advisor_app.domain.word_lists import listed

_DUTCH = listed(
    "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien"
    " zestien zeventien achttien negentien"
)
_DUTCH_TENS = listed("twintig dertig veertig vijftig zestig zeventig tachtig negentig")
_ENGLISH = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
_ENGLISH_TENS = listed("twenty thirty forty fifty sixty seventy eighty ninety")
_ENDINGS = listed(
    "en tal tallen maal keer voudig voudige voud ling lingen koppig koppige kwart persoons fold"
)
"""What is put behind a small number: met z'n drieën, tweetal, driemaal, threefold."""

_ORDINALS = listed("eerste derde achtste first second third fifth eighth ninth twelfth")
_QUANTITIES = listed(
    "half halve helft kwart driekwart anderhalf anderhalve tweederde derden vierde vierden dozijn"
    " tiental tientallen honderdtal paar enkele enige handvol beide beiden allebei dubbel dubbele"
    " verdubbeld verdubbelde verdubbeling gehalveerd halvering procent percent percentage"
    " zessen vijven elven meerderheid minderheid niemand eenmaal eenmalig eenmalige enkeling eenling eentje"
    " uniek unieke"
    " halves halved thirds quarters quarter couple few several dozen pair both double doubled"
    " majority minority nobody once twice thrice single sole unique theonly"
)
_NAMED = {
    "nihil": 0, "none": 0, "nil": 0, "duo": 2, "trio": 3, "kwartet": 4, "quartet": 4, "kwintet": 5,
    "quintet": 5,
}  # fmt: skip
_LARGE = (
    "honderd", "duizend", "miljoen", "miljard", "hundred", "thousand", "million", "billion",
)  # fmt: skip


def is_large(word: str) -> bool:
    """Tell whether a word says hundreds, thousands or more."""
    return any(large in word for large in _LARGE)


@cache
def spoken() -> Mapping[str, int | None]:
    """Return every number up to 999 in words, and what else says how many; without a count None."""
    found: dict[str, int | None] = {**dict.fromkeys(_QUANTITIES), **_NAMED}
    for number in range(1_000):
        for word in (*_dutch(number), *_english(number)):
            found[word] = number
            found.setdefault(_dutch_ordinal(number, word), None)
            found.setdefault(_english_ordinal(word), None)
    for number in range(2, 21):
        found |= {word + ending: number for word in _dutch(number) for ending in _ENDINGS}
        found |= {word + "fold": number for word in _english(number)}
    found |= dict.fromkeys(_ORDINALS)
    for article in ("een", "eende"):
        found.pop(article, None)
    return found


def _dutch(number: int) -> Iterator[str]:
    if number < 20:
        yield _DUTCH[number]
    elif number < 100:
        tens, ones = divmod(number, 10)
        yield (f"{_DUTCH[ones]}en" if ones else "") + _DUTCH_TENS[tens - 2]
    else:
        hundreds, rest = divmod(number, 100)
        head = ("" if hundreds == 1 else _DUTCH[hundreds]) + "honderd"
        yield from _joined(head, "en", _dutch(rest) if rest else ())


def _english(number: int) -> Iterator[str]:
    if number < 20:
        yield _ENGLISH[number]
    elif number < 100:
        tens, ones = divmod(number, 10)
        yield _ENGLISH_TENS[tens - 2] + (_ENGLISH[ones] if ones else "")
    else:
        hundreds, rest = divmod(number, 100)
        for head in (f"{_ENGLISH[hundreds]}hundred", *(["ahundred"] if hundreds == 1 else [])):
            yield from _joined(head, "and", _english(rest) if rest else ())


def _joined(head: str, link: str, tails: Iterable[str]) -> Iterator[str]:
    """Yield a number of hundreds with each of its tails, with and without the link between."""
    found = [head + between + tail for tail in tails for between in ("", link)]
    yield from found or [head]


def _dutch_ordinal(number: int, word: str) -> str:
    return word + ("ste" if number >= 20 or number in {1, 8} else "de")


def _english_ordinal(word: str) -> str:
    return f"{word[:-1]}ieth" if word.endswith("y") else f"{word}th"
