"""Word documents: what a reader of the page sees, in its order, as lines and rows."""

from __future__ import annotations

from models.intake.readers import read_source
from tests.models.intake.forms import docx, paragraph_xml, table_xml

P = paragraph_xml


def _lines(body: str, **parts: str) -> list[str]:
    return [line.text for line in read_source(docx(body, **parts), "要点.docx").lines]


def _run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def test_paragraphs_are_numbered_lines_and_empty_ones_are_left_out() -> None:
    source = read_source(docx(P("示例市工作要点") + P("") + P("一、抓改革")), "要点.docx")
    assert [(line.number, line.text) for line in source.lines] == [
        (1, "示例市工作要点"),
        (2, "一、抓改革"),
    ]
    assert source.text == "示例市工作要点\n一、抓改革"


def test_a_soft_break_starts_a_line_and_a_page_break_does_not() -> None:
    soft = (
        '<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:br w:type="page"/><w:t>丙</w:t></w:r></w:p>'
    )
    assert _lines(soft) == ["甲", "乙丙"]


def test_tracked_changes_are_read_as_accepted() -> None:
    changed = (
        f"<w:p>{_run('建立')}<w:ins>{_run('健全')}</w:ins>"
        "<w:del><w:r><w:delText>旧的</w:delText></w:r></w:del>"
        f"<w:moveFrom>{_run('搬走')}</w:moveFrom><w:moveTo>{_run('机制。')}</w:moveTo></w:p>"
    )
    assert _lines(changed) == ["建立健全机制。"]


def test_a_paragraph_end_that_was_deleted_joins_two_paragraphs() -> None:
    first = P("1.建立", "<w:rPr><w:del/></w:rPr>")
    assert _lines(first + P("机制。")) == ["1.建立机制。"]


def test_text_boxes_are_read_once_behind_their_paragraph() -> None:
    box = f"<w:txbxContent>{P('示政发〔2022〕3号')}</w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    both = (
        f"<mc:AlternateContent {mc}><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    assert _lines(f"<w:p>{_run('红头')}<w:r>{both}</w:r></w:p>") == ["红头", "示政发〔2022〕3号"]


def test_hidden_text_field_codes_and_contents_lists_are_not_read() -> None:
    hidden = f"<w:p>{_run('看得见')}{_run('看不见', '<w:vanish/>')}<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
    gallery = '<w:docPartGallery w:val="Table of Contents"/>'
    contents = f"<w:sdt><w:sdtPr><w:docPartObj>{gallery}</w:docPartObj></w:sdtPr><w:sdtContent>{P('一、目录项 1')}</w:sdtContent></w:sdt>"
    assert _lines(hidden + contents) == ["看得见"]


def test_content_controls_and_links_are_read_through() -> None:
    control = f"<w:sdt><w:sdtContent>{P('一、甲')}</w:sdtContent></w:sdt>"
    link = f"<w:p><w:hyperlink>{_run('链接')}</w:hyperlink><w:smartTag>{_run('标记')}</w:smartTag></w:p>"
    assert _lines(control + link) == ["一、甲", "链接标记"]


def test_a_table_gives_rows_of_cells() -> None:
    table = table_xml([[P("任务"), P("单位")], [P("抓改革") + P("抓开放"), P("")]])
    rows = read_source(docx(P("表") + table), "表.docx").lines[1:]
    assert [row.cells for row in rows] == [("任务", "单位"), ("抓改革\n抓开放", "")]
    assert rows[1].text == "抓改革 抓开放"


def test_cells_merged_downwards_say_the_same_in_each_row() -> None:
    first = f'<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{P("甲局")}'
    below = f"<w:tcPr><w:vMerge/></w:tcPr>{P('')}"
    table = table_xml([[P("1"), first], [P("2"), below]])
    assert [x.cells for x in read_source(docx(table), "表.docx").lines] == [
        ("1", "甲局"),
        ("2", "甲局"),
    ]


def test_cells_merged_sideways_keep_the_columns_in_place() -> None:
    wide = f'<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{P("一、抓改革")}'
    table = table_xml([[wide, P("")], [P("1"), P("任务"), P("甲局")]])
    assert [x.cells for x in read_source(docx(table), "表.docx").lines] == [
        ("一、抓改革", "", ""),
        ("1", "任务", "甲局"),
    ]


def test_a_table_in_a_cell_belongs_to_the_cell() -> None:
    inner = table_xml([[P("内"), P("里")]])
    outer = table_xml([[P("外") + inner, P("旁")]])
    (row,) = read_source(docx(outer), "表.docx").lines
    assert row.cells == ("外\n内 里", "旁")


def test_headers_and_footers_are_not_read() -> None:
    header = f'<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{P("页眉")}</w:hdr>'
    assert _lines(P("正文"), header1=header) == ["正文"]
