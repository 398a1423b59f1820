"""Selected rows on the clipboard as a table, the way Excel, WPS and LibreOffice take them.

Two forms at once: HTML, which keeps 4.10 and =1 as text, and tab-separated words for everything
else. A model may say more than it shows with `COPY_ROLE`: a whole text, a whole date, a number.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QTableView,
    QTreeView,
)

from gui.widgets.copy_role import COPY_ROLE as COPY_ROLE

Cell = str | int | float
Row = Sequence[Cell]
_WITH_HEADINGS = QKeySequence("Ctrl+Shift+C")
# Excel and WPS: this cell is text, do not read it as a number, a date or a formula.
_TEXT = "mso-number-format:'\\@';white-space:pre-wrap"
_BREAK = '<br style="mso-data-placement:same-cell">'


def as_tsv(rows: Sequence[Row]) -> str:
    """Cells between tabs, rows on lines; a cell with a tab, a line break or a quote is quoted."""
    return "\n".join("\t".join(_quoted(str(cell)) for cell in row) for row in rows)


def _quoted(words: str) -> str:
    if any(mark in words for mark in '\t\n"'):
        return '"' + words.replace('"', '""') + '"'
    return words


def as_html(rows: Sequence[Row], *, headed: bool = False) -> str:
    """A table in which words stay words; headed: the first row is the headings."""
    lines = []
    for place, row in enumerate(rows):
        tag = "th" if headed and place == 0 else "td"
        lines.append("<tr>" + "".join(_html_cell(cell, tag) for cell in row) + "</tr>")
    table = f'<table border="1" cellspacing="0">{"".join(lines)}</table>'
    return f'<html><head><meta charset="utf-8"></head><body>{table}</body></html>'


def _html_cell(cell: Cell, tag: str) -> str:
    if isinstance(cell, (int, float)):
        return f"<{tag}>{cell}</{tag}>"
    from html import escape  # late: the window is there before anybody copies

    words = escape(cell).replace("\n", _BREAK)
    # LibreOffice reads the format from an attribute of its own.
    return f'<{tag} style="{_TEXT}" sdnum="0;0;@">{words}</{tag}>'


def table_data(rows: Sequence[Row], headings: Sequence[str] = ()) -> QMimeData:
    """A table for the clipboard, with its headings on top where there are any."""
    whole = [list(headings), *rows] if headings else list(rows)
    data = _own_data()
    data.setText(as_tsv(whole))
    data.setHtml(as_html(whole, headed=bool(headings)))
    return data


def _own_data() -> QMimeData:
    """Nothing yet, for the clipboard, made by Qt itself.

    The clipboard keeps it until the process ends. What Python made would be thrown away by Python,
    which has ended before Qt has: the program would crash on its way out.
    """
    model = QStandardItemModel(1, 1)
    data = model.mimeData([model.index(0, 0)])
    data.clear()
    return data


def copy_rows(view: QAbstractItemView, *, headings: bool = False) -> bool:
    """Put the selected rows, or the selected cells where cells are chosen, on the clipboard.

    Columns come as they are shown: in their order, without those that are switched off. Answers
    whether there was anything to copy.
    """
    rows, names = selected_cells(view)
    if not rows:
        return False
    QGuiApplication.clipboard().setMimeData(table_data(rows, names if headings else ()))
    return True


def selected_cells(view: QAbstractItemView) -> tuple[list[list[Cell]], list[str]]:
    """What is selected, row by row, and the headings over it."""
    chosen = view.selectionModel().selectedIndexes() if view.selectionModel() else []
    if not chosen and view.currentIndex().isValid():
        chosen = [view.currentIndex()]
    by_rows = view.selectionBehavior() == QAbstractItemView.SelectionBehavior.SelectRows
    whole = by_rows or isinstance(view, QTreeView)
    columns = _columns(view)
    if not whole:
        used = {index.column() for index in chosen}
        columns = [column for column in columns if column in used]
    marked = {(_path(index), index.column()) for index in chosen}
    firsts = {_path(index): index for index in chosen}
    rows = [
        [
            cell
            for column in columns
            for cell in (
                cells_of(firsts[path].siblingAtColumn(column))
                if whole or (path, column) in marked
                else ("",)
            )
        ]
        for path in sorted(firsts)
    ]
    return [row for row in rows if row], [_heading(view, column) for column in columns]


def cells_of(index: QModelIndex) -> tuple[Cell, ...]:
    """What one cell is copied as."""
    found = index.data(COPY_ROLE)
    if found is None:
        found = index.data(Qt.ItemDataRole.DisplayRole)
    if isinstance(found, tuple):
        return found
    return (found if isinstance(found, (str, int, float)) else "",)


def _path(index: QModelIndex) -> tuple[int, ...]:
    """The rows from the top down to this one: sorts as the eye reads."""
    path = [index.row()]
    above = index.parent()
    while above.isValid():
        path.append(above.row())
        above = above.parent()
    return tuple(reversed(path))


def _header(view: QAbstractItemView) -> QHeaderView | None:
    if isinstance(view, QTreeView):
        return view.header()
    return view.horizontalHeader() if isinstance(view, QTableView) else None


def _columns(view: QAbstractItemView) -> list[int]:
    header = _header(view)
    if header is None:
        return [0]
    order = (header.logicalIndex(place) for place in range(header.count()))
    return [column for column in order if not header.isSectionHidden(column)]


def _heading(view: QAbstractItemView, column: int) -> str:
    return str(view.model().headerData(column, Qt.Orientation.Horizontal) or "")


class _CopyKeys(QObject):
    """Ctrl+C copies the rows, Ctrl+Shift+C with the headings on top."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Before the view, which would copy one cell."""
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QAbstractItemView):
            return False
        plain = event.matches(QKeySequence.StandardKey.Copy)
        headed = QKeySequence(event.keyCombination()) == _WITH_HEADINGS
        if not (plain or headed):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return event.type() == QEvent.Type.KeyPress and copy_rows(watched, headings=headed)


def make_copyable(view: QAbstractItemView) -> None:
    """Let Ctrl+C copy the selected rows of a view as a table."""
    view.installEventFilter(_CopyKeys(view))


def add_copy_actions(menu: QMenu, view: QAbstractItemView) -> None:
    """复制 and 带标题复制 for a view's context menu."""
    for words, key, headed in (
        ("复制", QKeySequence(QKeySequence.StandardKey.Copy), False),
        ("带标题复制", _WITH_HEADINGS, True),
    ):
        action = menu.addAction(words)
        # Shown only: the keys themselves belong to the view.
        action.setShortcut(key)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _=False, h=headed: copy_rows(view, headings=h))
