"""任务: the tree on the left, the task under the cursor on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QMenu, QStackedWidget, QVBoxLayout, QWidget

from gui.address import Address
from gui.context import Context
from gui.pages.page import Page
from gui.pages.tasks.filters import FilterBar
from gui.pages.tasks.sides import Sides
from gui.pages.tasks.tree_view import TaskTreeView
from gui.pages.tasks.ways import Ways
from gui.tablemodels.filter_words import filter_of, task_address
from gui.tablemodels.task_filter import TaskFilter
from gui.tablemodels.task_tree import TaskTreeModel
from gui.widgets.labels import muted
from models import queries
from models.rows import Change, PlanTree, SectionRow, TaskDetail, TaskRow

if TYPE_CHECKING:
    from gui.pages.tasks.actions import TaskActions
    from gui.pages.tasks.adoption_walk import AdoptionWalk
    from gui.pages.tasks.attaching import Attaching
    from gui.pages.tasks.detail import DetailPane
    from gui.pages.tasks.page_keys import PageKeys
    from gui.pages.tasks.pointing import Pointing

# The part of the address for 逐项定承接.
WALK = "承接"
_WAIT_MS = 30
# Long enough for the first picture to reach the screen.
_AFTER_PAINT_MS = 20


class TasksPage(Page):
    """Composes tree, filters and detail; the actions do."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._task_id: int | None = None
        self.model = TaskTreeModel(self)
        self.tree = TaskTreeView(self.model, context.theme, context.preferences)
        self.filters = FilterBar()
        self._detail: DetailPane | None = None
        self._actions: TaskActions | None = None
        self._pointing: Pointing | None = None
        self._keys: PageKeys | None = None
        self._sections: tuple[SectionRow, ...] = ()
        self._hint = muted("没有符合条件的任务。请放宽上面的筛选条件，或按 Ctrl+Shift+L 清除筛选。")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._build()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT_MS)
        self._wait.timeout.connect(self._ask_detail)
        self._connect()
        self._take_tree(context.session.tree)
        self._first_task()
        self.set_widths(context.preferences.numbers("splitter"))

    def _build(self) -> None:
        self._list = QStackedWidget()
        self._list.addWidget(self.tree)
        self._list.addWidget(self._hint)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(self._list, 1)
        self._sides = Sides(left, _ground())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._ways = Ways(self._context, self._sides)
        self._ways.walk_left.connect(lambda task_id: task_id and self.show_task(task_id))
        self._ways.look_left.connect(self._looked_at)
        whole.addWidget(self._ways)

    def _connect(self) -> None:
        session, bus = self._context.session, self._context.bus
        session.tree_loaded.connect(self._take_tree)
        session.period_changed.connect(self._wait.start)
        bus.changed.connect(self._take_change)
        self.filters.changed.connect(self._filter)
        session.lights_changed.connect(self.filters.show_lights)
        self.filters.show_lights(session.lights)
        self.tree.selectionModel().currentChanged.connect(self._moved)
        self.tree.selectionModel().selectionChanged.connect(self._wait.start)
        self.tree.enter_wanted.connect(lambda: self.detail.enter())
        self.tree.adopt_wanted.connect(lambda role: self.verbs.adopt(role))
        self.tree.menu_wanted.connect(lambda at: self.verbs.show_menu(at))
        self.tree.files_dropped.connect(lambda task, paths: self.attaching.attach(paths, task))
        self.tree.plan_dropped.connect(
            lambda path: bus.page_wanted.emit(str(Address.of("intake", file=path)))
        )
        self.tree.told.connect(bus.told)
        self.tree.paste_wanted.connect(lambda: self._paste(self.current))
        self.model.tick_wanted.connect(lambda task, on: self.verbs.tick_task(task, on))
        # The tree is what a person waits for; the rest is built once it has been painted.
        self.tree.painted.connect(lambda: QTimer.singleShot(_AFTER_PAINT_MS, self, self.complete))

    def complete(self) -> None:
        """Build what stands beside the tree, if that is not done yet."""
        if self._detail is not None:
            return
        from gui.pages.tasks.actions import TaskActions
        from gui.pages.tasks.detail import DetailPane
        from gui.pages.tasks.page_keys import PageKeys
        from gui.widgets.copying import make_copyable

        make_copyable(self.tree)
        self._ask_sections()
        self._actions = TaskActions(self._context, self.tree, self)
        self._detail = DetailPane(self._context)
        self._actions.given_up.connect(self._ask_detail)
        several, actions = self._detail.several, self._actions
        several.adopt_wanted.connect(lambda role: actions.adopt(role))
        several.assign_wanted.connect(lambda: actions.assign(self.tree.selected_tasks()))
        several.status_wanted.connect(
            lambda wanted: actions.say(wanted, self.tree.selected_tasks())
        )
        self._detail.left.connect(self.tree.setFocus)
        self._detail.task_wanted.connect(self.show_task)
        self._detail.all_wanted.connect(lambda: self.tree.select_tasks(self.tree.tasks_below()))
        self._detail.actions_wanted.connect(self._actions.do)
        self._detail.show_sections(self._sections)
        self._detail.look_wanted.connect(self._ways.look)
        self._detail.paste_wanted.connect(self._paste)
        self._detail.files_wanted.connect(
            lambda task, paths, measure_id: self.attaching.attach(paths, task, measure_id)
        )
        self._actions.attaching.attached.connect(self._attached)
        self._detail.set_side_by_side(self._sides.stacked)
        self._sides.turned.connect(self._detail.set_side_by_side)
        self._sides.put_right(self._detail)
        self._keys = PageKeys(self)
        self._ask_detail()

    @property
    def detail(self) -> DetailPane:
        """The task under the cursor."""
        self.complete()
        assert self._detail is not None
        return self._detail

    @property
    def verbs(self) -> TaskActions:
        """What can be done with the selected tasks."""
        self.complete()
        assert self._actions is not None
        return self._actions

    @property
    def listed(self) -> bool:
        """Whether the list with its detail is shown, not 逐项定承接 or a file."""
        return self._ways.usual

    def fill_menu(self, menu: QMenu) -> None:
        """What can be done with the selected tasks, and where one can go."""
        self.complete()
        assert self._keys is not None
        self._keys.fill(menu)

    def first_field(self) -> QWidget:
        """The tree, or what stands in its place."""
        return self.tree if self._ways.usual else self._ways.currentWidget()

    # -- what is shown

    def show_task(self, task_id: int, tab: str = "") -> None:
        """Lead to a task; a filter that hides it is taken away."""
        self._ways.show_usual()
        if not self.tree.show_task(task_id):
            self.filters.clear()
            self.tree.show_task(task_id)
        self.tree.setFocus()
        if tab:
            self.detail.show_tab(tab)

    def point_at(self, task_id: int, kind: str, row_id: int) -> None:
        """Lead to one measure, note or piece of evidence of a task that is being shown."""
        if self._pointing is None:
            from gui.pages.tasks.pointing import Pointing

            self._pointing = Pointing(self.detail)
        self._pointing.point(task_id, kind, row_id)

    def address(self) -> Address:
        """The walk, or the filter and the task under the cursor."""
        if self._ways.walking:
            return Address(self.name, WALK)
        return task_address(self.filters.wanted(), self._task_id)

    def show_address(self, address: Address) -> None:
        """Show the tasks that are asked for, and the one that is named."""
        if address.part == WALK:
            self.walk()
            return
        wanted, task_id = filter_of(address), address.number("task")
        if wanted is not None or task_id is not None:
            self._ways.show_usual()
        if wanted is not None:
            self.filters.ask(wanted)
        if task_id is not None:
            self.tree.show_task(task_id)

    def put_back(self, name: str, key: str, words: str) -> bool:
        """As any page; the field may stand in a tab that is not shown."""
        if super().put_back(name, key, words):
            return True
        for tab in ("progress", "records", "measures"):
            self.detail.show_tab(tab)
            if super().put_back(name, key, words):
                return True
        return self.detail.measures.put_back(name, key, words)

    def walk(self) -> AdoptionWalk:
        """逐项定承接, in the place of tree and detail."""
        return self._ways.walk()

    def leave(self) -> None:
        """Keep the widths."""
        self._context.preferences.keep("splitter", self.widths())

    def widths(self) -> list[int]:
        """How wide tree and detail are."""
        return self._sides.widths()

    def set_widths(self, widths: list[int]) -> None:
        """As they were left."""
        self._sides.set_widths(widths)

    def _take_tree(self, tree: PlanTree | None) -> None:
        fresh = tree is None or not self.model.rowCount()
        chosen = self._task_id
        self.filters.show_parts(tree.parts if tree else ())
        self.model.set_tree(tree)
        if fresh or self.tree.currentIndex().isValid():
            self._count()
            return
        # The tree was built anew: back to where the person was.
        if chosen is None or not self.tree.show_task(chosen):
            self._first_task()
        self._count()

    def _first_task(self) -> None:
        self.tree.expandAll()
        task = self.tree.first_task()
        if task is not None:
            self.tree.show_task(task.id)

    def _filter(self, wanted: TaskFilter) -> None:
        self.tree.filter.set_filter(wanted, self._context.desk.clock.today())
        self.tree.expandAll()
        self._count()
        if self._task_id is None or not self.tree.show_task(self._task_id):
            self._first_task()

    def _count(self) -> None:
        tasks = self.tree.filter.tasks()
        self.filters.show_count(len(tasks), sum(task.adopted_measures for task in tasks))
        self._list.setCurrentIndex(0 if tasks or self._context.session.tree is None else 1)

    def _moved(self) -> None:
        task = self.tree.current_task()
        if task is not None:
            self._task_id = task.id
        self._wait.start()

    def _ask_sections(self) -> None:
        self._context.desk.ask(queries.sections, True, done=self._take_sections, owner=self)

    def _take_sections(self, sections: tuple[SectionRow, ...]) -> None:
        self.model.set_sections(sections)
        self.filters.show_sections(sections)
        self._sections = sections
        if self._detail is not None:
            self._detail.show_sections(sections)

    def _take_change(self, change: Change) -> None:
        if change.kinds & {"section"}:
            self._ask_sections()
        if change.kinds & {"person"}:
            self.detail.ask_people()
        self._ask_detail()

    # -- the detail

    def _ask_detail(self) -> None:
        if self._task_id is None or self._detail is None:
            return
        chosen = self.tree.selected_tasks()
        if len(chosen) > 1:
            self._detail.show_several(chosen)
            return
        heading = None if chosen else self.tree.heading()
        if heading is not None:
            self._detail.show_heading(heading, self.tree.tasks_below())
            return
        desk, session = self._context.desk, self._context.session
        wanted = self._task_id

        def found(detail: TaskDetail) -> None:
            chosen = self.tree.selected_tasks()
            one = len(chosen) == 1 or (not chosen and self.tree.heading() is None)
            if wanted == self._task_id and one:
                self.detail.show_detail(detail)

        desk.ask(
            queries.task_detail,
            wanted,
            desk.clock.today(),
            session.period,
            done=found,
            owner=self,
        )

    @property
    def attaching(self) -> Attaching:
        """How files become evidence."""
        return self.verbs.attaching

    def _paste(self, task: TaskRow | None, measure_id: int | None = None) -> None:
        if task is not None and self._context.desk.writable:
            self.attaching.paste(QGuiApplication.clipboard().mimeData(), task, measure_id)

    def _attached(self, task_id: int, evidence_id: int) -> None:
        """A new piece is shown where it hangs, and its name is asked for there."""
        if task_id != self._task_id:
            self.show_task(task_id)
        self.detail.show_tab("records")
        if evidence_id:
            self.detail.records.name_next(evidence_id)

    def _looked_at(self, evidence_id: int) -> None:
        """Back from a file: to its line."""
        if self._task_id is not None:
            self.point_at(self._task_id, "evidence", evidence_id)

    @property
    def current(self) -> TaskRow | None:
        """The task under the cursor."""
        return self.tree.current_task()

    @property
    def hint(self) -> QLabel:
        """What an empty list says."""
        return self._hint


def _ground() -> QWidget:
    """What stands in the detail's place for the first moment."""
    ground = QWidget()
    ground.setObjectName("detail")
    ground.setMinimumWidth(400)
    return ground
