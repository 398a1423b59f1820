"""Hits and plain tables."""

from __future__ import annotations

from pytestqt.modeltest import ModelTester

from gui.tablemodels.hits import HIT_ROLE, HitsModel, pieces
from gui.tablemodels.rows_table import Column, RowsTableModel
from models.hits import SearchHit
from models.rows import SectionRow

HIT = SearchHit("note", 4, None, "4", "与司法局会商,修改草案第三稿,准备提交审议")


def test_hits_obey_qt(qtmodeltester: ModelTester) -> None:
    model = HitsModel()
    model.set_hits((HIT,))
    qtmodeltester.check(model)


def test_a_hit_says_its_kind_and_place() -> None:
    model = HitsModel()
    model.set_hits((HIT,))
    assert model.index(0).data().startswith("记录 4　与司法局会商，修改")
    assert model.index(0).data(HIT_ROLE) is HIT


def test_no_hits_say_so_in_one_row() -> None:
    model = HitsModel()
    model.set_hits(())
    assert model.rowCount() == 1
    assert model.index(0).data().startswith("没有找到")
    assert model.index(0).data(HIT_ROLE) is None


def test_what_was_found_stands_in_a_short_line_however_long_the_text() -> None:
    hit = SearchHit("note", 4, None, "4", "一" * 400 + "目标" + "二" * 90, (400, 2))
    line, start, length = hit.excerpt(30)
    assert len(line) <= 32
    assert [part for part, found in pieces(line, start, length) if found] == ["目标"]


def test_a_note_on_the_plan_has_no_number() -> None:
    model = HitsModel()
    model.set_hits((SearchHit("note", None, None, "", "全年要点"),))
    assert model.index(0).data() == "记录　全年要点"


def test_a_table_shows_its_columns(qtmodeltester: ModelTester) -> None:
    model = RowsTableModel((Column("名称", lambda row: row.name),))
    row = SectionRow(1, 1, "政策法规科", "法规科", "内设科室", True)
    model.set_rows((row,))
    qtmodeltester.check(model)
    assert model.index(0, 0).data() == "政策法规科"
    assert model.row_at(0) is row
    assert model.row_at(7) is None


def test_what_was_found_is_marked() -> None:
    assert pieces("先开GB会再办", 2, 3) == [("先开", False), ("GB会", True), ("再办", False)]
    assert pieces("没有", 0, 0) == [("没有", False)]
