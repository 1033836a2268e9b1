"""How the windows look now: as it was chosen, or as the system has it where that is the choice."""

import contextlib
from dataclasses import replace

from PySide6 import QtCore
from PySide6.QtWidgets import QApplication

from advisor_app.domain.language import Language
from advisor_app.domain.problems import ProblemError
from advisor_app.domain.settings import Appearance, Theme
from advisor_app.gui.look import Look, theme_of
from advisor_app.gui.translation import Translation
from advisor_app.services.appearance import AppearanceFile


class WornAppearance:
    """The look and the language of the application; windows take them as they are made."""

    look: Look
    """Another one after each change."""

    def __init__(self, application: QApplication, file: AppearanceFile) -> None:
        self._application = application
        self._file = file
        self._translation = Translation(application)
        self._theme_of_system = theme_of(application.palette())
        self._wear(file.read())

    @property
    def language(self) -> Language:
        """Return the language of the windows."""
        return self._chosen.language

    @property
    def follows_the_system(self) -> bool:
        """Tell whether the theme is that of the system."""
        return self._chosen.theme is Theme.SYSTEM

    def choose_language(self, language: Language) -> None:
        """Wear another language from now on, and the next time."""
        chosen = replace(self._chosen, language=language)
        with contextlib.suppress(ProblemError):  # the language is worn, though it is not kept
            self._file.keep(chosen)
        self._wear(chosen)

    def read_again(self) -> None:
        """Wear what was chosen meanwhile, with the theme that the system has by now."""
        self._wear(self._file.read())

    def heed_the_system(self, scheme: "QtCore.Qt.ColorScheme") -> None:
        """Know another theme of the system; it is worn when what was chosen is read again."""
        is_dark = scheme == QtCore.Qt.ColorScheme.Dark
        self._theme_of_system = Theme.DARK if is_dark else Theme.LIGHT

    def _wear(self, chosen: Appearance) -> None:
        self._chosen = chosen
        theme = self._theme_of_system if self.follows_the_system else chosen.theme
        self.look = Look(theme, chosen.scale, chosen.typeface)
        self.look.wear(self._application)
        self._translation.wear(chosen.language)
