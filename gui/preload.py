"""Qt's libraries and the list of fonts, read by a thread beside Python's own start.

Python is busy with its modules for some 60 ms before it asks for Qt, and it asks for one library after
the other, holding everything else up. On a machine with two cores they can come meanwhile: 12 to 15 ms
of the start. Nothing here decides anything: what does not come is asked for again, and said, by
`gui.display` and by PySide6 itself.
"""

from __future__ import annotations

import ctypes
import os
import sys
import threading
from importlib.util import find_spec
from pathlib import Path

_LIBRARIES = ("libQt6Core.so.6", "libQt6Gui.so.6", "libQt6Widgets.so.6")
_FONTS = "libfontconfig.so.1"


def begin(platforms: tuple[str, ...]) -> threading.Thread | None:
    """Begin to read what Qt will want for these platforms; None where PySide6 keeps it elsewhere."""
    if not sys.platform.startswith("linux"):
        return None
    try:
        found = find_spec("PySide6")
    except (ImportError, ValueError):  # as where its name is kept from being imported
        return None
    if found is None or not found.submodule_search_locations:
        return None
    qt = Path(found.submodule_search_locations[0]) / "Qt"
    files = [qt / "lib" / name for name in _LIBRARIES]
    files += [qt / "plugins" / "platforms" / f"libq{name}.so" for name in platforms]
    # Not a daemon: a program that ends while a library comes in would be torn down under it.
    thread = threading.Thread(target=_read, args=(files,), name="preload")
    thread.start()
    return thread


def _read(files: list[Path]) -> None:
    # By the loader's own function: Python lets its other threads run only while a function of a
    # library is called, not while it opens one.
    try:
        load = ctypes.CDLL(None).dlopen
        list_fonts = ctypes.CDLL(_FONTS).FcInit
    except (OSError, AttributeError):
        return
    load.restype = ctypes.c_void_p
    load.argtypes = [ctypes.c_char_p, ctypes.c_int]
    for file in files:
        load(os.fsencode(file), os.RTLD_NOW)
    list_fonts()
