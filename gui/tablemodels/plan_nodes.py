"""The lines of a plan's tree: parts, items and tasks in order, local tasks at the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from models import text
from models.rows import ItemRow, PartRow, PlanTree, TaskRow

LOCAL_HEADING = "本地任务"


@dataclass(eq=False, repr=False)
class Node:
    """One line of the tree; `row` is the part, item or task, or None for 本地任务."""

    row: PartRow | ItemRow | TaskRow | None
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)
    place: int = 0

    @property
    def key(self) -> tuple[str, int]:
        """What stays the same when the tree is read again."""
        return (type(self.row).__name__, 0 if self.row is None else self.row.id)

    @property
    def depth(self) -> int:
        """1 for the lines at the very left."""
        above, found = self.parent, 0
        while above is not None:
            above, found = above.parent, found + 1
        return found

    def add(self, row: PartRow | ItemRow | TaskRow | None) -> Node:
        """Hang a line below this one."""
        child = Node(row, self, place=len(self.children))
        self.children.append(child)
        return child

    def tasks(self) -> Iterator[TaskRow]:
        """All tasks at or below this line."""
        if isinstance(self.row, TaskRow):
            yield self.row
        for child in self.children:
            yield from child.tasks()

    def walk(self) -> Iterator[Node]:
        """Every line below this one, as the eye reads."""
        for child in self.children:
            yield child
            yield from child.walk()


def build(tree: PlanTree | None) -> Node:
    """Hang items under their parts, tasks under their items; what has neither hangs on top."""
    root = Node(None)
    if tree is None:
        return root
    parts = {part.id: root.add(part) for part in tree.parts}
    items: dict[int, Node] = {}
    for item in tree.items:
        above = root if item.part_id is None else parts[item.part_id]
        items[item.id] = above.add(item)
    for task in tree.tasks:
        if task.local:
            continue
        if task.item_id is not None:
            items[task.item_id].add(task)
        elif task.part_id is not None:
            parts[task.part_id].add(task)
        else:
            root.add(task)
    own = [task for task in tree.tasks if task.local]
    if own:
        heading_node = root.add(None)
        for task in own:
            heading_node.add(task)
    return root


def heading(node: Node) -> str:
    """The words of a part, an item or 本地任务."""
    row = node.row
    if row is None or isinstance(row, TaskRow):
        return LOCAL_HEADING
    return part_words(row)


def part_words(row: PartRow | ItemRow) -> str:
    """一、做好知识产权制度设计."""
    joint = "、" if isinstance(row, PartRow) and row.number else ""
    return text.proper(f"{row.number}{joint}{row.title}")
