"""The demo's entries: every one different, fit to go upward, and of one mind about figures."""

from __future__ import annotations

import collections
import re

import pytest

from models.text import clean, proper
from tests.resources.demo_data import (
    HALF_YEAR,
    MONTHS,
    Row,
    adopted,
    entries,
    key,
    local_tasks,
    read,
    tasks,
)

# A figure that the section wrote as a word, or that only the model wording adds.
SPOKEN_FIGURES = {7: {"3"}, 14: {"6", "20"}, 19: {"3"}, 26: {"1"}, 1: {"2009", "2020"}}


def reviewed(field: str = "text") -> list[tuple[Row, str]]:
    return [(row, row["reviewed"][field]) for row in entries(HALF_YEAR) if row["reviewed"][field]]


def figures(text: str) -> set[str]:
    return set(re.findall(r"\d+(?:\.\d+)?", text))


@pytest.mark.parametrize("period", [*MONTHS, HALF_YEAR])
def test_every_period_has_an_entry_on_each_of_the_34(period: str) -> None:
    ours = {task["position"] for task in adopted()}
    whole = {row["task"] for row in entries(period) if row["measure"] is None}
    assert ours <= whole


def test_half_year_entries_are_reported_by_the_cutoff_and_all_are_reviewed() -> None:
    for row in entries(HALF_YEAR):
        assert "2021-06-10" <= row["reported_on"] <= "2021-06-20"
        assert row["reviewed"]["text"]


def test_months_are_reported_inside_the_month_and_by_the_cutoff() -> None:
    cutoff = {row["code"]: row["cutoff_on"] for row in read("bureau.json")["periods"]}
    for row in entries(*MONTHS):
        assert row["reported_on"].startswith(row["period"])
        assert row["reported_on"] <= cutoff[row["period"]]


def test_no_two_texts_are_equal_and_none_is_too_short_or_too_long() -> None:
    texts = [row["original"]["text"] for row in entries()]
    assert len(set(texts)) == len(texts)
    openings = collections.Counter(text[:6] for text in texts)
    assert max(openings.values()) <= 4
    for row in entries():
        least, most = (60, 220) if row["period"] == HALF_YEAR else (40, 160)
        assert least <= len(row["original"]["text"]) <= most


def test_reviewed_text_is_fit_to_go_upward() -> None:
    titles = {key(task): task["short_title"] for task in [*tasks(), *local_tasks()]}
    for row, text in reviewed():
        assert not re.search(r"我科|我支队|我局|我中心|责任人|[%％]|亮灯|搞|弄|报办结|销号", text)
        assert not re.match(r"截[至止]|今年以来|上半年", text)
        assert not text.startswith(titles[row["task"]])
        assert text.endswith("。")
        assert not text.endswith("。。")


@pytest.mark.parametrize("field", ["text", "problems", "next"])
def test_reviewed_text_is_clean_and_in_its_proper_form(field: str) -> None:
    for _, text in reviewed(field):
        assert clean(text) == text == proper(text)


def test_reviewed_figures_are_those_of_the_section() -> None:
    for row, text in reviewed():
        original = figures(" ".join(row["original"].values()))
        new = figures(text.replace("2021年", "")) - original
        assert new <= SPOKEN_FIGURES.get(row["task"], set())


def test_a_figure_that_nobody_wrote_would_be_found() -> None:
    assert figures("办理47件、62.8万元") - figures("办理46件、62.8万元") == {"47"}


def test_the_model_paragraphs_stand_as_they_are() -> None:
    text = {(row["task"], row["measure"]): text for row, text in reviewed()}
    assert "收到意见建议41条，采纳33条，目前正在修改完善。" in text[1, None]
    assert "商标侵权案件46件（其中“春雷”行动期间21件）、假冒专利案件5件" in text[14, None]
    assert "罚没款合计62.8万元" in text[14, None]
    assert text[14, "14.1"] == "向公安机关移送涉嫌犯罪案件3件。"
    assert "监测网店1260家次，收到电商平台协查线索12条，办结9条。" in text[14, "14.2"]
    assert "（我市目标为新增2所），5月31日报送申报材料，待省级认定。" in text[38, None]


@pytest.mark.parametrize(
    ("task", "pattern"),
    [
        (14, r"(?:侵权案查办|侵权案累计|侵权|侵权案件|累计)(\d+)件"),
        (38, r"(\d+)人次"),
        (18, r"(?:企业|，)(\d+)家"),
        (27, r"转让许可(?:累计|到)?(\d+)次"),
    ],
)
def test_cumulative_figures_grow_from_month_to_month(task: int, pattern: str) -> None:
    own = [row for row in entries() if row["task"] == task and row["measure"] is None]
    own.sort(key=lambda row: row["reported_on"])
    found = [re.search(pattern, row["original"]["text"]) for row in own]
    numbers = [int(match[1]) for match in found if match]
    assert len(numbers) >= 3
    assert numbers == sorted(numbers)


def test_no_provincial_number_is_given_as_ours() -> None:
    for _, text in reviewed():
        assert "30所" not in text
        assert "新增远程教育分站" not in text
    for task in tasks():
        for target in task["targets"]:
            applied = task["position"] == 38
            assert not applied or target["values"] == {HALF_YEAR: None}
