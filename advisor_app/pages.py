"""The pages of an open vault, and what makes each of them."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from advisor_app.gui.agenda.agenda_page import AgendaPage
from advisor_app.gui.agenda.today_page import TodayPage
from advisor_app.gui.cases.cases_page import CasesPage
from advisor_app.gui.desk import Desk
from advisor_app.gui.figures.figures_page import FiguresPage
from advisor_app.gui.figures.history_page import HistoryPage
from advisor_app.gui.figures.trends_page import TrendsPage
from advisor_app.gui.letters.letters_page import LettersPage
from advisor_app.gui.organisations.organisation_page import OrganisationPage
from advisor_app.gui.places import Page
from advisor_app.gui.vaults.settings_page import SettingsPage
from advisor_app.services.access import Access
from advisor_app.services.appearance import AppearanceFile


def page_makers(
    appearance_file: AppearanceFile, access: Access
) -> Mapping[Page, Callable[[Desk], QWidget]]:
    """Return what makes each page, when somebody first goes there."""
    return {
        Page.TODAY: TodayPage,
        Page.CASES: CasesPage,
        Page.AGENDA: AgendaPage,
        Page.LETTERS: LettersPage,
        Page.FIGURES: FiguresPage,
        Page.HISTORY: HistoryPage,
        Page.TRENDS: TrendsPage,
        Page.SETTINGS: lambda desk: SettingsPage(desk, appearance_file, access),
        Page.ORGANISATION: OrganisationPage,
    }
