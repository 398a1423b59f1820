"""《…》 in a sentence: which the task promises to produce, and which it only refers to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from models.intake.grammar.spans import clauses, pairs

# The verb nearest before 《…》 decides; a run of verbs (制定实施) produces if one of them does.
_PRODUCES = (
    "制定|制订|修订|修编|修改|编制|编写|编印|编纂|编撰|编发|汇编|编辑|起草|草拟|拟订|拟定|出台|印发|发布|公布"
    "|印制|出版|撰写|完善|签订|签署|报送|提交|下发|刊发|研究提出|形成|推出|绘制"
)
_REFERS = (
    "贯彻|落实|实施|执行|根据|按照|依据|依照|遵循|遵守|对照|对标|参照|推广|应用|利用|运用|使用|用好|宣传|宣贯"
    "|学习|解读|围绕|结合|衔接|依托|通过|实行|推行|配合|符合|纳入|适用|引用|履行"
)
_ORGANISES = "开展|组织|推进|推动|做好|抓好|加强|启动|完成|参与|支持|深化|总结|评估"
_VERB = re.compile(f"(?P<produces>{_PRODUCES})|(?P<refers>{_REFERS})|(?P<organises>{_ORGANISES})")
# What may stand behind the title: its making, or a further paper or deed made from it.
_MADE = re.compile(
    r"(?:的)?(?:[^、的]{0,6})?(?:编制|制定|制订|修订|修编|起草|编写|编印|出台|印发|发布|立法)(?:工作|任务|完成|$)"
)
_FURTHER = re.compile(
    "的?[^等和及、]{0,8}(?:实施|落实|工作|配套|任务)?(?:方案|细则|意见|办法|措施|分工|解读|计划|制度)"
)
CAMPAIGN_BEHIND = re.compile("(?:系列|主题|专题|集中)?(?:宣传|活动|行动|展播|展览|巡展|演出|培训)")
_LINKS = re.compile("[、和及与以]*")


@dataclass(frozen=True)
class Documents:
    """The titles of a sentence, each with its 《》, in order."""

    produced: tuple[str, ...]
    referred: tuple[str, ...]


def documents_in(sentence: str) -> Documents:
    """Return the titles that a sentence promises to produce and those it refers to.

    A title that only names a campaign (《…》系列宣传) is neither.
    """
    if "《" not in sentence:
        return Documents((), ())
    produced: list[str] = []
    referred: list[str] = []
    for clause in clauses(sentence):
        for before, titles, behind in _groups(clause):
            if _is_campaign(before, behind):
                continue
            (produced if _is_made(before, behind) else referred).extend(titles)
    return Documents(tuple(dict.fromkeys(produced)), tuple(dict.fromkeys(referred)))


def _groups(clause: str) -> Iterator[tuple[str, list[str], str]]:
    """Yield each run of titles with the words before and behind it."""
    spans = [(a, b) for a, b in pairs(clause) if clause[a] == "《"]
    start = 0
    while spans:
        opened, closed = spans.pop(0)
        before, titles = clause[start:opened], [clause[opened : closed + 1]]
        while spans and _LINKS.fullmatch(clause, closed + 1, spans[0][0]):
            opened, closed = spans.pop(0)
            titles.append(clause[opened : closed + 1])
        start = closed + 1
        yield before, titles, clause[start : spans[0][0] if spans else len(clause)]


def _is_made(before: str, behind: str) -> bool:
    group = _nearest_verbs(before)
    if _MADE.match(behind) and "refers" not in group:
        return True
    return "produces" in group and not _FURTHER.match(behind)


def _is_campaign(before: str, behind: str) -> bool:
    group = _nearest_verbs(before)
    return "organises" in group and bool(CAMPAIGN_BEHIND.match(behind))


def _nearest_verbs(before: str) -> set[str]:
    """Return the kinds of the last run of verbs in the words before a title."""
    kinds: set[str] = set()
    start = None
    for verb in reversed(list(_VERB.finditer(before))):
        if start is not None and verb.end() != start:
            break
        kinds.add(verb.lastgroup or "")
        start = verb.start()
    return kinds
