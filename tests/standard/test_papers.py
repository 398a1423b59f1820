"""Our papers pass every check of the standard, and every check rejects a paper that is wrong."""

from __future__ import annotations

import pytest

from tests.standard import papers
from tests.standard.checks import RULES, applies, check
from tests.standard.wrong import WRONG

_RULES = (
    "P01 P02 P03 P04 P05 P06 H01 H02 H03 H04 H05 H06 H07 H08 H09 M01 M02 M03 M04 M05 M06 M07 M08 "
    "M09 M10 M11 M12 M13 M14 B01 B02 B03 B04 B05 N01 N02 C08 L01 L02 L03 L04 L05"
)


def test_there_is_a_check_for_every_rule() -> None:
    assert sorted(RULES) == sorted(_RULES.split())


@pytest.mark.parametrize("name", list(papers.PAPERS))
def test_a_paper_passes_every_check(name: str) -> None:
    assert check(papers.paper(name)) == {}


@pytest.mark.parametrize("name", _RULES.split())
def test_a_check_rejects_a_wrong_paper(name: str) -> None:
    assert name in check(WRONG[name](), name)


@pytest.mark.parametrize("name", _RULES.split())
def test_a_check_finds_what_it_looks_at_in_some_paper(name: str) -> None:
    assert any(applies(papers.paper(paper), name) for paper in papers.PAPERS)
