from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import peewee as pw
import pytest
from playhouse.schema_diff import diff_models

from models import commands, database, queries
from models.errors import KnownError
from models.ledger import Ledger
from models.schema import ALL, Record
from tests.models.factory import NOW, TODAY, Office, actor, new_office
from tests.models.old_ledgers import VERSIONS, every_row, unpack

Columns = list[tuple[str, str, int, object, int]]

NEXT = database.VERSION + 1
STEP = """
def up(migrator, db):
    db.execute_sql("ALTER TABLE note ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0")
    {fault}
    db.execute_sql("PRAGMA user_version = {version}")
"""


def migrated(path: Path) -> sqlite3.Connection:
    Ledger.create(path, now=NOW).close()
    return sqlite3.connect(path)


def declared() -> sqlite3.Connection:
    base = pw.SqliteDatabase(":memory:")
    with base.bind_ctx(ALL):
        base.create_tables(ALL)
    return base.connection()


def columns(connection: sqlite3.Connection, table: str) -> Columns:
    return [row[1:] for row in connection.execute(f'PRAGMA table_info("{table}")')]


def checks(connection: sqlite3.Connection, table: str) -> list[str]:
    found = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,))
    return re.findall(r"CHECK \(.*?\)(?=,|\)$| )", found.fetchone()[0])


def indexes(connection: sqlite3.Connection, table: str) -> set[tuple[str, int, tuple[str, ...]]]:
    return {
        (
            row[1],
            row[2],
            tuple(each[2] for each in connection.execute(f'PRAGMA index_info("{row[1]}")')),
        )
        for row in connection.execute(f'PRAGMA index_list("{table}")')
    }


def links(connection: sqlite3.Connection, table: str) -> set[tuple[object, ...]]:
    return {row[2:] for row in connection.execute(f'PRAGMA foreign_key_list("{table}")')}


def test_a_new_ledger_has_exactly_the_declared_tables(tmp_path: Path) -> None:
    """Column by column: the drift test below does not see types, nullability and checks."""
    made, wanted = migrated(tmp_path / "台账.luoshi"), declared()
    for model in ALL:
        table = model._meta.table_name
        for look in (columns, checks, indexes, links):
            assert look(made, table) == look(wanted, table), (table, look.__name__)
    assert any(checks(made, model._meta.table_name) for model in ALL)
    made.close()


def test_no_model_has_drifted_from_the_migrations(office: Office) -> None:
    base = office.ledger._database
    assert not any(diff_models(base, ALL))

    class Added(Record):
        """A table that no migration makes."""

    assert any(diff_models(base, (*ALL, Added)))


def step_folder(tmp_path: Path, fault: str = "") -> Path:
    """The migrations as they are, and one more after them."""
    folder = tmp_path / "升级[新]"
    folder.mkdir()
    for each in database.MIGRATIONS.glob("0*.py"):
        (folder / each.name).write_bytes(each.read_bytes())
    step = STEP.format(fault=fault, version=NEXT)
    (folder / f"{NEXT:04}_pins.py").write_text(step, "utf-8")
    return folder


@pytest.fixture
def older(tmp_path: Path) -> Path:
    path = tmp_path / "台账.luoshi"
    new_office(path).ledger.close()
    return path


def pinned(path: Path) -> bool:
    connection = sqlite3.connect(path)
    found = any(row[0] == "pinned" for row in columns(connection, "note"))
    connection.close()
    return found


def test_an_older_ledger_is_backed_up_and_then_brought_to_this_version(
    older: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "MIGRATIONS", step_folder(tmp_path))
    monkeypatch.setattr(database, "VERSION", NEXT)
    with Ledger.open(older, now=NOW) as ledger:
        assert ledger.ask(queries.find_plan).year == 2021
        assert database.file_version(ledger._connection) == NEXT
    backup = tmp_path / f"台账（升级前备份，第{NEXT - 1}版）.luoshi"
    assert (pinned(older), pinned(backup)) == (True, False)
    monkeypatch.undo()
    with Ledger.open(backup, now=NOW) as old:
        assert old.ask(queries.find_plan).year == 2021


def test_an_earlier_backup_is_never_overwritten(
    older: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier = tmp_path / f"台账（升级前备份，第{NEXT - 1}版）.luoshi"
    earlier.write_text("以前的备份", "utf-8")
    monkeypatch.setattr(database, "MIGRATIONS", step_folder(tmp_path))
    monkeypatch.setattr(database, "VERSION", NEXT)
    Ledger.open(older, now=NOW).close()
    assert earlier.read_text("utf-8") == "以前的备份"
    assert not pinned(tmp_path / f"台账（升级前备份，第{NEXT - 1}版）2.luoshi")


def test_an_upgrade_that_fails_leaves_the_old_version_whole(
    older: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "MIGRATIONS", step_folder(tmp_path, "raise OSError('no')"))
    monkeypatch.setattr(database, "VERSION", NEXT)
    with pytest.raises(OSError, match="no"):
        Ledger.open(older, now=NOW)
    assert not pinned(older)
    monkeypatch.undo()
    with Ledger.open(older, now=NOW) as ledger:
        assert ledger.writable


def test_an_older_ledger_that_cannot_be_written_is_not_opened(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "VERSION", NEXT)
    with pytest.raises(KnownError, match="旧版本，现在不能写入，所以没有升级也没有打开"):
        Ledger.open(older, now=NOW, read_only=True)
    assert not pinned(older)


def test_every_migration_sets_its_version_itself() -> None:
    found = sorted(database.MIGRATIONS.glob("0*.py"))
    assert len(found) == database.VERSION
    for step in found:
        text = step.read_text("utf-8")
        assert "PRAGMA user_version" in text
        assert "from models" not in text
        assert "import models" not in text


def test_a_ledger_of_every_earlier_version_is_kept() -> None:
    assert list(range(1, database.VERSION)) == VERSIONS


@pytest.mark.parametrize("version", VERSIONS)
def test_a_ledger_of_an_earlier_version_is_backed_up_and_loses_nothing(
    version: int, tmp_path: Path
) -> None:
    path = unpack(version, tmp_path)
    before = every_row(path)
    Ledger.open(path, who="甲", now=NOW).close()
    after = every_row(path)
    for name, rows in before.items():
        # Columns that a later version added stand behind those of the earlier one.
        width = len(rows[0])
        assert [row[:width] for row in after[name]] == rows, name
    assert all(before.values()), "the old ledger has one of everything"
    backup = tmp_path / f"旧台账（升级前备份，第{version}版）.luoshi"
    assert every_row(backup) == before


@pytest.mark.parametrize("version", VERSIONS)
def test_an_upgraded_ledger_has_the_tables_of_a_fresh_one(version: int, tmp_path: Path) -> None:
    path = unpack(version, tmp_path)
    Ledger.open(path, now=NOW).close()
    upgraded, fresh = sqlite3.connect(path), migrated(tmp_path / "台账.luoshi")
    for look in (columns, checks, indexes, links):
        for model in ALL:
            table = model._meta.table_name
            assert look(upgraded, table) == look(fresh, table), (table, look.__name__)
    everything = "SELECT type, name, sql FROM sqlite_master ORDER BY type, name"
    assert upgraded.execute(everything).fetchall() == fresh.execute(everything).fetchall()
    upgraded.close()
    fresh.close()


@pytest.mark.parametrize("version", VERSIONS)
def test_work_goes_on_in_an_upgraded_ledger(version: int, tmp_path: Path) -> None:
    with Ledger.open(unpack(version, tmp_path), who="甲", now=NOW) as ledger:
        office = Office(ledger, ledger.ask(queries.find_plan).id)
        assert office.task("1").role.adopted
        assert office.task("5").reason == "本市没有这项工作"
        assert office.measure("1.1").ticked
        detail = ledger.ask(queries.task_detail, office.task("增1").id, TODAY)
        (file, _) = detail.evidence
        assert ledger.ask(queries.evidence_content, file.id) == ("照片.jpg", b"\xff\xd8 picture")
        assert ledger.ask(queries.bureau).issuer_code == "示市监"
        assert ledger.ask(queries.history)[0].taken_back is False
        held = ledger.ask(queries.papers, office.plan)
        paper = office.do(commands.start_paper, office.plan, "progress", "关于甲的报告").new_id or 0
        assert ledger.ask(queries.paper, paper).title == "关于甲的报告"
        ledger.undo(actor())
        assert ledger.ask(queries.papers, office.plan) == held
        assert ledger.ask(queries.search, office.plan, "示范学校")
        assert ledger.ask(queries.history, office.task("1").id)
        assert ledger.integrity_problems() == ()
