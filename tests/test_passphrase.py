"""The meter accepts what lasts and says why it refuses the rest."""

import gc
import json
import secrets
import sys
from importlib.resources import files
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor_app import _assets
from advisor_app.passphrase import LEAST_CHARACTERS, Reason, generate, judge

WORDS = (files(_assets) / "wordlists" / "passphrase.txt").read_text("utf-8").split()


@pytest.mark.parametrize(
    ("weak", "reason"),
    [
        ("", Reason.TOO_SHORT),
        ("   \t ", Reason.TOO_SHORT),
        ("kT9#vQ2!xL5$m", Reason.TOO_SHORT),
        ("aaaaaaaaaaaaaaaaaaaaaaaa", Reason.PATTERN),
        ("12345678901234567890", Reason.PATTERN),
        ("qwertyuiopasdfghjkl", Reason.COMMON),
        ("Zomer2026!Herfst2026!", Reason.PATTERN),
        ("welkomwelkomwelkom", Reason.PATTERN),
        ("wachtwoord geheim", Reason.COMMON),
    ],
)
def test_what_a_guessing_program_tries_first_is_refused_with_its_reason(weak, reason):
    found = judge(weak)
    assert not found.accepted
    assert found.reason is reason


def test_what_is_known_of_the_advisor_counts_for_nothing():
    assert judge("Vermeulenstein Kwartelhof").accepted
    known = judge("Vermeulenstein Kwartelhof", ["Vermeulenstein", "Kwartelhof"])
    assert not known.accepted
    assert known.reason is Reason.PERSONAL


def test_six_drawn_words_are_always_strong_and_blanks_do_not_matter():
    random = Random(1)
    for _ in range(50):
        drawn = generate(random.choice)
        assert len(drawn.split()) == 6
        assert judge(drawn).reason is Reason.VERY_STRONG
    assert judge("  ".join(drawn.split())) == judge(drawn)


def test_each_drawn_word_is_worth_twelve_and_a_half_bits():
    assert len(set(WORDS)) == len(WORDS) > 2**12.5 - 1
    assert all(word.isalpha() and word == word.lower() for word in WORDS)
    assert set(generate(secrets.choice, count=400).split()) <= set(WORDS)


@settings(max_examples=60, deadline=None)
@given(typed=st.text(max_size=300), known=st.lists(st.text(max_size=40), max_size=3))
def test_no_text_breaks_the_meter_and_short_ones_are_never_accepted(typed, known):
    found = judge(typed, known)
    assert 0 <= found.score <= 4
    assert found.accepted == (found.reason in {Reason.STRONG, Reason.VERY_STRONG})
    if len(typed) < LEAST_CHARACTERS and typed.isascii():
        assert not found.accepted


@pytest.mark.parametrize(
    "long", ["x" * 100_000, "{[<|+" * 20_000, "aB3$" * 30_000, "é" * 100_000, "\u0301" * 100_000,
             " ".join(WORDS), "ﷺ" * 50_000],
)  # fmt: skip
def test_the_meter_takes_a_bounded_number_of_steps_for_any_text(long):
    known = [long[:1000]]
    steps = steps_of(lambda: judge(long, known))
    assert steps == steps_of(lambda: judge(long[:1000], known))
    assert steps < 2_000_000


def steps_of(work):
    """Count the calls that something takes: a clock would measure how busy the machine is."""
    steps = [0]

    def count(_frame, _event, _called):
        steps[0] += 1

    work()  # what is loaded once is loaded
    gc.disable()  # it calls whoever asked to hear of it, at moments of its own
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
        gc.enable()
    return steps[0]


def test_every_verdict_has_words_in_both_languages():
    said = json.loads((_assets.FOLDER / "words" / "passphrase.json").read_text("utf-8"))
    assert {reason.value for reason in Reason} <= set(said)
    assert all(said[reason]["nl"] and said[reason]["en"] for reason in Reason)
