"""The fixed sentences about a report, the same on paper and in spreadsheets."""

from advisor_app.documents import periods
from advisor_app.documents.words import Words
from advisor_app.domain.ladder import YEAR_TOTAL_FROM
from advisor_app.domain.report import FiguresReport, Section

_ON_THE_CHOICE = {Section.BREAKDOWN, Section.BREAKDOWN_LATER, Section.PROTECTION}
"""The explanations that say when it was chosen which figures are given."""


def title(report: FiguresReport, words: Words) -> str:
    """Return the title of every file of the report."""
    period = report.title or periods.title(report.period, words)
    return words.say("report.title", organisation=report.organisation, period=period)


def within(report: FiguresReport, words: Words) -> str:
    """Return the period as a sentence names it."""
    return periods.within(report.period, words)


def on_service(report: FiguresReport, words: Words) -> list[str]:
    """Return since and until when the advisor worked there, if that was not the whole period."""
    if report.since and report.until:
        days = {"since": words.day(report.since), "until": words.day(report.until)}
        return [words.say("report.since_until", **days)]
    if report.since:
        return [words.say("report.since", since=words.day(report.since))]
    return [words.say("report.until", until=words.day(report.until))] if report.until else []


def on_total(report: FiguresReport, words: Words) -> list[str]:
    """Return what is said about the total: how many, that it was promised, what is left out."""
    within = periods.within(report.period, words)
    total = report.total
    if total.value is None:
        return _on_no_total(report, words, within)
    key = "report.total_one" if total.value == 1 else "report.total"
    sentences = [words.say(key, period=_capitalised(within), count=total.value)]
    if total.promised:
        sentences += on_promise(report, words)
    return sentences


def on_promise(report: FiguresReport, words: Words) -> list[str]:
    """Return why a told total stands there, and what goes unsaid below the minimum."""
    key = "report.promised_within" if report.total.within else "report.promised"
    if report.counts:
        key = "report.promised_by_plan"
    sentences = [words.say(key)]
    if (report.total.value or 0) < report.minimum:
        sentences.append(words.say("report.below", minimum=report.minimum))
    return sentences


def on_hidden(report: FiguresReport, words: Words) -> str:
    """Return what "not shown separately" means; empty if every number is shown."""
    return words.say("report.hidden_meaning", minimum=report.minimum) if report.hides() else ""


def explanation(section: Section, report: FiguresReport, words: Words) -> list[str]:
    """Return the heading of an explanation and its text."""
    late = report.total.within and section in _ON_THE_CHOICE
    key = f"section.{section}_within" if late else f"section.{section}"
    return [line.format(minimum=report.minimum) for line in words.lines(key)]


def on_origin(report: FiguresReport, words: Words) -> list[str]:
    """Return what was counted, when it was fixed, and by which ledger anybody can check it."""
    fixed = report.fixed_on
    counts = report.counts if report.counts.endswith((".", "!", "?")) else f"{report.counts}."
    sentences = [words.say("report.counts", counts=counts)] if report.counts else []
    sentences += [words.say("report.fixed_on", day=words.day(fixed))] if fixed else []
    head = report.ledger_head
    return [*sentences, words.say("report.ledger", head=head)] if head else sentences


def _on_no_total(report: FiguresReport, words: Words, within: str) -> list[str]:
    """Return why no total stands there: from public facts alone."""
    staff = report.total.headcount
    if staff is not None and staff < YEAR_TOTAL_FROM:
        return [words.say("report.small_staff", staff=staff)]
    return [
        words.say("report.no_total", period=within),
        words.say("report.no_total_reason", minimum=report.minimum),
    ]


def _capitalised(text: str) -> str:
    """Return a text that can begin a sentence."""
    return text[:1].upper() + text[1:]
