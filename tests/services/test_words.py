"""Each problem has a sentence that says what to do, in both languages."""

import pytest

from advisor_app.disclosure.auditor.report import Kind
from advisor_app.disclosure.problems import Problem as FigureProblem
from advisor_app.domain.language import Language
from advisor_app.domain.problems import Problem
from advisor_app.passphrase import Reason
from advisor_app.services.words import _read, of_audit, reason, refusal, sentence


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("problem", list(Problem))
def test_every_problem_is_put_into_words(problem, language):
    assert sentence(problem, language).endswith((".", "?", "!"))


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("judged", list(Reason))
def test_every_verdict_on_a_passphrase_is_put_into_words(judged, language):
    assert reason(judged.value, language)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("problem", list(FigureProblem))
def test_every_refusal_of_a_plan_or_ledger_is_put_into_words(problem, language):
    assert refusal(problem, language).endswith(".")


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", list(Kind))
def test_everything_that_an_audit_can_find_is_put_into_words(kind, language):
    assert of_audit(kind, language).endswith(".")


def test_nothing_is_put_into_words_that_nobody_says():
    assert set(_read("refusals")) == set(FigureProblem)
    assert set(_read("audit")) == set(Kind)
