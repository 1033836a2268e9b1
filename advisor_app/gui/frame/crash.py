"""When the program itself is wrong: say where, never what; the last words often quote a case."""

from collections.abc import Callable
from traceback import walk_tb
from types import TracebackType

from PySide6.QtWidgets import QDialog

from advisor_app._assets.forms.crash_dialog import Ui_CrashDialog
from advisor_app.gui.look import Look


def places(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return the kind of error and the places it went through, without a value or a message."""
    lines = [
        f"{frame.f_globals.get('__name__', '?')}:{line} {frame.f_code.co_name}"
        for frame, line in walk_tb(trace)
    ]
    return "\n".join([kind.__name__, *lines])


class CrashDialog(QDialog):
    """Shows the places, and offers to stop."""

    def __init__(self, report: str, look: Look, stop: Callable[[], None]) -> None:
        super().__init__()
        self.ui = Ui_CrashDialog()
        self.ui.setupUi(self)
        look.dress(self)
        look.size_window(self, 640, 420)
        self.ui.places.setPlainText(report)
        self.ui.go_on.clicked.connect(self.reject)
        self.ui.stop.clicked.connect(self.accept)
        self.accepted.connect(stop)
        self.ui.stop.setFocus()
