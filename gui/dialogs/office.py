"""Dialogs about a section or a person; they hand back the values that were filled in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from gui.dialogs.form import FormDialog
from gui.widgets.fields import PickField
from models.roster import SECTION_KINDS
from models.rows import PersonRow, SectionRow


class SectionDialog(FormDialog):
    """增加 or 修改科室."""

    def __init__(self, row: SectionRow | None, parent: QWidget | None = None) -> None:
        super().__init__("修改科室" if row else "增加科室", "", parent)
        self._name = self.add_line("名称", row.name if row else "")
        self._short = self.add_line("简称", row.short_name if row else "")
        self._kind = PickField("类别")
        self._kind.offer([(each, each) for each in SECTION_KINDS])
        self._kind.show_value(row.kind if row else SECTION_KINDS[0])
        self.add_row("类别", self._kind)
        self._name.setFocus()
        self.check()

    def complete(self) -> bool:
        """A name is needed."""
        return bool(self._name.text().strip())

    def values(self) -> dict[str, Any]:
        """name, short_name, kind."""
        return {
            "name": self._name.text(),
            "short_name": self._short.text(),
            "kind": self._kind.currentData(),
        }


class PersonDialog(FormDialog):
    """增加 or 修改人员."""

    def __init__(
        self,
        row: PersonRow | None,
        sections: Sequence[SectionRow],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("修改人员" if row else "增加人员", "", parent)
        self._name = self.add_line("姓名", row.name if row else "")
        self._section = PickField("科室")
        words = [("未定", 0), *((each.name, each.id) for each in sections)]
        if row and row.section_id and row.section_id not in [number for _, number in words]:
            words.append((row.section, row.section_id))
        self._section.offer(words)
        self._section.show_value(row.section_id or 0 if row else 0)
        self.add_row("科室", self._section)
        self._post = self.add_line("职务", row.post if row else "")
        self._phone = self.add_line("电话", row.phone if row else "")
        self._name.setFocus()
        self.check()

    def complete(self) -> bool:
        """A name is needed."""
        return bool(self._name.text().strip())

    def values(self) -> dict[str, Any]:
        """name, section_id (0 for none), post, phone."""
        return {
            "name": self._name.text(),
            "section_id": self._section.currentData(),
            "post": self._post.text(),
            "phone": self._phone.text(),
        }
