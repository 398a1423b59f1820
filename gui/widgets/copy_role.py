"""What a model says when a cell is copied; apart from the copying, which the start does not need."""

from __future__ import annotations

from PySide6.QtCore import Qt

# What a cell is copied as, where that is not what it shows; a tuple fills several cells.
COPY_ROLE = Qt.ItemDataRole.UserRole + 64
