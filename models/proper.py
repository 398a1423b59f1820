"""The proper form of a text: how issued and typed texts are shown and printed.

The text as received is kept in the ledger; this form is made from it each time. Rules: GB/T 15834
(marks) and the house's official-format rules for quotes, title marks and dashes.
"""

from __future__ import annotations

from functools import lru_cache

# Letters, digits and Chinese marks among which no rule finds anything: most titles are nothing else.
_EASY = frozenset(
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ，、；：（）〔〕“”。《》"
)


@lru_cache(maxsize=4096)
def proper(text: str) -> str:
    """Return the proper form of ``text``; the same again when given its own answer.

    Half-width marks become full-width beside a Chinese character or mark, brackets in pairs;
    <…> inside 《》 becomes 〈…〉; ranges of years and dates take —, others ～; codes, times,
    telephone numbers, addresses and hyphens in names stay. Look-alikes from spreadsheets and web
    pages, full-width figures among them, become what an office writes. No other letter, digit or
    Chinese character is ever lost or changed.
    """
    if _proper_already(text):
        return text
    # Late: the rules' patterns take long to compile, and the window's first lines need none.
    from models.typography.form import formed

    changed = formed(text)
    while changed != text:
        text, changed = changed, formed(changed)
    return changed


def _proper_already(text: str) -> bool:
    """Whether a text is easy: no pattern, since compiling one takes longer than all first titles."""
    if not all("\u4e00" <= each <= "\u9fff" for each in set(text) - _EASY) or "。。" in text:
        return False
    # Title marks in pairs, one within another nowhere: between two closing ones stands one opening.
    *inside, rest = text.split("》")
    return "《" not in rest and all(each.count("《") == 1 for each in inside)
