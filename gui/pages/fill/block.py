"""A pasted block on its way to the preview."""

from __future__ import annotations

from dataclasses import dataclass

from models.filling import FillLine


@dataclass(frozen=True)
class Block:
    """What was pasted, and where the cursor stood: the lines and fields from there on.

    section_id: whose reports these are; None: of whoever answers for each. cells: whether it comes
    from a table, where each line is a cell of its own.
    """

    text: str
    lines: tuple[FillLine, ...] = ()
    fields: tuple[str | None, ...] = ()
    section_id: int | None = None
    cells: bool = False

    @property
    def in_order(self) -> bool:
        """Whether lines that say no place of their own are cells, not the lines of one text."""
        first = self.fields[0] if self.fields else None
        return self.cells or "\t" in self.text or first in ("percent", "status")
