"""填报 one report at a time, with what was said before beside it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.pages.fill.one_way import OneWay
from gui.pages.fill.page import FillPage
from gui.pages.fill.top_bar import ONE, TABLE
from models.periods import Period
from models.rules import Status
from tests.gui.conftest import Office, type_in
from tests.gui.pages.test_fill_table import (
    AUGUST,
    JULY,
    answer,
    entry,
    page,
    text_of,
    write,
)

__all__ = ["page"]
KEY, MODIFIER = Qt.Key, Qt.KeyboardModifier
SUMMER = Period.parse("2021-Q3")


@pytest.fixture
def one(page: FillPage, office: Office) -> OneWay:
    """August, task 4."""
    page._choose_way(ONE)
    page.one.go_to_task(office.task("4").id)
    return page.one


def said(one: OneWay) -> list[str]:
    return [label.text() for label in one.past.findChildren(QLabel)]


def test_ctrl_enter_saves_and_goes_to_the_next_unfilled_one(
    one: OneWay, office: Office, qtbot: QtBot
) -> None:
    write(office, "8", "已有")
    assert [one.form.line.label, office.task("5").status] == ["4", Status.CLOSED]  # type: ignore[union-attr]
    type_in(one.first_field(), "座谈1次。")
    qtbot.keyClick(one.first_field(), KEY.Key_Return, MODIFIER.ControlModifier)
    assert text_of(office, "4") == "座谈1次。"
    # 5, 6 and 7 are 已销号, 8 is filled.
    assert one.form.line.label == "9"  # type: ignore[union-attr]
    assert one.form.fields["text"].toPlainText() == ""
    assert one.first_field().hasFocus()


def test_the_months_inside_and_the_last_of_its_kind_are_quoted_by_one_key(
    one: OneWay, office: Office, qtbot: QtBot
) -> None:
    write(office, "4", "本月查办案件12件。", JULY)
    write(office, "4", "八月座谈1次。", AUGUST)
    write(office, "4", "上季度的话。", Period.parse("2021-Q2"))
    office.context.session.show_period(SUMMER)
    words = said(one)
    assert (
        words.index("2021年7月")
        < words.index("2021年8月")
        < words.index("上一次填报：2021年第二季度")
    )
    assert words.count("含本月数字，请核对累计") == 1
    one.first_field().setFocus()
    qtbot.keyClick(one.first_field(), KEY.Key_2, MODIFIER.AltModifier)
    qtbot.keyClick(one.first_field(), KEY.Key_1, MODIFIER.AltModifier)
    assert one.form.fields["text"].toPlainText() == "八月座谈1次。\n本月查办案件12件。"
    assert "请核对累计" in office.told.told[-1]
    one.form.leave()
    found = entry(office, "4", SUMMER)
    assert found is not None
    assert found.original_text == "八月座谈1次。\n本月查办案件12件。"


def test_the_cursor_says_into_which_field_is_quoted(
    one: OneWay, office: Office, qtbot: QtBot
) -> None:
    write(office, "4", "七月座谈1次。", JULY, next_steps="八月再谈。")
    office.context.session.show_period(AUGUST)
    fields = one.form.fields
    fields["next_steps"].setFocus()
    qtbot.keyClick(fields["next_steps"], KEY.Key_1, MODIFIER.AltModifier)
    assert fields["next_steps"].toPlainText() == "八月再谈。"
    assert fields["text"].toPlainText() == ""
    fields["problems"].setFocus()
    qtbot.keyClick(fields["problems"], KEY.Key_1, MODIFIER.AltModifier)
    assert fields["problems"].toPlainText() == ""
    assert office.told.told[-1] == "那一次没有填存在问题。"


def test_f9_says_nothing_new_and_takes_it_back(one: OneWay, office: Office, qtbot: QtBot) -> None:
    qtbot.keyClick(one.first_field(), KEY.Key_F9)
    assert entry(office, "4").nothing_new  # type: ignore[union-attr]
    assert one.form.nothing.isChecked()
    qtbot.keyClick(one.first_field(), KEY.Key_F9)
    assert not entry(office, "4").nothing_new  # type: ignore[union-attr]


def test_a_falling_percentage_put_back_leaves_the_field_as_it_was(
    page: FillPage, one: OneWay, office: Office
) -> None:
    write(office, "4", "座谈。", AUGUST, percent=80.0)
    percent = one.form.percent
    percent.selectAll()
    type_in(percent, "60")
    percent.leave()
    assert "由80%降到60%" in page.questions.waiting[0]
    answer(page, "改回")
    assert (percent.text(), percent.unsaved) == ("80", False)
    percent.selectAll()
    type_in(percent, "60")
    percent.leave()
    office.context.session.show_period(JULY)
    answer(page, "仍然保存")
    assert entry(office, "4").percent == 60  # type: ignore[union-attr]
    assert entry(office, "4", JULY) is None


def test_a_percentage_that_is_none_keeps_what_was_typed(one: OneWay, office: Office) -> None:
    type_in(one.form.percent, "过半")
    one.form.percent.leave()
    assert "0到100" in office.told.refused[-1]
    assert one.form.percent.text() == "过半"


def test_finishing_a_task_is_asked(page: FillPage, one: OneWay, office: Office) -> None:
    one.form.status.show_value(Status.COMPLETED)
    one.form.status.picked.emit(Status.COMPLETED)
    assert "确认办结吗" in page.questions.waiting[0]
    answer(page, "改回")
    assert one.form.status.currentData() is office.task("4").status


def test_words_typed_for_another_period_go_where_they_were_typed(
    one: OneWay, office: Office
) -> None:
    type_in(one.first_field(), "八月的话。")
    office.context.session.show_period(JULY)
    assert text_of(office, "4") == "八月的话。"
    assert entry(office, "4", JULY) is None
    assert one.form.fields["text"].toPlainText() == ""


def test_a_refresh_leaves_what_is_being_typed(one: OneWay, office: Office) -> None:
    type_in(one.first_field(), "写到一半")
    write(office, "4", "别人写的")
    assert one.form.fields["text"].toPlainText() == "写到一半"


def test_the_other_way_keeps_the_line_and_the_address_leads_back(
    window: MainWindow, page: FillPage, one: OneWay, office: Office
) -> None:
    line = str(page.address())
    page._choose_way(TABLE)
    assert page.table.view.currentIndex().siblingAtColumn(0).data() == "4"
    window.show_address(f"fill/表格?task={office.task('9').id}")
    window.show_address(line)
    assert page._stack.currentWidget() is one
    assert one.form.line.label == "4"  # type: ignore[union-attr]
    assert page.first_field() is one.first_field()


def test_one_goes_on_and_back_and_chooses(one: OneWay, office: Office, qtbot: QtBot) -> None:
    qtbot.keyClick(one.first_field(), KEY.Key_PageDown, MODIFIER.ControlModifier)
    assert one.form.line.label == "5"  # type: ignore[union-attr]
    qtbot.keyClick(one.first_field(), KEY.Key_PageUp, MODIFIER.ControlModifier)
    assert one.form.line.label == "4"  # type: ignore[union-attr]
    one.chooser.picked.emit(one._lines[0].key)
    assert one.form.line.label == "1"  # type: ignore[union-attr]


def test_one_click_leads_to_the_task(window: MainWindow, one: OneWay, office: Office) -> None:
    type_in(one.first_field(), "座谈1次。")
    one.task.click()
    assert window.tasks.current.label == "4"  # type: ignore[union-attr]
    assert text_of(office, "4") == "座谈1次。"


def test_only_the_unfilled_are_gone_through_until_none_is_left(
    page: FillPage, one: OneWay, office: Office
) -> None:
    page.top.section.show_value(office.task("4").section_id)
    page.top.unfilled.setChecked(True)
    while one.line is not None and one.line.asked:
        one.form.say_nothing()
        one.next_unfilled()
    assert "没有未填的" in office.told.told[-1]
    page.top.filter_changed.emit()
    page.top.unfilled.setChecked(False)
    assert all(line.filled or not line.asked for line in one._lines)


def test_reviewed_words_are_said_to_be_so(one: OneWay, office: Office) -> None:
    office.context.session.show_period(Period.parse("2021-H1"))
    before = entry(office, "4", Period.parse("2021-H1"))
    assert before is not None
    one.first_field().selectAll()  # type: ignore[attr-defined]
    type_in(one.first_field(), "审定新稿。")
    one.form.leave()
    after = entry(office, "4", Period.parse("2021-H1"))
    assert after is not None
    assert (after.reviewed_text, after.original_text) == ("审定新稿。", before.original_text)


def test_a_very_long_text_is_cut_for_the_eye_and_quoted_whole(one: OneWay, office: Office) -> None:
    write(office, "4", "长" * 19_000, JULY)
    office.context.session.show_period(AUGUST)
    assert any("共19000字" in words for words in said(one))
    one.past.quote(0)
    assert len(one.form.fields["text"].toPlainText()) == 19_000
    QApplication.processEvents()
