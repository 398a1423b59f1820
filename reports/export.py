"""导出佐证材料: a folder a task and a measure, files numbered and named, one file in memory at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from models.errors import KnownError
from reports.files import write_paper
from reports.pieces import Piece

Read = Callable[[int], tuple[str, bytes]]
Progress = Callable[[int, int], None]
"""Called with files done and files in all; may raise to give up: what is written stays whole."""


@dataclass(frozen=True)
class Exported:
    """Where the files are; notices: those that got another name; problems: those left out."""

    paths: tuple[Path, ...]
    notices: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


def export_evidence(
    pieces: Sequence[Piece],
    read: Read,
    folder: Path,
    *,
    overwrite: bool = False,
    progress: Progress | None = None,
) -> Exported:
    """Write the files of the pieces below `folder`; paper originals stand in the list only.

    A damaged file is left out and said. Raises KnownError when a file cannot be written; those
    written before are whole and stay.
    """
    files = [piece for piece in pieces if piece.is_file]
    paths: list[Path] = []
    notices: list[str] = []
    problems: list[str] = []
    for done, piece in enumerate(files):
        if progress:
            progress(done, len(files))
        try:
            _, content = read(piece.row.id)
        except KnownError as error:
            problems.append(f"{piece.number}没有导出：{error}")
            continue
        written = _write(piece, content, folder, len(paths), overwrite=overwrite)
        del content  # The next one must not stand beside it in memory.
        paths.append(written[0])
        notices += [written[1]] if written[1] else []
    if progress:
        progress(len(files), len(files))
    return Exported(tuple(paths), tuple(notices), tuple(problems))


def _write(
    piece: Piece, content: bytes, folder: Path, done: int, *, overwrite: bool
) -> tuple[Path, str]:
    place = folder.joinpath(*piece.folders)
    try:
        written = write_paper(content, piece.file_name, place, overwrite=overwrite)
    except KnownError as error:
        before = f"此前已写出{done}份，都是完整的。" if done else ""
        raise KnownError(f"{error}{before}") from error
    return written.path, written.notice
