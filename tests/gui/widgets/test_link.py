"""Links are cut with …, never in the middle of a character."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from gui.widgets.link import Link


def test_a_link_without_room_is_cut_and_comes_back_whole(qtbot: QtBot) -> None:
    words = "第7项进展（知识产权保护科，2021年6月15日）"
    link = Link(words)
    qtbot.addWidget(link)
    link.show()
    wish = link.sizeHint().width()
    link.resize(120, 24)
    assert link.text().endswith("…")
    # Widths of characters are fractions; their sums are rounded.
    assert abs(link.sizeHint().width() - wish) <= 2
    assert link.toolTip() == link.accessibleName() == words
    link.resize(wish + 2, 24)
    assert link.text() == words
