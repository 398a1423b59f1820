"""The walk through a plan's tasks: which one is looked at, how many are decided, where to next."""

from __future__ import annotations

from dataclasses import replace

from gui.tablemodels.plan_nodes import part_words
from models.rows import PlanTree, TaskRow
from models.rules import Adoption


class AdoptionSteps:
    """Issued tasks that are tracked only: a local task is the bureau's by its making."""

    def __init__(self) -> None:
        self._tasks: tuple[TaskRow, ...] = ()
        self._tree: PlanTree | None = None
        self._at = 0
        self.last_reason = ""

    def take(self, tree: PlanTree | None) -> None:
        """The tree was read: the task that is looked at stays the same."""
        kept = self.task
        self._tree = tree
        tasks = tree.tasks if tree else ()
        self._tasks = tuple(task for task in tasks if task.tracked and not task.local)
        self._at = min(self._at, max(0, len(self._tasks) - 1))
        if kept is not None:
            self.to_task(kept.id)

    @property
    def task(self) -> TaskRow | None:
        """The task that is looked at."""
        return self._tasks[self._at] if self._tasks else None

    @property
    def whole(self) -> int:
        """How many tasks there are."""
        return len(self._tasks)

    @property
    def decided(self) -> int:
        """How many are decided."""
        return sum(task.role is not Adoption.UNDECIDED for task in self._tasks)

    @property
    def adopted(self) -> int:
        """How many are the bureau's."""
        return sum(task.role.adopted for task in self._tasks)

    @property
    def all_decided(self) -> bool:
        """Whether nothing is left."""
        return self.decided == self.whole

    def words(self) -> str:
        """已定 12/39 · 主责 8 · 配合 3 · 不涉及 1."""
        counts = [
            f"{role.word} {sum(task.role is role for task in self._tasks)}"
            for role in (Adoption.OWN, Adoption.ASSIST, Adoption.NONE)
        ]
        return " · ".join([f"已定 {self.decided}/{self.whole}", *counts])

    def place(self) -> str:
        """Part and item above the task."""
        task, tree = self.task, self._tree
        if task is None or tree is None:
            return ""
        above = [part_words(part) for part in tree.parts if part.id == task.part_id]
        above += [part_words(item) for item in tree.items if item.id == task.item_id]
        return "　".join(above)

    def reasons(self) -> list[str]:
        """Reasons that were given for other tasks, each once."""
        return list(dict.fromkeys(task.reason for task in self._tasks if task.reason))

    # -- walking

    def step(self, by: int) -> None:
        """Some tasks on or back; the ends hold."""
        self._at = max(0, min(len(self._tasks) - 1, self._at + by))

    def to_task(self, task_id: int) -> bool:
        """Go to a task; whether it is there."""
        for place, task in enumerate(self._tasks):
            if task.id == task_id:
                self._at = place
                return True
        return False

    def to_first_undecided(self) -> None:
        """From the top."""
        self._at = 0
        if self._tasks and self._tasks[0].role is not Adoption.UNDECIDED:
            self.to_next_undecided()

    def to_next_undecided(self) -> None:
        """The next that waits, round the end; without any, stay."""
        count = len(self._tasks)
        for by in range(1, count):
            place = (self._at + by) % count
            if self._tasks[place].role is Adoption.UNDECIDED:
                self._at = place
                return

    def decided_now(self, task_id: int, role: Adoption) -> None:
        """Know it before the tree is read again."""
        self._tasks = tuple(
            replace(task, role=role) if task.id == task_id else task for task in self._tasks
        )
