"""The handbook's window: the contents on the left, a chapter on the right, beside the work."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QImage, QKeySequence, QResizeEvent, QShortcut, QTextDocument
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from gui.context import Context
from gui.manual.chapters import Chapter, chapter_for, manual_folder, read_manual
from gui.manual.spacing import spread
from gui.manual.topics import find_topic
from gui.widgets.find_field import FindField
from models.errors import KnownError

_SIZE = QSize(920, 640)
_CONTENTS = 208
_MARGIN = 24
# What rounding may take.
_SPARE = 4
# A paragraph begins with a word that stands so near its beginning.
_HEAD = 12


class _Text(QTextBrowser):
    """A text whose pictures are as wide as there is room, never wider than they are."""

    def loadResource(self, kind: int, name: QUrl) -> Any:  # noqa: ANN401 (Qt's variant)
        """A picture made smaller, and sharp on a fine screen; everything else as ever."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        picture = QImage(self.document().baseUrl().resolved(name).toLocalFile())
        ratio = self.devicePixelRatioF()
        room = int((self.viewport().width() - 2 * _MARGIN - _SPARE) * ratio)
        if picture.isNull() or room < 1:
            return picture
        if picture.width() > room:
            picture = picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
        picture.setDevicePixelRatio(ratio)
        return picture


class ManualWindow(QWidget):
    """A window of its own: one reads and works at the same time. Esc closes it."""

    def __init__(self, chapters: tuple[Chapter, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("使用手册")
        self.resize(_SIZE)
        self._chapters = chapters
        self._about = ""
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.setInterval(150)
        self._fitting.timeout.connect(self._fit)
        self.contents = QListWidget()
        self.contents.setObjectName("settingsList")
        self.contents.setAccessibleName("目录")
        self.contents.setFixedWidth(_CONTENTS)
        for chapter in chapters:
            item = QListWidgetItem(chapter.title)
            item.setToolTip(chapter.title)
            item.setSizeHint(QSize(0, 36))
            self.contents.addItem(item)
        self.find = FindField()
        self.find.setAccessibleName("在手册中查找")
        self.find.setPlaceholderText("在手册中查找，回车查下一处　Ctrl+F")
        self.text = _Text()
        self.text.setAccessibleName("正文")
        self.text.setSearchPaths([str(manual_folder())])
        self.text.setOpenLinks(False)
        # Always there, so that a picture's room is known before the text is laid out.
        self.text.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.text.document().setDocumentMargin(_MARGIN)
        right = QVBoxLayout()
        right.setContentsMargins(16, 12, 16, 12)
        right.setSpacing(8)
        right.addWidget(self.find)
        right.addWidget(self.text, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.contents)
        row.addLayout(right, 1)
        self.contents.currentRowChanged.connect(self._turn)
        self.find.returnPressed.connect(self.find_next)
        QShortcut(QKeySequence("Esc"), self, self.close)
        QShortcut(QKeySequence("Ctrl+F"), self, self.find.setFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures take the new room, once the window has come to rest."""
        super().resizeEvent(event)
        self._fitting.start()

    def _fit(self) -> None:
        place, about = self.text.verticalScrollBar().value(), self._about
        self._turn(self.contents.currentRow())
        self.text.verticalScrollBar().setValue(place)
        if about:
            self._bring(about)

    def show_chapter(self, place: int) -> None:
        """Turn to a chapter."""
        self.contents.setCurrentRow(place)
        self.contents.setFocus()

    def show_page(self, page: str, about: str = "") -> None:
        """Come to the front with the chapter about a page, at what it says of a part of it."""
        place = chapter_for(self._chapters, page)
        self.show_chapter(place)
        self.show()
        self.activateWindow()
        # A part that has no word of the office, such as a kind of paper, is no paragraph.
        said = bool(about) and not about.isascii()
        found = find_topic((self._chapters[place],), about) if said else None
        if found is not None:
            self._bring(found[1])

    def show_topic(self, title: str, page: str = "") -> None:
        """Come to the front where something is spoken of; else with the page's chapter."""
        found = find_topic(self._chapters, title, page)
        self.show_page(page)
        if found is not None:
            self.show_chapter(found[0])
            self._bring(found[1])

    def _bring(self, words: str) -> None:
        """The paragraph that begins with some words, else the first that has them, at the top."""
        document = self.text.document()
        blocks, block = [], document.begin()
        while block.isValid():
            blocks.append(block)
            block = block.next()
        having = [each for each in blocks if words in each.text()]
        begun = [each for each in having if each.text().find(words) <= _HEAD]
        if having:
            top = document.documentLayout().blockBoundingRect((begun or having)[0]).top()
            self.text.verticalScrollBar().setValue(int(top) - _MARGIN)
            # The pictures may take another room in a moment.
            self._about = words

    def find_next(self) -> None:
        """Go to the next place of the words, through the chapters that follow and round again."""
        words = self.find.text().strip()
        if not words or self.text.find(words):
            return
        here = self.contents.currentRow()
        count = len(self._chapters)
        for step in range(1, count + 1):
            place = (here + step) % count
            if words in self._chapters[place].text:
                self.contents.setCurrentRow(place)
                self.text.moveCursor(self.text.textCursor().MoveOperation.Start)
                self.text.find(words)
                return

    def _turn(self, place: int) -> None:
        if 0 <= place < len(self._chapters):
            self.text.document().setBaseUrl(QUrl.fromLocalFile(f"{manual_folder()}/"))
            self.text.setMarkdown(self._chapters[place].text)
            spread(self.text.document())
            self.text.verticalScrollBar().setValue(0)
            self._about = ""


def open_manual(context: Context, parent: QWidget) -> ManualWindow | None:
    """The handbook of a window, made once; a missing file is a sentence on the bus, and None."""
    try:
        chapters = read_manual(manual_folder())
    except KnownError as error:
        context.bus.refused.emit(str(error))
        return None
    window = ManualWindow(chapters, parent)
    context.bus.closing.connect(window.close)
    return window


def open_over(dialog: QWidget, page: str) -> ManualWindow | None:
    """The handbook of a dialog, at what it says of it: a window that the dialog does not hold up."""
    try:
        chapters = read_manual(manual_folder())
    except KnownError:
        # The window's own F1 says why.
        return None
    window = ManualWindow(chapters, dialog)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.show_topic(dialog.windowTitle(), page)
    return window
