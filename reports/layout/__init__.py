"""The standard's layout: blocks in, pages of placed lines out; pure numbers, no PDF library."""

from __future__ import annotations

from models import collector
from reports.document import AnyDocument, OfficialDocument
from reports.layout.metrics import Metrics
from reports.layout.official import lay_out_official
from reports.layout.placed import Laid
from reports.layout.sheet import lay_out_sheet

__all__ = ["Laid", "Metrics", "lay_out"]


def lay_out(document: AnyDocument, metrics: Metrics) -> Laid:
    """Lay out a whole paper; the same document and metrics always give the same pages."""
    with collector.paused():
        if isinstance(document, OfficialDocument):
            return lay_out_official(document, metrics)
        return lay_out_sheet(document, metrics)
