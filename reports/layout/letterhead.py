"""版头: everything above the red rule, and the title under it (7.2, 7.3.1).

The ink of 发文机关标志 begins at 72 mm whatever stands above it. The gaps that the standard gives
as "two rows" may be read with or without the leading; within that play they are chosen so that the
text under the title falls on the rows of the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Final, NamedTuple

from reports.document import Letterhead
from reports.layout import geometry
from reports.layout.heading_block import SIZES, SMALLEST_GAP, WIDEST_GAP, Title, set_title
from reports.layout.mark import place_mark
from reports.layout.placed import Page, PlacedRule
from reports.layout.setting import Piece, SetLine, Setter
from reports.roles import Role

_RULE_BELOW: Final = 4.0
_RULE_WIDTH: Final = 0.6
_TWO_ROWS: Final = 2 * geometry.PITCH + 0.05
_TWO_ROWS_LOOSE: Final = 3 * geometry.PITCH - geometry.EM - 0.05
_PLAY: Final = _TWO_ROWS_LOOSE - _TWO_ROWS
_TITLE_LEAST: Final = _TWO_ROWS + _RULE_WIDTH / 2
"""From the middle of the rule, so that it is two rows from either edge of it."""
_TITLE_PLAY: Final = _PLAY - _RULE_WIDTH
_LAST_ROW: Final = geometry.ROWS - 2
"""首页必须显示正文 (7.3.3): under the addressee's row one of text must follow."""
_SIGNERS_IN_ROW: Final = 2


class Head(NamedTuple):
    """Where the head ends: the first row of text under the title."""

    row: int
    title_top: float
    title_pitch: float


def place_head(
    page: Page,
    setter: Setter,
    letterhead: Letterhead,
    title: str,
    names: Sequence[str],
    *,
    preprinted: bool,
) -> Head:
    """Place 版头 and the title on page 1; `preprinted` leaves out what the paper bears in red."""
    _place_fields(page, setter, letterhead)
    signers = _signer_rows(letterhead)
    extra = max(0, len(signers) - 2) * geometry.PITCH
    mark = place_mark(setter.book, letterhead)
    if not preprinted:
        page.lines.extend(mark.lines)
    block, plan = _fitted(setter, title, names, mark.bottom + extra)
    number_top = mark.bottom + extra + plan.number_gap
    _place_number(page, setter, letterhead, signers, number_top)
    rule = number_top + geometry.EM + _RULE_BELOW + _RULE_WIDTH / 2
    if not preprinted:
        page.rules.append(
            PlacedRule(geometry.LEFT, rule, geometry.RIGHT, rule, _RULE_WIDTH, geometry.RED)
        )
    title_top = rule + plan.title_gap
    page.lines.extend(block.placed(title_top, plan.pitch))
    page.used_to = title_top + block.height(plan.pitch)
    return Head(plan.row, title_top, plan.pitch)


class _Plan(NamedTuple):
    number_gap: float
    title_gap: float
    pitch: float
    row: int


def _fitted(
    setter: Setter, title: str, names: Sequence[str], mark_bottom: float
) -> tuple[Title, _Plan]:
    """The title as large as leaves room for text on page 1, and where everything goes."""
    for size in SIZES:
        block = set_title(setter, title, names, sizes=(size,))
        plan = _planned(mark_bottom, block)
        if plan.row <= _LAST_ROW:
            break
    return block, plan


def _planned(mark_bottom: float, title: Title) -> _Plan:
    """Share the play of the three gaps so that the text begins on a row of the grid."""
    plan = _Plan(_TWO_ROWS, _TITLE_LEAST, title.pitches[-1], geometry.ROWS - 1)
    for pitch in title.pitches:
        least = (
            mark_bottom
            + _TWO_ROWS
            + geometry.EM
            + _RULE_BELOW
            + _RULE_WIDTH / 2
            + _TITLE_LEAST
            + title.height(pitch)
            + SMALLEST_GAP
        )
        row = ceil((least - geometry.TOP) / geometry.PITCH)
        spare = geometry.row_top(row) - least
        share = min(1.0, spare / (_PLAY + _TITLE_PLAY + WIDEST_GAP - SMALLEST_GAP))
        plan = _Plan(_TWO_ROWS + share * _PLAY, _TITLE_LEAST + share * _TITLE_PLAY, pitch, row)
        if row <= _LAST_ROW:
            break
    return plan


def _place_fields(page: Page, setter: Setter, letterhead: Letterhead) -> None:
    """份号 in row 1, 密级 in row 2 even without it, 紧急程度 in the next free row (7.2.1–7.2.3)."""
    row = 0
    if letterhead.copy_number:
        _flush_left(page, setter, Role.FANGSONG, letterhead.copy_number, 0)
        row = 1
    if letterhead.secrecy:
        _flush_left(page, setter, Role.HEITI, letterhead.secrecy, 1)
        row = 2
    if letterhead.urgency:
        _flush_left(page, setter, Role.HEITI, letterhead.urgency, row)


def _flush_left(page: Page, setter: Setter, role: Role, text: str, row: int) -> None:
    line = setter.single([Piece(role, text)])
    page.lines.append(line.at(geometry.LEFT, geometry.row_baseline(row)))


def _signer_rows(letterhead: Letterhead) -> list[tuple[str, ...]]:
    names = tuple(name for name in letterhead.signers if name.strip())
    if not letterhead.upward or not names:
        return []
    return [names[at : at + _SIGNERS_IN_ROW] for at in range(0, len(names), _SIGNERS_IN_ROW)]


def _place_number(
    page: Page,
    setter: Setter,
    letterhead: Letterhead,
    signers: list[tuple[str, ...]],
    top: float,
) -> None:
    """发文字号 centred, or one character in at the left when the paper goes upward (7.2.5)."""
    baseline = geometry.baseline_below(top, geometry.SIZE_BODY)
    if letterhead.document_number:
        line = setter.single([Piece(Role.FANGSONG, letterhead.document_number)])
        x = geometry.CENTRE - line.width / 2
        if letterhead.upward:
            x = geometry.LEFT + geometry.CELL
        page.lines.append(line.at(x, baseline))
    if signers:
        _place_signers(page, setter, signers, baseline)


def _place_signers(
    page: Page, setter: Setter, signers: list[tuple[str, ...]], last_baseline: float
) -> None:
    """签发人： and the names, two a row, ending one character before the right edge (7.2.6)."""
    label = setter.single([Piece(Role.FANGSONG, "签发人：")])
    longest = max(len(name) for row in signers for name in row)
    columns = max(len(row) for row in signers)
    step = (longest + 1) * geometry.CELL
    names_x = geometry.RIGHT - geometry.CELL - columns * step + geometry.CELL
    for index, row in enumerate(signers):
        baseline = last_baseline - (len(signers) - 1 - index) * geometry.PITCH
        if index == 0:
            page.lines.append(label.at(names_x - label.width, baseline))
        for column, name in enumerate(row):
            line = _name(setter, name, longest)
            page.lines.append(line.at(names_x + column * step, baseline))


def _name(setter: Setter, name: str, length: int) -> SetLine:
    """A name in KaiTi, spread to the length of the longest so that the columns stand flush."""
    spare = length - len(name)
    tracking = spare / (len(name) - 1) if len(name) > 1 else 0.0
    return setter.single([Piece(Role.KAITI, name)], tracking=tracking)
