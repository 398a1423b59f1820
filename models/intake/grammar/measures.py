"""Measures of a task: one a sentence, or its numbered lines, each with what it promises."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from models.intake.draft import MeasureDraft
from models.intake.grammar.brackets import Sentence
from models.intake.grammar.deliverables import deliverables_in
from models.intake.grammar.documents import documents_in
from models.intake.grammar.targets import targets_in

_OWN_NUMBER = re.compile(
    r"(增?\d{1,3})\.(\d{1,2})(?P<blank>[ 　\t]*)(?=[^\d\s.．万亿千百十%％个家件项元倍次名户人年月日米公里吨亩平度])"
)


def measures_of(position: int, sentences: Sequence[Sentence]) -> tuple[MeasureDraft, ...]:
    """Return one measure a sentence, numbered behind the task's ``position`` (4.1, 4.2)."""
    return tuple(
        measure_of(f"{position}.{count}", sentence)
        for count, sentence in enumerate(_without_own_numbers(sentences), start=1)
    )


def _without_own_numbers(sentences: Sequence[Sentence]) -> Sequence[Sentence]:
    """Return sentences without the numbers that a ledger gives measures: 3.1 …, 3.2 ….

    They are of one task and count up; one alone has a blank behind it.
    """
    if not any(s.text[:1].isdecimal() or s.text[:1] == "增" for s in sentences):
        return sentences
    found = {n: match for n, s in enumerate(sentences) if (match := _OWN_NUMBER.match(s.text))}
    counts = [int(match[2]) for match in found.values()]
    if len(found) == 1 and not next(iter(found.values()))["blank"]:
        return sentences
    if len({match[1] for match in found.values()}) != 1 or counts != sorted(set(counts)):
        return sentences
    return [
        replace(sentence, text=sentence.text[found[n].end() :]) if n in found else sentence
        for n, sentence in enumerate(sentences)
    ]


def measure_of(number: str, sentence: Sentence) -> MeasureDraft:
    """Return a measure with the deliverables, references and targets of its sentence."""
    units = sentence.fields.units
    return MeasureDraft(
        number=number,
        text=sentence.text,
        lead_units=units.lead,
        responsible_units=units.responsible,
        supporting_units=units.supporting,
        deliverables=deliverables_in(sentence.text),
        references=documents_in(sentence.text).referred,
        targets=targets_in(sentence.text),
    )
