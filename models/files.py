"""Reading a file that a person wants to attach: with a limit, whole or not at all."""

from __future__ import annotations

from pathlib import Path

from models.errors import KnownError

LARGEST = 50 * 1024 * 1024


def read_file(path: Path, largest: int = LARGEST) -> bytes:
    """The bytes of `path`; `KnownError` when it is missing, vanishes, or is over 50 MB."""
    name = path.name
    try:
        size = path.stat().st_size
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
