"""What the window asks of a page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """One of the pages beside the navigation."""

    def first_field(self) -> QWidget:
        """Where the cursor goes when the page is shown."""
        return self

    def show_part(self, word: str) -> None:
        """Turn to a part of the page by its word; a page without parts does nothing."""
