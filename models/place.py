"""Where a ledger lies and who holds it: network shares, and one writer at a time."""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import json
import os
import re
import sys
from pathlib import Path
from types import TracebackType
from typing import IO

# Kinds of mounts whose files several machines (or a guest and its host) may hold at once.
_SHARES = {
    *("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "davfs", "afs", "ceph", "glusterfs"),
    *("lustre", "9p", "vboxsf", "prl_fs", "gvfsd-fuse", "fuse.gvfsd-fuse", "fuse.sshfs"),
    *("fuse.rclone", "fuse.davfs2", "fuse.glusterfs", "fuse.smbnetfs", "fuse.vmhgfs-fuse"),
}
_HELD = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}
_DRIVE_REMOTE = 4


def on_share(path: Path, mounts: str | None = None) -> bool:
    """Whether `path` lies on a network share, where a write-ahead log is not safe.

    mounts: the text of the system's mount table; read from the system when not given.
    """
    if sys.platform == "win32":
        return _windows_share(path)
    table = _mount_table() if mounts is None else mounts
    best, kind = "", ""
    target = str(path.resolve())
    for line in table.splitlines():
        fields = line.split()
        if len(fields) < 3:
            continue
        point = re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), fields[1])
        inside = target == point or target.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, fields[2]
    return kind in _SHARES


def _mount_table() -> str:
    try:
        return Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _windows_share(path: Path) -> bool:
    text = str(path.absolute())
    if text.startswith("\\\\"):
        return True
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 (absent on other systems' stubs)
    return bool(kernel.GetDriveTypeW(text[:3]) == _DRIVE_REMOTE)


def lock_path(ledger: Path) -> Path:
    """The little file beside a ledger that says who writes in it; one, by whatever link it is met."""
    real = ledger.resolve()
    return real.with_name(f".~{real.name}.lock")


class WriterLock:
    """One writer at a time. The system's own lock on a file, so that a crash leaves nothing behind.

    `holder` says who has the ledger since when, after `take` answered False.
    """

    def __init__(self, ledger: Path) -> None:
        self._path = lock_path(ledger)
        self._file: IO[str] | None = None
        self.holder = ""

    def take(self, who: str, since: dt.datetime) -> bool:
        """Try to become the writer; raises `OSError` where no file can be made."""
        file = self._path.open("a+", encoding="utf-8")
        try:
            taken = _lock(file)
        except OSError:
            file.close()
            raise
        if not taken:
            file.close()
            self.holder = self._read_holder()
            return False
        if not _same(file, self._path):
            # Its last holder removed the file while we waited at it: begin anew.
            file.close()
            return self.take(who, since)
        self._file = file
        try:
            file.seek(0)
            file.truncate()
            json.dump({"who": who, "since": since.isoformat(timespec="minutes")}, file)
            file.flush()
        except OSError:
            # A full disk: what could not be said must not lie about as if somebody held the ledger.
            self.release()
            raise
        return True

    def release(self) -> None:
        """Give the ledger free; does nothing when it was never taken."""
        if self._file is None:
            return
        file, self._file = self._file, None
        # Windows refuses to remove an open file, other systems must remove it while it is locked.
        if sys.platform == "win32":
            _close(file)
            self._remove()
        else:
            self._remove()
            _close(file)

    def _remove(self) -> None:
        with contextlib.suppress(OSError):
            self._path.unlink()

    def _read_holder(self) -> str:
        try:
            note = json.loads(self._path.read_text(encoding="utf-8"))
            since = dt.datetime.fromisoformat(note["since"])
            return f"{note['who'] or '另一个窗口'}（{since.month}月{since.day}日{since:%H:%M}起）"
        except (OSError, ValueError, KeyError, TypeError):
            return "另一个窗口"

    def __enter__(self) -> WriterLock:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


def in_use(ledger: Path) -> bool:
    """Whether some window writes in a ledger just now."""
    path = lock_path(ledger)
    try:
        if not path.exists():
            return False
        with path.open("a+", encoding="utf-8") as file:
            return not _lock(file)
    except OSError:
        return False


def _same(file: IO[str], path: Path) -> bool:
    try:
        return sys.platform == "win32" or os.path.samestat(os.fstat(file.fileno()), path.stat())
    except OSError:
        return False


def _close(file: IO[str]) -> None:
    """Close; on a full disk Python tries the note once more, and there is nothing to lose in it."""
    with contextlib.suppress(OSError):
        file.close()


def _lock(file: IO[str]) -> bool:
    """Lock an open file; False when another holds it, `OSError` where files cannot be locked."""
    try:
        if sys.platform == "win32":
            import msvcrt

            # Locks one byte far behind the text: a locked byte cannot be read by others.
            os.lseek(file.fileno(), 1 << 20, os.SEEK_SET)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            os.lseek(file.fileno(), 0, os.SEEK_SET)
        else:
            import fcntl

            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _HELD:
            return False
        raise
    return True
