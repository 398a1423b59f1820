"""The roles a typeface plays in an official paper.

GB/T 9704—2012 names typefaces by their class (小标宋 for titles, 仿宋 for the body …), never by a file.
Layout and builders speak of these roles only; which file plays a role is decided in ``reports.fonts``.
"""

from __future__ import annotations

import enum


class Role(enum.Enum):
    """A class of typeface; the value is its Chinese name as users read it."""

    XIAOBIAOSONG = "小标宋"
    FANGSONG = "仿宋"
    KAITI = "楷体"
    HEITI = "黑体"
    SONGTI = "宋体"
    DIGITS = "数字"

    @property
    def display_name(self) -> str:
        """The Chinese name shown in settings and in the sentence about substitutions."""
        return self.value
