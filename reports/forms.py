"""The forms of a paper and the ways in which it is signed: what a person chooses among.

Apart from the blocks of `reports.document`, so that a window can offer them without loading those.
"""

from __future__ import annotations

from enum import Enum


class Form(Enum):
    """The two faces of a paper: 文件格式 with its red head, or 无版头材料."""

    LETTERHEAD = "letterhead"
    PLAIN = "plain"


class Manner(Enum):
    """How a paper is signed (7.3.5): 加盖印章, 不加盖印章 or 加盖签名章."""

    SEALED = "sealed"
    UNSEALED = "unsealed"
    STAMP = "stamp"
