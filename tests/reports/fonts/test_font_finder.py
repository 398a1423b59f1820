"""Which of a machine's fonts play which role."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.fonts import font_folders, load_fonts
from reports.roles import Role
from tests.reports.fonts.tinyfont import Tiny, font_bytes, write_font

_WHOLE = font_bytes(Tiny("仿宋"))


def test_a_font_is_found_by_its_family_whatever_the_file_is_called(tmp_path: Path) -> None:
    path = write_font(tmp_path / "deep" / "a1.TTF", Tiny("仿宋_GB2312"))
    fonts = load_fonts([tmp_path])
    assert fonts.is_official(Role.FANGSONG)
    assert fonts.name_of(Role.FANGSONG) == "仿宋_GB2312"
    assert fonts.font_for(Role.FANGSONG, "国").path == path


def test_a_font_is_found_by_its_file_name_whatever_its_family_says(tmp_path: Path) -> None:
    write_font(tmp_path / "SIMHEI.TTF", Tiny("Nameless"))
    assert load_fonts([tmp_path]).is_official(Role.HEITI)


def test_a_font_of_another_family_is_not_taken(tmp_path: Path) -> None:
    write_font(tmp_path / "other.ttf", Tiny("华文行楷"))
    fonts = load_fonts([tmp_path])
    assert not any(fonts.is_official(role) for role in Role if role is not Role.DIGITS)
    assert fonts.skipped == ()


def test_of_two_fitting_fonts_the_first_named_by_the_table_is_taken(tmp_path: Path) -> None:
    write_font(tmp_path / "a.ttf", Tiny("STFangsong"))
    write_font(tmp_path / "z.ttf", Tiny("FangSong"))
    assert load_fonts([tmp_path]).name_of(Role.FANGSONG) == "FangSong"


def test_a_near_font_plays_the_role_but_is_called_a_substitute(tmp_path: Path) -> None:
    write_font(tmp_path / "STZHONGS.TTF", Tiny("华文中宋"))
    fonts = load_fonts([tmp_path])
    assert not fonts.is_official(Role.XIAOBIAOSONG)
    sentences = [s.sentence for s in fonts.substitutions([(Role.XIAOBIAOSONG, "国")])]
    assert sentences == ["小标宋由“华文中宋”代替"]


def test_a_font_with_cff_outlines_is_passed_over_and_said(tmp_path: Path) -> None:
    write_font(tmp_path / "fang.otf", Tiny("FangSong", cff=True))
    fonts = load_fonts([tmp_path])
    assert not fonts.is_official(Role.FANGSONG)
    assert fonts.skipped == (
        "“FangSong”（fang.otf）不是 TrueType 轮廓，无法写入 PDF，未用作仿宋。",
    )


def test_the_next_best_font_is_taken_when_the_best_has_cff_outlines(tmp_path: Path) -> None:
    write_font(tmp_path / "a.otf", Tiny("仿宋_GB2312", cff=True))
    write_font(tmp_path / "b.ttf", Tiny("华文仿宋"))
    assert load_fonts([tmp_path]).name_of(Role.FANGSONG) == "华文仿宋"


@pytest.mark.parametrize(
    "content", [b"", b"<html>404</html>", b"\0\1\0\0", b"ttcf\0\1\0\0\xff" * 9]
)
def test_a_file_that_is_no_font_is_passed_over_and_said(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "simfang.ttf").write_bytes(content)
    fonts = load_fonts([tmp_path])
    assert not fonts.is_official(Role.FANGSONG)
    assert fonts.skipped == ("字体文件“simfang.ttf”已损坏或不是字体，已跳过。",)


def test_a_font_cut_short_anywhere_is_passed_over_without_a_trace(tmp_path: Path) -> None:
    whole = write_font(tmp_path / "whole" / "simfang.ttf", Tiny("仿宋")).read_bytes()
    cut = tmp_path / "cut" / "simfang.ttf"
    cut.parent.mkdir()
    for length in range(0, len(whole) - 8, 7):
        cut.write_bytes(whole[:length])
        fonts = load_fonts([cut.parent])
        assert fonts.is_official(Role.FANGSONG) is False
        assert len(fonts.skipped) == 1


@given(st.data())
def test_a_font_with_wrong_bytes_is_used_or_passed_over_but_never_fails(
    data: st.DataObject,
) -> None:
    content = bytearray(_WHOLE)
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "simfang.ttf").write_bytes(content)
        fonts = load_fonts([Path(folder)])
        assert fonts.ink_top(Role.FANGSONG, "国7家") + fonts.ink_bottom(Role.FANGSONG, "国") < 1000
        assert fonts.advance(Role.FANGSONG, "国") >= 0


def test_a_font_without_a_table_that_the_pdf_needs_is_passed_over(tmp_path: Path) -> None:
    path = write_font(tmp_path / "simfang.ttf", Tiny("仿宋"))
    path.write_bytes(path.read_bytes().replace(b"post", b"tsop"))
    assert not load_fonts([tmp_path]).is_official(Role.FANGSONG)


def test_a_font_that_may_not_be_embedded_is_used_only_when_a_user_says_so(tmp_path: Path) -> None:
    path = write_font(tmp_path / "fzxbsjw.ttf", Tiny("方正小标宋简体", restricted=True))
    fonts = load_fonts([tmp_path])
    assert not fonts.is_official(Role.XIAOBIAOSONG)
    assert "许可不准嵌入" in fonts.skipped[0]
    assert load_fonts([], {Role.XIAOBIAOSONG: path}).is_official(Role.XIAOBIAOSONG)


def test_bold_and_italic_faces_are_not_taken(tmp_path: Path) -> None:
    write_font(tmp_path / "LiberationSerif-Bold.ttf", Tiny("Liberation Serif", bold=True))
    assert load_fonts([tmp_path]).name_of(Role.DIGITS) == "FandolFang"


def test_the_right_face_of_a_collection_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "songs.ttc"
    write_font(path, Tiny("NSimSun"), Tiny("SimSun", high=700, long_cmap=True))
    fonts = load_fonts([tmp_path])
    choice = fonts.font_for(Role.SONGTI, "国")
    assert (choice.path, choice.index) == (path, 1)
    assert fonts.ink_top(Role.SONGTI, "国") == pytest.approx(0.7)


def test_digits_come_from_a_times_like_font_with_half_em_digits(tmp_path: Path) -> None:
    write_font(tmp_path / "times.ttf", Tiny("Times New Roman"))
    assert load_fonts([tmp_path]).name_of(Role.DIGITS) == "Times New Roman"


def test_a_digit_font_that_would_break_the_grid_is_passed_over_and_said(tmp_path: Path) -> None:
    write_font(tmp_path / "times.ttf", Tiny("Times New Roman", digit_width=600))
    fonts = load_fonts([tmp_path])
    assert fonts.name_of(Role.DIGITS) == "FandolFang"
    assert fonts.skipped == ("“Times New Roman”的数字不是半个字宽，未用作数字字体。",)


@pytest.mark.parametrize(("width", "family"), [(500, "仿宋"), (530, "FandolFang")])
def test_without_times_the_machines_fangsong_gives_the_digits_if_they_are_half_an_em(
    tmp_path: Path, width: int, family: str
) -> None:
    write_font(tmp_path / "simfang.ttf", Tiny("仿宋", digit_width=width))
    assert load_fonts([tmp_path]).name_of(Role.DIGITS) == family


def test_the_users_file_comes_before_the_machines(tmp_path: Path) -> None:
    write_font(tmp_path / "machine" / "simfang.ttf", Tiny("仿宋"))
    mine = write_font(tmp_path / "mine.ttf", Tiny("朱雀仿宋"))
    fonts = load_fonts([tmp_path / "machine"], {Role.FANGSONG: mine})
    assert fonts.name_of(Role.FANGSONG) == "朱雀仿宋"
    assert not fonts.is_official(Role.FANGSONG)


def test_a_users_file_that_is_gone_is_said_and_the_machines_font_is_used(tmp_path: Path) -> None:
    write_font(tmp_path / "simfang.ttf", Tiny("仿宋"))
    fonts = load_fonts([tmp_path], {Role.FANGSONG: tmp_path / "gone.ttf"})
    assert fonts.name_of(Role.FANGSONG) == "仿宋"
    assert fonts.skipped == ("字体文件“gone.ttf”已损坏或不是字体，已跳过。",)


def test_a_folder_that_does_not_exist_is_no_error(tmp_path: Path) -> None:
    assert load_fonts([tmp_path / "none"]).skipped == ()


def test_windows_keeps_fonts_for_the_machine_and_for_the_user() -> None:
    folders = font_folders("win32", {"SystemRoot": "C:/W", "LOCALAPPDATA": "D:/L"}, Path("/h"))
    assert folders == (Path("C:/W/Fonts"), Path("D:/L/Microsoft/Windows/Fonts"))


def test_linux_looks_at_the_system_at_wps_and_at_the_user() -> None:
    folders = font_folders("linux", {}, Path("/home/li"))
    assert Path("/usr/share/fonts") in folders
    assert Path("/opt/kingsoft/wps-office/office6/fonts") in folders
    assert Path("/home/li/.local/share/fonts") in folders
