"""Queries that are imported when they are first asked for are there under their names all the same."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from models import queries

ROOT = Path(__file__).resolve().parents[2]


def test_every_query_that_is_offered_is_a_query() -> None:
    assert all(callable(getattr(queries, name)) for name in queries.__all__)
    with pytest.raises(AttributeError):
        _ = queries.no_such_query


def test_a_query_stands_over_a_file_of_its_own_name_whatever_was_asked_for_before() -> None:
    code = (
        "from models import queries\n"
        "for name in reversed(queries.__all__): getattr(queries, name)\n"
        "print([name for name in queries.__all__ if not callable(getattr(queries, name))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_nobody_imports_a_file_that_would_stand_over_its_query() -> None:
    both = {name for name, file in queries._LATE.items() if name == file}
    late = {f"from models.queries.{name} import" for name in both}
    found = [
        (path.name, line)
        for path in (*ROOT.glob("[cgmrt]*/**/*.py"), *ROOT.glob("*.py"))
        if path != Path(queries.__file__)
        for line in path.read_text(encoding="utf-8").splitlines()
        if any(line.strip().startswith(words) for words in late)
    ]
    assert both
    assert found == []
