"""How many questions a ledger's file is asked, whoever asks them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from models.ledger import Ledger


class Counter:
    """`count`: how many so far."""

    count = 0


@contextmanager
def count_queries(ledger: Ledger) -> Iterator[Counter]:
    """Count meanwhile."""
    counter = Counter()

    def asked(_: str) -> None:
        counter.count += 1

    ledger._connection.set_trace_callback(asked)
    try:
        yield counter
    finally:
        ledger._connection.set_trace_callback(None)
