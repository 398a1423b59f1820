"""How much is read right of plans with hand-made keys, in each kind of file.

``python benchmarks/plan_keys.py [FOLDER]`` — FOLDER holds ``keys.json`` and the plans, by default
those beside the repository. Parts, items, numbered tasks and tasks with units are counted against
the key; units, deadlines and targets, entry by entry, against the reading of the plain text.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from models.intake import read_plan  # noqa: E402 - the path must be set first
from tests.models.intake import keys  # noqa: E402

COUNTED = (
    ("parts", "level1", "level1"),
    ("items", "level2", "level2"),
    ("tasks with units", "leaves with units", "unit_markers_or_leaves_with_units"),
)
COMPARED = ("items", "tasks", "measures", "units", "deadlines", "targets", "head")


def main() -> None:
    """Print a line for each plan and kind of file, and the sums."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else keys.SHARED
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for key in json.loads((folder / "keys.json").read_text("utf-8")):
        text = (folder / key["file"]).read_text("utf-8-sig")
        whole = keys.said(read_plan(text.encode(), "plan.txt"))
        forms = keys.TABLE_FORMS if "\t" in text else keys.RUNNING_FORMS
        for form, made in forms.items():
            draft = read_plan(*made(text))
            found, counts = keys.said(draft), keys.counts(draft)
            shown = [(f"{n} (key)", min(counts[a], key[b]), key[b]) for n, a, b in COUNTED]
            shown += [(k, keys.right(found[k], whole[k]), len(whole[k])) for k in COMPARED]
            for name, good, all_ in shown:
                right[name] += good
                asked[name] += all_
            missed = [f"{name} {good}/{all_}" for name, good, all_ in shown if good != all_]
            print(f"{key['file'][:24]:26}{form:22}", "; ".join(missed) or "all right")
    print("\n".join(f"{name:24}{right[name]}/{asked[name]}" for name in asked))


if __name__ == "__main__":
    main()
