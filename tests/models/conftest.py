"""Fixtures of the ledger's tests. The ledgers are made once and copied: a test gets its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.ledger import Ledger
from tests.models.factory import NOW, Office, new_office


@pytest.fixture(scope="session")
def blank_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed ledger with the small plan, nothing adopted."""
    path = tmp_path_factory.mktemp("blank") / "台账.luoshi"
    new_office(path).ledger.close()
    return path


@pytest.fixture(scope="session")
def adopted_ledger(blank_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed ledger with all five tasks adopted as 主责."""
    path = tmp_path_factory.mktemp("adopted") / "台账.luoshi"
    shutil.copy(blank_ledger, path)
    with Ledger.open(path, now=NOW) as ledger:
        Office(ledger, 1).adopt()
    return path


def opened(template: Path, folder: Path) -> Iterator[Office]:
    path = folder / "台账.luoshi"
    shutil.copy(template, path)
    with Ledger.open(path, who="甲办事员", now=NOW) as ledger:
        yield Office(ledger, 1)


@pytest.fixture
def office(blank_ledger: Path, tmp_path: Path) -> Iterator[Office]:
    """A writable ledger with the small plan, nothing adopted yet."""
    yield from opened(blank_ledger, tmp_path)


@pytest.fixture
def busy(adopted_ledger: Path, tmp_path: Path) -> Iterator[Office]:
    """The same with all five tasks adopted as 主责."""
    yield from opened(adopted_ledger, tmp_path)
