"""The ledger that an office has been keeping in Excel: 承接, 分工 and a first period's entries."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from models.commands.adoption import adopt
from models.commands.assignments import AssignmentDraft, assign
from models.commands.lookup import line, lines
from models.commands.notes import add_note
from models.commands.offices import add_person, add_section
from models.commands.progress import EntryDraft, write_progress
from models.commands.status import complete
from models.history import Work
from models.intake.draft import LedgerRow, PlanDraft
from models.own import bureau_names, own_sections
from models.periods import Period, PeriodKind
from models.rules import Adoption, Status
from models.schema import Person, Section, Task

BASIS = "原有台账"
_SECTION = re.compile("(?:科|股|处|室|队|所|站|中心|大厅|专班|组)$")
_PERSON = re.compile("[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]+·[\u4e00-\u9fff]+")
_BETWEEN = re.compile("[、，,；;/\\n]+")
_SPREAD = re.compile("([\u4e00-\u9fff])[ 　]+([\u4e00-\u9fff])")
_REMARK = re.compile("[（(].*?[)）]")
_DONE = re.compile("^(?:已|全部|均已|按期)*(?:完成|办结|销号|结束)")
_NOT_OURS = re.compile("(?:不涉及|不承担|无此项|不适用).{0,10}$")
_STATES = (
    (re.compile("未启动|未开展|未开始|尚未"), Status.NOT_STARTED),
    (re.compile("持续|长期|常态|序时"), Status.ONGOING),
    (re.compile("推进|进行|开展|正在|未完成|部分"), Status.DOING),
)


def fill_from_table(work: Work, plan_id: int, draft: PlanDraft, period: Period | None) -> None:
    """Write what the rows say; sections and people that do not exist are made, and said."""
    rows: dict[int, list[LedgerRow]] = defaultdict(list)
    for row in draft.ledger_rows:
        rows[row.position].append(row)
    filler = _Filler(work, period)
    for task in list(Task.select().where(Task.plan == plan_id, Task.tracked)):
        filler.fill(task, rows.get(task.position, ()))
    work.notices.extend(filler.said())


class _Filler:
    """One filling: who has been made, and how much."""

    def __init__(self, work: Work, period: Period | None) -> None:
        self._work = work
        self._period = period
        self._sections: list[str] = []
        self._people: list[str] = []
        self._entries = 0
        self._tasks = 0

    def said(self) -> Iterable[str]:
        """What was made, in sentences."""
        if self._tasks:
            yield f"按原有台账承接了{self._tasks}项任务，填入进展{self._entries}条。"
        if self._sections:
            yield f"新建了科室（单位）：{'、'.join(self._sections)}。"
        if self._people:
            yield f"新建了人员：{'、'.join(self._people)}。"

    def fill(self, task: Task, rows: Sequence[LedgerRow]) -> None:
        """Write what the rows of one task say."""
        why = _refused(task, rows)
        if why:
            adopt(self._work, [task.id], Adoption.NONE, why)
            return
        adopt(self._work, [task.id], Adoption.OWN)
        self._tasks += 1
        sections = self._sections_of(task)
        leaders, people = (_names(row.leader for row in rows), _names(row.person for row in rows))
        phone = next((line(row.phone) for row in rows if row.phone.strip()), "")
        if sections or leaders or people or phone:
            supporting = tuple(Section.get_by_id(each).name for each in sections[1:])
            assign(
                self._work,
                [task.id],
                AssignmentDraft(
                    leader="、".join(leaders),
                    section_id=sections[0] if sections else 0,
                    person="、".join(people),
                    phone=phone,
                    supporting_sections=supporting,
                    basis=BASIS,
                ),
            )
        for name in leaders:
            self._person(name, None, "")
        for name in people:
            self._person(name, sections[0] if sections else None, phone)
        self._progress(task, rows)

    def _sections_of(self, task: Task) -> tuple[int, ...]:
        """The sections that the row names; what sounds like one and is not there is made."""
        units = [*task.lead_units, *task.responsible_units, *task.supporting_units]
        found: list[int] = []
        for unit in units:
            own = own_sections([unit], bare=True)
            found += own or self._made(unit)
        return tuple(dict.fromkeys(found))

    def _made(self, unit: str) -> list[int]:
        name = next((unit.removeprefix(each) for each in bureau_names() if each != unit), unit)
        if not _SECTION.search(name) or Section.select().where(Section.name == name).exists():
            return []
        add_section(self._work, name)
        self._sections.append(name)
        return [self._work.new_id or 0]

    def _person(self, name: str, section_id: int | None, phone: str) -> None:
        if not _PERSON.fullmatch(name) or Person.select().where(Person.name == name).exists():
            return
        add_person(self._work, name, section_id, phone=phone)
        self._people.append(name)

    def _progress(self, task: Task, rows: Sequence[LedgerRow]) -> None:
        day = self._day(rows)
        texts = {
            name: "\n".join(filter(None, (getattr(row, name).strip() for row in rows)))
            for name in ("progress", "problems", "next_steps", "remarks")
        }
        said = EntryDraft(
            text=texts["progress"],
            problems=texts["problems"],
            next_steps=texts["next_steps"],
            percent=next((float(row.percent) for row in rows if row.percent is not None), None),
            reported_on=day,
            manner="电子",
        )
        state = " ".join(row.status.strip() for row in rows if row.status.strip())
        done = bool(_DONE.search(state))
        if done and said.percent is None:
            said = replace(said, percent=100.0)
        status = None if done else _status(state)
        if any(texts[name] for name in ("progress", "problems", "next_steps")) or (
            said.percent is not None or status is not None
        ):
            period = self._period or Period.of(PeriodKind.MONTH, day)
            write_progress(self._work, task.id, period, replace(said, status=status))
            self._entries += 1
        if done:
            complete(self._work, task.id, day)
        if texts["remarks"]:
            add_note(self._work, f"备注：{texts['remarks']}", task_id=task.id, author="")

    def _day(self, rows: Sequence[LedgerRow]) -> dt.date:
        """截至…, as far as it has passed; else today."""
        days = [row.until for row in rows if row.until is not None]
        return min([*days[:1], self._work.today])


def _refused(task: Task, rows: Sequence[LedgerRow]) -> str:
    """Why a task is 不涉及, "" where the table does not say that it is."""
    said = [*task.text.splitlines(), *(row.status.strip() for row in rows)]
    word = next((each for each in said if _NOT_OURS.match(each)), "")
    reasons = [line(row.remarks) or line(row.progress) for row in rows]
    return next(filter(None, reasons), line(word)) if word else ""


def _status(words: str) -> Status | None:
    return next((status for pattern, status in _STATES if pattern.search(words)), None)


def _names(cells: Iterable[str]) -> list[str]:
    """The names in cells, each once: 张三、李 四（法规科）."""
    found: list[str] = []
    for cell in cells:
        for piece in lines(_BETWEEN.split(_REMARK.sub("、", cell))):
            spread = _SPREAD.fullmatch(piece)
            found += [spread[1] + spread[2]] if spread else piece.split()
    return list(dict.fromkeys(found))
