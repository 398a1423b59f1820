"""A plan read again, and last year's tasks as proposals."""

from __future__ import annotations

import time

import pytest

from models.intake.likeness import likeness
from models.intake.revision import (
    PlanText,
    Step,
    TaskText,
    carried_over_from,
    compare,
    proposals,
    recognised,
)

MECHANISM = "建立知识产权保护工作机制，加强部门协作。"
CHECK = "开展重点领域专项检查，查处违法案件不少于50件。"
TRAIN = "培训企业管理人员500人次，提升服务能力。"
OLD = [TaskText(11, MECHANISM), TaskText(12, CHECK), TaskText(13, TRAIN)]


def test_the_same_plan_keeps_every_task() -> None:
    news = [TaskText(n, task.text) for n, task in enumerate(OLD, 1)]
    assert compare(OLD, news) == (
        Step("kept", 11, 1, 1.0),
        Step("kept", 12, 2, 1.0),
        Step("kept", 13, 3, 1.0),
    )


def test_added_changed_and_removed_tasks_are_told() -> None:
    news = [
        TaskText(1, CHECK.replace("50", "80")),
        TaskText(2, "举办知识产权宣传周活动。"),
        TaskText(3, MECHANISM.replace("，", "， ")),
    ]
    steps = compare(OLD, news)
    assert [(step.course, step.old, step.new) for step in steps] == [
        ("changed", 12, 1),
        ("added", None, 2),
        ("kept", 11, 3),
        ("removed", 13, None),
    ]
    assert 0.5 < steps[0].likeness < 1


def test_each_task_is_paired_once_even_where_texts_repeat() -> None:
    twice = [TaskText(1, MECHANISM), TaskText(2, MECHANISM)]
    steps = compare(twice, [TaskText(5, MECHANISM)])
    assert [(step.course, step.old, step.new) for step in steps] == [
        ("kept", 1, 5),
        ("removed", 2, None),
    ]


@pytest.mark.parametrize(
    ("number", "title", "text", "found"),
    [
        ("示政发[2022]3号", "别的", "别的", 1),
        ("", "示例市2022年工作要点", MECHANISM + CHECK + "新增一段。", 1),
        ("", "没有标题", MECHANISM + CHECK + TRAIN, 1),
        ("示政发〔2023〕3号", "示例市2022年工作要点", "完全不同的内容，从头写起。", None),
        ("", "", "", None),
    ],
)
def test_a_plan_is_recognised_by_number_or_nearly_the_same_text(
    number: str, title: str, text: str, found: int | None
) -> None:
    plans = [PlanText(1, "示政发〔2022〕3号", "示例市2022年工作要点", MECHANISM + CHECK + TRAIN)]
    assert recognised(PlanText(0, number, title, text), plans) == found


def test_the_most_alike_task_of_last_year_is_proposed() -> None:
    news = [
        TaskText(1, "开展重点领域专项检查，查处违法案件不少于80件，公布典型案例。"),
        TaskText(2, "新建体育公园三座。"),
    ]
    (proposal,) = proposals(news, OLD)
    assert (proposal.new, proposal.earlier) == (1, 12)


def test_a_task_carried_over_says_where_it_comes_from() -> None:
    assert carried_over_from(2021, 9) == "结转自2021年第9项"


def test_likeness_goes_from_nothing_to_the_same() -> None:
    assert likeness("甲乙丙", "丁戊己") == 0
    assert likeness("甲乙，丙", "甲 乙丙。") == 1
    assert 0 < likeness("甲乙丙丁", "甲乙戊己") < 1
    assert likeness("", "") == 1


def test_long_plans_are_compared_quickly() -> None:
    olds = [
        TaskText(n, f"{MECHANISM}第{n}号{chr(0x4E00 + n)}{chr(0x5E00 + n)}事项。")
        for n in range(400)
    ]
    began = time.process_time()
    steps = compare(olds, [TaskText(task.key, task.text + "补充。") for task in olds])
    assert all(step.old == step.new for step in steps)
    assert time.process_time() - began < 8
