"""Whether a document is the bureau's own, and which of its units are the bureau's own sections."""

from __future__ import annotations

import json
from collections.abc import Iterable

from models.intake.draft import PlanDraft
from models.intake.suggest import section_of
from models.rows import Bureau
from models.schema import Section, Setting
from models.settings import BUREAU_KEY


def bureau_names() -> tuple[str, ...]:
    """The bureau's full and short name, those that are filled in; the longest first."""
    bureau = _bureau()
    return tuple(sorted(filter(None, (bureau.name, bureau.short_name)), key=len, reverse=True))


def issued_by_us(draft: PlanDraft) -> bool:
    """Whether the bureau itself issued a plan, or nobody is named (a table that it keeps)."""
    code = _bureau().issuer_code
    if code and draft.document_number.startswith(code):
        return True
    if not draft.issuers:
        return not draft.document_number
    return any(issuer in bureau_names() for issuer in draft.issuers)


def own_sections(units: Iterable[str], *, bare: bool) -> tuple[int, ...]:
    """The ids of the bureau's active sections among ``units``, in order.

    bare: names without the bureau's count as well. Another body has an office of the same name:
    in its plan 办公室 is not ours.
    """
    known = {}
    for row in Section.select().where(Section.active):
        known.update({name: row.id for name in (row.name, row.short_name) if name})
    found: list[int] = []
    for unit in units:
        names = [name for name in bureau_names() if unit.startswith(name) and unit != name]
        if not (names or bare):
            continue
        key = section_of(unit, known, names[0] if names else "")
        if key is not None and key not in found:
            found.append(key)
    return tuple(found)


def _bureau() -> Bureau:
    kept = Setting.get_or_none(Setting.key == BUREAU_KEY)
    said = json.loads(kept.value) if kept is not None else {}
    names = ("name", "short_name", "issuer_code")
    return Bureau(**{name: said.get(name, "") for name in names})
