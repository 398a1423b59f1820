"""Whoever waits for a ledger to open is told how far it is, and can stop it: then nothing has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.ledger import Ledger
from models.watching import tell, watched_by
from tests.models.factory import NOW, Office
from tests.models.old_ledgers import VERSIONS, every_row, unpack


class StopError(Exception):
    """Nobody waits any more."""


def test_nobody_waiting_is_told_nothing() -> None:
    tell("正在做", 1, 2)


def test_a_new_index_says_how_far_it_is(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.searchindex._AT_ONCE", 2)
    path = office.ledger.path
    office.ledger._connection.execute("UPDATE search_state SET texts = 0")
    office.ledger.close()
    told: list[tuple[str, int, int]] = []
    with watched_by(lambda *step: told.append(step)):
        Ledger.open(path, now=NOW).close()
    shares = [done for _, done, total in told if total]
    assert len(shares) > 2
    assert shares == sorted(shares)
    assert all(done < total for _, done, total in told if total)
    assert {what for what, *_ in told} == {"正在为搜索整理文字，只做这一次……"}


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("after", [0, 3])
def test_an_upgrade_that_is_stopped_leaves_the_old_ledger(
    tmp_path: Path, version: int, after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.database._LOOK_EVERY", 100)
    path = unpack(version, tmp_path)
    before = every_row(path)
    told: list[str] = []

    def step(what: str, _: int, __: int) -> None:
        told.append(what)
        if what.startswith("正在把旧版本") and told.count(what) > after:
            raise StopError

    with watched_by(step), pytest.raises(StopError):
        Ledger.open(path, now=NOW)
    assert told[0].startswith("旧版本的台账先备份")
    assert every_row(path) == before
    with Ledger.open(path, now=NOW) as again:
        assert again.writable
        assert again.integrity_problems() == ()
