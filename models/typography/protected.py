"""Spans whose marks are no punctuation, hidden while a text is put into its proper form."""

from __future__ import annotations

import re
from collections.abc import Callable

# Stands for each hidden character; one that stands in the text itself is hidden as well.
_VEIL = "\ue000"
_PROTECTED = re.compile(
    r"""
    (?:https?|ftp)://[!-~]+ | www\.[!-~]+              # addresses
    | [\w.+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+      # e-mail
    | (?<![A-Za-z0-9])[A-Za-z]{1,6}(?:/[A-Za-z]{1,3})?[ ]?\d[\d.]{2,}-\d{4}   # GB/T 9704-2012
    | (?<![A-Za-z0-9])[A-Za-z]+\d*-\d+                 # COVID-19
    | (?<!\d)0\d{2,3}-\d{3,8}(?!\d)                    # 028-8666
    | (?<!\d)\d+(?:-\d+){2,}(?!\d)                     # 400-820-8820, 2021-06-20
    | \ue000
    """,
    re.VERBOSE | re.ASCII,
)
# An address ends before the sentence's own marks.
_AFTER_ADDRESS = re.compile(r"[.,;:!?)\]}>'\"]+$")


def with_protected_veiled(text: str, form: Callable[[str], str]) -> str:
    """Return ``form(text)`` with addresses, codes and telephone numbers left as they are.

    ``form`` may change, drop and insert marks and blanks; it keeps every other character in order.
    """
    hidden: list[str] = []

    def veil(match: re.Match[str]) -> str:
        kept = _AFTER_ADDRESS.sub("", match.group())
        hidden.extend(kept)
        return _VEIL * len(kept) + match.group()[len(kept) :]

    veiled = form(_PROTECTED.sub(veil, text))
    characters = iter(hidden)
    return "".join(next(characters) if c == _VEIL else c for c in veiled) if hidden else veiled
