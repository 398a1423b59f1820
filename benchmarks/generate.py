"""A large ledger from a seed: five plans, a year of monthly reports, notes and half a gigabyte of files.

Run: `python benchmarks/generate.py 大台账.luoshi [--scale 0.05] [--seed 1]`. Plans, adoption,
assignments and ticks go through the verbs; reports, notes and evidence, tens of thousands of each, are
written as the verbs would have written them, with every wording in 变更记录.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import random
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import words
from models import commands, queries, searchindex
from models.actor import Actor
from models.history import Work
from models.intake.draft import ItemDraft, MeasureDraft, PartDraft, PlanDraft, TaskDraft
from models.ledger import Ledger
from models.periods import Period
from models.rows import Bureau
from models.rules import Adoption, Status
from models.schema import HistoryEntry, SearchState

LAST_YEAR = 2021
TODAY = dt.date(2021, 12, 24)
WORDINGS = 5
_MEGABYTE = 1024 * 1024
_SMALLEST, _LARGEST = 10 * 1024, 5 * _MEGABYTE
Raw = dict[str, Any]


@dataclass(frozen=True)
class Size:
    """How much of everything; whole numbers at the scale of 1."""

    plans: int = 5
    tasks: int = 200
    measures: int = 6
    notes: int = 20_000
    evidence: int = 2_000
    megabytes: int = 500

    @classmethod
    def of(cls, scale: float) -> Size:
        """A smaller ledger of the same shape: fewer tasks a plan, fewer notes and files."""
        whole = cls()
        return cls(
            tasks=max(2, round(whole.tasks * scale)),
            notes=round(whole.notes * scale),
            evidence=max(2, round(whole.evidence * scale)),
            megabytes=max(1, round(whole.megabytes * scale)),
        )


def generate(path: Path, scale: float = 1.0, seed: int = 1) -> None:
    """Make the ledger at `path`; the same seed makes the same rows and files."""
    _Generator(path, Size.of(scale), random.Random(seed)).run()


class _Generator:
    def __init__(self, path: Path, size: Size, chance: random.Random) -> None:
        self.size, self.chance = size, chance
        self.ledger = Ledger.create(path, who="生成程序", now=_at(TODAY))
        self.sections: list[tuple[int, str]] = []
        self.tasks: list[tuple[int, int, int]] = []  # id, year, section's place
        self.measures: dict[int, list[int]] = {}

    def run(self) -> None:
        with self.ledger, self.ledger.together():
            self._office()
            for year in range(LAST_YEAR - self.size.plans + 1, LAST_YEAR + 1):
                self._plan(year)
            for fill in (_fill_progress, _fill_notes, _fill_evidence, _index):
                self.ledger.do(_actor(TODAY), fill, self)

    def _office(self) -> None:
        actor = _actor(dt.date(LAST_YEAR - self.size.plans + 1, 1, 4))
        bureau = Bureau(name="示例市市场监督管理局", short_name="示例市市场监管局", area="示例市")
        self.ledger.do(actor, commands.set_bureau, bureau)
        for place in range(12):
            name = f"示例{'一二三四五六七八九十甲乙'[place]}科"
            change = self.ledger.do(actor, commands.add_section, name, short_name=name[2:])
            self.sections.append((change.new_id or 0, name))

    def _plan(self, year: int) -> None:
        actor = _actor(dt.date(year, 2, 1))
        draft = _draft(self.chance, year, self.size)
        plan = self.ledger.do(actor, commands.add_plan, draft).new_id or 0
        rows = self.ledger.ask(queries.measures, plan, TODAY)
        self.ledger.do(actor, commands.adopt, list(rows), Adoption.OWN)
        for place, (task_id, measures) in enumerate(rows.items()):
            chosen = place % len(self.sections)
            self.tasks.append((task_id, year, chosen))
            self.measures[task_id] = [row.id for row in measures]
            said = commands.AssignmentDraft(section_id=self.sections[chosen][0], person="某某")
            self.ledger.do(actor, commands.assign, [task_id], said)
            self._course(task_id, year)

    def _course(self, task_id: int, year: int) -> None:
        """Half of the measures ticked through the year, a fifth of the tasks finished."""
        measures = self.measures[task_id]
        for measure_id in self.chance.sample(measures, len(measures) // 2):
            day = dt.date(year, self.chance.randint(3, 11), self.chance.randint(1, 28))
            self.ledger.do(_actor(day), commands.tick, measure_id)
        if self.chance.random() < 0.2:
            day = dt.date(year, 11, 20)
            self.ledger.do(_actor(day), commands.complete, task_id, proof="总结报告")
        elif self.chance.random() < 0.8:
            self.ledger.do(_actor(dt.date(year, 3, 2)), commands.set_status, task_id, Status.DOING)


def _draft(chance: random.Random, year: int, size: Size) -> PlanDraft:
    tasks = []
    for position in range(1, size.tasks + 1):
        wordings = [words.measure(chance) for _ in range(size.measures)]
        measures = tuple(
            MeasureDraft(f"{position}.{place}", text) for place, text in enumerate(wordings, 1)
        )
        text = f"{words.topic(chance)}。{''.join(wordings)}"
        tasks.append(TaskDraft(str(position), position, text, ("示例省局",), measures=measures))
    parts = []
    step = max(1, len(tasks) // 5)
    for place, start in enumerate(range(0, len(tasks), step), 1):
        mine = tuple(tasks[start : start + step])
        half = max(1, len(mine) // 2)
        items = (
            ItemDraft("（一）", "统筹推进。", "统筹推进。", mine[:half]),
            ItemDraft("（二）", "重点突破。", "重点突破。", mine[half:]),
        )
        title = f"{words.topic(chance)}工程"
        parts.append(PartDraft("一二三四五六七八九十"[(place - 1) % 10], title, title, items=items))
    return PlanDraft(
        title=f"{year}年示例省市场监管工作要点",
        document_number=f"示监发〔{year}〕8号",
        issuers=("示例省市场监督管理局",),
        addressees=("各市（州）市场监督管理局",),
        issued_on=dt.date(year, 1, 28),
        preamble="为做好全年工作,制定本要点。",
        parts=tuple(parts),
        notice_title=f"关于印发《{year}年示例省市场监管工作要点》的通知",
    )


def _fill_progress(work: Work, made: _Generator) -> None:
    """Each task in each month, worded five times."""
    rows, changes = [], []
    number = _next_id(work, "progress_entry")
    for task_id, year, place in made.tasks:
        for month in range(1, 13):
            first = _entry(made, number, task_id, Period.parse(f"{year}-{month:02d}"), place)
            versions = [first]
            for step in range(1, WORDINGS):
                column = "reviewed_text" if step == WORDINGS - 1 else "original_text"
                wording = words.paragraph(made.chance, 2)
                versions.append({**versions[-1], column: wording, "percent": month * 7.0})
            label = f"填报 {task_id}（{year}年{month}月）"
            day = dt.date.fromisoformat(first["reported_on"])
            before: Raw | None = None
            for after in versions:
                changes.append((day, "write_progress", label, task_id, number, before, after))
                before = after
            rows.append(versions[-1])
            number += 1
    _insert(work, "progress_entry", rows)
    _record(work, "progress_entry", changes)


def _entry(made: _Generator, number: int, task_id: int, period: Period, place: int) -> Raw:
    day = dt.date(period.year, period.index, made.chance.randint(15, 24))
    section_id, section = made.sections[place]
    return {
        "id": number,
        "task_id": task_id,
        "measure_id": None,
        "period": period.code,
        "section_id": section_id,
        "section_name": section,
        "reporter": "某某",
        "reviewer": "",
        "reported_on": day.isoformat(),
        "as_of": min(day, period.proposed_cutoff).isoformat(),
        "manner": "电子",
        "status": "",
        "percent": period.index * 6.0,
        "nothing_new": 0,
        "original_text": words.paragraph(made.chance, 2),
        "original_problems": words.sentence(made.chance) if period.index % 3 == 0 else "",
        "original_next": words.sentence(made.chance),
        "reviewed_text": None,
        "reviewed_problems": None,
        "reviewed_next": None,
    }


def _fill_notes(work: Work, made: _Generator) -> None:
    rows, changes = [], []
    first = _next_id(work, "note")
    for number in range(first, first + made.size.notes):
        task_id, year, _ = made.chance.choice(made.tasks)
        day = dt.date(year, made.chance.randint(2, 12), made.chance.randint(1, 24))
        row = {
            "id": number,
            "plan_id": None,
            "task_id": task_id,
            "measure_id": made.chance.choice([None, *made.measures[task_id]]),
            "kind": made.chance.choices(("note", "instruction"), (9, 1))[0],
            "dated_on": day.isoformat(),
            "author": "某某",
            "text": words.sentence(made.chance),
        }
        rows.append(row)
        changes.append((day, "add_note", f"增加记录 {task_id}", task_id, number, None, row))
    _insert(work, "note", rows)
    _record(work, "note", changes)


def _fill_evidence(work: Work, made: _Generator) -> None:
    rows, changes = [], []
    first = _next_id(work, "evidence")
    sizes = _file_sizes(made.chance, made.size)
    for number, size in enumerate(sizes, first):
        task_id, year, _ = made.chance.choice(made.tasks)
        day = dt.date(year, made.chance.randint(2, 12), made.chance.randint(1, 24))
        content = b"%PDF-1.7\n" + made.chance.randbytes(size - 9)
        sha256 = hashlib.sha256(content).hexdigest()
        work.store(sha256, content)
        name = f"关于{words.topic(made.chance)}{number}的通知"
        row = {
            "id": number,
            "task_id": task_id,
            "measure_id": made.chance.choice([None, *made.measures[task_id]]),
            "note_id": None,
            "blob_id": sha256,
            "name": name,
            "document_number": f"示市监〔{year}〕{number}号",
            "formed_on": day.isoformat(),
            "source": "本局",
            "pages": made.chance.randint(1, 30),
            "place": "",
            "file_name": f"{name}.pdf",
            "attached_on": day.isoformat(),
        }
        rows.append(row)
        changes.append((day, "attach", f"添加佐证 {task_id}", task_id, number, None, row))
    _insert(work, "evidence", rows)
    _record(work, "evidence", changes)


def _file_sizes(chance: random.Random, size: Size) -> list[int]:
    """Many small files and a few large ones, from 10 KB to 5 MB, of the wished sum."""
    shares = [chance.random() ** 4 for _ in range(size.evidence)]
    room = size.megabytes * _MEGABYTE - size.evidence * _SMALLEST
    factor = room / sum(shares)
    return [min(_LARGEST, _SMALLEST + int(share * factor)) for share in shares]


def _index(work: Work, _: _Generator) -> None:
    SearchState.update(texts=0).execute()
    searchindex.build()


def _record(work: Work, table: str, changes: Sequence[tuple[Any, ...]]) -> None:
    """变更记录 of changes that each touched one row, in the order of their days."""
    entry = _next_id(work, "history_entry")
    entries, steps, tasks = [], [], []
    for number, change in enumerate(sorted(changes, key=lambda each: each[0]), entry):
        day, verb, label, task_id, row, before, after = change
        entries.append(
            {
                "id": number,
                "at": str(_at(day)),
                "dated_on": day.isoformat(),
                "operator": "生成程序",
                "verb": verb,
                "label": label,
                "tasks": f"[{task_id}]",
                "reverts_id": None,
                "live": 1,
            }
        )
        texts = {"before": _dump(before), "after": _dump(after)}
        steps.append({"entry_id": number, "table_name": table, "row_id": row, **texts})
        tasks.append({"entry_id": number, "task": task_id})
    for name, rows in (
        ("history_entry", entries),
        ("history_step", steps),
        ("history_task", tasks),
    ):
        _insert(work, name, rows)


def _dump(row: Raw | None) -> str | None:
    return None if row is None else json.dumps(row, ensure_ascii=False, sort_keys=True)


def _insert(_: Work, table: str, rows: Sequence[Raw]) -> None:
    if not rows:
        return
    columns = ", ".join(f'"{name}"' for name in rows[0])
    marks = ", ".join("?" for _ in rows[0])
    sql = f'INSERT INTO "{table}" ({columns}) VALUES ({marks})'
    connection = HistoryEntry._meta.database.connection()
    connection.executemany(sql, _values(rows))


def _values(rows: Iterable[Raw]) -> Iterator[tuple[Any, ...]]:
    return (tuple(row.values()) for row in rows)


def _next_id(_: Work, table: str) -> int:
    database = HistoryEntry._meta.database
    (last,) = database.execute_sql(f'SELECT max(id) FROM "{table}"').fetchone()
    return int(last or 0) + 1


def _actor(day: dt.date) -> Actor:
    return Actor("生成程序", day, _at(day))


def _at(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(9))


def main() -> int:
    """Make one and say how long it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    started = time.monotonic()
    generate(args.path, args.scale, args.seed)
    size = args.path.stat().st_size / _MEGABYTE
    print(f"{args.path}: {size:.0f} MB in {time.monotonic() - started:.1f} s (aim: under 120 s)")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
