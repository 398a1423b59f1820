"""Metrics of an ideal font: one em for Chinese, half an em for the rest."""

from __future__ import annotations

from reports.layout.glyphs import GlyphBook
from reports.layout.placed import PlacedLine
from reports.layout.setting import Piece, SetLine, Setter
from reports.roles import Role


class PlainMetrics:
    """Every font has every character."""

    def advance(self, role: Role, char: str) -> float:
        return 0.5 if char.isascii() else 1.0

    def font_key(self, role: Role, char: str) -> str:
        return role.name

    def ink_top(self, role: Role, text: str) -> float:
        return 0.36 if text == "—" else 0.8

    def ink_bottom(self, role: Role, text: str) -> float:
        return -0.3 if text == "—" else 0.08


def setter() -> Setter:
    return Setter(GlyphBook(PlainMetrics()))


def set_text(text: str, measure: float = 28, indent: float = 0.0) -> list[SetLine]:
    return setter().paragraph([Piece(Role.FANGSONG, text)], measure, first_indent=indent)


def texts(lines: list[SetLine]) -> list[str]:
    return ["".join(run.text for run in line.runs) for line in lines]


def row_of(line: PlacedLine) -> float:
    from reports.layout import geometry

    return (line.y - geometry.row_baseline(0)) / geometry.PITCH
