"""What the window asks of a page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.address import Address


class Page(QWidget):
    """One of the pages beside the navigation."""

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

    def leave(self) -> None:
        """The window closes: keep widths and the like in the preferences."""
