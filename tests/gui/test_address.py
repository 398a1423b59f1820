"""Places in the window as lines of text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gui.address import Address

WORDS = st.text(st.characters(blacklist_categories=("Cs",)), max_size=12)


def test_a_place_is_written_and_read() -> None:
    address = Address.parse("tasks?light=red&section=3")
    assert (address.page, address.part, address.get("light")) == ("tasks", "", "red")
    assert address.number("section") == 3
    assert Address.parse("settings/字体") == Address("settings", "字体")


def test_what_is_not_asked_for_is_empty() -> None:
    address = Address.of("tasks", light=None, section="三")
    assert address.get("light") == ""
    assert address.number("section") is None


@given(WORDS, WORDS, st.lists(st.tuples(WORDS, WORDS), max_size=3))
def test_any_place_comes_back_as_it_was(page: str, part: str, wanted: list) -> None:
    address = Address(page, part, tuple(wanted))
    assert Address.parse(str(address)) == address


@given(st.text())
def test_any_text_is_an_address(line: str) -> None:
    assert isinstance(Address.parse(line), Address)
