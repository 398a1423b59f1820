"""The same tables as a workbook: A4 landscape, to be filled, filtered and printed as it comes."""

from __future__ import annotations

import datetime as dt

from reports.document import AnyDocument

__all__ = ["workbook"]


def workbook(document: AnyDocument, created: dt.date) -> bytes:
    """The bytes of a workbook with one sheet a table; the same document gives the same bytes."""
    from reports.workbook.book import build

    return build(document, created)
