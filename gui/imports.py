"""PySide6 brought in the quick way: two things that it does at every start are done once.

It carries Python sources inside its library, compiles them anew in every process, and among them runs
the writer of its stub files, which a program at work never asks for: 26 of the 60 ms that
`import shiboken6` takes. Here what was compiled is kept in the user's folder, as Python keeps that of
every other module, and the writer waits until somebody asks for something of it. Whatever is amiss
with the file, the sources are compiled as ever.

PySide6 then puts a watchful import in place of Python's: it looks through the source of every module
imported from then on, for the words by which a module would ask for snake_case names
(`from __feature__ import …`). We never ask; reading 130 files for it took 25 ms of the start.
"""

from __future__ import annotations

import builtins
import marshal
import os
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import CodeType
from typing import Any

FILE_NAME = "pyside.code"
# Where the sources say that they lie; no other compiling is touched.
_OURS = "shibokensupport/"
_WAITING = "shibokensupport/signature/lib/pyi_generator.py"
# What stands for a module that waits: the first name asked of it brings the whole. As words, not as
# bytes: those are PySide6's own asking, which would be answered with the stand-in again.
_STAND_IN = """
def __getattr__(name, source={source!r}, file={file!r}):
    if name[:2] == "__":
        raise AttributeError(name)
    del globals()["__getattr__"]
    exec(compile(source.decode(), file, "exec"), globals())
    if name not in globals():
        raise AttributeError(name)
    return globals()[name]
"""
Key = tuple[str, int, int]  # file, length and checksum of its source


def bring_pyside(folder: Path) -> None:
    """Import PySide6, then let imports be what they were; once is enough.

    folder: the user's own, where compiled code is kept. Raises ImportError as PySide6 itself does
    where one of its libraries is missing.
    """
    with _kept_code(folder / FILE_NAME):
        import PySide6.QtCore  # noqa: F401 (for what it does to imports)
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


@contextmanager
def _kept_code(place: Path) -> Iterator[None]:
    """While it lasts, PySide6's own sources are compiled only if they are not those of last time."""
    kept = read_code(place)
    used: dict[Key, CodeType] = {}
    really = builtins.compile

    def compile_once(source: Any, file: Any, *rest: Any, **named: Any) -> Any:  # noqa: ANN401 (as compile)
        if not (isinstance(source, bytes) and isinstance(file, str) and file.startswith(_OURS)):
            return really(source, file, *rest, **named)
        key = (file, len(source), zlib.crc32(source))
        if key not in kept:
            text = _STAND_IN.format(source=source, file=file) if file == _WAITING else source
            kept[key] = really(text, file, *rest, **named)
        used[key] = kept[key]
        return used[key]

    before = set(kept)
    builtins.compile = compile_once
    try:
        yield
    finally:
        builtins.compile = really
    if used and used.keys() != before:
        write_code(place, used)


def read_code(place: Path) -> dict[Key, CodeType]:
    """What was compiled last time; empty when there is none, or not of this Python, or damaged."""
    try:
        stored = place.read_bytes()
    except OSError:
        return {}
    checksum, payload = stored[:4], stored[4:]
    if checksum != _checksum(payload):
        return {}
    return dict(marshal.loads(payload))


def write_code(place: Path, code: dict[Key, CodeType]) -> None:
    """Keep what was compiled; where nothing can be written, the next start compiles again."""
    payload = marshal.dumps(code)
    half = place.with_name(f"{place.name}.{os.getpid()}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        half.write_bytes(_checksum(payload) + payload)
        half.replace(place)
    except OSError:
        with suppress(OSError):
            half.unlink()


def _checksum(payload: bytes) -> bytes:
    """Of the payload and of the Python that it was made for."""
    maker = f"{sys.version} {sys.flags.optimize}".encode()
    return zlib.crc32(payload, zlib.crc32(maker)).to_bytes(4, "big")
