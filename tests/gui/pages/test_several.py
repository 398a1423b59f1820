"""Several tasks selected at once: what they have in common, given in one step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.pages.tasks.page import TasksPage
from gui.pages.tasks.several import SeveralPane
from models.rules import Adoption, Status
from tests.gui.conftest import Office, type_in

Answer = Callable[[Callable[[QDialog], None]], None]
LABELS = ("1", "2", "3")


@pytest.fixture
def page(window: MainWindow) -> TasksPage:
    return window.tasks


@pytest.fixture
def pane(page: TasksPage, office: Office) -> SeveralPane:
    select(page, office, *LABELS)
    return page.detail.several


def select(page: TasksPage, office: Office, *labels: str) -> None:
    page.show_task(office.task(labels[0]).id)
    flags = QItemSelectionModel.SelectionFlag
    for label in labels[1:]:
        index = page.tree.filter.mapFromSource(page.model.task_index(office.task(label).id))
        page.tree.selectionModel().select(index, flags.Select | flags.Rows)
    page._ask_detail()


def test_it_says_what_they_have_in_common(pane: SeveralPane) -> None:
    assert pane.isVisible()
    assert pane.title.text() == "已选 3 项任务"
    assert pane.role._group.checkedId() == 0
    assert pane.section.currentText() == "不一致"
    assert pane.person.placeholderText() == "不一致"
    assert pane.due.text() == "不一致"


def test_one_section_for_all_is_one_step(
    pane: SeveralPane, office: Office, page: TasksPage
) -> None:
    section = office.task("1").section_id
    pane.section.picked.emit(section)
    assert {office.task(label).section_id for label in LABELS} == {section}
    page._ask_detail()
    assert pane.section.currentText() == office.task("1").section
    office.desk.undo()
    assert len({office.task(label).section_id for label in LABELS}) > 1


def test_one_person_and_one_deadline(pane: SeveralPane, office: Office, qtbot: QtBot) -> None:
    pane.person.setFocus()
    type_in(pane.person, "王芳")
    qtbot.keyClick(pane.person, Qt.Key.Key_Return)
    pane.due.setFocus()
    pane.due.setDate(dt.date(2021, 9, 30))
    pane.due.editingFinished.emit()
    rows = [office.task(label) for label in LABELS]
    assert {(row.person, row.due_on) for row in rows} == {("王芳", dt.date(2021, 9, 30))}


def test_one_status_for_all_and_one_undo(pane: SeveralPane, office: Office) -> None:
    before = [office.task(label).status for label in LABELS]
    pane.status_wanted.emit(Status.ONGOING)
    assert {office.task(label).status for label in LABELS} == {Status.ONGOING}
    assert office.told.changes[-1] == "状态 3项任务：持续推进"
    office.desk.undo()
    assert [office.task(label).status for label in LABELS] == before


def test_several_are_completed_with_one_question(
    pane: SeveralPane, office: Office, answer: Answer
) -> None:
    answer(lambda dialog: dialog._proof.setPlainText("均已印发文件"))
    pane.status_wanted.emit(Status.COMPLETED)
    assert {office.task(label).status for label in LABELS} == {Status.COMPLETED}
    assert office.detail("2").statuses[-1].proof == "均已印发文件"


def test_all_or_none(page: TasksPage, office: Office) -> None:
    done = next(
        task for task in office.context.session.tree.tasks if task.status is Status.COMPLETED
    )
    select(page, office, "1", done.label)
    before = office.task("1").status
    page.detail.several.status_wanted.emit(Status.DOING)
    assert "没有改动" in office.told.refused[-1]
    assert office.task("1").status is before


def test_one_adoption_for_all(pane: SeveralPane, office: Office) -> None:
    pane.adopt_wanted.emit(Adoption.ASSIST)
    assert {office.task(label).role for label in LABELS} == {Adoption.ASSIST}


def test_what_is_typed_for_several_stays_theirs(
    pane: SeveralPane, office: Office, page: TasksPage
) -> None:
    pane.person.setFocus()
    type_in(pane.person, "赵六")
    select(page, office, "5", "6")
    assert {office.task(label).person for label in LABELS} == {"赵六"}
    assert office.task("5").person != "赵六"


def test_one_task_shows_itself_again(pane: SeveralPane, page: TasksPage, office: Office) -> None:
    page.show_task(office.task("4").id)
    page._ask_detail()
    assert not pane.isVisible()
    assert page.detail.head.isVisible()


def test_the_tasks_of_a_part_are_selected_from_its_heading(page: TasksPage, office: Office) -> None:
    page.tree.setCurrentIndex(page.tree.filter.index(0, 0))
    menu = page.verbs.menu()
    action = menu.actions()[0]
    assert action.text() == "选中下面的 4 项任务"
    action.trigger()
    menu.deleteLater()
    assert [task.label for task in page.tree.selected_tasks()] == ["1", "2", "3", "4"]
    page._ask_detail()
    assert page.detail.several.title.text() == "已选 4 项任务"


def test_a_value_that_all_have_already_writes_nothing(pane: SeveralPane, office: Office) -> None:
    pane.section.picked.emit(office.task("1").section_id)
    steps = len(office.told.changes)
    pane.show_tasks([office.task(label) for label in LABELS])
    pane.section.picked.emit(office.task("1").section_id)
    for label in LABELS:
        assert office.task(label).section_id == office.task("1").section_id
    pane.status_wanted.emit(Status.ONGOING)
    pane.show_tasks([office.task(label) for label in LABELS])
    pane.status.picked.emit(Status.ONGOING)
    pane.adopt_wanted.emit(office.task("1").role)
    assert office.told.changes[steps:] == ["状态 3项任务：持续推进"]


def test_only_those_that_differ_are_told(pane: SeveralPane, office: Office) -> None:
    wanted = office.task("1").status
    others = [label for label in LABELS if office.task(label).status is not wanted]
    pane.status.picked.emit(wanted)
    assert {office.task(label).status for label in LABELS} == {wanted}
    assert len(office.told.changes) == bool(others)
