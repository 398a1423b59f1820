"""A twentieth of the large ledger, made once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.generate import generate
from benchmarks.large import NOW
from models.ledger import Ledger

SCALE = 0.05


@pytest.fixture(scope="session")
def large_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The generated ledger; copy it before you write."""
    path = tmp_path_factory.mktemp("large") / "大台账.luoshi"
    generate(path, SCALE)
    return path


@pytest.fixture
def large(large_made: Path, tmp_path: Path) -> Iterator[Ledger]:
    """A copy of it, open."""
    with Ledger.open(Path(shutil.copy(large_made, tmp_path)), now=NOW) as ledger:
        yield ledger
