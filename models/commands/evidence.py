"""佐证材料: files kept once by their SHA-256 inside the ledger, and paper originals."""

from __future__ import annotations

import datetime as dt
import hashlib
import re

from models.commands.lookup import get, line, shown_measure
from models.commands.notes import place_of
from models.dataclass import dataclass
from models.errors import KnownError
from models.files import LARGEST
from models.history import Work
from models.schema import Evidence, Note

_MOST_PAGES = 100_000


@dataclass(frozen=True)
class EvidenceDraft:
    """What is said of one piece: 材料名称, 文号, 形成日期, 来源, 页数, 档案盒号."""

    name: str
    task_id: int | None = None
    measure_id: int | None = None
    note_id: int | None = None
    document_number: str = ""
    formed_on: dt.date | None = None
    source: str = ""
    pages: int | None = None
    place: str = ""
    file_name: str = ""
    plan_id: int | None = None


def attach(work: Work, draft: EvidenceDraft, content: bytes | None = None) -> None:
    """Attach a file (content given), or register a paper original, which needs its place."""
    where = _place(draft)
    name = line(draft.name or draft.file_name, "材料名称")
    sha256 = None
    if content is None:
        line(draft.place, "纸质原件的存放位置")
    else:
        sha256 = store_file(work, name, content)
    work.new_id = work.insert(
        Evidence,
        task=where[0],
        measure=draft.measure_id,
        note=draft.note_id,
        blob=sha256,
        attached_on=work.today,
        plan=draft.plan_id if where[0] is None else None,
        file_name=safe_file_name(draft.file_name or name) if content is not None else "",
        **_said(draft, name),
    )
    work.about(where[0])
    work.label = f"添加佐证 {where[1]}：{name}"


def _place(draft: EvidenceDraft) -> tuple[int | None, str]:
    """The task it hangs on, and how the place is called; that of its note where only that is named."""
    if draft.note_id is None:
        return place_of(draft.plan_id, draft.task_id, draft.measure_id)
    note = get(Note, draft.note_id)
    named = draft.task_id is not None or draft.measure_id is not None
    where = (
        place_of(None, draft.task_id, draft.measure_id)
        if named
        else place_of(note.plan_id, note.task_id, note.measure_id)
    )
    if where[0] != note.task_id:
        raise KnownError("这条记录不属于这项任务，没有存入。")
    return where


def edit_evidence(work: Work, evidence_id: int, draft: EvidenceDraft) -> None:
    """Change what is said of a piece; its file and place in the plan stay."""
    evidence = get(Evidence, evidence_id)
    name = line(draft.name, "材料名称")
    if evidence.blob_id is None:
        line(draft.place, "纸质原件的存放位置")
    work.update(Evidence, evidence_id, **_said(draft, name))
    work.about(evidence.task_id)
    work.label = f"修改佐证 {name}"


def move_evidence(work: Work, evidence_id: int, measure_id: int | None) -> None:
    """Let a piece prove another measure of its task, or the task as a whole (None)."""
    evidence = get(Evidence, evidence_id)
    if measure_id is not None and shown_measure(measure_id).task_id != evidence.task_id:
        raise KnownError("这条举措不属于这项任务，没有改动。")
    work.update(Evidence, evidence_id, measure=measure_id)
    work.about(evidence.task_id)
    work.label = f"移动佐证 {evidence.name}"


def detach(work: Work, evidence_id: int) -> None:
    """Take a piece off its task; the file stays in the ledger, so undo brings it back."""
    evidence = get(Evidence, evidence_id)
    work.delete(Evidence, evidence_id)
    work.about(evidence.task_id)
    work.label = f"移除佐证 {evidence.name}"


def safe_file_name(name: str) -> str:
    """A file name that every system takes: no path, no forbidden or leading marks, 120 long."""
    bare = re.split(r"[\\/]", line(name, limit=2000))[-1]
    cleaned = re.sub(r'[<>:"|?*]', "_", bare).strip(" .") or "材料"
    stem, dot, ending = cleaned.rpartition(".")
    if not dot or len(ending) > 10:
        stem, ending = cleaned, ""
    if re.match(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)", stem):
        stem = f"_{stem}"
    return stem[:120] + (f".{ending}" if ending else "")


def store_file(work: Work, name: str, content: bytes) -> str:
    """Keep the bytes of a file once and answer with their SHA-256; 50 MB at most (`KnownError`)."""
    if len(content) > LARGEST:
        raise KnownError(
            f"“{name}”超过{LARGEST // 1048576}MB的上限，没有存入；"
            "请压缩或拆分后再添加，也可登记为纸质原件。"
        )
    sha256 = hashlib.sha256(content).hexdigest()
    work.store(sha256, content)
    return sha256


def _said(draft: EvidenceDraft, name: str) -> dict[str, object]:
    if draft.pages is not None and not 0 < draft.pages <= _MOST_PAGES:
        raise KnownError("页数应为大于零的整数，没有保存；请改正后再试。")
    return {
        "name": name,
        "document_number": line(draft.document_number),
        "formed_on": draft.formed_on,
        "source": line(draft.source),
        "pages": draft.pages,
        "place": line(draft.place),
    }
