"""Whether a window can be shown, asked before Qt is: Qt itself would end the program with an abort.

Every answer is None, or one sentence of what is wrong. Only `check_plugin` imports PySide6.
"""

from __future__ import annotations

import ctypes
import os
import re
import struct
import sys
import threading
from collections.abc import Mapping
from pathlib import Path

PATIENCE = 3.0  # seconds that a display may take for its first byte
_NEED_DISPLAY = ("xcb", "wayland")
_LIBRARY = re.compile(r"([^\s/]+\.so[.\d]*)")


def platforms(environ: Mapping[str, str]) -> tuple[str, ...]:
    """The Qt platforms to try, without their options: those named, else those with a display.

    Empty when nothing is named and no display is; Windows and macOS always have one.
    """
    named = environ.get("QT_QPA_PLATFORM", "")
    if named.strip("; "):
        return tuple(part.split(":")[0].strip() for part in named.split(";") if part.strip())
    if sys.platform in ("win32", "darwin"):
        return ("windows",) if sys.platform == "win32" else ("cocoa",)
    displays = (("wayland", "WAYLAND_DISPLAY"), ("xcb", "DISPLAY"))
    return tuple(platform for platform, name in displays if environ.get(name))


def check_display(environ: Mapping[str, str]) -> str | None:
    """What is wrong with the display that the environment names; None when one answers."""
    faults = [_fault(platform, environ) for platform in platforms(environ)]
    if not faults:
        return "没有可用的显示器（环境变量 DISPLAY 和 WAYLAND_DISPLAY 都没有设置）"
    return None if None in faults else faults[0]


def _fault(platform: str, environ: Mapping[str, str]) -> str | None:
    if platform.startswith("wayland"):
        return _wayland_fault(environ)
    if platform == "xcb":
        return _x11_fault(environ.get("DISPLAY", ""))
    return None


def _x11_fault(name: str) -> str | None:
    if not name:
        return "没有可用的显示器（环境变量 DISPLAY 没有设置）"
    # In a thread of its own: the library would wait for a mute display for ever.
    said: list[str | None] = []
    thread = threading.Thread(target=lambda: said.append(_ask_xcb(name)), daemon=True)
    thread.start()
    thread.join(PATIENCE)
    if said == [None]:
        return None
    return said[0] if said and (said[0] != _refused(name) or _listens(name)) else _silent(name)


def _listens(name: str) -> bool:
    """Whether somebody is there who may have refused; the library does not tell the two apart."""
    match = re.fullmatch(r"(?:[^/:]*/)?(?P<host>[^/:]*):(?P<number>\d+)(?:\.\d+)?", name)
    if match is None:
        # Sockets named by their path and other rare forms: only the library knows them.
        return True
    setup = struct.pack("<BxHHHHxx", ord("l"), 11, 0, 0, 0)
    places = _x11_addresses(match["host"], int(match["number"]))
    return any(_answers(address, setup) for address in places)


def _refused(name: str) -> str:
    return f"显示器“{name}”拒绝连接"


def _silent(name: str) -> str:
    return f"显示器“{name}”没有应答"


def _x11_addresses(host: str, number: int) -> list[str | tuple[str, int]]:
    """Where a display listens, in the order in which X's own library tries."""
    if host not in ("", "unix"):
        return [(host, 6000 + number)]
    place = f"/tmp/.X11-unix/X{number}"
    return ["\0" + place, place, ("localhost", 6000 + number)]


def _ask_xcb(name: str) -> str | None:
    """Let X's library connect, which knows the right of entry."""
    try:
        library = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return "缺少系统库 libxcb.so.1"
    library.xcb_connect.restype = ctypes.c_void_p
    library.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    library.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = library.xcb_connect(name.encode(), None)
    refused = library.xcb_connection_has_error(connection)
    library.xcb_disconnect(connection)
    return _refused(name) if refused else None


def _wayland_fault(environ: Mapping[str, str]) -> str | None:
    name = environ.get("WAYLAND_DISPLAY", "")
    if not name:
        return "没有可用的显示器（环境变量 WAYLAND_DISPLAY 没有设置）"
    place = Path(environ.get("XDG_RUNTIME_DIR", "/run/user")) / name
    # wl_display.get_registry: object 1, 12 bytes, request 1, new id 2. A living one lists itself.
    request = struct.pack("=III", 1, 12 << 16 | 1, 2)
    return None if _answers(str(place), request) else _silent(name)


def _answers(address: str | tuple[str, int], request: bytes) -> bool:
    """Whether whoever listens at `address` says anything to `request` in time."""
    import socket  # late: where the window opens, X's library has been asked alone

    family = socket.AF_UNIX if isinstance(address, str) else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_STREAM) as link:
            link.settimeout(PATIENCE)
            link.connect(address)
            link.sendall(request)
            return bool(link.recv(8))
    except OSError:
        return False


def check_plugin(environ: Mapping[str, str]) -> str | None:
    """What keeps Qt from loading its part for the display; imports PySide6.

    Raises ImportError as PySide6 itself does where one of its libraries is missing.
    """
    from PySide6.QtCore import QCoreApplication, QLibraryInfo

    folders = [Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))]
    folders += [Path(folder) for folder in QCoreApplication.libraryPaths()]
    named = environ.get("QT_QPA_PLATFORM_PLUGIN_PATH")
    places = [folder / "platforms" for folder in folders] + ([Path(named)] if named else [])
    faults = [_plugin_fault(platform, places) for platform in platforms(environ)]
    return None if None in faults else faults[0]


def _plugin_fault(platform: str, folders: list[Path]) -> str | None:
    # Wayland comes as one file or as several: qwayland, qwayland-egl, qwayland-generic.
    name = re.compile(rf"(lib)?q{re.escape(platform)}(-\w+)?\.(so|dll|dylib)")
    found = [file for folder in folders if folder.is_dir() for file in sorted(folder.iterdir())]
    files = [file for file in found if name.fullmatch(file.name)]
    if not files:
        return f"环境变量 QT_QPA_PLATFORM 指定的“{platform}”不存在"
    if platform not in _NEED_DISPLAY:
        return None
    faults = [_load_fault(file) for file in files]
    return None if None in faults else faults[0]


def _load_fault(file: Path) -> str | None:
    try:
        ctypes.CDLL(os.fspath(file))
    except OSError as error:
        return missing_library(str(error))
    return None


def missing_library(message: str) -> str:
    """The sentence for a loader's message such as `libEGL.so.1: cannot open shared object file`."""
    match = _LIBRARY.search(message)
    return f"缺少系统库 {match[1]}（安装办法见 README）" if match else "窗口组件 PySide6 不能使用"
