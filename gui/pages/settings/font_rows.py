"""Which font plays which role, as rows to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.dataclass import dataclass

if TYPE_CHECKING:
    from gui.pages.report.press_job import PressRoom


@dataclass(frozen=True)
class FontRow:
    """official: a font of the class that GB/T 9704—2012 names."""

    role: str
    family: str
    file: str
    official: bool

    @property
    def remark(self) -> str:
        """What stands in, said plainly."""
        return "" if self.official else "代替字体"


def read_fonts(room: PressRoom | None = None) -> tuple[tuple[FontRow, ...], tuple[str, ...]]:
    """A row a role, and a sentence for each font file that was passed over."""
    from gui.pages.report.press_job import PressRoom
    from reports.roles import Role

    fonts = (room or PressRoom()).fonts()
    samples = {Role.DIGITS: "1"}
    rows = tuple(
        FontRow(
            role.value,
            fonts.name_of(role),
            fonts.font_for(role, samples.get(role, "字")).path.name,
            fonts.is_official(role),
        )
        for role in Role
    )
    return rows, fonts.skipped
