"""Mending a draft: what each operation does to the lines."""

from __future__ import annotations

from datetime import date

from models.intake.editing import facts, levels, order, texts
from models.intake.editing.history import Edit, History
from models.intake.editing.outline import Outline, covered
from models.intake.editing.writing import draft_of
from tests.models.intake.editing.conftest import find, shape


def done(edit: Edit | None) -> Outline:
    """The outline after an operation that can be done."""
    assert edit is not None
    return edit.outline


def test_a_task_with_another_text_has_its_sentences_as_measures(plan: Outline) -> None:
    fresh = done(texts.rename(plan, find(plan, "建立").id, text="建立机制。完善清单。"))
    (task,) = (task for task in draft_of(fresh).all_tasks() if task.position == 2)
    assert [measure.text for measure in task.measures] == ["建立机制。", "完善清单。"]


def test_a_heading_that_is_renamed_is_renamed_in_its_paragraph(plan: Outline) -> None:
    fresh = done(texts.rename(plan, find(plan, "便利企业").id, title="服务企业", number="（五）"))
    item = draft_of(fresh).parts[2].items[0]
    assert (item.number, item.title) == ("（五）", "服务企业")
    assert item.text.startswith("服务企业。")
    assert item.tasks[0].text.startswith("服务企业。")


def test_nothing_to_change_is_no_step(plan: Outline) -> None:
    assert texts.rename(plan, find(plan, "建立").id, text="建立健全机制。") is None
    assert texts.rename(plan, find(plan, "建立").id, text="  ") is None


def test_a_task_is_cut_at_the_cursor_and_both_keep_the_units(plan: Outline) -> None:
    entry = find(plan, "编制")
    edit = texts.split(plan, entry.id, entry.text.index("新增"))
    assert edit is not None
    assert edit.label == "拆分第1项"
    one, other = draft_of(edit.outline).all_tasks()[:2]
    assert (one.text, other.text) == ("编制《示例规划》。", "新增学校30所。")
    assert other.responsible_units == ("市市场监管局", "市教育局")
    assert [len(one.measures), len(other.measures)] == [1, 1]
    assert other.measures[0].targets[0].low == 30


def test_a_cut_at_the_edge_is_none(plan: Outline) -> None:
    entry = find(plan, "编制")
    assert texts.split(plan, entry.id, 0) is None
    assert texts.split(plan, entry.id, len(entry.text) - 1) is None, "a full stop alone is no line"


def test_two_tasks_become_one_with_the_units_of_both(plan: Outline) -> None:
    edit = texts.merge(plan, find(plan, "编制").id)
    assert edit is not None
    assert edit.label == "合并第1项和第2项"
    task = draft_of(edit.outline).all_tasks()[0]
    assert task.text.endswith("30所。\n建立健全机制。")
    assert len(task.measures) == 3
    assert task.responsible_units == ("市市场监管局", "市教育局", "市司法局")


def test_only_neighbours_of_one_level_are_merged(plan: Outline) -> None:
    assert texts.merge(plan, find(plan, "建立").id) is None


def test_an_item_made_a_task_hands_its_tasks_to_the_item_before(plan: Outline) -> None:
    fresh = done(levels.set_level(plan, find(plan, "加强执法").id, "task"))
    item = draft_of(fresh).parts[1].items[0]
    assert [task.text[:4] for task in item.tasks] == ["编制《示", "建立健全", "加强执法", "开展“春"]


def test_a_task_made_an_item_takes_the_tasks_behind_it(plan: Outline) -> None:
    fresh = done(levels.stepped(plan, find(plan, "编制").id, -1))
    item = draft_of(fresh).parts[1].items[1]
    assert item.title == "编制《示例规划》"
    assert len(item.tasks) == 2, "it has units, so it is a task itself"


def test_a_task_made_a_measure_goes_to_the_task_before_it(plan: Outline) -> None:
    fresh = done(levels.stepped(plan, find(plan, "建立").id, 1))
    task = draft_of(fresh).all_tasks()[0]
    assert [measure.number for measure in task.measures] == ["1.1", "1.2", "1.3"]
    assert task.measures[2].responsible_units == ("市司法局",)
    assert task.text.endswith("建立健全机制。")


def test_the_first_task_of_an_item_has_no_task_to_be_a_measure_of(plan: Outline) -> None:
    assert levels.stepped(plan, find(plan, "编制").id, 1) is None


def test_a_measure_made_a_task_leaves_its_task(plan: Outline) -> None:
    measure = next(e for e in plan.entries if e.text == "新增学校30所。")
    fresh = done(levels.stepped(plan, measure.id, -1))
    one, other = draft_of(fresh).all_tasks()[:2]
    assert (one.text, other.text) == ("编制《示例规划》。", "新增学校30所。")


def test_the_only_measure_of_a_task_stays(plan: Outline) -> None:
    measure = next(e for e in plan.entries if e.level == "measure" and e.text[:2] == "建立")
    assert levels.stepped(plan, measure.id, -1) is None
    assert order.remove(plan, measure.id) is None


def test_a_task_made_text_is_text_of_its_item(plan: Outline) -> None:
    fresh = done(levels.set_level(plan, find(plan, "建立").id, "text"))
    item = draft_of(fresh).parts[1].items[0]
    assert item.text == "完善制度\n2.建立健全机制。"
    assert len(item.tasks) == 1


def test_text_made_a_task_is_read_with_its_number_and_units(plan: Outline) -> None:
    fresh = done(levels.set_level(plan, find(plan, "建立").id, "text"))
    text = next(entry for entry in fresh.entries if entry.level == "text")
    fresh = done(texts.rename(fresh, text.id, text="2.建立机制。（责任单位：市财政局）"))
    fresh = done(levels.stepped(fresh, text.id, -1))
    task = draft_of(fresh).all_tasks()[1]
    assert (task.number, task.text) == ("2", "建立机制。")
    assert task.responsible_units == ("市财政局",)
    assert len(task.measures) == 1


def test_an_item_can_be_made_a_task_itself_and_back(plan: Outline) -> None:
    guiding = find(plan, "指导思想").id
    fresh = done(levels.set_alone(plan, guiding, True))
    assert draft_of(fresh).all_tasks()[0].measures[0].text == "坚持改革创新。"
    assert shape(done(levels.set_alone(fresh, guiding, False))) == shape(plan)


def test_a_task_moves_past_its_neighbour_and_past_the_heading(plan: Outline) -> None:
    second = find(plan, "建立").id
    fresh = done(order.move(plan, second, -1))
    assert [task.text[:2] for task in draft_of(fresh).all_tasks()] == [
        "建立",
        "编制",
        "开展",
        "便利",
    ]
    fresh = done(order.move(plan, second, 1))
    assert [task.text[:2] for task in draft_of(fresh).parts[1].items[1].tasks] == ["建立", "开展"]
    assert done(order.move(fresh, second, -1)).entries == plan.entries


def test_a_part_moves_with_all_that_hangs_below(plan: Outline) -> None:
    fresh = done(order.move(plan, find(plan, "优化服务").id, -1))
    assert [part.title for part in draft_of(fresh).parts] == ["总体要求", "优化服务", "强化保护"]


def test_the_first_and_the_last_do_not_move_out(plan: Outline) -> None:
    assert order.move(plan, find(plan, "总体要求").id, -1) is None
    assert order.move(plan, find(plan, "优化服务").id, 1) is None


def test_what_is_taken_out_becomes_a_remark_and_can_be_put_back(plan: Outline) -> None:
    edit = order.remove(plan, find(plan, "加强执法").id)
    assert edit is not None
    assert covered(edit.outline) == covered(plan)
    findings = draft_of(edit.outline).findings
    assert [(each.line, each.text[:4]) for each in findings[:2]] == [
        (9, "（三）加"),
        (10, "3.开展"),
    ]
    back = edit.outline
    for remark, level in zip(edit.outline.remarks[:2], ("item", "task"), strict=True):
        back = done(order.place_remark(back, remark, level))
    assert shape(back) == shape(plan)


def test_a_closing_paragraph_can_be_put_under_the_plan(plan: Outline) -> None:
    edit = order.place_remark(plan, plan.remarks[0], "text")
    assert edit is not None
    assert edit.label == "第13行列为正文"
    assert edit.outline.counts.unplaced == 0
    assert draft_of(edit.outline).parts[2].items[0].text.endswith("\n各地要认真落实本要点。")


def test_a_remark_that_needs_nothing_is_counted_no_more_and_kept(plan: Outline) -> None:
    fresh = done(order.acknowledge(plan, plan.remarks[0]))
    assert fresh.counts.unplaced == 0
    assert len(draft_of(fresh).findings) == 1


def test_a_heading_is_untracked_with_all_its_tasks(plan: Outline) -> None:
    edit = facts.set_tracked(plan, [find(plan, "强化保护").id], False)
    assert edit is not None
    assert edit.label == "第1项等3项不跟踪"
    tracked = [task.tracked for task in draft_of(edit.outline).all_tasks()]
    assert tracked == [False, False, False, True]


def test_units_are_typed_with_their_brackets(plan: Outline) -> None:
    names = facts.names_in("市发展改革委、各县（市、区）政府，市教育局;市教育局 ")
    assert names == ("市发展改革委", "各县（市、区）政府", "市教育局")
    fresh = done(facts.set_units(plan, find(plan, "建立").id, lead=names))
    assert draft_of(fresh).all_tasks()[1].lead_units == names
    assert facts.set_units(plan, find(plan, "加强执法").id, lead=names) is None


def test_a_time_limit_is_read_from_its_words(plan: Outline) -> None:
    fresh = done(facts.set_deadline(plan, find(plan, "建立").id, "第三季度"))
    deadline = draft_of(fresh).all_tasks()[1].deadline
    assert deadline is not None
    assert deadline.date == date(2022, 9, 30)
    gone = done(facts.set_deadline(fresh, find(plan, "建立").id, ""))
    assert draft_of(gone).all_tasks()[1].deadline is None


def test_the_head_can_be_mended(plan: Outline) -> None:
    edit = facts.set_head(plan, document_number="示政发〔2022〕3号", issued_on=date(2022, 3, 1))
    assert edit is not None
    assert edit.label == "修改发文字号、成文日期"
    draft = draft_of(edit.outline)
    assert (draft.document_number, draft.issued_on) == ("示政发〔2022〕3号", date(2022, 3, 1))


def test_steps_are_undone_and_done_again_by_their_names(plan: Outline) -> None:
    merged = texts.merge(plan, find(plan, "编制").id)
    assert merged is not None
    history = History(plan).after(merged)
    assert (history.undo_label, history.redo_label) == ("合并第1项和第2项", "")
    back, focus = history.undone()
    assert back.present is plan
    assert focus == find(plan, "编制").id
    assert back.redo_label == "合并第1项和第2项"
    assert back.redone()[0].present is merged.outline
    assert back.undone()[0] is back
