"""The search's tables: kept with every change, the same as made anew, with and without trigrams."""

from __future__ import annotations

import shutil
import sqlite3
import time
from pathlib import Path
from typing import Any

import pytest

from models import commands, queries, searchindex
from models.ledger import Ledger
from models.pinyin import initials
from models.schema import SearchState, SearchText
from tests.models.factory import NOW, Office, actor
from tests.models.verb_examples import EXAMPLES, furnish

OLD = (3, 33, 9)


def held() -> list[tuple[Any, ...]]:
    """The index without the numbers of its lines."""
    columns = ("table_name", "row_id", "rank", "plan", "task", "folded", "initials")
    sql = f"SELECT {', '.join(columns)} FROM search_text ORDER BY table_name, row_id"
    return list(SearchText._meta.database.execute_sql(sql).fetchall())


def made_anew() -> list[tuple[Any, ...]]:
    database = SearchText._meta.database
    with database.atomic() as step:
        searchindex.build_texts()
        found = held()
        step.rollback()
    return found


def trigrams_sound() -> bool:
    """SQLite's own comparison of the trigrams with the texts that they are of."""
    SearchText._meta.database.execute_sql(
        "INSERT INTO search_trigram (search_trigram, rank) VALUES ('integrity-check', 1)"
    )
    return True


def agrees(ledger: Ledger) -> bool:
    return ledger.ask(held) == ledger.ask(made_anew) and ledger.ask(trigrams_sound)


def search(office: Office, text: str) -> list[tuple[str, str]]:
    hits = office.ledger.ask(queries.search, office.plan, text)
    return [(hit.kind, hit.label) for hit in hits]


def test_after_every_verb_undo_and_redo_the_index_is_as_if_made_anew(busy: Office) -> None:
    scene = furnish(busy)
    assert agrees(busy.ledger)
    for name in EXAMPLES:
        args, more = EXAMPLES[name](scene)
        busy.do(getattr(commands, name), *args, **more)
        assert agrees(busy.ledger), name
        busy.ledger.undo(actor())
        busy.ledger.redo(actor())
        assert agrees(busy.ledger), name
        busy.ledger.undo(actor())
    assert agrees(busy.ledger)


def test_a_line_that_was_forgotten_is_noticed(busy: Office) -> None:
    assert agrees(busy.ledger)
    with busy.ledger._writing():
        SearchText.update(folded="别的").where(SearchText.row == 1).execute()
    assert not busy.ledger.ask(lambda: held() == made_anew())
    with pytest.raises(Exception, match=r"malformed|损坏"):
        busy.ledger.ask(trigrams_sound)


def test_a_tick_or_a_role_touches_no_line(busy: Office) -> None:
    before = busy.ledger.ask(lambda: SearchText.select(SearchText.id).order_by(SearchText.id))
    ids = [row.id for row in before]
    busy.do(commands.tick, busy.measure("1.1").id)
    after = busy.ledger.ask(lambda: SearchText.select(SearchText.id).order_by(SearchText.id))
    assert [row.id for row in after] == ids


def test_a_change_that_fails_leaves_the_index_as_it_was(
    busy: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(searchindex, "_insert", fail)
    with pytest.raises(Exception, match="磁盘已满"):
        busy.do(commands.add_note, "没有存成的记录。", task_id=busy.task("1").id)
    assert agrees(busy.ledger)
    assert search(busy, "没有存成") == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("zscq", "知识产权强市"),
        ("ZSCQ", "知识产权强市"),
        ("yhcx", "银行重新评估"),
        ("cj5g", "长江5G示范"),
        ("zs", "知识产权强市"),
    ],
)
def test_initials_of_the_pinyin_find_the_words(busy: Office, typed: str, found: str) -> None:
    busy.do(commands.add_note, f"研究{found}工作。", task_id=busy.task("5").id)
    (hit,) = (
        each for each in busy.ledger.ask(queries.search, busy.plan, typed) if "研" in each.text
    )
    start, length = hit.mark
    assert hit.shown[start : start + length] == found[: len(typed)]


@pytest.mark.parametrize("old", [False, True], ids=["trigrams", "like"])
@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("会", 3),
        ("座谈", 1),
        ("座谈会", 1),
        ("zt", 1),
        ("zth", 1),
        ("100%", 1),
        ("a_b", 1),
        ('"甲"', 1),
    ],
)
def test_short_and_long_words_find_the_same_with_and_without_trigrams(
    busy: Office, monkeypatch: pytest.MonkeyPatch, text: str, count: int, *, old: bool
) -> None:
    for note in (
        "召开座谈会。",
        "完成100%。",
        "代号a_b。",
        "所谓“甲”类。",
        "axb",
        "1000。",
        "会。",
    ):
        busy.do(commands.add_note, note, task_id=busy.task("5").id)
    if old:
        monkeypatch.setattr(sqlite3, "sqlite_version_info", OLD)
    found = [each for each in search(busy, text) if each[0] == "note"]
    plan_texts = {"会": 1}.get(text, 0)
    assert len(found) + plan_texts == count


def test_below_sqlite_3_34_the_index_is_kept_and_the_trigrams_are_made_up_for_later(
    busy: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = busy.ledger.path
    monkeypatch.setattr(sqlite3, "sqlite_version_info", OLD)
    busy.do(commands.add_note, "在旧系统上写的记录。", task_id=busy.task("5").id)
    assert not busy.ledger.ask(lambda: SearchState.get_by_id(1).trigrams)
    assert search(busy, "旧系统") == [("note", "5")]
    assert busy.ledger.ask(lambda: held() == made_anew())
    busy.ledger.close()
    monkeypatch.undo()
    with Ledger.open(path, now=NOW) as ledger:
        assert agrees(ledger)
        assert ledger.ask(searchindex.trigrams_ready)
        assert ledger.ask(queries.search, busy.plan, "旧系统")


def test_a_ledger_made_below_sqlite_3_34_is_searched_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.models.factory import new_office

    monkeypatch.setattr(sqlite3, "sqlite_version_info", OLD)
    made = new_office(tmp_path / "旧.luoshi")
    assert ("task", "2") in search(made, "专项行动")
    made.ledger.close()
    monkeypatch.undo()
    with Ledger.open(tmp_path / "旧.luoshi", now=NOW, read_only=True) as looked:
        assert looked.ask(queries.search, made.plan, "专项行动")
    with Ledger.open(tmp_path / "旧.luoshi", now=NOW) as ledger:
        assert agrees(ledger)


def test_a_ledger_whose_texts_are_of_another_version_is_indexed_anew(
    demo_made: Path, tmp_path: Path
) -> None:
    path = tmp_path / "示例.luoshi"
    shutil.copy(demo_made, path)
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM search_text")
        connection.execute("UPDATE search_state SET texts = 0, trigrams = 0")
    connection.close()
    with Ledger.open(path, now=NOW) as ledger:
        assert agrees(ledger)
        assert len(ledger.ask(held)) > 200


@pytest.mark.parametrize(
    ("note", "typed", "marked"),
    [
        ("报送《办法》,按 GB/T 9704 排版。", "gb/t9704", "GB/T 9704"),
        ("报送《办法》,按规定。", "》，按", "》，按"),
        ("报送《办法》,按规定。", "》,按", "》，按"),
        ("6月1-2日开会,共20人。", "1-2日", "1—2日"),
        ("……等……", "等", "等"),
    ],
)
def test_the_mark_is_in_the_shown_text(busy: Office, note: str, typed: str, marked: str) -> None:
    busy.do(commands.add_note, note, task_id=busy.task("5").id)
    hits = [hit for hit in busy.ledger.ask(queries.search, busy.plan, typed) if hit.kind == "note"]
    start, length = hits[-1].mark
    assert hits[-1].shown[start : start + length] == marked


def test_an_excerpt_is_one_line_around_the_mark(busy: Office) -> None:
    busy.do(commands.add_note, "前" * 500 + "\n座谈会" + "后" * 500, task_id=busy.task("5").id)
    (hit,) = busy.ledger.ask(queries.search, busy.plan, "座谈会")
    line, start, length = hit.excerpt(40)
    assert line[start : start + length] == "座谈会"
    assert (line[0], line[-1], len(line)) == ("…", "…", 42)
    assert "\n" not in line
    (short,) = busy.ledger.ask(queries.search, busy.plan, "完善统计")[:1]
    assert short.excerpt() == (short.shown, *short.mark)


@pytest.mark.parametrize(
    "text", ["\x00", "会\x00谈", "\ud800", '"', '" OR folded:"', "座谈" * 50_000]
)
def test_any_pasted_text_is_searched_or_finds_nothing(busy: Office, text: str) -> None:
    busy.do(commands.add_note, "会谈。", task_id=busy.task("5").id)
    expected = [("note", "5")] if "谈" in text and len(text) < 9 else []
    assert search(busy, text) == expected


def test_evidence_on_a_note_of_the_plan_is_found(busy: Office) -> None:
    note = busy.do(commands.add_note, "全年批示。", plan_id=busy.plan).new_id
    draft = commands.EvidenceDraft("批示原件", note_id=note, place="1号盒")
    busy.do(commands.attach, draft)
    assert search(busy, "批示原件") == [("evidence", "")]


def test_the_history_of_a_task_is_found_by_its_number(busy: Office) -> None:
    one, two = busy.task("1").id, busy.task("2").id
    busy.do(commands.add_note, "只关第一项。", task_id=one)
    labels = [row.label for row in busy.ledger.ask(queries.history, one)]
    assert labels[0] == "增加记录 1"
    assert all("记录" not in row.label for row in busy.ledger.ask(queries.history, two))
    plan = """SELECT e.id FROM history_entry AS e JOIN history_task AS t ON t.entry_id = e.id
        WHERE t.task = 1 ORDER BY e.id DESC LIMIT 200"""
    rows = busy.ledger._database.execute_sql(f"EXPLAIN QUERY PLAN {plan}").fetchall()
    assert all("SCAN e" not in str(row) for row in rows)


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("银行业重新协调长效机制", "yhycxxtcxjz"),
        ("社会计划与共同行动", "shjhygtxd"),
        ("学校对口、线下调查、进行长期跟踪", "xxdk、xxdc、jxcqgz"),
        ("注重新技术，重复建设", "zzxjs，cfjs"),
        ("三人参加会计培训", "srcjkjpx"),
        ("\U00020bb7祥〇5G", "\U00020bb7x〇5G"),
    ],
)
def test_characters_of_several_readings_are_read_as_in_their_words(text: str, letters: str) -> None:
    assert initials(text) == letters


def test_a_long_text_is_read_without_holding_up_the_window() -> None:
    """The aim is 10 ms for a thousand characters; machines under load get four times that."""
    text = "召开银行业座谈会，研究重点任务。" * 70
    spent = []
    for round_ in range(3):
        start = time.perf_counter()
        initials(text.replace("研究", f"研{'甲乙丙'[round_]}究"))
        spent.append(time.perf_counter() - start)
    assert min(spent) < 0.04
