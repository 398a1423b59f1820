"""Texts at the door and for show: the one cleaning function, and the proper form.

``clean`` stands wherever a text enters (typed, pasted, imported, read): what it lets through can be
stored, printed and written to a workbook. ``proper`` is how a text is shown and printed.
"""

from __future__ import annotations

import re
import sys
import unicodedata

from models.errors import KnownError
from models.proper import proper

__all__ = ["ANY_LENGTH", "clean", "proper"]

# The limit for words that are only read as a number or compared, never kept.
ANY_LENGTH = sys.maxsize

# What ends a line in some program: CR LF, VT and FF (Word's soft breaks), NEL, U+2028, U+2029.
_LINE_BREAK = re.compile("\r\n|[\r\n\v\f\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")
# Characters without a body of their own: soft hyphen, bidi marks, zero-width and BOM, annotation
# anchors, tags; then lone surrogates (SQLite refuses them) and noncharacters (XML refuses them).
_BODILESS = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f"
    "\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)


def clean(text: str, limit: int = 20_000, *, lines: bool = True) -> str:
    r"""Return ``text`` fit to be stored and printed; the same again when cleaned again.

    Unicode NFC; line breaks of every kind become ``\n`` (a blank with ``lines=False``), other
    control characters a blank; bodiless characters go; blanks at line ends and at the end go.
    ``limit`` counts characters after cleaning. Raises KnownError beyond it: a cut is never silent.
    """
    cleaned = _BODILESS.sub("", _CONTROL.sub(" ", _LINE_BREAK.sub("\n", text)))
    cleaned = unicodedata.normalize("NFC", cleaned)
    if not lines:
        cleaned = cleaned.replace("\n", " ")
    cleaned = "\n".join(line.rstrip() for line in cleaned.split("\n")).rstrip()
    if len(cleaned) > limit:
        message = f"文字共{len(cleaned)}字，超过{limit}字的上限：没有保存，原有内容未变。请分段或删减后再填。"
        raise KnownError(message)
    return cleaned
