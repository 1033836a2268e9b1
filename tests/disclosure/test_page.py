"""The pages about figures say what the code does: their example is computed anew."""

import re
from pathlib import Path

import pytest

from advisor_app.disclosure import box, entry, ledger, plan, register, strict_json
from advisor_app.disclosure.one_way import protect
from advisor_app.disclosure.statement import Outcome
from tests.disclosure.model import Space, World, one_way
from tests.disclosure.test_model import KNOWN

DOCS = Path(__file__).parents[2] / "docs"
PAGE, PROOF = ((DOCS / name).read_text("utf-8") for name in ("figures.md", "figures-proof.md"))


def test_the_example_for_pencil_and_paper_is_right():
    table = PAGE.split("### An example")[1].split("On paper:")[0]
    steps = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in table.splitlines()
        if re.match(r"\| \d", line)
    ]
    leaves = [line for _step, line, *_rest in steps]
    cells = tuple(int(cases) for _step, _line, cases, *_rest in steps)
    plan = one_way(5, {"subject": leaves})
    total, *said = protect(plan, plan.releases[0], World(Space(plan), cells))
    rest = total.value
    assert rest == 27
    unshown = len(leaves)
    for (_step, _line, _cases, m, left, tested, written), statement in zip(
        steps, said, strict=True
    ):
        assert (int(m), int(left)) == (unshown, rest)
        assert tested.startswith("yes") == (statement.outcome is not Outcome.SKIPPED)
        assert written == ("-" if statement.value is None else str(statement.value))
        rest -= statement.value or 0
        unshown -= statement.value is not None


def test_the_known_answers_of_the_page_are_those_of_the_check():
    rows = re.findall(r"^\| .* \| ([\d,]+) \| ([\d,]+) \| 0 \|$", PROOF, re.MULTILINE)
    named = {(int(one.replace(",", "")), int(two.replace(",", ""))) for one, two in rows}
    assert len(named) == 8
    assert named <= {(worlds, transcripts) for _plan, _most, worlds, transcripts in KNOWN.values()}


LIMITS = {
    "a file": (strict_json.MOST_BYTES // 2**20,),
    "a name, a sentence": (strict_json.NAME_LENGTH, strict_json.SENTENCE_LENGTH),
    "rows of a register": (register.MOST_ROWS,),
    "dimensions; leaves, groups of each": (plan.MOST_DIMENSIONS, box.MOST_LEAVES, box.MOST_LEAVES),
    "periods of a plan": (plan.MOST_TIME_LEAVES,),
    "releases of a plan; figures told and offered": (plan.MOST_RELEASES, plan.MOST_BOXES),
    "micro-cells of linked dimensions": (plan.MOST_LINKED_CELLS,),
    "entries of a ledger; figures from elsewhere": (ledger.MOST_ENTRIES, ledger.MOST_OUTSIDE_ROWS),
    "one count": (entry.MOST_CASES,),
}


def test_the_limits_of_the_page_are_those_of_the_code():
    rows = dict(re.findall(r"^\| (.*?) \| (.*?) \|$", PAGE.split("| at most |")[1], re.MULTILINE))
    for what, limits in LIMITS.items():
        numbers = re.findall(r"\d[\d,]*", rows[what])
        assert tuple(int(number.replace(",", "")) for number in numbers) == limits


PAGES = ("figures.md", "figures-proof.md", "figures-broken-on-purpose.md", "example/README.md")


def headings(page):
    found = re.findall(r"^#+ (.*)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", each.lower()).replace(" ", "-") for each in found}


@pytest.mark.parametrize("name", PAGES)
def test_every_link_of_the_pages_leads_somewhere(name):
    page = DOCS / name
    links = re.findall(r"\]\((?!https?:)([^)]+)\)", page.read_text("utf-8"))
    assert links
    for link in links:
        target, _, heading = link.partition("#")
        there = (page.parent / target).resolve() if target else page
        assert there.exists(), link
        assert not heading or heading in headings(there), link


def test_every_test_that_the_pages_name_is_there():
    tests = Path(__file__).parents[1]
    code = "".join(each.read_text("utf-8") for each in tests.rglob("*.py"))
    for name in PAGES:
        text = (DOCS / name).read_text("utf-8")
        for test, is_file in re.findall(r"\b(test_\w+)(\.py)?", text):
            there = list(tests.rglob(f"{test}.py")) if is_file else f"def {test}(" in code
            assert there, test
