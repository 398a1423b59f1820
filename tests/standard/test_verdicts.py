"""What cannot be seen is 未核验, never 通过; and each check says its clause and what it expects."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL.Image import Image

from tests.standard import measure, papers
from tests.standard.checks import FAILED, PASSED, RULES, UNVERIFIED, check, examine
from tests.standard.measure import Box, Paper, UnverifiedError
from tests.standard.wrong import WRONG


def _blind(data: bytes, page: int, box: Box, per_mm: float) -> Image:
    raise UnverifiedError("no renderer is installed")


def test_without_a_renderer_what_needs_ink_is_not_verified() -> None:
    paper = Paper(papers.paper("upward").data, renderer=_blind)
    verdicts = {finding.rule.id: finding.verdict for finding in examine(paper)}
    assert {name for name, verdict in verdicts.items() if verdict == UNVERIFIED} == {
        "H04",
        "H06",
        "N01",
    }
    assert verdicts["P02"] == PASSED


def test_a_font_that_nobody_knows_is_not_verified(monkeypatch: pytest.MonkeyPatch) -> None:
    data = papers.paper("upward").data
    monkeypatch.setattr(measure, "CLASSES", {})
    found = check(Paper(data), "P04", "H08", "M01", "M05", "N01", "L04")
    assert {name: problems[0] for name, problems in found.items()} == dict.fromkeys(
        ("P04", "H08", "M01", "M05", "N01", "L04"), UNVERIFIED
    )


def test_a_finding_says_clause_expected_and_found() -> None:
    finding = examine(WRONG["M11"](), "M11")[0]
    assert finding.verdict == FAILED
    assert finding.rule.clause == "7.3.5.4"
    assert "no leading zeros" in finding.rule.expected
    assert "2021年06月25日" in finding.found[0]
    assert all(rule.clause and rule.expected for rule in RULES.values())


@pytest.mark.parametrize(("name", "characters"), [("short title", 8), ("long title", 60)])
def test_the_titles_are_as_short_and_as_long_as_meant(name: str, characters: int) -> None:
    assert len(papers.PAPERS[name]().title) == characters


@pytest.mark.parametrize(("name", "least"), [("long", 60), ("landscape table", 40)])
def test_the_long_papers_are_long(name: str, least: int) -> None:
    assert len(papers.paper(name).sheets) >= least


def test_the_table_of_checks_in_the_documents_is_this_one() -> None:
    text = (Path(__file__).parents[2] / "docs/official-format.md").read_text("utf-8")
    rows = [
        line.split("|")[1:3] for line in text.splitlines() if re.match(r"\| [A-Z]\d\d \|", line)
    ]
    assert {(name.strip(), clause.strip()) for name, clause in rows} == {
        (rule.id, rule.clause) for rule in RULES.values()
    }
