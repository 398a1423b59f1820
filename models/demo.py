"""The demo ledger of 示例市市场监督管理局: half a year of a bureau's work, replayed from data.

Every step goes through the same verbs as a clerk's, on its own day, in the order of the days.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from models import commands, queries
from models.actor import Actor
from models.ledger import Ledger
from models.periods import Period
from models.rows import Bureau
from models.rules import Adoption, Status
from models.starting import create_with_plan
from resources import path as resource

OPERATOR = "示例操作员"
DEMO_DAY = dt.date(2021, 6, 25)
_LOADED = dt.date(2021, 3, 5)
_MONTHS = ("2021-03", "2021-04", "2021-05", "2021-06", "2021-H1")
_VERBS: dict[str, Any] = {
    "completed": lambda said: (commands.complete, {"proof": said["proof"]}),
    "closed": lambda said: (commands.close, {"checker": said["checker"]}),
    "returned": lambda said: (commands.send_back, {"reason": said["reason"]}),
}
Step = tuple[dt.date, Callable[[Actor], None]]


def build_demo(path: Path) -> Ledger:
    """Make the demo ledger at `path` (a scratch file) and answer with it, open."""
    made = dt.datetime.combine(_LOADED, dt.time(9))
    ledger = create_with_plan(path, who=OPERATOR, today=_LOADED, now=made)
    try:
        with ledger.together():
            _Replay(ledger).run()
    except BaseException:
        ledger.close()
        path.unlink(missing_ok=True)
        raise
    return ledger


def _data(name: str) -> Any:  # noqa: ANN401 (JSON)
    return json.loads(resource(f"demo/{name}.json").read_text(encoding="utf-8"))


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _sure(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


class _Replay:
    """Turns the data into dated steps and does them in order."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.plan = ledger.ask(queries.find_plan)
        self.sections: dict[str, int] = {}
        self.tasks: dict[str, int] = {}
        self.measures: dict[str, int] = {}
        self.targets: dict[tuple[str, str], int] = {}

    def run(self) -> None:
        """First the office and the adoption, then everything dated, day by day."""
        self._office()
        self._learn()
        local = _data("local_tasks")
        for task in local:
            self._local_task(task)
        self._learn()
        steps = list(self._task_steps([*_data("tasks"), *local]))
        steps += self._progress_steps()
        steps += self._note_steps()
        steps += self._evidence_steps()
        for day, step in sorted(steps, key=lambda each: each[0]):
            step(self._actor(day))

    def _actor(self, day: dt.date) -> Actor:
        return Actor(OPERATOR, day, dt.datetime.combine(day, dt.time(9)))

    def _learn(self) -> None:
        tree = self.ledger.ask(queries.tree, self.plan.id, DEMO_DAY)
        self.tasks = {task.label: task.id for task in tree.tasks}
        for rows in self.ledger.ask(queries.measures, self.plan.id, DEMO_DAY).values():
            for row in rows:
                self.measures[row.number] = row.id
                for target in row.targets:
                    self.targets[(row.number, target.text)] = target.id
                    self.targets[(row.number, target.label)] = target.id

    def _office(self) -> None:
        data, actor = _data("bureau"), self._actor(_LOADED)
        do = self.ledger.do
        bureau = Bureau(
            name=data["name"],
            short_name=data["short_name"],
            area=data["area"],
            issuer_code=data["issuer_code"],
            printing_office=data["printing_office"],
            signers=tuple(data["signers"]),
            contact_name=data["contact"]["name"],
            contact_phone=data["contact"]["phone"],
            place=data["place"],
            own=data["own"],
            demo=True,
        )
        do(actor, commands.set_bureau, bureau)
        for section in data["sections"]:
            change = do(
                actor,
                commands.add_section,
                section["name"],
                short_name=section["short_name"],
                kind=section["kind"],
            )
            for name in (section["name"], section["short_name"]):
                self.sections[name] = change.new_id or 0
        for person in data["people"]:
            section_id = self.sections.get(person["section"])
            extra = {"post": person["post"], "phone": person["phone"]}
            do(actor, commands.add_person, person["name"], section_id, **extra)
        for each in data["periods"]:
            period = Period.parse(each["code"])
            days = (_sure(each["cutoff_on"]), _sure(each["report_on"]))
            do(actor, commands.set_period_days, period, *days)

    def _local_task(self, task: dict[str, Any]) -> None:
        carried = [self.tasks[str(position)] for position in task["carries_out"]]
        actor = self._actor(_sure(task["decided_on"]))
        change = self.ledger.do(
            actor,
            commands.add_local_task,
            self.plan.id,
            task["text"],
            short_title=task["short_title"],
            carries_out=carried,
        )
        for measure in task["measures"]:
            self.ledger.do(actor, commands.add_measure, change.new_id or 0, measure["text"])

    def _task_steps(self, tasks: list[dict[str, Any]]) -> Iterator[Step]:
        for task in tasks:
            label = str(task.get("position") or task["number"])
            yield _sure(task["decided_on"]), self._adoption(task, label)
            if task.get("assignment"):
                yield _sure(task["assignment"]["effective_on"]), self._assignment(task, label)
            for said in task["statuses"]:
                yield _sure(said["said_on"]), self._status(said, label)
            for measure in task["measures"]:
                if measure["ticked_on"]:
                    yield _sure(measure["ticked_on"]), self._tick(measure["number"])
            if task["extension"]:
                agreed = _sure(task["extension"]["agreed_on"])
                yield agreed, self._extension(task["extension"], label)
            for target in task["targets"]:
                yield _sure(task["decided_on"]), self._target(target)

    def _adoption(self, task: dict[str, Any], label: str) -> Callable[[Actor], None]:
        def step(actor: Actor) -> None:
            do, task_id = self.ledger.do, self.tasks[label]
            role = Adoption(task["role"])
            do(actor, commands.adopt, [task_id], role, task.get("reason", ""))
            do(
                actor,
                commands.localise_task,
                task_id,
                local_text="" if label.startswith("增") else task["local_text"],
                short_title=task["short_title"],
            )
            for measure in task["measures"]:
                measure_id, own = self.measures[measure["number"]], Adoption(measure["role"])
                if own is not role:
                    do(actor, commands.adopt_measures, [measure_id], own, measure["reason"])
                if measure["local_text"] and not label.startswith("增"):
                    do(actor, commands.localise_measure, measure_id, measure["local_text"])

        return step

    def _assignment(self, task: dict[str, Any], label: str) -> Callable[[Actor], None]:
        def step(actor: Actor) -> None:
            draft = self._draft(task["assignment"])
            self.ledger.do(actor, commands.assign, [self.tasks[label]], draft)
            for each in task["measure_assignments"]:
                measure_id = self.measures[each["number"]]
                self.ledger.do(actor, commands.assign_measure, measure_id, self._draft(each))

        return step

    def _draft(self, data: dict[str, Any]) -> commands.AssignmentDraft:
        return commands.AssignmentDraft(
            leader=data.get("leader"),
            section_id=self.sections[data["section"]],
            person=data.get("person"),
            handler=data.get("handler"),
            phone=data.get("phone"),
            supporting_sections=tuple(data.get("supporting_sections", ())),
            supporting_units=tuple(data.get("supporting_units", ())),
            due_on=_day(data.get("due_on")),
            basis=data.get("basis"),
            effective_on=_day(data.get("effective_on")),
        )

    def _status(self, said: dict[str, Any], label: str) -> Callable[[Actor], None]:
        def step(actor: Actor) -> None:
            task_id = self.tasks[label]
            if said["status"] in _VERBS:
                verb, values = _VERBS[said["status"]](said)
                self.ledger.do(actor, verb, task_id, **values)
            else:
                status = Status(said["status"].replace("_", "-"))
                self.ledger.do(actor, commands.set_status, task_id, status, reason=said["reason"])

        return step

    def _tick(self, number: str) -> Callable[[Actor], None]:
        return lambda actor: _ignore(self.ledger.do(actor, commands.tick, self.measures[number]))

    def _extension(self, data: dict[str, Any], label: str) -> Callable[[Actor], None]:
        return lambda actor: _ignore(
            self.ledger.do(
                actor,
                commands.extend,
                self.tasks[label],
                _sure(data["new_due"]),
                data["reason"],
                agreed_by=data["agreed_by"],
                agreed_on=_sure(data["agreed_on"]),
                progress=data["progress"],
            )
        )

    def _target(self, data: dict[str, Any]) -> Callable[[Actor], None]:
        def step(actor: Actor) -> None:
            target_id = self.targets[(data["number"], data["label"])]
            self.ledger.do(actor, commands.set_local_target, target_id, data["local_target"])
            for code, value in data["values"].items():
                if value is not None:
                    day = self._actor(dt.date(2021, 6, 18))
                    period = Period.parse(code)
                    self.ledger.do(day, commands.set_target_value, target_id, period, value)

        return step

    def _progress_steps(self) -> Iterator[Step]:
        for code in _MONTHS:
            for entry in _data(f"progress-{code}"):
                yield _sure(entry["reported_on"]), self._entry(entry, Period.parse(code))

    def _entry(self, entry: dict[str, Any], period: Period) -> Callable[[Actor], None]:
        def step(actor: Actor) -> None:
            original = entry["original"]
            draft = commands.EntryDraft(
                text=original["text"],
                problems=original["problems"],
                next_steps=original["next"],
                status=Status(entry["status"]) if entry["status"] else None,
                percent=entry["percent"],
                section_id=self.sections[entry["section"]],
                reporter=entry["reporter"],
                reviewer=entry["reviewer"],
                manner=entry["manner"],
            )
            measure_id = self.measures[entry["measure"]] if entry["measure"] else None
            task_id = self.tasks[str(entry["task"])]
            change = self.ledger.do(
                actor, commands.write_progress, task_id, period, draft, measure_id=measure_id
            )
            reviewed = entry["reviewed"]
            if reviewed:
                self.ledger.do(
                    actor,
                    commands.review_entry,
                    change.new_id or 0,
                    text=reviewed["text"],
                    problems=reviewed["problems"],
                    next_steps=reviewed["next"],
                )

        return step

    def _note_steps(self) -> Iterator[Step]:
        for note in _data("notes"):
            yield _sure(note["dated_on"]), self._note(note)

    def _note(self, note: dict[str, Any]) -> Callable[[Actor], None]:
        measure = note["measure"]
        return lambda actor: _ignore(
            self.ledger.do(
                actor,
                commands.add_note,
                note["text"],
                task_id=self.tasks[str(note["task"])],
                measure_id=self.measures[measure] if measure else None,
                kind=note["kind"],
                author=note["author"],
            )
        )

    def _evidence_steps(self) -> Iterator[Step]:
        for piece in _data("evidence"):
            yield _sure(piece["formed_on"]), self._evidence(piece)

    def _evidence(self, piece: dict[str, Any]) -> Callable[[Actor], None]:
        def step(actor: Actor) -> None:
            file = resource(f"demo/{piece['file']}") if piece["file"] else None
            measure = piece["measure"]
            draft = commands.EvidenceDraft(
                name=piece["name"],
                task_id=self.tasks[str(piece["task"])],
                measure_id=self.measures[measure] if measure else None,
                document_number=piece["document_number"],
                formed_on=_day(piece["formed_on"]),
                source=piece["source"],
                pages=piece["pages"],
                place=piece["place"],
                file_name=file.name if file else "",
            )
            self.ledger.do(actor, commands.attach, draft, file.read_bytes() if file else None)

        return step


def _ignore(_: object) -> None:
    """A step answers with nothing."""
