"""Ledgers as earlier versions of the program saved them, kept in tests/ledgers.

Each was made by that version's own code: the small plan of `tests/models/factory.py` with one of
everything on it (`verb_examples.furnish`), some changes undone and redone, then VACUUM and gzip.
A new schema version adds the ledger of the version before it here, and never changes an old one.
"""

from __future__ import annotations

import gzip
import sqlite3
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[1] / "ledgers"
VERSIONS = sorted(int(path.name.split(".")[0][1:]) for path in FOLDER.glob("v*.luoshi.gz"))


def unpack(version: int, folder: Path) -> Path:
    """A fresh copy of the ledger that this version saved."""
    path = folder / "旧台账.luoshi"
    path.write_bytes(gzip.decompress((FOLDER / f"v{version}.luoshi.gz").read_bytes()))
    return path


def every_row(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all our tables (not the list of upgrades), as the file holds them."""
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    try:
        tables = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            " AND name <> 'schema_migration'"
        )
        return {
            name: connection.execute(f'SELECT * FROM "{name}" ORDER BY 1').fetchall()
            for (name,) in tables.fetchall()
        }
    finally:
        connection.close()
