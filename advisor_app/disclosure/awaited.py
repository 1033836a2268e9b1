"""Which promised totals, not told yet, a figure from elsewhere is a part of."""

from advisor_app.disclosure.box import Box
from advisor_app.disclosure.ledger import Ledger


def awaited_totals(ledger: Ledger, box: Box) -> tuple[frozenset[str], ...]:
    """Return the times of each promised total that is still to come and holds more than a box.

    Beside that box such a total may tell too much, and then it cannot be given, though it was
    promised.
    """
    found = []
    for plan in ledger.plans:
        times = box.side(plan.time) or frozenset[str]()
        for release in plan.releases:
            totals = () if ledger.said_in(release.id) else map(plan.times, release.told)
            found += [each for each in totals if each & times and (plan.sides(box) or each - times)]
    return tuple(found)
