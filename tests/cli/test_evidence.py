"""`evidence list` and `evidence export` on the demo ledger."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from tests.cli.conftest import Commands


def test_an_inspection_of_task_38_is_answered_by_one_command(
    demo: Commands, tmp_path: Path
) -> None:
    out = tmp_path / "材料"
    result = demo("evidence", "export", "--task", "38", "--out", out)
    assert result.code == 0
    written = [Path(line).relative_to(out) for line in result.out.splitlines()]
    files = [path for path in written if len(path.parts) > 1]
    assert files
    assert all(path.parts[0].startswith("38 ") and path.name.startswith("38") for path in files)
    assert {path.suffix for path in written if len(path.parts) == 1} == {".pdf", ".xlsx"}
    assert all("佐证材料清单" in path.name for path in written if len(path.parts) == 1)


def test_the_list_is_narrowed_by_section_and_period(demo: Commands) -> None:
    whole = json.loads(demo("evidence", "list", "--json").out)
    may = json.loads(demo("evidence", "list", "--json", "--period", "2021-05").out)
    office = json.loads(demo("evidence", "list", "--json", "--section", "规划科").out)
    assert 0 < len(may) < len(whole)
    assert all(each["formed_on"].startswith("2021-05") for each in may)
    assert 0 < len(office) < len(whole)


def test_what_is_not_there_is_said(demo: Commands, tmp_path: Path) -> None:
    assert demo("evidence", "export", "--task", "99", "--out", tmp_path).code == 1
    empty = demo("evidence", "export", "--period", "2020", "--out", tmp_path / "空")
    assert (empty.code, (tmp_path / "空").exists()) == (1, False)
    assert "没有写出文件" in empty.err
    assert "没有这样的佐证材料" in demo("evidence", "list", "--period", "2020").err


def test_a_damaged_file_is_left_out_and_said_with_1(demo: Commands, tmp_path: Path) -> None:
    with sqlite3.connect(demo.ledger) as connection:
        connection.execute(
            "UPDATE blob SET content = x'00' WHERE sha256 ="
            " (SELECT min(blob_id) FROM evidence WHERE task_id IS NOT NULL)"
        )
    connection.close()
    result = demo("evidence", "export", "--out", tmp_path / "材料")
    assert result.code == 1
    assert "已损坏" in result.err
    assert len(result.out.splitlines()) > 10
