"""What a person does in the window on a large ledger, step by step, for `large_window.py`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from gui.main_window import MainWindow
    from gui.pages.fill.page import FillPage

Step = tuple[str, Callable[[], object]]
PAGES = ("overview", "fill", "report", "settings", "tasks")
FILTERS = ("light=red", "status=doing", "section=3", "unfilled=1", "")
TABS = ("progress", "records", "history", "measures")
_SCROLLS = 40
_KEYS = 30
_TICKS = 15
_WORDS = "与市级有关部门会商，形成工作方案。"


def steps(window: MainWindow) -> Iterator[Step]:
    """Round the pages twice, through the tree, the fields, the table and back."""
    for round_ in ("first", "again"):
        for page in PAGES:
            yield f"page {page} {round_}", partial(window.show_page, page)
    yield from _tree(window)
    yield from _changes(window)
    yield from _typing(window)
    yield from _filling(window)
    for word in ("知", "知识", "知识产", "zscq"):
        yield f"search {word}", partial(window.hits.ask, word)


def _tree(window: MainWindow) -> Iterator[Step]:
    tree = window.tasks.tree
    bar = tree.verticalScrollBar()
    for step in range(_SCROLLS):
        yield "scrolling", partial(bar.setValue, bar.maximum() * step // _SCROLLS)
    window.tasks.show_task(_task(window, 0))
    for _ in range(_KEYS):
        yield "arrow key held", partial(press, tree, Qt.Key.Key_Down)
    for wanted in FILTERS:
        yield f"filter {wanted}", partial(window.show_address, f"tasks?{wanted}")
    window.tasks.filters.clear()
    for tab in TABS:
        yield f"tab {tab}", partial(window.tasks.detail.show_tab, tab)


def _changes(window: MainWindow) -> Iterator[Step]:
    for place in range(_TICKS):
        number = _task(window, place + 20)
        yield "task shown", partial(window.go_to, number)
        tasks = window.context.session.tree.tasks
        task = next(each for each in tasks if each.id == number)
        yield "tick", partial(window.tasks.verbs.tick_task, task, True)
    for _ in range(_TICKS):
        yield "undo", window.context.desk.undo


def _typing(window: MainWindow) -> Iterator[Step]:
    yield "progress shown", partial(window.go_to, _task(window, 40), "progress")
    field = window.tasks.detail.progress.fields["text"]
    yield "into the field", field.setFocus
    for letter in _WORDS:
        yield "typing", partial(commit, field, letter)
    yield "typed, saved", field.leave


def _filling(window: MainWindow) -> Iterator[Step]:
    yield "fill table", partial(window.show_address, "fill/表格")
    fill: FillPage = window.stack.page("fill")
    for _ in range(_KEYS):
        yield "down the table", partial(press, fill.table.view, Qt.Key.Key_Down)
    yield "fill one by one", partial(window.show_address, "fill/逐项")
    for _ in range(_TICKS):
        yield "next one", partial(fill.one.step, 1)
    yield "fill by measure", partial(window.show_address, "fill/表格?by=measure")
    yield "fill by task", partial(window.show_address, "fill/表格?unfilled=1")
    plans = window.context.session.plans
    yield "another plan", partial(window.context.session.show_plan, plans[1])
    yield "the plan again", partial(window.context.session.show_plan, plans[0])


def _task(window: MainWindow, place: int) -> int:
    """A task of the tree by its place; a small ledger is gone through again."""
    tree = window.context.session.tree
    return tree.tasks[place % len(tree.tasks)].id


def press(widget: QWidget, key: Qt.Key) -> None:
    """A key, held down: no release between."""
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", True)
    QApplication.sendEvent(widget, event)


def commit(field: QWidget, words: str) -> None:
    """Words from an input method."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(field, event)
