"""Looking for circular garbage rests while a paper is made, and only then."""

from __future__ import annotations

import datetime as dt
import gc

import pytest

from reports import collector
from reports.layout import lay_out
from reports.pdf import paint_laid
from tests.standard import papers


def test_it_rests_inside_and_goes_on_afterwards() -> None:
    assert gc.isenabled()
    with collector.paused():
        with collector.paused():
            assert not gc.isenabled()
        assert not gc.isenabled(), "the inner pause ends, the outer one goes on"
    assert gc.isenabled()


def test_a_paper_is_made_without_it_and_a_stopped_one_leaves_it_on() -> None:
    seen: list[bool] = []

    def stop(done: int, total: int) -> None:
        seen.append(gc.isenabled())
        raise InterruptedError

    laid = lay_out(papers.BASE, papers.fonts())
    assert gc.isenabled()
    with pytest.raises(InterruptedError):
        paint_laid(laid, papers.fonts(), dt.date(2021, 6, 25), stop)
    assert seen == [False]
    assert gc.isenabled()
