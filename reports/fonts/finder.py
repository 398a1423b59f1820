"""Which font files of a machine play which role, and which were passed over and why."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reports.fonts.face import Face, open_face
from reports.fonts.official import Fit, fit_by_file, fit_by_names
from reports.fonts.sfnt import BadFontError, Header, read_headers
from reports.roles import Role

_SUFFIXES = {".ttf", ".ttc", ".otf", ".otc"}
_HALF_EM = 0.5
_HALF_EM_SLACK = 0.005


@dataclass(frozen=True)
class Found:
    """The face that plays a role; ``official`` says whether it is of the class the standard names."""

    path: Path
    index: int
    family: str
    official: bool


@dataclass
class Search:
    """What a search found, with one Chinese sentence for each file passed over."""

    found: dict[Role, Found] = field(default_factory=dict)
    skipped: list[str] = field(default_factory=list)


def search(folders: Iterable[Path], chosen: Mapping[Role, Path]) -> Search:
    """The user's choices, then the best of the machine's fonts for the roles left.

    Fonts with CFF outlines, fonts whose licence forbids embedding (unless chosen by the user, who
    answers for it) and files that cannot be read are passed over. Folders may be missing.
    """
    result = Search()
    for role, path in chosen.items():
        _take_chosen(result, role, path)
    candidates: dict[Role, list[tuple[int, int, Header, bool]]] = {}
    for number, path in enumerate(_font_files(folders)):
        for header in _headers(result, path):
            fit = _fit(header)
            if fit and fit.role not in result.found:
                place = (fit.rank, number, header, fit.official)
                candidates.setdefault(fit.role, []).append(place)
    for role, places in candidates.items():
        _take_best(result, role, sorted(places, key=lambda place: place[:2]))
    _let_fangsong_give_digits(result)
    return result


def _font_files(folders: Iterable[Path]) -> Iterator[Path]:
    """Font files in a fixed order, so that the same machine always chooses the same font."""
    for folder in folders:
        for place, below, files in os.walk(folder):
            below.sort()
            for name in sorted(files):
                if name[-4:].lower() in _SUFFIXES:
                    yield Path(place, name)


def _headers(result: Search, path: Path) -> tuple[Header, ...]:
    try:
        return read_headers(path)
    except (BadFontError, OSError):
        result.skipped.append(f"字体文件“{path.name}”已损坏或不是字体，已跳过。")
        return ()


def _fit(header: Header) -> Fit | None:
    if not header.upright:
        return None
    by_file = fit_by_file(header.path.name) if header.index == 0 else None
    return fit_by_names(header.names) or by_file


def _take_chosen(result: Search, role: Role, path: Path) -> None:
    """Let the user's file play the role; of a collection, the face that is known for it."""
    headers = _headers(result, path)
    fits = [_fit(header) for header in headers]
    index = next((i for i, fit in enumerate(fits) if fit and fit.role is role), 0)
    if headers:
        fit = fits[index]
        official = bool(fit and fit.role is role and fit.official)
        _take(result, role, headers[index], official)


def _take_best(result: Search, role: Role, places: list[tuple[int, int, Header, bool]]) -> None:
    for _, _, header, official in places:
        if header.restricted:
            result.skipped.append(
                f"“{header.family}”的许可不准嵌入文件，未用作{role.display_name}；"
                "已取得授权的，请在设置中指定该字体文件。"
            )
        elif _take(result, role, header, official):
            return


def _take(result: Search, role: Role, header: Header, official: bool) -> bool:
    """Use the face if it can be drawn with; say why not otherwise."""
    if not header.has_truetype_outlines:
        result.skipped.append(
            f"“{header.family}”（{header.path.name}）不是 TrueType 轮廓，无法写入 PDF，"
            f"未用作{role.display_name}。"
        )
        return False
    try:
        face = open_face(header.path, header.index)
    except (BadFontError, OSError):
        result.skipped.append(f"字体文件“{header.path.name}”已损坏或不是字体，已跳过。")
        return False
    if role is Role.DIGITS and not _has_half_em_digits(face):
        result.skipped.append(f"“{header.family}”的数字不是半个字宽，未用作数字字体。")
        return False
    result.found[role] = Found(header.path, header.index, header.family, official)
    return True


def _let_fangsong_give_digits(result: Search) -> None:
    """Without a Times-like font the machine's 仿宋, the standard's default, draws digits as well."""
    fangsong = result.found.get(Role.FANGSONG)
    if fangsong and _has_half_em_digits(open_face(fangsong.path, fangsong.index)):
        result.found.setdefault(Role.DIGITS, fangsong)


def _has_half_em_digits(face: Face) -> bool:
    """Whether each digit takes half an em (GB/T 15835—2011), as the grid of 28 columns needs."""
    return all(
        digit in face and abs(face.advance(digit) - _HALF_EM) <= _HALF_EM_SLACK
        for digit in "0123456789"
    )
