"""What in a paper should be looked at before it goes out. Nothing is changed here.

Each warning names its article or its reason; one that belongs to a task leads to it.
"""

from __future__ import annotations

from models.rows import ReportRows
from reports.document import OfficialDocument
from reports.lacking import Lacking
from reports.options import PaperOptions
from reports.warnings.faithful import unfaithful
from reports.warnings.ordinance import against_ordinance, kind_missing
from reports.warnings.wording import as_received, in_task, said_twice

__all__ = ["kind_missing", "look_at"]


def look_at(
    rows: ReportRows, options: PaperOptions, document: OfficialDocument
) -> tuple[Lacking, ...]:
    """Every warning for one report, the whole paper first, then task by task."""
    told = [each for each in (*rows.dossiers, *rows.local_dossiers) if each.task.role.adopted]
    return (
        *against_ordinance(rows, options, document),
        *as_received(told),
        *said_twice(rows, told),
        *(found for each in told for found in (*in_task(rows, each), *unfaithful(rows, each))),
    )
