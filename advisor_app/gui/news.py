"""What the pages of the main window tell it, and what it tells them; they do not know each other."""

from PySide6.QtCore import QObject, Signal


class News(QObject):
    """One set of signals per main window."""

    changed = Signal(object)
    """A commit: the frozenset of record types that changed; crosses from the vault's thread."""

    saved = Signal(object)
    """A moment at which something was kept for good."""

    draft_saved = Signal(object)
    """A moment at which a draft was kept."""

    refused = Signal(str)
    """A sentence about what could not be done, for the strip above the status bar."""

    mended = Signal()
    """What was refused before works again, or is not wanted any more; `saved` and `draft_saved` say so too."""

    undo_offered = Signal(str, object)
    """What was done, in words without a subject, and a callable that takes it back."""

    said = Signal(str)
    """A short confirmation, announced without moving the focus."""

    wanted = Signal(object)
    """A Place to go to."""

    arrived = Signal(object)
    """The CaseId of what was chosen on a page, None for what is no case: where somebody is now."""

    commanded = Signal(object)
    """A Command of the main window, from a button on a page."""

    find_wanted = Signal(str)
    """The palette is to open."""

    destroying = Signal(object)
    """The id of a case that is about to be destroyed: whoever shows it lets go of it."""

    destroyed = Signal(object)
    """The id of a case that is gone: nobody holds anything of it any more."""

    spared = Signal(object)
    """The id of a case that could not be destroyed: what was let go of is taken up again."""

    look_changed = Signal()
    """Language, theme or scale are others now: the window must be made anew."""

    idle_minutes_chosen = Signal(int)
    """The vault is to lock after another number of minutes."""

    lock_wanted = Signal()
    """The vault is to be locked now."""
