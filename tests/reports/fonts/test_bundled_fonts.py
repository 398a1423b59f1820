"""The bundled files have what they were cut to, and every text of the project can be drawn."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from reports.fonts import bundled_fonts, load_fonts
from reports.fonts.face import Face, open_face
from reports.fonts.sfnt import read_headers
from reports.roles import Role
from tests.models.intake.keys import SHARED

ROOT = Path(__file__).resolve().parents[3]
GENERAL = "".join((Path(__file__).parent / "general_characters.txt").read_text("utf-8").split())
WHOLE = (Role.XIAOBIAOSONG, Role.KAITI, Role.HEITI, Role.SONGTI)
MARKS = "㎡㎏㎜㎝✓✗☐☑☒★〇〓×●▲■○①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳" + "".join(map(chr, range(0x20, 0x7F)))
LATIN_1 = "".join(map(chr, [*range(0xA0, 0xAD), *range(0xAE, 0x100)]))
PUNCTUATION = "‐–—―‘’“”†‡•…‰′″‹›※⁄"
FONTS = load_fonts([])


def gb2312(first_row: int, last_row: int) -> set[str]:
    rows = range(0xA0 + first_row, 0xA1 + last_row)
    cells = (bytes((row, cell)) for row in rows for cell in range(0xA1, 0xFF))
    return {char for cell in cells for char in cell.decode("gb2312", "ignore")}


def face(role: Role) -> Face:
    return open_face(bundled_fonts().stand_ins[role])


def lacking(role: Role, chars: Iterable[str]) -> list[str]:
    has = face(role)
    return [char for char in chars if char not in has]


def test_the_standard_sets_have_the_sizes_they_are_known_by() -> None:
    assert len(gb2312(16, 87)) == 6763
    assert len(set(GENERAL)) == 8105


@pytest.mark.parametrize("role", Role)
def test_each_font_has_every_hanzi_of_gb2312(role: Role) -> None:
    assert lacking(role, gb2312(16, 87)) == []


@pytest.mark.parametrize("role", WHOLE)
def test_all_but_fangsong_have_the_8105_general_characters(role: Role) -> None:
    assert lacking(role, GENERAL) == []


def test_fangsong_lacks_1466_general_characters_as_its_official_model_does() -> None:
    assert len(lacking(Role.FANGSONG, GENERAL)) == 8105 - 6638 - ("〇" in GENERAL)


@pytest.mark.parametrize("role", Role)
def test_symbols_marks_and_latin_letters_can_be_drawn_in_every_role(role: Role) -> None:
    text = "".join(gb2312(1, 9)) + MARKS + LATIN_1 + PUNCTUATION + GENERAL
    assert FONTS.lacking([(role, text)]) == ""


def test_the_last_font_has_only_what_the_others_leave_out() -> None:
    last, song = open_face(bundled_fonts().last), face(Role.SONGTI)
    assert not last.glyphs.keys() & song.glyphs.keys()
    basic = set(range(0x4E00, 0x9FA6))
    assert basic <= last.glyphs.keys() | song.glyphs.keys()


def test_a_rare_hanzi_comes_from_the_last_font() -> None:
    assert FONTS.font_key(Role.FANGSONG, "㐂") == "NotoSerifSC-Rare"


def test_digits_are_half_an_em_wide() -> None:
    assert {FONTS.advance(Role.DIGITS, digit) for digit in "0123456789"} == {0.5}


def test_each_font_keeps_its_licence_beside_it() -> None:
    folder = bundled_fonts().last.parent
    readme = (folder / "README.md").read_text("utf-8")
    for path in folder.glob("*.ttf"):
        assert f"`{path.name}`" in readme
    assert "Reserved Font Name" in (folder / "OFL-NotoSansSC.txt").read_text("utf-8")
    assert "embed this font" in (folder / "GPL-FandolFang.txt").read_text("utf-8")


def test_no_cut_font_bears_a_reserved_name() -> None:
    for path in bundled_fonts().last.parent.glob("*.ttf"):
        names = " ".join(read_headers(path)[0].names)
        assert not any(word in names for word in ("LXGW", "霞鹜", "Source"))


def project_texts() -> Iterator[Path]:
    """Everything people or the program may put on paper: sources, data, documents."""
    for folder in ("models", "reports", "gui", "cli", "resources", "tests", "docs", "tools"):
        for suffix in ("py", "json", "txt", "md"):
            yield from sorted((ROOT / folder).rglob(f"*.{suffix}"))
    yield from sorted(ROOT.glob("*.py"))
    yield from sorted(ROOT.glob("*.md"))


@pytest.mark.parametrize("role", Role)
def test_every_character_of_our_own_texts_can_be_drawn(role: Role) -> None:
    chars: set[str] = set()
    strange = (Path(__file__).parent, ROOT / "tests/reports/test_bad_papers.py")
    for path in project_texts():
        if not {path, *path.parents} & {*strange}:  # these name missing characters on purpose
            chars.update(path.read_text("utf-8"))
    drawn = "".join(char for char in sorted(chars) if unicodedata.category(char)[0] != "C")
    assert "落" in drawn
    assert FONTS.lacking([(role, drawn)]) == ""


@pytest.mark.skipif(not SHARED.is_dir(), reason="no plans of other bodies beside the repository")
@pytest.mark.parametrize("role", Role)
def test_every_character_of_other_bodies_plans_can_be_drawn(role: Role) -> None:
    texts = [path.read_text("utf-8-sig") for path in SHARED.parent.rglob("*") if path.is_file()]
    chars = {char for text in texts for char in text if unicodedata.category(char)[0] != "C"}
    assert len(chars) > 1000
    assert FONTS.lacking([(role, "".join(sorted(chars)))]) == ""


def test_a_character_outside_all_sets_would_be_noticed() -> None:
    assert FONTS.lacking([(Role.FANGSONG, "落实\U00020000")]) == "\U00020000"
