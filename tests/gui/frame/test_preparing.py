"""Pages are made and read beforehand, in short steps, and nobody notices."""

from __future__ import annotations

import threading
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from gui.frame import page_stack, preparing
from gui.frame.page_stack import PREPARED, PageStack
from gui.frame.preparing import Preparing
from gui.main_window import MainWindow
from gui.operations import adoption
from gui.pages.fill.page import FillPage
from gui.pages.overview.page import OverviewPage
from gui.pages.page import Page
from gui.pages.report.page import ReportPage
from gui.pages.settings.page import SettingsPage
from tests.gui.conftest import Office


def prepare(stack: PageStack) -> None:
    for step in stack.prepare():
        step()


def test_what_a_page_shows_first_is_there_before_it_is_looked_at(window: MainWindow) -> None:
    prepare(window.stack)
    assert window.stack.current is window.tasks
    assert cast("OverviewPage", window.stack.page("overview")).shown is not None
    assert cast("FillPage", window.stack.page("fill")).store.settled


def test_a_prepared_page_that_nothing_has_changed_asks_nothing_when_it_is_shown(
    window: MainWindow, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare(window.stack)
    asked: list[object] = []
    monkeypatch.setattr(office.desk, "ask", lambda query, *_, **__: asked.append(query))
    for name in ("overview", "fill", "report", "overview"):
        window.show_page(name)
    assert asked == []


def test_a_change_after_the_preparing_is_read_when_the_page_is_shown(
    window: MainWindow, office: Office
) -> None:
    prepare(window.stack)
    page = cast("OverviewPage", window.stack.page("overview"))
    before = page.shown
    office.desk.run(adoption.add_local_task(1, "本市自己的任务。", "", ()))
    assert page.shown is before
    window.show_page("overview")
    assert page.shown is not before


def test_a_paper_is_laid_out_only_while_somebody_looks(window: MainWindow, qtbot: QtBot) -> None:
    prepare(window.stack)
    page = cast("ReportPage", window.stack.page("report"))
    assert page.making.busy
    window.show_page("report")
    window.show_page("tasks")
    with qtbot.assertNotEmitted(page.making.made, wait=200):
        pass
    with qtbot.waitSignal(page.making.made):
        window.show_page("report")
    assert not page.making.busy


def test_a_page_that_nobody_looked_at_keeps_no_widths(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    left: list[str] = []
    monkeypatch.setattr(ReportPage, "leave", lambda page: left.append(page.name))
    prepare(window.stack)
    window.stack.leave()
    assert left == []
    window.show_page("report")
    window.stack.leave()
    assert left == ["report"]


def test_the_steps_begin_when_the_modules_have_been_read(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preparing, "PAUSE_MS", 1)
    made: list[str] = []
    monkeypatch.setattr(PageStack, "page", lambda stack, name: made.append(name) or Page())
    monkeypatch.setattr(
        PageStack, "prepare", lambda stack: (lambda n=n: stack.page(n) for n in PREPARED)
    )
    read = threading.Event()
    thread = threading.Thread(target=read.wait)
    preparing_ = Preparing(window.stack, thread)
    preparing_.begin()
    thread.start()
    qtbot.wait(20)
    assert made == []
    read.set()
    qtbot.waitUntil(lambda: made == list(PREPARED))
    preparing_.stop()


def test_a_page_that_cannot_be_made_is_left_to_whoever_wants_it(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preparing, "PAUSE_MS", 1)
    monkeypatch.setitem(page_stack._MAKERS, "fill", ("gui.pages.missing", "MissingPage"))
    thread = threading.Thread(target=lambda: None)
    thread.start()
    made = Preparing(window.stack, thread)
    made.begin()
    qtbot.waitUntil(lambda: window.stack.findChild(SettingsPage) is not None)
    made.stop()
    assert window.stack.findChild(OverviewPage) is not None
    assert window.stack.findChild(FillPage) is None
