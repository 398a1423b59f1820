"""Mending a draft before it is saved: pure operations on its lines, with undo and redo."""

from __future__ import annotations
