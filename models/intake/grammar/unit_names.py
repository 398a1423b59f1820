"""Names of units: cutting a list of them, telling a unit from other words."""

from __future__ import annotations

import re

from models.intake.grammar.spans import cut_outside

_ENDS_AS_UNIT = re.compile(
    "(?:[局委办部厅院会署社团行库处科室所站队校司馆]|政府|中心|单位|部门|地区|海关|公司|集团|企业|机构|组织"
    "|支队|大队|街道|指挥部|银行|园区|新区|高校|[各省市县区州乡镇]|组|（[^（）]*）|\\([^()]*\\))$"
)
_AND = (re.compile("以及|及其|及"), re.compile("和|与"))
_ET_CETERA = re.compile("^(.+?)等([^级等]*)$")
_LONGEST = 80  # a list entry beyond this is no list of names
_TAIL = re.compile(
    "(?:(?:按照?|依据|根据)?(?:各自)?(?:职责|职能)?(?:分工)?(?:分别|共同|具体|按职责)?|等)$"
)


def looks_like_unit(words: str) -> bool:
    """Tell whether ``words`` end as names of units do."""
    return bool(_ENDS_AS_UNIT.search(words.strip().removesuffix("等")))


def unit_names(words: str) -> tuple[str, ...]:
    """Return the names in a list: A、B，C等D及E → A, B, C, D, E, each once, in order.

    和 and 与 part two names only where both ends read as units (工业和信息化部 is one name).
    """
    names: dict[str, None] = {}
    for piece in cut_outside(words, "、，,；;/\n 　"):
        for name in _parted(_TAIL.sub("", piece.strip("。．.:：")).strip()):
            if name:
                names[name] = None
    return tuple(names)


def _parted(piece: str) -> list[str]:
    """Part one list entry at 等 and at a conjunction between two units."""
    if len(piece) > _LONGEST:
        return [piece]
    match = _ET_CETERA.match(piece)
    if match and looks_like_unit(match[1]):
        return [*_parted(match[1]), *_parted(match[2])]
    for conjunctions in _AND:
        for found in conjunctions.finditer(piece):
            left, right = piece[: found.start()], piece[found.end() :]
            if min(len(left), len(right)) > 2 and looks_like_unit(left) and looks_like_unit(right):
                return [*_parted(left), *_parted(right)]
    return [piece]
