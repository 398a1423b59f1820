"""Where each sentence about a paper leads: to the task, to 设置, or into an option's field."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from gui.bus import Bus
from gui.pages.report.lacking_bar import Remark
from gui.pages.report.options_panel import OptionsPanel

if TYPE_CHECKING:
    from reports.press import Paper


def remarks(paper: Paper, bus: Bus, options: OptionsPanel) -> list[Remark]:
    """What is lacking, what should be looked at, which fonts stood in."""
    found = [
        Remark(each.sentence, _way(each.sentence, each.task_id, bus, options))
        for each in (*paper.lacking, *paper.warnings)
    ]
    fonts = partial(bus.page_wanted.emit, "settings/字体")
    return found + [Remark(f"{each}。", fonts) for each in paper.substitutions]


def _way(
    sentence: str, task_id: int | None, bus: Bus, options: OptionsPanel
) -> Callable[[], None] | None:
    if task_id is not None:
        return partial(bus.place_wanted.emit, task_id, "progress" if "进展" in sentence else "")
    if "设置" in sentence:
        return partial(bus.page_wanted.emit, "settings/本单位")
    for words, field in (
        ("发文字号", options.number),
        ("编号", options.number),
        ("签发人", options.signer),
        ("主送", options.addressee),
        ("成文日期", options.date),
    ):
        if words in sentence:
            return field.setFocus
    return None
