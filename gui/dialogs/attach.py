"""添加佐证材料: what comes in as a table, each with its 材料名称, and to which measure it belongs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap, QShowEvent
from PySide6.QtWidgets import QLabel, QTableWidget, QTableWidgetItem, QWidget

from gui.dialogs.form import FormDialog
from gui.preferences import Preferences
from gui.widgets.columns import Columns
from gui.widgets.copying import make_copyable
from gui.widgets.pick import PickField
from models import text
from models.dataclass import dataclass
from models.rows import MeasureRow, TaskRow

_HIGHEST = 12
_ROW = 32
_THUMB = (320, 160)


@dataclass(frozen=True)
class Target:
    """The task that is attached to, its measures, and the measure that was pointed at."""

    task: TaskRow
    measures: tuple[MeasureRow, ...] = ()
    measure_id: int | None = None


class AttachDialog(FormDialog):
    """A row without its tick is left out. picture: what was pasted, to be looked at once more."""

    def __init__(
        self,
        target: Target,
        files: Sequence[Path],
        preferences: Preferences,
        parent: QWidget | None = None,
        picture: QImage | None = None,
    ) -> None:
        intro = f"添加到任务 {target.task.label}。材料名称可以在表里直接改；不要的去掉勾。"
        super().__init__(f"添加佐证材料 {len(files)} 件", intro, parent)
        self.setMinimumWidth(720)
        self._files = list(files)
        self.table = _table(files)
        Columns(self.table.horizontalHeader(), "要添加的文件", preferences)
        make_copyable(self.table)
        self.table.itemChanged.connect(lambda _: self.check())
        if picture is not None:
            self.add_row("图片", _thumb(picture))
        self.add_row("材料", self.table)
        self.place = PickField("对应举措")
        self.place.offer(places(target.measures))
        self.place.show_value(target.measure_id)
        self.add_row("对应举措", self.place)
        self.check()

    def showEvent(self, event: QShowEvent) -> None:
        """The table first; a single name is typed at once."""
        super().showEvent(event)
        self.table.setFocus(Qt.FocusReason.TabFocusReason)
        first = self.table.item(0, 0)
        if len(self._files) == 1 and first is not None:
            self.table.editItem(first)

    def complete(self) -> bool:
        """At least one, and none without a name."""
        named = self.named()
        return bool(named) and all(name for _, name in named)

    def measure_id(self) -> int | None:
        """To which measure they belong; None: to the task as a whole."""
        found = self.place.currentData()
        return None if found is None else int(found)

    def named(self) -> list[tuple[Path, str]]:
        """The files that are wanted, with their names."""
        rows = [(path, self.table.item(place, 0)) for place, path in enumerate(self._files)]
        return [
            (path, item.text().strip())
            for path, item in rows
            if item is not None and item.checkState() is Qt.CheckState.Checked
        ]


def places(measures: Sequence[MeasureRow]) -> list[tuple[str, int | None]]:
    """整项任务, then each measure with its words."""
    found: list[tuple[str, int | None]] = [("整项任务", None)]
    return found + [(f"{each.number}　{text.proper(each.wording)}", each.id) for each in measures]


def _table(files: Sequence[Path]) -> QTableWidget:
    table = QTableWidget(len(files), 2)
    table.setAccessibleName("要添加的文件")
    table.setHorizontalHeaderLabels(["材料名称", "文件"])
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(_ROW)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setColumnWidth(0, 320)
    table.horizontalHeader().setStretchLastSection(True)
    table.setFixedHeight(_ROW * (min(_HIGHEST, len(files)) + 1) + 4)
    for place, path in enumerate(files):
        name = QTableWidgetItem(path.stem)
        name.setCheckState(Qt.CheckState.Checked)
        file = QTableWidgetItem(path.name)
        file.setToolTip(str(path))
        file.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        table.setItem(place, 0, name)
        table.setItem(place, 1, file)
    table.setCurrentCell(0, 0)
    return table


def _thumb(picture: QImage) -> QLabel:
    label = QLabel()
    label.setAccessibleName(f"粘贴的图片，{picture.width()}×{picture.height()}")
    small = picture
    if picture.width() > _THUMB[0] or picture.height() > _THUMB[1]:
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        small = picture.scaled(*_THUMB, keep, smooth)
    label.setPixmap(QPixmap.fromImage(small))
    return label
