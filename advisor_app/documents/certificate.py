"""The certificate of a destruction: when, how, and where copies still stand; nothing about whom."""

from functools import partial

from advisor_app.documents import look
from advisor_app.documents.metadata import Facts
from advisor_app.documents.paper import make
from advisor_app.documents.story import Story
from advisor_app.documents.words import Words
from advisor_app.domain.days import local_day
from advisor_app.domain.destruction import Destruction
from advisor_app.domain.language import Language


def render(made: Destruction, advisor: str, language: Language) -> bytes:
    """Return the PDF; `advisor` is the public name under which advice is given, or nothing."""
    words = Words(language)
    facts = Facts(title=words.say("certificate.title"), author=advisor, language=language)
    return make(partial(_tell, made, advisor, words), facts)


def _tell(made: Destruction, advisor: str, words: Words, story: Story) -> None:
    """Add the whole page; it names no organisation and no number of cases, which would be figures."""
    day = words.day(local_day(made.destroyed_at))
    story.heading(1, words.say("certificate.title"), look.TITLE)
    story.space(6)
    story.labelled(words.say("certificate.destroyed_on"), day)
    if advisor:
        story.labelled(words.say("certificate.advisor"), advisor)
    if made.ground is not None:
        story.labelled(words.say("certificate.ground"), words.say(f"ground.{made.ground}"))
    story.space(14)
    story.text(words.say("certificate.what", day=day))
    story.heading(2, words.say("certificate.how"))
    story.items(words.lines("certificate.steps"))
    story.heading(2, words.say("certificate.copies"))
    if made.last_backup_at is None:
        story.text(words.say("certificate.no_copies"))
        return
    last = words.day(local_day(made.last_backup_at))
    story.text(words.say("certificate.in_backups", number=made.backups, last=last))
    if made.unreachable:
        story.text(words.say("certificate.unreachable", number=made.unreachable))
    if made.last_expires_on is None:
        story.text(words.say("certificate.until_then"))
        return
    story.text(words.say("certificate.until_day", day=words.day(made.last_expires_on)))
