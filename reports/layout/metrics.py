"""What the layout asks of fonts: plain numbers in em, from whoever has opened the files."""

from __future__ import annotations

from typing import Protocol

from reports.roles import Role


class Metrics(Protocol):
    """Measures of characters in em. The layout never opens a font file itself."""

    def advance(self, role: Role, char: str) -> float:
        """The glyph's own advance."""
        ...

    def font_key(self, role: Role, char: str) -> str:
        """Which font draws the character in this role; another one where the role's font lacks it."""
        ...

    def ink_top(self, role: Role, text: str) -> float:
        """How far the ink of the text rises above the baseline."""
        ...

    def ink_bottom(self, role: Role, text: str) -> float:
        """How far the ink of the text falls under the baseline; negative when it stays above it."""
        ...
