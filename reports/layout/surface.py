"""A rectangle on a page that is written on in its own directions: u along the lines, v downward.

An upright surface maps them to the sheet as they are. A turned one is rotated 90° counter-clockwise,
so that its top faces the left edge of the sheet (GB/T 9704—2012 clause 8).
"""

from __future__ import annotations

from dataclasses import dataclass

from reports.layout import geometry
from reports.layout.placed import Page, PlacedRule
from reports.layout.setting import SetLine


@dataclass(frozen=True)
class Surface:
    """Where text and rules of a table go; (left, top) is its origin on an upright sheet, in mm."""

    page: Page
    left: float = geometry.LEFT
    top: float = geometry.TOP
    width: float = geometry.WIDTH
    height: float = geometry.HEIGHT
    turned: bool = False

    def text(self, line: SetLine, u: float, v: float, size: float) -> None:
        """Place a line with its origin at (u, v)."""
        if self.turned:
            x, y = self.left + v, self.top + self.width - u
        else:
            x, y = self.left + u, self.top + v
        self.page.lines.append(line.at(x, y, size, turned=self.turned))

    def rule(self, u0: float, v0: float, u1: float, v1: float, width: float) -> None:
        """Draw a rule from (u0, v0) to (u1, v1)."""
        if self.turned:
            ends = (
                self.left + v0,
                self.top + self.width - u0,
                self.left + v1,
                self.top + self.width - u1,
            )
        else:
            ends = (self.left + u0, self.top + v0, self.left + u1, self.top + v1)
        self.page.rules.append(PlacedRule(*ends, width))

    def used(self, v: float) -> None:
        """Note that the page is filled down to v."""
        bottom = geometry.SHEET_HEIGHT if self.turned else self.top + v
        self.page.used_to = max(self.page.used_to, bottom)


def upright(page: Page) -> Surface:
    """The text block of an upright page."""
    return Surface(page)


def turned(page: Page) -> Surface:
    """The text block of a page whose content lies on its side."""
    return Surface(page, width=geometry.HEIGHT, height=geometry.WIDTH, turned=True)
