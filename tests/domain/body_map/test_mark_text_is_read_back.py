"""Both text forms of a mark are the record: each says everything and reads back to it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sgtui.domain.corrections import put_right
from sgtui.domain.entries import Amended
from sgtui.domain.entries.mark_reading import read_mark
from sgtui.domain.entries.mark_words import mark_words, mark_words_fully
from sgtui.domain.entries.marks import Mark
from tests.domain.a_home import an_id
from tests.domain.body_map.any_mark import a_map, marks

STEADY = settings(max_examples=300, deadline=None, derandomize=True, database=None)
NUMBERS = st.sampled_from(("", "7. ", "99. ", "1) "))


@STEADY
@given(marks(), NUMBERS)
def test_what_is_recorded_reads_back_to_the_same_mark(mark: Mark, number: str) -> None:
    assert read_mark(number + mark_words(mark)) == mark


@STEADY
@given(marks(), NUMBERS)
def test_what_is_not_recorded_said_or_not_reads_back_to_the_same_mark(
    mark: Mark, number: str
) -> None:
    assert read_mark(number + mark_words_fully(mark)) == mark


@STEADY
@given(marks())
def test_a_mark_is_one_line(mark: Mark) -> None:
    assert not {"\n", "\t", "\r"} & set(mark_words_fully(mark))


@STEADY
@given(st.lists(marks(), min_size=1, max_size=3))
def test_a_correction_says_marks_in_either_form(seen: list[Mark]) -> None:
    lines = [(mark_words, mark_words_fully)[at % 2](mark) for at, mark in enumerate(seen)]
    correction = Amended(entry=an_id("map"), changes={"marks": lines}, reason="Misread")
    made = put_right(a_map("cut, nose"), correction)
    assert made == a_map().model_copy(update={"marks": tuple(seen)})
