"""佐证材料清单: every chosen piece with its number, where it belongs and where it lies."""

from __future__ import annotations

from models.rows import ReportRows
from models.text import proper
from models.words import long_day
from reports.builders.table_paper import table_paper
from reports.document import Align, Column, Table, TableDocument, TableRow
from reports.options import PaperOptions
from reports.pieces import Piece, pieces

_COLUMNS = (
    Column("序号", 20, Align.CENTRE),
    Column("对应任务及举措", 70),
    Column("材料名称", 62),
    Column("文号", 32),
    Column("形成日期", 29, Align.CENTRE),
    Column("页数", 11, Align.CENTRE),
    Column("存放位置", 33),
)


def build_evidence(rows: ReportRows, options: PaperOptions) -> TableDocument:
    """The list of the chosen pieces, in the order and with the numbers of the exported files."""
    made = tuple(TableRow(_row(piece)) for piece in pieces(rows, options.evidence))
    return table_paper(rows, options, "佐证材料清单", Table(_COLUMNS, made, landscape=True))


def _row(piece: Piece) -> tuple[str, ...]:
    row = piece.row
    return (
        piece.number,
        _belongs_to(piece),
        proper(row.name),
        proper(row.document_number),
        long_day(row.formed_on) if row.formed_on else "",
        str(row.pages) if row.pages else "",
        _place(piece),
    )


def _belongs_to(piece: Piece) -> str:
    task = piece.dossier.task
    lines = [f"{task.label} {proper(task.short_title or task.text)}"]
    if piece.measure is not None:
        lines.append(f"{piece.measure.number} {proper(piece.measure.wording)}")
    return "\n".join(lines)


def _place(piece: Piece) -> str:
    """档案盒号 of a paper original; of a file the task's folder in which it is handed over."""
    said = [proper(piece.row.place)] if piece.row.place else []
    if piece.is_file:
        said.append(f"电子文件（文件夹{piece.dossier.task.label}）")
    return "\n".join(said)
