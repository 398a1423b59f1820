"""Unit brackets inside a paragraph: taken out, and each known by the sentence it belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from models.intake.grammar.fields import (
    LABEL_WITH_COLON,
    NO_FIELDS,
    Fields,
    read_fields,
    starts_with_label,
)
from models.intake.grammar.limits import limit_in
from models.intake.grammar.spans import pairs, sentences
from models.intake.grammar.unit_names import looks_like_unit
from models.intake.grammar.units import FIRST_LEADS, lists_units, says_units, units_in

_PLACE = "\ue001"  # stands where a bracket was taken out
_OPENING = "（([［〔【"
# A paragraph without any of these is one sentence that says nothing of units.
_MORE_THAN_WORDS = re.compile("[（(\\[［〔【。！？\n:：由\ue001]")
_LOOSE_FIELD = re.compile(
    "(?<=[。；;])(?=(?:牵头|责任|配合|主办|承办|实施)(?:单位|部门|科室)[:：])"
)


@dataclass(frozen=True)
class Sentence:
    """One sentence without brackets, with what its own brackets said."""

    text: str
    fields: Fields


@dataclass(frozen=True)
class Body:
    """A paragraph without its unit brackets; ``fields`` is what all of them said."""

    text: str
    sentences: tuple[Sentence, ...]
    fields: Fields


def read_body(text: str) -> Body:
    """Return ``text`` without unit brackets, cut into sentences.

    A single bracket at the end speaks for the paragraph; otherwise each speaks for the sentence
    that it stands in or directly behind, and the paragraph holds them all.
    """
    if not _MORE_THAN_WORDS.search(text):
        bare = text.strip()
        return Body(bare, (Sentence(bare, NO_FIELDS),) if bare else (), NO_FIELDS)
    text = text.replace(_PLACE, "")
    loose = _loose_field(text)
    tail = NO_FIELDS if loose is None else read_fields(text[loose:])
    marked, found = _taken_out(text[:loose])
    parts = _sentences_with_places(marked)
    at_end = len(found) == 1 and bool(parts) and _PLACE in parts[-1]
    said = iter(found)
    read = []
    for part in parts:
        places = part.count(_PLACE)
        own = Fields.joined([next(said) for _ in range(places)]) if places else NO_FIELDS
        bare = part.replace(_PLACE, "").strip()
        if bare:
            read.append(Sentence(bare, NO_FIELDS if at_end else own))
    if not found and not tail.units and read:
        tail = Fields.joined([tail, _said_in_words(read[-1].text)])
    whole = Fields.joined([*found, tail]) if found else tail
    return Body(_without_places(marked), tuple(read), whole)


def _said_in_words(sentence: str) -> Fields:
    """Return who does it where a last sentence says nothing else (由甲局牵头，乙局配合)."""
    words = sentence.rstrip("。；; ")
    if not words.startswith("由") or not says_units(words):
        return Fields()
    units = units_in(words)
    names = units.lead + units.responsible + units.supporting
    certain = bool(units.lead) and all(map(looks_like_unit, names))
    return Fields(units, limit_in(words)) if certain else Fields()


def _without_places(marked: str) -> str:
    if _PLACE not in marked:
        return marked.strip()
    *pieces, last = marked.split(_PLACE)
    return ("".join(piece.rstrip(" 　") for piece in pieces) + last).strip()


def ends_with_units(text: str) -> bool:
    """Tell whether the last thing a paragraph says is who does it."""
    if text.rstrip("。；; 　")[-1:] not in ("）", ")", "]", "］", "〕", "】"):
        return _loose_field(text) is not None
    marked, _ = _taken_out(text)
    return marked.rstrip("。；; 　").endswith(_PLACE)


def _loose_field(text: str) -> int | None:
    """Return where fields start that end a paragraph without a bracket: …。责任单位：A、B."""
    inside = pairs(text) if _LOOSE_FIELD.search(text) else []
    for match in _LOOSE_FIELD.finditer(text):
        place = match.start()
        if "\n" not in text[place:] and not any(a < place < b for a, b in inside):
            return place
    return None


def _taken_out(text: str) -> tuple[str, list[Fields]]:
    """Return ``text`` with a place-holder for each unit bracket, and what the brackets said."""
    pieces, found, start = [], [], 0
    for opened, closed in pairs(text):
        fields = _bracket(text, opened, closed) if text[opened] in _OPENING else None
        if fields is not None:
            pieces.append(text[start:opened])
            if fields != Fields():
                pieces.append(_PLACE)
                found.append(fields)
            start = closed + 1
    return "".join([*pieces, text[start:]]), found


def _bracket(text: str, opened: int, closed: int) -> Fields | None:
    """Return what a bracket says about units, None if it is part of the sentence."""
    inside = text[opened + 1 : closed].strip()
    if FIRST_LEADS.match(inside):
        return Fields()
    if starts_with_label(inside):
        return None if inside.startswith("联系人") else read_fields(inside)
    label = LABEL_WITH_COLON.search(inside)
    before = inside[: label.start()].rstrip("；;，,。 　") if label else ""
    if label and (says_units(before) or lists_units(before)):
        # （甲局牵头，乙局配合；完成时限：长期坚持）
        said = Fields(units_in(before), limit_in(before))
        return Fields.joined([said, read_fields(inside[label.start() :])])
    ends = closed + 1 == len(text) or text[closed + 1] in "。；;，,！\n （([［"
    behind_stop = opened > 0 and text[opened - 1] in "。；;"
    at_end = closed + 4 > len(text) and not text[closed + 1 :].strip("。；; 　")
    if ((ends or behind_stop) and says_units(inside)) or (at_end and lists_units(inside)):
        return Fields(units_in(inside), limit_in(inside))
    return None


def _sentences_with_places(marked: str) -> list[str]:
    """Return the sentences; a bracket behind a full stop belongs to the sentence before it."""
    parts: list[str] = []
    for part in sentences(marked):
        rest = part.lstrip(_PLACE + " 　")
        lead = part[: len(part) - len(rest)]
        if _PLACE in lead and parts:
            parts[-1] += lead
            part = rest.lstrip("。") if rest.startswith("。") else rest
        if part:
            parts.append(part)
    return parts
