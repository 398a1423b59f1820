"""A pasted block on its way to the preview."""

from __future__ import annotations

from dataclasses import dataclass

from models.filling import FillLine


@dataclass(frozen=True)
class Block:
    """What was pasted, and where the cursor stood: the lines and fields from there on.

    section_id: whose reports these are; None: of whoever answers for each.
    """

    text: str
    lines: tuple[FillLine, ...] = ()
    fields: tuple[str | None, ...] = ()
    section_id: int | None = None
