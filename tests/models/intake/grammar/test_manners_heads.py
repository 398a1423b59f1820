"""Heads: letterheads, notices with the plan behind them, lists of attachments, plans alone."""

from __future__ import annotations

from datetime import date

import pytest

from models.intake import read_plan
from models.intake.draft import PlanDraft

BODY = (
    "一、抓改革",
    "1.建立机制。（甲局负责）",
    "2.开展检查。（乙局负责）",
    "3.做好总结。（丙局负责）",
)
SIGNED = ("示例市人民政府办公室", "2022年3月1日")


def _read(*lines: str) -> PlanDraft:
    return read_plan("\n".join(lines).encode(), "plan.txt")


@pytest.mark.parametrize(
    "around",
    [
        (("示例市人民政府办公室文件",), ()),
        (("特急", "示例市人民政府办公室文件"), ("（此件公开发布）",)),
        ((), ("抄送：市委各部门。", "示例市人民政府办公室 2022年3月2日印发")),
    ],
)
def test_what_stands_around_on_paper_is_kept_apart(around: tuple[tuple[str, ...], ...]) -> None:
    title = "示例市人民政府办公室关于推进改革的意见"
    plan = _read(
        *around[0],
        "示政办发〔2022〕3号",
        title,
        "各县（市、区）人民政府：",
        *BODY,
        *SIGNED,
        *around[1],
    )
    assert (plan.title, plan.document_number) == (title, "示政办发〔2022〕3号")
    assert (plan.issuers, plan.issued_on) == (("示例市人民政府办公室",), date(2022, 3, 1))
    assert plan.notice_text == "\n".join([*around[0], *around[1]])
    assert plan.findings == ()


def test_a_list_of_attachments_begins_no_plan() -> None:
    plan = _read(
        "示例市人民政府办公室关于印发工作要点的通知",
        "各县（市、区）人民政府：",
        "现印发给你们，请认真执行。",
        "附件：1.示例市2022年工作要点",
        "2.任务分解表",
        *SIGNED,
        "示例市2022年工作要点",
        *BODY,
    )
    assert plan.title == "示例市2022年工作要点"
    assert [task.number for task in plan.all_tasks()] == ["1", "2", "3"]
    assert "任务分解表" in plan.notice_text


def test_what_a_notice_numbers_itself_is_no_task() -> None:
    plan = _read(
        "示例市人民政府办公室关于印发工作要点的通知",
        "各县（市、区）人民政府：",
        "现印发给你们，并提出如下要求：",
        "一、提高认识。各单位要高度重视。",
        "二、抓好落实。各单位要明确责任。",
        *SIGNED,
        "示例市2022年工作要点",
        *BODY,
    )
    assert [part.title for part in plan.parts] == ["抓改革"]
    assert {finding.reason for finding in plan.findings} == {
        "通知正文，不属于所附的要点，未列入任务"
    }
    assert plan.title == "示例市2022年工作要点"


@pytest.mark.parametrize(
    ("title", "year"),
    [("示例市2023年工作要点", 2023), ("示例市工作要点", 2022), ("2024年度工作安排", 2024)],
)
def test_deadlines_count_from_the_year_of_the_title_else_of_the_date(title: str, year: int) -> None:
    plan = _read(
        title, "一、抓改革", "1.年底前建立机制。（甲局负责）", "示例市政府", "2022年12月31日"
    )
    deadline = plan.all_tasks()[0].deadline
    assert deadline is not None
    assert deadline.date == date(year, 12, 31)


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("一、总体要求", "text"),
        ("一、指导思想和基本原则", "text"),
        ("一、工作目标", "text"),
        ("一、组织保障", "untracked"),
        ("一、工作要求", "untracked"),
        ("一、保障措施", "untracked"),
    ],
)
def test_guidance_is_text_and_organisation_is_offered_as_not_tracked(title: str, kept: str) -> None:
    plan = _read(
        "示例市要点", title, "1.坚持统筹。", "2.加强领导。", "二、抓改革", "1.建机制。（甲局负责）"
    )
    first = plan.parts[0].tasks
    assert "坚持统筹" in plan.parts[0].text if kept == "text" else first
    assert not any(task.tracked for task in first)
    assert plan.parts[1].tasks[0].tracked


def test_closing_words_belong_to_the_part_on_organisation() -> None:
    plan = _read("示例市要点", *BODY, "二、工作要求", "各单位要加强领导，抓好落实。")
    assert plan.parts[1].text == "工作要求\n各单位要加强领导，抓好落实。"
    assert plan.findings == ()


@pytest.mark.parametrize("title", ["为项目落位提供有力支撑", "强化社会保障", "完善协调工作机制"])
def test_work_that_only_sounds_like_organisation_is_tracked(title: str) -> None:
    plan = _read("示例市要点", f"一、{title}", "1.建机制。（甲局负责）")
    assert all(task.tracked for task in plan.all_tasks())
