"""An attacker with every ledger and every file, who knows the program: what can he work out?

Years of random cases go through the real vault. The attacker believes that what was tested and not
shown lies below n, as the theorem lets him, and bounds whatever stayed hidden with arithmetic of
his own; he shares nothing with the closed form but the format of the ledger.
"""

import csv
import json
import math
from datetime import UTC, datetime, timedelta
from io import StringIO
from itertools import combinations
from random import Random

import pytest

from advisor_app.domain.reporting import Parts, ReleaseState, Rung
from advisor_app.services.figures.auditing import audited_here
from tests.services.figures.practice import a_vault_from, ledger_bytes, practice

N = 5
CATEGORIES = ("OO-PES", "OO-INT", "OO-AGV", "OO-SIV", "OO-DIS", "INT-FRA", "ARB-LEI", "CAT-ONB")
RELATIONS = ("REL-DIR", "REL-HOG", "REL-COL", "REL-EXT", "REL-ORG", "REL-ONB")
DEPARTMENTS = {"Zorg": 900, "Thuis": 300, "Kantoor": 60, "Balie": 20}
CLIENTS = {
    "GROOT": (4_000, Rung.PART_TABLES, 90), "MIDDEL": (2_000, Rung.YEAR_TABLES, 45),
    "DELEN": (2_000, Rung.YEAR_TABLES, 45), "PAREN": (9_000, Rung.YEAR_TABLES, 110),
    "NORM": (350, Rung.YEAR_TABLES, 9), "RUSTIG": (350, Rung.YEAR_TOTAL, 3),
    "BLOK": (1_400, Rung.THREE_YEAR_TABLES, 14), "SMAL": (60, Rung.TWO_YEAR_TOTAL, 2), "KLEIN": (30, Rung.NOTHING, 1),
}  # fmt: skip
PARTS = {"GROOT": (Parts.THIRDS, Parts.HALVES), "DELEN": (Parts.QUARTERS, Parts.THIRDS)}  # by year


@pytest.fixture
def session(access, clock):
    yield from a_vault_from(clock, access, datetime(2025, 11, 3, 9, tzinfo=UTC))


@pytest.mark.parametrize("seed", range(3))
def test_nobody_can_pin_a_hidden_count_below_n(session, clock, seed):
    random = Random(seed)
    made = {
        code: practice(session, clock, staff, DEPARTMENTS if staff > 999 else None, code=code)
        for code, (staff, _rung, _cases) in CLIENTS.items()
    }
    shown = 0
    for year in (2026, 2027):
        for client in made.values():
            choose(client, str(year))  # before the year: November, or late December
            fix_everything(client)
        live(made, random, year)
    clock.at = datetime(2028, 1, 9, 9, tzinfo=UTC)
    for client in made.values():
        fix_everything(client)
    for client in made.values():
        ledger = json.loads(ledger_bytes(session, client.id))
        shown += attack(ledger)
        for line in session.reporting.overview(client.id):
            if line.state is ReleaseState.FIXED:
                files = session.reporting.files(client.id, line.id)
                require_nothing_but_statements(files["csv"], ledger, line.id)
    assert shown > 20  # it was worth attacking


def choose(client, year):
    rung = CLIENTS[client.client.code][1]
    waits = client.lines().get(year, ("", ""))[0] == "no_plan"
    if waits and rung is not Rung.NOTHING:
        parts = PARTS.get(client.client.code, (None, None))[int(year) - 2026]
        has_pairs = client.client.code == "PAREN"
        client.session.reporting.choose(client.id, year, rung, parts, has_pairs=has_pairs)


def live(made, random, year):
    """Enter cases through the year: some reporters come back, some are anonymous, some share."""
    days = sorted(
        (random.randrange(1, 361), code)
        for code, (_staff, _rung, cases) in CLIENTS.items()
        for _each in range(int(cases * random.uniform(0.5, 1.5)))
    )
    known = {code: [] for code in CLIENTS}
    skew = random.choice((1, 3))  # in some years nearly everything is of one kind
    for day, code in days:
        client = made[code]
        client.clock.at = datetime(year, 1, 1, 9, tzinfo=UTC) + timedelta(days=day)
        before = random.choice(known[code]) if known[code] and random.random() < 0.2 else None
        case = client.case(
            CATEGORIES[int(len(CATEGORIES) * random.random() ** skew)],
            RELATIONS[int(len(RELATIONS) * random.random() ** skew)],
            random.choice((None, *client.departments)),
            person=before.person if before and random.random() < 0.5 else None,
            situation=before.situation if before and random.random() < 0.5 else None,
            anonymous=random.random() < 0.1,
        )
        known[code].append(case)


def fix_everything(client):
    for line in reversed(client.session.reporting.overview(client.id)):
        if line.state is ReleaseState.READY:
            client.session.reporting.fix_audited(client.id, line.id, audited_here)


def attack(ledger):
    """Bound every hidden count of every table; return how many figures there are."""
    plans = [entry["plan"] for entry in ledger["entries"] if entry["kind"] == "plan"]
    said = [entry for entry in ledger["entries"] if entry["kind"] == "statement"]
    for plan in plans:
        releases = {release["id"] for release in plan["releases"]}
        own = [each for each in said if each["release"] in releases]
        for times in {tuple(each["box"]["period"]) for each in own}:
            system = [each for each in own if tuple(each["box"]["period"]) == times]
            (total,) = (each for each in system if len(each["box"]) == 1)
            for dimension in plan["dimensions"][1:]:
                rows = [each for each in system if {*each["box"]} == {"period", dimension["name"]}]
                if rows:
                    attack_table(plan, dimension, total, rows)
            attack_pairs(plan, total, system)
        if len(plan["dimensions"][0]["leaves"]) > 1:
            attack_year(plan, own)
    return sum(1 for each in said if each["value"] is not None and each["outcome"] != "told")


def attack_pairs(plan, total, system):
    """A reader takes what is shown of a department or a subject from its own line."""
    pairs = {
        (each["box"]["category"][0], each["box"]["department"][0]): each
        for each in system
        if len(each["box"]) == 3
    }
    if not pairs:
        return
    subjects, departments = (
        next(each["leaves"] for each in plan["dimensions"] if each["name"] == name)
        for name in ("category", "department")
    )
    lines = {
        line_of(each)[0]: [pairs.get(pair) for pair in pairs_of]
        for each in system
        if len(each["box"]) == 2 and each["value"] is not None
        for pairs_of in [
            [
                (subject, department)
                for subject in each["box"].get("category", subjects)
                for department in each["box"].get("department", departments)
            ]
        ]
        if "relation" not in each["box"]
    }
    values = {line_of(each)[0]: each["value"] for each in system if len(each["box"]) == 2}
    room = total["value"] if total["outcome"] == "told" else math.inf
    for line, cells in lines.items():
        shown = [each["value"] for each in cells if each and each["value"] is not None]
        hidden = [
            most_in_silence(each) if each and each["outcome"] == "silent" else math.inf
            for each in cells
            if not each or each["value"] is None
        ]
        assert all(value >= N for value in shown)
        require_room(values[line] - sum(shown), hidden, room, nothing_shown=not shown)


def attack_year(plan, said):
    """A reader who knows a year and its parts adds and subtracts these too, line by line."""
    leaves = plan["dimensions"][0]["leaves"]
    for line in {line_of(each) for each in said}:
        own = {tuple(each["box"]["period"]): each for each in said if line_of(each) == line}
        whole, parts = own.get(tuple(leaves)), [own.get((leaf,)) for leaf in leaves]
        if whole is None or whole["value"] is None or not any(parts):
            continue
        room = whole["value"] if whole["outcome"] == "told" else math.inf
        hidden = [
            most_in_silence(part) if part is not None and part["outcome"] == "silent" else math.inf
            for part in parts
            if part is None or part["value"] is None
        ]
        shown = [part["value"] for part in parts if part is not None and part["value"] is not None]
        require_room(whole["value"] - sum(shown), hidden, room, nothing_shown=not shown)


def most_in_silence(statement):
    """Return the most that was held back: less than n, or than the threshold that was used."""
    return statement.get("below", N) - 1


def line_of(statement):
    return tuple((name, *side) for name, side in statement["box"].items() if name != "period")


def attack_table(plan, dimension, total, rows):
    """A reader adds, subtracts and remembers below which number silence is."""
    if total["value"] is None:
        assert all(each["outcome"] == "skipped" for each in rows)
        return
    room = total["value"] if total["outcome"] == "told" else math.inf
    name, outcomes = dimension["name"], {}
    for each in rows:
        (leaf,) = each["box"][name]
        outcomes[leaf] = each
    hidden = {
        leaf: most_in_silence(outcomes[leaf])
        if outcomes.get(leaf, {}).get("outcome") == "silent"
        else math.inf
        for leaf in dimension["leaves"]
        if outcomes.get(leaf, {}).get("value") is None
    }
    shown = {leaf: each["value"] for leaf, each in outcomes.items() if each["value"] is not None}
    rest = total["value"] - sum(shown.values())
    assert all(value >= N for value in shown.values())
    require_room(rest, list(hidden.values()), room, nothing_shown=not shown)
    if name == "department":
        staff = plan["headcount"]["department"]
        assert all(4 * value <= staff[leaf] for leaf, value in shown.items())
        assert "onbekend" not in shown


def require_room(rest, hidden, room, *, nothing_shown):
    """Whatever hidden counts are taken together, n fit, or as many as a told total leaves.

    `hidden` are what each can be at most.
    """
    assert sum(hidden) >= rest  # the reader's worlds are not empty
    for size in range(1, len(hidden) + 1):
        for some in combinations(range(len(hidden)), size):
            others = sum(most for place, most in enumerate(hidden) if place not in some)
            least, most = max(0, rest - others), min(rest, sum(hidden[place] for place in some))
            whole = nothing_shown and len(some) == len(hidden)
            assert least >= N or most - least >= min(N - 1, 0 if whole else room)


def require_nothing_but_statements(content, ledger, release):
    """Every number in the second column is a statement of the release, or what is left of one."""
    values = [
        entry["value"]
        for entry in ledger["entries"]
        if entry["kind"] == "statement" and entry["value"] is not None
    ]
    own = {e["value"] for e in ledger["entries"] if e.get("release") == release} - {None}
    rows = list(csv.reader(StringIO(content.decode("utf-8-sig"))))
    for row in rows:
        if len(row) == 2 and row[1].isdecimal():
            remainder = row[0] == "Samen, niet apart getoond"
            assert int(row[1]) >= N if remainder else int(row[1]) in own | set(values)
