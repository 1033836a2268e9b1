"""A real session on a real vault behind every window."""

import gc
import secrets
import shutil
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6 import QtGui
from PySide6.QtCore import QPoint, QPointF, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.app import Program
from advisor_app.domain.case import NewCase
from advisor_app.domain.codes import Code
from advisor_app.domain.conversation import Conversation
from advisor_app.domain.language import Language
from advisor_app.domain.organisation import Headcount, Organisation
from advisor_app.domain.reporting import Rung
from advisor_app.domain.settings import Theme, Typeface
from advisor_app.gui.agenda.agenda_page import AgendaPage
from advisor_app.gui.agenda.today_page import TodayPage
from advisor_app.gui.cases.cases_page import CasesPage
from advisor_app.gui.desk import Desk
from advisor_app.gui.figures.figures_page import FiguresPage
from advisor_app.gui.figures.history_page import HistoryPage
from advisor_app.gui.figures.trends_page import TrendsPage
from advisor_app.gui.frame.main_window import MainWindow
from advisor_app.gui.letters.letters_page import LettersPage
from advisor_app.gui.look import STYLE, Look, load_fonts
from advisor_app.gui.news import News
from advisor_app.gui.organisations.organisation_page import OrganisationPage
from advisor_app.gui.places import Page
from advisor_app.gui.tasks import Tasks
from advisor_app.gui.translation import Translation
from advisor_app.gui.widgets.elided_button import ElidedButton
from advisor_app.gui.widgets.elided_label import ElidedLabel
from advisor_app.keychain import Keychain
from advisor_app.services.access import Access
from advisor_app.services.appearance import AppearanceFile
from advisor_app.services.organisations import OrganisationFile
from advisor_app.services.session import Session
from advisor_app.storage.keys import FLOOR_COST
from advisor_app.storage.vault import Vault
from tests.conftest import PASSPHRASE
from tests.gui.every_dialog import every_dialog
from tests.services.figures.practice import practice

MAKERS = {
    Page.TODAY: TodayPage,
    Page.CASES: CasesPage,
    Page.AGENDA: AgendaPage,
    Page.LETTERS: LettersPage,
    Page.FIGURES: FiguresPage,
    Page.HISTORY: HistoryPage,
    Page.TRENDS: TrendsPage,
    Page.ORGANISATION: OrganisationPage,
}


PATIENCE_MS = 60_000
"""How long a test waits for what must happen: on a busy machine things come late, not wrong."""

PROMISED_MS = 2_000
"""Within this what is typed is on its way to the vault."""


class PatientBot(QtBot):
    """Waits no longer than it needs, and gives up long after the five seconds of pytest-qt."""

    def waitUntil(self, callback, *, timeout=PATIENCE_MS):  # noqa: N802  (pytest-qt's own names)
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal, *, timeout=PATIENCE_MS, **other):  # noqa: N802
        return super().waitSignal(signal, timeout=timeout, **other)

    def waitExposed(self, widget, *, timeout=PATIENCE_MS):  # noqa: N802
        return super().waitExposed(widget, timeout=timeout)

    def waitActive(self, widget, *, timeout=PATIENCE_MS):  # noqa: N802
        return super().waitActive(widget, timeout=timeout)


@pytest.fixture
def qtbot(qapp, request):
    return PatientBot(request)


@pytest.fixture(autouse=True)
def _garbage_is_collected_on_this_thread():
    """Keep Python from destroying what a test before left behind on the vault's thread."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.fixture
def tasks(qtbot):
    tasks = Tasks()
    yield tasks
    tasks.stop()


@pytest.fixture
def calculations(qtbot):
    calculations = Tasks()
    yield calculations
    qtbot.waitUntil(calculations.is_idle)
    calculations.stop()


@pytest.fixture(scope="session")
def qapp_args():
    return ["tests", *STYLE]


@pytest.fixture
def ask(tasks, qtbot):
    """Do something on the vault's thread and return its answer."""

    def do(work):
        answers = []
        tasks.run(work, then=answers.append)
        qtbot.waitUntil(lambda: bool(answers))
        return answers[0]

    return do


@pytest.fixture
def translation(qapp):
    """The language of the windows; it is Dutch again for the next test."""
    translation = Translation(qapp)
    translation.wear(Language.NL)
    yield translation
    translation.wear(Language.NL)


@pytest.fixture
def look(translation):
    """Dress the application as it comes: light, in Dutch."""
    load_fonts()
    look = Look(Theme.LIGHT, 100, Typeface.INTER)
    look.wear(QApplication.instance())
    return look


@pytest.fixture
def access(tmp_path, clock):
    """What can be done before a vault is open, with a folder of vaults of its own."""
    return Access(tmp_path / "home", lambda: Keychain(None), clock, secrets.choice, cost=FLOOR_COST)


@pytest.fixture
def replaced():
    """Collect the arguments with which the process would have been replaced."""
    return []


@pytest.fixture
def program(qapp, qtbot, access, clock, tmp_path, look, replaced):
    """The whole program, but for the process that it would replace."""
    program = Program(
        qapp, access, AppearanceFile(tmp_path / "appearance.json"), clock, replaced.append
    )
    yield program
    if program.window is not None:
        program.window.hide()
    if not replaced:
        program.stop()
    if program.window is not None:
        program.window.deleteLater()
    program.appearance._translation.wear(Language.NL)


@pytest.fixture
def inside(program, access, new_vault, qtbot):
    """Open a vault in the program, as somebody with the passphrase does; return its window."""
    folder = access.folders.of("Mijn praktijk")
    shutil.copytree(new_vault[0], folder)
    program.begin()
    program.window.ui.passphrase.setText(PASSPHRASE)
    program.window.open()
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow))
    window = program.window
    window.resize(1280, 800)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(program.tasks.is_idle)
    return window


@pytest.fixture
def heard(monkeypatch):
    """Collect what a screen reader is told to say."""
    heard = []

    class Announcement(QAccessibleAnnouncementEvent):
        def __init__(self, part, sentence):
            super().__init__(part, sentence)
            heard.append(sentence)

    monkeypatch.setattr(QtGui, "QAccessibleAnnouncementEvent", Announcement)
    return heard


@pytest.fixture
def desk(qapp, qtbot, tasks, calculations, ask, vault_folder, clock, look):
    def make():
        vault, _code = Vault.create(vault_folder, PASSPHRASE, clock, FLOOR_COST)
        return Session(vault, Keychain(None), clock, secrets.choice, cost=FLOOR_COST)

    session = ask(make)
    news = News()
    ask(lambda: session.watch(news.changed.emit))
    yield Desk(
        session=session, tasks=tasks, calculations=calculations, look=look, news=news,
        language=Language.NL, now=clock,
    )  # fmt: skip
    qtbot.waitUntil(tasks.is_idle)
    ask(session.close)


@pytest.fixture
def an_organisation(desk, ask):
    """Make an organisation and return it."""

    def make(name="Gemeente Waterdal", code="WATER", staff=350):
        file = OrganisationFile(
            organisation=Organisation(
                code=code, name=name, type=Code("ORG-GEM"), client_since=date(2024, 1, 1)
            ),
            headcounts=tuple(
                Headcount(organisation=0, year=year, staff=staff) for year in (2025, 2026, 2027)
            ),
        )
        return ask(lambda: desk.session.organisations.keep(file)).organisation

    return make


@pytest.fixture
def a_case(desk, ask):
    def make(organisation, title="Herhaalde opmerkingen in team", **known):
        known = {"alias": "Merel", **known}
        new = NewCase(organisation=organisation.id, title=title, **known)
        return ask(lambda: desk.session.casework.open_case(new))

    return make


@pytest.fixture
def a_talk(desk, ask):
    def make(organisation, case=None, text="Eerste contact."):
        talk = Conversation(
            organisation=organisation.id,
            case=None if case is None else case.id,
            held_on=date(2026, 11, 19),
            form=Code("CTF-TEL"),
            kind=Code("CTS-EER"),
            initiator=Code("INI-MEL"),
            minutes=15,
        )
        return ask(lambda: desk.session.conversations.log_conversation(talk, text))

    return make


@pytest.fixture
def dialogs(desk, access, an_organisation, a_case, a_talk, qtbot):
    """Make every dialog, at a desk that may differ in look and language."""
    client = an_organisation()
    case, talk = a_case(client), a_talk(client)
    parent = QWidget()
    qtbot.addWidget(parent)

    def make(**other):
        return every_dialog(replace(desk, **other), access, client, case, talk, parent)

    return make


@pytest.fixture
def window(desk, qtbot):
    windows = []

    def open_at(place):
        window = MainWindow(desk.look)
        window.enter(desk, MAKERS, place, 5)
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(1280, 800)
        window.show()
        qtbot.waitExposed(window)
        settle(qtbot, desk)
        return window

    yield open_at
    for window in windows:
        window.leave_quietly()
        window.close()


@pytest.fixture
def open_page(desk, qtbot):
    """Show one page alone, with the room that it has in the window of a laptop."""

    def show(kind):
        page = kind(desk)
        qtbot.addWidget(page)
        page.resize(1060, 740)
        page.show()
        page.activateWindow()
        qtbot.waitExposed(page)
        return page

    return show


@pytest.fixture
def told(desk, ask, clock):
    """A client with tables over 2027, of which one line was shown, and a year to come."""
    clock.at = datetime(2026, 12, 1, 9, tzinfo=UTC)

    def live():
        made = practice(desk.session, clock, 2_000, years=(2026, 2027, 2028))
        desk.session.reporting.choose(made.id, "2027", Rung.YEAR_TABLES)
        made.goes_to(2027, 5, 4)
        made.cases(6, "OO-PES")
        made.cases(3, "OO-DIS")
        made.cases(2, "INT-FRA")
        made.goes_to(2027, 12, 1)
        desk.session.reporting.choose(made.id, "2028", Rung.YEAR_TABLES)
        made.goes_to(2028, 1, 14)
        made.fixes("2027")
        made.cases(9, "OO-PES")
        return made

    return ask(live)


@pytest.fixture
def soon_kept(desk, qtbot):
    """Require that what is typed inside is kept, and waits no longer for that than was promised.

    What its timer says decides, since a busy machine is late with everything.
    """

    @contextmanager
    def soon_kept(keeper):
        with qtbot.waitSignal(desk.news.draft_saved):
            yield
            waits = [timer.remainingTime() for timer in keeper.findChildren(QTimer)]
            assert any(0 <= wait < PROMISED_MS for wait in waits)

    return soon_kept


def settle(qtbot, desk):
    """Wait until everything that was asked for has been answered and shown."""
    for _again in range(3):
        qtbot.waitUntil(desk.tasks.is_idle)
        qtbot.waitUntil(desk.calculations.is_idle)
        qtbot.wait(10)


@pytest.fixture(name="settle")
def _settle(qtbot, desk):
    return lambda: settle(qtbot, desk)


def keys(text):
    """Type where the focus is."""
    QTest.keyClicks(QApplication.focusWidget(), text)


def key(which, modifiers=Qt.KeyboardModifier.NoModifier):
    """Press a key where the focus is."""
    QTest.keyClick(QApplication.focusWidget(), which, modifiers)


def button_words(button):
    """Return the words of a button without the mark of its Alt letter."""
    return button.text().replace("&", "")


def press(box, words):
    """Press the button of a question that has these words."""
    (button,) = [each for each in box.buttons() if button_words(each) == words]
    button.click()


def tab_chain(window):
    """Return what Tab reaches, in turn, by the names of the parts of the form."""
    names, part = [], window
    while True:
        part = part.nextInFocusChain()
        if part is window or (part in names):
            return [each.objectName() or each.parentWidget().objectName() for each in names]
        if (
            part.isVisibleTo(window)
            and part.isEnabledTo(window)
            and part.focusPolicy() & Qt.FocusPolicy.TabFocus
            and part.focusProxy() is None
        ):
            names.append(part)


def cut_off(window):
    """Return the words in a window that do not have the room they need."""
    short = []
    for part in window.findChildren(QWidget):
        if not part.isVisibleTo(window) or not hasattr(part, "text") or not part.text():
            continue
        left = part.mapTo(window, QPoint(0, 0)).x()
        if left < 0 or left + part.width() > window.width():
            short.append((part.objectName(), "beside the window"))
        needed = part.sizeHint()
        if isinstance(part, QLabel) and part.wordWrap():
            needed = QSize(0, part.heightForWidth(part.width()))
        elif not isinstance(part, (QLabel, QAbstractButton)) or isinstance(
            part, (ElidedLabel, ElidedButton)
        ):
            continue
        if part.width() < needed.width() or part.height() < needed.height():
            short.append((part.objectName(), "too small"))
    return short


def nameless(window):
    """Return what can be reached by keys in a window and says nothing to a screen reader."""
    return [
        (part.objectName(), type(part).__name__)
        for part in window.findChildren(QWidget)
        if part.isVisibleTo(window)
        and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not _name_of(part, window)
    ]


def _name_of(part, window):
    """Return the name that a screen reader says; what Qt puts into a field is named by the field."""
    while part.objectName().startswith("qt_") or part.focusProxy() is not None:
        part = part.parentWidget() if part.focusProxy() is None else part.focusProxy()
    if isinstance(part, QComboBox):  # says what is chosen, and its name only by its label
        return any(label.buddy() is part and label.text() for label in window.findChildren(QLabel))
    return QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)


def hold_once_begun(work):
    """Let long work wait, on the vault's thread, from its first step until somebody stops it.

    Else it may be done before this thread, which has to share a busy machine, sees it begin.
    """
    held = []

    def hold(percent):
        if 0 < percent < 100 and not held:
            held.append(percent)
            work._is_unwanted.wait(PATIENCE_MS / 1000)

    work._moved.connect(hold, Qt.ConnectionType.DirectConnection)


def fill(session):
    """Make a vault large: 20 MB, several years of work."""
    for number in range(20):
        session.drafts.keep("narrative", f"{number} 2026", secrets.token_hex(500_000))


def turn_the_wheel(widget):
    """Turn the wheel down by one notch while the pointer is over a widget."""
    where = QPointF(widget.rect().center())
    event = QWheelEvent(
        where,
        widget.mapToGlobal(where),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003  (Qt's own)
    )
    QApplication.sendEvent(widget, event)
