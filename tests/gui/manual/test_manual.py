"""使用手册 in the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.dialogs.form import FormDialog
from gui.frame.navigation import PAGES
from gui.main_window import MainWindow
from gui.manual.chapters import chapter_for, cut, manual_folder, read_manual
from gui.manual.topics import find_topic
from gui.manual.window import ManualWindow
from gui.pages.settings.page import panel_words
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


def in_view(shown: ManualWindow, words: str) -> bool:
    """Whether a paragraph that begins with some words begins where it is seen."""
    document, bar = shown.text.document(), shown.text.verticalScrollBar()
    layout, block = document.documentLayout(), document.begin()
    while block.isValid():
        top = layout.blockBoundingRect(block).top() - bar.value()
        if words in block.text()[:12] and 0 <= top < shown.text.viewport().height():
            return True
        block = block.next()
    return False


@pytest.mark.parametrize("panel", panel_words())
def test_the_key_leads_to_what_is_said_of_a_group_of_settings(
    window: MainWindow, panel: str, qtbot: QtBot
) -> None:
    window.show_address(f"settings/{panel}")
    window.menus.manual.trigger()
    qtbot.waitUntil(lambda: in_view(window._manual, panel))


TITLES = (
    *("责任分工", "表格的列", "佐证材料说明", "登记纸质原件", "导出佐证材料", "添加佐证材料 3 件"),
    *("拆分举措", "合并举措", "单独分工", "工作记录", "增加科室", "修改人员", "当前操作人"),
    *("办结", "销号", "退回", "延期", "按科室批量拟稿", "粘贴科室名单", "粘贴人员名单"),
)


@pytest.mark.parametrize("title", TITLES)
def test_the_handbook_speaks_of_every_dialog(title: str) -> None:
    chapters = read_manual(manual_folder())
    found = find_topic(chapters, title)
    assert found is not None
    assert found[1] in chapters[found[0]].text


def test_of_what_it_does_not_know_it_says_nothing() -> None:
    assert find_topic(read_manual(manual_folder()), "天外飞仙") is None


def test_the_key_opens_the_handbook_over_a_dialog(window: MainWindow, qtbot: QtBot) -> None:
    dialog = FormDialog("按科室批量拟稿", "", window)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.show_manual()
    (shown,) = dialog.findChildren(ManualWindow)
    assert shown.contents.currentItem().text().startswith("六、报告")
    qtbot.waitUntil(lambda: in_view(shown, "一次发给各科室"))


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
