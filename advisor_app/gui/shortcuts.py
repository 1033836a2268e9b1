"""Every command of the window with its keys, and the window of F1 that lists them."""

from enum import StrEnum, auto

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from advisor_app._assets.forms.shortcuts import Ui_Shortcuts
from advisor_app.gui.look import Look


class Command(StrEnum):
    """A verb of the main window; its value is the name of the method."""

    LOG_CONVERSATION = auto()
    NEW_CASE = auto()
    ADD_NOTE = auto()
    PLAN = auto()
    WRITE_LETTER = auto()
    FIND_ANYTHING = auto()
    FIND_COMMAND = auto()
    SWITCH_ORGANISATION = auto()
    EDIT_ORGANISATION = auto()
    ADD_ORGANISATION = auto()
    EDIT_LETTERHEAD = auto()
    OPEN_TODAY = auto()
    OPEN_CASES = auto()
    OPEN_AGENDA = auto()
    OPEN_LETTERS = auto()
    OPEN_FIGURES = auto()
    OPEN_SETTINGS = auto()
    OPEN_HISTORY = auto()
    OPEN_TRENDS = auto()
    OPEN_DESTRUCTIONS = auto()
    ANSWER_DIRECTOR = auto()
    BACK_UP = auto()
    CHANGE_PASSPHRASE = auto()
    TAKE_BACK = auto()
    NEXT_PANE = auto()
    HIDE_SCREEN = auto()
    LOCK = auto()
    SHOW_SHORTCUTS = auto()


# lupdate reads the words here; they are translated when they are shown.
SHORTCUTS: tuple[tuple[Command, tuple[str, ...], str], ...] = (
    (Command.LOG_CONVERSATION, ("Ctrl+L",), str(QT_TRANSLATE_NOOP("Shortcuts", "Gesprek vastleggen"))),
    (Command.NEW_CASE, ("Ctrl+N",), str(QT_TRANSLATE_NOOP("Shortcuts", "Nieuw dossier"))),
    (Command.ADD_NOTE, (), str(QT_TRANSLATE_NOOP("Shortcuts", "Notitie toevoegen"))),
    (Command.PLAN, (), str(QT_TRANSLATE_NOOP("Shortcuts", "Afspraak of opvolging plannen"))),
    (Command.WRITE_LETTER, (), str(QT_TRANSLATE_NOOP("Shortcuts", "Brief maken"))),
    (Command.FIND_ANYTHING, ("Ctrl+K", "Ctrl+F"), str(QT_TRANSLATE_NOOP("Shortcuts", "Zoeken in alles"))),
    (Command.FIND_COMMAND, ("Ctrl+Shift+K",), str(QT_TRANSLATE_NOOP("Shortcuts", "Opdracht zoeken"))),
    (Command.SWITCH_ORGANISATION, ("Ctrl+O",), str(QT_TRANSLATE_NOOP("Shortcuts", "Andere organisatie"))),
    (Command.EDIT_ORGANISATION, (), str(QT_TRANSLATE_NOOP("Shortcuts", "Gegevens van deze organisatie"))),
    (Command.ADD_ORGANISATION, (), str(QT_TRANSLATE_NOOP("Shortcuts", "Organisatie toevoegen"))),
    (Command.EDIT_LETTERHEAD, (), str(QT_TRANSLATE_NOOP("Shortcuts", "Briefhoofd wijzigen"))),
    (Command.OPEN_TODAY, ("Ctrl+1",), str(QT_TRANSLATE_NOOP("Shortcuts", "Vandaag"))),
    (Command.OPEN_CASES, ("Ctrl+2",), str(QT_TRANSLATE_NOOP("Shortcuts", "Dossiers"))),
    (Command.OPEN_AGENDA, ("Ctrl+3",), str(QT_TRANSLATE_NOOP("Shortcuts", "Agenda"))),
    (Command.OPEN_LETTERS, ("Ctrl+4",), str(QT_TRANSLATE_NOOP("Shortcuts", "Brieven"))),
    (Command.OPEN_FIGURES, ("Ctrl+5",), str(QT_TRANSLATE_NOOP("Shortcuts", "Cijfers"))),
    (Command.OPEN_SETTINGS, ("Ctrl+,",), str(QT_TRANSLATE_NOOP("Shortcuts", "Instellingen"))),
    (Command.OPEN_HISTORY, (), str(QT_TRANSLATE_NOOP("Shortcuts", "Wat naar buiten ging"))),
    (Command.OPEN_TRENDS, (), str(QT_TRANSLATE_NOOP("Shortcuts", "Door de jaren heen"))),
    (Command.OPEN_DESTRUCTIONS, (), str(QT_TRANSLATE_NOOP("Shortcuts", "Wat vernietigd is"))),
    (Command.ANSWER_DIRECTOR, ("Ctrl+D",), str(QT_TRANSLATE_NOOP("Shortcuts", "De directeur belt: wat mag ik zeggen?"))),
    (Command.BACK_UP, ("Ctrl+B",), str(QT_TRANSLATE_NOOP("Shortcuts", "Back-up maken"))),
    (Command.CHANGE_PASSPHRASE, (), str(QT_TRANSLATE_NOOP("Shortcuts", "Wachtzin veranderen"))),
    (Command.TAKE_BACK, ("Ctrl+Z",), str(QT_TRANSLATE_NOOP("Shortcuts", "Ongedaan maken"))),
    (Command.NEXT_PANE, ("F6",), str(QT_TRANSLATE_NOOP("Shortcuts", "Naar het volgende deel van het venster"))),
    (Command.HIDE_SCREEN, ("Ctrl+Shift+H",), str(QT_TRANSLATE_NOOP("Shortcuts", "Verberg scherm"))),
    (Command.LOCK, ("Ctrl+Shift+L",), str(QT_TRANSLATE_NOOP("Shortcuts", "Vergrendel"))),
    (Command.SHOW_SHORTCUTS, ("F1",), str(QT_TRANSLATE_NOOP("Shortcuts", "Alle sneltoetsen"))),
)  # fmt: skip

WITHIN_PAGES: tuple[tuple[str, str], ...] = (
    ("Ctrl+Enter", str(QT_TRANSLATE_NOOP("Shortcuts", "Opslaan"))),
    ("Esc", str(QT_TRANSLATE_NOOP("Shortcuts", "Terug; wat u typte blijft bewaard"))),
    ("1 – 9, 0", str(QT_TRANSLATE_NOOP("Shortcuts", "Op Vandaag: doe die regel"))),
    ("Alt+↑, Alt+↓", str(QT_TRANSLATE_NOOP("Shortcuts", "Vorig of volgend dossier"))),
    ("Alt+←", str(QT_TRANSLATE_NOOP("Shortcuts", "Alle dossiers"))),
    ("↑, ↓", str(QT_TRANSLATE_NOOP("Shortcuts", "In een datum: een dag later of eerder"))),
    ("F4", str(QT_TRANSLATE_NOOP("Shortcuts", "In een datum: kalender"))),
)


def words_of(command: Command) -> str:
    """Return what a command is called on screen."""
    found = next(words for each, _keys, words in SHORTCUTS if each is command)
    return QCoreApplication.translate("Shortcuts", found)


class Shortcuts(QDialog):
    """The list of F1."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.ui = Ui_Shortcuts()
        self.ui.setupUi(self)
        for command, keys, _words in SHORTCUTS:
            if keys:
                self._add(keys[0], words_of(command))
        for keys_within, words in WITHIN_PAGES:
            self._add(keys_within, QCoreApplication.translate("Shortcuts", words))
        look.dress(self)
        look.size_window(self, 560, 640)
        self.ui.shut.clicked.connect(self.accept)

    def _add(self, keys: str, words: str) -> None:
        row = self.ui.rows.rowCount()
        key = QLabel(keys, self.ui.list)
        key.setProperty("role", "key")
        text = QLabel(words, self.ui.list)
        self.ui.rows.addWidget(key, row, 0, Qt.AlignmentFlag.AlignLeft)
        self.ui.rows.addWidget(text, row, 1)
