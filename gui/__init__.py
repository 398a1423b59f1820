"""What people see: the window over a ledger. Knows rows, verbs and queries, never the database."""

from __future__ import annotations


def version() -> str:
    """The program's version, as installed or as the checkout's own."""
    from importlib import metadata

    try:
        return metadata.version("luoshi")
    except metadata.PackageNotFoundError:
        return "0.1.0"
