"""Whether the search's tables are up to date; asked each time a ledger is opened."""

from __future__ import annotations

import sqlite3

from models.reading import rows

# Change it when folding or the columns change: every ledger is then indexed anew when it is opened.
TEXTS_VERSION = 1
TRIGRAM_SINCE = (3, 34, 0)


def trigrams_possible() -> bool:
    """Whether this SQLite can read and write trigrams."""
    if sqlite3.sqlite_version_info < TRIGRAM_SINCE:
        return False
    return bool(rows("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'"))


def complete() -> bool:
    """Whether nothing is left to `build`: texts of this version, trigrams where they can be."""
    ((texts, trigrams),) = rows("SELECT texts, trigrams FROM search_state WHERE id = 1")
    return texts == TEXTS_VERSION and (bool(trigrams) or not trigrams_possible())
