"""One form for all that looks alike, so that a search finds what a person sees."""

from __future__ import annotations

import unicodedata

# What compatibility forms (NFKC) leave apart although it is typed either way.
_ALIKE = str.maketrans("“”‘’〈〉—–‐‑\u2212", "\"\"''<>-----")

# Controls and halves of characters, which no kept text holds and no database takes.
_BODILESS = ("Cc", "Cs")


class _Forms(dict[int, str]):
    """What stands for each character; worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        if unicodedata.category(chr(code)) in _BODILESS:
            self[code] = ""
            return ""
        plain = chr(code).translate(_ALIKE)
        form = "".join(unicodedata.normalize("NFKC", plain).casefold().split())
        self[code] = form
        return form


_FORMS = _Forms()


def folded(text: str) -> str:
    """The text without blanks, width, case and kinds of quotes; character by character."""
    return text.translate(_FORMS)


def folded_places(text: str) -> list[int]:
    """Of each character of `folded(text)` the place in the text that it comes from."""
    return [place for place, mark in enumerate(text) for _ in _FORMS[ord(mark)]]
