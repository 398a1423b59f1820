"""Where each sentence about a paper leads: to the task, to 设置, or into an option's field."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gui.address import Address
from gui.bus import Bus
from gui.pages.report.lacking_panel import Remark
from gui.pages.report.option_fields import OptionFields

if TYPE_CHECKING:
    from reports.lacking import Lacking
    from reports.press import Paper

HEAD = "文稿缺的"
TASKS = "任务缺的"
LOOK = "请核对"
FONTS = "代替的字体"
_CHANGED = "签发以后文字又有变化，与签发时不同；请核对，要改请先退回修改。"
Way = Callable[[], object]


def remarks(
    paper: Paper,
    bus: Bus,
    fields: OptionFields,
    lead_to: Callable[[QWidget], object],
    *,
    changed: bool = False,
) -> list[Remark]:
    """What is lacking, what should be looked at, which fonts stood in.

    lead_to: brings an option's field to the front and puts the cursor into it.
    """
    found = [Remark(LOOK, _CHANGED)] if changed else []
    for each in paper.lacking:
        group = HEAD if each.task_id is None and not _counts(each.sentence) else TASKS
        way = _way(each, bus, fields, lead_to)
        found.append(Remark(group, each.sentence, way, not _counts(each.sentence)))
    found += [
        Remark(LOOK, each.sentence, _way(each, bus, fields, lead_to)) for each in paper.warnings
    ]
    fonts = partial(_lead, bus, "settings", "字体")
    return found + [Remark(FONTS, f"{each}。", fonts, False) for each in paper.substitutions]


def _counts(sentence: str) -> bool:
    """Whether a sentence counts the tasks whose own lines follow: 5项任务没有…."""
    return sentence.lstrip("0123456789").startswith("项") and sentence[:1].isdigit()


def _way(
    each: Lacking, bus: Bus, fields: OptionFields, lead_to: Callable[[QWidget], object]
) -> Way | None:
    sentence, task_id = each.sentence, each.task_id
    filling = "未填进展" in sentence or "与上期文字相同" in sentence
    if task_id is not None and filling:
        return partial(_lead, bus, "fill", "逐项", task=task_id)
    if filling:
        return partial(_lead, bus, "fill", "表格", unfilled=1)
    if "尚未确定是否承接" in sentence and task_id is None:
        return partial(_lead, bus, "tasks", role="undecided")
    if task_id is not None:
        return partial(bus.place_wanted.emit, task_id, _tab(sentence))
    if "设置" in sentence:
        return partial(_lead, bus, "settings", "本单位")
    for words, field in (
        ("发文字号", fields.number),
        ("编号", fields.number),
        ("签发人", fields.signer),
        ("主送", fields.addressee),
        ("抄送", fields.copies),
        ("成文日期", fields.date),
        ("标题", fields.title),
        ("填报期", fields.period),
    ):
        if words in sentence:
            return partial(lead_to, field)
    return None


def _lead(bus: Bus, page: str, part: str = "", **wanted: object) -> None:
    """Written only when somebody follows: a paper of a large plan has hundreds of remarks."""
    bus.page_wanted.emit(str(Address.of(page, part, **wanted)))


def _tab(sentence: str) -> str:
    """The tab of a task in which a sentence can be mended."""
    if "进展" in sentence or "填报" in sentence:
        return "progress"
    return "records" if "佐证" in sentence or "形成日期" in sentence else ""
