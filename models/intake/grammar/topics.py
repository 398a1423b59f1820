"""What a heading is about: guiding thought, principles and goals hold no tasks."""

from __future__ import annotations

import re

_NAMES = (
    "总体要求|总体思路|总体目标|总体考虑|总体安排|指导思想|基本原则|工作原则|主要原则|实施原则|原则"
    "|(?:工作|发展|主要|总体|具体|行动|基本|任务|年度|预期|奋斗)?目标(?:任务|要求|指标)?|工作思路|基本思路|主要思路|重要意义|重大意义|背景"
    "|适用范围|总则|现状(?:与|和)?(?:形势|问题)?|形势分析|主要指标"
)
_AND = "(?:和|与|及|、)"
_GUIDING = re.compile(f"^(?:(?:{_NAMES}){_AND}?){{1,3}}$")
_ORGANISING = re.compile(
    "组织(?:领导|实施|保障|推进)|保障(?:措施|机制)|工作要求$|有关要求|实施(?:保障|要求|步骤)|工作保障"
    "|^(?:相关|具体|几点)?要求$|^保障(?:条件)?$|^附则$"
)
# Words with which a paragraph begins, and no heading goes on.
OPENINGS = (
    "以习近平|坚持以习近平|紧紧围绕|各地区、各部门|各(?:地|级|县|市)[^，。]{0,12}要|本(?:意见|方案|办法|通知|要点)(?:所称|适用)"
    "|根据|按照|为(?:深入|进一步|全面|贯彻|切实)|深入(?:贯彻|学习)|到20\\d{2}年|20\\d{2}年[，底]"
)


def is_guiding(title: str) -> bool:
    """Tell whether a heading opens guiding thought, principles or goals, which are never tasks."""
    return bool(_GUIDING.match(title.strip("。：: 　")))


def is_organising(title: str) -> bool:
    """Tell whether a heading opens the part on organisation, offered as not to be tracked."""
    return bool(_ORGANISING.search(title)) and len(title) <= 24
