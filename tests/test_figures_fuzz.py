"""Whatever is handed to the open interface: one line and exit 2 or 3, or all is well; no half."""

import json
import os
from copy import deepcopy
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor_app.domain.problems import ProblemError
from tests.figures_commands import Desk, a_plan, a_register

QUICK, LONG = 25, 1_000
AT_MOST = 20.0  # seconds of CPU, to say that something is too large: no other program adds to it
HOSTILE = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture
def desk(tmp_path, capsys):
    made = Desk(tmp_path, capsys)
    made.put("PLAN.json", a_plan())
    made.put("REGISTER.csv", a_register())
    assert made.protect()[0] == 0
    return made


def stands(desk, name, content):
    """Put something in the place of one file, try every command on it, and put it back."""
    before = desk.files
    desk.put(name, content)
    with_it = desk.files
    is_fine = True
    for answer in (
        desk.protect(),
        desk("audit", desk.ledger),
        desk("outside", desk.ledger, "--text", "Factuur") if name == "LEDGER.json" else (0, "", ""),
    ):
        code, _out, err = answer
        assert code in {0, 2, 3}
        assert err.count("\n") == (code != 0), err
        assert err.isprintable() or err[:-1].isprintable()
        is_fine &= code == 0
        if code:
            assert desk.files == with_it
    for each in desk.files.keys() - before.keys():
        assert is_fine, each
    for each, kept in before.items():
        if kept is not None and each.count("/") == 0:
            desk.put(each, kept)
    return is_fine


NAMES = ["PLAN.json", "REGISTER.csv", "LEDGER.json"]
ODD = ["\0", "\ufeff", "\u202e", "\u2028", "\ud800".encode("utf-8", "surrogatepass"), "é", "e\u0301", "💥", "\x1b[2J",
       "٣", "²", "-0", "1e400", "9" * 5_000, "9" * 400, "NaN", "null", '"', "\\u0000", "\\ud800", ",", "\r", "\n",
       "{", "}", "[" * 2_000, '{"a":' * 500, '"n":7,', b"\xff", b"\xed\xa0\x80"]  # fmt: skip


def mutated(content, random):
    """Change a file as a stranger or a broken disk does."""
    data = bytearray(content)
    for _change in range(random.randint(1, 4)):
        at = random.randrange(len(data) + 1)
        odd = random.choice(ODD)
        piece = odd if isinstance(odd, bytes) else odd.encode()
        match random.randint(0, 4):
            case 0:
                data[at:at] = piece
            case 1:
                del data[at : at + random.randint(1, 60)]
            case 2:
                data[at : at + 1] = bytes([random.randrange(256)])
            case 3:
                data[at:at] = data[random.randrange(len(data) + 1) :][: random.randint(1, 200)]
            case _:
                data[at : at + len(piece)] = piece
        if not data:
            data += piece
    return bytes(data)


@pytest.mark.parametrize("name", NAMES)
@settings(HOSTILE, max_examples=QUICK)
@given(seed=st.integers(0, 2**32))
def test_a_file_with_odd_bytes_is_read_or_refused(desk, name, seed):
    stands(desk, name, mutated((desk.folder / name).read_bytes(), Random(seed)))


@pytest.mark.parametrize("name", NAMES)
@settings(HOSTILE, max_examples=QUICK // 2)
@given(content=st.binary(max_size=300) | st.text(max_size=100))
def test_any_bytes_are_read_or_refused(desk, name, content):
    if isinstance(content, str):
        content = content.encode()
    stands(desk, name, content)


def with_another_value(value, random):
    """Change a value of a JSON text, of whatever kind it is."""
    value = deepcopy(value)
    target = value
    while True:
        places = list(target) if isinstance(target, dict) else list(range(len(target)))
        if not places:
            return value
        place = random.choice(places)
        if isinstance(target[place], dict | list) and random.random() < 0.8:
            target = target[place]
            continue
        others = [None, True, 0, -1, 10**30, 1.5, 1e300, "", " a", "\ud800", "a" * 121, "a\nb", [], {}, [[]],
                  {"": 1}, {"\u202ex": "y"}, ["a"], "2026", "onbekend", "con", "..", "/etc", "=1+1"]  # fmt: skip
        target[place] = random.choice(others)
        if isinstance(target, dict) and random.random() < 0.3:
            target[random.choice(["", "kind", "\n", "x" * 10_000, "nodes", "days"])] = (
                random.choice(others)
            )
        return value


@pytest.mark.parametrize("name", ["PLAN.json", "LEDGER.json"])
@settings(HOSTILE, max_examples=QUICK)
@given(seed=st.integers(0, 2**32))
def test_any_other_value_in_a_file_is_read_or_refused(desk, name, seed):
    sound = json.loads((desk.folder / name).read_bytes())
    stands(desk, name, json.dumps(with_another_value(sound, Random(seed))))


@settings(HOSTILE, max_examples=QUICK)
@given(
    box=st.text(max_size=40) | st.sampled_from(['{"period":["2026"]}', "[" * 9_000, "9" * 9_000]),
    value=st.integers(-(10**12), 10**12).map(str) | st.text(max_size=9),
    text=st.text(max_size=40),
)
def test_any_options_are_taken_or_refused(desk, box, value, text):
    kept = desk.ledger.read_bytes()
    asked = (f"--box={box}", f"--value={value}", f"--text={text}")
    try:
        code, _out, err = desk("outside", desk.ledger, *asked)
    except ProblemError:  # what the options alone say wrong, the program itself puts into words
        code, err = 2, "\n"
    assert code in {0, 2, 3}
    assert err.count("\n") == (code != 0)
    assert (desk.ledger.read_bytes() == kept) == (code != 0)
    desk.put("LEDGER.json", kept)


def many(number):
    return [f"x{each}" for each in range(number)]


LARGE = {
    "a name of a million signs": ("PLAN.json", lambda: a_plan(organisation="x" * 10**6)),
    "ten thousand dimensions": ("PLAN.json", lambda: a_plan(
        dimensions=[{"name": each, "leaves": ["a", "b"]} for each in many(10_000)])),
    "ten thousand leaves": ("PLAN.json", lambda: a_plan(
        dimensions=[{"name": "period", "leaves": many(10_000)}])),
    "a hundred thousand boxes": ("PLAN.json", lambda: a_plan(
        releases=[{"id": "a", "title": "a", "boxes": [{}] * 100_000}])),
    "fields beyond number": ("PLAN.json", lambda: a_plan(**dict.fromkeys(many(50_000), 1))),
    "more pairs than cells": ("PLAN.json", lambda: a_plan(
        dimensions=[{"name": "period", "leaves": ["2026"]},
                    *({"name": each, "leaves": many(40)} for each in "ab")],
        protected_pairs=[["a", "b"]])),
    "brackets": ("PLAN.json", lambda: "[" * 10**6),
    "a number without end": ("PLAN.json", lambda: '{"n":' + "9" * 10**6 + "}"),
    "seventeen megabytes": ("PLAN.json", lambda: b" " * (17 * 2**20)),
    "seventeen megabytes of ledger": ("LEDGER.json", lambda: b" " * (17 * 2**20)),
    "half a million rows": ("REGISTER.csv", lambda: "person,period,subject\n" + "p,2026,Pesten\n" * 500_000),
    "one line": ("REGISTER.csv", lambda: "person,period,subject\n" + "p," * 10**6),
    "one word": ("REGISTER.csv", lambda: "p" * (15 * 2**20)),
    "entries beyond number": ("LEDGER.json", lambda: json.dumps(
        {"format": 1, "organisation": "a", "entries": [{}] * 60_000})),
}  # fmt: skip


@pytest.mark.parametrize("name", LARGE)
def test_what_is_too_large_is_refused_quickly(desk, name):
    file, make = LARGE[name]
    content = make()
    begun = cpu_seconds()
    assert not stands(desk, file, content)
    assert cpu_seconds() - begun < AT_MOST


def cpu_seconds():
    """Return what this program and those that it started have used."""
    return sum(os.times()[:4])


@pytest.mark.long
@pytest.mark.parametrize("name", NAMES)
@settings(HOSTILE, max_examples=LONG)
@given(seed=st.integers(0, 2**32))
def test_a_file_with_odd_bytes_is_read_or_refused_in_the_long_form(desk, name, seed):
    stands(desk, name, mutated((desk.folder / name).read_bytes(), Random(seed)))


@pytest.mark.long
@pytest.mark.parametrize("name", ["PLAN.json", "LEDGER.json"])
@settings(HOSTILE, max_examples=LONG)
@given(seed=st.integers(0, 2**32))
def test_any_other_value_in_a_file_is_read_or_refused_in_the_long_form(desk, name, seed):
    sound = json.loads((desk.folder / name).read_bytes())
    stands(desk, name, json.dumps(with_another_value(sound, Random(seed))))
