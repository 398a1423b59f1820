"""A draft as a tree, without a window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from gui.tablemodels.draft_tree import DUE, HEAD, KIND, UNITS, DraftTreeModel
from models.intake import read_pasted_plan
from models.intake.editing import facts, levels
from models.intake.editing.outline import Outline
from models.intake.editing.reading import outline_of

PLAN = """2022年知识产权工作要点
一、强化保护
（一）完善制度
1.编制规划。新增学校30所。2022年6月底前完成。（牵头单位：市市场监管局；配合单位：市教育局）
2.建立机制。
二、组织保障
3.加强领导。
"""


@pytest.fixture
def outline() -> Outline:
    return outline_of(read_pasted_plan(PLAN))


def model_of(outline: Outline) -> DraftTreeModel:
    model = DraftTreeModel()
    model.set_outline(outline)
    return model


def id_of(outline: Outline, words: str) -> int:
    return next(e.id for e in outline.entries if (e.title or e.text).startswith(words))


def words(model: DraftTreeModel, line_id: int, column: int) -> str:
    return model.index_of(line_id).siblingAtColumn(column).data()


def test_the_tree_obeys_qt(qtmodeltester: ModelTester, outline: Outline) -> None:
    model = model_of(outline)
    qtmodeltester.check(model)


def test_the_head_stands_on_top_and_tasks_below_their_items(outline: Outline) -> None:
    model = model_of(outline)
    tops = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert tops == ["2022年知识产权工作要点", "一、强化保护", "二、组织保障"]
    item = model.index(0, 0, model.index(1, 0))
    assert model.index(0, 0, item).data().startswith("1. 编制规划。")


def test_a_task_says_its_units_and_its_day(outline: Outline) -> None:
    model, task = model_of(outline), id_of(outline, "编制规划。新增")
    assert words(model, task, KIND) == "任务"
    assert words(model, task, UNITS) == "市市场监管局、市教育局"
    assert words(model, task, DUE) == "6月30日"
    tip = model.index_of(task).siblingAtColumn(UNITS).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "牵头：市市场监管局\n配合：市教育局"


def test_a_task_that_is_only_kept_says_so_without_colour(outline: Outline) -> None:
    model = model_of(outline)
    assert words(model, id_of(outline, "加强领导"), KIND) == "不跟踪"


def test_a_tick_is_told_and_nothing_is_changed(qtbot: QtBot, outline: Outline) -> None:
    model, task = model_of(outline), id_of(outline, "建立机制")
    check = Qt.ItemDataRole.CheckStateRole
    with qtbot.waitSignal(model.track_wanted) as told:
        model.setData(model.index_of(task), True, check)
    assert told.args == [task, False]
    assert model.index_of(task).data(check) is Qt.CheckState.Checked
    assert model.index_of(HEAD).data(check) is None


def test_other_words_tear_nothing_down(qtbot: QtBot, outline: Outline) -> None:
    model, task = model_of(outline), id_of(outline, "建立机制")
    edit = facts.set_deadline(outline, task, "年底前")
    assert edit is not None
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.set_outline(edit.outline)
    assert words(model, task, DUE) == "12月31日"


def test_another_level_is_another_tree(qtbot: QtBot, outline: Outline) -> None:
    model = model_of(outline)
    edit = levels.set_level(outline, id_of(outline, "完善制度"), "part")
    assert edit is not None
    with qtbot.waitSignal(model.modelReset):
        model.set_outline(edit.outline)
    assert model.rowCount() == 4
