"""For each check a document that is wrong in just that: made by moving or repainting what was laid."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from unittest import mock

from reports import pdf
from reports.document import Form, Letterhead, Line, Manner, OfficialDocument, Paragraph, Signature
from reports.layout import geometry
from reports.layout.placed import Page, PlacedLine, PlacedRule, Run
from reports.roles import Role
from tests.standard import papers
from tests.standard.measure import Paper

Test = Callable[[PlacedLine], bool]
Change = Callable[[PlacedLine], PlacedLine]


def _document(**changes: object) -> OfficialDocument:
    return replace(papers.BASE, **changes)  # type: ignore[arg-type]


def _spoilt(name: str, test: Test, change: Change) -> Callable[[], Paper]:
    """A good paper with every line that passes the test changed."""

    def make() -> Paper:
        laid = papers.laid(papers.PAPERS[name]())
        pages = tuple(_changed(page, test, change) for page in laid.pages)
        return papers.painted(replace(laid, pages=pages))

    return make


def _changed(page: Page, test: Test, change: Change) -> Page:
    return replace(page, lines=[change(line) if test(line) else line for line in page.lines])


def _with_pages(name: str, change: Callable[[Page], Page]) -> Callable[[], Paper]:
    def make() -> Paper:
        laid = papers.laid(papers.PAPERS[name]())
        return papers.painted(replace(laid, pages=tuple(change(page) for page in laid.pages)))

    return make


def _made(**changes: object) -> Callable[[], Paper]:
    return lambda: papers.painted(papers.laid(_document(**changes)))


def _says(text: str) -> Test:
    return lambda line: text in line.text


def _is(text: str) -> Test:
    return lambda line: line.text == text


def _body(line: PlacedLine) -> bool:
    return line.size == 16 and 37 < line.y < 262


def _moved(x: float = 0.0, y: float = 0.0) -> Change:
    return lambda line: line._replace(x=line.x + x, y=line.y + y)


def _in(role: Role) -> Change:
    """The line in the font of another role."""
    key = papers.fonts().font_key(role, "国")

    def change(line: PlacedLine) -> PlacedLine:
        runs = tuple(run._replace(font_key=key, role=role) for run in line.runs)
        return line._replace(runs=runs)

    return change


def _cut(line: PlacedLine) -> PlacedLine:
    """The line without its last glyph."""
    *runs, last = line.runs
    shorter = Run(last.role, last.font_key, last.text[:-1], last.offsets[:-1])
    return line._replace(runs=(*runs, shorter))


def _lines(*texts: str) -> Callable[[], Paper]:
    """A paper whose text breaks just so."""
    body = (Paragraph("按照要求报告如下。"), *(Line(text) for text in texts))
    return _made(form=Form.PLAIN, body=body)


def _without_first_page_text(page: Page) -> Page:
    if page.number > 1:
        return page
    return replace(page, lines=[line for line in page.lines if line.y < 186 or line.y > 262])


def _signature_only(page: Page) -> Page:
    kept = ("特此报告。", "2021年6月25日", papers.OFFICE, "（联系人")
    if not any(line.text == "2021年6月25日" for line in page.lines):
        return page
    lines = [line for line in page.lines if line.text.startswith(kept) or line.size < 15]
    return replace(page, lines=lines)


def _without_a_row(page: Page) -> Page:
    rows = sorted({line.y for line in page.lines if _body(line)})
    return replace(page, lines=[line for line in page.lines if line.y != rows[5]])


def _rules_moved(y: float = 0.0, width: float = 0.0) -> Callable[[Page], Page]:
    def change(page: Page) -> Page:
        rules = [
            rule._replace(y0=rule.y0 + y, y1=rule.y1 + y, width=rule.width + width)
            for rule in page.rules
        ]
        return replace(page, rules=rules)

    return change


def _upright_tables(page: Page) -> Page:
    """Turned the other way round: the head faces the right edge."""
    lines = [line._replace(x=212 - line.x) if line.turned else line for line in page.lines]
    return replace(page, lines=lines)


def _ruled(name: str, y: float) -> Callable[[], Paper]:
    """A rule more on the last page."""

    def make() -> Paper:
        laid = papers.laid(papers.PAPERS[name]())
        *pages, last = laid.pages
        more = PlacedRule(28, y, 184, y, 0.25)
        return papers.painted(
            replace(laid, pages=(*pages, replace(last, rules=[*last.rules, more])))
        )

    return make


def _numbered_blank() -> Paper:
    """The blank page before the colophon bears the number of the page before it."""
    laid = papers.laid(papers.PAPERS["blank page"]())
    *pages, before, blank, last = laid.pages
    number = [line for line in before.lines if line.y > 262]
    return papers.painted(replace(laid, pages=(*pages, before, replace(blank, lines=number), last)))


def _painted_brown() -> Paper:
    with mock.patch.dict(pdf._COLOURS, {geometry.RED: "0.5 0.3 0 rg 0.5 0.3 0 RG\n"}):
        return papers.painted(papers.laid(papers.BASE))


_HEAD = papers.BASE.letterhead or Letterhead(())

WRONG: dict[str, Callable[[], Paper]] = {
    "P01": _with_pages("plain", lambda page: replace(page, width=215.9, height=279.4)),
    "P02": _spoilt("plain", _body, _moved(x=2)),
    "P03": _with_pages("long", _without_a_row),
    "P04": _spoilt("plain", _body, _in(Role.SONGTI)),
    "P05": _spoilt("plain", _body, lambda line: line._replace(colour="red")),
    "P06": _painted_brown,
    "H01": _spoilt("fields", _is("000012"), _moved(y=3)),
    "H02": _spoilt("fields", _says("机密"), _in(Role.FANGSONG)),
    "H03": _spoilt("fields", _is("特急"), _moved(y=8)),
    "H04": _spoilt("upward", lambda line: line.colour == "red", _moved(y=8)),
    "H05": _spoilt("joint", _is("文件"), _moved(y=5)),
    "H06": _made(letterhead=replace(_HEAD, document_number="示市监[2021]36号")),
    "H07": _spoilt("upward", _says("〔2021〕36号"), _moved(x=20)),
    "H08": _spoilt("upward", _is("张三丰"), _in(Role.FANGSONG)),
    "H09": _with_pages("upward", _rules_moved(y=2)),
    "M01": _made(title=f"{papers.OFFICE}|关于情况|的上半年工作落实进展报告"),
    "M02": _spoilt("upward", _says("四川省市场监督管理局："), _cut),
    "M03": _with_pages("upward", _without_first_page_text),
    "M04": _spoilt("plain", _says("按照《"), _moved(x=-5.6)),
    "M05": _spoilt("plain", _says("（一）加强"), _in(Role.HEITI)),
    "M06": _spoilt("three attachments", _says("2."), _moved(x=-4)),
    "M07": _spoilt("upward", _is("2021年6月25日"), _moved(x=-8)),
    "M08": _spoilt("unsealed", _is("2021年6月25日"), _moved(x=-6)),
    "M09": _spoilt("signature stamp", _is("局　长"), _moved(x=25)),
    "M10": _spoilt("joint", _is("示例市公安局"), _moved(x=20)),
    "M11": _made(signature=Signature(Manner.SEALED, (papers.OFFICE,), "2021年06月25日")),
    "M12": _with_pages("upward", _signature_only),
    "M13": _spoilt("upward", _says("（联系人"), _moved(x=-11)),
    "M14": _spoilt("one attachment", _is("附件"), _moved(y=10.4)),
    "B01": _with_pages("upward", _rules_moved(width=0.15)),
    "B02": _spoilt("upward", _says("抄送："), _cut),
    "B03": _ruled("moved recipients", 245.2),
    "B05": _ruled("upward", 252.0),
    "B04": _spoilt("upward", _says("日印发"), _cut),
    "N01": _spoilt("plain", lambda line: line.size == 14 and line.y > 262, _moved(y=12)),
    "N02": _numbered_blank,
    "C08": _with_pages("landscape table", _upright_tables),
    "L01": _lines("各" * 28, "，推进各项工作落实到位。"),
    "L02": _lines("各" * 27 + "3", "项工作推进落实到位。"),
    "L03": _lines("各" * 27 + "—", "—推进各项工作落实到位。"),
    "L05": _lines("各" * 28, "好。"),
    "L04": _spoilt(
        "plain",
        _says("“"),
        lambda line: line._replace(
            runs=tuple(piece for run in line.runs for piece in _quotes_in_latin(run))
        ),
    ),
}


def _quotes_in_latin(run: Run) -> list[Run]:
    key = papers.fonts().font_key(Role.SONGTI, "“")
    return [
        Run(run.role, key if char in "“”" else run.font_key, char, [offset])
        for char, offset in zip(run.text, run.offsets, strict=True)
    ]
