"""Letters: begun from a template, kept while they are written, fixed as the very pages that left."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from advisor_app.domain import known_codes
from advisor_app.domain.codes import Code
from advisor_app.domain.correspondence import FixedLetter, Letter
from advisor_app.domain.days import local_day
from advisor_app.domain.identity import UNSAVED, CaseId, LetterId, OrganisationId
from advisor_app.domain.letter import Addressee, LetterContent, Letterhead
from advisor_app.domain.organisation import Advisor, Organisation
from advisor_app.domain.problems import InvalidError, Problem, ProblemError
from advisor_app.domain.template import fill
from advisor_app.services import letter_fields, letter_templates
from advisor_app.services.codes import Codes
from advisor_app.storage.tables import Tables
from advisor_app.storage.vault import Vault


class Correspondence:
    """One verb, one transaction."""

    def __init__(self, vault: Vault, codes: Codes, now: Callable[[], datetime]) -> None:
        self._vault = vault
        self._codes = codes
        self._now = now

    def begin(self, case: CaseId, template: str, recipient: Code = known_codes.REPORTER) -> Letter:
        """Begin a letter about a case, with what is known filled in; it is kept at once.

        Raises:
            ProblemError: UNKNOWN_TEMPLATE, UNKNOWN_RECIPIENT.
        """
        with self._vault.transaction() as tables:
            about = tables.cases.get(case)
            organisation = tables.organisations.get(about.organisation)
            chosen = letter_templates.template(template, organisation.language)
            if letter_templates.RECIPIENTS.get(chosen.recipient) != recipient:
                raise ProblemError(Problem.UNKNOWN_RECIPIENT)
            letter = Letter(
                organisation=organisation.id,
                case=case,
                template=template,
                recipient_role=recipient,
                addressee=letter_fields.private_address(tables, case),
                language=organisation.language,
                subject=chosen.title,
                body="",
                changed_at=self._now(),
            )
            values = letter_fields.known_values(tables, letter, self._today())
            labels = letter_fields.labels_of(organisation.language)
            return tables.letters.add(
                replace(
                    letter,
                    subject=fill(chosen.subject, values, labels),
                    body=fill(chosen.body, values, labels),
                )
            )

    def keep(self, letter: Letter) -> Letter:
        """Keep what was written.

        Raises:
            ProblemError: FIXED; InvalidError OVER_A_MEGABYTE, TOO_LARGE, TOO_LONG.
        """
        with self._vault.transaction() as tables:
            self._require_open(tables, letter.id)
            return tables.letters.change(replace(letter, changed_at=self._now(), fixed_on=None))

    def remove(self, letter: LetterId) -> Letter:
        """Throw away a letter that was not fixed; return it, so that `put_back` can undo that."""
        with self._vault.transaction() as tables:
            before = self._require_open(tables, letter)
            tables.letters.remove(letter)
        return before

    def put_back(self, letter: Letter) -> Letter:
        """Put a letter back that was thrown away."""
        with self._vault.transaction() as tables:
            return tables.letters.add(replace(letter, id=LetterId(UNSAVED)))

    def field_values(self, letter: Letter) -> dict[str, str]:
        """Return what a field can be filled with, by its label: for inserting one while writing."""
        values = letter_fields.known_values(self._vault.tables, letter, self._today())
        labels = letter_fields.labels_of(letter.language)
        return {label: values.get(field, "") for field, label in labels.items()}

    def pdf(self, letter: Letter) -> bytes:
        """Return the pages of a letter: as they were fixed, or as they would be now.

        Raises:
            TemplateError: UNKNOWN_FIELD or UNBALANCED_BRACES, with its place.
        """
        if letter.fixed_on is not None:
            return self._vault.tables.fixed_letters.get(letter.id).pdf
        return _drawn(self._content(self._vault.tables, letter, self._today()))

    def fix(self, letter: LetterId) -> Letter:
        """Keep the very pages of a letter for good; from then on it does not change.

        Raises:
            ProblemError: FIXED; InvalidError EMPTY, naming `body`, while a field is not filled in,
                WORK_ADDRESS, naming `addressee`, when a reporter's letter would go to the employer.
        """
        with self._vault.transaction() as tables:
            found = self._require_open(tables, letter)
            content = self._content(tables, found, self._today())
            if letter_fields.empty_fields(f"{content.subject}\n{content.body}", found.language):
                raise InvalidError("body", Problem.EMPTY)
            _require_private(found, tables.organisations.get(found.organisation))
            fixed = replace(found, fixed_on=self._today())
            tables.fixed_letters.add(FixedLetter(letter=letter, pdf=_drawn(content)))
            return tables.letters.change(fixed)

    def letter(self, letter: LetterId) -> Letter:
        """Return one letter."""
        return self._vault.tables.letters.get(letter)

    def letters(
        self, organisation: OrganisationId, offset: int = 0, limit: int = 64
    ) -> list[Letter]:
        """Return a page of an organisation's letters, the latest first."""
        return self._vault.tables.letters.of_organisation(organisation, offset=offset, limit=limit)

    def advisor(self) -> Advisor:
        """Return the letterhead; empty until it was asked for."""
        return letter_fields.advisor_of(self._vault.tables)

    def keep_advisor(self, advisor: Advisor) -> Advisor:
        """Keep the one letterhead there is, of its pictures the plain pixels only.

        Raises:
            InvalidError: IMAGE_TOO_LARGE or NOT_AN_IMAGE, naming `logo` or `signature`.
        """
        plain = replace(
            advisor,
            logo=_plain("logo", advisor.logo),
            signature=_plain("signature", advisor.signature),
        )
        with self._vault.transaction() as tables:
            kept = replace(plain, id=letter_fields.advisor_of(tables).id)
            if kept.id == UNSAVED:
                return tables.advisors.add(kept)
            return tables.advisors.change(kept)

    def _today(self) -> date:
        return local_day(self._now())

    @staticmethod
    def _require_open(tables: Tables, letter: LetterId) -> Letter:
        found = tables.letters.get(letter)
        if found.fixed_on is not None:
            raise ProblemError(Problem.FIXED)
        return found

    def _content(self, tables: Tables, letter: Letter, day: date) -> LetterContent:
        """Return what stands on paper; fields that were typed as such are filled in."""
        values = letter_fields.known_values(tables, letter, day)
        labels = letter_fields.labels_of(letter.language)
        advisor = letter_fields.advisor_of(tables)
        closing = letter_templates.template(letter.template, letter.language).closing
        return LetterContent(
            letterhead=Letterhead(
                public_name=letter_fields.public_name(advisor, letter.language),
                function_line=advisor.function_line,
                lines=tuple(advisor.letterhead_lines.splitlines()),
                logo=advisor.logo,
                signature=advisor.signature,
            ),
            addressee=Addressee(lines=tuple(letter.addressee.splitlines())),
            language=letter.language,
            written_on=day,
            subject=fill(letter.subject, values, labels),
            body=fill(letter.body, values, labels),
            closing=fill(closing, values, labels),
        )


def _drawn(content: LetterContent) -> bytes:
    """Return the PDF of a letter."""
    from advisor_app.documents import letter  # noqa: PLC0415  # a heavy door

    return letter.render(content)


def _plain(name: str, image: bytes) -> bytes:
    """Return what of a picture may stand in a vault, empty if there is none."""
    if not image:
        return b""
    from advisor_app.documents import images  # noqa: PLC0415  # a heavy door

    return images.plain(name, image)


def _require_private(letter: Letter, organisation: Organisation) -> None:
    """Refuse a reporter's letter that is addressed to where others open the post."""
    address = " ".join(letter.addressee.casefold().split())
    if letter.recipient_role == known_codes.REPORTER and organisation.name.casefold() in address:
        raise InvalidError("addressee", Problem.WORK_ADDRESS)
