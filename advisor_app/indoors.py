"""The window of an open vault, put together with its pages."""

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from advisor_app.domain.language import Language
from advisor_app.gui.agenda.agenda_page import AgendaPage
from advisor_app.gui.agenda.today_page import TodayPage
from advisor_app.gui.cases.cases_page import CasesPage
from advisor_app.gui.desk import Desk
from advisor_app.gui.figures.figures_page import FiguresPage
from advisor_app.gui.figures.history_page import HistoryPage
from advisor_app.gui.figures.trends_page import TrendsPage
from advisor_app.gui.frame.main_window import MainWindow
from advisor_app.gui.letters.letters_page import LettersPage
from advisor_app.gui.look import Look
from advisor_app.gui.news import News
from advisor_app.gui.organisations.organisation_page import OrganisationPage
from advisor_app.gui.places import Page, Place
from advisor_app.gui.tasks import Tasks
from advisor_app.gui.vaults.settings_page import SettingsPage
from advisor_app.services.access import Access
from advisor_app.services.appearance import AppearanceFile
from advisor_app.services.session import Session


class Indoors:
    """What an open vault is worked with: the desk of its pages, their news, their window."""

    def __init__(
        self,
        session: Session,
        tasks: Tasks,
        calculations: Tasks,
        look: Look,
        language: Language,
        now: Callable[[], datetime],
        window: MainWindow,
        parent: QObject,
    ) -> None:
        self.news = News(parent)
        self.desk = Desk(
            session=session,
            tasks=tasks,
            calculations=calculations,
            look=look,
            news=self.news,
            language=language,
            now=now,
        )
        self.window = window

    def enter(
        self, appearance_file: AppearanceFile, access: Access, place: Place, idle_minutes: int
    ) -> None:
        """Fill the window at a place; it is shown by whoever made it."""
        makers: Mapping[Page, Callable[[Desk], QWidget]] = {
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
        self.window.enter(self.desk, makers, place, idle_minutes)
