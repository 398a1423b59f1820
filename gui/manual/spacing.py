"""Room between the lines and paragraphs of the handbook: Markdown as Qt sets it has none."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument

_LINES = 118  # per cent of the letters' own height
_BELOW, _BELOW_ITEM, _ABOVE_HEADING = 8, 3, 14
# What stands in the text for a picture.
_PICTURE = "\ufffc"


def spread(document: QTextDocument) -> None:
    """Give every paragraph, heading, list item and picture outside tables its room, in logical pixels."""
    cursor = QTextCursor(document)
    block = document.begin()
    while block.isValid():
        cursor.setPosition(block.position())
        # Cells of a table have their own edges.
        if cursor.currentTable() is None:
            cursor.mergeBlockFormat(_room(block))
        block = block.next()


def _room(block: QTextBlock) -> QTextBlockFormat:
    room = QTextBlockFormat()
    room.setBottomMargin(_BELOW_ITEM if block.textList() is not None else _BELOW)
    if _PICTURE not in block.text():
        # A picture is a very high letter: its line must not grow with it.
        room.setLineHeight(_LINES, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if block.blockFormat().headingLevel() and block.position():
        room.setTopMargin(_ABOVE_HEADING)
    return room
