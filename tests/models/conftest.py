"""Fixtures of the ledger's tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.models.factory import Office, new_office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A writable ledger with the small plan, nothing adopted yet."""
    made = new_office(tmp_path / "台账.luoshi")
    yield made
    made.ledger.close()


@pytest.fixture
def busy(office: Office) -> Office:
    """The same with all five tasks adopted as 主责."""
    office.adopt()
    return office
