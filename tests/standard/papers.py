"""Documents that the standard's checks are tried on: ordinary ones and hard ones."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable
from dataclasses import replace

from models.overviewrows import PartBar
from models.rules import Light, Standing
from reports.document import (
    Align,
    Attachment,
    Block,
    Colophon,
    Column,
    Figure,
    Form,
    Heading,
    Letterhead,
    Manner,
    OfficialDocument,
    Paragraph,
    RowKind,
    Signature,
    Table,
    TableRow,
)
from reports.figures.overview import Picture, overview_drawing
from reports.fonts import FontSet, load_fonts
from reports.layout import Laid, lay_out
from reports.pdf import paint_laid
from tests.reports.factory import task
from tests.standard.measure import Paper

OFFICE = "示例市市场监督管理局"
DAY = dt.date(2021, 6, 25)
LEAD = (
    "按照《2021年四川省知识产权工作要点》（川市监发〔2021〕21号，以下简称《工作要点》）要求，"
    "现将示例市2021年上半年落实情况报告如下。"
)
COUNTS = (
    "《工作要点》共39项任务，涉及我市34项，其中主责25项、配合省级开展9项；不涉及5项。"
    "截至2021年6月20日，已完成6项，达到序时进度25项，滞后3项。具体情况见附件。"
)
ACTION = (
    "行政保护专项行动。统筹推进“铁拳”“春雷”“护航”专项行动，突出驰名商标、纳入中欧互认的地理标志等重点。"
    "截至6月20日，全市共查办商标侵权案件46件（其中“春雷”行动期间21件）、假冒专利案件5件，罚没款合计62.8万元，"
    "向公安机关移送涉嫌犯罪案件3件。监测网店1260家次，收到电商平台协查线索12条，办结9条。"
)
HARD = (
    "联系人祎彧、玥瑄、𬭎䶮——均为GB/T 9704—2012培训学员……会议定于10:32召开，电话028-86660000，"
    "增长12.5%，占63%～68%，2021—2025年累计356.8亿元，“‘双随机’检查”3.2个百分点，第3条、附件1、A4纸、5G网络。"
)
NEXT = (
    "下半年，我市将对照《工作要点》，补短板、抓进度，确保各项任务按期完成。"
    "一是加快规划编制。9月底前完成市“十四五”知识产权规划修改和专家论证，按程序报审。"
)


def text(times: int = 1) -> tuple[Block, ...]:
    """Body text of some two pages, repeated."""
    once: tuple[Block, ...] = (
        Heading(1, "一、总体情况"),
        Paragraph(COUNTS),
        Heading(1, "二、主要做法及成效"),
        Heading(2, "（一）加强知识产权保护"),
        Paragraph(ACTION),
        Heading(3, "1.开展监测。", ACTION),
        Heading(4, "（1）完善机制。", HARD),
        Paragraph(HARD * 3),
        Heading(1, "三、下一步工作打算"),
        Paragraph(NEXT),
    )
    return (Paragraph(LEAD), *once * times, Paragraph("特此报告。"))


def table(rows: int) -> Table:
    """A landscape table of seven columns with part and item rows."""
    columns = (
        Column("序号", 1, Align.CENTRE),
        Column("重点任务", 3),
        Column("本市任务内容", 5),
        Column("进展情况（截至6月20日）", 8),
        Column("完成进度", 1.6, Align.CENTRE),
        Column("存在问题及下一步打算", 4),
        Column("备注", 1.6),
    )
    body = [TableRow(("一、强化顶层设计",), RowKind.PART)]
    for index in range(1, rows + 1):
        if index % 10 == 1:
            body.append(TableRow((f"（{index}）制度设计",), RowKind.ITEM))
        body.append(
            TableRow((str(index), "规划编制", "编制“十四五”规划", ACTION[:60], "60%", "", ""))
        )
    return Table(columns, tuple(body), landscape=True)


BASE = OfficialDocument(
    title=f"{OFFICE}关于2021年四川省知识产权工作要点上半年落实情况的报告",
    form=Form.LETTERHEAD,
    letterhead=Letterhead((OFFICE,), "示市监〔2021〕36号", signers=("张三丰",), upward=True),
    addressee="四川省市场监督管理局",
    body=text(),
    signature=Signature(Manner.SEALED, (OFFICE,), "2021年6月25日"),
    remark="联系人：李四；联系电话：0838-2201234",
    colophon=Colophon("四川省知识产权服务促进中心。", f"{OFFICE}办公室", "2021年6月25日"),
)
_HEAD = BASE.letterhead or Letterhead(())
_FOOT = BASE.colophon or Colophon()
_SIGNED = BASE.signature or Signature(Manner.SEALED, (), "")
_PARTNERS = (OFFICE, "示例市公安局", "示例市人民检察院")


def _attached(*names: str) -> tuple[Attachment, ...]:
    return tuple(Attachment(name, (Paragraph(ACTION), Paragraph(NEXT))) for name in names)


def _with(**changes: object) -> OfficialDocument:
    return replace(BASE, **changes)  # type: ignore[arg-type]


def figure(tasks: int = 45) -> Figure:
    """总览图 of three parts and so many tasks in every light."""
    lights = [(each, Standing.ON_PACE) for each in Light] + [(None, None)]
    rows = [
        replace(task(number), label=str(number), light=light, standing=standing)
        for number in range(1, tasks + 1)
        for light, standing in (lights[number % len(lights)],)
    ]
    bars = tuple(PartBar(n, "一二三"[n - 1], "推动全链条保护" * n, n, 4, 3 - n) for n in (1, 2, 3))
    return Figure(overview_drawing(Picture(bars, tuple(rows))), "图1　示例市上半年任务落实情况")


def _with_blank_page() -> OfficialDocument:
    """A text that ends low on an even page, so that a colophon on an even page needs a blank one."""
    foot = replace(_FOOT, even_page=True)
    for times in range(30):
        document = _with(body=(*text(), *(Paragraph("各" * 20),) * times), colophon=foot)
        if not all(page.numbered for page in laid(document).pages):
            return document
    raise AssertionError("no text needs a blank page")


PAPERS: dict[str, Callable[[], OfficialDocument]] = {
    "upward": lambda: BASE,
    "ordinary": lambda: _with(
        letterhead=replace(_HEAD, signers=(), upward=False),
        title=f"{OFFICE}关于知识产权工作进展情况的通报",
        addressee="各县（市、区）市场监督管理局，局机关各科室、直属各单位，经济技术开发区、高新技术产业开发区分局",
    ),
    "two signers": lambda: _with(letterhead=replace(_HEAD, signers=("张三丰", "李四"))),
    "three signers": lambda: _with(letterhead=replace(_HEAD, signers=("张三丰", "李四", "王五郎"))),
    "five signers": lambda: _with(
        letterhead=replace(_HEAD, signers=("张三丰", "李四", "王五郎", "赵六", "欧阳七"))
    ),
    "joint": lambda: _with(
        letterhead=replace(_HEAD, issuers=_PARTNERS),
        signature=replace(_SIGNED, issuers=_PARTNERS),
    ),
    "one attachment": lambda: _with(
        attachments=_attached("示例市贯彻落实知识产权强国建设纲要和“十四五”规划重点任务分工安排表")
    ),
    "three attachments": lambda: _with(
        attachments=_attached(
            "任务清单", "示例市贯彻落实知识产权强国建设纲要和“十四五”规划重点任务分工安排表", "名单"
        )
    ),
    "long": lambda: _with(body=text(33)),
    "unsealed": lambda: _with(signature=replace(_SIGNED, manner=Manner.UNSEALED)),
    "unsealed, short name": lambda: _with(
        signature=Signature(Manner.UNSEALED, ("市监局",), "2021年12月25日")
    ),
    "signature stamp": lambda: _with(
        signature=Signature(Manner.STAMP, (OFFICE,), "2021年6月25日", ("局　长",))
    ),
    "two stamps": lambda: _with(
        letterhead=replace(_HEAD, issuers=_PARTNERS[:2]),
        signature=Signature(Manner.STAMP, _PARTNERS[:2], "2021年6月25日", ("局　长", "局　长")),
    ),
    "joint, unsealed": lambda: _with(
        letterhead=replace(_HEAD, issuers=_PARTNERS),
        signature=replace(_SIGNED, issuers=_PARTNERS, manner=Manner.UNSEALED),
    ),
    "hard text": lambda: _with(body=(Paragraph(LEAD), *(Paragraph(HARD * n) for n in range(1, 6)))),
    "moved recipients": lambda: _with(
        addressee="", colophon=replace(_FOOT, main_recipients="各县（市、区）市场监督管理局。" * 3)
    ),
    "blank page": _with_blank_page,
    "pre-printed": lambda: _with(preprinted=True),
    "fields": lambda: _with(
        letterhead=replace(_HEAD, copy_number="000012", secrecy="机密★1年", urgency="特急")
    ),
    "draft": lambda: _with(
        draft_mark=True,
        letterhead=replace(_HEAD, document_number="示市监〔2021〕　　号"),
        signature=replace(_SIGNED, date_text="2021年6月　　日"),
    ),
    "plain": lambda: _with(form=Form.PLAIN, letterhead=None, colophon=None),
    "even colophon": lambda: _with(
        colophon=Colophon(
            "中共示例市委办公室，示例市人大常委会办公室，示例市人民政府办公室，示例市政协办公室，"
            "示例市中级人民法院，示例市人民检察院。",
            f"{OFFICE}办公室",
            "2021年6月25日",
            even_page=True,
        )
    ),
    "landscape table": lambda: _with(
        attachments=(Attachment("《2021年四川省知识产权工作要点》任务进展情况表", (table(400),)),)
    ),
    "figure": lambda: _with(body=(*text()[:3], figure(), *text()[3:])),
    "figure at a page's foot": lambda: _with(body=(*text()[:7], figure(160), *text()[7:])),
    "short title": lambda: _with(title="关于工作情况通报"),
    "long title": lambda: _with(
        title=f"{OFFICE}关于贯彻落实《四川省人民政府关于新形势下加快知识产权强省建设的实施意见》"
        "推进知识产权保护运用工作报告"
    ),
}


@functools.cache
def fonts() -> FontSet:
    """The bundled fonts, so that the result does not depend on the machine."""
    return load_fonts([])


def laid(document: OfficialDocument) -> Laid:
    return lay_out(document, fonts())


def painted(pages: Laid) -> Paper:
    return Paper(paint_laid(pages, fonts(), DAY))


@functools.cache
def paper(name: str) -> Paper:
    """A named paper, laid out, painted and measured."""
    return painted(laid(PAPERS[name]()))
