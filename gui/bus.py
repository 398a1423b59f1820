"""Signals between parts that do not know each other: a change was saved, something went wrong."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from models.rows import Change


class Bus(QObject):
    """One for a window. Pages refresh because of `changed`, never because someone calls them.

    saved(Change): a write (undo and redo too) stands in the ledger.
    changed(Change): as `saved`, after the tree was read again. Details ask again then.
    told(str): a sentence to read, nothing wrong. done(str, ways): the same, with what can be done
    next, as (word, function) pairs: 打开文件夹.
    refused(str): a `KnownError` as its sentence.
    mended(str): what could not be saved for this sentence's reason stands in the ledger now.
    unsaved(str): a typed text that could not be saved, and whose field is gone.
    place_wanted(task_id, tab): lead a person to a task. page_wanted(name): to a
    page, or with settings/字体 to a panel of it.
    evidence_wanted(task ids): export the 佐证材料 of these tasks, or of others asked for then.
    working(Working): work that takes long has begun.
    closing(): nobody waits any more for what is being made.
    """

    saved = Signal(Change)
    changed = Signal(Change)
    told = Signal(str)
    done = Signal(str, tuple)
    refused = Signal(str)
    mended = Signal(str)
    unsaved = Signal(str)
    place_wanted = Signal(int, str)
    page_wanted = Signal(str)
    evidence_wanted = Signal(object)
    working = Signal(object)
    closing = Signal()
