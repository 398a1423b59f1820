"""开始用这份要点: what will be saved, said before it is saved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui.context import Context
from gui.operations import intake
from gui.operations.intake import Look
from gui.pages.intake.begin_words import (
    OWN_COLUMNS,
    STEP_COLUMNS,
    OwnRow,
    both_texts,
    sentences,
)
from gui.pages.intake.foot import foot
from gui.pages.intake.reading import Loaded
from gui.tablemodels.rows_table import RowsTableModel
from gui.widgets.check_table import CheckTable
from gui.widgets.columns import Columns
from gui.widgets.labels import muted, plain
from gui.widgets.table import ROW, plain_table
from models import queries, text
from models.commands import SourceFile
from models.intake.editing.outline import Outline
from models.planrows import PlanRevision
from models.rows import Change

_WIDE = 920
_MOST = 8


class BeginPanel(QWidget):
    """back_wanted(); saved(Change, plan id) once the plan stands in the ledger."""

    back_wanted = Signal()
    saved = Signal(Change, int)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._outline: Outline | None = None
        self._source = SourceFile("", b"")
        self._revision: PlanRevision | None = None
        self._title = plain(wrap=True)
        self._title.setProperty("heading", True)
        self.what = plain(wrap=True)
        self.again = plain(wrap=True)
        self.as_revision = QRadioButton("作为修订：只改有变化的任务，已有的进展、记录和佐证都保留")
        self.as_new = QRadioButton("作为新的要点：另存一份，原来的不动")
        self._ways = QButtonGroup(self)
        self.steps = CheckTable(
            "有变化的任务", "勾选的才修订；不再列入的任务标为不跟踪，已有的进展仍在。", STEP_COLUMNS,
            (240, 84, 120), "选中", context.preferences,
        )  # fmt: skip
        self.steps.action.hide()
        self.compared = muted(wrap=True)
        self.own = QCheckBox("这是本单位的台账，按各行填好承接、分工和进展")
        self.own_rows = RowsTableModel(OWN_COLUMNS, self)
        self.own_table = plain_table("各行将成为", self.own_rows, (220, 110, 76, 76, 124, 76))
        Columns(self.own_table.horizontalHeader(), "各行将成为", context.preferences)
        self.own_hint = muted("没有的科室和人员会新建；都可以撤销。", small=True)
        self.back = QPushButton("返回修改")
        self.save = QPushButton("存入台账，开始使用")
        self.save.setProperty("main", True)
        self.save.setShortcut("Ctrl+Return")
        self.save.setToolTip("Ctrl+Enter")
        self.back.setToolTip("Esc")
        self.back.setShortcut("Esc")
        self._ready = False
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setMaximumWidth(_WIDE)
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        for widget in (self._title, self.what, self.again, self.as_revision, self.as_new):
            column.addWidget(widget)
        self._ways.addButton(self.as_revision)
        self._ways.addButton(self.as_new)
        for widget in (self.steps, self.compared, self.own, self.own_table, self.own_hint):
            column.addWidget(widget)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        area.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        whole.addWidget(foot(_WIDE, self.save, self.back))

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_wanted)
        self.save.clicked.connect(self._save)
        self.as_revision.toggled.connect(self._arrange)
        self.own.toggled.connect(self._arrange)
        self.steps.table.selectionModel().currentRowChanged.connect(
            lambda current, _: self._compare(current.row())
        )

    def first_field(self) -> QWidget:
        """The button that saves."""
        return self.save

    def ask_known(self, take: Callable[[tuple[str, ...]], None]) -> None:
        """Ask for the units that are known, to be offered while typing."""
        self._context.desk.ask(queries.known_units, done=take, owner=self)

    # -- what would be saved

    def show_outline(self, outline: Outline, loaded: Loaded) -> None:
        """Say what would be saved; the rest comes from the ledger."""
        self._outline = outline
        self._source = SourceFile(loaded.name, loaded.content)
        self._title.setText(f"开始用《{text.proper(outline.head.title or loaded.name)}》")
        self.what.setText("\n".join(sentences(outline, loaded.name)))
        self._take(Look(False, (), (), None))
        # Not disabled meanwhile: the cursor would leave the button.
        self._ready = False
        self._context.desk.ask(intake.look, outline, done=self._take, owner=self)

    def _take(self, found: Look) -> None:
        self._revision = found.revision
        changes = found.revision.changes if found.revision else ()
        if found.revision is not None:
            plan = found.revision.plan
            same = "" if changes else "逐项比较没有变化。"
            self.again.setText(f"台账里已有《{text.proper(plan.title)}》，看来是同一份。{same}")
        self.steps.show_rows(changes)
        self._compare(0)
        self.own_rows.set_rows([OwnRow.of(row, found.tasks) for row in found.rows])
        self.own_table.setFixedHeight(ROW * (min(len(found.rows), _MOST) + 1))
        self.own.setChecked(found.own_table)
        self.as_revision.setChecked(found.revision is not None and bool(changes))
        self.as_new.setChecked(not self.as_revision.isChecked())
        self._ready = True
        self._arrange()

    def _arrange(self) -> None:
        """Only what belongs to the chosen way is shown."""
        again = self._revision is not None
        for widget in (self.again, self.as_revision, self.as_new):
            widget.setVisible(again)
        revising = again and self.as_revision.isChecked()
        for widget in (self.steps, self.compared):
            widget.setVisible(revising and self.steps.model.rowCount() > 0)
        rows = self.own_rows.rowCount() > 0 and not revising
        self.own.setVisible(rows)
        for widget in (self.own_table, self.own_hint):
            widget.setVisible(rows and self.own.isChecked())
        self.save.setText("修订选中的任务" if revising else "存入台账，开始使用")
        self.save.setShortcut("Ctrl+Return")  # a new text takes it away

    def _compare(self, place: int) -> None:
        step = self.steps.model.row_at(place)
        self.compared.setText(both_texts(step) if step is not None else "")

    # -- saving

    def _save(self) -> None:
        if self._outline is None or not self._ready:
            return
        self._ready = False
        revision = self._revision if self.as_revision.isChecked() else None
        if revision is None:
            wanted = intake.take_plan(
                self._outline, self._source, own_table=self.own.isChecked() and self.own_visible
            )
        else:
            chosen = [(step.task_id, step.position) for step in self.steps.model.chosen()]
            wanted = intake.revise_plan(revision.plan.id, self._outline, chosen, self._source)
        self._context.desk.run(
            wanted,
            lambda change: self._done(change, revision.plan.id if revision else change.new_id),
            lambda _: self._wait_no_more(),
        )

    @property
    def own_visible(self) -> bool:
        """Whether there are rows of an office's own table."""
        return self.own_rows.rowCount() > 0

    def _wait_no_more(self) -> None:
        self._ready = True

    def _done(self, change: Change, plan_id: int | None) -> None:
        self._outline = None
        self.saved.emit(change, plan_id or 0)
