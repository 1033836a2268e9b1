"""The language of the windows: ours, Qt's own words, and how days and numbers are written."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from advisor_app import _assets
from advisor_app.domain.language import Language

LOCALES = {Language.NL: "nl_NL", Language.EN: "en_GB"}


class Translation:
    """Puts one language on the application at a time."""

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        self._worn: list[QTranslator] = []

    def wear(self, language: Language) -> None:
        """Take off the language before and put on this one.

        Dutch is the language of the source; its own file holds plurals only, and is needed too.
        """
        for translator in self._worn:
            self._application.removeTranslator(translator)
        folder = str(_assets.FOLDER / "translations")
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._worn = [
            _loaded(f"advisor_app_{language.value}", folder),
            _loaded(f"qtbase_{language.value}", qt),
        ]
        for translator in self._worn:
            self._application.installTranslator(translator)
        QLocale.setDefault(QLocale(LOCALES[language]))


def _loaded(name: str, folder: str) -> QTranslator:
    translator = QTranslator()
    translator.load(name, folder)
    return translator
