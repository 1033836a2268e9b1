"""Each problem has a sentence that says what to do, in both languages."""

import pytest

from advisor_app.domain.language import Language
from advisor_app.domain.problems import Problem
from advisor_app.passphrase import Verdict
from advisor_app.services.words import sentence, verdict


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("problem", list(Problem))
def test_every_problem_is_put_into_words(problem, language):
    assert sentence(problem, language).endswith((".", "?", "!"))


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("judged", list(Verdict))
def test_every_verdict_on_a_passphrase_is_put_into_words(judged, language):
    assert verdict(judged.value, language)
