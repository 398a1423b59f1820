"""Where glyphs stand inside a line."""

from __future__ import annotations

import pytest

from reports.layout import geometry
from reports.layout.setting import Piece
from reports.roles import Role
from tests.reports.layout.plain_metrics import set_text, setter, texts


def _offsets(text: str, measure: float = 28) -> list[float]:
    runs = set_text(text, measure)[0].runs
    return [offset for run in runs for offset in run.offsets]


def test_28_characters_fill_the_text_block_to_its_right_edge() -> None:
    line = set_text("国" * 30)[0]
    last = line.runs[0].offsets[-1]
    assert last + geometry.EM == pytest.approx(geometry.WIDTH)
    assert line.runs[0].offsets[1] == pytest.approx(15.785 * geometry.MM_PER_PT, abs=1e-3)


def test_digits_take_half_a_character_so_that_the_grid_holds() -> None:
    runs = set_text("国12国")[0].runs
    assert [run.role for run in runs] == [Role.FANGSONG, Role.DIGITS, Role.FANGSONG]
    assert runs[2].offsets[0] == pytest.approx(2 * geometry.CELL)


def test_quotes_and_dashes_come_from_the_font_of_the_text() -> None:
    line = set_text("国“国”——国……国·国")[0]
    assert {run.role for run in line.runs} == {Role.FANGSONG}


def test_adjacent_marks_are_closed_up_by_half_a_character() -> None:
    offsets = _offsets("国》（国")
    assert offsets[2] - offsets[1] == pytest.approx(0.5 * geometry.CELL)
    opening = _offsets("国（“国")
    assert opening[3] - opening[0] == pytest.approx(2.5 * geometry.CELL)


def test_a_mark_at_the_end_of_a_line_takes_half_a_character() -> None:
    text = "国" * 13 + "12" + "国" * 13 + "，" + "国国国"
    line = set_text(text)[0]
    assert texts([line])[0].endswith("，")
    last = line.runs[-1]
    assert last.offsets[-1] + geometry.CELL / 2 == pytest.approx(28 * geometry.CELL)
    assert last.halves == (len(last.text) - 1,)


def test_stretching_leaves_numbers_and_dashes_alone() -> None:
    text = "国" * 20 + "1234国国——" + "国" * 5 + "2021年" + "国国"
    line = set_text(text, 27.7)[0]
    digits = next(run for run in line.runs if run.role is Role.DIGITS)
    assert digits.offsets[1] - digits.offsets[0] == pytest.approx(geometry.CELL / 2)


def test_a_line_that_would_be_torn_apart_stays_ragged() -> None:
    own = setter()
    loose = own.paragraph([Piece(Role.FANGSONG, "规划编制与评估")], 6.5, justify=0.05)
    assert loose[0].width == pytest.approx(5 * own.cell)


@pytest.mark.parametrize(("measure", "loose"), [(10.6, False), (10.8, True)])
def test_a_line_is_loose_when_its_gaps_look_like_blanks(measure: float, loose: bool) -> None:
    """Nine gaps share what is left of the line: 0.067 em each are not seen, 0.089 are."""
    first = set_text("国" * 14, measure)[0]
    assert texts([first]) == ["国" * 10]
    assert first.loose is loose


def test_a_line_is_loose_where_a_mark_is_narrowed_by_less_than_its_blank() -> None:
    """A mark between half an em and a whole one leaves a gap behind its half form."""
    two = set_text("国" * 5 + "，" + "国" * 5 + "，" + "国" * 16 + "，国国")[0]
    one = set_text("国" * 10 + "，" + "国" * 17 + "，国国")[0]
    assert (two.loose, one.loose) == (True, False)


def test_a_narrow_glyph_stands_where_its_mark_belongs() -> None:
    from reports.layout.glyphs import Glyphs
    from tests.reports.layout.plain_metrics import PlainMetrics

    class Narrow(PlainMetrics):
        def advance(self, role: Role, char: str) -> float:
            return 0.35 if char in "“”—" else super().advance(role, char)

    glyphs = Glyphs(Narrow(), Role.FANGSONG)
    assert glyphs["“"].width == 1.0
    assert glyphs["“"].shift == pytest.approx(0.65)
    assert glyphs["”"].shift == 0.0
    assert glyphs["—"].shift == pytest.approx(0.325)
