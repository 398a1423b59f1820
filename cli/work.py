"""`task adopt`, `tick`, `note` and `assign`: the day's work on tasks and measures."""

from __future__ import annotations

import argparse
from pathlib import Path

from cli.options import Commands, day, leaf
from cli.session import Session
from cli.streams import given
from models import commands, queries
from models.commands import AssignmentDraft, EvidenceDraft
from models.errors import KnownError
from models.files import read_file
from models.history import Work
from models.ledger import Ledger
from models.rows import MeasureRow
from models.rules import Adoption

_TASK_OR_MEASURE = "第几项任务或举措，如 4、4.2、增1"


def add(tasks: Commands) -> None:
    """Add the commands to `task`."""
    adopting = leaf(tasks, "adopt", adopt, "承接：说明任务或举措与本单位的关系")
    adopting.words.add_argument("tasks", nargs="+", metavar="任务", help=_TASK_OR_MEASURE)
    adopting.options.add_argument(
        "--role",
        required=True,
        choices=[role.value for role in Adoption],
        help="own 主责，assist 配合，none 不涉及，undecided 待定",
    )
    adopting.options.add_argument("--reason", metavar="理由", help="不涉及的理由")
    ticking = leaf(tasks, "tick", tick, "勾选举措")
    ticking.words.add_argument("measure", metavar="举措", help="第几条举措，如 4.2")
    ticking.options.add_argument("--off", action="store_true", help="取消勾选")
    noting = leaf(tasks, "note", note, "添加工作记录")
    noting.words.add_argument("task", metavar="任务", help=_TASK_OR_MEASURE)
    noting.words.add_argument("text", metavar="文字", help="记录内容；- 表示从标准输入读")
    noting.options.add_argument("--attach", type=Path, metavar="文件", help="附上佐证材料")
    assigning = leaf(tasks, "assign", assign, "责任分工")
    assigning.words.add_argument("task", metavar="任务", help=_TASK_OR_MEASURE)
    assigning.options.add_argument("--section", metavar="科室", help="责任科室；没有的会新建")
    assigning.options.add_argument("--person", metavar="姓名", help="责任人")
    assigning.options.add_argument("--due", type=day, metavar="日期", help="完成时限")


def adopt(session: Session, args: argparse.Namespace) -> int:
    """Say of tasks or measures what they are to the bureau, in one change."""
    role, reason = Adoption(args.role), getattr(args, "reason", "")
    with session.writing() as ledger:
        places = [find(session, ledger, word) for word in args.tasks]

        def adopt(work: Work) -> None:
            measures = [measure.id for _, measure in places if measure is not None]
            tasks = [task_id for task_id, measure in places if measure is None]
            if measures:
                commands.adopt_measures(work, measures, role, reason)
            if tasks:
                commands.adopt(work, tasks, role, reason)

        session.do(ledger, adopt)
    return 0


def tick(session: Session, args: argparse.Namespace) -> int:
    """Tick a measure, or take its tick away."""
    with session.writing() as ledger:
        plan_id = session.plan(ledger).id
        measure = ledger.ask(queries.find_measure, plan_id, args.measure, session.day)
        session.do(ledger, commands.tick, measure.id, ticked="off" not in args)
    return 0


def note(session: Session, args: argparse.Namespace) -> int:
    """Write a note, with its file in the same change."""
    file: Path | None = getattr(args, "attach", None)
    content = read_file(file) if file else None
    with session.writing() as ledger:
        task_id, measure = find(session, ledger, args.task)
        text = given(args.text)
        measure_id = measure.id if measure else None

        def add_note(work: Work) -> None:
            commands.add_note(work, text, task_id=task_id, measure_id=measure_id)
            if file is not None:
                label = work.label
                draft = EvidenceDraft(
                    file.stem,
                    task_id=task_id,
                    measure_id=measure_id,
                    note_id=work.new_id,
                    file_name=file.name,
                )
                commands.attach(work, draft, content)
                work.label = f"{label}，附“{file.name}”"

        session.do(ledger, add_note)
    return 0


def assign(session: Session, args: argparse.Namespace) -> int:
    """Give a task or a measure to a section, a person, a date; a new section is made and said."""
    section, person = getattr(args, "section", None), getattr(args, "person", None)
    due = getattr(args, "due", None)
    if section is None and person is None and due is None:
        raise KnownError("没有要改的内容，没有改动；请写明 --section、--person 或 --due。")
    with session.writing() as ledger:
        task_id, measure = find(session, ledger, args.task)
        known = {row.name: row.id for row in ledger.ask(queries.sections)}
        known = {row.short_name: row.id for row in ledger.ask(queries.sections)} | known

        def assign(work: Work) -> None:
            section_id = None if section is None else known.get(section) or _new(work, section)
            draft = AssignmentDraft(section_id=section_id, person=person, due_on=due)
            if measure is not None:
                commands.assign_measure(work, measure.id, draft)
            else:
                commands.assign(work, [task_id], draft)

        session.do(ledger, assign)
    return 0


def _new(work: Work, section: str) -> int | None:
    """Make the section; an empty name means nobody."""
    if not section.strip():
        return 0
    commands.add_section(work, section)
    work.notices.append(f"台账里没有“{section}”，已新建这个科室。")
    return work.new_id


def find(session: Session, ledger: Ledger, word: str) -> tuple[int, MeasureRow | None]:
    """The task, and the measure where one is named, that 4, 4.2 or 增1 means."""
    plan_id = session.plan(ledger).id
    if "." in word:
        measure = ledger.ask(queries.find_measure, plan_id, word, session.day)
        return measure.task_id, measure
    return ledger.ask(queries.find_task, plan_id, word), None
