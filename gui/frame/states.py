"""The bars that stay as long as something is so: undecided tasks, no bureau, only to be looked at."""

from __future__ import annotations

from gui.address import Address
from gui.context import Context
from gui.frame.notices import Notices
from models.rows import Bureau, PlanTree


class States:
    """Says on the notices how the ledger stands; `page` is the name of the page that is shown."""

    def __init__(self, context: Context, notices: Notices) -> None:
        self._context = context
        self._notices = notices
        self._page = ""
        session = context.session
        session.tree_loaded.connect(self._tree)
        session.bureau_changed.connect(self._bureau)
        context.bus.mended.connect(notices.mended)

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
        if bureau.name or not self._context.desk.writable:
            self._notices.gone("bureau")
        else:
            self._notices.stay(
                "bureau",
                "请填写本单位名称和科室：版头、落款和分工要用；其他内容可以先做。",
                (
                    ("填写单位", lambda: self._context.bus.page_wanted.emit("settings/本单位")),
                    ("填写科室", lambda: self._context.bus.page_wanted.emit("settings/科室")),
                ),
            )
