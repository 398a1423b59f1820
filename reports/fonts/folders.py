"""Where a machine keeps its fonts. Only the outermost rooms ask; everyone else is given the folders."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

_LINUX = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/opt/kingsoft/wps-office/office6/fonts",
    "/opt/apps/cn.wps.wps-office-pro/files/kingsoft/wps-office/office6/fonts",
)
_MACOS = ("/System/Library/Fonts", "/Library/Fonts")


def font_folders(platform: str, environ: Mapping[str, str], home: Path) -> tuple[Path, ...]:
    """The folders to search, the machine's before the user's; they need not exist.

    ``platform`` is as in ``sys.platform``; ``environ`` gives the Windows and the XDG folders.
    """
    if platform.startswith("win"):
        windows = Path(environ.get("SystemRoot") or environ.get("WINDIR") or "C:/Windows")
        local = Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
        return (windows / "Fonts", local / "Microsoft" / "Windows" / "Fonts")
    if platform == "darwin":
        return (*map(Path, _MACOS), home / "Library" / "Fonts")
    data = Path(environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return (*map(Path, _LINUX), data / "fonts", home / ".fonts")
