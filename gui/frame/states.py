"""The bars that stay as long as something is so: undecided tasks, no bureau, only to be looked at."""

from __future__ import annotations

from collections.abc import Callable

from gui.address import Address
from gui.context import Context
from gui.frame.notices import Notices
from models import queries
from models.rows import Bureau, Change, PlanTree, SectionRow


class States:
    """Says on the notices how the ledger stands; `page` is the name of the page that is shown."""

    def __init__(self, context: Context, notices: Notices) -> None:
        self._context = context
        self._notices = notices
        self._page = ""
        session = context.session
        session.tree_loaded.connect(self._tree)
        session.bureau_changed.connect(self._bureau)
        context.bus.changed.connect(self._changed)
        context.bus.mended.connect(notices.mended)
        context.bus.working.connect(notices.show_work)

    def show_all(self) -> None:
        """Say everything that is so at the start."""
        desk, session = self._context.desk, self._context.session
        if not desk.writable:
            reason = desk.ledger.read_only_reason
            self._notices.stay("read-only", f"这本台账现在只能查看。{reason}")
        self._tree(session.tree)
        self._bureau(session.bureau)

    def page_shown(self, name: str) -> None:
        """Another page came to the front."""
        self._page = name
        self._tree(self._context.session.tree)

    def _tree(self, tree: PlanTree | None) -> None:
        if tree is None:
            self._notices.stay(
                "no-plan",
                "台账中还没有工作要点。",
                (("读入工作要点", lambda: self._context.bus.page_wanted.emit("intake")),),
            )
        else:
            self._notices.gone("no-plan")
        count = tree.totals.undecided if tree and self._context.desk.writable else 0
        # The keys that it names are those of the tree.
        if not count or self._page != "tasks":
            self._notices.gone("undecided")
            return
        wanted = str(Address.of("tasks", role="undecided"))
        walk = str(Address("tasks", "承接"))
        self._notices.stay(
            "undecided",
            f"还有 {count} 项任务未定是否承接：可以逐项看着定，也可在列表中选中后按 1 主责、2 配合、3 不涉及。",
            (
                ("逐项定承接", lambda: self._context.bus.page_wanted.emit(walk)),
                ("只看待定", lambda: self._context.bus.page_wanted.emit(wanted)),
            ),
        )

    def _bureau(self, bureau: Bureau) -> None:
        if not self._context.desk.writable:
            self._notices.gone("bureau")
            return
        if not bureau.name:
            self._notices.stay(
                "bureau",
                "请填写本单位名称和科室：版头、落款和分工要用；其他内容可以先做。",
                (
                    _way(self._context, "填写单位", "本单位"),
                    _way(self._context, "填写科室", "科室"),
                ),
            )
            return
        self._context.desk.ask(queries.sections, True, done=self._sections, owner=self._notices)

    def _changed(self, change: Change) -> None:
        if "section" in change.kinds:
            self._bureau(self._context.session.bureau)

    def _sections(self, sections: tuple[SectionRow, ...]) -> None:
        """The bureau has its name; without sections nothing can be given to anybody."""
        if sections:
            self._notices.gone("bureau")
        elif self._context.session.bureau.name:
            self._notices.stay(
                "bureau",
                "还没有科室，任务分不下去：可以一个一个增加，也可以从表格粘贴名单。",
                (_way(self._context, "填写科室", "科室"),),
            )


def _way(context: Context, word: str, part: str) -> tuple[str, Callable[[], None]]:
    return word, lambda: context.bus.page_wanted.emit(f"settings/{part}")
