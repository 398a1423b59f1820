"""Many people or sections at once, as they come from the office's own list."""

from __future__ import annotations

from collections.abc import Sequence

from models.commands.lookup import line
from models.commands.offices import add_person, add_section
from models.errors import KnownError
from models.history import Work
from models.roster import SECTION_KINDS, PersonLine, SectionLine
from models.schema import Person, Section


def add_sections(work: Work, rows: Sequence[SectionLine]) -> None:
    """Add the sections that are not there yet, in the list's order; those that are, are said."""
    known = {section.name for section in Section.select(Section.name)}
    fresh = [row for row in rows if line(row.name) not in known]
    if not fresh:
        raise KnownError("名单里的科室都已经有了，没有增加。")
    for row in fresh:
        kind = row.kind if row.kind in SECTION_KINDS else SECTION_KINDS[0]
        add_section(work, row.name, row.short_name, kind)
    if len(fresh) < len(rows):
        work.notices.append(f"{len(rows) - len(fresh)} 个科室已经有了，没有重复增加。")
    work.label = f"增加 {len(fresh)} 个科室"


def add_people(work: Work, rows: Sequence[PersonLine]) -> None:
    """Add the people that are not there yet; a section that the office does not have is made."""
    sections = _sections()
    known = {
        (person.name, person.section_id or 0)
        for person in Person.select(Person.name, Person.section)
    }
    added = 0
    for row in rows:
        section_id = _section(work, sections, line(row.section)) if row.section else 0
        if (line(row.name), section_id) in known:
            continue
        add_person(work, row.name, section_id or None, row.post, row.phone)
        known.add((line(row.name), section_id))
        added += 1
    if not added:
        raise KnownError("名单里的人员都已经有了，没有增加。")
    if added < len(rows):
        work.notices.append(f"{len(rows) - added} 人已经有了，没有重复增加。")
    work.label = f"增加 {added} 名人员"


def _sections() -> dict[str, int]:
    """By full and by short name."""
    rows = list(Section.select(Section.id, Section.name, Section.short_name))
    named = {row.short_name: row.id for row in rows if row.short_name}
    return {**named, **{row.name: row.id for row in rows}}


def _section(work: Work, sections: dict[str, int], name: str) -> int:
    if name not in sections:
        add_section(work, name)
        sections[name] = work.new_id or 0
        work.notices.append(f"按“{name}”新建了科室。")
    return sections[name]
