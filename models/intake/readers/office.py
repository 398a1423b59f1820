"""Kinds that only an office program reads (.doc, .wps, .rtf, .odt, .et): LibreOffice turns them.

Where LibreOffice is, is an argument; without it the user is told how to save the file himself.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from models.errors import KnownError

SECONDS = 90
_NO_WINDOW = 0x08000000 if sys.platform == "win32" else 0  # CREATE_NO_WINDOW
_PLACES = (
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
    "/opt/libreoffice/program/soffice",
    "/usr/lib/libreoffice/program/soffice",
)


def find_office() -> str | None:
    """Return the path of this machine's LibreOffice, None without one."""
    for command in ("soffice", "libreoffice"):
        found = shutil.which(command)
        if found:
            return found
    return next((place for place in _PLACES if Path(place).is_file()), None)


def converted(
    data: bytes, suffix: str, target: str, name: str, office: str | None, seconds: float = SECONDS
) -> bytes:
    """Return ``data`` (a file of kind ``suffix``) as the kind ``target`` (docx, xlsx).

    LibreOffice runs in a profile and a folder of its own, both gone afterwards. Raises KnownError
    without LibreOffice, if it takes longer than ``seconds``, and if it cannot read the file.
    """
    if office is None:
        message = f"读取“{name}”要用 LibreOffice，本机没有安装：没有读入任何内容。请用 Word 或 WPS 打开它，“另存为”{_kind(target)}（.{target}）后再读入。"
        raise KnownError(message)
    with tempfile.TemporaryDirectory(prefix="luoshi-") as folder:
        source = Path(folder) / f"source{suffix}"
        source.write_bytes(data)
        _run(office, source, target, name, seconds)
        result = Path(folder) / "out" / f"source.{target}"
        if not result.is_file():
            raise _unread(name, target)
        return result.read_bytes()


def _run(office: str, source: Path, target: str, name: str, seconds: float) -> None:
    command = [
        office,
        f"-env:UserInstallation={(source.parent / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--convert-to", target),
        *("--outdir", str(source.parent / "out"), str(source)),
    ]
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            creationflags=_NO_WINDOW,
        )
    except OSError as problem:
        raise _unread(name, target) from problem
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired as problem:
        _end(process)
        raise _unread(name, target) from problem


def _end(process: subprocess.Popen[bytes]) -> None:
    """End LibreOffice with the helper process that it starts."""
    if sys.platform == "win32":
        subprocess.run(
            ["taskkill", "/T", "/F", "/PID", str(process.pid)], check=False, capture_output=True
        )
    else:
        import os
        import signal

        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _kind(target: str) -> str:
    return "“Word 文档”" if target == "docx" else "“Excel 工作簿”"


def _unread(name: str, target: str) -> KnownError:
    return KnownError(
        f"LibreOffice 没能读出“{name}”：没有读入任何内容。请用 Word 或 WPS 打开它，“另存为”{_kind(target)}（.{target}）后再读入。"
    )
