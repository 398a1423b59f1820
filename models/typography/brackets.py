"""Brackets and quotes in their proper form: found in pairs, and inside 《》 turned to 〈〉."""

from __future__ import annotations

import re

from models.typography.characters import is_chinese

_OPENS = {"(": ")", "（": "）", "[": "]", "［": "］"}
_CLOSES = {")": "(（", "）": "(（", "]": "[［", "］": "[［"}
_YEAR_IN_NUMBER = re.compile(r"(?<![0-9A-Za-z])[\[［]((?:19|20)\d{2})[\]］](?=\d+号)")
_DOUBLED = re.compile(r"<<([^<>《》\n]+)>>")


def bracket_pairs(text: str) -> dict[int, int]:
    """Return for each round or square bracket that has a partner the place of the partner.

    Half- and full-width brackets pair with each other: （四川) is a pair.
    """
    pairs: dict[int, int] = {}
    waiting: list[int] = []
    for place, character in enumerate(text):
        if character in _OPENS:
            waiting.append(place)
        elif character in _CLOSES and waiting and text[waiting[-1]] in _CLOSES[character]:
            partner = waiting.pop()
            pairs[partner], pairs[place] = place, partner
    return pairs


def with_document_years(text: str) -> str:
    """Return ``text`` with the year of a document number in 〔〕: 川市监发[2021]21号."""
    return _YEAR_IN_NUMBER.sub(r"〔\1〕", text)


def with_title_marks(text: str) -> str:
    """Return ``text`` with titles inside a title in 〈〉, whether they came as <…> or 《…》."""
    characters = list(_DOUBLED.sub(r"《\1》", text))
    waiting: list[int] = []
    for place, character in enumerate(characters):
        if character in "《〈" or (character == "<" and waiting):
            waiting.append(place)
        elif character in "》〉>" and waiting:
            # An outer title keeps 《》; an unclosed <, as in 《…<5…》, stays as it came.
            opened = waiting.pop()
            while character in "》〉" and characters[opened] == "<" and waiting:
                opened = waiting.pop()
            if waiting and _is_title_pair(characters[opened] + character):
                characters[opened], characters[place] = "〈", "〉"
    return "".join(characters)


def _is_title_pair(pair: str) -> bool:
    return pair in ("<>", "《》", "〈〉")


def with_curly_quotes(line: str) -> str:
    """Return one line with straight quotes of Chinese text curly, in pairs: "铁拳" → “铁拳”."""
    for straight, opening, closing in (('"', "“", "”"), ("'", "‘", "’")):
        places = [place for place, character in enumerate(line) if character == straight]
        if len(places) < 2:
            continue
        characters = list(line)
        for first, second in zip(places[::2], places[1::2], strict=False):
            if _touches_chinese(line, first, second, inside_only=straight == "'"):
                characters[first], characters[second] = opening, closing
        line = "".join(characters)
    return line


def _touches_chinese(line: str, first: int, second: int, *, inside_only: bool) -> bool:
    """Tell whether a pair of quotes has Chinese beside it (apostrophes: within it)."""
    beside = [line[first + 1], line[second - 1]]
    if not inside_only:
        beside += [line[max(first - 1, 0)], line[min(second + 1, len(line) - 1)]]
    return any(is_chinese(character) for character in beside)
