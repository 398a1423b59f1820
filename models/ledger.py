"""One open ledger: create, open, ask, do, undo, close. No formatting, no rules."""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import os
import sqlite3
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from models import database as files
from models import indexstate, reading
from models.actor import Actor
from models.errors import KnownError, StaleError
from models.place import WriterLock
from models.rows import Change
from models.text import clean

if TYPE_CHECKING:
    from models.history import Work

P = ParamSpec("P")
T = TypeVar("T")
Progress = Callable[[int, int], object]
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)

# Records are bound to one database at a time, so only one thread may be inside a ledger.
_GATE = threading.RLock()


class Ledger:
    """An open ledger file.

    Reads go through `ask`, writes through `do`; both may be called from any thread and wait
    for each other.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: WriterLock | None) -> None:
        self.path = path
        self.read_only_reason = ""
        self._connection = connection
        self._open = True
        self._records: Any = None
        self._lock = lock
        self._undo: list[int] = []
        self._redo: list[int] = []

    @classmethod
    def create(cls, path: Path, *, who: str = "", now: dt.datetime) -> Ledger:
        """Make a new, empty ledger; an existing file is never overwritten (`KnownError`)."""
        if os.path.lexists(path):
            raise KnownError(f"“{path.name}”已经存在，没有覆盖；请换一个名称，或直接打开它。")
        lock = WriterLock(path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            taken = lock.take(clean(who, lines=False), now)
        except OSError as error:
            why = (
                "磁盘已满，请腾出空间后再试。"
                if error.errno in _FULL
                else f"请检查名称和文件夹“{path.parent}”的写入权限。"
            )
            raise KnownError(f"台账“{path.name}”建不成，没有留下任何文件；{why}") from error
        if not taken:
            raise KnownError(f"“{path.name}”正由{lock.holder}使用，没有改动；请换一个名称。")
        return cls._start(path, lock)

    @classmethod
    def open(
        cls, path: Path, *, who: str = "", now: dt.datetime, read_only: bool = False
    ) -> Ledger:
        """Open a ledger; without the right to write, or while another writes, it is read only.

        Order: check the file, take the lock, back up an older version, migrate. `KnownError` says
        why a file cannot be opened; `read_only_reason` says why it cannot be written.
        """
        files.check_file(path)
        lock = WriterLock(path)
        reason = "本次只查看，不改动。" if read_only else _writable(path, lock, who, now)
        return cls._look(path, reason) if reason else cls._start(path, lock)

    @classmethod
    def _look(cls, path: Path, reason: str) -> Ledger:
        """Open for reading only."""
        connection = files.connect(path, writable=False)
        try:
            if files.file_version(connection) < files.VERSION:
                raise KnownError(
                    f"台账“{path.name}”是旧版本，现在不能写入，所以没有升级也没有打开；"
                    f"{reason}请在可以写入时再打开。"
                )
            files.check_tables(connection, path)
        except BaseException:
            connection.close()
            raise
        ledger = cls(path, connection, None)
        ledger.read_only_reason = reason
        return ledger

    @classmethod
    def _start(cls, path: Path, lock: WriterLock) -> Ledger:
        """Open for writing; whatever goes wrong, the lock is free again and no stump is left."""
        made = not path.exists()
        connection = None
        try:
            connection = files.connect(path, writable=True)
            version = files.file_version(connection)
            if 0 < version < files.VERSION:
                files.back_up(connection, path, version)
            files.migrate(connection)
            files.check_tables(connection, path)
            files.choose_journal(connection, path)
            ledger = cls(path, connection, lock)
            ledger._complete_index()
        except BaseException:
            if connection is not None:
                connection.close()
            if made:
                files.remove(path)
            lock.release()
            raise
        return ledger

    def _complete_index(self) -> None:
        """Make the search's tables where another version, or another SQLite, left them behind."""
        if not self.ask(indexstate.complete):
            from models import searchindex

            with self._writing():
                searchindex.build()

    @property
    def writable(self) -> bool:
        """Whether this window is the one that writes."""
        return self._lock is not None

    def ask(self, query: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a query of `models.queries` on this ledger."""
        with _GATE, files.plain_errors(), self._bound():
            return query(*args, **kwargs)

    def do(
        self,
        actor: Actor,
        verb: Callable[Concatenate[Work, P], None],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Change:
        """Run a verb of `models.commands` as one transaction; it can be undone afterwards.

        Raises `KnownError` when the ledger is read only, or the verb refuses; nothing is kept then.
        """
        from models.history import Work, record

        work = Work(actor, getattr(verb, "__name__", ""))

        def run() -> Change:
            verb(work, *args, **kwargs)
            return record(work)

        with _GATE:
            change = self._transaction(run)
            if change.id:
                self._undo.append(change.id)
                self._redo.clear()
            return change

    @contextlib.contextmanager
    def together(self) -> Iterator[None]:
        """Many changes as one: all are kept or none is, and none can be undone singly.

        For filling a ledger from data, where saving every step to disk would take seconds.
        """
        with _GATE:
            before = (list(self._undo), list(self._redo))
            try:
                with self._writing():
                    yield
            except BaseException:
                self._undo, self._redo = before
                raise
            self._undo.clear()
            self._redo.clear()

    def undo(self, actor: Actor) -> Change | None:
        """Take back this session's newest change, or answer None when there is none."""
        return self._step_back(actor, self._undo, self._redo, redo=False)

    def redo(self, actor: Actor) -> Change | None:
        """Repeat what was taken back last, or answer None when there is nothing."""
        return self._step_back(actor, self._redo, self._undo, redo=True)

    def _step_back(
        self, actor: Actor, source: list[int], target: list[int], *, redo: bool
    ) -> Change | None:
        from models.history import revert

        with _GATE:
            if not source:
                return None
            entry = source[-1]
            try:
                change = self._transaction(lambda: revert(entry, actor, redo=redo))
            except StaleError:
                # What cannot be taken back any more must not block what lies below it.
                source.pop()
                raise
            target.append(source.pop())
            return change

    def undo_label(self) -> str:
        """What undo would take back, or nothing."""
        return self._label(self._undo)

    def redo_label(self) -> str:
        """What redo would repeat, or nothing."""
        return self._label(self._redo)

    def _label(self, stack: list[int]) -> str:
        with _GATE:
            if not stack:
                return ""
            from models.schema import HistoryEntry

            return self.ask(lambda: str(HistoryEntry.get_by_id(stack[-1]).label))

    def _transaction(self, run: Callable[[], Change]) -> Change:
        if not self.writable:
            raise KnownError(
                f"台账现在只能查看，改动没有保存。{self.read_only_reason}"
                "需要改动时，请关闭另一个窗口，或另存副本后在副本上做。"
            )
        with self._writing():
            return run()

    @property
    def _database(self) -> Any:  # noqa: ANN401 (peewee, which only records need)
        """Records' way to the connection; made when they are first wanted."""
        if self._records is None:
            from models.records import over

            self._records = over(self._connection)
        return self._records

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        # Whatever writes, writes records.
        import models.schema  # noqa: F401

        with _GATE, files.plain_errors(), self._bound(), self._database.atomic("IMMEDIATE"):
            yield

    @contextlib.contextmanager
    def _bound(self) -> Iterator[None]:
        """All questions, and all records once there are any, go to this ledger's file meanwhile."""
        if not self._open:
            raise KnownError("台账已经关闭，没有改动任何内容；请重新打开后再试。")
        with reading.asking(self._connection), self._bound_records():
            yield

    def _bound_records(self) -> contextlib.AbstractContextManager[Any]:
        # What asks by records has been imported before it is called.
        if "models.schema" not in sys.modules:
            return contextlib.nullcontext()
        from models.schema import ALL

        bound: contextlib.AbstractContextManager[Any] = self._database.bind_ctx(
            ALL, bind_refs=False, bind_backrefs=False
        )
        return bound

    def save_copy(self, target: Path, progress: Progress | None = None) -> None:
        """另存副本: one complete file at `target`, written with `VACUUM INTO`, then replaced.

        Others may read and write meanwhile; the copy is as the ledger stood when it began.
        progress: told how many bytes of how many are written; what it raises stops the copy.
        """
        if target.resolve() == self.path.resolve() or _same_file(target, self.path):
            raise KnownError("副本不能覆盖正在使用的台账，没有改动；请换一个名称或位置。")
        whole = self.path.stat().st_size
        step = None if progress is None else lambda done: progress(min(done, whole), whole)
        with self._reading_beside() as connection:
            files.copy(connection, target, step)

    @contextlib.contextmanager
    def _reading_beside(self) -> Iterator[sqlite3.Connection]:
        """A connection that holds nobody up; without a log (on a share) it is this one, locked."""
        with _GATE, self._bound():
            journal = self._connection.execute("PRAGMA journal_mode").fetchone()[0]
            if journal != "wal":
                yield self._connection
                return
        connection = files.connect(self.path, writable=False)
        try:
            yield connection
        finally:
            connection.close()

    def integrity_problems(self) -> tuple[str, ...]:
        """What SQLite itself finds wrong with the file; empty when it is sound."""
        with _GATE, files.plain_errors(), self._bound():
            found = [row[0] for row in self._connection.execute("PRAGMA integrity_check")]
            loose = self._connection.execute("PRAGMA foreign_key_check").fetchall()
        problems = [f"文件检查：{text}" for text in found if text != "ok"]
        problems += [f"“{row[0]}”第{row[1]}条指向不存在的内容" for row in loose]
        return tuple(problems)

    def close(self) -> None:
        """Close; the ledger is one file again."""
        with _GATE:
            if self._open:
                self._open = False
                files.close(self._connection, writable=self.writable)
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _same_file(target: Path, path: Path) -> bool:
    """Also under another name; a target that cannot be looked at is no file yet."""
    try:
        return target.samefile(path)
    except OSError:
        return False


def _writable(path: Path, lock: WriterLock, who: str, now: dt.datetime) -> str:
    """Take the lock; answers why not, or nothing."""
    try:
        with path.open("r+b"):
            pass
        taken = lock.take(clean(who, lines=False), now)
    except OSError as error:
        if error.errno in _FULL:
            return "磁盘已满，请腾出空间后重新打开。"
        return "文件或所在文件夹没有写入权限。"
    return "" if taken else f"{lock.holder}正在使用这本台账。"
