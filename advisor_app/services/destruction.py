"""What destroying a case takes away; what may still count of it stays (figures/counted_cases)."""

from datetime import date

from advisor_app.domain import draft_keys
from advisor_app.domain.case import Case
from advisor_app.domain.identity import Choose
from advisor_app.services.figures import counted_cases
from advisor_app.storage.tables import Tables


def remove(tables: Tables, case: Case, choose: Choose, today: date) -> None:
    """Take a case out of the casebook, with everything that was ever written down about it.

    What figures may still count stays as a row without a link to the file. A reporter and a
    situation go with their last case; the anonymous reporter stays, who is nobody.
    """
    counted_cases.leave(tables, case, choose, today)
    for letter in tables.letters.of_case(case.id):
        tables.drafts.drop(*draft_keys.of_letter(letter.id))
        tables.fixed_letters.remove(letter.id)
        tables.letters.remove(letter.id)
    for note in tables.notes.of_case(case.id):
        tables.drafts.drop_about(draft_keys.of_note(note.id).target)
        tables.notes.remove(note.id)
    for conversation in tables.conversations.of_case(case.id):
        tables.drafts.drop_about(draft_keys.of_conversation(conversation.id).target)
        tables.conversations.remove(conversation.id)
    for follow_up in tables.follow_ups.of_case(case.id):
        tables.follow_ups.remove(follow_up.id)
    tables.drafts.drop_about(draft_keys.of_case(case.id).target)
    tables.counted_as.remove(case.id)
    tables.cases.remove(case.id)
    if not tables.cases.of_situation(case.situation):
        tables.situations.remove(case.situation)
    if not tables.cases.of_person(case.person) and not tables.people.get(case.person).anonymous:
        tables.identities.remove(case.person)
        tables.people.remove(case.person)
