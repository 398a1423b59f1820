"""What follows the text: 附件说明, 署名 with 成文日期 in three manners, 附注 (7.3.4–7.3.6).

The seals themselves are pressed by hand; their room is kept. A seal is taken as 42 mm across.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from reports.document import Manner, Signature
from reports.layout import geometry
from reports.layout.flow import Part, Row
from reports.layout.setting import Piece, SetLine, Setter
from reports.roles import Role

CELL: Final = geometry.CELL
_BLANK: Final = Row(keep=True)
_SEALED_DATE_RIGHT: Final = geometry.WIDTH - 4 * CELL
_UNSEALED_RIGHT: Final = geometry.WIDTH - 2 * CELL
_SEAL_ROWS: Final = 5
"""Rows between names that are sealed one below the other, so that their seals do not touch."""
_STAMP_WIDTH: Final = 40.0
_STAMP_ROWS: Final = 3


def attachment_note(setter: Setter, names: Sequence[str]) -> list[Row]:
    """附件说明: a blank row, then 附件： and the names, wrapped under their first character."""
    if not names:
        return []
    rows = [_BLANK]
    numbered = len(names) > 1
    label_cells = _label_cells(len(names)) if numbered else 0.0
    name_x = 5.0 + label_cells
    for index, name in enumerate(names):
        parts = [Part(2 * CELL, _single(setter, "附件："))] if index == 0 else []
        if numbered:
            parts += _number(setter, index + 1)
        text = name.rstrip("。；，、. ")
        lines = setter.paragraph([Piece(Role.FANGSONG, text)], geometry.COLUMNS - name_x)
        for line in lines:
            rows.append(Row((*parts, Part(name_x * CELL, line)), keep=True))
            parts = []
    return rows


def _label_cells(count: int) -> float:
    """Digits are half an em, the stop half an em: "1." is one character wide, "10." one and a half."""
    return 0.5 * len(str(count)) + 0.5


def _number(setter: Setter, number: int) -> list[Part]:
    return [Part(5 * CELL, _single(setter, f"{number}."))]


def signature_rows(setter: Setter, signature: Signature) -> list[Row]:
    """署名 and 成文日期; no page may end inside them."""
    make = {
        Manner.SEALED: _sealed,
        Manner.UNSEALED: _unsealed,
        Manner.STAMP: _stamped,
    }[signature.manner]
    return make(setter, signature)


def _sealed(setter: Setter, signature: Signature) -> list[Row]:
    """Two blank rows for the seal; the name centred on the date, which ends four characters in."""
    date = _single(setter, signature.date_text)
    centre = _SEALED_DATE_RIGHT - date.width / 2
    rows = [_BLANK, _BLANK]
    groups = _side_by_side(setter, signature.issuers)
    for index, group in enumerate(groups):
        if index:
            rows += [_BLANK] * (_SEAL_ROWS - 1)
        rows += _centred_names(setter, group, centre)
    rows.append(Row((Part(centre - date.width / 2, date),), keep=True))
    return rows


def _side_by_side(setter: Setter, issuers: tuple[str, ...]) -> list[list[str]]:
    """Names sealed in one row while they fit, in their order."""
    if len(issuers) < 2:
        return [list(issuers)]
    widest = max(_single(setter, name).width for name in issuers)
    across = 3 if widest <= 50 else 2 if widest <= 72 else 1
    return [list(issuers[at : at + across]) for at in range(0, len(issuers), across)]


def _centred_names(setter: Setter, names: list[str], centre: float) -> list[Row]:
    if len(names) > 1:
        step = (2 * centre - geometry.WIDTH) if len(names) == 2 else centre - geometry.WIDTH / 2
        step = max(step, 52.0)
        parts = []
        for back, name in enumerate(reversed(names)):
            line = _single(setter, name)
            parts.append(Part(centre - back * step - line.width / 2, line))
        return [Row(tuple(reversed(parts)), keep=True)]
    room = 2 * (geometry.WIDTH - centre) / CELL
    lines = _balanced(setter, names[0], room) if names else []
    return [Row((Part(centre - line.width / 2, line),), keep=True) for line in lines]


def _balanced(setter: Setter, name: str, room: float) -> list[SetLine]:
    """A name too long to stand centred on the date in one line is set in lines of equal length."""
    whole = _single(setter, name)
    if whole.width <= room * CELL:
        return [whole]
    count = int(whole.width / (room * CELL)) + 1
    step = -(-len(name) // count)
    return [_single(setter, name[at : at + step]) for at in range(0, len(name), step)]


def _unsealed(setter: Setter, signature: Signature) -> list[Row]:
    """The date begins two characters right of the name; the longer one ends two characters in."""
    names = [_single(setter, name) for name in signature.issuers]
    date = _single(setter, signature.date_text)
    reach = max([*(name.width for name in names), date.width + 2 * CELL])
    left = max(0.0, _UNSEALED_RIGHT - reach)
    rows = [_BLANK]
    rows += [Row((Part(left, name),), keep=True) for name in names]
    rows.append(Row((Part(left + 2 * CELL, date),), keep=True))
    return rows


def _stamped(setter: Setter, signature: Signature) -> list[Row]:
    """Room for each signature stamp, its 职务 two characters to the left, then the date."""
    right = _SEALED_DATE_RIGHT - _STAMP_WIDTH - 2 * CELL
    rows = [_BLANK, _BLANK]
    for index, (issuer, title) in enumerate(
        zip_longest(signature.issuers, signature.titles, fillvalue="")
    ):
        line = _single(setter, title or issuer)
        if index:
            rows.append(_BLANK)
        rows += [_BLANK, Row((Part(max(0.0, right - line.width), line),), keep=True), _BLANK]
    date = _single(setter, signature.date_text)
    rows += [_BLANK, Row((Part(_SEALED_DATE_RIGHT - date.width, date),), keep=True)]
    return rows


def remark_rows(setter: Setter, remark: str) -> list[Row]:
    """附注 in full-width brackets, two characters in, on the row after the date (7.3.6)."""
    inner = remark.strip()
    if inner[:1] in ("（", "(") and inner[-1:] in ("）", ")"):
        inner = inner[1:-1]
    if not inner:
        return []
    lines = setter.paragraph(
        [Piece(Role.FANGSONG, f"（{inner}）")], geometry.COLUMNS, first_indent=2.0
    )
    return [Row((Part(0.0, line),), keep=True) for line in lines]


def _single(setter: Setter, text: str) -> SetLine:
    return setter.single([Piece(Role.FANGSONG, text)])
