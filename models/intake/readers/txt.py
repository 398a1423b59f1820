"""Plain text: the encoding is found out, never asked."""

from __future__ import annotations

import codecs
import re

from models.errors import KnownError
from models.intake.readers.collect import MOST_CHARACTERS, check_length
from models.intake.source import Line, Source
from models.text import clean

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LINE_BREAK = re.compile("\r\n|[\r\n\v\f\x85\u2028\u2029]")
_LEAST_PLAIN = 0.01
_EVERYDAY = re.compile("[，。、：；的和一二三是在人有工作年月日，局部]")


def read_txt(data: bytes, name: str) -> Source:
    """Return the lines of a text file in UTF-8, UTF-16 or GB18030, with or without a BOM.

    A tab parts the columns of a table's row. Raises KnownError for an empty file, for bytes that
    are no text, and beyond five million characters.
    """
    return read_text(decoded(data, name), name)


def read_text(text: str, name: str) -> Source:
    """Return the lines of a text, as `read_txt`."""
    check_length(len(text), 0, name)
    rows = [row.split("\t") for row in _LINE_BREAK.split(text)]
    check_length(0, max(sum(map(len, row)) for row in rows), name)
    cleaned = [[clean(cell, MOST_CHARACTERS).strip() for cell in row] for row in rows]
    lines = tuple(
        Line(number, "\t".join(cells).strip(), tuple(cells) if len(cells) > 1 else ())
        for number, cells in enumerate(cleaned, start=1)
        if any(cells)
    )
    if not lines:
        raise KnownError(f"“{name}”中没有文字：没有读入任何内容。请检查文件是否选对。")
    return Source("\n".join("\t".join(cells) for cells in cleaned).strip("\n"), lines)


def decoded(data: bytes, name: str) -> str:
    """Return the text of ``data``; raises KnownError if it is none in any of the encodings."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    text = _valid(data, "utf-8")
    if text is None:
        # Bytes of one encoding are often valid in another, where they read as rare characters.
        readings = [_valid(data, encoding) for encoding in ("gb18030", "utf-16-le", "utf-16-be")]
        likely = [text for text in readings if text and _plainness(text) >= _LEAST_PLAIN]
        text = max(likely, key=_plainness, default=None) or _valid(data, "gb2312")
    if text is None:
        message = f"“{name}”的内容不是文字：没有读入任何内容。请在原软件中另存为“纯文本”后再读入。"
        raise KnownError(message)
    return text


def _valid(data: bytes, encoding: str) -> str | None:
    """Return the text that ``data`` gives in ``encoding``, None if it is none."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if text.count("\x00") * 20 > len(text) else text


def _plainness(text: str) -> float:
    """Return the share of everyday characters in the first thousand."""
    sample = text[:1000]
    return len(_EVERYDAY.findall(sample)) / len(sample)
