"""Work is done in turn on one thread, and its answer comes back on the window's."""

import threading

import pytest
from PySide6.QtCore import QObject

from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.gui.tasks import Tasks


@pytest.fixture
def tasks(qtbot):
    tasks = Tasks()
    yield tasks
    tasks.stop()


def test_work_is_done_in_turn_elsewhere_and_answered_here(tasks, qtbot):
    done, answered = [], []

    def work(number):
        done.append((number, threading.current_thread()))
        return number

    for number in range(5):
        tasks.run(lambda number=number: work(number), then=lambda value: answered.append(
            (value, threading.current_thread() is threading.main_thread())
        ))  # fmt: skip
    qtbot.waitUntil(tasks.is_idle)
    assert [number for number, _thread in done] == list(range(5))
    (elsewhere,) = {thread for _number, thread in done}
    assert elsewhere is not threading.main_thread()
    assert answered == [(number, True) for number in range(5)]


def test_a_problem_goes_to_whoever_asked(tasks, qtbot):
    problems = []

    def work():
        raise ProblemError(Problem.DISK_FULL)

    tasks.run(work, otherwise=problems.append)
    qtbot.waitUntil(tasks.is_idle)
    assert [error.problem for error in problems] == [Problem.DISK_FULL]


def test_a_defect_is_told_without_its_message(tasks, qtbot):
    with qtbot.waitSignal(tasks.failed) as told:
        tasks.run(lambda: {}["Jansen"])
    kind, trace = told.args
    assert kind is KeyError
    assert trace.tb_frame is not None


def test_one_that_was_left_ends_its_thread_and_answers_nobody(qtbot):
    import shiboken6

    left, gate, answered = Tasks(), threading.Event(), []
    left.run(gate.wait, then=answered.append)
    left.leave()
    thread = left._thread
    shiboken6.delete(left)
    gate.set()
    thread.join(timeout=60)
    qtbot.wait(20)
    assert not thread.is_alive()
    assert answered == []


def test_nobody_answers_an_owner_that_is_gone(tasks, qtbot):
    import shiboken6

    owner, answered = QObject(), []
    gate = threading.Event()
    tasks.run(gate.wait)
    tasks.run(lambda: 1, then=answered.append, owner=owner)
    shiboken6.delete(owner)
    gate.set()
    qtbot.waitUntil(tasks.is_idle)
    assert answered == []


def test_of_many_searches_only_the_last_is_done_and_answered(tasks, qtbot):
    done, answered = [], []
    gate = threading.Event()
    tasks.run(gate.wait)
    for typed in ("n", "na", "naz"):
        tasks.run(
            lambda typed=typed: done.append(typed) or typed, then=answered.append, latest="find"
        )
    gate.set()
    qtbot.waitUntil(tasks.is_idle)
    assert done == ["naz"]
    assert answered == ["naz"]


def test_stopping_finishes_what_was_asked_for(qtbot):
    tasks, done = Tasks(), []
    for number in range(3):
        tasks.run(lambda number=number: done.append(number))
    tasks.stop()
    assert done == [0, 1, 2]


def test_after_a_second_somebody_who_waits_sees_it(tasks, qtbot):
    gate = threading.Event()
    with qtbot.waitSignal(tasks.slow) as told:
        tasks.run(gate.wait)
    assert told.args == [True]
    with qtbot.waitSignal(tasks.slow) as told:
        gate.set()
    assert told.args == [False]


def test_what_a_task_holds_ends_on_the_thread_of_the_windows(tasks, qtbot):
    ended = []

    class Window:
        def __del__(self):
            ended.append(threading.current_thread() is threading.main_thread())

    for _again in range(50):
        window = Window()
        tasks.run(lambda window=window: window, then=lambda _window: None)
        del window
        qtbot.waitUntil(tasks.is_idle)
    assert len(ended) >= 48
    assert all(ended)


def test_garbage_is_collected_on_the_thread_of_the_windows(tasks, qtbot, monkeypatch):
    import gc

    from advisor_app.gui.frame import garbage

    monkeypatch.setattr(garbage, "EVERY_MS", 50)
    ended = []

    class Window:
        def __init__(self):
            vars(self)["itself"] = self

        def __del__(self):
            ended.append(threading.current_thread() is threading.main_thread())

    collection = garbage.GarbageCollection()
    try:
        Window()
        tasks.run(lambda: [[] for _number in range(5_000)] and None)
        qtbot.waitUntil(lambda: bool(ended))
        assert ended == [True]
        assert not gc.isenabled()
    finally:
        collection.deleteLater()
        gc.unfreeze()
