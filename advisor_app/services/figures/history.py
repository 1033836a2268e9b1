"""What was said about an organisation, read from its ledger and its register; never from a case."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from itertools import groupby

from advisor_app.disclosure.ledger import Ledger, shown
from advisor_app.disclosure.plan import Plan, Release
from advisor_app.disclosure.statement import Outside
from advisor_app.domain.history import Departure, FixedReports, Made, Past, Said
from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.language import Language
from advisor_app.domain.report import FiguresReport
from advisor_app.domain.reporting import Export
from advisor_app.services.codes import Codes
from advisor_app.services.figures import composition, figure_words, ledgers, plans
from advisor_app.storage.tables import Tables
from advisor_app.storage.vault import Vault


class History:
    """Looks back; nothing here writes."""

    def __init__(self, vault: Vault, codes: Codes) -> None:
        self._vault = vault
        self._codes = codes

    def fixed_reports(self, organisation: OrganisationId, language: Language) -> FixedReports:
        """Return what may be said now: the releases that were made, as they were made.

        Raises:
            ProblemError: TAMPERED.
        """
        tables = self._vault.tables
        found = tables.organisations.get(organisation)
        ledger = ledgers.kept(tables, found)
        told = replace(found, language=language)

        def report(plan: Plan, release: Release) -> FiguresReport:
            return composition.report(
                told, "", ledger.through(release.id), plan, release, self._codes,
                ledger.fixed_on(release.id),
            )  # fmt: skip

        return FixedReports(
            organisation=found.name,
            reports=tuple(report(plan, release) for plan, release in _made(ledger)),
        )

    def past(self, organisation: OrganisationId, language: Language) -> Past:
        """Return what left and what was said in other ways.

        Raises:
            ProblemError: TAMPERED.
        """
        tables = self._vault.tables
        found = tables.organisations.get(organisation)
        ledger = ledgers.kept(tables, found)
        heads = {
            release.id: shown(ledger.through(release.id).head) for _plan, release in _made(ledger)
        }
        of_words = tables.fixed_files.days(organisation).items()
        days: dict[str, date | None] = {release: ledger.fixed_on(release) for release in heads}
        days |= {release: day for release, day in of_words if release not in heads}
        departures = _departures(tables, organisation)
        made = (
            Made(
                release=release,
                made_on=day,
                ledger_head=heads.get(release, ""),
                departures=tuple(each for each in departures if each.release == release),
            )
            for release, day in days.items()
        )
        return Past(
            made=tuple(sorted(made, key=lambda each: each.made_on or date.min, reverse=True)),
            said=tuple(self._said(ledger, tables.spoken.of_organisation(organisation), language))[
                ::-1
            ],
            copies=tuple(
                replace(each, head=shown(each.head))
                for each in tables.ledger_copies.of_organisation(organisation)
            ),
            ledger_head=shown(ledger.head),
        )

    def _said(
        self, ledger: Ledger, spoken: Mapping[int, str], language: Language
    ) -> Iterator[Said]:
        for position, entry in enumerate(ledger.entries):
            content = entry.content
            if isinstance(content, Outside):
                role = ledgers.recipient_role_in(content.text)
                said = Said(
                    said_on=entry.on,
                    recipient="" if role is None else self._codes.label(role, language),
                    text=spoken.get(position, content.text),
                    ledger_head=shown(entry.hash),
                )
                yield self._with_figure(said, content, ledger, language)

    def _with_figure(
        self, said: Said, outside: Outside, ledger: Ledger, language: Language
    ) -> Said:
        for plan in ledger.plans:
            times = outside.box.side(plan.time) if outside.box is not None else None
            if outside.box is not None and times is not None and times <= set(plan.time_leaves):
                table, label = figure_words.in_words(plan, outside.box, self._codes, language)
                period = plans.time_name([leaf for leaf in plan.time_leaves if leaf in times])
                return replace(said, period=period, table=table, label=label, value=outside.value)
        return said


def _made(ledger: Ledger) -> list[tuple[Plan, Release]]:
    """Return the releases that were made, the latest first, and a year before its last part."""
    made = [
        (plan, release)
        for plan in ledger.plans
        for release in plan.releases
        if ledger.said_in(release.id)
    ]

    def period(each: tuple[Plan, Release]) -> tuple[date, timedelta]:
        first, last = plans.span(*each)
        return last, last - first

    return sorted(made, key=period, reverse=True)


def _departures(tables: Tables, organisation: OrganisationId) -> Sequence[Departure]:
    """Return the register, with the files that left together as one line, the latest first."""

    def together(each: Export) -> tuple[object, ...]:
        return each.exported_at, each.release, each.recipient, each.purpose

    found = []
    kept: dict[str, dict[str, str]] = {}
    for _key, group in groupby(tables.exports.of_organisation(organisation), together):
        exports = sorted(group, key=lambda each: each.id)
        release = exports[0].release
        if release not in kept:
            kept[release] = {
                each.format: sha256(each.content).hexdigest()
                for each in tables.fixed_files.of_release(organisation, release)
            }
        found.append(
            Departure(
                release=release,
                formats=tuple(each.format for each in exports),
                recipient=exports[0].recipient,
                purpose=exports[0].purpose,
                left_at=exports[0].exported_at,
                same=all(kept[release].get(each.format) == each.sha256 for each in exports),
            )
        )
    return found
