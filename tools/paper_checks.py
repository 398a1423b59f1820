"""Holds every test paper to every check of the standard and prints the table of docs/official-format.md.

Run: `python tools/paper_checks.py` (needs what the tests need).
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Print one row a check, then the sums; 1 when a paper fails or a wrong one passes."""
    sys.path.insert(0, str(ROOT))
    from tests.standard import papers
    from tests.standard.checks import FAILED, PASSED, RULES, UNVERIFIED, check, examine
    from tests.standard.wrong import WRONG

    pages = 0
    verdicts: dict[str, Counter[str]] = {name: Counter() for name in RULES}
    for name in papers.PAPERS:
        paper = papers.paper(name)
        pages += len(paper.sheets)
        for finding in examine(paper):
            verdicts[finding.rule.id][finding.verdict] += 1
    rejected = {name for name in RULES if name in check(WRONG[name](), name)}
    print("| id | clause | expected | papers passed | wrong one rejected |\n|---|---|---|---|---|")
    for name, rule in sorted(
        RULES.items(), key=lambda each: ("PHMBNCL".index(each[0][0]), each[0])
    ):
        applied = sum(verdicts[name][each] for each in (PASSED, FAILED, UNVERIFIED))
        mark = "yes" if name in rejected else "NO"
        print(
            f"| {name} | {rule.clause} | {rule.expected} "
            f"| {verdicts[name][PASSED]} of {applied} | {mark} |"
        )
    passed = sum(each[PASSED] for each in verdicts.values())
    failed = sum(each[FAILED] + each[UNVERIFIED] for each in verdicts.values())
    print(f"\n{len(papers.PAPERS)} papers of {pages} pages, {len(RULES)} checks: {passed} passed, ")
    print(f"{failed} failed or not verified; {len(rejected)} of {len(RULES)} wrong ones rejected")
    return int(bool(failed) or len(rejected) < len(RULES))


if __name__ == "__main__":
    raise SystemExit(main())
