"""How the advisor stands on paper: name, address, logo and signature, in whichever dialog asks."""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from advisor_app._assets.forms.letterhead_part import Ui_LetterheadPart
from advisor_app.domain import draft_keys
from advisor_app.domain.organisation import Advisor
from advisor_app.domain.problems import InvalidError, Problem, ProblemError
from advisor_app.gui.desk import Desk
from advisor_app.gui.drafts.dialog_draft import DialogDraft
from advisor_app.gui.parts.file_choice import choose_existing
from advisor_app.gui.parts.form import (
    read,
    show,
    show_value,
    type_again,
    type_in,
    typed,
    typed_in,
    value_of,
)
from advisor_app.gui.parts.marks import announce, mark, unmark
from advisor_app.gui.widgets.picture_field import PictureField
from advisor_app.services import pictures

_PICTURES = ("logo", "signature")
_FIELDS = ("public_name", "function_line", "letterhead_lines", *_PICTURES)


class LetterheadPart(QWidget):
    """The fields of one form; the dialog around it dresses it and says when they are kept.

    What is typed in one dialog and not saved comes back in whichever asks next.
    """

    def __init__(self, desk: Desk, dialog: QDialog) -> None:
        super().__init__(dialog)
        self.ui = Ui_LetterheadPart()
        self.ui.setupUi(self)
        self._desk = desk
        self._advisor = Advisor()
        self._reading = 0
        self._waiting: Callable[[], None] | None = None
        for name in _PICTURES:
            field: PictureField = getattr(self.ui, name)
            field.set_paper(desk.look.colour("paper"))
            field.wanted.connect(partial(self.choose, name))
        self.draft = DialogDraft(
            desk, draft_keys.ADVISOR, self._typed, self._show_typed, self.ui.kept, dialog
        )
        self.unmark()

    def load(self) -> None:
        """Show the letterhead as it is kept, and over it what was typed before and not saved."""
        advisor = self._desk.session.correspondence.advisor
        self._desk.tasks.run(advisor, then=self._show_advisor, owner=self)

    def _show_advisor(self, advisor: Advisor) -> None:
        self._advisor = advisor
        show(self.ui, advisor, *_FIELDS)
        if not advisor.function_line:
            self.ui.function_line.setText(self.tr("extern vertrouwenspersoon"))
        self.draft.begin()

    def _typed(self) -> str:
        """Return all that stands in the form, as its draft keeps it."""
        return json.dumps(typed(self.ui, *_FIELDS))

    def _show_typed(self, text: str) -> None:
        type_again(self.ui, json.loads(text))

    def advisor(self) -> Advisor:
        """Return what stands in the fields.

        Raises:
            InvalidError: naming the field.
        """
        advisor = replace(self._advisor, **read(self.ui, *_FIELDS))
        if not advisor.public_name:
            raise InvalidError("public_name", Problem.EMPTY)
        return advisor

    def when_read(self, then: Callable[[], None]) -> None:
        """Go on at once, or as soon as the picture that was chosen has been read."""
        if self._reading:
            self._waiting = then
        else:
            then()

    def choose(self, name: str) -> QFileDialog:
        """Ask which file the logo or signature is in."""
        titles = {
            "logo": self.tr("Welk bestand is uw logo?"),
            "signature": self.tr("Welk bestand is uw handtekening?"),
        }
        return choose_existing(
            self,
            titles[name],
            self.tr("Afbeeldingen"),
            pictures.SUFFIXES,
            partial(self.take_file, name),
        )

    def take_file(self, name: str, path: Path) -> None:
        """Show the picture in a file; one that is no picture leaves what was there."""
        unmark(self.ui, (name,), self.ui.problem)
        field: PictureField = getattr(self.ui, name)
        self._reading += 1

        def take(content: bytes) -> None:
            self._reading -= 1
            field.show_picture(content)
            announce(field, field.called())
            waiting, self._waiting = self._waiting, None
            if waiting is not None:
                self.when_read(waiting)

        def refused(error: ProblemError) -> None:
            self._reading -= 1
            self._waiting = None
            self.refuse(error)

        self._desk.calculations.run(
            lambda: pictures.read(name, path), then=take, otherwise=refused, owner=self
        )

    def unmark(self) -> None:
        """Take every mark away."""
        unmark(self.ui, _FIELDS, self.ui.problem)

    def refuse(self, error: ProblemError) -> None:
        """Say what was refused, at its field."""
        field = error.field if isinstance(error, InvalidError) else ""
        mark(self.ui, field, self._desk.sentence(error), self.ui.problem)


@value_of.register
def _(widget: PictureField) -> bytes:
    return widget.content


@show_value.register
def _(widget: PictureField, value: bytes) -> None:
    widget.show_picture(value)


@typed_in.register
def _(widget: PictureField) -> str:
    return b64encode(widget.content).decode()


@type_in.register
def _(widget: PictureField, typed: str) -> None:
    widget.show_picture(b64decode(typed))
