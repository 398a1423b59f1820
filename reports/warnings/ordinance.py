"""Rules of the 党政机关公文处理工作条例 that bind a 报告, and its usual length."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.rows import ReportRows
from models.text import proper
from reports.builders.progress import addressee, copies_to
from reports.document import Heading, OfficialDocument, Paragraph
from reports.lacking import Lacking
from reports.options import PaperOptions

MOST_CHARACTERS = 5000
"""地方部门的报告一般不超过5000字（减负规定）."""

_SEPARATORS = re.compile(r"[、，,；;\s]+")
_PERSON = re.compile(r"(?:[局厅省市州县区部院处科行校察]长|书记|主任|主席|同志)$")
_BELOW = re.compile(
    r"^(?:各|所属|下属|辖区|全[市州县])|分局$|监管所$|(?:乡|镇|街道)(?:人民政府|办事处)?$"
)
_COUNTY = re.compile(r"(?:县|(?<!自治)区|旗).*局$")
_ASKING = re.compile(r"请示|妥否|当否|请予?(?:批示|批准|批复|审批)|恳请批")


def against_ordinance(
    rows: ReportRows, options: PaperOptions, document: OfficialDocument
) -> Iterator[Lacking]:
    """Addressee, copies, title, asking, length; who signs is among what a report lacks."""
    yield from _addressee(rows, options)
    yield from _copies(rows, options)
    yield from _title(rows, document)
    yield from _asking(document)
    length = length_of(document)
    if length > MOST_CHARACTERS:
        yield Lacking(f"正文约{length}字，超过{MOST_CHARACTERS}字；请删减。")


def kind_missing(title: str, kind: str) -> Iterator[Lacking]:
    """A title that does not end with its 文种."""
    if not title.endswith(kind):
        yield Lacking(f"标题没有以文种“{kind}”结尾（条例第九条第七项）。")


def _addressee(rows: ReportRows, options: PaperOptions) -> Iterator[Lacking]:
    names = [name for name in _SEPARATORS.split(addressee(rows, options).rstrip("：:")) if name]
    if len(names) > 1:
        yield Lacking("主送机关不止一个；上行文原则上主送一个上级机关（条例第十五条第一项）。")
    if any(_PERSON.search(name) for name in names):
        yield Lacking("主送写了个人；不得以机关名义向上级负责人报送（条例第十五条第五项）。")


def _copies(rows: ReportRows, options: PaperOptions) -> Iterator[Lacking]:
    """Who stands below the bureau: its own sections, and the offices of its counties."""
    own = {each for row in rows.sections for each in (row.name, row.short_name) if each}
    given = [name for text in copies_to(rows, options) for name in _SEPARATORS.split(text)]
    is_county = rows.bureau.place[-1:] in ("县", "区", "旗")
    below = [
        name
        for name in (each.rstrip("。") for each in given)
        if name in own or _BELOW.search(name) or (not is_county and _COUNTY.search(name))
    ]
    if below:
        listed = "、".join(dict.fromkeys(below))
        yield Lacking(f"抄送了下级“{listed}”；上行文不抄送下级机关（条例第十五条第一项）。")


def _title(rows: ReportRows, document: OfficialDocument) -> Iterator[Lacking]:
    title = document.plain_title
    yield from kind_missing(title, "报告")
    if "请示" in title:
        yield Lacking("标题把请示和报告写在一起；请示应当另行一文一事（条例第十五条第四项）。")
    if rows.bureau.name and not title.startswith(rows.bureau.name):
        yield Lacking(
            "标题没有以发文机关开头；标题由发文机关名称、事由和文种组成（条例第九条第七项）。"
        )
    if "关于" not in title:
        yield Lacking("标题没有写明事由“关于……”（条例第九条第七项）。")


def _asking(document: OfficialDocument) -> Iterator[Lacking]:
    """Asking in what no task says: headings, lead and closing; the tasks' own words are theirs."""
    text = "\n".join(
        block.text
        for block in document.body
        if isinstance(block, (Heading, Paragraph))
        if not any(source.kind == "entry" for source in block.sources)
    )
    found = dict.fromkeys(match.group() for match in _ASKING.finditer(proper(text)))
    if found:
        listed = "".join(f"“{word}”" for word in found)
        yield Lacking(f"正文有{listed}：报告不得夹带请示事项（条例第十五条第四项）。")


def length_of(document: OfficialDocument) -> int:
    """How many characters the text has."""
    count = 0
    for block in document.body:
        if isinstance(block, Heading):
            count += len(block.text) + len(block.run_in)
        elif isinstance(block, Paragraph):
            count += len(block.lead) + len(block.text)
    return count
