"""佐证材料: dragged or pasted onto a task, named at once, looked at inside the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QEvent, QIODevice, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QDesktopServices,
    QDropEvent,
    QGuiApplication,
    QImage,
    QPainter,
    QPdfWriter,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from gui.dialogs.attach import AttachDialog, Target
from gui.dialogs.evidence import EvidenceDialog
from gui.main_window import MainWindow
from gui.pages.tasks.attaching import png_of
from gui.pages.tasks.detail import DetailPane
from gui.pages.tasks.evidence_row import EvidenceLine
from gui.pages.tasks.evidence_view import EvidenceView, read_picture, read_text
from gui.pages.tasks.pdf_pages import PdfPages
from gui.pages.tasks.records_tab import _SETTLED_MS
from gui.zoom import Zoom
from models.errors import KnownError
from models.files import LARGEST
from models.rows import EvidenceRow
from tests.gui.conftest import Office, type_in

CONTROL = Qt.KeyboardModifier.ControlModifier
Answer = Callable[[Callable[[QDialog], None]], None]


@pytest.fixture
def detail(window: MainWindow, office: Office) -> DetailPane:
    window.tasks.show_task(office.task("16").id)
    window.tasks._ask_detail()
    return window.tasks.detail


def file(folder: Path, name: str, content: bytes = b"kept") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def urls(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drop(widget: QWidget, data: QMimeData, at: QPoint = QPoint(9, 9)) -> None:  # noqa: B008
    event = QDropEvent(
        QPointF(at),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    widget.dropEvent(event)


def names(office: Office, label: str = "16") -> list[str]:
    return [row.name for row in office.detail(label).evidence]


def line_of(detail: DetailPane, name: str) -> EvidenceLine:
    return next(line for line in detail.records._evidence if line.name.text() == name)


def picture() -> QImage:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    return image


# -- how it comes in


def test_a_file_dropped_anywhere_on_the_task_asks_its_name_in_its_row(
    detail: DetailPane, office: Office, tmp_path: Path, qtbot: QtBot
) -> None:
    drop(detail, urls(file(tmp_path, "IMG_0001.jpg")))
    line = line_of(detail, "IMG_0001")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is line.name)
    assert not line.name.visibleRegion().isEmpty()
    assert line.name.selectedText() == "IMG_0001"
    type_in(line.name, "现场检查照片")
    qtbot.keyClick(line.name, Qt.Key.Key_Return)
    row = office.detail("16").evidence[0]
    assert (row.name, row.file_name) == ("现场检查照片", "IMG_0001.jpg")


def test_a_file_dropped_on_a_measure_is_its_evidence(
    detail: DetailPane, office: Office, tmp_path: Path
) -> None:
    card = detail.measures._cards[0]
    at = card.wording.mapTo(detail, card.wording.rect().center())
    drop(detail, urls(file(tmp_path, "通知.txt")), at)
    assert office.detail("16").evidence[0].measure_id == office.measure("16.1").id


def test_a_file_dropped_on_another_task_leads_there(
    window: MainWindow, detail: DetailPane, office: Office, tmp_path: Path
) -> None:
    window.tasks.tree.files_dropped.emit(office.task("22"), [file(tmp_path, "通知.txt")])
    assert names(office, "22") == ["通知"]
    assert window.tasks.current.label == "22"
    assert detail.records.isVisible()


def test_a_folder_is_one_table_and_one_step(
    detail: DetailPane, office: Office, tmp_path: Path, answer: Answer
) -> None:
    for name in ("附件10.txt", "附件2.txt", "下级/名单.txt", "Thumbs.db", "~$附件2.docx", ".x"):
        file(tmp_path / "材料", name)
    offered: list[str] = []

    def fill(dialog: AttachDialog) -> None:
        offered.extend(path.name for path, _ in dialog.named())
        dialog.table.item(0, 0).setText("关于试点的通知")
        dialog.table.item(2, 0).setCheckState(Qt.CheckState.Unchecked)

    answer(fill)
    drop(detail, urls(tmp_path / "材料"))
    assert offered == ["附件2.txt", "附件10.txt", "名单.txt"]
    assert names(office) == ["关于试点的通知", "附件10"]
    assert office.told.changes[-1] == "添加佐证 16：关于试点的通知 等2件"
    office.desk.undo()
    assert names(office) == []


def test_the_table_waits_for_every_name(tmp_path: Path, office: Office, qtbot: QtBot) -> None:
    files = [tmp_path / "甲.txt", tmp_path / "乙.txt"]
    dialog = AttachDialog(Target(office.task("16")), files, office.context.preferences)
    qtbot.addWidget(dialog)
    dialog.table.item(1, 0).setText(" ")
    assert not dialog.ok.isEnabled()
    dialog.table.item(1, 0).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.ok.isEnabled()


def test_what_cannot_be_read_is_told_and_the_rest_is_kept(
    detail: DetailPane, office: Office, tmp_path: Path, answer: Answer
) -> None:
    large = tmp_path / "录像.mp4"
    with large.open("wb") as sparse:
        sparse.truncate(LARGEST + 1)
    gone = tmp_path / "没有了.pdf"
    answer(lambda dialog: None)
    drop(detail, urls(file(tmp_path, "通知.txt"), large, gone))
    assert names(office) == ["通知"]
    assert "超过50MB的上限，没有存入" in office.told.refused[0]
    assert "“没有了.pdf”读不出来" in office.told.refused[0]
    assert office.told.changes[-1] == "添加佐证 16：通知"


def test_many_files_can_be_stopped_half_way_and_none_is_kept(
    detail: DetailPane, office: Office, tmp_path: Path, answer: Answer
) -> None:
    for name in ("甲.txt", "乙.txt", "丙.txt"):
        file(tmp_path / "材料", name)
    answer(lambda _: None)
    office.bus.working.connect(lambda work: work.stepped.connect(lambda *_: work.cancel()))
    before = office.task("16").evidence
    drop(detail, urls(tmp_path / "材料"))
    assert office.told.told == ["已取消，没有添加任何一件；原有材料都在。"]
    assert office.task("16").evidence == before
    assert office.desk.ledger.integrity_problems() == ()


def test_a_folder_of_thousands_was_not_meant(
    detail: DetailPane, office: Office, tmp_path: Path
) -> None:
    for number in range(201):
        file(tmp_path / "照片", f"{number}.jpg")
    drop(detail, urls(tmp_path / "照片"))
    assert "超过200个，没有添加任何一个" in office.told.refused[0]
    assert names(office) == []


def test_an_empty_folder_is_a_sentence(detail: DetailPane, office: Office, tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    drop(detail, urls(tmp_path / "空"))
    assert office.told.told == ["文件夹里没有可以添加的文件。"]


def test_a_pasted_picture_asks_its_name_and_place_and_becomes_a_file(
    detail: DetailPane, office: Office, qtbot: QtBot, answer: Answer
) -> None:
    wanted = office.measure("16.1").id

    def fill(dialog: AttachDialog) -> None:
        assert dialog.measure_id() is None, "nothing but the task was pointed at"
        assert dialog.table.item(0, 0).text().startswith("图片 ")
        dialog.table.item(0, 0).setText("会场照片")
        dialog.place.show_value(wanted)

    answer(fill)
    QGuiApplication.clipboard().setImage(picture())
    detail.show_tab("records")
    detail.records.note.setFocus()
    qtbot.keyClick(detail.records.note, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(office.detail("16").evidence))
    row = office.detail("16").evidence[0]
    assert (row.name, row.measure_id) == ("会场照片", wanted)
    assert row.file_name.endswith("分.png")
    assert row.sha256


def test_what_is_pasted_on_a_measure_proposes_that_measure(
    detail: DetailPane, office: Office, qtbot: QtBot, answer: Answer
) -> None:
    answer(lambda _: None)
    QGuiApplication.clipboard().setImage(picture())
    detail.show_tab("measures")
    box = detail.measures.first_field()
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(office.detail("16").evidence))
    found = office.detail("16")
    assert found.evidence[0].measure_id == found.measures[0].id


def test_pasted_files_are_attached_in_the_tree_too(
    window: MainWindow,
    detail: DetailPane,
    office: Office,
    tmp_path: Path,
    qtbot: QtBot,
    answer: Answer,
) -> None:
    answer(lambda _: None)
    QGuiApplication.clipboard().setMimeData(urls(file(tmp_path, "会议纪要.txt")))
    window.tasks.tree.setFocus()
    qtbot.keyClick(window.tasks.tree, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: names(office) == ["会议纪要"])


def test_a_piece_goes_to_another_measure_with_its_description_as_one_step(
    detail: DetailPane, office: Office, tmp_path: Path, answer: Answer
) -> None:
    detail.files_wanted.emit(office.task("16"), [file(tmp_path, "原件.txt")], None)
    wanted = office.measure("16.1").id

    def fill(dialog: EvidenceDialog) -> None:
        dialog.measure.show_value(wanted)
        dialog.source.setText("市司法局")

    answer(fill)
    line_of(detail, "原件")._describe()
    row = office.detail("16").evidence[0]
    assert (row.measure_id, row.source) == (wanted, "市司法局")
    assert office.told.changes[-1] == "修改佐证 原件"
    office.desk.undo()
    row = office.detail("16").evidence[0]
    assert (row.measure_id, row.source) == (None, "")


def test_a_cancel_that_comes_too_late_says_so(
    detail: DetailPane, office: Office, tmp_path: Path, answer: Answer
) -> None:
    for name in ("甲.txt", "乙.txt"):
        file(tmp_path / "材料", name)
    answer(lambda _: None)
    office.bus.working.connect(
        lambda work: work.stepped.connect(lambda done, whole: done == whole and work.cancel())
    )
    drop(detail, urls(tmp_path / "材料"))
    assert sorted(names(office)) == ["乙", "甲"]
    assert "取消晚了一步" in office.told.told[-1]


def test_pasted_words_stay_words(detail: DetailPane, office: Office, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("一段话")
    detail.show_tab("records")
    detail.records.note.setFocus()
    qtbot.keyClick(detail.records.note, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert detail.records.note.toPlainText() == "一段话"
    assert names(office) == []


def test_a_field_lets_files_pass_and_the_window_gets_a_ledger(
    detail: DetailPane, tmp_path: Path
) -> None:
    def enters(widget: QWidget, name: str) -> bool:
        data = urls(file(tmp_path, name))
        event = QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            QEvent.Type.DragEnter,
        )
        event.ignore()
        widget.dragEnterEvent(event)
        return event.isAccepted()

    assert not enters(detail.head.short, "通知.txt")
    assert not enters(detail.records.note, "通知.txt")
    assert enters(detail, "通知.txt")
    assert not enters(detail, "另一本.luoshi")


# -- what it is called


@pytest.mark.parametrize("name", ["关" * 300, "../../etc/passwd", "..\\..\\CON", "aux", "a\0b\n"])
def test_no_name_leads_out_of_the_folder(
    name: str, detail: DetailPane, office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: not opened.append(Path(url.toLocalFile()))
    )
    detail.files_wanted.emit(office.task("16"), [file(tmp_path, "原件.txt")], None)
    line = line_of(detail, "原件")
    line.name.setText(name)
    line.name.leave()
    line._show_file()
    assert opened[0].read_bytes() == b"kept"
    assert opened[0].name == "原件.txt"
    office.opened.close()


def test_an_emptied_name_is_refused_and_stays_to_be_mended(
    detail: DetailPane, office: Office, tmp_path: Path
) -> None:
    detail.files_wanted.emit(office.task("16"), [file(tmp_path, "原件.txt")], None)
    line = line_of(detail, "原件")
    line.name.setText("  ")
    line.name.leave()
    assert "材料名称不能为空" in office.told.refused[0]
    assert names(office) == ["原件"]


def test_the_list_is_copied_as_a_table(detail: DetailPane, office: Office, tmp_path: Path) -> None:
    detail.files_wanted.emit(office.task("16"), [file(tmp_path, "原件.txt")], None)
    detail.records.copy_list()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("序号\t材料名称\t文号")
    assert lines[1].startswith("1\t原件\t")


# -- looking at it


@pytest.fixture
def view(qtbot: QtBot, office: Office, detail: DetailPane, tmp_path: Path) -> EvidenceView:
    """A picture, a text, a broken PDF and a Word file."""
    made = (
        ("甲.png", png_of(picture())),
        ("乙.txt", "正文".encode("gb18030")),
        ("丙.pdf", b"%PDF-1.4 broken"),
        ("丁.docx", b"PK"),
    )
    for name, content in made:
        detail.files_wanted.emit(office.task("16"), [file(tmp_path, name, content)], None)
    line_of(detail, "甲")._show_here()
    page = detail.parentWidget()
    while page is not None and page.findChild(EvidenceView) is None:
        page = page.parentWidget()
    return page.findChild(EvidenceView)


def test_arrows_go_from_file_to_file(view: EvidenceView, qtbot: QtBot) -> None:
    assert view.isVisible()
    assert (view.title.text(), view.count.text()) == ("甲", "1/4")
    assert view.shown.currentWidget() is view.picture
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.text.toPlainText() == "正文"
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert "打不开" in view.said.text()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert "不能在这里查看" in view.said.text()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.title.text() == "丙"


def test_a_picture_is_shown_in_any_size_by_keys_and_the_wheel(
    view: EvidenceView, qtbot: QtBot
) -> None:
    large = QImage(3000, 2000, QImage.Format.Format_RGB32)
    large.fill(QColor("teal"))
    view.picture.show_picture(large)
    bars = (view.picture.horizontalScrollBar(), view.picture.verticalScrollBar())
    fits = view.picture.factor
    assert fits < 0.5
    assert [bar.maximum() for bar in bars] == [0, 0]
    qtbot.keyClick(view, Qt.Key.Key_Plus, CONTROL)
    assert view.picture.factor == pytest.approx(fits * 1.2)
    assert view.zoom.currentText().endswith("%")
    view.zoom.picked.emit(1.0)
    assert all(bar.maximum() > 500 for bar in bars)
    middle = bars[0].value()
    assert abs(middle - bars[0].maximum() / 2) <= 4, "the middle stays"
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert bars[0].value() == middle + 64
    wheel(view.picture, up=False)
    assert view.picture.factor == pytest.approx(1 / 1.1)
    view.zoom.picked.emit(Zoom.WIDE)
    assert (bars[0].maximum(), view.zoom.currentText()) == (0, "页宽")
    qtbot.keyClick(view, Qt.Key.Key_0, CONTROL)
    assert view.picture.factor == fits


def test_a_pdf_and_a_text_are_shown_in_any_size_too(
    view: EvidenceView, qtbot: QtBot, sheet: bytes
) -> None:
    view._show_pdf(sheet)
    pages = view.shown.currentWidget()
    assert isinstance(pages, PdfPages)
    assert view.zoom.currentText() == "页宽"
    begun = pages.factor
    qtbot.keyClick(view, Qt.Key.Key_Plus, CONTROL)
    assert pages.zoomFactor() == pytest.approx(begun * 1.2)
    wheel(pages, up=True)
    assert pages.zoomFactor() == pytest.approx(begun * 1.2 * 1.1)
    qtbot.keyClick(view, Qt.Key.Key_0, CONTROL)
    assert pages.zoomMode() is PdfPages.ZoomMode.FitInView
    assert view.zoom.currentText() == "整页"
    qtbot.keyClick(view, Qt.Key.Key_Right)
    usual = view.text.document().defaultFont().pixelSize()
    assert not view.zoom.isEnabled()
    qtbot.keyClick(view, Qt.Key.Key_Equal, CONTROL)
    assert view.text.document().defaultFont().pixelSize() > usual
    qtbot.keyClick(view, Qt.Key.Key_0, CONTROL)
    assert view.text.document().defaultFont().pixelSize() == usual


@pytest.fixture
def sheet() -> bytes:
    """A PDF of one page."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    painter = QPainter(writer)
    painter.drawText(200, 200, "A")
    painter.end()
    return bytes(buffer.data().data())


def wheel(widget: QAbstractScrollArea, *, up: bool) -> None:
    """Turn the wheel with Ctrl held."""
    event = QWheelEvent(
        QPointF(9, 9),
        QPointF(9, 9),
        QPoint(),
        QPoint(0, 120 if up else -120),
        Qt.MouseButton.NoButton,
        CONTROL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    widget.wheelEvent(event)


def test_escape_goes_back_to_the_line_of_the_file(
    view: EvidenceView, window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    # The next start goes on with the task, not with a file.
    assert window.tasks.address().number("task") == office.task("16").id
    # The last file that came in asked for its name, a moment after it was listed.
    qtbot.wait(2 * _SETTLED_MS)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not view.isVisible()
    line = line_of(window.tasks.detail, "乙")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is line.name)


def test_a_pdf_is_shown_page_by_page(
    detail: DetailPane, office: Office, view: EvidenceView, tmp_path: Path
) -> None:
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "两页.pdf"
    canvas = Canvas(str(path))
    for _ in range(2):
        canvas.drawString(72, 720, "page")
        canvas.showPage()
    canvas.save()
    detail.files_wanted.emit(office.task("16"), [path], None)
    rows: tuple[EvidenceRow, ...] = office.detail("16").evidence
    view.look_at(rows, rows[-1].id)
    assert view.shown.currentWidget().paper.pageCount() == 2


def test_pictures_are_upright_small_enough_or_a_sentence() -> None:
    large = QImage(5000, 100, QImage.Format.Format_Mono)
    large.fill(1)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    large.save(buffer, "PNG")
    assert read_picture(bytes(buffer.data().data())).width() == 4000
    with pytest.raises(KnownError, match="打不开"):
        read_picture(b"nothing")


def test_texts_are_read_in_both_codes_and_cut_when_long() -> None:
    assert read_text("\ufeff甲".encode()) == "甲"
    assert read_text("甲".encode("gb18030")) == "甲"
    assert read_text(b"a" * 300_000).endswith("（只显示前面20万字）")
