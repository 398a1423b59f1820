"""Readers: the bytes of one kind of file become numbered lines. One module a kind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from models.errors import KnownError
from models.intake.readers.txt import read_txt
from models.intake.source import Source

_READERS: dict[str, Callable[[bytes, str], Source]] = {".txt": read_txt, "": read_txt}


def read_source(data: bytes, name: str) -> Source:
    """Return the lines of a file by the kind that its name says.

    Raises KnownError for a kind that is not read, and for a file that is not what it says.
    """
    reader = _READERS.get(PurePath(name).suffix.lower())
    if reader is None:
        message = f"“{name}”不是文本文件，本版本只能读取纯文本（.txt）：没有读入任何内容。请在文字处理软件中另存为“纯文本”后再读入。"
        raise KnownError(message)
    return reader(data, name)
