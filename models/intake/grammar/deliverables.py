"""Deliverables of a measure: documents, meetings, campaigns and platforms it promises."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from models.intake.draft import DeliverableDraft, DeliverableKind
from models.intake.grammar.documents import CAMPAIGN_BEHIND, documents_in
from models.intake.grammar.objects import objects_of, without_and_so_on
from models.intake.grammar.spans import clauses

_SHORTEST = 2  # 会议, 平台: a word is no name
_HOLD = re.compile(
    "(?:举办好?|(?:组织)?召开|承办|主办|协办)(?!的|单位|方)|筹办|创办|办好|开好|参加(?!人)|出席|做好"
)
_MEETING = re.compile(
    "(?:会议|论坛|峰会|博览会|大会|年会|晚会|竞赛|大赛|[^标]赛|节目|典礼|仪式|沙龙|讲座|评审|评选|[^季环细]节|展)$"
)
_ASSEMBLY = re.compile("(?<![委协学商工社机联理监总分金合务])(?<!研究)(?<!促进)(?<!联合)会$")
_EXCHANGE = re.compile("^“[^”]+(?:交流|对话|之夜|行)”$")
_RUN = re.compile(
    "(?:组织|持续|深入|集中|联合)?开展|(?:组织)?实施|(?:持续)?抓好|启动|组织|(?:深入)?推进(?!行动|计划|工程|会)|深化|做好"
)
_CAMPAIGN = re.compile(
    "(?:行动|专项整治|专项治理|集中整治|攻坚战|大检查|大排查|活动|工程|宣传[周月日])$"
)
_BUILD = re.compile("建设(?!的)|建立|搭建|打造|筹建|新建|组建|成立|设立|共建|筹办|建成")
_FURTHER = re.compile("推进|加强|支持|推动|加快|完善")  # 推进甲平台、乙平台建设
# A character of every verb above: a clause without any of them promises nothing of the kind.
_MAY_PROMISE = re.compile("[办召开参席做展施抓启组推深化建搭打新成设加支完]")
_PLATFORM = re.compile(
    "(?:平台|中心|基地|系统|数据库|名录库|专家库|联盟|学院|窗口|网点|示范区|实验室|工作站|服务站|分站|专委会|专区)$"
)
# Entries of a list that stand for themselves and borrow nothing from a later one.
_WHOLE = re.compile(
    "(?:机制|体系|制度|网络|工作|模式|服务|队伍|标准|规范|机构|试点|政策|力度|能力|环境)$"
)
# 打造成区域中心, 建设为一批基地; but 成都 and 成渝 are places, and 成效 is no place to build.
_MANY = re.compile("^(?:成为|成(?![都渝德绵效果熟员人品长套])|为)?(?:一批|若干|一系列)?")


def deliverables_in(sentence: str) -> tuple[DeliverableDraft, ...]:
    """Return what a sentence promises, each thing once, documents first."""
    if "《" not in sentence and not _MAY_PROMISE.search(sentence):
        return ()
    found: list[DeliverableDraft] = [
        DeliverableDraft("document", name) for name in documents_in(sentence).produced
    ]
    for clause in filter(_MAY_PROMISE.search, clauses(sentence)):
        for kind, names in _READERS:
            found += (DeliverableDraft(kind, n) for n in names(clause) if len(n) > _SHORTEST)
    return tuple(dict.fromkeys(found))


def _meetings(clause: str) -> Iterator[str]:
    for piece in objects_of(clause, _HOLD):
        name = without_and_so_on(piece)
        bare = name.rstrip("”")
        if _MEETING.search(bare) or _ASSEMBLY.search(bare) or _EXCHANGE.search(name):
            yield name


def _campaigns(clause: str) -> Iterator[str]:
    for name in _joined(objects_of(clause, _RUN), _CAMPAIGN):
        if "《" not in name:
            yield name
    if "》" not in clause:
        return
    for name in objects_of(clause, _RUN):
        title, _, behind = name.rpartition("》")
        if title.startswith("《") and CAMPAIGN_BEHIND.match(behind):
            yield name


def _platforms(clause: str) -> Iterator[str]:
    last_line = clause.rpartition("\n")[2]
    furthered = last_line if last_line.endswith("建设") else ""
    for verbs, words in ((_BUILD, clause), (_FURTHER, furthered)):
        pieces = (piece.removesuffix("建设") for piece in objects_of(words, verbs))
        yield from _joined(_built(pieces), _PLATFORM)


def _built(pieces: Iterable[str]) -> Iterator[str]:
    """Yield the entries without what 等 adds; 等方面 and its like end the list of what is built."""
    for piece in pieces:
        name = without_and_so_on(piece)
        yield _MANY.sub("", name)
        if name != piece and not _PLATFORM.search(piece):
            return


def _joined(pieces: Iterable[str], ending: re.Pattern[str]) -> Iterator[str]:
    """Yield the entries that end as wanted, with the shortened ones before them (省、市两级平台)."""
    shortened: list[str] = []
    for piece in pieces:
        if ending.search(piece.rstrip("”")):
            yield "、".join([*shortened, piece])
            shortened = []
        elif _WHOLE.search(piece):
            shortened = []
        else:
            shortened.append(piece)


_READERS: tuple[tuple[DeliverableKind, Callable[[str], Iterator[str]]], ...] = (
    ("meeting", _meetings),
    ("campaign", _campaigns),
    ("platform", _platforms),
)
