"""Ticks off what was to be done, and undoes that on a later day; both with a way back."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject

from advisor_app.domain.follow_up import FollowUp
from advisor_app.gui.desk import Desk


def tick_off(desk: Desk, follow_up: FollowUp, owner: QObject) -> None:
    """Finish a follow-up; the toast takes that back."""
    agenda, tasks = desk.session.agenda, desk.tasks
    words = QCoreApplication.translate("TickingOff", "%1 is afgevinkt.")

    def finished(before: FollowUp) -> None:
        desk.news.undo_offered.emit(
            words.replace("%1", desk.label(follow_up.kind)),
            lambda: tasks.run(lambda: agenda.change(before)),
        )

    tasks.run(lambda: agenda.finish(follow_up.id), then=finished, owner=owner)


def put_back_on(desk: Desk, follow_up: FollowUp, owner: QObject) -> None:
    """Let a follow-up be open again that was ticked off by mistake; the toast takes that back."""
    agenda, tasks = desk.session.agenda, desk.tasks
    words = QCoreApplication.translate("TickingOff", "%1 staat weer open.")

    def opened(before: FollowUp) -> None:
        desk.news.undo_offered.emit(
            words.replace("%1", desk.label(follow_up.kind)),
            lambda: tasks.run(lambda: agenda.change(before)),
        )

    tasks.run(lambda: agenda.change(replace(follow_up, done_on=None)), then=opened, owner=owner)
