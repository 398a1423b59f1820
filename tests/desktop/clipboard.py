"""A program of its own that holds the clipboard, as Excel or a file manager would.

Reads JSON lines from its input: a text, or a list of files; answers each with a line once it is held.
Started by the tests with `python -m tests.desktop.clipboard`.
"""

from __future__ import annotations

import json
import os
import sys

from PySide6.QtCore import QMimeData, QSocketNotifier, QUrl
from PySide6.QtGui import QGuiApplication

from gui.constants import hold


def main() -> int:
    """Hold what is said until the input ends."""
    hold()
    application = QGuiApplication(sys.argv[:1])
    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)

    def read() -> None:
        line = sys.stdin.readline()
        if not line:
            application.quit()
            return
        said, data = json.loads(line), QMimeData()
        if isinstance(said, list):
            data.setUrls([QUrl.fromLocalFile(path) for path in said])
        else:
            data.setText(said)
        QGuiApplication.clipboard().setMimeData(data)
        os.write(sys.stdout.fileno(), b"held\n")

    notifier.activated.connect(read)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
