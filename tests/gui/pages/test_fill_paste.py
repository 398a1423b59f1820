"""A block pasted into 填报: matched, looked at, filled in as one change."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.pages.fill.page import FillPage
from gui.pages.fill.paste_panel import IN_ORDER, WHOLE, PastePanel
from gui.tablemodels.fill_table import PERCENT, REFUSED_ROLE, TEXT
from tests.gui.conftest import Office
from tests.gui.pages.test_fill_table import entry, go, page, text_of, view, write

__all__ = ["page", "view"]
CONTROL = Qt.KeyboardModifier.ControlModifier


def copy(words: str) -> None:
    QGuiApplication.clipboard().setText(words)


def pasted(page: FillPage, words: str) -> PastePanel:
    copy(words)
    page.paste()
    assert page._paste is not None
    return page._paste


def test_a_block_is_looked_at_first_and_filled_as_one_change(
    page: FillPage, office: Office, qtbot: QtBot
) -> None:
    write(office, "2", "原来的话")
    page.batch.reporter.setText("王五")
    panel = pasted(page, "序号\t进展情况\t完成进度\n1\t报告完成\t70%\n2\t新的话\t\n99\t没有的\t")
    assert "将填入2021年8月的2处" in panel.summary.text()
    assert "1处会覆盖" in panel.summary.text()
    assert text_of(office, "1") == ""
    qtbot.keyClick(panel.table, Qt.Key.Key_Return, CONTROL)
    found = entry(office, "1")
    assert found is not None
    assert (found.original_text, found.percent, found.reporter) == ("报告完成", 70, "王五")
    assert text_of(office, "2") == "原来的话"
    assert "还有2处没有填" in office.told.told[-1]
    panel.overwrite.click()
    panel.fill.click()
    assert text_of(office, "2") == "新的话"
    office.desk.undo()
    assert text_of(office, "2") == "原来的话"


def test_one_cell_goes_straight_in_and_more_is_looked_at(
    page: FillPage, office: Office, qtbot: QtBot
) -> None:
    go(page.table.view, "4")
    copy("座谈1次。")
    qtbot.keyClick(page.table.view, Qt.Key.Key_V, CONTROL)
    assert text_of(office, "4") == "座谈1次。"
    copy('"一是座谈。\n二是报送。"\n')
    qtbot.keyClick(page.table.view, Qt.Key.Key_V, CONTROL)
    assert text_of(office, "4") == "一是座谈。\n二是报送。"
    copy("1\t报告完成\n2\t入库3家")
    qtbot.keyClick(page.table.view, Qt.Key.Key_V, CONTROL)
    assert page._stack.currentWidget() is page._paste


def test_cells_without_numbers_go_in_order_from_the_cursor(page: FillPage, office: Office) -> None:
    go(page.table.view, "1")
    panel = pasted(page, "园林绿化种了很多树\t缺水\n修了两条路\t缺钱")
    assert panel.way.currentData() == IN_ORDER
    panel.save()
    assert (text_of(office, "1"), text_of(office, "2")) == ("园林绿化种了很多树", "修了两条路")
    assert entry(office, "2").original_problems == "缺钱"  # type: ignore[union-attr]
    assert page._stack.currentWidget() is page.table


def test_a_column_of_cells_goes_down_and_lines_of_a_text_stay_together(
    page: FillPage, office: Office
) -> None:
    cells = QMimeData()
    cells.setText("种了很多树\n修了两条路\n")
    cells.setHtml("<html><body><TABLE><tr><td>种了很多树</td></tr></TABLE></body></html>")
    QGuiApplication.clipboard().setMimeData(cells)
    go(page.table.view, "1")
    page.paste()
    assert page._paste is not None
    assert page._paste.way.currentData() == IN_ORDER
    page._back()
    go(page.table.view, "1", PERCENT)
    panel = pasted(page, "90%\n40%")
    assert panel.way.currentData() == IN_ORDER
    assert "比以前的45%低" in panel.model.row_at(1).remark
    panel.save()
    assert entry(office, "1").percent == 90  # type: ignore[union-attr]
    assert entry(office, "2") is None


def test_an_address_leaves_the_block_and_the_bars_work_again(
    window: MainWindow, page: FillPage
) -> None:
    panel = pasted(page, "1\t报告完成")
    assert not page.top.isEnabled()
    window.show_address("fill/逐项")
    assert page.top.isEnabled()
    assert page._stack.currentWidget() is not panel


def test_paragraphs_that_name_nothing_go_into_the_one_cell(page: FillPage, office: Office) -> None:
    go(page.table.view, "1")
    panel = pasted(page, "大家好，情况如下。\n种了很多树。")
    assert panel.way.currentData() == WHOLE
    panel.save()
    assert text_of(office, "1") == "大家好，情况如下。\n种了很多树。"


def test_a_piece_is_placed_by_hand_and_reworded(page: FillPage, office: Office) -> None:
    panel = pasted(page, "1\t报告完成\n99\t没有的")
    panel.table.selectRow(1)
    where = panel.detail.where
    place = next(at for at in range(where.count()) if where.itemText(at).startswith("38 "))
    where.setCurrentIndex(place)
    where.activated.emit(place)
    panel.detail.after.setPlainText("办班3期。")
    panel.save()
    assert text_of(office, "38") == "办班3期。"


def test_the_period_is_the_one_in_which_it_was_pasted(page: FillPage, office: Office) -> None:
    from models.periods import Period

    panel = pasted(page, "1\t报告完成")
    office.context.session.show_period(Period.parse("2021-09"))
    panel.save()
    assert text_of(office, "1") == "报告完成"


def test_escape_goes_back_and_nothing_was_written(
    page: FillPage, office: Office, qtbot: QtBot
) -> None:
    panel = pasted(page, "1\t报告完成")
    qtbot.keyClick(panel.table, Qt.Key.Key_Escape)
    assert page._stack.currentWidget() is page.table
    assert page.top.isEnabled()
    assert text_of(office, "1") == ""


def test_an_empty_clipboard_says_so(page: FillPage, office: Office) -> None:
    copy("")
    page.paste()
    assert "剪贴板里没有文字" in office.told.told[-1]


@pytest.mark.parametrize(
    "words",
    [
        "1 " + "长" * 100_000,
        "\x00\x01控制\x02字符\x07\n1 报告\x0b完成",
        "\n".join(f"{n}\t{'长' * 2000}" for n in range(1, 51)),
    ],
)
def test_bad_blocks_end_in_a_sentence_and_nothing_is_lost(
    page: FillPage, office: Office, words: str
) -> None:
    panel = pasted(page, words)
    assert page._stack.currentWidget() is panel
    assert len(panel.detail.after.toPlainText()) < 6100
    kept = "".join(row.item.text for row in panel.model.rows)
    assert kept.count("长") == words.count("长")
    panel.save()


def test_a_million_characters_are_refused_with_a_sentence(page: FillPage, office: Office) -> None:
    pasted(page, "1\t" + "长" * 1_000_001)
    assert "超过100万字" in office.told.refused[-1]
    assert page._stack.currentWidget() is page.table


def test_a_cell_with_far_too_many_characters_keeps_them_marked_and_unsaved(
    window: MainWindow, page: FillPage, office: Office
) -> None:
    go(page.table.view, "4")
    page.table.paste_cell("长" * 100_000)
    assert "上限" in office.told.refused[-1]
    cell = page.table.view.currentIndex()
    assert len(cell.data()) == 100_000
    assert cell.data(REFUSED_ROLE)
    page.table.view.given_up.emit([(page.table.model.line_at(cell.row()).key, TEXT)])
    assert cell.data() == ""
