"""What the casebook keeps of the figures: the ledger, and a register of what left."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import NewType

from advisor_app.domain.identity import UNSAVED, OrganisationId

ExportId = NewType("ExportId", int)


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """One entry of an organisation's ledger, in the canonical JSON of disclosure.md."""

    organisation: OrganisationId
    position: int
    entry: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """One file with figures that left: which release, in which form, to whom and why."""

    id: ExportId = ExportId(UNSAVED)
    organisation: OrganisationId
    release: str
    format: str
    recipient: str
    purpose: str
    sha256: str
    exported_at: datetime
