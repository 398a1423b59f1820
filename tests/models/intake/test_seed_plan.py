"""The parser's answers on the embedded plan, held to a hand-made key."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from models.intake import read_plan
from models.intake.draft import PlanDraft, TaskDraft

HERE = Path(__file__).parent
PLAN = HERE.parents[2] / "resources" / "plans" / "2021-sichuan.txt"
KEY: list[dict[str, Any]] = json.loads((HERE / "seed-key.json").read_text("utf-8"))["items_tasks"]
TARGETS: list[dict[str, Any]] = json.loads((HERE / "seed-key.json").read_text("utf-8"))[
    "numeric_targets"
]


@pytest.fixture(scope="module")
def plan() -> PlanDraft:
    return read_plan(PLAN.read_bytes(), PLAN.name)


def _names(task: TaskDraft, kind: str) -> list[str]:
    return [d.name for m in task.measures for d in m.deliverables if d.kind == kind]


def test_the_head_is_read(plan: PlanDraft) -> None:
    assert plan.document_number == "川市监发〔2021〕21号"
    assert plan.title == "2021年四川省知识产权工作要点"
    assert plan.issuers == ("四川省市场监督管理局", "四川省知识产权服务促进中心")
    assert plan.addressees == ("各市(州)市场监管局(知识产权局)",)
    assert plan.issued_on == date(2021, 3, 1)
    assert plan.preamble.startswith("2021年是“十四五”开局之年")
    assert plan.preamble.endswith("提供有力支撑。")


def test_the_tree_has_its_parts_items_tasks_and_measures(plan: PlanDraft) -> None:
    assert [part.number for part in plan.parts] == list("一二三四五六")
    items = [item for part in plan.parts for item in part.items]
    assert (len(items), items[0].number, items[26].number) == (27, "（一）", "（二十七）")
    tasks = plan.all_tasks()
    assert [task.number for task in tasks] == [str(n) for n in range(1, 40)]
    assert [task.position for task in tasks] == list(range(1, 40))
    assert sum(len(task.measures) for task in tasks) == 108
    assert plan.findings == ()


def test_lead_units_stand_in_the_order_of_the_text(plan: PlanDraft) -> None:
    for task, key in zip(plan.all_tasks(), KEY, strict=True):
        assert list(task.lead_units) == key["lead_units"]
        assert not any(measure.lead_units for measure in task.measures)


def test_the_texts_are_kept_as_received(plan: PlanDraft) -> None:
    source = PLAN.read_text("utf-8")
    assert plan.source_text == source
    for task in plan.all_tasks():
        assert task.text in source
        assert "牵头单位" not in task.text
        assert "".join(measure.text for measure in task.measures) == task.text
    assert "“ 护航”" in plan.all_tasks()[13].text


def test_every_document_to_produce_is_found_and_no_other(plan: PlanDraft) -> None:
    for task, key in zip(plan.all_tasks(), KEY, strict=True):
        assert _names(task, "document") == key["documents_to_produce"], task.number


def test_documents_only_referred_to_are_kept_apart(plan: PlanDraft) -> None:
    for task, key in zip(plan.all_tasks(), KEY, strict=True):
        referred = [name for measure in task.measures for name in measure.references]
        assert referred == key["documents_referenced"], task.number


def test_every_meeting_is_found_and_no_other(plan: PlanDraft) -> None:
    for task, key in zip(plan.all_tasks(), KEY, strict=True):
        assert _names(task, "meeting") == key["events_meetings"], task.number


def test_every_promised_number_is_found_and_no_other(plan: PlanDraft) -> None:
    found = [
        (task.position, target.low, target.high)
        for task in plan.all_tasks()
        for measure in task.measures
        for target in measure.targets
        if target.low is not None
    ]
    wanted = [
        (key["task"], key.get("min", key.get("value")), key.get("max", key.get("value")))
        for key in TARGETS
    ]
    assert found == wanted


def test_a_number_knows_what_it_counts(plan: PlanDraft) -> None:
    by_label = {
        target.label: target
        for task in plan.all_tasks()
        for measure in task.measures
        for target in measure.targets
    }
    schools = by_label["知识产权试点示范学校"]
    assert (schools.text, schools.operator, schools.low, schools.unit) == (
        "知识产权试点示范学校30所",
        "=",
        30,
        "所",
    )
    for label in ("远程教育分站", "知识产权培训基地"):
        assert (by_label[label].operator, by_label[label].unit) == ("range", "个")
    assert by_label["行动"].text == "八项行动"


def test_a_batch_is_a_target_without_a_number(plan: PlanDraft) -> None:
    for task, key in zip(plan.all_tasks(), KEY, strict=True):
        vague = [t.text for m in task.measures for t in m.targets if t.operator == "some"]
        assert len(vague) == len(key["fuzzy_quantity"])
        assert all(
            text in wanted for text, wanted in zip(vague, key["fuzzy_quantity"], strict=True)
        )
