"""佐证材料 for an inspection: numbered files in folders, and the list that goes with them."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace
from pathlib import Path, PureWindowsPath

import openpyxl
import pytest

from models.errors import KnownError
from models.periods import Period
from models.rows import EvidenceRow, ReportRows, TaskDossier
from models.rules import Status
from reports import press
from reports.export import export_evidence
from reports.pieces import Choice, Piece, _short, pieces
from tests.reports.factory import assignment, dossier, measure, options, rows, task

DAY = dt.date(2021, 5, 10)


def proof(number: int, name: str, measure_id: int | None = None, **said: object) -> EvidenceRow:
    made = EvidenceRow(
        number,
        38,
        measure_id,
        None,
        name,
        "",
        DAY,
        "",
        3,
        "",
        f"{name}.pdf",
        f"sha{number}",
        9,
        DAY,
    )
    return replace(made, **said)  # type: ignore[arg-type]


def with_proof(*evidence: EvidenceRow) -> ReportRows:
    found = replace(
        dossier(task(38)),
        measures=(measure(38, 5, "举办培训班4期，培训400人次。"),),
        evidence=evidence,
    )
    return rows(found)


def numbered(*evidence: EvidenceRow, choice: Choice | None = None) -> list[str]:
    return [each.number for each in pieces(with_proof(*evidence), choice)]


def test_pieces_are_numbered_by_measure_and_those_of_the_task_come_first() -> None:
    made = [proof(1, "甲", 385), proof(2, "乙"), proof(3, "丙", 385)]
    assert numbered(*made) == ["38-01", "38.5-01", "38.5-02"]


def test_a_file_is_called_by_its_number_and_name_with_the_ending_it_came_with() -> None:
    (piece,) = pieces(with_proof(proof(1, "关于开展培训的通知", 385)))
    assert piece.file_name == "38.5-01 关于开展培训的通知.pdf"
    assert [name.partition(" ")[0] for name in piece.folders] == ["38", "38.5"]


@pytest.mark.parametrize(
    ("name", "file_name", "expected"),
    [
        ("通知.pdf", "通知.pdf", "38-01 通知.pdf"),
        ("../../etc/passwd", "x", "38-01 ....etcpasswd"),
        ("CON", "con.txt", "38-01 CON.txt"),
        ('<>:"/\\|?*', "a.pdf", "38-01.pdf"),
        ("尾巴 . ", "a.", "38-01 尾巴"),
        ("名" * 300, "a.pdf", f"38-01 {'名' * 60}.pdf"),
        ("照片", "a.没有尽头的后缀名是不可能的", "38-01 照片"),
    ],
)
def test_every_name_is_legal_on_windows(name: str, file_name: str, expected: str) -> None:
    (piece,) = pieces(with_proof(proof(1, name, file_name=file_name)))
    assert piece.file_name == expected
    assert len(PureWindowsPath(piece.file_name).parts) == 1


def test_a_choice_by_task_section_and_period() -> None:
    may, july = proof(1, "五月"), proof(2, "七月", formed_on=dt.date(2021, 7, 2))
    assert numbered(may, july, choice=Choice(periods=(Period.parse("2021-H1"),))) == ["38-01"]
    assert numbered(may, july, choice=Choice(tasks=(38,))) == ["38-01", "38-02"]
    assert numbered(may, choice=Choice(tasks=(4,))) == []
    assert numbered(may, choice=Choice(sections=(99,))) == []
    undated = proof(3, "无日期", formed_on=None)
    assert numbered(undated, choice=Choice(periods=(Period.parse("2021-05"),))) == ["38-01"]


def test_a_measure_given_to_another_section_is_that_sections() -> None:
    found: TaskDossier = replace(
        dossier(task(38)),
        assignment=assignment(38, section_id=1),
        measures=(measure(38, 5, "举办培训班4期，培训400人次。"),),
        evidence=(proof(1, "甲"), proof(2, "乙", 385)),
    )
    own = assignment(38, measure_id=385, section_id=2)
    made = rows(replace(found, measure_assignments=(own,)))
    assert [each.number for each in pieces(made, Choice(sections=(1,)))] == ["38-01"]
    assert [each.number for each in pieces(made, Choice(sections=(2,)))] == ["38.5-01"]


def cells(made: ReportRows, **choices: object) -> list[tuple[object, ...]]:
    paper = press.make("evidence", made, options(**choices), format="xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(paper.content)).worksheets[0]
    found = list(sheet.iter_rows(values_only=True))
    head = next(place for place, row in enumerate(found) if row[0] == "序号")
    return found[head:]


def test_the_list_has_the_columns_that_an_inspection_asks_for() -> None:
    original = proof(2, "签到表", 385, sha256="", file_name="", place="3号盒", pages=None)
    head, one, two = cells(with_proof(proof(1, "通知", document_number="示[2021]3号"), original))[
        :3
    ]
    assert head == ("序号", "对应任务及举措", "材料名称", "文号", "形成日期", "页数", "存放位置")
    assert one[0] == "38-01"
    assert (one[2], one[3], one[5]) == ("通知", "示〔2021〕3号", 3)
    assert "文件夹" in str(one[6])
    assert (two[0], two[5], two[6]) == ("38.5-01", None, "3号盒")


def test_the_list_keeps_to_the_choice_and_says_which_finished_task_has_no_proof() -> None:
    bare = dossier(task(4, status=Status.COMPLETED))
    made = replace(
        with_proof(proof(1, "通知")), dossiers=(*with_proof(proof(1, "通知")).dossiers, bare)
    )
    assert len(cells(made, evidence=Choice(tasks=(4,)))) == 1
    paper = press.make("evidence", made, options(), format="xlsx")
    assert [each.task_id for each in paper.lacking] == [bare.task.id]
    assert "佐证材料清单（截至2021年6月25日）" in paper.name


def content(evidence_id: int) -> tuple[str, bytes]:
    return "x.pdf", b"%d" % evidence_id


def one(*evidence: EvidenceRow) -> tuple[Piece, ...]:
    return pieces(with_proof(*(evidence or (proof(1, "甲", 385), proof(2, "乙", 385)))))


def test_files_stand_in_a_folder_a_task_and_measure(tmp_path: Path) -> None:
    done = export_evidence(one(), content, tmp_path / "材料")
    assert [path.name for path in done.paths] == ["38.5-01 甲.pdf", "38.5-02 乙.pdf"]
    assert [path.read_bytes() for path in done.paths] == [b"1", b"2"]
    assert len(done.paths[0].relative_to(tmp_path / "材料").parts) == 3


def test_exporting_again_writes_nothing_twice_and_overwrites_nothing(tmp_path: Path) -> None:
    first = export_evidence(one(), content, tmp_path)
    first.paths[0].write_bytes(b"mine")
    again = export_evidence(one(), content, tmp_path)
    assert first.paths[0].read_bytes() == b"mine"
    assert again.paths[0].name == "38.5-01 甲（2）.pdf"
    assert again.paths[1] == first.paths[1]
    assert len(again.notices) == 1


def test_a_damaged_file_is_left_out_and_said(tmp_path: Path) -> None:
    def read(evidence_id: int) -> tuple[str, bytes]:
        if evidence_id == 1:
            raise KnownError("“甲”的文件已损坏。")
        return content(evidence_id)

    done = export_evidence(one(), read, tmp_path)
    assert [path.name for path in done.paths] == ["38.5-02 乙.pdf"]
    assert done.problems == ("38.5-01没有导出：“甲”的文件已损坏。",)


def test_a_folder_that_is_a_file_and_a_full_disk_are_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "材料").write_text("别动", "utf-8")
    with pytest.raises(KnownError, match="不是文件夹"):
        export_evidence(one(), content, tmp_path / "材料")

    calls: list[int] = []

    def full(handle: int) -> None:
        calls.append(handle)
        if len(calls) > 1:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(KnownError, match=r"磁盘空间不足.*此前已写出1份"):
        export_evidence(one(), content, tmp_path)
    assert not list(tmp_path.rglob(".~*"))


def test_only_one_file_is_in_memory_and_it_can_be_cancelled(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        seen.append((done, total))
        if done == 1:
            raise press.Cancelled

    with pytest.raises(press.Cancelled):
        export_evidence(one(), content, tmp_path, progress=progress)
    assert seen == [(0, 2), (1, 2)]
    assert len(list(tmp_path.rglob("*.pdf"))) == 1


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("召开现场会，印发通报。", "召开现场会"),
        (
            "配合开展《四川省知识产权战略纲要2009—2020》终期评估",
            "配合开展《四川省知识产权战略纲要",
        ),
        (
            "围绕智能制造和绿色食品两个重点产业实施好专利《导航项目指引》",
            "围绕智能制造和绿色食品两个重点产业实施好专利",
        ),
        ("长" * 30, "长" * 24),
    ],
)
def test_a_folder_is_not_named_by_half_a_number_or_half_a_title(text: str, short: str) -> None:
    assert _short(text) == short
