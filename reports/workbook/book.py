"""The workbook itself: sheets painted with openpyxl, and bytes that are always the same."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font

from models.text import ANY_LENGTH, clean
from reports.document import AnyDocument
from reports.workbook.painter import paint_sheet
from reports.workbook.sheets import sheet_plans

_FIXED_TIME = (1980, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def build(document: AnyDocument, created: dt.date) -> bytes:
    """Paint every table of the document on a sheet of its own."""
    book = Workbook()
    book.remove(book.worksheets[0])
    _set_default_font(book)
    for plan in sheet_plans(document):
        paint_sheet(book.create_sheet(plan.name), plan)
    if not book.worksheets:
        book.create_sheet("表")
    moment = dt.datetime(created.year, created.month, created.day)
    properties = book.properties
    properties.title = _line(document.plain_title)
    properties.creator = _line(document.author) or "落实台账"
    properties.lastModifiedBy = properties.creator
    properties.subject = _line(document.subject) or None
    properties.language = document.language
    properties.created = moment
    target = io.BytesIO()
    book.save(target)
    return _repeatable(target.getvalue(), moment)


def _line(text: str) -> str:
    """As the file's properties take it: one control character there, and no program opens it."""
    return clean(text, ANY_LENGTH, lines=False)


def _set_default_font(book: Any) -> None:  # noqa: ANN401 (the library has no public way to it)
    """宋体 11, whose digits column widths count; the library's Calibri is absent on UOS and Kylin."""
    font = Font(name="宋体", size=11)
    book._fonts[0] = font  # noqa: SLF001
    book._named_styles["Normal"].font = font  # noqa: SLF001


def _repeatable(content: bytes, moment: dt.datetime) -> bytes:
    """The same archive without the clock in it: the library writes the time of saving."""
    stamp = moment.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for item in old.infolist():
            data = old.read(item)
            if item.filename == "docProps/core.xml":
                data = _MODIFIED.sub(rb"\g<1>" + stamp + rb"\g<2>", data)
            fixed = zipfile.ZipInfo(item.filename, _FIXED_TIME)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            fixed.external_attr = 0o644 << 16
            new.writestr(fixed, data)
    return target.getvalue()
