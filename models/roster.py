"""People and sections as an office keeps them in Excel: a copied range is read into rows."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from models.filling.cells import rows_of
from models.text import clean

SECTION_KINDS = ("内设科室", "直属单位", "派出机构")
# What offices write over the columns of their lists.
_HEADS = {
    "name": ("姓名", "名字", "人员", "联系人"),
    "section": ("科室", "科室（单位）", "科室(单位)", "部门", "处室", "单位", "所在科室", "股室"),
    "post": ("职务", "职务职级", "岗位", "职级"),
    "phone": ("电话", "手机", "联系电话", "手机号", "手机号码", "办公电话"),
}
_SECTION_HEADS = {
    "name": ("名称", "全称", "科室名称", "单位名称", *_HEADS["section"]),
    "short_name": ("简称", "科室简称"),
    "kind": ("类别", "类型", "性质"),
}
_NUMBERS = ("序号", "编号", "No.", "no")
_PHONE = re.compile(r"[\d\-+()（） 转]{5,}")
# Endings that no given name has, and those that only a longer word or one behind a name has.
_SECTION = re.compile(r".{2,}(科|处|室|股|局|中心)")
_PERHAPS = re.compile(r".{2,}(队|所|院|办|会|站)")
# Two to four characters, with the blank that a two-character name is spread by, or a dotted name.
_NAME = re.compile(
    r"[\u4e00-\u9fff](?:\s?[\u4e00-\u9fff]){1,3}|[\u4e00-\u9fff]+(?:·[\u4e00-\u9fff]+)+"
)
# How lists say the three kinds, in the order of `SECTION_KINDS`; and what names of the last two end in.
_KIND_WORDS = (("内设", "机关科室"), ("直属", "事业", "下属"), ("派出", "基层"))
_DIRECT = re.compile(r"(支队|大队|总队|中心|院|站|协会|检[验测]\w*所|研究所)$")
_OUTSIDE = re.compile(r"(分局|[^公事]所)$")
_MOST = 2000
_LONGEST = 60


@dataclass(frozen=True)
class PersonLine:
    """A person of the list; empty where the list says nothing. section: its name as written."""

    name: str
    section: str = ""
    post: str = ""
    phone: str = ""


@dataclass(frozen=True)
class SectionLine:
    """A 科室（单位） of the list."""

    name: str
    short_name: str = ""
    kind: str = ""


def read_people(block: str, sections: Collection[str] = ()) -> tuple[PersonLine, ...]:
    """The people of a copied range, with or without a head row; each person once.

    sections: names that the office has, so that a bare 登记注册 is known for one. A merged section
    cell stands in the first of its rows only: the rows below it belong to it too.
    """
    found: list[PersonLine] = []
    columns, rows = _head(block, _HEADS)
    last = ""
    for row in rows:
        said = _by_head(row, columns) if columns else _by_look(row, sections)
        last = said.get("section") or (last if "section" in columns else "")
        name = re.sub(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])", "", said.get("name", ""))
        person = PersonLine(name, last, said.get("post", ""), said.get("phone", ""))
        if name and person not in found:
            found.append(person)
    return tuple(found)


def read_sections(block: str) -> tuple[SectionLine, ...]:
    """The sections of a copied range: names, and short names and kinds where columns say so."""
    found: dict[str, SectionLine] = {}
    columns, rows = _head(block, _SECTION_HEADS)
    for row in rows:
        if columns:
            said = _by_head(row, columns)
        else:
            words = [cell for cell in row if cell and not cell.isdecimal()]
            names = [word for word in words if word not in SECTION_KINDS]
            said = dict(zip(("name", "short_name"), names, strict=False))
            said["kind"] = next((word for word in words if word in SECTION_KINDS), "")
        if said.get("name"):
            kind = kind_of(said["name"], said.get("kind", ""))
            line = SectionLine(said["name"], said.get("short_name", ""), kind)
            found.setdefault(line.name, line)
    return tuple(found.values())


def kind_of(name: str, said: str = "") -> str:
    """One of `SECTION_KINDS`: as the list says it in its own words, else as the name ends."""
    for words, kind in zip(_KIND_WORDS, SECTION_KINDS, strict=True):
        if any(word in said for word in words):
            return kind
    bare = re.sub(r"[（(][^（）()]*[）)]$", "", name)
    if _DIRECT.search(bare):
        return SECTION_KINDS[1]
    return SECTION_KINDS[2] if _OUTSIDE.search(bare) else SECTION_KINDS[0]


def _head(block: str, heads: dict[str, tuple[str, ...]]) -> tuple[dict[str, int], list[list[str]]]:
    """Where each thing stands, empty without a head row; and the rows below it."""
    rows = []
    for _, cells in rows_of(block):
        rows.append([clean(cell[:_LONGEST], lines=False).strip() for cell in cells])
        if len(rows) > _MOST:
            break
    for place, row in enumerate(rows[:3]):
        words = [re.sub(r"\s", "", cell) for cell in row]
        columns = {
            key: next(at for at, word in enumerate(words) if word in names)
            for key, names in heads.items()
            if any(word in names for word in words)
        }
        if "name" in columns:
            return columns, rows[place + 1 :]
    return {}, rows


def _by_head(row: Sequence[str], columns: dict[str, int]) -> dict[str, str]:
    return {key: row[place] for key, place in columns.items() if place < len(row)}


def _by_look(row: Sequence[str], sections: Collection[str]) -> dict[str, str]:
    """What a row without a head says: the first thing that looks like a name is the name."""
    said: dict[str, str] = {}
    for cell in row:
        if not cell or cell in _NUMBERS or (cell.isdecimal() and len(cell) < 5):
            continue
        if _PHONE.fullmatch(cell):
            said.setdefault("phone", cell)
        elif cell in sections or _SECTION.fullmatch(cell):
            said.setdefault("section", cell)
        elif "name" not in said and _NAME.fullmatch(cell):
            said["name"] = cell
        elif _PERHAPS.fullmatch(cell):
            said.setdefault("section", cell)
        else:
            said.setdefault("post", cell)
    return said
