"""What the main window asks of each of its pages."""

from typing import Protocol

from advisor_app.gui.places import Place


class PageWidget(Protocol):
    """A QWidget that is one of them."""

    def show_place(self, place: Place) -> None:
        """Load what the place names and put the focus where somebody goes on."""

    def keep_drafts(self) -> None:
        """Hand every unsaved text to the vault's thread now."""
