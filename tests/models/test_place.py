from __future__ import annotations

import datetime as dt
import errno
import json
import os
from pathlib import Path

import pytest

from models import place
from models.place import WriterLock, in_use, lock_path, on_share

SINCE = dt.datetime(2021, 6, 20, 9, 5)
MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/export /srv/nfs nfs4 rw 0 0
//server/share /mnt/公共\\040文件 cifs rw 0 0
/dev/sdb1 /srv/nfs/local ext4 rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
short line
"""


@pytest.mark.parametrize(
    ("path", "shared"),
    [
        ("/home/user/台账.luoshi", False),
        ("/srv/nfs/台账.luoshi", True),
        ("/srv/nfs/local/台账.luoshi", False),
        ("/srv/nfsx/台账.luoshi", False),
        ("/mnt/公共 文件/台账.luoshi", True),
        ("/run/user/1000/gvfs/smb-share:server=s,share=d/台账.luoshi", True),
    ],
)
def test_a_share_is_known_by_the_mount_that_holds_the_file(path: str, shared: bool) -> None:
    assert on_share(Path(path), MOUNTS) is shared


def test_a_link_into_a_share_is_on_the_share(tmp_path: Path) -> None:
    (tmp_path / "share").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "share")
    mounts = f"/dev/sda1 / ext4 rw 0 0\nserver:/x {tmp_path}/share nfs4 rw 0 0\n"
    assert on_share(tmp_path / "link" / "台账.luoshi", mounts)


def test_this_machines_own_disk_is_no_share(tmp_path: Path) -> None:
    assert not on_share(tmp_path / "台账.luoshi")


def test_a_second_writer_is_told_who_has_it_since_when(tmp_path: Path) -> None:
    path = tmp_path / "台账.luoshi"
    with WriterLock(path) as first:
        assert first.take("甲办事员", SINCE)
        second = WriterLock(path)
        assert not second.take("乙", SINCE)
        assert second.holder == "甲办事员（6月20日09:05起）"
        assert in_use(path)
    assert not in_use(path)
    assert not lock_path(path).exists()


@pytest.mark.parametrize("note", ["", "{}", "[]", '{"who": "甲", "since": 3}', "\x00"])
def test_an_unreadable_note_of_the_holder_is_said_in_general_words(
    tmp_path: Path, note: str
) -> None:
    path = tmp_path / "台账.luoshi"
    with WriterLock(path) as first:
        first.take("甲", SINCE)
        lock_path(path).write_text(note, encoding="utf-8")
        second = WriterLock(path)
        assert not second.take("乙", SINCE)
        assert second.holder == "另一个窗口"


def test_a_note_left_by_a_crash_keeps_nobody_out(tmp_path: Path) -> None:
    path = tmp_path / "台账.luoshi"
    lock_path(path).write_text(json.dumps({"who": "甲", "since": "2021-06-20T09:05"}), "utf-8")
    with WriterLock(path) as lock:
        assert lock.take("乙", SINCE)


def test_a_lock_file_that_its_holder_removed_meanwhile_is_not_mistaken_for_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "台账.luoshi"
    whole, times = place._lock, []

    def slow(file: object) -> bool:
        # The holder goes just before we get the lock on the file that he removes.
        if not times:
            lock_path(path).unlink()
        times.append(1)
        return whole(file)  # type: ignore[arg-type]

    monkeypatch.setattr(place, "_lock", slow)
    with WriterLock(path) as lock:
        assert lock.take("乙", SINCE)
        assert len(times) == 2
        monkeypatch.setattr(place, "_lock", whole)
        assert not WriterLock(path).take("丙", SINCE)


def test_where_files_cannot_be_locked_nobody_is_said_to_hold_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fcntl = pytest.importorskip("fcntl")

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", refuse)
    with pytest.raises(OSError, match="locks"):
        WriterLock(tmp_path / "台账.luoshi").take("甲", SINCE)
