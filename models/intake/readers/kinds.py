"""What kind of file it is, by its first bytes; the name only decides where these say nothing."""

from __future__ import annotations

from io import BytesIO
from pathlib import PurePath

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"BM",
    b"II*\x00",
    b"MM\x00*",
    b"\x00\x00\x01\x00",
)
_PACKED = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_PROGRAMS = (b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe")
_STREAMS = (("EncryptedPackage", "locked"), ("WordDocument", "doc"), ("Workbook", "xls"))
_TEXTS = ("", ".txt", ".text", ".md")


def kind_of(data: bytes, name: str) -> str:
    """Return txt, docx, xlsx, pdf, html, doc, xls, rtf, odt, ods; or what cannot be read.

    The latter are picture, packed, program, locked (an office file with a password) and unknown.
    """
    for mark, kind in ((b"%PDF-", "pdf"), (b"{\\rtf", "rtf"), (_OLE, "")):
        if data.startswith(mark):
            return kind or _ole(data, name)
    if data.startswith(b"PK"):
        return _zip(data)
    found = _foreign(data)
    if found:
        return found
    return _by_name(data, PurePath(name).suffix.lower())


def _foreign(data: bytes) -> str:
    # A text may begin with the letters BM or MZ; a picture or a program goes on with zeros.
    binary = b"\x00" in data[:512]
    if (data.startswith(_PICTURES) and binary) or data.startswith((b"\xff\xd8\xff", b"GIF8")):
        return "picture"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "picture"
    if data.startswith(_PACKED):
        return "packed"
    return "program" if data.startswith(_PROGRAMS) and binary else ""


def _by_name(data: bytes, suffix: str) -> str:
    start = data[:4096].lower()
    page = b"<html" in start or b"<!doctype html" in start or b"<table" in start
    # Office programs save pages under their own names (.doc, .xls).
    if (page and suffix not in _TEXTS) or suffix in (".html", ".htm", ".xhtml"):
        return "html"
    if b"%PDF-" in data[:1024] and suffix == ".pdf":
        return "pdf"
    return "txt" if suffix in _TEXTS else "unknown"


def _zip(data: bytes) -> str:
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(BytesIO(data)) as packed:
            names = set(packed.namelist())
    except (BadZipFile, ValueError, OSError, NotImplementedError):
        return "broken"
    if "word/document.xml" in names or any(name.startswith("word/document") for name in names):
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "content.xml" in names and "mimetype" in names:
        return "ods" if b"spreadsheet" in data[:100] else "odt"
    return "packed"


def _ole(data: bytes, name: str) -> str:
    for stream, kind in _STREAMS:
        if stream.encode("utf-16-le") in data:
            return kind
    suffix = PurePath(name).suffix.lower()
    return {".xls": "xls", ".et": "xls", ".doc": "doc", ".wps": "doc"}.get(suffix, "unknown")
