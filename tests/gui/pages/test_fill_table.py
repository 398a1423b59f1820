"""填报 in a table: Excel's keys, an input method in a cell, filters, what is asked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.operations import records
from gui.pages.fill.page import FillPage
from gui.pages.fill.question_bar import QuestionBar
from gui.pages.fill.range_edits import jump
from gui.pages.fill.row_heights import lines_needed
from gui.pages.fill.sheet_view import SheetView
from gui.tablemodels.fill_table import (
    NEXT,
    PERCENT,
    PROBLEMS,
    REFUSED_ROLE,
    SECTION,
    STATUS,
    TEXT,
)
from models.commands import EntryDraft
from models.errors import KnownError
from models.periods import Period
from models.rows import EntryRow
from models.rules import Status
from tests.gui.conftest import DAY, Office, type_in

JULY, AUGUST = Period.parse("2021-07"), Period.parse("2021-08")
KEY, MODIFIER = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def page(window: MainWindow, office: Office) -> FillPage:
    """August, in which nothing is filled yet."""
    office.context.session.show_period(AUGUST)
    window.show_page("fill")
    page = window.stack.current
    assert isinstance(page, FillPage)
    return page


@pytest.fixture
def view(page: FillPage) -> SheetView:
    return page.table.view


def go(view: SheetView, label: str, column: int = TEXT) -> None:
    line = next(each for each in view.rows.lines if each.label == label)
    assert view.show_key(line.key, column)
    view.setFocus()


def compose(widget: QWidget, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(widget, event)


def entry(office: Office, label: str, period: Period = AUGUST) -> EntryRow | None:
    found = [each for each in office.detail(label).entries if each.period == period.code]
    return found[-1] if found else None


def text_of(office: Office, label: str) -> str:
    found = entry(office, label)
    return found.original_text if found else ""


def write(office: Office, label: str, words: str, period: Period = AUGUST, **said: object) -> None:
    draft = EntryDraft(text=words, **said)  # type: ignore[arg-type]
    office.desk.run(records.write_progress(office.task(label).id, period, draft))


# -- one cell


def test_an_input_method_begins_an_edit_and_its_first_letters_stay(
    view: SheetView, office: Office, qtbot: QtBot
) -> None:
    go(view, "4")
    compose(view, "li'fa")
    assert view.editing
    compose(view, "li'fa'diao'yan")
    compose(view, "", "立法调研")
    assert view.editor is not None
    assert view.editor.toPlainText() == "立法调研"
    qtbot.keyClick(view.editor, KEY.Key_Return)
    assert text_of(office, "4") == "立法调研"


def test_a_refresh_amid_a_composition_takes_nothing_away(view: SheetView, office: Office) -> None:
    go(view, "4")
    compose(view, "li'fa")
    write(office, "4", "别的科室写的")
    compose(view, "", "立法")
    assert view.editor is not None
    assert view.editor.toPlainText() == "立法"


def test_typing_replaces_and_f2_goes_on(view: SheetView, office: Office, qtbot: QtBot) -> None:
    write(office, "4", "old")
    go(view, "4")
    qtbot.keyClick(view, KEY.Key_X)
    assert view.editor is not None
    assert view.editor.toPlainText() == "x"
    qtbot.keyClick(view.editor, KEY.Key_Escape)
    assert text_of(office, "4") == "old"
    qtbot.keyClick(view, KEY.Key_F2)
    assert view.editor is not None
    type_in(view.editor, "新")
    qtbot.keyClick(view.editor, KEY.Key_Return)
    assert text_of(office, "4") == "old新"


def test_enter_goes_down_tab_right_and_shift_back(view: SheetView, qtbot: QtBot) -> None:
    go(view, "4")
    start = view.currentIndex()
    qtbot.keyClick(view, KEY.Key_Return)
    assert view.currentIndex().row() == start.row() + 1
    qtbot.keyClick(view, KEY.Key_Return, MODIFIER.ShiftModifier)
    qtbot.keyClick(view, KEY.Key_Tab)
    assert (view.currentIndex().row(), view.currentIndex().column()) == (start.row(), PROBLEMS)
    qtbot.keyClick(view, KEY.Key_Backtab, MODIFIER.ShiftModifier)
    assert view.currentIndex() == start
    go(view, "4", PERCENT)
    qtbot.keyClick(view, KEY.Key_Tab)
    assert (view.currentIndex().row(), view.currentIndex().column()) == (start.row() + 1, TEXT)


def test_tab_in_an_editor_saves_and_goes_right(
    view: SheetView, office: Office, qtbot: QtBot
) -> None:
    go(view, "4")
    qtbot.keyClick(view, KEY.Key_F2)
    assert view.editor is not None
    type_in(view.editor, "座谈1次。")
    qtbot.keyClick(view.editor, KEY.Key_Tab)
    assert text_of(office, "4") == "座谈1次。"
    assert view.currentIndex().column() == PROBLEMS
    assert view.hasFocus()


@pytest.mark.parametrize("held", [MODIFIER.ControlModifier, MODIFIER.AltModifier])
def test_ctrl_or_alt_and_enter_break_the_line(
    view: SheetView, office: Office, qtbot: QtBot, held: Qt.KeyboardModifier
) -> None:
    go(view, "4")
    qtbot.keyClick(view, KEY.Key_F2)
    assert view.editor is not None
    type_in(view.editor, "一是座谈。")
    qtbot.keyClick(view.editor, KEY.Key_Return, held)
    type_in(view.editor, "二是报送。")
    qtbot.keyClick(view.editor, KEY.Key_Return)
    assert text_of(office, "4") == "一是座谈。\n二是报送。"


def test_tab_leaves_the_table_beyond_its_last_cell(view: SheetView, qtbot: QtBot) -> None:
    view.setCurrentIndex(view.rows.index(view.rows.rowCount() - 1, PERCENT))
    view.setFocus()
    qtbot.keyClick(view, KEY.Key_Tab)
    assert not view.hasFocus()


def test_leaving_the_page_saves_what_is_being_typed(
    window: MainWindow, view: SheetView, office: Office, qtbot: QtBot
) -> None:
    go(view, "4")
    qtbot.keyClick(view, KEY.Key_F2)
    assert view.editor is not None
    type_in(view.editor, "写到一半")
    window.show_page("tasks")
    assert text_of(office, "4") == "写到一半"


def test_words_that_could_not_be_saved_stay_marked_and_are_sent_again(
    page: FillPage, view: SheetView, office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise KnownError("磁盘已满，没有保存。")

    with monkeypatch.context() as patched:
        patched.setattr(office.desk.ledger, "do", full)
        for label, words in (("4", "立法调研"), ("7", "培训")):
            go(view, label)
            qtbot.keyClick(view, KEY.Key_F2)
            assert view.editor is not None
            view.editor.put_back(words)
            qtbot.keyClick(view.editor, KEY.Key_Return)
    assert "磁盘已满" in office.told.refused[0]
    assert office.told.unsaved == []
    go(view, "4")
    cell = view.currentIndex()
    assert cell.data() == "立法调研"
    assert cell.data(REFUSED_ROLE)
    assert "还没有保存" in cell.data(Qt.ItemDataRole.ToolTipRole)
    assert page.typed()[0][2] == "立法调研"
    qtbot.keyClick(view, KEY.Key_Escape)
    assert (cell.data(), cell.data(REFUSED_ROLE)) == ("", False)
    write(office, "8", "别的改动")
    assert text_of(office, "7") == "培训"
    assert text_of(office, "4") == ""
    assert page.typed() == []


def test_refused_words_of_another_period_can_be_copied(
    view: SheetView, office: Office, qtbot: QtBot
) -> None:
    go(view, "4")
    qtbot.keyClick(view, KEY.Key_F2)
    assert view.editor is not None
    view.editor.put_back("长" * 20_001)
    qtbot.keyClick(view.editor, KEY.Key_Return)
    assert "超过20000字的上限" in office.told.refused[0]
    assert view.rows.waiting
    office.context.session.show_period(JULY)
    assert office.told.unsaved == ["长" * 20_001]
    assert not view.rows.waiting


def test_alt_and_down_opens_the_choices_and_enter_stays_there(
    view: SheetView, office: Office, qtbot: QtBot
) -> None:
    go(view, "4", STATUS)
    qtbot.keyClick(view, KEY.Key_Down, MODIFIER.AltModifier)
    choice = view.findChild(QComboBox)
    assert choice is not None
    assert choice.view().isVisible()
    qtbot.keyClick(choice.view(), KEY.Key_Down)
    qtbot.keyClick(choice.view(), KEY.Key_Return)
    assert office.task("4").status is Status.ONGOING
    line = view.rows.line_at(view.currentIndex().row())
    assert (line.label, view.currentIndex().column()) == ("4", STATUS)


def test_typing_where_nothing_can_be_typed_says_where_it_is_done(
    view: SheetView, office: Office, qtbot: QtBot
) -> None:
    go(view, "4", SECTION)
    qtbot.keyClick(view, KEY.Key_A)
    assert office.told.told[-1].endswith("请到“任务”页改。")
    go(view, "5", STATUS)
    qtbot.keyClick(view, KEY.Key_F2)
    assert "已经办结" in office.told.told[-1]
    said = len(office.told.told)
    qtbot.keyClick(view, KEY.Key_Down)
    go(view, "4", TEXT)
    qtbot.keyClick(view, KEY.Key_A)
    assert len(office.told.told) == said


def test_nought_percent_is_taken(view: SheetView, office: Office) -> None:
    go(view, "4", PERCENT)
    assert view.rows.setData(view.currentIndex(), "0")
    view.window().findChild(QuestionBar).answer_all()
    found = entry(office, "4")
    assert found is not None
    assert found.percent == 0


def test_reviewed_words_are_reviewed_anew_and_the_report_stays(
    view: SheetView, office: Office, qtbot: QtBot
) -> None:
    office.context.session.show_period(Period.parse("2021-H1"))
    before = entry(office, "1", Period.parse("2021-H1"))
    assert before is not None
    assert before.reviewed_text is not None
    go(view, "1")
    assert view.currentIndex().data() == before.reviewed_text
    view.rows.setData(view.currentIndex(), "审定后又改了一次。")
    after = entry(office, "1", Period.parse("2021-H1"))
    assert after is not None
    assert (after.id, after.reviewed_text) == (before.id, "审定后又改了一次。")
    assert after.original_text == before.original_text


# -- many cells


def test_delete_clears_and_undo_brings_back(view: SheetView, office: Office, qtbot: QtBot) -> None:
    write(office, "4", "座谈1次。", problems="经费")
    go(view, "4")
    qtbot.keyClick(view, KEY.Key_Right, MODIFIER.ShiftModifier)
    qtbot.keyClick(view, KEY.Key_Delete)
    found = entry(office, "4")
    assert found is not None
    assert (found.original_text, found.original_problems) == ("", "")
    office.desk.undo()
    assert text_of(office, "4") == "座谈1次。"


def test_ctrl_d_fills_down_as_one_change(view: SheetView, office: Office, qtbot: QtBot) -> None:
    write(office, "1", "已部署。")
    go(view, "1")
    for _ in range(2):
        qtbot.keyClick(view, KEY.Key_Down, MODIFIER.ShiftModifier)
    qtbot.keyClick(view, KEY.Key_D, MODIFIER.ControlModifier)
    assert [text_of(office, label) for label in "1234"] == ["已部署。"] * 3 + [""]
    assert office.told.changes[-1] == "填报 2项（2021年8月）"
    go(view, "4")
    qtbot.keyClick(view, KEY.Key_D, MODIFIER.ControlModifier)
    assert text_of(office, "4") == "已部署。"


def test_ctrl_c_copies_the_range_and_ctrl_x_takes_it_out(
    view: SheetView, office: Office, qtbot: QtBot
) -> None:
    write(office, "4", "一是座谈。\n二是报送。", problems="经费")
    go(view, "4")
    qtbot.keyClick(view, KEY.Key_Right, MODIFIER.ShiftModifier)
    qtbot.keyClick(view, KEY.Key_C, MODIFIER.ControlModifier)
    assert QGuiApplication.clipboard().text() == '"一是座谈。\n二是报送。"\t经费'
    qtbot.keyClick(view, KEY.Key_X, MODIFIER.ControlModifier)
    assert text_of(office, "4") == ""


def test_ctrl_and_an_arrow_lead_to_the_end_of_a_run() -> None:
    filled = [True, True, True, False, False, True, True]
    assert [jump(filled, place, 1) for place in (0, 2, 3, 5, 6)] == [2, 5, 5, 6, 6]
    assert [jump(filled, place, -1) for place in (6, 5, 2, 0)] == [5, 2, 0, 0]


def test_ctrl_down_goes_to_the_last_line_of_an_empty_column(view: SheetView, qtbot: QtBot) -> None:
    go(view, "1", NEXT)
    qtbot.keyClick(view, KEY.Key_Down, MODIFIER.ControlModifier)
    assert view.currentIndex().row() == view.rows.rowCount() - 1
    qtbot.keyClick(view, KEY.Key_Up, MODIFIER.ControlModifier | MODIFIER.ShiftModifier)
    assert len(view.chosen()) == view.rows.rowCount()


def test_f9_says_nothing_new_which_counts_as_filled(
    page: FillPage, view: SheetView, office: Office, qtbot: QtBot
) -> None:
    assert page.top.count.text() == "已填 0/32"
    go(view, "4")
    qtbot.keyClick(view, KEY.Key_F9)
    assert page.top.count.text() == "已填 1/32"
    assert view.currentIndex().data() == "本期无新进展"
    qtbot.keyClick(view, KEY.Key_F2)
    assert view.editor is not None
    type_in(view.editor, "其实有。")
    qtbot.keyClick(view.editor, KEY.Key_Return)
    found = entry(office, "4")
    assert found is not None
    assert (found.original_text, found.nothing_new) == ("其实有。", False)
    go(view, "4")
    qtbot.keyClick(view, KEY.Key_F9)
    assert "没有改成本期无新进展" in office.told.told[-1]


def test_the_menu_says_what_the_keys_do_and_leads_to_the_task(
    window: MainWindow, view: SheetView, office: Office
) -> None:
    from gui.pages.fill.sheet_menu import sheet_menu

    go(view, "4")
    menu = sheet_menu(view)
    actions = {action.text(): action for action in menu.actions()}
    assert actions["向下填充"].shortcut().toString() == "Ctrl+D"
    actions["本期无新进展"].trigger()
    assert entry(office, "4").nothing_new  # type: ignore[union-attr]
    actions["到任务页看这一项"].trigger()
    assert window.stack.current is window.tasks
    assert window.tasks.current.label == "4"  # type: ignore[union-attr]


# -- which lines


def test_only_the_unfilled_and_what_was_just_filled_stays_in_its_place(
    page: FillPage, view: SheetView, office: Office
) -> None:
    write(office, "1", "已部署。")
    page.top.unfilled.setChecked(True)
    labels = [line.label for line in view.rows.lines]
    assert labels[0] == "2"
    assert "5" not in labels  # 已销号
    write(office, "2", "也已部署。")
    assert [line.label for line in view.rows.lines] == labels
    page.top.unfilled.setChecked(False)
    page.top.unfilled.setChecked(True)
    assert view.rows.lines[0].label == "3"


def test_an_address_leads_to_lines_and_says_where_one_is(
    window: MainWindow, page: FillPage, office: Office
) -> None:
    section = office.task("4").section_id
    window.show_address(f"fill/表格?section={section}&unfilled=1&task={office.task('4').id}")
    assert page.top.unfilled.isChecked()
    assert {line.section_id for line in page.table.model.lines} == {section}
    assert page.table.view.currentIndex().siblingAtColumn(0).data() == "4"
    line = str(page.address())
    page.top.unfilled.setChecked(False)
    window.show_address(line)
    assert page.top.unfilled.isChecked()
    window.show_address("fill/表格?section=无&by=所有")
    assert page.top.section.currentData() is None


def test_measures_have_lines_of_their_own_by_choice(page: FillPage, office: Office) -> None:
    page.top.by.show_value(True)
    page.top.by.picked.emit(True)
    labels = [line.label for line in page.table.model.lines]
    assert labels[:4] == ["1.1", "1.2", "1.3", "2.2"]
    page.table.model.setData(page.table.model.index(0, TEXT), "评估1次。")
    assert entry(office, "1").measure_id == office.measure("1.1").id  # type: ignore[union-attr]
    page.top.by.picked.emit(False)
    assert [line.label for line in page.table.model.lines][:3] == ["1", "1.1", "2"]


def test_a_plan_without_adopted_tasks_says_what_to_do_first(page: FillPage, office: Office) -> None:
    from gui.operations import adoption
    from models.rules import Adoption

    tree = office.context.session.tree
    assert tree is not None
    for task in tree.tasks:
        if task.local:
            office.desk.run(adoption.remove_local_task(task.id))
    issued = [task.id for task in tree.tasks if not task.local]
    office.desk.run(adoption.adopt(issued, Adoption.UNDECIDED))
    assert office.told.refused == []
    assert page.table._stack.currentIndex() == 1
    assert "还没有承接" in page.table._hint.text()


# -- who reported, and what is asked


def test_who_reported_how_and_when_is_said_once_for_all_that_follows(
    page: FillPage, view: SheetView, office: Office
) -> None:
    write(office, "1", "已部署。", reporter="周雨晴")
    page.batch.reporter.setText("王五")
    page.batch.manner.show_value("电话")
    page.batch.day.show_day(DAY.replace(day=20))
    for row in (0, 1):
        view.rows.setData(view.rows.index(row, TEXT), "新的话。")
    first, second = entry(office, "1"), entry(office, "2")
    assert first is not None
    assert second is not None
    assert (first.reporter, first.reported_on, first.manner) == ("周雨晴", DAY, "电话")
    assert (second.reporter, second.manner) == ("王五", "电话")
    assert second.reported_on == DAY.replace(day=20)


def answer(page: FillPage, words: str) -> None:
    button = next(each for each in page.questions.findChildren(QPushButton) if each.text() == words)
    button.click()


def test_a_percentage_that_falls_is_asked_and_kept_or_put_back(
    page: FillPage, view: SheetView, office: Office
) -> None:
    write(office, "4", "座谈。", JULY, percent=80.0)
    row = next(i for i, line in enumerate(view.rows.lines) if line.label == "4")
    index = view.rows.index(row, PERCENT)
    view.rows.setData(index, "60")
    assert "由80%降到60%" in page.questions.waiting[0]
    assert (index.data(), entry(office, "4")) == ("60%", None)
    answer(page, "改回")
    assert (index.data(), page.questions.waiting) == ("80%", [])
    view.rows.setData(index, "60")
    view.rows.setData(index, "61")
    assert len(page.questions.waiting) == 1
    answer(page, "仍然保存")
    assert entry(office, "4").percent == 61  # type: ignore[union-attr]


def test_finishing_early_and_without_evidence_is_asked(
    page: FillPage, view: SheetView, office: Office, qtbot: QtBot
) -> None:
    go(view, "9", STATUS)
    qtbot.keyClick(view, KEY.Key_F2)
    choice = view.findChild(QComboBox)
    assert choice is not None
    choice.setCurrentText("已办结")
    qtbot.keyClick(choice, KEY.Key_Return)
    assert "确认办结吗" in page.questions.waiting[0]
    assert office.task("9").status is not Status.COMPLETED
    answer(page, "仍然保存")
    assert office.task("9").status is Status.COMPLETED


def test_nobody_finishes_a_task_by_walking_away_but_typed_numbers_stay(
    window: MainWindow, page: FillPage, view: SheetView, office: Office
) -> None:
    write(office, "4", "座谈。", JULY, percent=80.0)
    rows = {line.label: row for row, line in enumerate(view.rows.lines)}
    view.rows.setData(view.rows.index(rows["4"], PERCENT), "60")
    view.rows.setData(view.rows.index(rows["9"], STATUS), "已办结")
    assert len(page.questions.waiting) == 2
    window.show_page("tasks")
    assert entry(office, "4").percent == 60  # type: ignore[union-attr]
    assert office.task("9").status is not Status.COMPLETED


def test_words_like_last_periods_are_counted_and_marked(
    page: FillPage, view: SheetView, office: Office
) -> None:
    write(office, "4", "座谈1次。", JULY)
    write(office, "4", "座谈1次 。")
    assert page.top.count.text() == "已填 1/32 · 与上期相同 1"
    go(view, "4")
    row = view.currentIndex().row()
    assert view.rows.headerData(row, Qt.Orientation.Vertical) == "同"
    assert "与上期文字相同" in view.currentIndex().data(Qt.ItemDataRole.ToolTipRole)


def test_rows_are_as_high_as_their_words(view: SheetView, office: Office) -> None:
    assert lines_needed("国" * 20, 140, 14) == 2
    assert lines_needed("a" * 20, 140, 14) == 1
    assert lines_needed("一\n二\n", 140, 14) == 3
    low = view.rowHeight(0)
    write(office, "1", "一\n二\n三\n四\n五\n六\n七")
    middle = view.rowHeight(0)
    view.set_height("all")
    assert low < middle < view.rowHeight(0)
    view.set_height("line")
    assert view.rowHeight(0) < low
    view.resizeRowToContents(0)
    assert view.rowHeight(0) > middle


def test_a_task_given_up_elsewhere_while_a_cell_is_written_loses_nothing(
    view: SheetView, office: Office, qtbot: QtBot
) -> None:
    from gui.operations import adoption
    from models.rules import Adoption

    go(view, "4")
    qtbot.keyClick(view, KEY.Key_F2)
    assert view.editor is not None
    type_in(view.editor, "写到一半")
    office.desk.run(adoption.adopt([office.task("4").id], Adoption.NONE, "省级完成"))
    assert view.editor.toPlainText() == "写到一半"
    qtbot.keyClick(view.editor, KEY.Key_Return)
    assert "还没有承接" in office.told.refused[-1]
    assert office.told.unsaved == ["写到一半"]
    assert "4" not in [line.label for line in view.rows.lines]


def test_words_typed_while_another_period_comes_in_stay_with_theirs(
    view: SheetView, office: Office, qtbot: QtBot
) -> None:
    go(view, "4")
    qtbot.keyClick(view, KEY.Key_F2)
    assert view.editor is not None
    type_in(view.editor, "八月的话")
    office.context.session.show_period(Period.parse("2021-H1"))
    assert view.editor is not None
    qtbot.keyClick(view.editor, KEY.Key_Return)
    assert text_of(office, "4") == "八月的话"
    half = entry(office, "4", Period.parse("2021-H1"))
    assert half is not None
    assert half.wording != "八月的话"
