"""How alike two texts are: the share of neighbouring characters that they have in common. Pure."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

_NOT_WORDS = re.compile(r"[\W_]+")


def bigrams(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters of ``text`` without marks and blanks."""
    bare = _NOT_WORDS.sub("", text)
    return frozenset(bare[n : n + 2] for n in range(len(bare) - 1)) or frozenset(
        filter(None, [bare])
    )


def likeness(one: str, other: str) -> float:
    """Return 0.0 (nothing in common) to 1.0 (the same but for marks, blanks and repetitions)."""
    return _dice(bigrams(one), bigrams(other))


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 1.0


def alike(olds: Sequence[str], news: Sequence[str], least: float) -> list[tuple[float, int, int]]:
    """Return (likeness, place in olds, place in news) of all pairs of at least ``least``, best first.

    Only texts that share a pair of characters are compared, so that long lists stay quick.
    """
    old_pairs = [bigrams(text) for text in olds]
    holders: dict[str, list[int]] = defaultdict(list)
    for place, pairs in enumerate(old_pairs):
        for pair in pairs:
            holders[pair].append(place)
    found = []
    for place, text in enumerate(news):
        pairs = bigrams(text)
        shared = Counter(old for pair in pairs for old in holders.get(pair, ()))
        for old, count in shared.items():
            score = 2 * count / (len(pairs) + len(old_pairs[old]))
            if score >= least:
                found.append((score, old, place))
    return sorted(found, key=lambda pair: (-pair[0], abs(pair[1] - pair[2]), pair[2]))
