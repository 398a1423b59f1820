"""Two wordings as one text: what went struck out, what came underlined."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from gui.theme import Colours

_MOST = 2400
"""Characters of both texts: some 50 ms."""
_SHOWN = 300


class DiffLabel(QLabel):
    """Wraps; can be marked and copied."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def show_change(self, old: str, new: str, colours: Colours) -> None:
        """Show what becomes of `old`."""
        self.setText(as_html(old, new, colours))
        self.setAccessibleName(f"原来：{old}\n改后：{new}")


def as_html(old: str, new: str, colours: Colours) -> str:
    """The change as rich text; marks say it as well as colours.

    Texts that take longer to compare than a window may wait are shown by their beginnings.
    """
    if len(old) + len(new) > _MOST:
        return "<br>".join(
            f"{word}（{len(text)}字）：{escape(text[:_SHOWN])}…"
            for word, text in (("原来", old), ("改后", new))
        )
    # Late: the comparing library is not needed before something differs.
    from reports.comparison import Kind, pieces

    parts = []
    for piece in pieces(old, new):
        words = escape(piece.text).replace("\n", "<br>")
        if piece.kind is Kind.DELETED:
            parts.append(f'<s style="color:{colours.red}">{words}</s>')
        elif piece.kind is Kind.INSERTED:
            parts.append(f'<u style="color:{colours.focus}">{words}</u>')
        else:
            parts.append(words)
    return "".join(parts)
