"""The few objects that pages are given by their constructors; nothing here is global."""

from __future__ import annotations

from gui.bus import Bus
from gui.desk import Desk
from gui.jobs import Lane
from gui.opened import OpenedFiles
from gui.preferences import Preferences
from gui.session import Session
from gui.theme import Theme
from models.dataclass import dataclass


@dataclass(frozen=True)
class Context:
    """desk: the ledger; session: what is looked at; papers: the lane for papers; opened: copies."""

    desk: Desk
    session: Session
    bus: Bus
    papers: Lane
    preferences: Preferences
    theme: Theme
    opened: OpenedFiles
