"""What is said once, when a vault has just been opened or restored."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from advisor_app.domain.language import Language
from advisor_app.domain.vault_warnings import VaultWarning
from advisor_app.gui.parts.confirm import tell
from advisor_app.services import words
from advisor_app.services.access import Restored


def tell_warnings(window: QWidget, warnings: Iterable[VaultWarning], language: Language) -> None:
    """Say what was found while the vault opened, and what to do about it."""
    sentences = [words.warning(found, language) for found in warnings]
    if sentences:
        heading = QCoreApplication.translate("at_the_door", "Let op bij deze kluis")
        tell(window, heading, "\n\n".join(sentences))


def tell_restored(window: QWidget, restored: Restored, made_at: str) -> None:
    """Say what came back, and what is known to be missing."""
    sentences = (
        QCoreApplication.translate("at_the_door", "De back-up is gemaakt op %1.").replace(
            "%1", made_at
        ),
        _missing(restored.behind),
        QCoreApplication.translate("at_the_door", "Alles staat in een nieuwe kluis: %1.").replace(
            "%1", restored.session.vault_name
        ),
    )
    heading = QCoreApplication.translate(
        "at_the_door", "De back-up is teruggezet en helemaal gecontroleerd"
    )
    tell(window, heading, " ".join(sentences))


def _missing(behind: int | None) -> str:
    if behind is None:
        return QCoreApplication.translate(
            "at_the_door", "Wat u daarna nog hebt gedaan, staat er niet in."
        )
    if behind == 0:
        return QCoreApplication.translate("at_the_door", "Er ontbreekt niets.")
    if behind == 1:
        return QCoreApplication.translate("at_the_door", "Eén wijziging van daarna ontbreekt.")
    return QCoreApplication.translate(
        "at_the_door", "%1 wijzigingen van daarna ontbreken."
    ).replace("%1", str(behind))
