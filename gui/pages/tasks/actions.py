"""What can be done with the selected tasks: from keys, the menu, and the detail's own buttons."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QDialog, QMenu, QMessageBox, QWidget

from gui.context import Context
from gui.dialogs import tasks as dialogs
from gui.dialogs.assign import AssignDialog
from gui.dialogs.files import ask_files
from gui.dialogs.local_task import LocalTaskDialog
from gui.operations import adoption, status
from gui.operations.measures import tick_task
from gui.operations.operation import Operation
from gui.pages.tasks.attaching import Attaching
from gui.pages.tasks.tree_view import TaskTreeView
from gui.saving import run_asked
from gui.tablemodels.task_columns import task_name
from models import queries
from models.rows import Change, PlanTree, SectionRow, TaskRow
from models.rules import Adoption, Status

_ROLE_WORDS = (
    (Adoption.OWN, "主责\t1"),
    (Adoption.ASSIST, "配合\t2"),
    (Adoption.NONE, "不涉及…\t3"),
    (Adoption.UNDECIDED, "待定\t0"),
)


class Asking(Protocol):
    """A dialog that knows, once it was accepted, what was asked for."""

    def exec(self) -> int:
        """Wait for a person."""

    def operation(self) -> Operation:
        """What is to be done."""

    def typed(self) -> str:
        """What was typed in it."""


class TaskActions(QObject):
    """Asks what has to be asked, then runs the operation at the desk.

    given_up(): a person went back from a question; fields show the ledger's values again.
    """

    given_up = Signal()

    def __init__(self, context: Context, tree: TaskTreeView, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._tree = tree
        self._page = parent
        self.attaching = Attaching(context, parent)
        self._asked: set[int] = set()
        self._sections: tuple[SectionRow, ...] = ()
        self._watch_ready(context)
        context.desk.ask(queries.sections, True, done=self._take_sections, owner=self)
        context.bus.changed.connect(self._take_change)

    def do(self, name: str, task: TaskRow) -> None:
        """One of the named verbs on one task."""
        ways: dict[str, Callable[[TaskRow], None]] = {
            "complete": lambda task: self.complete([task]),
            "close": self.close_task,
            "send_back": self.send_back,
            "extend": self.extend,
            "suspend": lambda task: self.suspend([task]),
            "none": lambda task: self.adopt(Adoption.NONE, [task]),
        }
        ways[name](task)

    # -- 承接 and ticks

    def adopt(self, role: Adoption, tasks: Sequence[TaskRow] | None = None) -> None:
        """承接 of the selected tasks; 不涉及 asks why."""
        chosen = list(self._tree.selected_tasks() if tasks is None else tasks)
        if not chosen:
            return
        if role is Adoption.NONE:
            names = "、".join(task.label for task in chosen)
            dialog = dialogs.ReasonDialog("不涉及", f"任务 {names} 不涉及本单位。", self._page)
            if dialog.exec() != QDialog.DialogCode.Accepted:
                self.given_up.emit()
                return
            wanted = adoption.adopt([task.id for task in chosen], role, dialog.reason())
            run_asked(self._context, dialog, wanted)
            return
        self._run(adoption.adopt([task.id for task in chosen], role))

    def tick_task(self, task: TaskRow, ticked: bool) -> None:
        """Tick all measures of a task, or take all ticks away."""
        self._run(tick_task(task.id, ticked))

    # -- status

    def complete(self, tasks: Sequence[TaskRow]) -> None:
        """办结."""
        self._with(dialogs.CompleteDialog(tasks, self._today(), self._page))

    def close_task(self, task: TaskRow) -> None:
        """销号."""
        operator = self._context.desk.operator
        self._with(dialogs.CloseDialog(task, operator, self._today(), self._page))

    def send_back(self, task: TaskRow) -> None:
        """退回."""
        self._with(dialogs.SendBackDialog(task, self._today(), self._page))

    def extend(self, task: TaskRow) -> None:
        """延期."""
        self._with(dialogs.ExtendDialog(task, self._today(), self._page))

    def suspend(self, tasks: Sequence[TaskRow]) -> None:
        """暂缓, with its reason."""
        names = "、".join(task.label for task in tasks)
        dialog = dialogs.ReasonDialog("暂缓", f"任务 {names} 暂缓。", self._page)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            ids = [task.id for task in tasks]
            wanted = status.set_status(ids, Status.SUSPENDED, dialog.reason())
            run_asked(self._context, dialog, wanted)
        else:
            self.given_up.emit()

    def say(self, wanted: Status, tasks: Sequence[TaskRow]) -> None:
        """One 状态 for several tasks; what needs a day or a reason asks for it."""
        tasks = [task for task in tasks if task.status is not wanted]
        if not tasks:
            return
        if wanted is Status.COMPLETED:
            self.complete(tasks)
        elif wanted is Status.SUSPENDED:
            self.suspend(tasks)
        else:
            self._run(status.set_status([task.id for task in tasks], wanted))

    # -- local tasks, evidence, 分工

    def add_local(self) -> None:
        """增加本地任务."""
        tree = self._context.session.tree
        if tree is None:
            return
        chosen = [task for task in self._tree.selected_tasks() if not task.local]
        dialog = LocalTaskDialog(tree, chosen, self._page)
        if dialog.exec() == QDialog.DialogCode.Accepted:

            def made(change: Change) -> None:
                if change.new_id is not None:
                    self._context.bus.place_wanted.emit(change.new_id, "")

            # After the tree was read again: the new task must be in it.
            later = partial(QTimer.singleShot, 0, self)
            run_asked(
                self._context,
                dialog,
                dialog.operation(),
                lambda change: later(lambda: made(change)),
            )

    def remove_local(self, task: TaskRow) -> None:
        """删除本地任务; undo brings it back."""
        self._run(adoption.remove_local_task(task.id))

    def attach(self, task: TaskRow) -> None:
        """Files from a dialog."""
        self.attaching.attach(
            ask_files(self._page, f"为任务 {task.label} 添加佐证材料", self._context.preferences),
            task,
        )

    def assign(self, tasks: Sequence[TaskRow]) -> None:
        """The whole 责任分工 for the selected tasks."""
        self._with(AssignDialog(tasks, self._sections, self._page))

    def assign_selected(self) -> None:
        """F8: the whole 责任分工, for what is selected."""
        tasks = self._tree.selected_tasks()
        if tasks and self._context.desk.writable:
            self.assign(tasks)

    # -- the menu

    def show_menu(self, at: QPoint) -> None:
        """What can be done with the selection."""
        menu = self.menu()
        menu.exec(at)
        menu.deleteLater()

    def menu(self) -> QMenu:
        """The menu for the selection as it is."""
        menu = QMenu(self._page)
        self.fill(menu)
        return menu

    def fill(self, menu: QMenu) -> None:
        """Add to a menu what can be done with the selection as it is."""
        tasks = self._tree.selected_tasks()
        writable = self._context.desk.writable
        below = self._tree.tasks_below()
        if below:
            self._add(
                menu, f"选中下面的 {len(below)} 项任务", lambda: self._tree.select_tasks(below)
            )
        if tasks:
            self._adoption_menu(menu, tasks)
            sections = menu.addMenu("责任科室")
            for section in self._sections:
                self._add(sections, section.name, partial(self._to, tasks, section.id))
            self._add(sections, "未定", lambda: self._to(tasks, 0))
            self._add(menu, "责任分工…\tF8", lambda: self.assign(tasks))
            self._tracking_menu(menu, tasks)
            menu.addSeparator()
        if len(tasks) == 1:
            self._single_menu(menu, tasks[0])
            menu.addSeparator()
        self._add(menu, "增加本地任务…", self.add_local)
        if not writable:
            for action in menu.actions():
                action.setEnabled(False)
        menu.addSeparator()
        wanted = [task.id for task in tasks]
        self._add(menu, "导出佐证材料…", lambda: self._context.bus.evidence_wanted.emit(wanted))

    def _adoption_menu(self, menu: QMenu, tasks: Sequence[TaskRow]) -> None:
        roles = menu.addMenu(f"承接（{len(tasks)} 项）" if len(tasks) > 1 else "承接")
        for role, word in _ROLE_WORDS:
            self._add(roles, word, partial(self.adopt, role, tasks))

    def _tracking_menu(self, menu: QMenu, tasks: Sequence[TaskRow]) -> None:
        """What a revision took out stays out; a local task is removed instead."""
        issued = [task for task in tasks if not task.local and not task.withdrawn]
        for word, tracked in (("不再跟踪", False), ("恢复跟踪", True)):
            wanted = [task.id for task in issued if task.tracked is not tracked]
            if wanted:
                track = adoption.track(wanted, tracked)
                self._add(menu, word, partial(self._run, track))

    def _single_menu(self, menu: QMenu, task: TaskRow) -> None:
        done, closed = task.status.done, task.status is Status.CLOSED
        adopted = task.role.adopted
        ways: tuple[tuple[str, Callable[[TaskRow], None], bool], ...] = (
            ("办结…", lambda each: self.complete([each]), adopted and not done),
            ("销号…", self.close_task, adopted and done and not closed),
            ("退回…", self.send_back, adopted and done),
            ("延期…", self.extend, adopted and not done),
            ("添加佐证材料…", self.attach, True),
            ("删除本地任务", self.remove_local, task.local),
        )
        for word, way, fits in ways:
            if fits:
                self._add(menu, word, partial(way, task))

    def _add(self, menu: QMenu, word: str, way: Callable[[], None]) -> None:
        menu.addAction(word).triggered.connect(lambda: way())

    # -- inside

    def _to(self, tasks: Sequence[TaskRow], section_id: int) -> None:
        self._run(status.to_section([task.id for task in tasks], section_id))

    def _with(self, dialog: Asking) -> None:
        if dialog.exec() == QDialog.DialogCode.Accepted:
            run_asked(self._context, dialog, dialog.operation())
        else:
            self.given_up.emit()

    def _run(self, wanted: Operation) -> None:
        self._context.desk.run(wanted)

    def _today(self) -> dt.date:
        return self._context.desk.clock.today()

    def _take_sections(self, sections: tuple[SectionRow, ...]) -> None:
        self._sections = sections

    def _take_change(self, change: Change) -> None:
        if change.kinds & {"section"}:
            self._context.desk.ask(queries.sections, True, done=self._take_sections, owner=self)
        if change.kinds & {"tick"} and not change.label.startswith("撤销"):
            self._ask_ready(change)

    # -- "every measure is ticked": asked once

    def _watch_ready(self, context: Context) -> None:
        tree = context.session.tree
        self._asked = {task.id for task in tree.tasks if task.ready} if tree else set()

    def _ask_ready(self, change: Change) -> None:
        tree: PlanTree | None = self._context.session.tree
        for task in tree.tasks if tree else ():
            if task.id in change.tasks and task.ready and task.id not in self._asked:
                self._asked.add(task.id)
                QTimer.singleShot(0, self, partial(self._offer, task))

    def _offer(self, task: TaskRow) -> None:
        box = QMessageBox(self._page)
        box.setWindowTitle("办结")
        box.setText(f"任务 {task.label}“{task_name(task)}”的举措已全部勾选，是否办结？")
        yes = box.addButton("办结…", QMessageBox.ButtonRole.YesRole)
        # A second stroke of the key that ticked must not answer.
        box.setDefaultButton(box.addButton("暂不", QMessageBox.ButtonRole.NoRole))
        box.exec()
        if box.clickedButton() is yes:
            self.complete([task])
