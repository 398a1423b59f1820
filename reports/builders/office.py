"""How the office and the level above it are called in a paper."""

from __future__ import annotations

import re

from models.rows import Bureau, PlanRow

_LEVELS = ("省", "自治区", "市", "州", "盟", "县", "区", "旗")
_LEVEL = re.compile(r"^.{1,11}?(自治区|自治州|省|市(?!场)|州(?!市(?!场))|盟|县|区|旗)")


def area(bureau: Bureau) -> str:
    """示例市: as the office says it, else read from its name; 我市 where neither tells."""
    if bureau.area:
        return bureau.area
    end = bureau.own[-1:]
    if end in _LEVELS:
        # 州 before 市 is part of a city's name (杭州市), unless 市场 follows (阿坝州市场…局).
        guard = r"(?!市(?!场))" if end == "州" else r"(?!场)"
        match = re.match(rf"^.{{1,11}}?{end}{guard}", bureau.name)
        if match:
            return match.group()
    return bureau.own


def level_above(plan: PlanRow) -> str:
    """省级, 市级 … by the plan's first issuer; 上级 where its name does not say."""
    match = _LEVEL.match(plan.issuers[0]) if plan.issuers else None
    if match is None:
        return "上级"
    return f"{match.group(1)}级".replace("自治州级", "州级")


def own_level(bureau: Bureau) -> str:
    """市级 from 本市, 州级 from 本州; 本级 where the word is no level."""
    end = bureau.place[-1:]
    return f"{end}级" if end in _LEVELS else "本级"
