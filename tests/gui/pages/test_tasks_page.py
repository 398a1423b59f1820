"""任务: what a clerk does all day, through the page's own widgets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.pages.tasks.page import TasksPage
from gui.tablemodels.task_filter import Due, Taken, TaskFilter
from gui.widgets.copying import copy_rows
from models.rules import Adoption, Light, Status
from tests.gui.conftest import Office, type_in

Answer = Callable[[Callable[[QDialog], None]], None]


@pytest.fixture
def page(window: MainWindow) -> TasksPage:
    return window.tasks


def go_to(page: TasksPage, office: Office, label: str) -> None:
    page.show_task(office.task(label).id)
    page._ask_detail()


def test_space_ticks_every_measure_of_a_task_as_one_step(
    page: TasksPage, office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QMessageBox, "exec", lambda _: 0)
    go_to(page, office, "1")
    qtbot.keyClick(page.tree, Qt.Key.Key_Space)
    assert office.task("1").ticked_measures == office.task("1").adopted_measures
    office.desk.undo()
    assert office.task("1").ticked_measures == 1


def test_a_task_with_everything_ticked_asks_once_for_its_completion(
    page: TasksPage, office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box.text()))
    go_to(page, office, "1")
    for _ in range(3):
        qtbot.keyClick(page.tree, Qt.Key.Key_Space)
        qtbot.wait(1)
    assert len(asked) == 1
    assert "是否办结" in asked[0]
    assert not office.task("1").status.done


def test_three_keys_take_on_many_at_once(
    page: TasksPage, office: Office, qtbot: QtBot, answer: Answer
) -> None:
    go_to(page, office, "2")
    qtbot.keyClick(page.tree, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert [task.label for task in page.tree.selected_tasks()] == ["2", "3"]
    qtbot.keyClick(page.tree, Qt.Key.Key_2)
    assert [office.task(label).role for label in "23"] == [Adoption.ASSIST] * 2
    answer(lambda dialog: dialog._reason.setText("省级事项"))
    qtbot.keyClick(page.tree, Qt.Key.Key_3)
    assert [office.task(label).reason for label in "23"] == ["省级事项"] * 2
    assert office.told.changes[-1] == "承接 2项任务：不涉及"


def test_a_filter_leaves_what_fits_and_says_how_many(page: TasksPage) -> None:
    page.filters.choose_role(Taken.NONE)
    assert [task.label for task in page.tree.filter.tasks()] == ["11", "23", "30", "35", "37"]
    assert page.filters._count.text() == "5 项任务"


def test_a_filter_without_tasks_says_what_to_do(page: TasksPage) -> None:
    page._filter(TaskFilter(light=Light.GREY, status=Status.CLOSED))
    assert page.hint.isVisible()
    page.filters.clear()
    assert page.tree.isVisible()


def test_a_link_to_a_hidden_task_takes_the_filter_away(page: TasksPage, office: Office) -> None:
    page._filter(TaskFilter(role=Taken.NONE))
    page.show_task(office.task("4").id)
    assert page.current.label == "4"


def test_the_cursor_stays_when_the_tree_changes(page: TasksPage, office: Office) -> None:
    from gui.operations import adoption

    go_to(page, office, "4")
    office.desk.run(adoption.add_local_task(1, "自己加的任务"))
    assert page.current.label == "4"
    assert office.task("增3").text == "自己加的任务"


def test_leaving_the_local_text_saves_it(page: TasksPage, office: Office) -> None:
    go_to(page, office, "4")
    field = page.detail.head.local
    field.setFocus()
    field.selectAll()
    type_in(field, "配合省局开展立法调研")
    page.tree.setFocus()
    assert office.task("4").local_text == "配合省局开展立法调研"
    assert office.task("4").text.startswith("配合省人大开展")


def test_what_is_typed_for_one_task_is_never_saved_to_another(
    page: TasksPage, office: Office
) -> None:
    go_to(page, office, "4")
    field = page.detail.head.local
    field.setFocus()
    field.selectAll()
    type_in(field, "第四项的话")
    go_to(page, office, "5")
    assert office.task("4").local_text == "第四项的话"
    assert office.task("5").local_text != "第四项的话"


def test_an_empty_section_and_day_are_chosen_in_the_detail(page: TasksPage, office: Office) -> None:
    go_to(page, office, "4")
    head = page.detail.head
    place = head.section.findText("知识产权规划科")
    head.section.activated.emit(place)
    head.due.setDate(head.due.date().addDays(-3))
    head.due.editingFinished.emit()
    task = office.task("4")
    assert task.section == "知识产权规划科"
    assert task.due_on == dt.date(2021, 12, 28)
    assert not task.due_default


def test_completing_asks_for_its_proof(page: TasksPage, office: Office, answer: Answer) -> None:
    go_to(page, office, "4")
    answer(lambda dialog: dialog._proof.setPlainText("两个文件已报送"))
    place = page.detail.head.status.findText("已办结")
    page.detail.head.status.activated.emit(place)
    assert office.task("4").status is Status.COMPLETED
    assert office.detail("4").statuses[-1].proof == "两个文件已报送"


def test_closing_and_sending_back(page: TasksPage, office: Office, answer: Answer) -> None:
    done = next(
        task
        for task in office.context.session.tree.tasks
        if task.status is Status.COMPLETED and not task.local
    )
    answer(lambda dialog: None)
    page.verbs.close_task(done)
    assert office.task(done.label).status is Status.CLOSED
    answer(lambda dialog: dialog._reason.setPlainText("缺印发文件"))
    page.verbs.send_back(done)
    assert office.task(done.label).status is Status.RETURNED


def test_an_extension_wants_a_later_day(page: TasksPage, office: Office, answer: Answer) -> None:
    allowed: list[bool] = []

    def fill(dialog: QDialog) -> None:
        dialog._reason.setPlainText("等省级文件")
        dialog._due.show_day(dt.date(2021, 6, 30))
        dialog.check()
        allowed.append(dialog.ok.isEnabled())
        dialog._due.show_day(dt.date(2022, 1, 31))
        dialog.check()
        allowed.append(dialog.ok.isEnabled())

    answer(fill)
    page.verbs.extend(office.task("4"))
    assert allowed == [False, True]
    assert office.task("4").due_on == dt.date(2022, 1, 31)


def test_a_local_task_is_added_and_shown(
    page: TasksPage, office: Office, answer: Answer, qtbot: QtBot
) -> None:
    go_to(page, office, "4")

    def fill(dialog: QDialog) -> None:
        assert dialog._carried.text() == "4"
        dialog._text.setPlainText("开展知识产权进校园")
        dialog._carried.setText("4、16")

    answer(fill)
    page.verbs.add_local()
    qtbot.waitUntil(lambda: page.current.label == "增3")
    assert len(office.task("增3").carries_out) == 2


def test_a_dropped_file_becomes_evidence(page: TasksPage, office: Office, tmp_path: Path) -> None:
    file = tmp_path / "关于调研的通知.pdf"
    file.write_bytes(b"%PDF-1.4 kept")
    index = page.tree.filter.mapFromSource(page.model.task_index(office.task("4").id))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    event = QDropEvent(
        QPointF(page.tree.visualRect(index).center()),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.tree.dropEvent(event)
    assert "关于调研的通知" in [row.name for row in office.detail("4").evidence]


def test_evidence_that_vanished_is_one_sentence(
    page: TasksPage, office: Office, tmp_path: Path
) -> None:
    page.attaching.attach([tmp_path / "没有了.pdf"], office.task("4"))
    assert "没有存入" in office.told.refused[0]


def test_the_menu_offers_only_what_fits(page: TasksPage, office: Office) -> None:
    go_to(page, office, "4")
    menu = page.verbs.menu()
    words = [action.text() for action in menu.actions() if action.text()]
    assert "办结…" in words
    assert "销号…" not in words
    assert "增加本地任务…" in words
    menu.deleteLater()


def test_enter_goes_into_the_task_and_escape_comes_back(
    page: TasksPage, office: Office, qtbot: QtBot
) -> None:
    go_to(page, office, "4")
    qtbot.keyClick(page.tree, Qt.Key.Key_Return)
    box = page.detail.measures.first_field()
    assert QApplication.focusWidget() is box
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.tree


def test_a_question_given_up_leaves_the_fields_as_the_ledger_is(
    page: TasksPage, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_to(page, office, "4")
    monkeypatch.setattr(QDialog, "exec", lambda _: QDialog.DialogCode.Rejected)
    head = page.detail.head
    place = head.role._values.index(Adoption.NONE)
    head.role._group.button(place).click()
    assert office.task("4").role is Adoption.ASSIST
    assert head.role._group.checkedId() == head.role._values.index(Adoption.ASSIST)
    head.status.activated.emit(head.status.findText("暂缓"))
    assert head.status.currentText() == "推进中"


def test_the_filter_is_part_of_the_address(page: TasksPage, window: MainWindow) -> None:
    window.show_address("tasks?light=red&due=overdue")
    assert page.filters.wanted() == TaskFilter(light=Light.RED, due=Due.OVERDUE)
    assert str(page.address()).endswith("light=red&due=overdue")
    assert not page.filters._clear.isHidden()
    page.filters._clear.click()
    assert page.filters.wanted().empty
    assert page.filters._clear.isHidden()


def test_a_part_of_another_plan_is_asked_for_no_more(page: TasksPage) -> None:
    page.filters.ask(TaskFilter(part=999))
    page.filters.show_parts(page._context.session.tree.parts)
    assert page.filters.wanted().part is None


def test_the_filters_go_to_a_second_line_instead_of_being_cut(window: MainWindow) -> None:
    window.resize(1200, 640)
    QApplication.processEvents()
    filters = window.tasks.filters
    for field in (*filters.fields.values(), filters.unfilled, filters.count):
        assert filters.rect().contains(field.geometry())


def test_in_a_narrow_window_the_detail_goes_under_the_tree(window: MainWindow) -> None:
    page = window.tasks
    page.set_widths([640, 500])
    kept = page.widths()
    window.resize(1100, 640)
    QApplication.processEvents()
    assert page.detail.mapTo(page, QPoint(0, 0)).y() > page.tree.height()
    assert page.widths() == kept
    window.resize(1300, 640)
    QApplication.processEvents()
    assert page.detail.mapTo(page, QPoint(0, 0)).x() > page.tree.width()
    assert page.detail.width() == kept[1]


def test_the_tasks_are_copied_with_what_is_shown(page: TasksPage, office: Office) -> None:
    go_to(page, office, "4")
    page.tree.columns.switch("责任人", False)
    copy_rows(page.tree, headings=True)
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0] == "任务（勾选）\t承接\t亮灯\t科室\t时限\t进度"
    assert lines[1].startswith("4. 专利代理规范与立法调研\t配合\t正常\t政策法规科\t2021年12月31日")


def test_ctrl_still_held_does_not_add_to_the_selection(
    page: TasksPage, office: Office, qtbot: QtBot
) -> None:
    page.show_task(office.task("1").id)
    # A key that is pressed and never let go: the platform says that Ctrl is held.
    qtbot.keyPress(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    page.show_task(office.task("4").id)
    assert [task.label for task in page.tree.selected_tasks()] == ["4"]
    qtbot.keyRelease(page, Qt.Key.Key_F)


def test_a_heading_shows_its_counts_and_its_tasks_instead_of_the_last_task(
    page: TasksPage, office: Office, qtbot: QtBot
) -> None:
    page.show_task(office.task("4").id)
    page._ask_detail()
    index = page.tree.filter.index(0, 0)
    page.tree.setCurrentIndex(index)
    page._ask_detail()
    pane = page.detail.heading
    below = page.tree.tasks_below()
    assert pane.isVisible()
    assert not page.detail.head.isVisible()
    assert pane.title.text().startswith("一、")
    assert pane.list.lines.rowCount() == len(below) > 1
    assert pane.facts.text().startswith(f"任务 {len(below)} 项")
    qtbot.keyClick(page.tree, Qt.Key.Key_Return)
    assert pane.list.hasFocus()
    qtbot.keyClick(pane.list, Qt.Key.Key_Down)
    qtbot.keyClick(pane.list, Qt.Key.Key_Return)
    assert page.current is not None
    assert page.current.id == below[1].id
    page._ask_detail()
    assert page.detail.head.isVisible()
    assert not pane.isVisible()


def test_all_tasks_of_a_heading_are_selected_by_one_button(page: TasksPage) -> None:
    page.tree.setCurrentIndex(page.tree.filter.index(0, 0))
    page._ask_detail()
    wanted = [task.id for task in page.tree.tasks_below()]
    page.detail.heading.choose.click()
    assert [task.id for task in page.tree.selected_tasks()] == wanted
    page._ask_detail()
    assert page.detail.several.isVisible()


def test_a_heading_says_how_many_tasks_the_filter_hides(page: TasksPage, office: Office) -> None:
    page.filters.ask(TaskFilter(role=Taken.OWN))
    page.tree.setCurrentIndex(page.tree.filter.index(0, 0))
    page._ask_detail()
    pane = page.detail.heading
    tree = office.context.session.tree
    assert tree is not None
    part = [task for task in tree.tasks if task.part_id == tree.parts[0].id]
    own = [task for task in part if task.role is Adoption.OWN]
    assert pane.list.lines.rowCount() == len(own) < len(part)
    assert pane.hidden.text() == f"另有 {len(part) - len(own)} 项不符合上面的筛选条件。"


def test_a_key_for_the_role_on_a_heading_selects_its_tasks_first(
    page: TasksPage, office: Office, qtbot: QtBot
) -> None:
    page.tree.setCurrentIndex(page.tree.filter.index(0, 0))
    wanted = [task.label for task in page.tree.tasks_below()]
    before = [office.task(label).role for label in wanted]
    qtbot.keyClick(page.tree, Qt.Key.Key_2)
    assert [task.label for task in page.tree.selected_tasks()] == wanted
    assert [office.task(label).role for label in wanted] == before
    assert "再按一次就都定为配合" in office.told.told[-1]
    qtbot.keyClick(page.tree, Qt.Key.Key_2)
    assert {office.task(label).role for label in wanted} == {Adoption.ASSIST}
    office.desk.undo()
    assert [office.task(label).role for label in wanted] == before
