"""The faces reach the PDF, and what was drawn can be copied out of it."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pdfplumber
import pytest
from reportlab.pdfbase.ttfonts import TTFontFace
from reportlab.pdfgen.canvas import Canvas

from models.errors import KnownError
from reports.fonts import FontSet, load_fonts
from reports.fonts.face import open_face
from reports.fonts.pdfface import PdfFace
from reports.roles import Role
from tests.reports.fonts.tinyfont import Tiny, write_font

ROOT = Path(__file__).resolve().parents[3]


def draw(fonts: FontSet, runs: list[tuple[Role, str]]) -> str:
    """Draw the runs in one line, character by character, and read the page back."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for place, (role, char) in enumerate((role, char) for role, text in runs for char in text):
        key = fonts.font_key(role, char)
        canvas.setFont(fonts.reportlab_font(key), 12)
        canvas.drawString(30 + 14 * place, 700, fonts.shown(key, char))
    canvas.save()
    with pdfplumber.open(buffer) as pdf:
        return "".join(char["text"] for char in pdf.pages[0].chars)


@pytest.mark.parametrize("role", Role)
def test_what_is_drawn_in_a_role_reads_back_as_it_was(role: Role) -> None:
    text = "落实2021年《规划》——“祎”☑㎡"
    assert draw(load_fonts([]), [(role, text)]) == text


def test_a_character_beyond_the_basic_plane_reads_back_as_it_was() -> None:
    assert draw(load_fonts([]), [(Role.FANGSONG, "𬭎钍")]) == "𬭎钍"


def test_a_missing_character_reads_back_as_geta() -> None:
    assert draw(load_fonts([]), [(Role.FANGSONG, "国\U000f0000")]) == "国〓"


def test_a_paper_embeds_the_characters_it_shows_and_not_all_of_ascii() -> None:
    sizes = [len(_file_of(text)) for text in ("国", "国" + "".join(map(chr, range(33, 127))))]
    assert sizes[0] < sizes[1] / 2


def _file_of(text: str) -> bytes:
    fonts = load_fonts([])
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    canvas.setFont(fonts.reportlab_font(fonts.font_key(Role.FANGSONG, "国")), 12)
    canvas.drawString(30, 700, text)
    canvas.save()
    return buffer.getvalue()


def test_a_face_is_registered_once_in_a_process() -> None:
    key = load_fonts([]).font_key(Role.KAITI, "国")
    assert load_fonts([]).reportlab_font(key) == load_fonts([]).reportlab_font(key)


def test_two_fonts_of_one_postscript_name_do_not_mix_in_a_paper(tmp_path: Path) -> None:
    one = write_font(tmp_path / "one.ttf", Tiny("One", chars="国家"))
    two = write_font(tmp_path / "two.ttf", Tiny("Two", chars="市场"))
    fonts = load_fonts([], {Role.FANGSONG: one, Role.KAITI: two})
    assert draw(fonts, [(Role.FANGSONG, "国家"), (Role.KAITI, "市场")]) == "国家市场"


def test_a_font_file_with_a_chinese_name_can_be_drawn_with(tmp_path: Path) -> None:
    write_font(tmp_path / "office" / "仿宋_GB2312.ttf", Tiny("仿宋_GB2312", chars="国〓"))
    fonts = load_fonts([tmp_path])
    assert fonts.font_key(Role.FANGSONG, "国") == "仿宋_GB2312"
    assert draw(fonts, [(Role.FANGSONG, "国祎")]) == "国祎"


def test_a_face_that_the_library_refuses_is_a_sentence(tmp_path: Path) -> None:
    path = write_font(tmp_path / "f.ttf", Tiny("F", chars="国"))
    fonts = load_fonts([], {Role.FANGSONG: path})
    key = fonts.font_key(Role.FANGSONG, "国")
    path.write_bytes(b"replaced by something else")
    with pytest.raises(KnownError, match="字体“F”无法写入 PDF"):
        fonts.reportlab_font(key)


def test_looking_for_fonts_loads_no_pdf_library() -> None:
    code = (
        "import sys; from reports.fonts import load_fonts; from reports.roles import Role;"
        "load_fonts([]).advance(Role.SONGTI, '国'); assert 'reportlab' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, timeout=60)


@pytest.mark.parametrize("name", ["FandolFang-Regular.ttf", "LuoshiKai-Regular.ttf", "tiny"])
def test_the_library_s_face_has_the_numbers_that_the_library_would_read(
    name: str, tmp_path: Path
) -> None:
    path = ROOT / "resources/fonts" / name
    if name == "tiny":
        path = write_font(tmp_path / "tiny.ttf", Tiny("Tiny", chars="国 家1"))
    theirs, ours = TTFontFace(path), PdfFace(path, 0, open_face(path))
    drawn = {code: glyph for code, glyph in theirs.charToGlyph.items() if glyph}
    assert ours.charToGlyph == drawn
    assert ours.hmetrics == theirs.hmetrics
    assert ours.glyphPos == theirs.glyphPos
    assert [ours.getCharWidth(code) for code in drawn] == pytest.approx(
        [theirs.getCharWidth(code) for code in drawn]
    )
    assert ours.makeSubset([0, *list(drawn)[:9]]) == theirs.makeSubset([0, *list(drawn)[:9]])
