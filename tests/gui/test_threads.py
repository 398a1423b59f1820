"""The window with its two real threads: nothing waits for a paper, nothing is lost at the end."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.frame.ledger_copy import save_copy
from gui.jobs import CancelledError, ThreadLane
from gui.main_window import MainWindow
from gui.operations import measures
from gui.pages.report.page import ReportPage
from gui.theme import Theme
from gui.widgets.work_notice import WorkNotice
from models.errors import KnownError
from models.ledger import Ledger
from tests.gui.conftest import Office, show_window, type_in


@pytest.fixture
def threaded(ledger: Ledger, tmp_path: Path, theme: Theme) -> Iterator[Office]:
    office = Office(ledger, tmp_path / "own", theme, "李思远", ThreadLane)
    yield office
    office.context.papers.close()
    office.desk._lane.close()


@pytest.fixture
def window(qtbot: QtBot, threaded: Office) -> MainWindow:
    made = show_window(qtbot, threaded)
    qtbot.waitUntil(lambda: made.tasks.detail.head._task is not None)
    return made


def test_ticking_goes_on_while_a_paper_is_made(
    window: MainWindow, threaded: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.show_page("report")
    page = window.stack.page("report")
    assert isinstance(page, ReportPage)
    qtbot.waitUntil(lambda: page._shown is not None, timeout=20_000)
    release, begun = threading.Event(), threading.Event()
    make = page._room.make

    def slow(*args: object) -> object:
        begun.set()
        release.wait(10)
        return make(*args)

    monkeypatch.setattr(page._room, "make", slow)
    page.make()
    qtbot.waitUntil(begun.is_set)
    assert page.foot.is_busy
    with qtbot.waitSignal(threaded.bus.changed):
        threaded.desk.run(measures.tick(threaded.measure("1.1").id, True))
    assert not release.is_set()
    assert threaded.measure("1.1").ticked
    release.set()
    qtbot.waitUntil(lambda: not page.foot.is_busy, timeout=20_000)


def test_ticking_goes_on_while_a_copy_is_written_and_the_copy_can_be_stopped(
    window: MainWindow,
    threaded: Office,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stopped = threading.Event()

    def slow(_: Ledger, target: Path, step: Callable[[int, int], None]) -> None:
        try:
            while True:
                step(1, 4)
                time.sleep(0.01)
        except CancelledError:
            stopped.set()
            raise

    monkeypatch.setattr(Ledger, "save_copy", slow)
    save_copy(threaded.context, tmp_path / "副本.luoshi")
    qtbot.waitUntil(lambda: bool(window.findChildren(WorkNotice)))
    (bar,) = window.findChildren(WorkNotice)
    qtbot.waitUntil(lambda: bar.bar.value() == 25)
    with qtbot.waitSignal(threaded.bus.changed):
        threaded.desk.run(measures.tick(threaded.measure("1.1").id, True))
    next(each for each in bar.findChildren(QPushButton) if each.text() == "取消").click()
    assert stopped.wait(10)
    assert "已取消另存副本" in threaded.told.told[-1]
    assert not bar.isVisible()


def test_only_the_last_of_many_wishes_is_shown(
    window: MainWindow, threaded: Office, qtbot: QtBot
) -> None:
    window.show_page("report")
    page = window.stack.page("report")
    assert isinstance(page, ReportPage)
    for row in (1, 0, 2):
        page.papers.setCurrentRow(row)
    qtbot.waitUntil(lambda: page._shown is not None, timeout=20_000)
    qtbot.waitUntil(lambda: not page.foot.is_busy, timeout=20_000)
    assert "分解表" in page._shown.name


def test_what_is_typed_when_the_window_closes_is_in_the_file(
    window: MainWindow, threaded: Office, qtbot: QtBot
) -> None:
    field = window.tasks.detail.head.local
    field.setFocus()
    field.selectAll()
    type_in(field, "关窗前写的话")
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert threaded.task("1").local_text == "关窗前写的话"


def test_another_ledger_follows_though_something_was_being_typed(
    window: MainWindow, threaded: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    field = window.tasks.detail.head.local
    field.setFocus()
    field.selectAll()
    type_in(field, "换台账前写的话")
    window.open_ledger(tmp_path / "另一本.luoshi")
    qtbot.waitUntil(lambda: not window.isVisible())
    assert window.following is not None
    assert threaded.task("1").local_text == "换台账前写的话"


def test_what_cannot_be_saved_keeps_the_window_open_once(
    window: MainWindow, threaded: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise KnownError("磁盘已满，刚才的改动没有保存。")

    monkeypatch.setattr(threaded.desk.ledger, "do", full)
    field = window.tasks.detail.head.local
    field.setFocus()
    type_in(field, "写不进去的话")
    window.close()
    qtbot.waitUntil(lambda: bool(threaded.told.refused))
    qtbot.wait(20)
    assert window.isVisible()
    assert "写不进去的话" in field.toPlainText()
    reason, left = window.notices.sentences()
    assert reason == "磁盘已满，刚才的改动没有保存。"
    assert left.startswith("“本市任务内容”里的文字还没能保存。")
    window.close()
    assert not window.isVisible()


def test_quick_arrows_show_the_last_task(
    window: MainWindow, threaded: Office, qtbot: QtBot
) -> None:
    for label in ("2", "3", "4", "5"):
        window.tasks.show_task(threaded.task(label).id)
    qtbot.waitUntil(lambda: window.tasks.detail.head.number.text() == "5.")
    qtbot.wait(60)
    assert window.tasks.detail.head.number.text() == "5."
