"""One SQLite file: connection, pragmas, version check, backup and migrations. No domain rules."""

from __future__ import annotations

import contextlib
import glob
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

from models.errors import KnownError
from models.place import in_use, on_share
from models.watching import tell

APPLICATION_ID = 0x4C53545A
VERSION = 4
# The names of `models.schema.ALL`, which an open ledger need not load.
TABLES = frozenset(
    [
        "plan",
        "part",
        "item",
        "task",
        "revision",
        "former_task",
        "measure",
        "tick",
        "deliverable",
        "target",
        "target_value",
        "section",
        "person",
        "assignment",
        "extension",
        "progress_entry",
        "status_change",
        "note",
        "evidence",
        "period_days",
        "setting",
        "paper",
        "paper_edit",
        "paper_version",
        "blob",
        "history_entry",
        "history_step",
        "history_task",
        "search_text",
        "search_state",
    ]
)
MIGRATIONS = Path(__file__).with_name("migrations")
_BACKING_UP = "旧版本的台账先备份一份，放在原来的文件夹里……"
_UPGRADING = "正在把旧版本的台账升级到这个版本……"
# Steps of SQLite's machine between two looks at a copy: about 200 looks a second.
_LOOK_EVERY = 10_000
_SQLITE_HEADER = b"SQLite format 3\x00"


def connect(path: Path, *, writable: bool) -> sqlite3.Connection:
    """Connect to a ledger file; raises `KnownError` when that is not possible.

    One connection serves all threads; `models.ledger` lets only one of them in at a time.
    """
    with plain_errors():
        connection = sqlite3.connect(
            f"file:{quote(str(path.absolute()))}?{_mode(path, writable)}",
            uri=True,
            check_same_thread=False,
            isolation_level=None,
        )
        try:
            for pragma in ("foreign_keys = 1", "synchronous = FULL", "busy_timeout = 5000"):
                connection.execute(f"PRAGMA {pragma}")
        except BaseException:
            connection.close()
            raise
    return connection


def _mode(path: Path, writable: bool) -> str:
    if writable:
        # Not rwc for a known file: one that vanishes now must not come back empty.
        return "mode=rw" if path.exists() else "mode=rwc"
    if os.access(path.parent, os.W_OK) or _leftovers(path):
        return "mode=ro"
    # A folder without write permission: nobody can change the file while it is read.
    return "mode=ro&immutable=1"


def choose_journal(connection: sqlite3.Connection, path: Path) -> None:
    """WAL on a local disk, a rollback journal on a share; the pragma's answer is what counts.

    Comes after `migrate`, so that the file itself, and not only its log, says what it is.
    """
    wanted = "delete" if on_share(path) else "wal"
    with plain_errors():
        answer = connection.execute(f"PRAGMA journal_mode = {wanted}").fetchone()[0]
    if answer not in (wanted, "delete", "truncate", "persist"):
        raise KnownError(
            "这个位置不支持安全保存，台账没有打开，内容没有改动；请把台账复制到本机硬盘后再打开。"
        )


def check_file(path: Path) -> None:
    """Raise `KnownError` when `path` is no ledger that this version can read."""
    # Of os.path: a name too long or a folder that may not be entered is "not there", not a fault.
    if not os.path.exists(path):  # noqa: PTH110
        raise KnownError(f"没有找到台账“{path.name}”，没有改动任何内容；请检查位置，或新建台账。")
    if path.is_dir():
        raise KnownError(f"“{path.name}”是文件夹，不是台账，没有改动任何内容；请选择台账文件。")
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise KnownError(
            f"台账“{path.name}”不能读取，文件没有改动；请检查文件权限，或把它复制到本机硬盘后再打开。"
        ) from error
    _check_header(path, head)


def _check_header(path: Path, head: bytes) -> None:
    if head[:16] != _SQLITE_HEADER or len(head) < 100:
        raise KnownError(
            f"“{path.name}”不是台账，或已损坏，文件没有改动；请选择台账文件，或从备份中恢复。"
        )
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise KnownError(f"“{path.name}”是别的程序的文件，没有改动；请选择台账文件。")
    if int.from_bytes(head[60:64], "big") > VERSION:
        raise _newer(path)


def _newer(path: Path) -> KnownError:
    return KnownError(
        f"台账“{path.name}”由更新的版本保存，没有打开，文件没有改动；请安装新版本后再打开。"
    )


def file_version(connection: sqlite3.Connection) -> int:
    """The ledger's version; 0 for a new file."""
    with plain_errors():
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def check_tables(connection: sqlite3.Connection, path: Path) -> None:
    """Raise `KnownError` when the file, its log included, is newer or lacks one of our tables."""
    if file_version(connection) > VERSION:
        raise _newer(path)
    with plain_errors():
        found = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    if not found.issuperset(TABLES):
        raise KnownError(
            f"台账“{path.name}”已损坏，没有打开，文件没有改动；请从备份中恢复，损坏的文件请保留。"
        )


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a ledger to this version; every step is one transaction that sets the version too."""
    if file_version(connection) >= VERSION:
        return
    # Imported late: an up-to-date ledger must not pay for it at start-up.
    from playhouse.migrations import run

    from models.records import over

    with plain_errors():
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        # Escaped: the runner looks for its steps by a pattern, and folders may be called [新].
        with _watched(connection, lambda: tell(_UPGRADING)):
            run(over(connection), glob.escape(str(MIGRATIONS)))


def back_up(connection: sqlite3.Connection, path: Path, version: int) -> Path:
    """Copy a ledger beside itself before it is brought to a newer version."""
    name = f"{path.stem}（升级前备份，第{version}版）"
    target = path.with_name(f"{name}{path.suffix}")
    number = 1
    while target.exists():
        number += 1
        target = path.with_name(f"{name}{number}{path.suffix}")
    whole = path.stat().st_size
    copy(connection, target, lambda done: tell(_BACKING_UP, min(done, whole), whole))
    return target


def copy(
    connection: sqlite3.Connection, target: Path, step: Callable[[int], object] | None = None
) -> None:
    """Write a complete copy with `VACUUM INTO`: temporary file first, then replaced.

    step: told now and then how many bytes are written; what it raises stops the copy.
    """
    if _leftovers(target) or in_use(target):
        raise KnownError(
            f"“{target.name}”正在使用或没有正常关闭，没有覆盖，原台账没有改动；请换一个名称。"
        )
    temporary = target.with_name(f".~{target.name}.tmp")
    try:
        temporary.unlink(missing_ok=True)
        with _watched(connection, _looker(temporary, step)):
            connection.execute("VACUUM INTO ?", (str(temporary),))
        with temporary.open("r+b") as file:
            os.fsync(file.fileno())
        temporary.replace(target)
    except (sqlite3.Error, OSError) as error:
        raise KnownError(
            f"副本“{target.name}”没有写成，原台账没有改动；请检查磁盘空间和文件夹权限后再试。"
        ) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


@contextlib.contextmanager
def _watched(connection: sqlite3.Connection, look: Callable[[], None]) -> Iterator[None]:
    """Call `look` again and again while SQLite works; what it raises ends the work."""
    connection.set_progress_handler(look, _LOOK_EVERY)
    try:
        yield
    except _failures():
        # SQLite keeps to itself what stopped it: asked once more, it is raised here.
        look()
        raise
    finally:
        connection.set_progress_handler(None, 0)


def _looker(path: Path, step: Callable[[int], object] | None) -> Callable[[], None]:
    def look() -> None:
        # The file is there as soon as anything is written.
        if step is not None and path.exists():
            step(path.stat().st_size)

    return look


def close(connection: sqlite3.Connection, *, writable: bool) -> None:
    """Close; a ledger that was written returns to one file."""
    with contextlib.suppress(sqlite3.Error):
        if writable:
            # One who only looks on may keep us from tidying up; closing must not wait for that.
            connection.execute("PRAGMA busy_timeout = 200")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()


def remove(path: Path) -> None:
    """Remove a ledger that came to nothing, with what SQLite laid beside it."""
    for each in (path, *_leftovers(path), path.with_name(path.name + "-shm")):
        with contextlib.suppress(OSError):
            each.unlink()


def _leftovers(path: Path) -> list[Path]:
    """The logs that lie beside a ledger which is open, or was not closed."""
    real = path.resolve()
    names = (real.with_name(real.name + ending) for ending in ("-wal", "-journal"))
    return [each for each in names if os.path.exists(each)]  # noqa: PTH110 (never raises)


def _failures() -> tuple[type[Exception], ...]:
    """SQLite's own, and those of the library of records where it has been used."""
    library = sys.modules.get("peewee")
    return (sqlite3.DatabaseError, *([] if library is None else [library.DatabaseError]))


@contextlib.contextmanager
def plain_errors() -> Iterator[None]:
    """Turn the failures of the disk and the file into sentences; faults of ours pass unchanged."""
    try:
        yield
    except _failures() as error:
        if type(error).__name__ in ("IntegrityError", "ProgrammingError"):
            raise
        sentence = _sentence(error)
        if sentence is None:
            raise
        raise KnownError(sentence) from error


def _sentence(error: BaseException | None) -> str | None:
    """The sentence for an error, or for the one behind it.

    On a full disk SQLite takes the whole transaction back by itself; taking it back once more
    fails, and that second failure is the one we get.
    """
    while error is not None:
        sentence = _plain(str(error).lower())
        if sentence is not None:
            return sentence
        error = error.__context__
    return None


def _plain(message: str) -> str | None:
    known = (
        ("disk is full", "磁盘已满，刚才的改动没有保存，以前的内容都在；请腾出空间后再做一次。"),
        (
            "disk i/o",
            "磁盘读写出错，刚才的改动没有保存；请检查磁盘是否已满、U盘是否还连着，再做一次。",
        ),
        ("readonly", "台账是只读的，改动没有保存；请检查文件权限，或用“另存副本”保存到别处。"),
        ("locked", "台账正被别的窗口占用，刚才的改动没有保存；请稍后再做一次。"),
        ("malformed", "台账文件已损坏，没有再写入；请从备份中恢复，损坏的文件请保留。"),
        ("not a database", "这个文件不是台账，或已损坏，没有改动；请从备份中恢复。"),
        ("unable to open", "台账打不开，没有改动任何内容；请检查文件夹是否存在、是否有权限。"),
    )
    for mark, sentence in known:
        if mark in message:
            return sentence
    return None
