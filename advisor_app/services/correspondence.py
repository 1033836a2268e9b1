"""Letters: begun from a template, kept while they are written, fixed as the very pages that left."""

import re
import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from functools import cache
from importlib.resources import files

from advisor_app import _assets
from advisor_app.documents.preview import PageImage, pages
from advisor_app.documents.words import Words
from advisor_app.domain import known_codes
from advisor_app.domain.codes import Code
from advisor_app.domain.correspondence import FixedLetter, Letter
from advisor_app.domain.identity import UNSAVED, CaseId, LetterId, OrganisationId
from advisor_app.domain.language import Language
from advisor_app.domain.letter import Addressee, LetterContent, Letterhead
from advisor_app.domain.organisation import Advisor, Organisation
from advisor_app.domain.problems import InvalidError, Problem, ProblemError
from advisor_app.domain.template import Field, Template, fill, template_of
from advisor_app.services.codes import Codes
from advisor_app.storage.tables import Tables
from advisor_app.storage.vault import Vault

_IS_NO_POSTAL_LINE = re.compile(r"@|(?:\d[^\w\n]*){8}")
"""A mail address, or as many digits as only a telephone number has."""

RECIPIENTS = {"reporter": known_codes.REPORTER}
"""For whom a template is, as its file says, and the code of that recipient."""


class Correspondence:
    """One verb, one transaction."""

    def __init__(self, vault: Vault, codes: Codes, now: Callable[[], datetime]) -> None:
        self._vault = vault
        self._codes = codes
        self._now = now

    def templates(self, language: Language) -> tuple[Template, ...]:
        """Return the templates in the order of their titles."""
        found = [template_of(code, _contents()[code], language) for code in _contents()]
        return tuple(sorted(found, key=lambda template: template.title))

    def template(self, code: str, language: Language) -> Template:
        """Return one template.

        Raises:
            ProblemError: UNKNOWN_TEMPLATE.
        """
        if code not in _contents():
            raise ProblemError(Problem.UNKNOWN_TEMPLATE)
        return template_of(code, _contents()[code], language)

    def begin(self, case: CaseId, template: str, recipient: Code = known_codes.REPORTER) -> Letter:
        """Begin a letter about a case, with what is known filled in; it is kept at once.

        Raises:
            ProblemError: UNKNOWN_TEMPLATE, UNKNOWN_RECIPIENT.
        """
        with self._vault.transaction() as tables:
            about = tables.cases.get(case)
            client = tables.organisations.get(about.organisation)
            chosen = self.template(template, client.language)
            if RECIPIENTS.get(chosen.recipient) != recipient:
                raise ProblemError(Problem.UNKNOWN_RECIPIENT)
            letter = Letter(
                organisation=client.id,
                case=case,
                template=template,
                recipient_role=recipient,
                addressee=self._private_address(tables, case),
                language=client.language,
                subject=chosen.title,
                body="",
                changed_at=self._now(),
            )
            values, labels = self._values(tables, letter), _labels(client.language)
            return tables.letters.add(
                replace(
                    letter,
                    subject=fill(chosen.subject, values, labels).text,
                    body=fill(chosen.body, values, labels).text,
                )
            )

    def keep(self, letter: Letter) -> Letter:
        """Keep what was written.

        Raises:
            ProblemError: FIXED; InvalidError TOO_LARGE, TOO_LONG.
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

    def empty_fields(self, letter: Letter) -> tuple[str, ...]:
        """Return the labels of the fields that still stand in a letter, in their order."""
        return empty_fields(f"{letter.subject}\n{letter.body}", letter.language)

    def field_values(self, letter: Letter) -> dict[str, str]:
        """Return what a field can be filled with, by its label: for inserting one while writing."""
        values = self._values(self._vault.tables, letter)
        return {label: values.get(field, "") for field, label in _labels(letter.language).items()}

    def pdf(self, letter: Letter) -> bytes:
        """Return the pages of a letter: as they were fixed, or as they would be now.

        Raises:
            TemplateError: UNKNOWN_FIELD or UNBALANCED_BRACES, with its place.
        """
        if letter.fixed_on is not None:
            return self._vault.tables.fixed_letters.get(letter.id).pdf
        return _drawn(self._content(self._vault.tables, letter, self._today()))

    def pages(self, letter: Letter, width: int) -> tuple[PageImage, ...]:
        """Return the pages of a letter as pixels, so many wide."""
        return pages(self.pdf(letter), width)

    def fix(self, letter: LetterId) -> Letter:
        """Keep the very pages of a letter for good; from then on it does not change.

        Raises:
            ProblemError: FIXED; InvalidError EMPTY, naming `body`, while a field is not filled in,
                WORK_ADDRESS, naming `addressee`, when a reporter's letter would go to the employer.
        """
        with self._vault.transaction() as tables:
            found = self._require_open(tables, letter)
            content = self._content(tables, found, self._today())
            if empty_fields(f"{content.subject}\n{content.body}", found.language):
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

    def of_case(self, case: CaseId) -> list[Letter]:
        """Return the letters of a case, the latest first."""
        return self._vault.tables.letters.of_case(case)

    def advisor(self) -> Advisor:
        """Return the letterhead; empty until it was asked for."""
        return self._vault.tables.advisors.only() or Advisor()

    def keep_advisor(self, advisor: Advisor) -> Advisor:
        """Keep the letterhead.

        Raises:
            InvalidError: TOO_LARGE or DAMAGED, naming `logo` or `signature`.
        """
        for name, image in (("logo", advisor.logo), ("signature", advisor.signature)):
            if image:
                _require_image(name, image)
        with self._vault.transaction() as tables:
            if advisor.id == UNSAVED:
                return tables.advisors.add(advisor)
            return tables.advisors.change(advisor)

    def _today(self) -> date:
        return self._now().astimezone().date()

    @staticmethod
    def _require_open(tables: Tables, letter: LetterId) -> Letter:
        found = tables.letters.get(letter)
        if found.fixed_on is not None:
            raise ProblemError(Problem.FIXED)
        return found

    def _content(self, tables: Tables, letter: Letter, day: date) -> LetterContent:
        """Return what stands on paper; fields that were typed as such are filled in."""
        values, labels = self._values(tables, letter), _labels(letter.language)
        advisor = self.advisor()
        closing = self.template(letter.template, letter.language).closing
        return LetterContent(
            letterhead=Letterhead(
                public_name=advisor.public_name or _unnamed(letter.language),
                function_line=advisor.function_line,
                lines=tuple(advisor.letterhead_lines.splitlines()),
                logo=advisor.logo,
                signature=advisor.signature,
            ),
            addressee=Addressee(
                role=letter.recipient_role, lines=tuple(letter.addressee.splitlines())
            ),
            language=letter.language,
            written_on=day,
            subject=fill(letter.subject, values, labels).text,
            body=fill(letter.body, values, labels).text,
            closing=fill(closing, values, labels).text,
        )

    def _values(self, tables: Tables, letter: Letter) -> dict[Field, str]:
        """Return what is known: from the organisation, the case and its last conversation."""
        words, language = Words(letter.language), letter.language
        advisor = self.advisor()
        client = tables.organisations.get(letter.organisation)
        signature = (advisor.public_name or _unnamed(language), advisor.function_line)
        values = {
            Field.ORGANISATION: client.name,
            Field.REGULATION: client.regulation,
            Field.SIGNATURE: "\n".join(filter(None, signature)),
        }
        if letter.case is None:
            return values
        name = self._reporter_name(tables, letter.case)
        if name:
            values[Field.SALUTATION] = words.say("letter.salutation", name=name)
        talks = tables.conversations.of_case(letter.case)
        if talks:
            values[Field.HELD_ON] = words.day(talks[0].held_on)
            values[Field.FORM] = words.find(f"letter.form.{talks[0].form}")
        values[Field.NEXT_CONTACT] = self._next_contact(tables, letter.case, words)
        return values

    def _next_contact(self, tables: Tables, case: CaseId, words: Words) -> str:
        """Return when the next appointment of a case is; empty if there is none."""
        for each in tables.follow_ups.of_case(case):
            if each.kind != known_codes.APPOINTMENT or each.done_on is not None:
                continue
            if each.due_on >= self._today():
                key = "letter.on_day" if each.due_at is None else "letter.on_day_at"
                clock = each.due_at or time()
                return words.say(
                    key,
                    day=words.day(each.due_on),
                    hour=clock.hour,
                    minute=f"{clock.minute:02}",
                )
        return ""

    @staticmethod
    def _reporter_name(tables: Tables, case: CaseId) -> str:
        person = tables.people.get(tables.cases.get(case).person)
        identity = tables.identities.find(person.id)
        return (identity.name if identity else "") or person.alias

    def _private_address(self, tables: Tables, case: CaseId) -> str:
        """Return the lines to put on an envelope: no telephone number, no mail address."""
        identity = tables.identities.find(tables.cases.get(case).person)
        contact = identity.private_contact.splitlines() if identity else []
        lines = [line for line in contact if not _IS_NO_POSTAL_LINE.search(line)]
        return "\n".join(filter(None, (self._reporter_name(tables, case), *lines)))


def _drawn(content: LetterContent) -> bytes:
    """Return the PDF of a letter."""
    from advisor_app.documents import letter  # noqa: PLC0415  # a heavy door

    return letter.render(content)


def _require_image(name: str, image: bytes) -> None:
    """Refuse what cannot be printed as a logo or signature."""
    from advisor_app.documents import images  # noqa: PLC0415  # a heavy door

    images.opened(name, image)


def _require_private(letter: Letter, client: Organisation) -> None:
    """Refuse a reporter's letter that is addressed to where others open the post."""
    address = " ".join(letter.addressee.casefold().split())
    if letter.recipient_role == known_codes.REPORTER and client.name.casefold() in address:
        raise InvalidError("addressee", Problem.WORK_ADDRESS)


def empty_fields(text: str, language: Language) -> tuple[str, ...]:
    """Return the labels of fields that stand unfilled in a text, as `[label]`, in their order."""
    labels = [label for label in _labels(language).values() if f"[{label}]" in text]
    return tuple(sorted(labels, key=lambda label: text.index(f"[{label}]")))


def _labels(language: Language) -> dict[Field, str]:
    words = Words(language)
    return {field: words.say(f"field.{field.value}") for field in Field}


def _unnamed(language: Language) -> str:
    return Words(language).say("letter.unnamed")


def template_codes() -> tuple[str, ...]:
    """Return the codes of the templates."""
    return tuple(sorted(_contents()))


@cache
def _contents() -> dict[str, dict[str, object]]:
    """Read every template file; its stem is its code."""
    folder = files(_assets) / "letters"
    return {
        file.name.removesuffix(".toml"): tomllib.loads(file.read_text("utf-8"))
        for file in folder.iterdir()
        if file.name.endswith(".toml")
    }
