"""The menu of the report page: the next step of the paper, its words, export and print; and its tabs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from gui.widgets.menu_lines import add_lines

if TYPE_CHECKING:
    from gui.pages.report.page import ReportPage

_TABS = ("选项", "文字", "还缺")


def listen(page: ReportPage) -> None:
    """Alt+1 to Alt+3 turn to 选项, 文字, 还缺, with the cursor there."""
    within = Qt.ShortcutContext.WidgetWithChildrenShortcut
    QShortcut(QKeySequence("Ctrl+B"), page, partial(_batch, page), context=within)
    for place in range(len(_TABS)):
        keys = QKeySequence(f"Alt+{place + 1}")
        way = partial(_turn, page, place)
        QShortcut(keys, page, way, context=within)


def fill(page: ReportPage, menu: QMenu) -> None:
    """What can be done with the paper that is shown."""
    step, foot = page.strip.next, page.foot
    if step.text():
        add_lines(menu, [(step.text(), "Ctrl+G", step.click)], fits=step.isEnabled())
    if page.strip.menu.actions():
        menu.addMenu("更多").addActions(page.strip.menu.actions())
    menu.addSeparator()
    if not page.parts.batch.isHidden():
        add_lines(menu, [(page.parts.batch.text(), "Ctrl+B", page.parts.batch.click)])
    add_lines(menu, [("改选中的段落", "F2", page.edit_marked)])
    for place, word in enumerate(_TABS):
        add_lines(menu, [(word, f"Alt+{place + 1}", partial(_turn, page, place))])
    menu.addSeparator()
    for button, word, keys, way in (
        (foot.print, "打印…", "Ctrl+P", page.print),
        (foot.pdf, "导出 PDF…", "Ctrl+Shift+P", partial(page.export, "pdf")),
        (foot.xlsx, "导出 Excel…", "Ctrl+Shift+E", partial(page.export, "xlsx")),
        (foot.upright, "横排的表格转正了看", "Ctrl+R", foot.upright.click),
    ):
        add_lines(menu, [(word, keys, way)], fits=button.isEnabled())


def _batch(page: ReportPage) -> None:
    if not page.parts.batch.isHidden():
        page.slips.ask()


def _turn(page: ReportPage, place: int) -> None:
    page.side.show_at(place)
    page.side.enter()
