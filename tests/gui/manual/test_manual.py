"""使用手册 in the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.frame.navigation import PAGES
from gui.main_window import MainWindow
from gui.manual.chapters import chapter_for, cut, manual_folder, read_manual
from models.errors import KnownError

TEXT = """# 手册

## 一、先认识它

甲

<!-- page: tasks -->
## 二、任务

乙
### 小标题
丙
"""


def test_a_handbook_is_cut_at_its_headings() -> None:
    first, second = cut(TEXT)
    assert (first.title, first.page) == ("一、先认识它", "")
    assert (second.title, second.page) == ("二、任务", "tasks")
    assert second.text.endswith("### 小标题\n丙")
    assert "page:" not in first.text + second.text


def test_a_page_without_a_chapter_opens_the_first() -> None:
    assert chapter_for(cut(TEXT), "tasks") == 1
    assert chapter_for(cut(TEXT), "elsewhere") == 0


def test_every_page_of_the_window_has_its_chapter() -> None:
    pages = {chapter.page for chapter in read_manual(manual_folder())}
    assert {name for name, _ in PAGES} <= pages


def test_every_picture_of_the_handbook_is_there() -> None:
    folder = manual_folder()
    for chapter in read_manual(folder):
        for piece in chapter.text.split("](")[1:]:
            assert (folder / piece.split(")")[0]).is_file(), piece


def test_a_missing_handbook_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="没有找到使用手册，台账没有改动"):
        read_manual(tmp_path)


def test_the_key_opens_the_chapter_of_the_page(window: MainWindow) -> None:
    window.show_page("settings")
    window.menus.manual.trigger()
    shown = window._manual
    chapters = read_manual(manual_folder())
    assert shown.contents.currentItem().text() == chapters[chapter_for(chapters, "settings")].title
    assert shown.text.toPlainText()


def test_words_are_found_through_all_chapters(window: MainWindow) -> None:
    window.show_manual()
    shown = window._manual
    shown.show_chapter(len(read_manual(manual_folder())) - 1)
    shown.find.setText("当前操作人")
    shown.find_next()
    assert shown.text.textCursor().selectedText() == "当前操作人"


def test_a_handbook_is_closed_with_its_window(window: MainWindow) -> None:
    window.show_manual()
    shown = window._manual
    window.close()
    assert not shown.isVisible()


def test_a_picture_is_never_wider_than_the_text(window: MainWindow, qtbot: QtBot) -> None:
    window.show_manual()
    shown = window._manual
    shown.resize(700, 600)
    bar = shown.text.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    shown.resize(1200, 600)
    qtbot.waitUntil(lambda: shown.text.document().idealWidth() > 700)
