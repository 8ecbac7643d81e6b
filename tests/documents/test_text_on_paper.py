"""Lines of text on paper break between words, never run over, and lose no letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgtui.documents.paper import width_of, wrapped


@given(text=st.text(max_size=300), width=st.floats(30, 600))
def test_no_line_is_wider_than_the_paper_and_no_letter_is_lost(text: str, width: float) -> None:
    lines = wrapped(text, 14, width)
    assert all(width_of(line, 14) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_words_stay_whole_where_they_fit() -> None:
    assert wrapped("purple and yellow", 10, 70) == ["purple and", "yellow"]


@pytest.mark.parametrize(("narrow", "wide"), [("iiii", "mmmm"), ("abcd", "ABCD"), ("ab", "漢字")])
def test_wide_letters_take_more_room(narrow: str, wide: str) -> None:
    assert width_of(narrow, 10) < width_of(wide, 10)
