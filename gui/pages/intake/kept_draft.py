"""The preview on this machine's disk, so that closing the window or a power cut loses nothing."""

from __future__ import annotations

import contextlib
import hashlib
import json
from pathlib import Path

from gui.pages.intake.reading import Loaded, pieces_of
from models.intake.editing.outline import Outline

_FOLDER = "drafts"


class KeptDraft:
    """Two files a ledger: the original as it came, and the draft as it is mended.

    A folder that cannot be written must never stop anybody's work: then nothing is kept.
    """

    def __init__(self, folder: Path, ledger: Path) -> None:
        name = hashlib.sha256(str(ledger.absolute()).encode("utf-8", "replace")).hexdigest()[:16]
        self._draft = folder / _FOLDER / f"{name}.json"
        self._content = folder / _FOLDER / f"{name}.bin"

    @property
    def there(self) -> bool:
        """Whether a preview was left."""
        return self._draft.is_file() and self._content.is_file()

    def keep(self, loaded: Loaded, outline: Outline, *, fresh: bool) -> None:
        """Write the draft; of a `fresh` one the original, too."""
        from models.intake.editing.keeping import to_json

        kept = {"name": loaded.name, "outline": to_json(outline)}
        with contextlib.suppress(OSError):
            self._draft.parent.mkdir(parents=True, exist_ok=True)
            if fresh or not self._content.is_file():
                self._draft.unlink(missing_ok=True)
                _write(self._content, loaded.content)
            _write(self._draft, json.dumps(kept, ensure_ascii=False).encode("utf-8", "replace"))

    def load(self) -> Loaded | None:
        """What was left; None when it is damaged, or of another version."""
        from models.intake.editing.keeping import from_json

        try:
            kept = json.loads(self._draft.read_text(encoding="utf-8"))
            outline = from_json(kept["outline"])
            name, content = str(kept["name"]), self._content.read_bytes()
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return Loaded(name, content, outline, tuple(pieces_of(outline.head.source_text)))

    def forget(self) -> None:
        """The preview was begun or given up."""
        for path in (self._draft, self._content):
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)


def _write(path: Path, content: bytes) -> None:
    temporary = path.with_name(path.name + ".tmp")
    temporary.write_bytes(content)
    temporary.replace(path)
