"""Lanes: every job ends in an answer, a failure or, cancelled, in silence."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from gui.jobs import CancelledError, InlineLane, Lane, ThreadLane, Ticket


@pytest.fixture(params=["inline", "thread"])
def lane(request: pytest.FixtureRequest, qtbot: QtBot):  # noqa: ANN201 (a generator)
    made: Lane = InlineLane() if request.param == "inline" else ThreadLane("try")
    yield made
    made.close()


class Heard:
    def __init__(self) -> None:
        self.answers: list[object] = []
        self.errors: list[Exception] = []

    def any(self) -> bool:
        return bool(self.answers or self.errors)


def test_an_answer_comes(lane: Lane, qtbot: QtBot) -> None:
    heard = Heard()
    lane.run(lambda: 7, heard.answers.append, heard.errors.append)
    qtbot.waitUntil(heard.any)
    assert heard.answers == [7]


def test_a_failure_is_never_silent(lane: Lane, qtbot: QtBot) -> None:
    heard = Heard()

    def fail() -> None:
        raise ValueError("x")

    lane.run(fail, heard.answers.append, heard.errors.append)
    qtbot.waitUntil(heard.any)
    assert [type(error) for error in heard.errors] == [ValueError]
    assert heard.answers == []


def test_a_cancelled_job_is_silent(lane: Lane, qtbot: QtBot) -> None:
    heard, ticket = Heard(), Ticket()
    ticket.cancel()
    lane.run(lambda: 7, heard.answers.append, heard.errors.append, ticket=ticket)
    last = Heard()
    lane.run(lambda: 8, last.answers.append, last.errors.append)
    qtbot.waitUntil(last.any)
    assert not heard.any()


def test_a_job_can_stop_between_its_steps() -> None:
    ticket = Ticket()
    ticket.check()
    ticket.cancel()
    with pytest.raises(CancelledError):
        ticket.check()


def test_the_answer_of_a_gone_owner_is_dropped(qtbot: QtBot) -> None:
    heard, lane, owner = Heard(), ThreadLane("try"), QObject()
    wait = threading.Event()
    lane.run(wait.wait, heard.answers.append, heard.errors.append, owner=owner)
    from shiboken6 import delete

    delete(owner)
    wait.set()
    last = Heard()
    lane.run(lambda: 8, last.answers.append, last.errors.append)
    qtbot.waitUntil(last.any)
    lane.close()
    assert not heard.any()


def test_work_is_elsewhere_and_answers_are_here(qtbot: QtBot) -> None:
    lane, heard = ThreadLane("try"), Heard()
    here = QThread.currentThread()
    lane.run(
        threading.get_ident,
        lambda ident: heard.answers.append((ident, QThread.currentThread() is here)),
        heard.errors.append,
    )
    qtbot.waitUntil(heard.any)
    lane.close()
    ident, same = heard.answers[0]
    assert ident != threading.get_ident()
    assert same


def test_closing_lets_the_waiting_jobs_finish(qtbot: QtBot) -> None:
    lane, done = ThreadLane("try"), []
    for number in range(5):
        lane.run(lambda n=number: done.append(n), None, done.append)
    lane.close()
    assert done == [0, 1, 2, 3, 4]
