"""What the layout and the export are told about characters."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import KnownError
from reports.fonts import Bundled, FontSet, bundled_fonts, load_fonts
from reports.fonts import face as face_module
from reports.roles import Role
from tests.reports.fonts.tinyfont import Tiny, write_font

NOWHERE = "\U000f0000"
BUNDLED = load_fonts([])


@pytest.fixture
def tiny(tmp_path: Path) -> FontSet:
    """Stand-ins of which each has one character more than the one before it is asked."""
    chars = {
        Role.FANGSONG: "国〓",
        Role.KAITI: "楷",
        Role.SONGTI: "楷宋",
        Role.HEITI: "楷宋黑",
        Role.XIAOBIAOSONG: "楷宋黑标",
        Role.DIGITS: "0123456789",
    }
    files = {role: tmp_path / f"{role.name}.ttf" for role in chars}
    for role, text in chars.items():
        write_font(files[role], Tiny(role.name.title(), chars=text))
    last = write_font(tmp_path / "last.ttf", Tiny("Last", chars="楷宋黑标僻"))
    return load_fonts([], bundled=Bundled(files, last))


def test_the_order_of_fallback_is_fixed(tiny: FontSet) -> None:
    keys = [tiny.font_key(Role.FANGSONG, char) for char in "国楷宋黑标僻"]
    assert keys == ["FANGSONG", "KAITI", "SONGTI", "HEITI", "XIAOBIAOSONG", "last"]


def test_the_roles_own_stand_in_is_asked_before_the_others(tmp_path: Path) -> None:
    write_font(tmp_path / "simhei.ttf", Tiny("黑体"))
    fonts = load_fonts([tmp_path])
    assert fonts.font_key(Role.HEITI, "国") == "simhei"
    assert fonts.font_key(Role.HEITI, "祎") == "NotoSansSC-Medium"
    assert fonts.font_for(Role.HEITI, "祎").substitute


def test_a_character_that_no_font_has_is_drawn_as_geta_and_listed(tiny: FontSet) -> None:
    choice = tiny.font_for(Role.KAITI, NOWHERE)
    assert choice.missing
    assert tiny.shown(choice.key, "国" + NOWHERE) == "国〓"
    assert tiny.advance(Role.KAITI, NOWHERE) == 1.0
    assert tiny.lacking([(Role.KAITI, f"楷{NOWHERE}"), (Role.FANGSONG, NOWHERE)]) == NOWHERE


def test_joiners_and_variation_selectors_take_no_room_and_are_not_missing(tiny: FontSet) -> None:
    for char in "\u200b\ufeff\ufe00\U000e0100":
        assert not tiny.font_for(Role.FANGSONG, char).missing
        assert tiny.advance(Role.FANGSONG, char) == 0
        assert tiny.shown("FANGSONG", f"国{char}国") == "国国"


def test_substitutions_name_roles_then_characters_then_what_is_missing() -> None:
    texts = [(Role.KAITI, "人"), (Role.FANGSONG, f"玥祎{NOWHERE}a祎"), (Role.DIGITS, "12")]
    assert [s.sentence for s in BUNDLED.substitutions(texts)] == [
        "仿宋由“FandolFang”代替",
        "楷体由“落实文楷”代替",
        "仿宋缺少的“玥”“祎”由“落实文楷”代替",
        "“󰀀”（U+F0000）没有字体可印，以〓代替",
    ]


def test_nothing_is_said_of_a_role_that_no_text_uses() -> None:
    assert BUNDLED.substitutions([]) == []


def test_nothing_is_said_where_the_machine_has_the_official_font(tmp_path: Path) -> None:
    write_font(tmp_path / "simfang.ttf", Tiny("仿宋"))
    assert load_fonts([tmp_path]).substitutions([(Role.FANGSONG, "国")]) == []


def test_a_font_is_parsed_once_however_often_fonts_are_loaded(tmp_path: Path) -> None:
    write_font(tmp_path / "simfang.ttf", Tiny("仿宋"))
    load_fonts([tmp_path]).advance(Role.FANGSONG, "国")
    before = face_module._parse.cache_info().misses
    load_fonts([tmp_path]).advance(Role.FANGSONG, "国")
    assert face_module._parse.cache_info().misses == before


def test_no_bundled_file_is_opened_before_it_is_needed(tmp_path: Path) -> None:
    nothing = Bundled(dict.fromkeys(Role, tmp_path / "gone.ttf"), tmp_path / "gone.ttf")
    fonts = load_fonts([], bundled=nothing)
    with pytest.raises(KnownError, match=r"字体文件“gone\.ttf”缺失或已损坏，没有生成文件"):
        fonts.advance(Role.FANGSONG, "国")


def test_a_damaged_bundled_file_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "half.ttf"
    path.write_bytes(bundled_fonts().last.read_bytes()[:5000])
    fonts = load_fonts([], bundled=Bundled(dict.fromkeys(Role, path), path))
    with pytest.raises(KnownError, match="重新安装"):
        fonts.font_for(Role.SONGTI, "国")


def test_two_fonts_of_one_file_name_have_two_keys(tmp_path: Path) -> None:
    one = write_font(tmp_path / "a" / "f.ttf", Tiny("One"))
    two = write_font(tmp_path / "b" / "f.ttf", Tiny("Two"))
    fonts = load_fonts([], {Role.FANGSONG: one, Role.KAITI: two})
    assert fonts.font_key(Role.FANGSONG, "国") != fonts.font_key(Role.KAITI, "国")


def test_ink_is_measured_from_the_baseline(tmp_path: Path) -> None:
    path = write_font(tmp_path / "f.ttf", Tiny("F", chars="国", low=-123, high=789))
    fonts = load_fonts([], {Role.FANGSONG: path})
    assert fonts.ink_top(Role.FANGSONG, "国") == pytest.approx(0.789)
    assert fonts.ink_bottom(Role.FANGSONG, "国") == pytest.approx(0.123)


def test_the_ink_of_a_text_is_that_of_its_tallest_and_deepest_characters() -> None:
    role = Role.XIAOBIAOSONG
    assert (
        BUNDLED.ink_top(role, "一国") == BUNDLED.ink_top(role, "国") > BUNDLED.ink_top(role, "一")
    )
    assert BUNDLED.ink_bottom(role, "一") < 0 < BUNDLED.ink_bottom(role, "一国")
    assert BUNDLED.ink_top(role, " 　") == 0


@given(st.text(max_size=30), st.sampled_from(Role))
def test_any_text_can_be_measured_and_drawn(text: str, role: Role) -> None:
    for char in text:
        choice = BUNDLED.font_for(role, char)
        shown = BUNDLED.shown(choice.key, char)
        assert choice.missing == (shown == "〓" != char)
        assert 0 <= BUNDLED.advance(role, char) < 3
