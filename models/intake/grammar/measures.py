"""Measures of a task: one a sentence, or its numbered lines, each with what it promises."""

from __future__ import annotations

from collections.abc import Sequence

from models.intake.draft import MeasureDraft
from models.intake.grammar.brackets import Sentence
from models.intake.grammar.deliverables import deliverables_in
from models.intake.grammar.documents import documents_in
from models.intake.grammar.targets import targets_in


def measures_of(position: int, sentences: Sequence[Sentence]) -> tuple[MeasureDraft, ...]:
    """Return one measure a sentence, numbered behind the task's ``position`` (4.1, 4.2)."""
    return tuple(
        measure_of(f"{position}.{count}", sentence)
        for count, sentence in enumerate(sentences, start=1)
    )


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
