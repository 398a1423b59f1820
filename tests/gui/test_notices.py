"""What is said above and over the pages."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QStackedWidget
from pytestqt.qtbot import QtBot

from gui.frame.notices import Notices
from gui.main_window import MainWindow
from gui.widgets.floating import Floating


def test_a_hint_moves_nothing_and_stays_inside_the_page(window: MainWindow) -> None:
    before = window.stack.geometry()
    window.notices.say("副本已写好：" + "很长的文件夹名" * 30)
    floating = window.findChild(Floating)
    assert floating.isVisible()
    assert window.stack.rect().contains(floating.geometry())
    assert window.stack.geometry() == before


def test_a_hint_follows_the_size_of_the_window(window: MainWindow) -> None:
    window.notices.say("副本已写好。")
    window.resize(1200, 640)
    floating = window.findChild(Floating)
    assert window.stack.rect().contains(floating.geometry())
    assert window.stack.height() - floating.geometry().bottom() < 20


def test_a_hint_stays_above_the_page_that_is_turned_to(window: MainWindow) -> None:
    window.notices.say("已填入2处。")
    floating = window.findChild(Floating)
    for name in ("report", "tasks"):
        window.show_page(name)
        over = window.stack.childAt(floating.geometry().center())
        assert over is floating or floating.isAncestorOf(over)


def test_a_hint_that_was_read_leaves_nothing_behind(window: MainWindow) -> None:
    window.notices.say("副本已写好。")
    floating = window.findChild(Floating)
    floating.findChild(QPushButton).click()
    assert not floating.isVisible()
    assert window.notices.sentences() == []


def test_a_hint_can_carry_a_way_on(window: MainWindow) -> None:
    taken: list[str] = []
    window.context.bus.done.emit("已导出。", (("打开文件夹", lambda: taken.append("folder")),))
    ways = window.findChild(Floating).findChildren(QPushButton)
    next(way for way in ways if way.text() == "打开文件夹").click()
    assert taken == ["folder"]


def test_a_failure_stays_above_the_page(window: MainWindow) -> None:
    window.notices.say_bad("磁盘已满，刚才的改动没有保存。")
    assert not window.findChild(Floating).isVisible()
    assert window.notices.sentences() == ["磁盘已满，刚才的改动没有保存。"]


def test_a_bar_whose_number_changes_stays_where_it_stands(qtbot: QtBot) -> None:
    ground = QStackedWidget()
    qtbot.addWidget(ground)
    notices = Notices(ground)
    qtbot.addWidget(notices)
    notices.stay("below", "下面的")
    notices.stay("above", "上面的")
    notices.stay("below", "下面的，少了一项")
    column = notices.layout()
    shown = [column.itemAt(place).widget() for place in range(column.count())]
    assert [each.sentence for each in shown] == ["上面的", "下面的，少了一项"]
