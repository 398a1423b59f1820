"""Names of units: cutting a list of them, telling a unit from other words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.intake.grammar.spans import cut_outside, pairs

_ENDS_AS_UNIT = re.compile(
    "(?:[局委办部厅院会署社团行库处科室所站队校司馆]|政府|中心|单位|部门|地区|海关|公司|集团|企业|机构|组织"
    "|支队|大队|街道|指挥部|银行|园区|新区|高校|[各省市县区州乡镇旗盟村]|组|专班|党工委|气象台|（[^（）]*）|\\([^()]*\\))$"
)
# Ends that leave no doubt, for lists in which nothing else says that they are units.
_SURELY = re.compile(
    "(?:[^全布大格结变棋]局|[^党]委|[^党]办|[^全内]部|[^客餐]厅|法院|检察院|署|人民政府|办公室|委员会|管委会|海关|(?:[区县市]|公)司|集团|[^学百专本内外儿产齿眼]科"
    "|[^好坏用去何短长相到之深益害远近高低\\d一二三四五六七八九十几多]处)(?:（[^（）]*）)?$"
)
_AND = (re.compile("以及|及其|及"), re.compile("和|与|暨"))
_ET_CETERA = re.compile("^(.+?)等([^级等]*)$")
_BARE = re.compile("(?:相关)?(?:单位|部门)?$")
_LONGEST = 80  # a list entry beyond this is no list of names
_TAIL = re.compile(
    "(?:(?:按照?|依据|根据|依)?(?:各自)?(?:职责|职能|任务)?(?:分工)?(?:分别|共同|具体|按职责)?|等)$"
)
# A role said of one name in a list: 甲局（牵头）.
ROLE_BEHIND = re.compile(
    "(?<=.)[（(](?:(?P<lead>[^（()）]*(?:牵头|主办)[^（()）]*)|(?P<supporting>配合|协办|参与)(?:单位|部门)?)[）)]$"
)
# Which measures a name answers for: 甲科（3.1、3.2）.
_OF_MEASURES = re.compile(r"[（(](?:增?\d{1,3}\.\d{1,2}[、，,\s]*)+[）)]")
# 各市、县（市、区）人民政府 is one name, said of every place of these levels.
_LEVEL = "(?:设区市|自治州|乡镇|街道|[市州县区旗盟乡镇])(?:[（(〔][^（）()〔〕]{1,12}[）)〕])?"
_OF_ALL_PLACES = re.compile(
    f"(?<![\u4e00-\u9fff])各{_LEVEL}、{_LEVEL}(?:人民政府|政府|党委|办事处)?"
    "(?=$|[、，,；;。/\\s等按（(])"
)
_JOINED = "\ue004"  # stands for the comma inside such a name
_BRACKET = re.compile("[（()）\\[\\]［］【】]")
# What no name holds; from there on it is a remark.
_NO_NAME = re.compile("[:：，,。；;]|(?:按职责分工|分工)?(?:负责|牵头).*$")


def looks_like_unit(words: str) -> bool:
    """Tell whether ``words`` end as names of units do."""
    return bool(_ENDS_AS_UNIT.search(words.strip().removesuffix("等")))


def is_surely_unit(name: str) -> bool:
    """Tell whether a name is that of a unit even where nothing around it says so."""
    return len(name) > 2 and bool(_SURELY.search(name))


def unit_names(words: str) -> tuple[str, ...]:
    """Return the names in a list: A、B，C等D及E → A, B, C, D, E, each once, in order.

    和 and 与 part two names only where both ends read as units (工业和信息化部 is one name).
    """
    names: dict[str, None] = {}
    words = _OF_MEASURES.sub("、", words)
    if "各" in words:
        words = _OF_ALL_PLACES.sub(lambda found: found[0].replace("、", _JOINED), words)
    for piece in cut_outside(words, "、，,；;/\n 　"):
        for name in _parted(_TAIL.sub("", piece.strip("。．.:：")).strip()):
            names.update((n.replace(_JOINED, "、"), None) for n in _proper_names(name))
    return tuple(names)


def _proper_names(name: str) -> Iterator[str]:
    """Yield a name if it is one; of a name with a remark, what stands before the remark."""
    if ROLE_BEHIND.search(name):
        yield name
        return
    if _BRACKET.search(name):
        name = _balanced(name)
    bare = _NO_NAME.split(name)[0].strip()
    if bare == name or looks_like_unit(bare):
        yield from filter(None, [bare])


def _balanced(name: str) -> str:
    """Return a name whose brackets close; of another what stands before or inside its bracket."""
    inside = pairs(name)
    if inside and inside[0] == (0, len(name) - 1):
        return name[1:-1].strip()
    outside = name
    for opened, closed in reversed(inside):
        outside = outside[:opened] + outside[closed + 1 :]
    if not _BRACKET.search(outside):
        return name
    return next((piece for piece in _BRACKET.split(name) if piece.strip()), "").strip()


def _parted(piece: str) -> list[str]:
    """Part one list entry at 等 and at a conjunction between two units."""
    if len(piece) > _LONGEST:
        return [piece]
    match = _ET_CETERA.match(piece)
    if match and looks_like_unit(match[1]):
        rest = match[2]
        return [*_parted(match[1]), *([] if _BARE.fullmatch(rest) else _parted(rest))]
    for conjunctions in _AND:
        for found in conjunctions.finditer(piece):
            left, right = piece[: found.start()], piece[found.end() :]
            if min(len(left), len(right)) > 2 and looks_like_unit(left) and looks_like_unit(right):
                return [*_parted(left), *_parted(right)]
    return [piece]
