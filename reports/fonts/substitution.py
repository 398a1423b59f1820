"""What stood in for what: a font for a role, a font for characters, a 〓 for what no font has."""

from __future__ import annotations

from dataclasses import dataclass

from reports.roles import Role

GETA = "〓"


@dataclass(frozen=True)
class Substitution:
    """One thing the export must say about its fonts.

    ``characters`` is empty when the whole role is played by another font; ``actual`` is the font
    used, empty when no font has the characters and 〓 was drawn for them.
    """

    role: Role
    actual: str
    characters: str = ""

    @property
    def missing(self) -> bool:
        """Whether the characters could not be drawn at all."""
        return not self.actual

    @property
    def sentence(self) -> str:
        """The sentence for people; a character that no font has is named by its code as well."""
        if not self.characters:
            return f"{self.role.display_name}由“{self.actual}”代替"
        if self.missing:
            listed = "、".join(f"“{char}”（U+{ord(char):04X}）" for char in self.characters)
            return f"{listed}没有字体可印，以{GETA}代替"
        listed = "".join(f"“{char}”" for char in self.characters)
        return f"{self.role.display_name}缺少的{listed}由“{self.actual}”代替"
