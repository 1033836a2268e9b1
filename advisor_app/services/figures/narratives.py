"""The advisor's own text with the figures: looked through while it is written, answered by place."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.narrative import Answer, Examined, Hit, sentence_of
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.report import FiguresReport
from advisor_app.services.codes import Codes
from advisor_app.services.figures import own_words
from advisor_app.storage.tables import Tables
from advisor_app.storage.vault import Vault


class Narratives:
    """The text itself is a draft until it is fixed with its release (services/own_words.py)."""

    def __init__(self, vault: Vault, codes: Codes, now: Callable[[], datetime]) -> None:
        self._vault = vault
        self._codes = codes
        self._now = now

    def examine(
        self, organisation: OrganisationId, release: str, report: FiguresReport, text: str
    ) -> Examined:
        """Return what in a text could point to somebody, and which of it was not answered.

        Raises:
            ProblemError: NO_ROOM_FOR_WORDS with figures below the minimum.
        """
        return self._examined(self._vault.tables, organisation, release, report, text)

    def answer(
        self, organisation: OrganisationId, release: str, report: FiguresReport, text: str, hit: Hit
    ) -> Examined:
        """Keep that a place is meant and harmless; one that does not wait any more is left alone.

        Raises:
            ProblemError: NO_ROOM_FOR_WORDS.
        """
        with self._vault.transaction() as tables:
            found = self._examined(tables, organisation, release, report, text)
            if hit not in found.unanswered:
                return found
            sentence, place = sentence_of(text, hit)
            tables.answers.add(
                Answer(
                    organisation=organisation,
                    release=release,
                    kind=hit.kind,
                    words=text[hit.start : hit.end],
                    sentence=sentence,
                    place=place,
                    answered_at=self._now(),
                )
            )
            return self._examined(tables, organisation, release, report, text)

    def _examined(
        self,
        tables: Tables,
        organisation: OrganisationId,
        release: str,
        report: FiguresReport,
        text: str,
    ) -> Examined:
        if not report.has_room_for_words():
            raise ProblemError(Problem.NO_ROOM_FOR_WORDS)
        words = own_words.of_text(tables, organisation, release, text, self._codes)
        return words.examine(replace(report, narrative=text))
