"""A size is typed as people write it and kept in millimetres; a unit is never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgtui.domain.entries.mark_sizes import Size, read_size


@pytest.mark.parametrize(
    ("typed", "echo"),
    [
        ("3x2", "30 x 20 mm"), ("3x2cm", "30 x 20 mm"), ("30mm", "30 mm"),
        ("3.5 x 2 cm", "35 x 20 mm"), ("30 x 20 mm", "30 x 20 mm"), ("3 by 2", "30 x 20 mm"),
        ("3*2", "30 x 20 mm"), ("3 \u00d7 2 CM", "30 x 20 mm"), ("3cm x 20mm", "30 x 20 mm"),
        ("15", "150 mm"), (".5", "5 mm"), ("0.1cm", "1 mm"), ("2000 mm", "2000 mm"), ("", ""),
    ],
)  # fmt: skip
def test_a_size_is_echoed_in_millimetres(typed: str, echo: str) -> None:
    size = read_size(typed)
    assert (size.echo, size.problem) == (echo, "")


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("30x20", "Add mm or cm: 30x20 could be either."),
        ("16", "Add mm or cm: 30x20 could be either."),
        ("3x20", "Add mm or cm: 30x20 could be either."),
        ("3cm x 2", "Write the unit at the end, such as 3x2 cm."),
        ("2.5 mm", "Write whole millimetres, such as 3.5 cm or 35 mm."),
        ("3.55 cm", "Write whole millimetres, such as 3.5 cm or 35 mm."),
        ("0x2", "A size is at least 1 mm."),
        ("201 cm", "A mark is at most 2,000 mm long: check mm or cm."),
        ("3x", "Write length x width, such as 3x2 cm or 30x20 mm."),
        ("3x2x1", "Write length x width, such as 3x2 cm or 30x20 mm."),
        ("small", "Write length x width, such as 3x2 cm or 30x20 mm."),
        ("-3", "Write length x width, such as 3x2 cm or 30x20 mm."),
        ("2 inches", "Write length x width, such as 3x2 cm or 30x20 mm."),
    ],
)
def test_a_doubtful_size_is_answered_with_a_sentence(typed: str, problem: str) -> None:
    assert read_size(typed) == Size(problem=problem)


@given(st.integers(1, 2000), st.none() | st.integers(1, 2000))
def test_an_echo_reads_back_to_the_same_size(length: int, width: int | None) -> None:
    size = Size(length, width)
    assert read_size(size.echo) == size


@given(st.text(max_size=40))
def test_whatever_is_typed_is_a_size_or_has_a_problem(typed: str) -> None:
    size = read_size(typed)
    assert bool(size.problem) != bool(size.length_mm or not typed.strip())
