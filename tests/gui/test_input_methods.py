"""Chinese input methods in every field of the window: compose, be refreshed meanwhile, commit."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, takewhile
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from gui.main_window import MainWindow
from gui.pages.settings.page import panel_words
from gui.pages.tasks.adoption_walk import AdoptionWalk
from gui.tablemodels.draft_tree import HEAD
from models.rows import Change
from models.rules import Adoption
from tests.gui.conftest import Office

PLACES = (
    "overview",
    *(f"tasks/{tab}" for tab in ("measures", "progress", "records", "history")),
    "fill/表格",
    "fill/逐项",
    "report",
    *(f"settings/{word}" for word in panel_words()),
)
WORDS = "知识产权"
EVERY_KIND = frozenset(
    {"plan", "task", "measure", "entry", "note", "evidence", "section", "person", "setting"}
    | {"assignment", "status", "target", "paper", "period_days", "extension"}
)
# Tables in which a person writes; how many of their columns take words.
CELLS = {"fill/表格": 3, "settings/文稿": 1}
Field = QLineEdit | QPlainTextEdit | QTextEdit


def fields(root: QWidget) -> list[Field]:
    """What a person can type Chinese into; days and numbers take none."""
    return [
        field
        for kind in (QLineEdit, QPlainTextEdit, QTextEdit)
        for field in root.findChildren(kind)
        if field.isVisible()
        and field.isEnabled()
        and not field.isReadOnly()
        and not isinstance(field.parent(), QAbstractSpinBox)
    ]


def cells(root: QWidget) -> Iterator[tuple[QAbstractItemView, QModelIndex]]:
    """One cell to write in of every column that takes words, in every table that is shown."""
    for view in root.findChildren(QAbstractItemView):
        model = view.model()
        if not view.isVisible() or model is None:
            continue
        if view.editTriggers() == QAbstractItemView.EditTrigger.NoEditTriggers:
            continue
        firsts = (model.index(0, column) for column in count())
        for index in takewhile(QModelIndex.isValid, firsts):
            if index.flags() & Qt.ItemFlag.ItemIsEditable:
                yield view, index


def words_in(field: Field) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def empty(field: Field) -> None:
    field.setText("") if isinstance(field, QLineEdit) else field.setPlainText("")


def go(window: MainWindow, place: str) -> None:
    """Show a page, and the tab of the task under the cursor that is named behind it."""
    page, _, tab = place.partition("/")
    window.show_address(page if page == "tasks" else place)
    if page == "tasks":
        window.tasks.detail.show_tab(tab)


def refresh(office: Office) -> None:
    """As after a change of everything by somebody else's hand."""
    office.bus.saved.emit(Change(1, "别处的改动", kinds=EVERY_KIND))
    QApplication.processEvents()


def compose(field: QWidget, office: Office) -> None:
    """As an input method does, with the ledger changing in the middle of it."""
    composing = QInputMethodEvent("zhi'shi", [])
    QApplication.sendEvent(field, composing)
    refresh(office)
    done = QInputMethodEvent()
    done.setCommitString(WORDS)
    QApplication.sendEvent(field, done)


def named(field: QWidget) -> str:
    return f"{type(field).__name__} {field.accessibleName()}"


def lost_in_fields(window: MainWindow, office: Office) -> list[str]:
    lost = []
    for field in fields(window):
        field.setFocus()
        empty(field)
        compose(field, office)
        if WORDS not in words_in(field):
            lost.append(f"{named(field)}: {words_in(field)!r}")
        empty(field)
    return lost


def lost_in_cells(window: MainWindow, office: Office) -> tuple[int, list[str]]:
    """How many cells were written in, and those that lost what was written."""
    walked, lost = 0, []
    for view, index in cells(window):
        view.setFocus()
        view.setCurrentIndex(index)
        view.edit(index)
        editor = QApplication.focusWidget()
        if not isinstance(editor, (QLineEdit, QPlainTextEdit, QTextEdit)):
            continue
        walked += 1
        empty(editor)
        compose(editor, office)
        if QApplication.focusWidget() is not editor or WORDS not in words_in(editor):
            lost.append(f"{named(view)} {index.column()}")
    return walked, lost


@pytest.mark.parametrize("place", PLACES)
def test_whatever_is_composed_is_kept(window: MainWindow, office: Office, place: str) -> None:
    go(window, place)
    assert lost_in_fields(window, office) == []
    walked, lost = lost_in_cells(window, office)
    assert lost == []
    assert walked >= CELLS.get(place, 0)


PLAN = "示例市2022年知识产权工作要点\n一、强化保护\n1.编制规划。（责任单位：市局）\n2.建立机制。\n"


@pytest.mark.parametrize("at", ["head", "line"])
def test_so_it_is_in_the_preview_of_a_plan(
    window: MainWindow, office: Office, tmp_path: Path, at: str
) -> None:
    (tmp_path / "要点.txt").write_text(PLAN, encoding="utf-8")
    window.intake.read_file(tmp_path / "要点.txt")
    preview = window.intake.preview
    task = next(each.id for each in preview.editor.outline.entries if each.is_task)
    preview.tree.go_to(HEAD if at == "head" else task)
    assert len(fields(preview)) > 4
    assert lost_in_fields(window, office) == []


def test_so_it_is_in_a_pasted_block_and_in_the_way_through_the_plan(
    window: MainWindow, office: Office
) -> None:
    window.show_address("fill/表格")
    QApplication.clipboard().setText("4 谈好的事\n5 另一段")
    window.stack.current.paste()
    assert "新内容" in [each.accessibleName() for each in fields(window)]
    assert lost_in_fields(window, office) == []
    window.show_address("tasks/承接")
    window.findChild(AdoptionWalk).decide(Adoption.NONE)
    assert "不涉及的理由" in [each.accessibleName() for each in fields(window)]
    assert lost_in_fields(window, office) == []


def test_the_walk_finds_fields_and_cells(window: MainWindow) -> None:
    found: dict[str, int] = {}
    for place in PLACES:
        go(window, place)
        found[place] = len(fields(window)) + len(list(cells(window)))
    assert found["tasks/records"] > 4
    assert found["fill/表格"] > 4
    assert found["settings/本单位"] > 8


def test_a_field_that_forgets_would_be_found(window: MainWindow, office: Office) -> None:
    """The walk fails on a field that shows the ledger's words whenever something changes."""
    window.show_address("settings/本单位")
    planted = QLineEdit(window.stack.current)
    planted.show()
    office.bus.changed.connect(lambda _: planted.setText("台账里的字"))
    planted.setFocus()
    empty(planted)
    compose(planted, office)
    assert words_in(planted) != WORDS
