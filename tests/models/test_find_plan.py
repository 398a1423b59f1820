"""A plan is found by its number or year, as a person types them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from models import queries
from models.errors import KnownError
from models.ledger import Ledger

NOW = dt.datetime(2021, 6, 25, 9)


@pytest.mark.parametrize(
    "key",
    [
        "川市监发〔2021〕21号",
        "川市监发(2021)21号",
        "川市监发（2021）21号",
        "川市监发[2021] 21号",
        "2021",
    ],
)
def test_the_brackets_of_a_number_are_those_at_hand(plain_ledger: Path, key: str) -> None:
    with Ledger.open(plain_ledger, now=NOW, read_only=True) as ledger:
        assert ledger.ask(queries.find_plan, key).year == 2021


@pytest.mark.parametrize("key", ["川市监发〔2021〕2号", "2020", "(2021)"])
def test_another_number_is_not_found(plain_ledger: Path, key: str) -> None:
    with Ledger.open(plain_ledger, now=NOW, read_only=True) as ledger, pytest.raises(KnownError):
        ledger.ask(queries.find_plan, key)
