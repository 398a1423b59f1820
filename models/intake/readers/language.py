"""Whether a text is one that the grammar can read: simplified Chinese, not traditional or English."""

from __future__ import annotations

import re

from models.errors import KnownError
from models.intake.source import Source

_SAMPLE = 20_000  # characters from the start
_FEW = 200
# Everyday characters that only one of the two ways of writing has.
_TRADITIONAL = re.compile(
    "[產權關於發會國務實業學區責單與對為個後開這應經點義進動現樣體總結與濟議機構強調設計報執標準範圍條質無項從將當過還請處據決領導級組織縣鄉鎮廳醫藥農園財稅監審環衛復護專際劃網電話]"
)
_SIMPLIFIED = re.compile(
    "[产权关于发会国务实业学区责单与对为个后开这应经点义进动现样体总结济议机构强调设计报执标准范围条质无项从将当过还请处据决领导级组织县乡镇厅医药农园财税监审环卫复护专际划网电话]"
)
_HAN = re.compile("[\u3400-\u9fff]")
_LATIN = re.compile("[A-Za-z]")


def check_language(source: Source, name: str) -> None:
    """Raise KnownError for a text mostly in traditional characters, or without Chinese."""
    sample = source.text[:_SAMPLE]
    latin, han = len(_LATIN.findall(sample)), len(_HAN.findall(sample))
    if latin > _FEW and han * 10 < latin:
        message = f"“{name}”里几乎没有汉字：没有读入任何内容。只能读中文公文，请检查文件是否选对。"
        raise KnownError(message)
    traditional = len(_TRADITIONAL.findall(sample))
    if traditional > 20 and traditional > len(_SIMPLIFIED.findall(sample)):
        message = f"“{name}”是繁体字：没有读入任何内容。请在 Word 的“审阅”里转换为简体后再读入。"
        raise KnownError(message)
