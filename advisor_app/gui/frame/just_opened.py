"""What is read of a vault that has just been opened, and what is said once because of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from advisor_app.domain import draft_keys
from advisor_app.domain.language import Language
from advisor_app.domain.vault_warnings import VaultWarning
from advisor_app.gui.desk import Desk
from advisor_app.gui.parts.confirm import tell
from advisor_app.gui.places import Place
from advisor_app.gui.vaults.passphrase_dialog import PassphraseDialog
from advisor_app.gui.vaults.recovery_code_dialog import RecoveryCodeDialog
from advisor_app.services import words
from advisor_app.services.access import Access, Restored
from advisor_app.services.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What has to be known before the window of a vault is shown."""

    place: Place | None
    """Where somebody was when it was locked."""

    idle_minutes: int
    warnings: tuple[VaultWarning, ...]
    owes_recovery_code: bool


def find(session: Session) -> Found:
    """Read it, on the vault's thread."""
    draft = session.drafts.find(*draft_keys.PLACE)
    return Found(
        place=None if draft is None else Place.read(draft.text),
        idle_minutes=session.settings.read().idle_minutes,
        warnings=session.warnings,
        owes_recovery_code=session.settings.owes_recovery_code(),
    )


def ask_for_another_secret(
    found: Found, desk: Desk, access: Access, window: QWidget, *, forgotten: bool
) -> None:
    """Replace a `forgotten` passphrase at once, or the recovery code would be needed again.

    A recovery code that nobody proved to have on paper is replaced, too.
    """
    if forgotten:
        PassphraseDialog(desk, access, window, forgotten=True).open()
    elif found.owes_recovery_code:
        RecoveryCodeDialog(desk, access, window, is_owed=True).open()


def tell_warnings(window: QWidget, warnings: Iterable[VaultWarning], language: Language) -> None:
    """Say what was found while the vault opened, and what to do about it."""
    sentences = [words.warning(found, language) for found in warnings]
    if sentences:
        heading = QCoreApplication.translate("just_opened", "Let op bij deze kluis")
        tell(window, heading, "\n\n".join(sentences))


def tell_restored(window: QWidget, restored: Restored, made_at: str) -> None:
    """Say what came back, and what is known to be missing."""
    sentences = (
        QCoreApplication.translate("just_opened", "De back-up is gemaakt op %1.").replace(
            "%1", made_at
        ),
        _missing(restored.behind),
        QCoreApplication.translate("just_opened", "Alles staat in een nieuwe kluis: %1.").replace(
            "%1", restored.session.vault_name
        ),
    )
    heading = QCoreApplication.translate(
        "just_opened", "De back-up is teruggezet en helemaal gecontroleerd"
    )
    tell(window, heading, " ".join(sentences))


def _missing(behind: int | None) -> str:
    if behind is None:
        return QCoreApplication.translate(
            "just_opened", "Wat u daarna nog hebt gedaan, staat er niet in."
        )
    if behind == 0:
        return QCoreApplication.translate("just_opened", "Er ontbreekt niets.")
    if behind == 1:
        return QCoreApplication.translate("just_opened", "Eén wijziging van daarna ontbreekt.")
    return QCoreApplication.translate(
        "just_opened", "%1 wijzigingen van daarna ontbreken."
    ).replace("%1", str(behind))
