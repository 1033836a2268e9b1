"""Removes an organisation that was added by mistake: one question, and nothing of a case is lost."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from advisor_app.domain.organisation import Organisation
from advisor_app.domain.problems import ProblemError
from advisor_app.gui.desk import Desk
from advisor_app.gui.parts.confirm import confirm


def ask_to_remove(
    desk: Desk, organisation: Organisation, window: QWidget, then: Callable[[], None]
) -> None:
    """Ask once, and have it removed; `then` follows when it is gone."""
    organisations = desk.session.organisations
    question = QCoreApplication.translate("RemovingOrganisation", "%1 verwijderen?")
    detail = QCoreApplication.translate(
        "RemovingOrganisation",
        "Doe dit als u de organisatie per ongeluk toevoegde. Het kan zolang er niets bij is vastgelegd. "
        "Haar gegevens, afdelingen en contactpersonen verdwijnen voorgoed.",
    )

    def refused(error: ProblemError) -> None:
        desk.news.refused.emit(desk.sentence(error))

    def remove() -> None:
        desk.tasks.run(
            lambda: organisations.remove(organisation.id),
            then=lambda _gone: then(),
            otherwise=refused,
            owner=window,
        )

    verb = QCoreApplication.translate("RemovingOrganisation", "Verwijderen")
    confirm(window, question.replace("%1", organisation.name), detail, verb, remove)
