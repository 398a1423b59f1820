"""导出佐证材料: whose evidence is wanted, and how much that is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from gui.dialogs.form import FormDialog
from gui.widgets.check_list import CheckList
from gui.widgets.fields import PickField
from gui.widgets.labels import muted
from models.periods import periods_of_year
from models.rows import ReportRows
from reports.pieces import Choice, Piece, pieces

INTRO = (
    "每项任务、每条举措一个文件夹，文件按序号命名，并附佐证材料清单（PDF 和 Excel）。"
    "科室和形成时间都不勾选，就是不限。"
)


class EvidenceExportDialog(FormDialog):
    """offers: choices of tasks as words and ids, no ids for all; the first is proposed."""

    def __init__(
        self,
        rows: ReportRows,
        offers: Sequence[tuple[str, tuple[int, ...]]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("导出佐证材料", INTRO, parent)
        self._rows = rows
        self.tasks = PickField("任务")
        self.tasks.offer(offers)
        self.sections = CheckList("科室，都不勾选为不限")
        self.sections.offer([(section.name, section.id) for section in rows.sections])
        self.periods = CheckList("形成于哪些填报期，都不勾选为不限")
        self.periods.offer([(each.title, each) for each in periods_of_year(rows.plan.year)])
        self.found = muted(wrap=True)
        self.add_row("任务", self.tasks)
        self.add_row("科室", self.sections)
        self.add_row("形成时间", self.periods)
        self.add_row("共有", self.found)
        self.ok.setText("选择文件夹…")
        self.tasks.picked.connect(lambda _: self.check())
        self.sections.ticked.connect(self.check)
        self.periods.ticked.connect(self.check)
        self.check()

    def choice(self) -> Choice:
        """What was chosen."""
        return Choice(self.tasks.currentData() or (), self.sections.values(), self.periods.values())

    def pieces(self) -> tuple[Piece, ...]:
        """The evidence of the choice."""
        return pieces(self._rows, self.choice())

    def complete(self) -> bool:
        """There must be something to export."""
        return bool(self.pieces())

    def check(self) -> None:
        """Say how much the choice is."""
        super().check()
        self.found.setText(summary(self.pieces()))


def summary(found: Sequence[Piece]) -> str:
    """7 项任务的 12 份：文件 10 份、纸质原件 2 份（只列入清单）。."""
    if not found:
        return "没有这样的佐证材料，请放宽任务、科室或形成时间。"
    tasks = len({piece.dossier.task.id for piece in found})
    files = sum(piece.is_file for piece in found)
    papers = len(found) - files
    kinds = [f"文件 {files} 份"] * bool(files)
    kinds += [f"纸质原件 {papers} 份（只列入清单）"] * bool(papers)
    return f"{tasks} 项任务的 {len(found)} 份：{'、'.join(kinds)}。"
