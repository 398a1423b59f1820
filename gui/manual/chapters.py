"""The handbook as chapters: its text is docs/使用手册.md, which an installed program carries along."""

from __future__ import annotations

import re
from pathlib import Path

from models.dataclass import dataclass
from models.errors import KnownError
from resources import path as resource

NAME = "使用手册.md"
# A line above a heading says which page of the window its chapter is about: <!-- page: tasks -->
_PAGE = re.compile(r"<!-- page: (\w+) -->")
_HEADING = re.compile(r"## (.+)")


@dataclass(frozen=True)
class Chapter:
    """title as in the list of contents; page: the window's page that it explains, or empty."""

    title: str
    text: str
    page: str = ""


def manual_folder() -> Path:
    """Where the handbook and its pictures lie: in the installed package, or in the source tree."""
    packed = resource("manual")
    return packed if packed.is_dir() else resource("").parent / "docs"


def read_manual(folder: Path) -> tuple[Chapter, ...]:
    """The chapters in order. Raises `KnownError` when the file is not there."""
    try:
        text = (folder / NAME).read_text(encoding="utf-8")
    except OSError as error:
        raise KnownError(
            "没有找到使用手册，台账没有改动；重新安装程序后可以查看，也可以按 F1 以外的菜单照常工作。"
        ) from error
    return cut(text)


def cut(text: str) -> tuple[Chapter, ...]:
    """Cut a handbook at its second-level headings; what stands before the first is left out."""
    chapters: list[Chapter] = []
    page, title, lines = "", "", []
    for line in text.splitlines():
        mark, heading = _PAGE.fullmatch(line.strip()), _HEADING.fullmatch(line)
        if mark or heading:
            if title:
                chapters.append(Chapter(title, "\n".join(lines).strip(), page))
                page, title = "", ""
            lines = []
        if mark:
            page = mark[1]
        elif heading:
            title = heading[1]
        lines.append("" if mark else line)
    if title:
        chapters.append(Chapter(title, "\n".join(lines).strip(), page))
    return tuple(chapters)


def chapter_for(chapters: tuple[Chapter, ...], page: str) -> int:
    """The place of the chapter about a page; the first one where there is none."""
    return next((place for place, each in enumerate(chapters) if each.page == page), 0)
