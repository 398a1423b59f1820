"""Other ledgers: opened lately, dropped on the window, closed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from gui.main_window import MainWindow
from gui.preferences import Preferences
from gui.recent import RecentLedgers
from gui.widgets.drop import dropped_file


def drop_of(*paths: Path, at: float = 5) -> tuple[QDropEvent, QMimeData]:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    actions, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(5, at), actions, data, button, Qt.KeyboardModifier.NoModifier)
    return event, data


def test_the_newest_ledger_stands_first_and_only_once(tmp_path: Path) -> None:
    recent = RecentLedgers(Preferences(tmp_path / "window.json"))
    paths = [tmp_path / f"{name}.luoshi" for name in "甲乙丙"]
    for path in (*paths, paths[0]):
        path.touch()
        recent.opened(path)
    assert recent.others(paths[0]) == [paths[2], paths[1]]


def test_a_ledger_that_is_gone_is_not_offered(tmp_path: Path) -> None:
    recent = RecentLedgers(Preferences(tmp_path / "window.json"))
    recent.opened(tmp_path / "没有了.luoshi")
    assert recent.others(tmp_path / "甲.luoshi") == []


def test_the_menu_lists_what_was_opened(window: MainWindow, tmp_path: Path) -> None:
    other = tmp_path / "去年.luoshi"
    other.touch()
    menu = window.menus.file.recent
    menu.aboutToShow.emit()
    assert [action.isEnabled() for action in menu.actions()] == [False]
    RecentLedgers(window.context.preferences).opened(other)
    menu.aboutToShow.emit()
    assert menu.actions()[0].text().startswith("去年")
    menu.actions()[0].trigger()
    assert window.following[0] == other


def test_a_dropped_ledger_is_opened(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "别处.luoshi"
    other.touch()
    opened: list[Path] = []
    monkeypatch.setattr(window, "open_ledger", opened.append)
    event, _data = drop_of(other)
    window.dropEvent(event)
    from PySide6.QtWidgets import QApplication

    QApplication.processEvents()
    assert opened == [other]


def test_another_file_that_is_dropped_is_read_as_a_plan(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "要点.txt").write_text(
        "2022年工作要点\n一、强化保护\n1.建立机制。", encoding="utf-8"
    )
    event, _data = drop_of(tmp_path / "要点.txt")
    window.dropEvent(event)
    from PySide6.QtWidgets import QApplication

    QApplication.processEvents()
    assert window.stack.current.name == "intake"
    assert window.stack.current.preview.counts.text().startswith("1 个部分 · 0 个事项 · 1 项任务")


def test_so_is_one_that_is_dropped_beside_the_tasks(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "要点.txt").write_text(
        "2022年工作要点\n一、强化保护\n1.建立机制。", encoding="utf-8"
    )
    window.tasks.tree.collapseAll()
    event, _data = drop_of(tmp_path / "要点.txt", at=window.tasks.tree.viewport().height() - 5)
    window.tasks.tree.dropEvent(event)
    assert window.stack.current.name == "intake"
    assert window.stack.current.preview.name.text() == "2022年工作要点"


def test_what_is_not_there_cannot_be_dropped(window: MainWindow, tmp_path: Path) -> None:
    event, _data = drop_of(tmp_path / "没有.luoshi")
    assert dropped_file(event) is None


def test_the_ledger_that_is_shown_is_not_opened_again(window: MainWindow) -> None:
    window.open_ledger(window.start.path)
    assert window.following is None
    assert window.isVisible()


def test_closing_the_ledger_asks_for_the_next(window: MainWindow) -> None:
    window.close_ledger()
    assert window.choosing
    assert not window.isVisible()
