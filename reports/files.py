"""Writing a paper into a folder: whole or not at all, and never over a file unasked."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

from models.errors import KnownError

LONGEST_NAME = 200
"""In bytes of UTF-8; file systems allow 255, and a counter and a temporary mark must still fit."""
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\ud800-\udfff]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.IGNORECASE)


@dataclass(frozen=True)
class Written:
    """Where the file is now; `notice` says why it has another name than it should."""

    path: Path
    notice: str = ""


def legal_name(stem: str, suffix: str) -> str:
    """A file name that every system takes: forbidden characters dropped, not too long.

    suffix: with its dot; it is never cut.
    """
    name = _FORBIDDEN.sub("", stem.replace("\n", "")).strip(" .") or "未命名"
    if _RESERVED.match(name):
        name = f"_{name}"
    room = LONGEST_NAME - len(suffix.encode())
    return name.encode()[:room].decode(errors="ignore").rstrip(" .") + suffix


def write_paper(content: bytes, name: str, folder: Path, *, overwrite: bool = False) -> Written:
    """Write `content` as `name` into `folder`, which is made; answers where it is.

    An existing file with other content stays unless `overwrite`; the new one is then called
    …（2）. Raises KnownError when nothing could be written; what was there is unchanged.
    """
    _make_folder(folder)
    target = folder / name
    notice = ""
    if not overwrite and target.exists() and not _same(target, content):
        free = _free(target)
        notice = f"已有“{target.name}”，没有覆盖；新文件存为“{free.name}”。"
        target = free
    _replace(target, content)
    return Written(target, notice)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise KnownError(
            f"“{folder}”或其上级是一个文件，不是文件夹，没有写出材料，该文件未变；请另选文件夹。"
        ) from error
    except OSError as error:
        raise KnownError(_sentence(error, folder)) from error


def _same(path: Path, content: bytes) -> bool:
    try:
        return path.is_file() and path.read_bytes() == content
    except OSError:
        return False


def _free(target: Path) -> Path:
    number = 2
    while True:
        candidate = target.with_name(f"{target.stem}（{number}）{target.suffix}")
        if not candidate.exists():
            return candidate
        number += 1


def _replace(target: Path, content: bytes) -> None:
    """Write beside the target, then put it in its place in one step."""
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".~", suffix=".tmp")
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(0o644)
        Path(temporary).replace(target)
    except OSError as error:
        if temporary:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()
        raise KnownError(_sentence(error, target)) from error


def _sentence(error: OSError, target: Path) -> str:
    if error.errno in (errno.ENOSPC, errno.EFBIG, errno.EDQUOT):
        return f"磁盘空间不足，没有写出“{target.name}”，已有文件未变；请清理磁盘或另选位置后重试。"
    if error.errno == errno.ENAMETOOLONG:
        return "文件名太长，磁盘不收，没有写出材料，已有文件未变；请换一个短些的名字。"
    if isinstance(error, IsADirectoryError) or (target.is_dir() and target.suffix):
        return f"“{target.name}”是一个文件夹，没有写出材料，原有内容未变；请另选位置。"
    if isinstance(error, PermissionError) and target.exists() and target.suffix:
        return (
            f"“{target.name}”正被其他程序打开或不允许改写，没有写出，原文件未变；"
            "请关闭它或另选位置后重试。"
        )
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return f"没有在“{target.parent}”写文件的权限，没有写出材料，已有文件未变；请另选文件夹。"
    return f"写“{target.name}”时磁盘或文件夹出错，没有写出材料，已有文件未变；请另选位置。"
