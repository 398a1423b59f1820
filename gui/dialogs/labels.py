"""Numbers of tasks as people write them: 4、16, or with commas, or with spaces between."""

from __future__ import annotations

import re


def labels_in(words: str) -> list[str]:
    """The numbers in the order in which they are written."""
    return [label for label in re.split(r"[、，,；;\s]+", words) if label]
