"""What the window asks of a page."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from gui.address import Address


class Page(QWidget):
    """One of the pages beside the navigation.

    history_changed(): `history` answers something else than before.
    """

    history_changed = Signal()
    name = ""

    def first_field(self) -> QWidget:
        """Where the cursor goes when the page is shown."""
        return self

    def address(self) -> Address:
        """Where one is on this page: its part, filters and selection."""
        return Address(self.name)

    def show_address(self, address: Address) -> None:
        """Go to a place of this page; words that it does not know are passed over.

        An address without part and words changes nothing: it only means the page.
        """

    def fill_menu(self, menu: QMenu) -> None:
        """Add what can be done here to the page's menu, each with its key."""

    def history(self) -> tuple[str, str] | None:
        """What undo and redo mean on this page, in words; None: the ledger's last change."""
        return None

    def undo(self) -> None:
        """Take back the page's own last step; only called where `history` names one."""

    def redo(self) -> None:
        """Do the page's own step again."""

    @property
    def unsaved(self) -> bool:
        """Whether something besides the fields is on its way to the ledger."""
        return False

    def typed(self) -> list[tuple[str, str, str]]:
        """What stands on the page, in no field and not in the ledger: name, key, words."""
        return []

    def put_back(self, name: str, key: str, words: str) -> bool:
        """Go on with words that were typed before in the field of this name and key.

        Answers whether the field is here; while the page is still being filled it is not.
        """
        # Not needed by the pages that are shown first.
        from gui.widgets.autosave import SavingLine, SavingText

        for kind in (SavingText, SavingLine):
            for field in self.findChildren(kind):
                fits = field.accessibleName() == name and repr(field.key) == key
                if fits and field.isVisible():
                    field.put_back(words)
                    return True
        return False

    def prepare(self) -> None:
        """Read what the page shows first; nobody looks at it yet."""

    def leave(self) -> None:
        """The window closes: keep widths and the like in the preferences."""
