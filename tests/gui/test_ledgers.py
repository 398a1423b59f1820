"""Other ledgers: opened lately, dropped on the window, closed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from gui.main_window import MainWindow
from gui.preferences import Preferences
from gui.recent import RecentLedgers
from gui.widgets.drop import dropped_ledger


def drop_of(*paths: Path) -> tuple[QDropEvent, QMimeData]:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    actions, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(5, 5), actions, data, button, Qt.KeyboardModifier.NoModifier)
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


def test_other_files_are_no_ledgers(tmp_path: Path) -> None:
    (tmp_path / "甲.docx").touch()
    event, _data = drop_of(tmp_path / "甲.docx")
    assert dropped_ledger(event) is None
    event, _data = drop_of(tmp_path / "没有.luoshi")
    assert dropped_ledger(event) is None


def test_the_ledger_that_is_shown_is_not_opened_again(window: MainWindow) -> None:
    window.open_ledger(window.start.path)
    assert window.following is None
    assert window.isVisible()


def test_closing_the_ledger_asks_for_the_next(window: MainWindow) -> None:
    window.close_ledger()
    assert window.choosing
    assert not window.isVisible()
