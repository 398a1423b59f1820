"""Whatever is typed or pasted: a sentence, or a ledger whose texts can all be printed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from models import commands, queries
from models.actor import Actor
from models.commands import AssignmentDraft, EntryDraft, EvidenceDraft, SourceFile
from models.errors import KnownError
from models.intake.draft import (
    DeadlineDraft,
    DeliverableDraft,
    Finding,
    ItemDraft,
    LedgerRow,
    MeasureDraft,
    PartDraft,
    PlanDraft,
    TargetDraft,
    TaskDraft,
)
from models.ledger import Ledger
from models.roster import PersonLine, SectionLine
from models.rows import Bureau
from models.rules import Adoption, Status
from models.text import clean
from tests.models.factory import H1, NOW, TODAY, Office, new_office
from tests.models.verb_examples import Scene, furnish

any_text = st.text(st.characters(exclude_categories=()), max_size=60)
LONG = "长" * 100_000
DUE = dt.date(2022, 6, 30)


def plan_of(text: str) -> PlanDraft:
    """A plan every text of which is the same."""
    target = TargetDraft(text, text, "=", 1, None, text)
    measure = MeasureDraft(
        "1.1",
        text,
        (text,),
        (text,),
        (text,),
        (DeliverableDraft("document", text),),
        (text,),
        (target,),
    )
    task = TaskDraft(
        text, 1, text, (text,), (text,), (text,), DeadlineDraft(text, None), measures=(measure,)
    )
    part = PartDraft(text, text, text, items=(ItemDraft(text, text, text, (task,)),))
    return PlanDraft(
        *(text, text, (text,), (text,), None, text),
        parts=(part,),
        findings=(Finding(1, text, text),),
        notice_title=text,
        source_text=text,
    )


def kept_table(text: str) -> PlanDraft:
    """A ledger as an office keeps it, every text of which is the same."""
    row = LedgerRow(1, 1, text, text, text, text, None, 50, text, text, text, text)
    return replace(plan_of(text), document_number=f"{text}（表）", ledger_rows=(row,))


Call = Callable[[Scene, str], tuple[Any, ...]]
CALLS: dict[str, Call] = {
    "add_plan": lambda s, t: (plan_of(t), TODAY, t),
    "take_plan": lambda s, t: (kept_table(t), SourceFile(t, b"x"), TODAY, t, True),
    "adopt": lambda s, t: ([s.issued], Adoption.NONE, t),
    "adopt_measures": lambda s, t: ([s.issued_measure], Adoption.NONE, t),
    "localise_task": lambda s, t: (s.local, t, t),
    "localise_measure": lambda s, t: (s.bare, t),
    "add_local_task": lambda s, t: (s.office.plan, t, t),
    "edit_local_task": lambda s, t: (s.local, t),
    "split_measure": lambda s, t: (s.bare, [t, "二", t]),
    "add_measure": lambda s, t: (s.local, t),
    "set_status": lambda s, t: (s.local, Status.SUSPENDED, None, t),
    "complete": lambda s, t: (s.local, None, t),
    "close": lambda s, t: (s.done, t),
    "extend": lambda s, t: (s.local, DUE, t, t, None, t),
    "assign": lambda s, t: ([s.local], AssignmentDraft(t, None, t, t, t, (t,), (t,), basis=t)),
    "assign_measure": lambda s, t: (s.bare, AssignmentDraft(leader=t)),
    "add_section": lambda s, t: (t, t),
    "add_sections": lambda s, t: ([SectionLine(f"{t}甲", t)],),
    "add_people": lambda s, t: ([PersonLine(t, t, t, t)],),
    "edit_section": lambda s, t: (s.section, f"{t}（改）", t),
    "add_person": lambda s, t: (t, None, t, t),
    "edit_person": lambda s, t: (s.person, t, None, t, t),
    "set_bureau": lambda s, t: (Bureau(t, t, t, t, t, (t,), t, t, t, t),),
    "set_setting": lambda s, t: (t, {t: [t, {"x": t}]}),
    "write_progress": lambda s, t: (s.done, H1, EntryDraft(t, t, t, reporter=t, reviewer=t)),
    "write_block": lambda s, t: (H1, [(s.done, None, EntryDraft(t, t, t, reporter=t))]),
    "review_entry": lambda s, t: (s.entry, t, t, t),
    "add_note": lambda s, t: (t, None, s.local, None, "note", None, t),
    "edit_note": lambda s, t: (s.note, t, None, t),
    "attach": lambda s, t: (
        EvidenceDraft(t, s.local, document_number=t, source=t, place=t, file_name=t),
        t.encode("utf-8", "surrogatepass"),
    ),
    "edit_evidence": lambda s, t: (s.paper, EvidenceDraft(t, document_number=t, place=t)),
    "send_back": lambda s, t: (s.done, t),
    "start_paper": lambda s, t: (s.office.plan, t, t, H1, None, s.local, {"x": [t]}),
    "set_paper_options": lambda s, t: (s.fresh, {t: t}, t),
    "submit_paper": lambda s, t: (s.fresh, [(t, t)]),
    "keep_version": lambda s, t: (s.fresh, [(t, t)], t),
    "edit_passage": lambda s, t: (s.fresh, t, t, t, t),
    "drop_passage": lambda s, t: (s.fresh, f"{t}（段）", t, t),
    "add_passage": lambda s, t: (s.fresh, t, t),
    "move_passage": lambda s, t: (s.fresh, f"{t}（移）", t, t),
    "restore_passage": lambda s, t: (s.fresh, f"{t}（移）"),
    "sign_paper": lambda s, t: (s.fresh, t, None, [(t, t)]),
    "number_paper": lambda s, t: (s.signed, t),
    "issue_paper": lambda s, t: (s.signed, b"%PDF", t),
    "attach_scan": lambda s, t: (s.sent, b"scan", t),
    "answer_paper": lambda s, t: (s.sent, t),
    "void_paper": lambda s, t: (s.sent, t),
    "revise_plan": lambda s, t: (s.office.plan, plan_of(t), [(s.issued, 1)], SourceFile(t, b"x")),
}


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    office = new_office(tmp_path_factory.mktemp("texts") / "台账.luoshi")
    office.adopt()
    furnished = furnish(office)
    yield furnished
    office.ledger.close()


class _TakenBackError(Exception):
    """Ends a round, so that the next begins with the same ledger."""


def run_all(scene: Scene, text: str) -> list[str]:
    """Every verb with the text wherever it takes one; answers with the verbs that took it."""
    clerk = Actor(text[:60], TODAY, NOW)
    return [name for name in CALLS if takes(scene, name, clerk, text)]


def takes(scene: Scene, name: str, clerk: Actor, text: str) -> bool:
    arguments = CALLS[name](scene, text)
    try:
        scene.office.ledger.do(clerk, getattr(commands, name), *arguments)
    except KnownError as error:
        str(error).encode("utf-8")
        return False
    return True


def soiled(scene: Scene) -> list[str]:
    """The stored texts that the door would not have let through, as table and text."""
    found = []
    for table, rows in scene.office.dump().items():
        texts = [each for row in rows for each in row if isinstance(each, str)]
        found += [f"{table}: {each!r}" for each in texts if clean(each, 10**7) != each]
    return found


def check(scene: Scene, text: str) -> list[str]:
    taken: list[str] = []

    def round_trip() -> None:
        with scene.office.ledger.together():
            taken.extend(run_all(scene, text))
            assert soiled(scene) == []
            plan = scene.office.plan
            scene.office.ledger.ask(queries.report_rows, plan, H1, TODAY)
            scene.office.ledger.ask(queries.history)
            scene.office.ledger.ask(queries.bureau)
            scene.office.ledger.ask(queries.search, plan, text)
            raise _TakenBackError

    with pytest.raises(_TakenBackError):
        round_trip()
    return taken


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(any_text)
@example("行\x0b末\x00\x1f尾")
@example("\ud800")
@example("一\ud800\udfff二")
@example("\u202e反向\u2066")
@example("=1+1")
@example("'; DROP TABLE task; --")
@example('{"a": [1]}')
@example("Cafe\u0301\uff21\u3000\u2028x")
@example("")
@example(" \u200b\n")
def test_any_text_through_every_verb_is_kept_clean_or_refused(scene: Scene, text: str) -> None:
    check(scene, text)


def test_a_plain_text_is_taken_by_every_verb(scene: Scene) -> None:
    """So that the round above is not all refusals."""
    assert check(scene, "平常的文字。") == list(CALLS)


def test_a_text_of_a_hundred_thousand_characters_is_refused_with_a_sentence(scene: Scene) -> None:
    assert check(scene, LONG) == []


def test_every_verb_that_takes_a_text_is_walked() -> None:
    without = {
        *("remove_local_task", "tick", "merge_measures", "move_measure", "remove_measure"),
        *("set_local_target", "set_target_value", "set_period_days", "remove_entry"),
        *("remove_note", "detach", "move_evidence", "unsign_paper", "succeed_paper"),
        *("carry_over", "accept_proposals", "track"),
    }
    assert {verb.__name__ for verb in commands.VERBS} == set(CALLS) | without


def test_a_soiled_row_would_be_found(scene: Scene, tmp_path: Path) -> None:
    copied = tmp_path / "台账.luoshi"
    scene.office.ledger.save_copy(copied)
    with Ledger.open(copied, now=NOW) as ledger:
        other = replace(scene, office=Office(ledger, scene.office.plan))
        assert soiled(other) == []
        base = ledger._database
        base.execute_sql("UPDATE note SET text = ? WHERE id = ?", ("行\x0b末", scene.note))
        assert soiled(other) == ["note: '行\\x0b末'"]
