"""Drafts as values, and their printing in several manners: what is read again must be the same."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from models.intake.draft import (
    DeadlineDraft,
    ItemDraft,
    MeasureDraft,
    PartDraft,
    PlanDraft,
    TaskDraft,
)
from models.intake.grammar.brackets import Sentence
from models.intake.grammar.fields import Fields
from models.intake.grammar.measures import measure_of
from models.intake.grammar.units import Units

HAN = "一二三四五六七八九十"
NAMES = [
    *("市发展和改革委", "市市场监管局（市知识产权局）", "示例海关", "各县（市、区）人民政府"),
    *("市工业和信息化局", "人行示例支行", "有关部门", "市大数据中心", "市公安局交警支队"),
]
SENTENCES = [
    *(
        "建立健全机制。",
        "编制《示例规划》，落实《上级意见》。",
        "新增学校30所。",
        "召开全市座谈会，推进改革。",
    ),
    *(
        "开展“春雷”专项行动。",
        "实施“11.121人才工程”，增长3.5%以上。",
        "统筹第一、二、三产业。",
        "培育企业一批！",
    ),
]
TITLES = ["强化保护", "促进运用", "优化服务环境", "推进改革创新"]
DEADLINES = [
    DeadlineDraft("2022年6月底前", date(2022, 6, 30)),
    DeadlineDraft("第三季度", date(2022, 9, 30)),
    DeadlineDraft("常态化实施", None),
    DeadlineDraft("2022年底", date(2022, 12, 31)),
]

units = st.lists(st.sampled_from(NAMES), min_size=1, max_size=5, unique=True).flatmap(
    lambda names: st.tuples(st.just(names), st.integers(0, len(names)), st.integers(0, len(names)))
)


def _roles(drawn: tuple[list[str], int, int]) -> Units:
    names, one, other = drawn
    first, second = sorted((one, other))
    return Units(tuple(names[:first]), tuple(names[first:second]), tuple(names[second:]))


@st.composite
def plans(draw: st.DrawFn, *, rich: bool) -> PlanDraft:
    """Return a draft; ``rich``: with numbered measures that have units, and three levels."""
    position = 0

    def task(number: str, tracked: bool = True, head: str = "") -> TaskDraft:
        nonlocal position
        position += 1
        sentences = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3))
        said = _roles(draw(units))
        below = draw(st.integers(0, 3)) if rich and not head else 0
        measures = [_measure(draw, f"{position}.{n}") for n in range(1, below + 1)]
        lines = [f"（{n}）{_with_bracket(m)}" for n, m in enumerate(measures, 1)]
        if not measures:
            measures = [
                measure_of(f"{position}.{n}", Sentence(text, Fields()))
                for n, text in enumerate(sentences, 1)
            ]
        return TaskDraft(
            number=number,
            position=position,
            text="\n".join([head + "".join(sentences), *lines]),
            lead_units=said.lead,
            responsible_units=said.responsible,
            supporting_units=said.supporting,
            deadline=draw(st.none() | st.sampled_from(DEADLINES)),
            tracked=tracked,
            measures=tuple(measures),
        )

    def item(number: int) -> ItemDraft:
        title = draw(st.sampled_from(TITLES))
        if draw(st.booleans()):
            own = task("", head=f"{title}。")
            return ItemDraft(f"（{HAN[number]}）", title, own.text, (own,))
        tasks = tuple(task(str(n)) for n in range(1, draw(st.integers(1, 3)) + 1))
        return ItemDraft(f"（{HAN[number]}）", title, f"{title}。", tasks)

    def part(number: int) -> PartDraft:
        title = draw(st.sampled_from(TITLES))
        if rich and draw(st.booleans()):
            items = tuple(item(n) for n in range(draw(st.integers(1, 3))))
            return PartDraft(HAN[number], title, title, (), items)
        tasks = tuple(task(str(n)) for n in range(1, draw(st.integers(1, 3)) + 1))
        return PartDraft(HAN[number], title, title, tasks)

    parts = [part(n) for n in range(draw(st.integers(1, 3)))]
    if rich and draw(st.booleans()):
        parts.append(
            PartDraft(HAN[len(parts)], "保障措施", "保障措施", (task("1", tracked=False),))
        )
    return PlanDraft(
        title="示例市2022年知识产权工作要点",
        document_number="示政发〔2022〕3号",
        issuers=("示例市人民政府", "示例市知识产权局"),
        addressees=("各县（市、区）人民政府", "市政府各部门"),
        issued_on=date(2022, 3, 1),
        preamble="为贯彻落实部署，制定本要点。",
        parts=tuple(parts),
        notice_title="示例市人民政府关于印发《示例市2022年知识产权工作要点》的通知",
        notice_text="现印发给你们，请认真执行。",
    )


def _measure(draw: st.DrawFn, number: str) -> MeasureDraft:
    said = _roles(draw(units)) if draw(st.booleans()) else Units()
    return measure_of(number, Sentence(draw(st.sampled_from(SENTENCES)), Fields(said)))


def _with_bracket(measure: MeasureDraft) -> str:
    labels = _labels(measure.lead_units, measure.responsible_units, measure.supporting_units)
    return measure.text + (f"（{'；'.join(labels)}）" if labels else "")


def _labels(*roles: tuple[str, ...]) -> list[str]:
    words = ("牵头单位", "责任单位", "配合单位")
    return [f"{w}：{'、'.join(names)}" for w, names in zip(words, roles, strict=True) if names]


def _labels_of(task: TaskDraft) -> list[str]:
    labels = _labels(task.lead_units, task.responsible_units, task.supporting_units)
    return labels + ([f"完成时限：{task.deadline.text}"] if task.deadline else [])


def _head(draft: PlanDraft) -> list[str]:
    assert draft.issued_on is not None
    day = draft.issued_on
    return [
        *(draft.document_number, draft.notice_title, f"{'，'.join(draft.addressees)}："),
        *(draft.notice_text, *draft.issuers, f"{day.year}年{day.month}月{day.day}日"),
        *(draft.title, draft.preamble),
    ]


def with_label_lines(draft: PlanDraft) -> str:
    """Print with 牵头单位：… on lines of their own: the manner that expresses everything."""

    def lines(task: TaskDraft) -> list[str]:
        first, *below = task.text.split("\n")
        mark = f"{task.number}." if task.number else ""
        return [mark + first, *_labels_of(task), *below]

    printed = _head(draft)
    for part in draft.parts:
        printed.append(f"{part.number}、{part.title}")
        printed += [line for task in part.tasks for line in lines(task)]
        for item in part.items:
            whole = [line for task in item.tasks for line in lines(task)]
            alone = not item.tasks[0].number
            first = f"{item.number}{item.title}。"
            printed += [item.number + whole[0], *whole[1:]] if alone else [first, *whole]
    return "\n".join(printed)


def with_brackets(draft: PlanDraft) -> str:
    """Print with one bracket at the end of each task; numbered measures come behind it."""
    printed = _head(draft)
    for part in draft.parts:
        printed.append(f"{part.number}、{part.title}")
        printed += [f"{t.number}.{t.text}[{'；'.join(_labels_of(t))}]" for t in part.tasks]
    return "\n".join(printed)


def with_words(draft: PlanDraft) -> str:
    """Print as （A牵头，B负责，C配合，年底前完成）; knows no deadline that is not worded so."""
    printed = _head(draft)
    verbs = ("牵头", "负责", "配合")
    for part in draft.parts:
        printed.append(f"{part.number}、{part.title}")
        for task in part.tasks:
            roles = (task.lead_units, task.responsible_units, task.supporting_units)
            said = ["、".join(r) + v for r, v in zip(roles, verbs, strict=True) if r]
            limit = [task.deadline.text] if task.deadline else []
            printed.append(f"{task.number}.{task.text}（{'，'.join(said + limit)}）")
    return "\n".join(printed)


def as_table(draft: PlanDraft) -> str:
    """Print as a table behind the notice, parts as groups."""
    printed = [*_head(draft), "序号\t重点任务\t工作内容\t牵头单位\t责任单位\t配合单位\t完成时限"]
    for part in draft.parts:
        for task in part.tasks:
            roles = (task.lead_units, task.responsible_units, task.supporting_units)
            limit = task.deadline.text if task.deadline else ""
            cells = [task.number, f"{part.number}、{part.title}", task.text]
            printed.append("\t".join([*cells, *("、".join(role) for role in roles), limit]))
    return "\n".join(printed)
