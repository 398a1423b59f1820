"""Reading files that a person wants to attach: with a limit, whole or not at all."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from models.errors import KnownError

LARGEST = 50 * 1024 * 1024
MOST_FILES = 200
# What systems and office programs leave in folders; nobody means these.
_LITTER = re.compile(r"(?i)\.|~\$|thumbs\.db$|desktop\.ini$|.*\.(tmp|lnk)$")


def gather(paths: Iterable[Path], most: int = MOST_FILES) -> tuple[Path, ...]:
    """The files among `paths` and in the folders among them, in the order in which people count.

    Links to folders are not followed. `KnownError` above `most`: that was not meant.
    """
    found: list[Path] = []
    for path in paths:
        for file in _files_below(path):
            found.append(file)
            if len(found) > most:
                raise KnownError(
                    f"“{path.name}”里的文件超过{most}个，没有添加任何一个；请分几次选择，或选下一级文件夹。"
                )
    return tuple(found)


def _files_below(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders[:] = sorted((each for each in folders if not _LITTER.match(each)), key=_counted)
        for name in sorted(names, key=_counted):
            if not _LITTER.match(name):
                yield Path(folder) / name


def _counted(name: str) -> list[tuple[int, int, str]]:
    """附件2 before 附件10."""
    pieces = re.findall(r"\d+|\D+", name)
    return [(0, int(each), "") if each.isdecimal() else (1, 0, each) for each in pieces]


def read_file(path: Path, largest: int = LARGEST) -> bytes:
    """The bytes of `path`; `KnownError` when it is missing, vanishes, or is over 50 MB."""
    name = path.name
    try:
        about = path.stat()
        size = about.st_size
        if stat.S_ISFIFO(about.st_mode) or stat.S_ISCHR(about.st_mode):
            # A pipe would be waited at for ever, and a device has no end.
            raise KnownError(f"“{name}”不是普通文件，没有存入，原有材料都在；请选择文件。")
        if size > largest:
            raise KnownError(
                f"“{name}”有{size / 1048576:.0f}MB，超过{largest // 1048576}MB的上限，没有存入；"
                "请压缩或拆分后再添加，也可登记为纸质原件。"
            )
        with path.open("rb") as file:
            content = file.read(largest + 1)
    except OSError as error:
        raise KnownError(
            f"“{name}”读不出来，没有存入，原有材料都在；请检查文件是否还在、U盘是否已拔出。"
        ) from error
    if len(content) != size:
        raise KnownError(f"“{name}”在读取时有变化，没有存入；请等它保存完毕后再添加。")
    return content
