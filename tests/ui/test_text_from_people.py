"""Text from people cannot act on a terminal, whatever was typed."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from sgtui.domain.text import REPLACEMENT, display, display_line, is_safe, stored

anything = st.text(alphabet=st.characters(exclude_categories=()), max_size=80)


@given(anything)
def test_a_stored_text_is_safe_and_in_one_form(text: str) -> None:
    kept = stored(text)
    assert is_safe(kept)
    assert unicodedata.is_normalized("NFC", kept)


@given(anything)
def test_storing_twice_changes_nothing(text: str) -> None:
    assert stored(stored(text)) == stored(text)


@given(anything)
def test_a_shown_text_is_safe(text: str) -> None:
    assert is_safe(display(text))


@given(anything)
def test_what_was_stored_is_shown_as_it_is(text: str) -> None:
    assert display(stored(text)) == stored(text)


@given(anything)
def test_a_shown_line_is_one_line(text: str) -> None:
    assert not {"\n", "\t", "\r"} & set(display_line(text))


@given(anything, st.integers(min_value=0, max_value=20))
def test_a_stored_text_keeps_to_its_limit(text: str, limit: int) -> None:
    assert len(stored(text, limit)) <= limit


def test_a_clipboard_command_is_dropped_and_shown_harmless() -> None:
    attack = "bruise\x1b]52;c;aGk=\x07 seen"
    assert stored(attack) == "bruise]52;c;aGk= seen"
    assert display(attack) == f"bruise{REPLACEMENT}]52;c;aGk={REPLACEMENT} seen"


def test_direction_overrides_and_invisible_letters_are_dropped() -> None:
    assert stored("a\u202eb\u200bc\u2066d\ufeffe\U000e0041f") == "abcdef"


def test_line_ends_of_every_system_become_one() -> None:
    assert stored("one\r\ntwo\rthree\u2028four\n") == "one\ntwo\nthree\nfour\n"


def test_joiners_that_scripts_need_stay() -> None:
    assert stored("ক্\u200dষ") == "ক্\u200dষ"


def test_at_most_four_marks_stay_on_a_letter() -> None:
    assert stored("x" + "\u0316" * 40 + "y") == "x" + "\u0316" * 4 + "y"
