"""Evidence looked at inside the window: pictures, PDF, texts; arrows go from file to file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
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
from gui.widgets.labels import Elided, muted
from models.errors import KnownError
from models.rows import EvidenceRow

_PICTURES = (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".tif", ".tiff", ".svg")
_TEXTS = (".txt", ".csv", ".md", ".log", ".json", ".xml", ".htm", ".html")
# More than two screens need no more points, and a longer text is for another program.
_LARGEST = QSize(4000, 4000)
_LONGEST = 200_000
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageDown: 1,
}


class Picture(QWidget):
    """A picture as large as there is room, never larger than it is."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("图片")
        self._pixmap = QPixmap()

    def show_picture(self, image: QImage) -> None:
        """Show one."""
        self._pixmap = QPixmap.fromImage(image)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """In the middle, in its own proportions, sharp on any screen."""
        if self._pixmap.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._pixmap.size().toSizeF() / self.devicePixelRatioF()
        room = self.size().toSizeF()
        if size.width() > room.width() or size.height() > room.height():
            size = size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        box = self.rect().toRectF()
        box.setSize(size)
        box.moveCenter(self.rect().toRectF().center())
        painter.drawPixmap(box, self._pixmap, self._pixmap.rect().toRectF())


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
            self.shown.setCurrentWidget(self.text)
        else:
            self._say(f"“{name}”不能在这里查看，请按上面的“用其他程序打开”。")

    def _show_image(self, evidence_id: int, image: QImage) -> None:
        if evidence_id == self.row.id:
            self.picture.show_picture(image)
            self.shown.setCurrentWidget(self.picture)

    def _show_pdf(self, content: bytes) -> None:
        from gui.pages.tasks.pdf_pages import PdfPages

        pages = self.shown.findChild(PdfPages)
        if pages is None:
            pages = PdfPages(self.shown)
            self.shown.addWidget(pages)
        if pages.show_bytes(content):
            self.shown.setCurrentWidget(pages)
        else:
            self._say("这份 PDF 打不开，可能已损坏或有密码；可以“另存到”别处再试。")

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        self._say(str(error))

    def _say(self, words: str) -> None:
        self.remark.setText(words)
        self.shown.setCurrentWidget(self.remark)

    @property
    def said(self) -> QLabel:
        """What stands instead of a file that cannot be shown."""
        return self.remark

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, and Esc back."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.step(_STEPS[key])
        elif key is Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            area = self.shown.currentWidget()
            if isinstance(area, QPlainTextEdit) or hasattr(area, "verticalScrollBar"):
                bar = area.verticalScrollBar()
                bar.setValue(bar.value() + (64 if key is Qt.Key.Key_Down else -64))
        else:
            super().keyPressEvent(event)


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
