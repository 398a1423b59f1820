"""Every key that the window listens to stands in the manual; every page's actions stand in a menu."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QMenu,
    QPushButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.manual.chapters import manual_folder, read_manual
from gui.operations import measures
from gui.pages.report.done_bar import DoneBar
from tests.gui.conftest import Office, type_in

PAGES = ("overview", "tasks", "fill", "report", "settings", "intake")
# As they are printed on the keys.
_NAMES = {"Return": "Enter", "Up": "↑", "Down": "↓", "Left": "←", "Right": "→", "Ins": "Insert"}


def told() -> set[str]:
    """The keys that the manual's chapter names."""
    chapters = read_manual(manual_folder())
    chapter = next(each.text for each in chapters if each.title.endswith("常用的键"))
    found = set(re.findall(r"`([^`]+)`", chapter))
    for head, first, last in re.findall(r"`(\S*?)(\d)` 至 `\S*?(\d)`", chapter):
        found |= {f"{head}{place}" for place in range(int(first), int(last) + 1)}
    return found


def name(keys: QKeySequence | str) -> str:
    """Ctrl+Return as the manual writes it: Ctrl+Enter."""
    words = keys if isinstance(keys, str) else keys.toString()
    *held, key = words.split("+")
    known = {"Del": "Delete", "PgDown": "PgDn", **_NAMES}
    return "+".join([*held, known.get(key, key)])


def listened(window: MainWindow) -> set[str]:
    """The keys of all pages, and those that the menus name."""
    found: list[QKeySequence | str] = []
    for page in PAGES:
        window.show_page(page)
        window.menus.page.fill()
        for word in lines(window.menus.page.menu):
            _, _, keys = word.partition("\t")
            found.append(keys)
    for action in window.findChildren(QAction):
        found.extend(action.shortcuts())
    for shortcut in window.findChildren(QShortcut):
        found.extend(shortcut.keys())
    found.extend(button.shortcut() for button in window.findChildren(QAbstractButton))
    return {name(keys) for keys in found} - {""}


def lines(menu: QMenu) -> list[str]:
    """What a menu says, with the menus in it."""
    words: list[str] = []
    for action in menu.actions():
        inner = action.menu()
        words.extend(lines(inner) if isinstance(inner, QMenu) else [action.text()])
    return [word for word in words if word]


def test_every_key_stands_in_the_manual(window: MainWindow) -> None:
    assert listened(window) - told() == set()


def test_a_key_that_nobody_wrote_down_is_found(window: MainWindow) -> None:
    QShortcut(QKeySequence("Ctrl+Alt+Shift+K"), window)
    assert "Ctrl+Alt+Shift+K" in listened(window) - told()


@pytest.mark.parametrize(
    ("page", "title", "some"),
    [
        ("overview", "总览", {"保存图片…"}),
        ("tasks", "任务", {"责任分工…\tF8", "主责\t1", "记录与佐证\tAlt+3", "导出佐证材料…"}),
        ("fill", "填报", {"换成逐项\tF7", "粘贴一批…\tCtrl+Shift+V"}),
        ("report", "报告", {"打印…\tCtrl+P", "导出 PDF…\tCtrl+Shift+P", "还缺\tAlt+3"}),
        ("settings", "设置", {"科室\tAlt+2"}),
        ("intake", "读入", {"读入工作要点…\tCtrl+Shift+O"}),
    ],
)
def test_each_page_has_its_menu_with_its_keys(
    window: MainWindow, page: str, title: str, some: set[str]
) -> None:
    window.show_page(page)
    window.menus.page.fill()
    assert window.menus.page.menu.title() == f"{title}(&T)"
    assert some <= set(lines(window.menus.page.menu))


def test_keys_of_the_tasks_page_lead_into_the_detail_and_the_filters(
    window: MainWindow, qtbot: QtBot
) -> None:
    tree = window.tasks.tree
    tree.setFocus()
    qtbot.keyClick(tree, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert QApplication.focusWidget() is window.tasks.detail.records.note
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is window.tasks.filters.fields["role"]


def undone_in(window: MainWindow, office: Office, qtbot: QtBot, field: QWidget) -> bool:
    """Whether Ctrl+Z in a field takes back a change that was made elsewhere."""
    office.desk.run(measures.tick(office.measure("1.3").id, not office.measure("1.3").ticked))
    before = office.measure("1.3").ticked
    field.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    return office.measure("1.3").ticked is not before


def test_ctrl_z_takes_back_the_last_change_from_fields_of_every_kind(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    head = window.tasks.detail.head
    for field in (head.short, head.local, head.due, head.section, window.header.search):
        assert undone_in(window, office, qtbot, field), field
    window.show_address("settings/亮灯")
    (near, _) = window.stack.current.findChildren(QSpinBox)
    assert undone_in(window, office, qtbot, near)
    window.show_address("fill/表格")
    batch = window.stack.current.batch
    assert undone_in(window, office, qtbot, batch.reporter)
    assert undone_in(window, office, qtbot, batch.day)


def test_ctrl_z_in_a_field_with_something_typed_is_the_fields_own(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    search = window.header.search
    search.setFocus()
    type_in(search, "商标")
    assert not undone_in(window, office, qtbot, search)
    assert search.text() == ""


def test_the_table_of_filling_leaves_the_keys_of_the_menus_alone(
    window: MainWindow, office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.show_address("fill/表格")
    view = window.stack.current.table.view
    pasted: list[int] = []
    view.paste_wanted.connect(lambda: pasted.append(1))
    view.setFocus()
    QApplication.clipboard().setText("一段话")
    held = Qt.KeyboardModifier
    qtbot.keyClick(view, Qt.Key.Key_V, held.ControlModifier | held.ShiftModifier)
    assert pasted == []
    assert window.stack.current._stack.currentWidget() is window.stack.current._paste


def test_f7_turns_to_the_other_way_of_filling(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("fill")
    page = window.stack.page("fill")
    for way in ("逐项", "表格"):
        qtbot.keyClick(window, Qt.Key.Key_F7)
        assert page.address().part == way


def test_enter_presses_the_button_that_the_cursor_is_on(window: MainWindow, qtbot: QtBot) -> None:
    entry = window.navigation.findChildren(QAbstractButton)[0]
    pressed: list[int] = []
    link = QPushButton("往下", window.stack)
    link.clicked.connect(lambda: pressed.append(1))
    link.show()
    link.setFocus()
    qtbot.keyClick(link, Qt.Key.Key_Return)
    assert pressed == [1]
    entry.setFocus()
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    assert window.stack.current is not None
    assert window.stack.current.name == "overview"


def test_the_bar_over_the_pages_gives_the_cursor_back(window: MainWindow) -> None:
    window.show_page("report")
    page = window.stack.page("report")
    bar: DoneBar = page.done
    page.papers.setFocus()
    bar.say("已导出", (("打开", lambda: None),))
    bar.focus_first()
    assert QApplication.focusWidget() is not page.papers
    bar.leave()
    assert QApplication.focusWidget() is page.papers


def test_tab_goes_from_the_list_of_settings_to_the_buttons_as_they_stand(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.show_page("settings")
    page = window.stack.page("settings")
    qtbot.keyClick(page, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    button = QApplication.focusWidget()
    assert isinstance(button, QPushButton)
    assert button.text() == "增加…"


def test_the_period_is_changed_by_keys_and_the_cursor_comes_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    tree = window.tasks.tree
    tree.setFocus()
    qtbot.keyClick(tree, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    before = window.context.session.period
    qtbot.keyClick(popup.findChild(QAbstractItemView), Qt.Key.Key_Up)
    qtbot.keyClick(popup.findChild(QAbstractItemView), Qt.Key.Key_Return)
    assert window.context.session.period != before
    assert QApplication.focusWidget() is tree
