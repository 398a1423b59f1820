"""One example of every verb, on any ledger: what the walks over all verbs begin with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from models import commands, queries
from models.periods import Period
from models.roster import PersonLine, SectionLine
from models.rows import Bureau
from models.rules import Adoption, Status
from tests.models.factory import H1, Office, small_plan

Call = tuple[tuple[Any, ...], dict[str, Any]]


@dataclass
class Scene:
    """A ledger with a local task on which something of everything hangs; ids of these."""

    office: Office
    section: int = 0
    person: int = 0
    local: int = 0
    done: int = 0
    bare: int = 0
    pieces: tuple[int, ...] = ()
    note: int = 0
    entry: int = 0
    file: int = 0
    paper: int = 0
    issued: int = 0
    issued_measure: int = 0
    target: int = 0
    fresh: int = 0
    signed: int = 0
    sent: int = 0
    void: int = 0
    earlier: int = 0


def furnish(office: Office) -> Scene:
    """Prepare the ledger for the examples, through the verbs themselves."""
    scene, made = Scene(office), _maker(office)
    scene.section = made(commands.add_section, "试验科", short_name="试验")
    scene.person = made(commands.add_person, "丁一", scene.section)
    scene.local = made(commands.add_local_task, office.plan, "编制本地方案。再办一件事。")
    scene.done = made(commands.add_local_task, office.plan, "已经做完的事。")
    scene.bare = made(commands.add_measure, scene.local, "办第三件事。")
    scene.pieces = tuple(made(commands.add_measure, scene.local, f"小事{n}。") for n in "甲乙丙丁")
    for measure_id in scene.pieces[:2]:
        office.do(commands.tick, measure_id)
    scene.note = made(commands.add_note, "已电话商定。", task_id=scene.local)
    said = commands.EntryDraft(text="已起草。", status=Status.DOING, percent=30.0)
    scene.entry = made(commands.write_progress, scene.local, H1, said)
    where = {"task_id": scene.local, "measure_id": scene.pieces[3], "note_id": scene.note}
    draft = commands.EvidenceDraft("照片", file_name="照片.jpg", **where)
    scene.file = made(commands.attach, draft, b"\xff\xd8 picture")
    paper = commands.EvidenceDraft("签到表", task_id=scene.local, place="3号盒")
    scene.paper = made(commands.attach, paper)
    office.do(commands.extend, scene.local, dt.date(2022, 1, 31), "协调需要时间")
    office.do(commands.assign, [scene.local], commands.AssignmentDraft(section_id=scene.section))
    split = ["小事丙的前一半。", "小事丙的后一半。"]
    office.do(commands.split_measure, scene.pieces[2], split)
    office.do(commands.complete, scene.done)
    _with_papers(scene, made)
    _with_year_before(scene, made)
    return _with_issued(scene)


def _with_year_before(scene: Scene, made: Callable[..., int]) -> None:
    """The plan of the year before, with a task under way on which a note and a file hang."""
    draft = replace(small_plan("示监发〔2020〕1号"), title="2020年示例省工作要点")
    plan = made(commands.add_plan, draft)
    office = Office(scene.office.ledger, plan)
    scene.earlier = office.task("3").id
    office.do(commands.adopt, [scene.earlier], Adoption.OWN)
    office.do(commands.localise_task, scene.earlier, short_title="建学校")
    said = commands.AssignmentDraft(leader="张局长", section_id=scene.section)
    office.do(commands.assign, [scene.earlier], said)
    note = made(commands.add_note, "已选好地址。", task_id=scene.earlier)
    kept = commands.EvidenceDraft("地址图", task_id=scene.earlier, note_id=note)
    office.do(commands.attach, kept, b"\xff\xd8 map")


def _with_papers(scene: Scene, made: Callable[..., int]) -> None:
    """Papers in four states; the fresh one has a changed, an own and a moved passage."""
    office, start = scene.office, commands.start_paper
    scene.fresh, scene.signed, scene.sent, scene.void = (
        made(start, office.plan, "progress", f"关于{name}的报告", H1, task_id=scene.local)
        for name in "甲乙丙丁"
    )
    office.do(commands.edit_passage, scene.fresh, "lead", "改写的开头。", "原来的开头。")
    office.do(commands.add_passage, scene.fresh, "自己加的一段。", "lead")
    office.do(commands.move_passage, scene.fresh, "task:1", "own:1", "第一项。")
    office.do(commands.submit_paper, scene.fresh, PASSAGES)
    for paper in (scene.signed, scene.sent):
        office.do(commands.sign_paper, paper, "张局长", passages=PASSAGES)
    office.do(commands.number_paper, scene.sent, "示市监〔2021〕7号")
    office.do(commands.issue_paper, scene.sent, b"%PDF-1.4 issued", "报告.pdf", "书面")
    office.do(commands.void_paper, scene.void, "数据有误")


def _with_issued(scene: Scene) -> Scene:
    rows = scene.office.ledger.ask(queries.measures, scene.office.plan, dt.date(2021, 6, 20))
    for task_id, measures in rows.items():
        for row in measures:
            if row.targets and row.issued:
                scene.issued, scene.issued_measure = task_id, row.id
                scene.target = row.targets[0].id
                return scene
    raise AssertionError("the plan has no target")


def _maker(office: Office) -> Callable[..., int]:
    return lambda verb, *args, **more: office.do(verb, *args, **more).new_id or 0


def _call(*args: Any, **more: Any) -> Call:
    return args, more


PASSAGES = (("title", "关于甲的报告"), ("lead", "改写的开头。"))
_NEW_BUREAU = Bureau(name="示例市局", signers=("甲", "乙"), place="本州")

EXAMPLES: dict[str, Callable[[Scene], Call]] = {
    "add_plan": lambda s: _call(small_plan("示监发〔2021〕99号")),
    "take_plan": lambda s: _call(
        small_plan("示监发〔2021〕98号"), commands.SourceFile("要点.txt", b"2021")
    ),
    "revise_plan": lambda s: _call(
        s.office.plan,
        small_plan("示监发〔2021〕97号"),
        [(s.issued, 3), (None, 4)],
        commands.SourceFile("修订.txt", b"2021"),
    ),
    "carry_over": lambda s: _call(s.office.plan, [commands.Carried(s.earlier)]),
    "accept_proposals": lambda s: _call(s.office.plan, [commands.Accepted(s.issued, s.earlier)]),
    "track": lambda s: _call([s.issued], tracked=False),
    "adopt": lambda s: _call([s.issued], Adoption.NONE, "本市没有这项工作"),
    "adopt_measures": lambda s: _call([s.issued_measure], Adoption.NONE, "省级事项"),
    "localise_task": lambda s: _call(s.issued, local_text="本市做法", short_title="做法"),
    "localise_measure": lambda s: _call(s.issued_measure, "本市举措"),
    "add_local_task": lambda s: _call(s.office.plan, "新的本地任务。", carries_out=[s.issued]),
    "edit_local_task": lambda s: _call(s.local, text="改写的本地任务。"),
    "remove_local_task": lambda s: _call(s.local),
    "tick": lambda s: _call(s.bare),
    "split_measure": lambda s: _call(s.pieces[0], ["前一半。", "后一半。"]),
    "merge_measures": lambda s: _call(s.pieces[:2]),
    "add_measure": lambda s: _call(s.local, "再加一条。"),
    "move_measure": lambda s: _call(s.pieces[3], 1),
    "remove_measure": lambda s: _call(s.bare),
    "set_local_target": lambda s: _call(s.target, 2.5),
    "set_target_value": lambda s: _call(s.target, Period.parse("2021-05"), 3),
    "set_status": lambda s: _call(s.local, Status.SUSPENDED, reason="等待批复"),
    "complete": lambda s: _call(s.local, proof="方案已印发"),
    "close": lambda s: _call(s.done, "丁一"),
    "send_back": lambda s: _call(s.done, "材料不全"),
    "extend": lambda s: _call(s.local, dt.date(2022, 3, 31), "再次延期", agreed_by="张局长"),
    "assign": lambda s: _call(
        [s.local, s.done], commands.AssignmentDraft(leader="张局长", supporting_units=("公安局",))
    ),
    "assign_measure": lambda s: _call(s.bare, commands.AssignmentDraft(section_id=s.section)),
    "add_section": lambda s: _call("新设科"),
    "edit_section": lambda s: _call(s.section, name="改名科", active=False),
    "add_people": lambda s: _call([PersonLine("庚四", "新设科")]),
    "add_sections": lambda s: _call([SectionLine("新设中心", "中心", "直属单位")]),
    "add_person": lambda s: _call("戊二", s.section, phone="0800-1"),
    "edit_person": lambda s: _call(s.person, post="科长", section_id=0),
    "set_bureau": lambda s: _call(_NEW_BUREAU),
    "set_setting": lambda s: _call("thresholds", {"near_days": 15}),
    "set_period_days": lambda s: _call(H1, dt.date(2021, 6, 15), dt.date(2021, 6, 28)),
    "write_block": lambda s: _call(
        H1,
        [
            (s.local, None, commands.EntryDraft(text="已送审。", percent=60.0)),
            (s.local, s.bare, commands.EntryDraft(text="已办。")),
        ],
    ),
    "write_progress": lambda s: _call(
        s.local, H1, commands.EntryDraft(text="已定稿。", status=Status.ONGOING, percent=80.0)
    ),
    "review_entry": lambda s: _call(s.entry, text="方案已经起草。"),
    "remove_entry": lambda s: _call(s.entry),
    "add_note": lambda s: _call("请抓紧。", measure_id=s.bare, kind="instruction", author="张局长"),
    "edit_note": lambda s: _call(s.note, text="已当面商定。"),
    "remove_note": lambda s: _call(s.note),
    "attach": lambda s: _call(
        commands.EvidenceDraft("方案", task_id=s.local, file_name="方案.pdf"), b"%PDF-1.4"
    ),
    "edit_evidence": lambda s: _call(s.paper, commands.EvidenceDraft("签到表", place="4号盒")),
    "move_evidence": lambda s: _call(s.paper, s.bare),
    "detach": lambda s: _call(s.file),
    "start_paper": lambda s: _call(
        s.office.plan, "reminder", "督办单", task_id=s.local, options={"requirements": "抓紧。"}
    ),
    "set_paper_options": lambda s: _call(
        s.fresh, {"form": "plain", "headings": [["一", "二"]]}, "新题"
    ),
    "submit_paper": lambda s: _call(s.fresh, PASSAGES),
    "keep_version": lambda s: _call(s.fresh, PASSAGES, "征求意见"),
    "sign_paper": lambda s: _call(s.fresh, "张局长", passages=PASSAGES),
    "unsign_paper": lambda s: _call(s.signed),
    "number_paper": lambda s: _call(s.signed, "示市监〔2021〕8号"),
    "issue_paper": lambda s: _call(s.signed, b"%PDF-1.4 other", "报告.pdf", "电子"),
    "attach_scan": lambda s: _call(s.sent, b"\xff\xd8 scan", "扫描件.jpg"),
    "answer_paper": lambda s: _call(s.sent, "已按要求办结。"),
    "void_paper": lambda s: _call(s.sent, "退回重报"),
    "succeed_paper": lambda s: _call(s.void),
    "edit_passage": lambda s: _call(s.fresh, "title", "关于甲事的|报告", "关于甲的报告"),
    "drop_passage": lambda s: _call(s.fresh, "own:1", ""),
    "add_passage": lambda s: _call(s.fresh, "二、又一部分", "lead", 1),
    "move_passage": lambda s: _call(s.fresh, "own:1", "task:1"),
    "restore_passage": lambda s: _call(s.fresh, "task:1"),
}
