"""What a paper is made from, beside the ledger."""

from __future__ import annotations

from models.dataclass import dataclass
from models.periods import Period
from reports.catalogue import PaperKind
from reports.options import PaperOptions


@dataclass(frozen=True)
class Wanted:
    """One paper: its kind, its 填报期, whose it is, and the choices for it."""

    kind: PaperKind
    period: Period
    section_id: int | None
    options: PaperOptions
