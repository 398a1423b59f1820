"""Whatever a text says, it gives a draft and findings, in time that grows with its length."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import KnownError
from models.intake import read_plan
from models.intake.as_json import as_json
from models.intake.draft import PlanDraft

SEED = Path(__file__).parents[3] / "resources" / "plans" / "2021-sichuan.txt"
_PIECES = [
    *(
        "一、",
        "（一）",
        "1.",
        "（1）",
        "①",
        "第一章",
        "第二条",
        "2021年6月底前",
        "2021年3月1日",
        "1-2个",
    ),
    *(
        "牵头单位：",
        "（甲局牵头，乙局配合）",
        "[责任单位:",
        "]",
        "各市局：",
        "川市监发〔2021〕21号",
        "30所",
    ),
    *(
        "编制",
        "举办",
        "一批",
        "八项行动",
        "会议",
        "平台",
        "等",
        "局",
        "关于",
        "的通知",
        "会同",
        "负责",
    ),
    *(
        "。",
        "，",
        "、",
        "；",
        "：",
        "\n",
        "\t",
        "《",
        "》",
        "“",
        "”",
        "（",
        "）",
        "第",
        "99999年2月31日",
    ),
    "工作任务\t牵头单位\n",
]
PLANLIKE = st.lists(st.sampled_from(_PIECES) | st.text(max_size=3), max_size=60).map("".join)


@given(PLANLIKE)
def test_any_text_gives_a_draft_and_findings(text: str) -> None:
    try:
        draft = read_plan(text.encode("utf-8"), "任意.txt")
    except KnownError:
        assert not text.replace("\x00", "").strip() or "\x00" in text or not _visible(text)
        return
    tasks = draft.all_tasks()
    assert [task.position for task in tasks] == list(range(1, len(tasks) + 1))
    assert as_json(draft)["findings"] == [
        {"line": f.line, "text": f.text, "reason": f.reason} for f in draft.findings
    ]


def _visible(text: str) -> str:
    return "".join(c for c in text if c.isprintable() and not c.isspace())


@given(PLANLIKE)
def test_every_numbered_line_is_in_the_tree_or_in_a_finding(text: str) -> None:
    one_line = " ".join(text.replace("\x00", "").split())
    lines = [f"一、甲{one_line}", "1.乙。", "丙。", "（甲局负责）"]
    draft = read_plan("\n".join(lines).encode(), "任意.txt")
    everything = str(as_json(draft))
    assert "乙" in everything
    assert "丙" in everything


UNIT = st.sampled_from(["甲局", "乙中心", "市发展和改革委", "丙县人民政府", "工业和信息化局"])
SENTENCE = st.sampled_from(
    ["建立机制。", "编制《甲规划》。", "新增学校30所。", "召开全市座谈会，推进改革。"]
)
TASKS = st.lists(
    st.tuples(st.lists(SENTENCE, min_size=1, max_size=3), st.lists(UNIT, min_size=1, unique=True)),
    min_size=1,
    max_size=3,
)


@given(st.lists(st.lists(TASKS, min_size=1, max_size=3), min_size=1, max_size=3))
def test_a_plan_written_out_and_read_again_is_the_same_plan(
    parts: list[list[list[tuple[list[str], list[str]]]]],
) -> None:
    numerals = "一二三四五六七八九十"
    lines, count = ["示例市2022年工作要点"], 0
    for p, items in enumerate(parts):
        lines.append(f"{numerals[p]}、抓改革")
        for i, tasks in enumerate(items):
            lines.append(f"（{numerals[i]}）建机制。")
            for sentences, units in tasks:
                count += 1
                lines.append(f"{count}.{''.join(sentences)}[牵头单位:{'、'.join(units)}]")
    draft = read_plan("\n".join(lines).encode(), "plan.txt")
    assert draft.findings == ()
    again = [
        [
            [([m.text for m in task.measures], list(task.lead_units)) for task in item.tasks]
            for item in part.items
        ]
        for part in draft.parts
    ]
    assert again == parts


def _seconds(text: str) -> float:
    began = time.process_time()
    read_plan(text.encode(), "plan.txt")
    return time.process_time() - began


def test_reading_takes_time_in_proportion_to_the_length() -> None:
    seed = SEED.read_text("utf-8") + "\n"
    hard = "1.举办会议、新增甲1个，（甲局负责）编制《乙》" * 20
    row = "任务\t工作要求\t责任单位\n" + "甲\t乙。\t丙局\n" * 40
    furthered = "1." + "推进" * 6000 + "平台建设\n"
    for text in (seed, seed.replace("\n", ""), hard, row, furthered):
        short, long = (min(_seconds(text * n) for _ in range(3)) for n in (2, 16))
        assert long < 8 * 4 * max(short, 0.02)


def test_thousands_of_days_behind_a_numbered_line_take_time_in_proportion() -> None:
    texts = ("1.甲\n" + "2021年6月25日\n" * n + "（1）甲\n（2）乙\n（3）丙" for n in (2500, 20_000))
    short, long = map(_seconds, texts)
    assert long < 8 * 4 * max(short, 0.02)


def _units(count: int, before: str, between: str, after: str) -> str:
    names = (f"{chr(0x4E00 + n % 9000)}{chr(0x5E00 + n // 9000)}局" for n in range(count))
    return f"一、抓改革\n1.建机制。{before}{between.join(names)}{after}"


@pytest.mark.parametrize(
    ("before", "between", "after"),
    [
        ("（责任单位：", "、", "）"),
        ("\n责任单位：", "\n责任单位：", ""),
        ("（", "负责）。开展检查（", "负责）"),
    ],
)
def test_thousands_of_units_in_one_task_take_time_in_proportion(
    before: str, between: str, after: str
) -> None:
    short, long = (_seconds(_units(n, before, between, after)) for n in (1500, 12_000))
    assert long < 8 * 4 * max(short, 0.01)


def test_every_key_of_the_json_is_always_there() -> None:
    empty = as_json(PlanDraft())
    assert list(empty) == [
        *("title", "document_number", "issuers", "addressees", "issued_on", "preamble"),
        *("tasks", "parts", "findings"),
    ]
    task = as_json(read_plan("1.新增学校30所。".encode(), "plan.txt"))["tasks"][0]
    assert list(task) == [
        *("number", "position", "text", "lead_units", "responsible_units", "supporting_units"),
        *("deadline", "tracked", "measures"),
    ]
    measure = task["measures"][0]
    assert list(measure) == [
        *("number", "text", "lead_units", "responsible_units", "supporting_units"),
        *("deliverables", "references", "targets"),
    ]
    assert measure["targets"] == [
        {"text": "学校30所", "label": "学校", "operator": "=", "low": 30, "high": 30, "unit": "所"}
    ]
