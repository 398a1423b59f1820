"""The verbs: each one transaction, recorded in 变更记录, undoable.

A verb is run by `Ledger.do(actor, verb, ...)` and gets a `Work` through which it writes.
"""

from models.commands.adoption import (
    add_local_task,
    adopt,
    adopt_measures,
    edit_local_task,
    localise_measure,
    localise_task,
    remove_local_task,
)
from models.commands.assignments import AssignmentDraft, assign, assign_measure
from models.commands.evidence import EvidenceDraft, attach, detach, edit_evidence
from models.commands.measures import (
    add_measure,
    merge_measures,
    move_measure,
    remove_measure,
    split_measure,
)
from models.commands.notes import add_note, edit_note, remove_note
from models.commands.offices import (
    add_person,
    add_section,
    edit_person,
    edit_section,
    set_bureau,
    set_period_days,
    set_setting,
)
from models.commands.plans import add_plan
from models.commands.progress import EntryDraft, remove_entry, review_entry, write_progress
from models.commands.status import close, complete, extend, send_back, set_status
from models.commands.targets import set_local_target, set_target_value
from models.commands.ticks import tick

VERBS = (
    add_plan,
    adopt,
    adopt_measures,
    localise_task,
    localise_measure,
    add_local_task,
    edit_local_task,
    remove_local_task,
    tick,
    split_measure,
    merge_measures,
    add_measure,
    move_measure,
    remove_measure,
    set_local_target,
    set_target_value,
    set_status,
    complete,
    close,
    send_back,
    extend,
    assign,
    assign_measure,
    add_section,
    edit_section,
    add_person,
    edit_person,
    set_bureau,
    set_setting,
    set_period_days,
    write_progress,
    review_entry,
    remove_entry,
    add_note,
    edit_note,
    remove_note,
    attach,
    edit_evidence,
    detach,
)

__all__ = [
    "VERBS",
    "AssignmentDraft",
    "EntryDraft",
    "EvidenceDraft",
    "add_local_task",
    "add_measure",
    "add_note",
    "add_person",
    "add_plan",
    "add_section",
    "adopt",
    "adopt_measures",
    "assign",
    "assign_measure",
    "attach",
    "close",
    "complete",
    "detach",
    "edit_evidence",
    "edit_local_task",
    "edit_note",
    "edit_person",
    "edit_section",
    "extend",
    "localise_measure",
    "localise_task",
    "merge_measures",
    "move_measure",
    "remove_entry",
    "remove_local_task",
    "remove_measure",
    "remove_note",
    "review_entry",
    "send_back",
    "set_bureau",
    "set_local_target",
    "set_period_days",
    "set_setting",
    "set_status",
    "set_target_value",
    "split_measure",
    "tick",
    "write_progress",
]
