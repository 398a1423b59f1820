"""Numbers in every manner: kinds, gaps, wrong ones, lost breaks, and numbers that are none."""

from __future__ import annotations

import pytest

from models.intake import read_plan
from models.intake.draft import PlanDraft
from models.intake.grammar.numbering import read_mark


def _read(*lines: str) -> PlanDraft:
    return read_plan("\n".join(("示例市2022年工作要点", *lines)).encode(), "plan.txt")


def _reasons(plan: PlanDraft) -> list[tuple[int, str]]:
    return [(finding.line, finding.reason) for finding in plan.findings]


@pytest.mark.parametrize(
    ("text", "number", "value"),
    [
        *(("一、甲", "一", 1), ("十二．甲", "十二", 12), ("二十一、甲", "二十一", 21)),
        *(("（三）甲", "（三）", 3), ("(三)甲", "（三）", 3), ("㈢甲", "（三）", 3)),
        *(
            ("1.甲", "1", 1),
            ("1、甲", "1", 1),
            ("1．甲", "1", 1),
            ("１．甲", "１", 1),
            ("⒈甲", "1", 1),
        ),
        *(
            ("（1）甲", "（1）", 1),
            ("(12)甲", "（12）", 12),
            ("1）甲", "1）", 1),
            ("⑴甲", "（1）", 1),
        ),
        *(("①甲", "①", 1), ("⑳甲", "⑳", 20)),
        *(
            ("第一章 总则", "第一章", 1),
            ("第三编 甲", "第三编", 3),
            ("第二部分 任务", "第二部分", 2),
        ),
        *(("第十条 甲", "第十条", 10), ("第2节 甲", "第2节", 2)),
    ],
)
def test_numbers_of_every_kind(text: str, number: str, value: int) -> None:
    mark = read_mark(text)
    assert mark is not None
    assert (mark.number, mark.value) == (number, value)


@pytest.mark.parametrize(
    "text",
    [
        *("3.5%以上", "2021年底前", "11.121人才工程", "第一批名单", "第三条第二款", "一是建机制"),
        *("十四五规划", "2021.6.30前", "100家企业", "（含市县）", "一带一路", "第一章的规定"),
    ],
)
def test_numbers_that_begin_no_paragraph(text: str) -> None:
    assert read_mark(text) is None


@pytest.mark.parametrize(
    "numbers",
    [("1.", "2.", "3."), ("1、", "2、", "3、"), ("（1）", "（2）", "（3）"), ("①", "②", "③")],
)
def test_items_of_any_kind_of_number_hold_tasks(numbers: tuple[str, ...]) -> None:
    plan = _read("一、抓改革", *(f"{number}建立机制。（甲局负责）" for number in numbers))
    assert len(plan.all_tasks()) == 3


@pytest.mark.parametrize(
    ("lines", "findings"),
    [
        (("一、甲", "1.乙。", "2.丙。", "二、丁", "1.戊。"), []),
        (("一、甲", "1.乙。", "2.丙。", "二、丁", "3.戊。"), []),
        (("一、甲", "（一）乙。", "（二）丙。", "二、丁", "（三）戊。"), []),
        (("一、甲", "1.乙。", "3.丙。"), [(4, "编号不连续：前一个是1，这里是3")]),
        (("一、甲", "三、乙", "1.丙。"), [(3, "编号不连续：前一个是1，这里是3")]),
        (("一、甲", "（二）乙。", "（三）丙。"), [(3, "编号不连续：前面没有编号，这里是2")]),
        (("一、甲", "1.乙。", "1.丙。"), [(4, "编号重复：同一标题下又从1开始，前一个是1")]),
        (("一、甲", "1.乙。", "2.丙。", "2.丁。"), [(5, "编号不连续：前一个是2，这里是2")]),
    ],
)
def test_wrong_numbers_are_findings_and_no_failure(
    lines: tuple[str, ...], findings: list[tuple[int, str]]
) -> None:
    plan = _read(*lines)
    assert _reasons(plan) == findings
    assert sum(line[0].isdigit() for line in lines) in (0, len(plan.all_tasks()))


@pytest.mark.parametrize(
    "line",
    [
        "1.建立机制。（甲局负责）2.开展检查。（乙局负责）3.编制规划。（丙局负责）",
        "1.建立机制。（甲局负责） 2.开展检查。（乙局负责） 3.编制规划。（丙局负责）",
        "1.建立机制。责任单位：甲局。2.开展检查。责任单位：乙局。3.编制规划。责任单位：丙局。",
    ],
)
def test_tasks_that_ran_together_in_one_paragraph_are_parted(line: str) -> None:
    plan = _read("一、抓改革", "（一）建机制。", line, "（二）强服务。", "4.建窗口。（丁局负责）")
    assert [task.responsible_units for task in plan.all_tasks()] == [
        *(("甲局",), ("乙局",), ("丙局",), ("丁局",)),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "1.服务第一、二、三产业。建设2个中心。增长3.5%。",
        "1.实施“11.121人才工程”。2021.年底前完成。",
        "1.落实第2.条规定。推进“一、二、三”工程。",
    ],
)
def test_numbers_inside_a_paragraph_part_nothing(line: str) -> None:
    plan = _read("一、抓改革", line, "2.开展检查。")
    assert len(plan.all_tasks()) == 2


def test_the_next_number_stays_in_its_sentence_where_a_later_line_begins_with_it() -> None:
    plan = _read("一、抓改革", "1.建立机制。2.开展检查是重点。", "2.开展检查。", "3.编制规划。")
    assert [task.number for task in plan.all_tasks()] == ["1", "2", "3"]
