"""The recovery code: 160 random bits that a person can write down, and their check characters.

32 characters of Crockford's alphabet (5 bits each, most significant first) and two that hold the
number modulo 1021: any one wrong character and any two swapped neighbours are noticed before a
derivation is spent on them (1021 is a prime above 31).
"""

import secrets

from advisor_app.domain.problems import Problem, ProblemError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
BITS = 160
LENGTH = BITS // 5 + 2
_MODULUS = 1021
_LOOK_ALIKES = str.maketrans("ILO", "110")


def drawn() -> str:
    """Return a code that nobody has yet."""
    return written(secrets.token_bytes(BITS // 8))


def written(secret: bytes) -> str:
    """Return 20 bytes as a code in groups of five, such as `9D3KM-...`."""
    number = int.from_bytes(secret, "big")
    characters = _digits(number, BITS // 5) + _digits(number % _MODULUS, 2)
    return "-".join(characters[start : start + 5] for start in range(0, LENGTH, 5))


def read(typed: str) -> bytes:
    """Return the 20 bytes of a typed code; blanks, hyphens and case do not matter.

    Raises:
        ProblemError: MISTYPED_RECOVERY_CODE, when it cannot be a code of ours.
    """
    characters = "".join(typed.split()).replace("-", "").upper().translate(_LOOK_ALIKES)
    if len(characters) != LENGTH or any(letter not in ALPHABET for letter in characters):
        raise ProblemError(Problem.MISTYPED_RECOVERY_CODE)
    number, check = _number(characters[:-2]), _number(characters[-2:])
    if number % _MODULUS != check:
        raise ProblemError(Problem.MISTYPED_RECOVERY_CODE)
    return number.to_bytes(BITS // 8, "big")


def groups(code: str) -> tuple[str, ...]:
    """Return the groups of a written code, as the sheet prints and the confirmation asks them."""
    return tuple(code.split("-"))


def _digits(number: int, length: int) -> str:
    """Return a number in base 32."""
    return "".join(ALPHABET[number >> shift & 31] for shift in range(5 * (length - 1), -1, -5))


def _number(characters: str) -> int:
    """Return the number of some characters in base 32."""
    number = 0
    for letter in characters:
        number = number << 5 | ALPHABET.index(letter)
    return number
