from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from models import commands, files, queries
from models.commands import EvidenceDraft
from models.commands.evidence import safe_file_name
from models.errors import KnownError
from models.files import read_file
from models.rows import EvidenceRow
from models.schema import Blob
from tests.models.factory import TODAY, Office, actor

PICTURE = b"\xff\xd8\xff picture"


def attach(office: Office, content: bytes | None = PICTURE, **said: object) -> int:
    draft = EvidenceDraft(
        **{"name": "培训照片", "task_id": 1, "file_name": "照片.jpg", **said}  # type: ignore[arg-type]
    )
    return office.do(commands.attach, draft, content).new_id or 0


def pieces(office: Office, task_id: int = 1) -> tuple[EvidenceRow, ...]:
    return office.ledger.ask(queries.task_detail, task_id, TODAY).evidence


def blobs(office: Office) -> list[str]:
    return office.ledger.ask(lambda: [row.sha256 for row in Blob.select()])


def test_a_file_is_kept_whole_under_its_digest(office: Office) -> None:
    evidence = attach(office, document_number="示市监〔2021〕5号", pages=2, source="规划科")
    row = pieces(office)[0]
    assert (row.sha256, row.size) == (hashlib.sha256(PICTURE).hexdigest(), len(PICTURE))
    assert (row.name, row.document_number, row.pages, row.attached_on) == (
        "培训照片",
        "示市监〔2021〕5号",
        2,
        TODAY,
    )
    assert office.ledger.ask(queries.evidence_content, evidence) == ("照片.jpg", PICTURE)


def test_the_same_file_is_stored_once_however_often_it_proves_something(office: Office) -> None:
    attach(office)
    attach(office, task_id=2, name="另一处")
    attach(office, b"other")
    assert len(blobs(office)) == 2


def test_a_file_taken_off_stays_in_the_ledger_so_that_undo_brings_it_back(office: Office) -> None:
    evidence = attach(office)
    office.do(commands.detach, evidence)
    assert pieces(office) == ()
    assert len(blobs(office)) == 1
    office.ledger.undo(actor())
    assert office.ledger.ask(queries.evidence_content, evidence) == ("照片.jpg", PICTURE)
    office.ledger.undo(actor())
    office.ledger.redo(actor())
    assert office.ledger.ask(queries.evidence_content, evidence)[1] == PICTURE


def test_a_paper_original_needs_its_place_and_keeps_it(office: Office) -> None:
    with pytest.raises(KnownError, match="存放位置不能为空"):
        attach(office, None)
    evidence = attach(office, None, place="3号盒")
    row = pieces(office)[0]
    assert (row.place, row.sha256, row.file_name) == ("3号盒", "", "")
    with pytest.raises(KnownError, match="“培训照片”是纸质原件，存放在3号盒"):
        office.ledger.ask(queries.evidence_content, evidence)
    with pytest.raises(KnownError, match="存放位置不能为空"):
        office.do(commands.edit_evidence, evidence, EvidenceDraft("签到表"))
    office.do(commands.edit_evidence, evidence, EvidenceDraft("签到表", place="4号盒", pages=3))
    assert (pieces(office)[0].name, pieces(office)[0].place) == ("签到表", "4号盒")


def test_evidence_of_a_measure_counts_for_its_task(busy: Office) -> None:
    attach(busy, task_id=None, measure_id=busy.measure("1.2").id)
    assert busy.task("1").evidence == 1
    assert busy.measure("1.2").evidence_count == 1
    with pytest.raises(KnownError, match="不属于这项任务"):
        attach(busy, task_id=2, measure_id=busy.measure("1.2").id)


def test_evidence_on_a_note_follows_the_note(office: Office) -> None:
    note = office.do(commands.add_note, "已开会。", task_id=1).new_id or 0
    attach(office, task_id=None, note_id=note)
    assert pieces(office)[0].note_id == note
    with pytest.raises(KnownError, match="这条记录不属于这项任务"):
        attach(office, task_id=2, note_id=note)
    office.do(commands.remove_note, note)
    assert pieces(office)[0].note_id is None


@pytest.mark.parametrize("pages", [0, -1, 100_001])
def test_pages_that_cannot_be_are_refused(office: Office, pages: int) -> None:
    with pytest.raises(KnownError, match="页数应为大于零"):
        attach(office, pages=pages)
    assert pieces(office) == ()


def test_a_file_that_changed_inside_the_ledger_is_not_handed_out(office: Office) -> None:
    evidence = attach(office)
    office.ledger.ask(lambda: Blob.update(content=b"other").execute())
    with pytest.raises(KnownError, match="“培训照片”的文件已损坏"):
        office.ledger.ask(queries.evidence_content, evidence)
    assert office.ledger.ask(queries.evidence_digests) == ("培训照片",)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("照片.jpg", "照片.jpg"),
        ("C:\\用户\\照片.jpg", "照片.jpg"),
        ("../../etc/passwd", "passwd"),
        ('a<b>:"|?*.pdf', "a_b______.pdf"),
        ("con.txt", "_con.txt"),
        (" . ", "材料"),
        ("长" * 200 + ".docx", "长" * 120 + ".docx"),
        ("第1.2节的说明这里没有后缀", "第1.2节的说明这里没有后缀"),
        ("换\n行.pdf", "换 行.pdf"),
        ("反\u202efdp.exe", "反fdp.exe"),
    ],
)
def test_a_file_name_is_one_that_every_system_takes(name: str, safe: str) -> None:
    assert safe_file_name(name) == safe


def test_a_file_of_more_than_50_mb_is_not_taken_in(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert files.LARGEST == 50 * 1024 * 1024
    large = tmp_path / "录像.mp4"
    with large.open("wb") as file:
        file.truncate(files.LARGEST + 1)
    with pytest.raises(KnownError, match=r"超过50MB的上限，没有存入；.*纸质原件"):
        read_file(large)
    os.truncate(large, files.LARGEST)
    assert len(read_file(large)) == files.LARGEST
    monkeypatch.setattr(commands.evidence, "LARGEST", 4)
    with pytest.raises(KnownError, match="没有存入"):
        attach(office, b"12345")
    assert blobs(office) == []


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "照片.jpg"
    path.write_bytes(PICTURE)
    assert read_file(path) == PICTURE


@pytest.mark.parametrize("what", ["missing", "folder"])
def test_a_file_that_is_not_there_is_said(tmp_path: Path, what: str) -> None:
    path = tmp_path if what == "folder" else tmp_path / "没有.jpg"
    with pytest.raises(KnownError, match="读不出来，没有存入，原有材料都在"):
        read_file(path)


def test_a_file_that_vanishes_while_it_is_read_is_not_half_taken_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "照片.jpg"
    path.write_bytes(PICTURE)
    whole = Path.open

    def vanishing(self: Path, *args: str) -> object:
        self.unlink()
        return whole(self, *args)

    monkeypatch.setattr(Path, "open", vanishing)
    with pytest.raises(KnownError, match="U盘是否已拔出"):
        read_file(path)


def test_a_file_that_is_still_being_written_is_not_half_taken_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "照片.jpg"
    path.write_bytes(PICTURE)
    whole = Path.open

    def shrinking(self: Path, *args: str) -> object:
        os.truncate(self, 3)
        return whole(self, *args)

    monkeypatch.setattr(Path, "open", shrinking)
    with pytest.raises(KnownError, match="在读取时有变化"):
        read_file(path)
