"""Destroying a case: one question that says what goes and what stays, then the certificate."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from advisor_app.domain.case import Case
from advisor_app.domain.destruction import Destruction, DestructionReview
from advisor_app.domain.identity import CaseId
from advisor_app.domain.overview import RetentionLine
from advisor_app.domain.problems import ProblemError
from advisor_app.gui.desk import Desk
from advisor_app.gui.parts.confirm import confirm
from advisor_app.gui.retention.certificates import Certificates
from advisor_app.gui.retention.destructions_dialog import DestructionsDialog


class Destroying(QObject):
    """Asks, has it done, and offers the certificate; nothing goes without the advisor's own word."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = parent
        self._certificates = Certificates(desk, parent)

    def ask(self, case: Case, otherwise: Callable[[], None]) -> None:
        """Ask about a case that is on the screen; `otherwise` shows it again."""
        retention = self._desk.session.retention
        heading = self._heading(case.number)

        def refused(error: ProblemError) -> None:
            self._desk.news.refused.emit(self._desk.sentence(error))
            otherwise()

        def destroy() -> None:
            self._destroy(case.id, self._done, refused)

        self._desk.tasks.run(
            lambda: retention.review(case.id),
            then=lambda review: self._ask(heading, self._consequences(review), destroy),
            owner=self,
        )

    def ask_all(self, cases: Sequence[RetentionLine], then: Callable[[str], None]) -> None:
        """Ask once about several cases; `then` hears the sentence about one that stays, if any."""
        retention, ids = self._desk.session.retention, [each.id for each in cases]
        numbers = ", ".join(each.number for each in cases)
        if len(cases) == 1:
            heading, said = self._heading(numbers), []
        else:
            heading = self.tr("%n dossier(s) vernietigen?", "", len(cases))
            each = self.tr("Dit geldt voor elk van deze dossiers; elk krijgt een eigen verklaring.")
            said = [numbers, each]

        def show(review: DestructionReview) -> None:
            words = [*said, *self._consequences(review)]
            self._ask(heading, words, partial(self._destroy_next, ids, [], then))

        self._desk.tasks.run(lambda: retention.review(*ids), then=show, owner=self)

    def _heading(self, number: str) -> str:
        return self.tr("Dossier %1 vernietigen?").replace("%1", number)

    def _ask(self, heading: str, words: Sequence[str], destroy: Callable[[], None]) -> None:
        confirm(self._window, heading, "\n\n".join(words), self.tr("Vernietigen"), destroy)

    def _destroy_next(
        self, waiting: Sequence[CaseId], made: Sequence[Destruction], then: Callable[[str], None]
    ) -> None:
        """Destroy one case after the other: one that cannot be destroyed stops those behind it."""
        if not waiting:
            then("")
            self._all_done(made)
            return
        first, rest = waiting[0], waiting[1:]
        self._destroy(
            first,
            lambda one: self._destroy_next(rest, [*made, one], then),
            lambda error: then(self._desk.sentence(error)),
        )

    def _destroy(
        self,
        case: CaseId,
        then: Callable[[Destruction], None],
        otherwise: Callable[[ProblemError], None],
    ) -> None:
        """Destroy a case; whoever shows it lets go of it first, and for good only once it is gone."""
        retention, news = self._desk.session.retention, self._desk.news

        def destroyed(made: Destruction) -> None:
            news.destroyed.emit(case)
            then(made)

        def refused(error: ProblemError) -> None:
            news.spared.emit(case)
            otherwise(error)

        news.destroying.emit(case)
        self._desk.tasks.run(
            lambda: retention.destroy(case), then=destroyed, otherwise=refused, owner=self
        )

    def _all_done(self, made: Sequence[Destruction]) -> None:
        if len(made) == 1:
            self._done(made[0])
            return
        copies = any(each.backups or each.unreachable for each in made)
        words = self.tr("%n dossier(s) uit deze kluis verwijderd.", "", len(made))
        confirm(
            self._window,
            words,
            self.tr(
                "Van elk staat er een verklaring in het register. In back-ups kunnen zij nog staan."
            )
            if copies
            else self.tr("Van elk staat er een verklaring in het register."),
            self.tr("Register openen…"),
            lambda: DestructionsDialog(self._desk, self._window).open(),
            away=self.tr("Sluiten"),
        )

    def _done(self, made: Destruction) -> None:
        words = (
            self.tr("Het dossier is uit deze kluis verwijderd. In back-ups kan het nog staan.")
            if made.backups or made.unreachable
            else self.tr("Het dossier is uit deze kluis verwijderd. Er is geen back-up van bekend.")
        )
        confirm(
            self._window,
            words,
            self.tr(
                "De verklaring zegt wanneer en hoe, en waar nog kopieën staan. Zij noemt geen melder, geen organisatie en geen dossier."
            ),
            self.tr("Verklaring opslaan…"),
            partial(self._certificates.save, made),
            away=self.tr("Sluiten"),
        )

    def _consequences(self, review: DestructionReview) -> list[str]:
        counted = [
            (review.conversations, self.tr("%n gesprek(ken)", "", review.conversations)),
            (review.notes, self.tr("%n notitie(s)", "", review.notes)),
            (review.letters, self.tr("%n brief/brieven", "", review.letters)),
            (review.follow_ups, self.tr("%n afspraak/afspraken", "", review.follow_ups)),
        ]
        goes = [self.tr("het dossier zelf"), *(words for number, words in counted if number)]
        found = [
            self.tr(
                "Weg gaan: %1, met alle eerdere versies en concepten, en de melder als die geen ander dossier heeft. U kunt dit niet terugdraaien."
            ).replace("%1", ", ".join(goes))
        ]
        if review.still_counts:
            found.append(
                self.tr(
                    "Voor de cijfers blijft een telregel staan, tot zij zijn vastgesteld: een maand en codes, geen naam en geen tekst. De cijfers veranderen niet. Meldt dezelfde persoon zich daarna opnieuw, dan telt die als een ander."
                )
            )
        found.append(self._copies(review))
        return found

    def _copies(self, review: DestructionReview) -> str:
        copies, words = review.copies, []
        if review.backup_folder is not None:
            words.append(
                self.tr("Eerst wordt een back-up gemaakt, naast de vorige, in %1.").replace(
                    "%1", str(review.backup_folder)
                )
            )
        elif not review.has_backup_of_today:
            words.append(
                self.tr(
                    "Er wordt vooraf geen back-up gemaakt: er is geen map bekend die nu bereikbaar is."
                )
            )
        if copies.backups:
            words.append(self.tr("Het dossier kan nog in %n back-up(s) staan.", "", copies.backups))
        if copies.unreachable:
            words.append(
                self.tr(
                    "Van %n back-up(s) is niet te zien of die nog bestaan.", "", copies.unreachable
                )
            )
        if review.pending_until is not None:
            words.append(
                self.tr(
                    "De termijn van de laatste eindigt op %1; die dag staat in de verklaring. Tot u ze weggooit, staat het dossier erin."
                ).replace("%1", self._desk.long_day(review.pending_until))
            )
        elif copies.last_backup_at is not None:
            words.append(
                self.tr(
                    "Back-ups vervallen niet vanzelf: het dossier staat erin tot u ze weggooit."
                )
            )
        return " ".join(words)
