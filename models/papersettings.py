"""The office's own headings and columns of its papers, as the ledger keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class ColumnChoice:
    """One column of a table: `key` as in `reports.columns`, its own name (empty: the usual one)."""

    key: str
    name: str = ""
    shown: bool = True


@dataclass(frozen=True)
class PaperSettings:
    """headings: (usual heading, the office's wording). columns: by the id of the paper, in order."""

    headings: tuple[tuple[str, str], ...] = ()
    columns: tuple[tuple[str, tuple[ColumnChoice, ...]], ...] = ()

    def columns_of(self, paper: str) -> tuple[ColumnChoice, ...]:
        """What was chosen for the table of a paper; empty where nothing was."""
        return dict(self.columns).get(paper, ())

    def heading(self, usual: str) -> str:
        """The office's wording of a heading, or the usual one."""
        return dict(self.headings).get(usual, usual)

    def to_json(self) -> dict[str, Any]:
        """As plain JSON values."""
        return {
            "headings": [list(pair) for pair in self.headings],
            "columns": {
                paper: [[each.key, each.name, each.shown] for each in chosen]
                for paper, chosen in self.columns
            },
        }

    @classmethod
    def from_json(cls, kept: object) -> PaperSettings:
        """Read back; what this version does not understand is passed over."""
        if not isinstance(kept, Mapping):
            return cls()
        headings, columns = kept.get("headings"), kept.get("columns")
        return cls(
            tuple(_pairs(headings if isinstance(headings, list) else [])),
            tuple(
                (str(paper), tuple(_choices(chosen)))
                for paper, chosen in (columns if isinstance(columns, Mapping) else {}).items()
                if isinstance(chosen, list)
            ),
        )


def _pairs(kept: list[Any]) -> list[tuple[str, str]]:
    return [
        (each[0], each[1])
        for each in kept
        if isinstance(each, list) and len(each) == 2 and all(isinstance(one, str) for one in each)
    ]


def _choices(kept: list[Any]) -> list[ColumnChoice]:
    return [
        ColumnChoice(each[0], each[1], each[2])
        for each in kept
        if isinstance(each, list)
        and len(each) == 3
        and isinstance(each[0], str)
        and isinstance(each[1], str)
        and isinstance(each[2], bool)
    ]
