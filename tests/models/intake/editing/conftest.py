"""A short plan as it is mended in the tests of this folder."""

from __future__ import annotations

import pytest

from models.intake import read_pasted_plan
from models.intake.editing.outline import Entry, Outline
from models.intake.editing.reading import outline_of

PLAN = """示例市2022年知识产权工作要点
为贯彻落实部署，制定本要点。
一、总体要求
（一）指导思想。坚持改革创新。
二、强化保护
（二）完善制度
1.编制《示例规划》。新增学校30所。（责任单位：市市场监管局、市教育局）
2.建立健全机制。（责任单位：市司法局）
（三）加强执法
3.开展“春雷”专项行动。2022年6月底前完成。（责任单位：市公安局）
三、优化服务
（四）便利企业。召开座谈会。推进改革。（市税务局负责）
各地要认真落实本要点。
"""


@pytest.fixture
def plan() -> Outline:
    """The plan above, nothing mended yet."""
    return outline_of(read_pasted_plan(PLAN))


def find(outline: Outline, words: str) -> Entry:
    """The first line whose text or heading begins with these words."""
    return next(
        entry
        for entry in outline.entries
        if entry.text.startswith(words) or (entry.title and entry.title.startswith(words))
    )


def shape(outline: Outline) -> list[str]:
    """The lines with their levels, measures left out."""
    return [
        f"{entry.level} {(entry.title or entry.text)[:6]}"
        for entry in outline.entries
        if entry.level != "measure"
    ]
