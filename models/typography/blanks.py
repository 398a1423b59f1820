"""Blanks that typists leave beside Chinese marks: “ 护航” loses its blank."""

from __future__ import annotations

import re

from models.typography.characters import BLANKS, CLOSING, OPENING, STOPS

_BLANK = f"[{BLANKS}]"
_AFTER_OPENING = re.compile(rf"(?<=[{OPENING}]){_BLANK}+(?=[^\s{CLOSING}])")
_BEFORE_CLOSING = re.compile(rf"(?<=[^\s{OPENING}]){_BLANK}+(?=[{CLOSING}])")
# Only a single blank: two and more leave room for something to be filled in.
_AFTER_STOP = re.compile(rf"(?<=[{STOPS}]){_BLANK}(?=\S)")
_BEFORE_STOP = re.compile(rf"(?<=\S){_BLANK}(?=[{STOPS}])")


def without_stray_blanks(text: str) -> str:
    """Return ``text`` without blanks just inside brackets and quotes and beside stops.

    A bracket with nothing but blanks keeps them, and so does a run of blanks after a stop: they
    are room to be filled in by hand.
    """
    text = _AFTER_OPENING.sub("", text)
    text = _BEFORE_CLOSING.sub("", text)
    return _BEFORE_STOP.sub("", _AFTER_STOP.sub("", text))
