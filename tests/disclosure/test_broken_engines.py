"""Engines that are wrong in one place each: the judge of the theorem must see every one of them."""

from dataclasses import replace

import pytest

from advisor_app.disclosure import engine as engine_module
from advisor_app.disclosure import safety
from advisor_app.disclosure.engine import Engine, _Run
from advisor_app.disclosure.known import Known
from advisor_app.disclosure.space import System, room
from advisor_app.disclosure.statement import Decision, Outcome
from tests.disclosure.model import one_way, vectors
from tests.disclosure.test_theorem import KNOWN
from tests.disclosure.theorem import Linked, judged

ABC = one_way(3, {"subject": "abc"})
ABCD = one_way(3, {"subject": "abcd"})
FREE = one_way(3, {"subject": "abc"}, told=())
HALVES = (("2026-H1",), ("2026-H2",))
OVER_BOTH = one_way(3, {"subject": "ab"}, told=HALVES, tables=(("2026-H1", "2026-H2"),))
CELLS_FIRST = KNOWN["pairs before their margins"][0]
PAIRS = KNOWN["two attributes and their pairs"][0]


def never_asks_whether_it_is_safe(patch):
    """Without step 2; step 3 then sees most of it, so it looks at what is left only."""
    patch.setattr(_Run, "_threshold", lambda self, _box: self.plan.n)
    patch.setattr(
        _Run, "_may_be_shown",
        lambda self, box, counts: (
            counts.least >= self.plan.n and self._stands_on_persons(box, counts)
        ),
    )  # fmt: skip


def shows_all_that_is_large(patch):
    patch.setattr(_Run, "_may_be_shown", lambda self, _box, counts: counts.least >= self.plan.n)


def keeps_one_value_too_few(patch):
    patch.setattr(
        safety, "room", lambda cells, told: min(1, 1 if (r := room(cells, told)) is None else r)
    )


def forgets_to_cross_with_periods(patch):
    patch.setattr(
        System, "protected",
        lambda self, _rows, times: {self.over(times, block) for block in self._blocks},
    )  # fmt: skip


def looks_at_no_remainder(patch):
    patch.setattr(System, "_remainders", lambda _self, _rows: iter(()))
    looks_for_no_odd_shape(patch)


def looks_for_no_odd_shape(patch):
    patch.setattr(engine_module, "remainders", lambda *_: iter(()))
    patch.setattr(Engine, "has_small_shape", lambda *_: False)


def forgets_what_it_was_silent_about(patch):
    patch.setattr(Known, "with_low", lambda self, _row: self)


def protects_totals_alone(patch):
    patch.setattr(System, "_blocks", property(lambda self: {self._part({})}))
    looks_at_no_remainder(patch)


def protects_no_pairs(patch):
    patch.setattr(System, "_pairs", [])
    patch.setattr(
        System, "_blocks",
        property(lambda self: {
            self._part({each.name: frozenset({leaf})})
            for each in self.attributes for leaf in each.leaves}),
    )  # fmt: skip
    looks_for_no_odd_shape(patch)


def exempts_what_was_not_told(patch):
    patch.setattr(safety, "room", lambda cells, told: room(cells, told) or 0)


def looks_before_it_asks(patch):
    decide = _Run._decide

    def peeks(self, box):
        decision = decide(self, box)
        empty = decision.outcome is Outcome.SILENT and not self.oracle.count(box).cases
        return Decision(Outcome.SKIPPED) if empty else decision

    patch.setattr(_Run, "_decide", peeks)


def says_small_differently(patch):
    decide = _Run._decide

    def marks(self, box):
        decision = decide(self, box)
        large = decision.outcome is Outcome.SILENT and self.oracle.count(box).cases >= self.plan.n
        return Decision(Outcome.SKIPPED) if large else decision

    patch.setattr(_Run, "_decide", marks)


def measures_from_the_true_count(patch):
    """Silence is called harmless whenever the box is small anyway."""
    asks = _Run._is_harmless
    patch.setattr(
        _Run, "_is_harmless",
        lambda self, box, below: self.oracle.count(box).cases < 2 or asks(self, box, below),
    )  # fmt: skip


def passes_over_what_is_small(patch):
    """A question is called vain because of what it would find."""
    patch.setattr(
        _Run, "_is_in_vain", lambda self, box: self.oracle.count(box).cases < self.plan.n - 1
    )


def chooses_the_threshold_by_looking(patch):
    """Where it is higher than n it is raised above whatever the box holds."""
    asks = _Run._threshold

    def raised(self, box):
        found = asks(self, box)
        most = min(self._reach(box), self.oracle.count(box).cases + 1)
        return max(found, most) if found and found > self.plan.n else found

    patch.setattr(_Run, "_threshold", raised)


BROKEN = {
    never_asks_whether_it_is_safe: (ABCD, 12),
    shows_all_that_is_large: (ABC, 8),
    keeps_one_value_too_few: (OVER_BOTH, 9),
    forgets_to_cross_with_periods: (OVER_BOTH, 8),
    looks_at_no_remainder: (ABC, 10),
    looks_for_no_odd_shape: (CELLS_FIRST, 9),
    forgets_what_it_was_silent_about: (ABC, 8),
    protects_totals_alone: (ABC, 8),
    protects_no_pairs: (PAIRS, 8),
    exempts_what_was_not_told: (FREE, 10),
    looks_before_it_asks: (ABC, 8),
    says_small_differently: (ABC, 10),
    measures_from_the_true_count: (ABC, 8),
    passes_over_what_is_small: (ABC, 8),
    chooses_the_threshold_by_looking: (replace(CELLS_FIRST, policy=3), 8),
}


@pytest.mark.parametrize("breaking", BROKEN, ids=lambda breaking: breaking.__name__)
def test_an_engine_that_is_wrong_in_one_place_is_caught(breaking, monkeypatch):
    plan, most = BROKEN[breaking]
    space = Linked(plan)
    breaking(monkeypatch)
    assert judged(space, list(vectors(len(space.cells), most)))[1] > 0


@pytest.mark.parametrize("plan", [ABC, FREE, OVER_BOTH], ids=["told", "free", "over both"])
def test_the_same_engines_unbroken_narrow_nobody(plan):
    space = Linked(plan)
    assert judged(space, list(vectors(len(space.cells), 8)))[1] == 0
