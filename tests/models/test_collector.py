"""Looking for circular garbage rests while something large is made, and only then."""

from __future__ import annotations

import gc

import pytest

from models import collector
from models.errors import KnownError
from models.intake import read_plan


@pytest.fixture(autouse=True)
def collecting() -> None:
    """Whatever other tests left behind, it works when one of these begins."""
    gc.enable()


def test_it_rests_inside_and_goes_on_afterwards() -> None:
    assert gc.isenabled()
    with collector.paused():
        with collector.paused():
            assert not gc.isenabled()
        assert not gc.isenabled(), "the inner pause ends, the outer one goes on"
    assert gc.isenabled()


def test_a_file_that_cannot_be_read_leaves_it_on() -> None:
    with pytest.raises(KnownError):
        read_plan(b"\n", "plan.txt")
    assert gc.isenabled()
