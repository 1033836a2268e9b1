"""Ledgers as somebody might write them: by hand, by our own closed form, or forged."""

from itertools import product

from advisor_app.disclosure.box import Box
from advisor_app.disclosure.dimension import Dimension
from advisor_app.disclosure.entry import Entry
from advisor_app.disclosure.headcount import Headcount
from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.plan import Plan, Release
from advisor_app.disclosure.protocol import protect
from advisor_app.disclosure.statement import Outcome, Statement
from tests.disclosure.worlds import World

OUTCOMES = {"t": Outcome.TOLD, "p": Outcome.PUBLISHED, "d": Outcome.DERIVED}
OUTCOMES |= {"-": Outcome.SILENT, "?": Outcome.SKIPPED}


def a_box(text):
    """Read `H1+H2 category:a+b department:X`, a word for each dimension; periods come first."""
    sides = {"period": [], "category": [], "department": []}
    for word in text.split():
        name, _, leaves = word.rpartition(":")
        sides[name or "period"] += leaves.split("+")
    return Box.of({name: leaves for name, leaves in sides.items() if leaves})


def said(*lines):
    """Read `2026 t17`, `2026 category:a p9`, `2026 category:b -` as (box, outcome, value)."""
    found = []
    for line in lines:
        box, _, mark = line.rpartition(" ")
        value = int(mark[1:]) if mark[1:] else None
        found.append((a_box(box), OUTCOMES[mark[0]], value))
    return found


def a_plan_for(
    statements, *, n=5, leaves="abcd", departments="", pairs=False, staff=1000, nodes=()
):
    """Return a plan of one release that offers exactly these boxes in this order."""
    times = sorted({leaf for box, _, _ in statements for leaf in box.side("period")})
    dimensions = [
        Dimension(name="period", leaves=tuple(times)),
        Dimension(name="category", leaves=tuple(leaves), nodes=dict(nodes)),
    ]
    if departments:
        dimensions.append(Dimension(name="department", leaves=tuple(departments.split())))
    counted = [each for each in departments.split() if each != "onbekend"]
    return Plan(
        organisation="TEST", n=n, dimensions=tuple(dimensions), time="period", counts="zaken",
        headcount=Headcount(organisation=staff, department=dict.fromkeys(counted, 60)),
        protected_pairs=(("category", "department"),) if pairs else (),
        releases=(
            Release(
                id="r", title="Cijfers",
                told=tuple(box for box, how, _ in statements if how is Outcome.TOLD),
                boxes=tuple(box for box, how, _ in statements if how is not Outcome.TOLD),
            ),
        ),
    )  # fmt: skip


def a_ledger(*lines, **options):
    """Return a ledger in which one release says this, whoever would let it."""
    statements = said(*lines)
    plan = a_plan_for(statements, **options)
    return with_release(Ledger(organisation="TEST").with_plan(plan), "r", statements)


def with_release(ledger, release, statements):
    return ledger.with_statements(
        Statement(release=release, box=box, value=value, outcome=outcome)
        for box, outcome, value in statements
    )


def forged(ledger, contents):
    """Return a ledger with these contents and a good chain, though its form forbids it."""
    entries, head = [], ""
    for content in contents:
        entries.append(Entry.after(head, content, None))
        head = entries[-1].hash
    return changed(ledger, entries=tuple(entries))


def changed(record, **fields):
    """Return a frozen record with other fields and without its checks."""
    copy = object.__new__(type(record))
    for name in record.__dataclass_fields__:
        object.__setattr__(copy, name, fields.get(name, getattr(record, name)))
    return copy


def our_own(plan, cases):
    """Return the ledger that the closed form writes about a world with these cases a cell."""
    cells = product(*(each.leaves for each in plan.dimensions))
    world = World(plan.dimensions, dict(zip(cells, cases, strict=True)))
    return protect(plan, world, Ledger(organisation=plan.organisation))
