"""What a heading is about: guiding thought, principles and goals hold no tasks."""

from __future__ import annotations

import re

_GUIDING = re.compile(
    "^(?:总体要求|总体思路|总体目标|总体考虑|指导思想|基本原则|工作原则|主要原则|原则"
    "|(?:工作|发展|主要|总体|具体|行动|基本|任务)?目标(?:任务)?|工作思路|基本思路|重要意义|背景|适用范围)$"
)
_ORGANISING = re.compile(
    "组织(?:领导|实施|保障)|保障(?:措施|机制)|工作要求$|有关要求|实施保障|工作保障"
)


def is_guiding(title: str) -> bool:
    """Tell whether a heading opens guiding thought, principles or goals, which are never tasks."""
    return bool(_GUIDING.match(title.strip("。：: 　")))


def is_organising(title: str) -> bool:
    """Tell whether a heading opens the part on organisation, offered as not to be tracked."""
    return bool(_ORGANISING.search(title)) and len(title) <= 24
