"""The plan as a tree, without a window and without a ledger."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from gui.tablemodels.task_columns import ADOPTION, COLUMNS, DUE, LIGHT, NAME, PERCENT, SECTION
from gui.tablemodels.task_tree import TaskTreeModel
from gui.widgets.copying import COPY_ROLE
from models.rows import SectionRow
from models.rules import Adoption
from tests.gui.sample import task, tree

CHECK = Qt.ItemDataRole.CheckStateRole


def model_of(*tasks: object) -> TaskTreeModel:
    model = TaskTreeModel()
    model.set_tree(tree(*tasks))
    return model


def words(model: TaskTreeModel, task_id: int, column: int) -> str:
    return model.task_index(task_id).siblingAtColumn(column).data()


def test_the_tree_obeys_qt(qtmodeltester: ModelTester) -> None:
    model = model_of(task(1), task(2), task(3, local=True, label="增1", item_id=None))
    qtmodeltester.check(model)


def test_tasks_hang_under_items_and_local_tasks_at_the_end() -> None:
    model = model_of(task(1), task(2, local=True, label="增1", item_id=None, part_id=None))
    tops = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert tops == ["一、做好制度设计", "本地任务"]
    item = model.index(0, 0, model.index(0, 0))
    assert item.data() == "（一）抓好规划编制"
    assert model.index(0, 0, item).data() == "1. 简称1"


def test_a_plan_without_parts_hangs_its_tasks_on_top() -> None:
    model = model_of(task(1, item_id=None, part_id=None))
    assert model.parent(model.task_index(1)) == QModelIndex()


def test_a_half_ticked_task_shows_the_half_box() -> None:
    model = model_of(task(1), task(2, ticked_measures=2), task(3, ticked_measures=0))
    states = [model.task_index(number).data(CHECK) for number in (1, 2, 3)]
    assert states == [
        Qt.CheckState.PartiallyChecked,
        Qt.CheckState.Checked,
        Qt.CheckState.Unchecked,
    ]


def test_what_is_not_the_bureaus_has_no_box_and_no_numbers() -> None:
    model = model_of(task(1, role=Adoption.NONE))
    assert model.task_index(1).data(CHECK) is None
    assert words(model, 1, ADOPTION) == "不涉及"
    assert [words(model, 1, column) for column in (LIGHT, SECTION, DUE, PERCENT)] == [""] * 4


def test_a_tick_is_told_and_nothing_is_changed(qtbot: QtBot) -> None:
    model = model_of(task(1))
    with qtbot.waitSignal(model.tick_wanted) as told:
        model.setData(model.task_index(1), True, CHECK)
    assert told.args[0].id == 1
    assert told.args[1] is True
    assert model.task_index(1).data(CHECK) is Qt.CheckState.PartiallyChecked


def test_new_rows_in_the_same_shape_tear_nothing_down(qtbot: QtBot) -> None:
    model = model_of(task(1), task(2))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.set_tree(tree(task(1, percent=75.0), task(2)))
    assert words(model, 1, PERCENT) == "75%"


def test_another_shape_is_a_new_tree(qtbot: QtBot) -> None:
    model = model_of(task(1))
    with qtbot.waitSignal(model.modelReset):
        model.set_tree(tree(task(1), task(2)))
    assert words(model, 2, NAME) == "2. 简称2"


def test_short_names_of_sections_stand_in_the_list() -> None:
    model = model_of(task(1))
    assert words(model, 1, SECTION) == "政策法规科"
    model.set_sections([SectionRow(1, 1, "政策法规科", "法规科", "内设科室", True)])
    assert words(model, 1, SECTION) == "法规科"


def test_a_screen_reader_hears_the_whole_line() -> None:
    model = model_of(task(1))
    heard = model.task_index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "1. 简称1，主责，正常，政策法规科，12月31日，50%"


def test_the_words_are_shown_in_their_proper_form() -> None:
    model = model_of(task(1, short_title="“ 护航”行动,保护"))
    assert words(model, 1, NAME) == "1. “护航”行动，保护"


def test_parts_and_items_show_how_far_their_tasks_are() -> None:
    def boxes(*tasks: object) -> list[object]:
        model = model_of(*tasks)
        part = model.index(0, 0)
        return [part.data(CHECK), model.index(0, 0, part).data(CHECK)]

    half, full = Qt.CheckState.PartiallyChecked, Qt.CheckState.Checked
    assert boxes(task(1, ticked_measures=2), task(2, ticked_measures=0)) == [half, half]
    assert boxes(task(1, ticked_measures=2), task(2, role=Adoption.NONE)) == [full, full]
    assert boxes(task(1, role=Adoption.NONE)) == [None, None]


def test_a_parts_box_shows_and_cannot_be_ticked(qtbot: QtBot) -> None:
    model = model_of(task(1))
    part = model.index(0, 0)
    assert not part.flags() & Qt.ItemFlag.ItemIsUserCheckable
    with qtbot.assertNotEmitted(model.tick_wanted):
        model.setData(part, True, CHECK)
    assert "举措已勾选 1/2" in part.data(Qt.ItemDataRole.ToolTipRole)


def test_days_and_sections_are_copied_whole() -> None:
    model = model_of(task(1))
    model.set_sections([SectionRow(1, 1, "政策法规科", "法规科", "内设科室", True)])
    cells = [model.task_index(1).siblingAtColumn(column) for column in (SECTION, DUE)]
    assert [cell.data(COPY_ROLE) for cell in cells] == ["政策法规科", "2021年12月31日"]


def test_the_longest_word_of_a_light_fits_its_column() -> None:
    # 26: the mark and the margins; a Chinese character is as wide as the text of 14 pixels.
    assert COLUMNS[LIGHT].width - 26 >= len("未启动") * 14
