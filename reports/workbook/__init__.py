"""The same tables as a workbook: A4 landscape, to be filled, filtered and printed as it comes."""

from __future__ import annotations

import datetime as dt
import os

from reports.document import AnyDocument

__all__ = ["workbook"]


def workbook(document: AnyDocument, created: dt.date) -> bytes:
    """The bytes of a workbook with one sheet a table; the same document gives the same bytes."""
    # The library takes lxml where it happens to be installed, and then a full disk is no OSError.
    os.environ.setdefault("OPENPYXL_LXML", "False")
    from reports.workbook.book import build

    return build(document, created)
