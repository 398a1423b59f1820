"""Writing a finished file where a person wants it: whole or not at all, and never over another."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from models.errors import KnownError


def make_folder(folder: Path) -> None:
    """Make an output folder; `KnownError` when something else stands there or it is not allowed."""
    if folder.exists() and not folder.is_dir():
        raise KnownError(
            f"“{folder}”是文件，不是文件夹，没有写出任何文件，原文件没有改动；请换一个文件夹。"
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KnownError(
            f"文件夹“{folder}”建不成，没有写出任何文件；请检查位置和写入权限，或换一个文件夹。"
        ) from error


def free_place(target: Path) -> Path:
    """`target`, or the first of its （2）, （3）… that no file has yet."""
    place, number = target, 2
    while place.exists():
        place = target.with_name(f"{target.stem}（{number}）{target.suffix}")
        number += 1
    return place


def save_file(target: Path, content: bytes) -> None:
    """Put `content` at `target`: a temporary file beside it first, then replaced.

    An older file there is replaced; `KnownError` when that is not possible, and it stays whole.
    """
    temporary = target.with_name(f".~{target.name}.tmp")
    try:
        with temporary.open("wb") as file:
            file.write(content)
        temporary.replace(target)
    except PermissionError as error:
        raise KnownError(
            f"“{target.name}”写不进去，可能正在别的程序中打开，原文件没有改动；"
            "请关闭它，或换一个文件夹后再试。"
        ) from error
    except OSError as error:
        raise KnownError(
            f"“{target.name}”没有写成，没有留下半份文件，原有文件没有改动；"
            "请检查磁盘空间和文件夹后再试。"
        ) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
