"""What is being typed, in a small file of the user's folder, so that a crash takes nothing away."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Typed:
    """A text that stands in a field and not in the ledger.

    where: how a person calls the field (第4项进展情况); name, key: how the field is found again;
    address, plan_id, period: what the window looked at.
    """

    where: str
    name: str
    key: str
    text: str
    address: str
    plan_id: int | None
    period: str


def _sound(typed: Typed) -> bool:
    words = (typed.where, typed.name, typed.key, typed.text, typed.address, typed.period)
    return all(isinstance(each, str) for each in words)


class TypingFile:
    """One file for a ledger. A missing, damaged or unwritable one is as good as an empty one."""

    def __init__(self, folder: Path, ledger: Path) -> None:
        name = hashlib.sha256(str(ledger.absolute()).encode()).hexdigest()[:16]
        self.path = folder / f"typing-{name}.json"

    def read(self) -> tuple[Typed, ...]:
        """The texts of the last time."""
        found: list[Typed] = []
        with contextlib.suppress(OSError, ValueError, TypeError):
            kept = json.loads(self.path.read_text(encoding="utf-8"))
            found.extend(Typed(**each) for each in kept)
        return tuple(each for each in found if _sound(each) and each.text.strip())

    def write(self, texts: Sequence[Typed]) -> None:
        """Keep texts in the place of those before; none takes the file away."""
        # Not being able to keep a copy must never stop anybody's work.
        with contextlib.suppress(OSError):
            if not texts:
                self.path.unlink(missing_ok=True)
                return
            self.path.parent.mkdir(parents=True, exist_ok=True)
            temporary = self.path.with_name(self.path.name + ".tmp")
            words = json.dumps([asdict(each) for each in texts], ensure_ascii=False)
            temporary.write_bytes(words.encode("utf-8", "replace"))
            temporary.replace(self.path)
