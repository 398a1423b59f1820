"""Where lines stand: up and down, out of the plan into the remarks, and back."""

from __future__ import annotations

from dataclasses import replace

from models.intake.editing.history import Edit
from models.intake.editing.levels import set_level
from models.intake.editing.outline import RANK, WORDS, Entry, Level, Outline, Remark
from models.intake.editing.reading import Places
from models.intake.editing.wording import marked, measures_below

TAKEN_OUT = "由人移出，未列入任务"


def move(outline: Outline, entry_id: int, step: int) -> Edit | None:
    """Move a line with what hangs below it up (-1) or down (1), past its parent at the edge.

    None where there is nothing to pass.
    """
    place = outline.places[entry_id]
    entry = outline.entries[place]
    end = outline.end_of(place)
    target = _above(outline, place) if step < 0 else _below(outline, place, end)
    if target is None:
        return None
    block = outline.entries[place:end]
    rest = [*outline.entries[:place], *outline.entries[end:]]
    target -= len(block) if target > place else 0
    fresh = outline.with_entries([*rest[:target], *block, *rest[target:]])
    if not _stands(fresh, entry_id):
        return None
    way = "上移" if step < 0 else "下移"
    return Edit(f"{way}{outline.named(entry)}", fresh, entry_id)


def _above(outline: Outline, place: int) -> int | None:
    """Where a line goes that moves up: before its neighbour, or before its parent's heading."""
    parent = outline.parents[place]
    first = -1 if parent is None else parent
    if place - 1 > first:
        above = place - 1
        while outline.parents[above] != parent:
            above = outline.parents[above] or 0
        return above
    return parent if parent else None


def _below(outline: Outline, place: int, end: int) -> int | None:
    """Where a line goes that moves down: behind its neighbour, or behind the next heading."""
    if end >= len(outline.entries):
        return None
    rank = RANK[outline.entries[place].level]
    if RANK[outline.entries[end].level] >= rank:
        return outline.end_of(end)
    while end < len(outline.entries) and RANK[outline.entries[end].level] < rank:
        if rank == RANK["measure"] and outline.entries[end].is_task:
            return end + 1
        end += 1
    return end


def _stands(outline: Outline, entry_id: int) -> bool:
    """Whether a moved measure still has its task."""
    place = outline.places[entry_id]
    return outline.entries[place].level != "measure" or outline.task_of(place) is not None


def remove(outline: Outline, entry_id: int) -> Edit | None:
    """Take a line with what hangs below it out of the plan; it becomes remarks on what stands nowhere.

    A measure goes back into its task's text instead, where it stands anyway: only its tick is gone.
    """
    place = outline.places[entry_id]
    entry = outline.entries[place]
    source = Places(outline.head.source_text)
    end = outline.end_of(place)
    label = f"移出{outline.named(entry)}"
    above = outline.task_of(place) if entry.level == "measure" else None
    if above is not None:
        task = outline.entries[above]
        if measures_below(outline, above) - above <= 2:
            return None
        fresh = outline.replaced(place, place + 1, [])
        return Edit(label, fresh.with_entry(replace(task, spans=task.spans + entry.spans)), task.id)
    remarks = [
        Remark(source.line_at(each.start), marked(each), TAKEN_OUT, placed=False, spans=each.spans)
        for each in _owners(outline.entries[place:end])
    ]
    fresh = outline.replaced(place, end, [])
    ordered = sorted([*fresh.remarks, *remarks], key=lambda remark: (remark.line, remark.spans))
    near = fresh.entries[min(place, len(fresh.entries) - 1)].id if fresh.entries else 0
    return Edit(label, replace(fresh, remarks=tuple(ordered)), near)


def _owners(entries: tuple[Entry, ...]) -> list[Entry]:
    """The lines without measures, whose words and places their tasks take."""
    owners: list[Entry] = []
    for entry in entries:
        if entry.level == "measure" and owners and owners[-1].is_task:
            owners[-1] = replace(owners[-1], spans=owners[-1].spans + entry.spans)
        else:
            owners.append(entry)
    return owners


def place_remark(outline: Outline, remark: Remark, level: Level) -> Edit | None:
    """Put what stands nowhere into the plan, where the source has it."""
    if remark.placed or remark not in outline.remarks:
        return None
    start = remark.spans[0][0] if remark.spans else 0
    before = [n for n, entry in enumerate(outline.entries) if entry.start <= start]
    place = measures_below(outline, before[-1]) if before else 0
    entry = Entry(outline.next_id, "text", text=remark.text, spans=remark.spans)
    fresh = outline.replaced(place, place, [entry], used=1)
    fresh = replace(fresh, remarks=tuple(each for each in fresh.remarks if each is not remark))
    edit = Edit("", fresh, entry.id) if level == "text" else set_level(fresh, entry.id, level)
    if edit is None:
        return None
    return replace(edit, label=f"第{remark.line}行列为{WORDS[level]}")


def acknowledge(outline: Outline, remark: Remark, seen: bool = True) -> Edit | None:
    """Say that a remark has been looked at and needs nothing."""
    if remark not in outline.remarks or remark.seen is seen:
        return None
    others = tuple(replace(each, seen=seen) if each is remark else each for each in outline.remarks)
    return Edit(f"第{remark.line}行不必处理", replace(outline, remarks=others), 0)
