"""Evidence looked at inside the window: pictures, PDF, texts; arrows go from file to file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, Signal
from PySide6.QtGui import QFontInfo, QImage, QImageReader, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui.context import Context
from gui.pages.tasks.evidence_files import EvidenceFiles
from gui.pages.tasks.picture import Picture
from gui.widgets.labels import Elided, muted
from gui.widgets.zoom_field import ZoomField, step_of_key
from gui.zoom import Zoom
from models.errors import KnownError
from models.rows import EvidenceRow

_PICTURES = (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".tif", ".tiff", ".svg")
_TEXTS = (".txt", ".csv", ".md", ".log", ".json", ".xml", ".htm", ".html")
# More than two screens need no more points, and a longer text is for another program.
_LARGEST = QSize(4000, 4000)
_LONGEST = 200_000
_SMALLEST, _TALLEST = 9, 48
# In pixels, by one stroke of a key.
_SCROLL = 64
_UPRIGHT = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageDown: 1,
}


class EvidenceView(QWidget):
    """`left()`: back to the task."""

    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("detail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("查看佐证材料")
        self._context = context
        self._files = EvidenceFiles(context, self)
        self._rows: tuple[EvidenceRow, ...] = ()
        self._at = 0
        self.title = Elided()
        self.title.setProperty("title", True)
        self.count = muted()
        self.picture = Picture()
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName("文件内容")
        self.zoom = ZoomField()
        self.zoom.picked.connect(self._set_zoom)
        self.picture.zoomed.connect(self._show_zoom)
        self.remark = muted(wrap=True)
        self.remark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.shown = QStackedWidget()
        for widget in (self.remark, self.picture, self.text):
            self.shown.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(8)
        column.addLayout(self._top())
        column.addWidget(self.shown, 1)

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.title, 1)
        row.addWidget(self.count)
        self._steps: list[QPushButton] = []
        for word, by in (("上一件　←", -1), ("下一件　→", 1)):
            button = QPushButton(word)
            button.clicked.connect(partial(self._stepped, by))
            self._steps.append(button)
            row.addWidget(button)
        row.addWidget(self.zoom)
        for word, way in (
            ("用其他程序打开", lambda: self._files.open(self._rows[self._at])),
            ("另存到…", lambda: self._files.save_out(self._rows[self._at])),
            ("返回　Esc", self.left.emit),
        ):
            button = QPushButton(word)
            button.clicked.connect(lambda _=False, do=way: do())
            row.addWidget(button)
        return row

    @property
    def row(self) -> EvidenceRow:
        """The piece that is shown."""
        return self._rows[self._at]

    def look_at(self, rows: Sequence[EvidenceRow], evidence_id: int) -> None:
        """Show one of some pieces that have files."""
        self._rows = tuple(rows)
        self._at = next((at for at, row in enumerate(rows) if row.id == evidence_id), 0)
        self._show()
        self.setFocus()

    def step(self, by: int) -> None:
        """The piece before or after."""
        at = max(0, min(len(self._rows) - 1, self._at + by))
        if at != self._at:
            self._at = at
            self._show()

    def _stepped(self, by: int, _: bool) -> None:
        self.step(by)
        self.setFocus()

    def _show(self) -> None:
        row = self.row
        self.title.setText(row.name)
        self.count.setText(f"{self._at + 1}/{len(self._rows)}")
        self._steps[0].setEnabled(self._at > 0)
        self._steps[1].setEnabled(self._at < len(self._rows) - 1)
        self._say("正在打开…")
        self._files.read(row, partial(self._take, row.id))

    def _take(self, evidence_id: int, found: tuple[str, bytes]) -> None:
        name, content = found
        if evidence_id != self.row.id:
            return
        ending = "." + name.rpartition(".")[2].lower()
        if ending == ".pdf":
            self._show_pdf(content)
        elif ending in _PICTURES:
            self._context.papers.run(
                lambda: read_picture(content),
                lambda image: self._show_image(evidence_id, image),
                self._failed,
                owner=self,
            )
        elif ending in _TEXTS:
            self.text.setPlainText(read_text(content))
            self._bring(self.text)
        else:
            self._say(f"“{name}”不能在这里查看，请按上面的“用其他程序打开”。")

    def _show_image(self, evidence_id: int, image: QImage) -> None:
        if evidence_id == self.row.id:
            self.picture.show_picture(image)
            self._bring(self.picture)

    def _show_pdf(self, content: bytes) -> None:
        from gui.pages.tasks.pdf_pages import PdfPages

        pages = self.shown.findChild(PdfPages)
        if pages is None:
            pages = PdfPages(self.shown)
            pages.zoomed.connect(self._show_zoom)
            self.shown.addWidget(pages)
        if pages.show_bytes(content):
            self._bring(pages)
        else:
            self._say("这份 PDF 打不开，可能已损坏或有密码；可以“另存到”别处再试。")

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        self._say(str(error))

    def _say(self, words: str) -> None:
        self.remark.setText(words)
        self._bring(self.remark)

    def _bring(self, widget: QWidget) -> None:
        self.shown.setCurrentWidget(widget)
        self._show_zoom()

    # -- how large

    def _show_zoom(self) -> None:
        shown = self.shown.currentWidget()
        self.zoom.setEnabled(hasattr(shown, "set_zoom"))
        self.zoom.show_zoom(getattr(shown, "zoom", Zoom.WHOLE))

    def _set_zoom(self, zoom: Zoom | float) -> None:
        shown = self.shown.currentWidget()
        if hasattr(shown, "set_zoom"):
            shown.set_zoom(zoom)
        self.setFocus()

    def _step_zoom(self, by: float) -> None:
        """Larger or smaller; nought: the whole page, and a text in its usual size."""
        shown = self.shown.currentWidget()
        if shown is self.text:
            font = self.text.font()
            now = QFontInfo(self.text.document().defaultFont()).pixelSize()
            if by != 0:
                font.setPixelSize(max(_SMALLEST, min(_TALLEST, round(now * by))))
            self.text.document().setDefaultFont(font)
        elif by == 0:
            self._set_zoom(Zoom.WHOLE)
        elif hasattr(shown, "step_zoom"):
            shown.step_zoom(by)

    @property
    def said(self) -> QLabel:
        """What stands instead of a file that cannot be shown."""
        return self.remark

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows (with Shift sideways), Ctrl with + - 0, and Esc back."""
        key, by = Qt.Key(event.key()), step_of_key(event)
        if by is not None:
            self._step_zoom(by)
        elif key in _SIDEWAYS and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._scroll(sideways=_SIDEWAYS[key])
        elif key in _STEPS:
            self.step(_STEPS[key])
        elif key is Qt.Key.Key_Escape:
            self.left.emit()
        elif key in _UPRIGHT:
            self._scroll(down=_UPRIGHT[key])
        else:
            super().keyPressEvent(event)

    def _scroll(self, *, down: int = 0, sideways: int = 0) -> None:
        area = self.shown.currentWidget()
        if isinstance(area, QAbstractScrollArea):
            for bar, by in (
                (area.verticalScrollBar(), down),
                (area.horizontalScrollBar(), sideways),
            ):
                bar.setValue(bar.value() + _SCROLL * by)


def read_picture(content: bytes) -> QImage:
    """A picture, upright as the camera said, not larger than two screens; `KnownError` for none."""
    data = QByteArray(content)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and (size.width() > _LARGEST.width() or size.height() > _LARGEST.height()):
        reader.setScaledSize(size.scaled(_LARGEST, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise KnownError("这张图片打不开，可能已损坏；可以“另存到”别处再试。")
    return image


def read_text(content: bytes) -> str:
    """A text in UTF-8 or the older Chinese code; its beginning, where it is very long."""
    try:
        words = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        words = content.decode("gb18030", errors="replace")
    words = words.replace("\0", "")
    if len(words) <= _LONGEST:
        return words
    return f"{words[:_LONGEST]}\n……（只显示前面{_LONGEST // 10000}万字）"
