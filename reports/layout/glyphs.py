"""How wide a character is set and where its glyph stands inside that width.

The grid decides, not the font: Chinese characters and marks take one em, digits half an em, quotes
and dashes come from the Chinese font at one em (official-format §4.3). A glyph that its font makes
narrower is put where the mark belongs inside its em.
"""

from __future__ import annotations

import unicodedata
from typing import Final, NamedTuple

from reports.layout import chars
from reports.layout.metrics import Metrics
from reports.roles import Role

OWN_DIGITS: Final = frozenset({Role.XIAOBIAOSONG, Role.HEITI, Role.SONGTI, Role.DIGITS})
"""Roles so heavy, or so bound by a clause (7.5), that figures come from their own font."""


class Glyph(NamedTuple):
    """A character as it is set: its width and the glyph's place in it, both in em.

    `face` is (role, font key), one and the same pair for all characters that share it.
    """

    width: float
    shift: float
    face: tuple[Role, str]


class Glyphs(dict[str, Glyph]):
    """The characters of one role, measured once each.

    `only` is the one face that drew them all so far, None where there were several; `has_shifts`
    says whether a glyph was moved in its width.
    """

    def __init__(self, metrics: Metrics, role: Role) -> None:
        super().__init__()
        self._metrics = metrics
        self._role = role
        self.only: tuple[Role, str] | None = None
        self.has_shifts = False
        self._faces: dict[tuple[Role, str], tuple[Role, str]] = {}

    def __missing__(self, char: str) -> Glyph:
        glyph = self[char] = self._measure(char)
        return glyph

    def _measure(self, char: str) -> Glyph:
        role = self._role
        latin = chars.is_latin(char) or char in " \u00a0"
        if latin and role not in OWN_DIGITS:
            role = Role.DIGITS
        own = self._metrics.advance(role, char)
        width = self._width(char, own, latin)
        key = self._metrics.font_key(role, char)
        if role is not self._role and key == self._metrics.font_key(self._role, char):
            role = self._role  # one font plays both: no run of its own for every number
        face = self._faces.setdefault((role, key), (role, key))
        self.only = face if len(self._faces) == 1 else None
        shift = _shift(char, own, width)
        self.has_shifts = self.has_shifts or shift != 0.0
        return Glyph(width, shift, face)

    def _width(self, char: str, own: float, latin: bool) -> float:
        if char.isdecimal() and char.isascii():
            return own if self._role in OWN_DIGITS else 0.5
        if latin:
            return own
        if char in chars.HALF_WIDTH:
            return 0.5
        # What a font never draws (joiners, variation selectors) has no advance, nor has an accent.
        return 0.0 if own == 0.0 or unicodedata.combining(char) else 1.0


def _shift(char: str, own: float, width: float) -> float:
    """Opening marks stand at the right of their em, closing ones at the left, others in the middle."""
    if char in chars.OPENING:
        return max(0.0, width - own)
    if char in chars.CLOSING and own <= width:
        return 0.0
    return (width - own) / 2


class GlyphBook:
    """The glyphs of every role, for one layout."""

    def __init__(self, metrics: Metrics) -> None:
        self.metrics = metrics
        self._roles: dict[Role, Glyphs] = {}

    def __getitem__(self, role: Role) -> Glyphs:
        found = self._roles.get(role)
        if found is None:
            found = self._roles[role] = Glyphs(self.metrics, role)
        return found
