"""No number so small that somebody could be known by it, nor one that gives such a number back."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgtui.domain.small_numbers import (
    OTHERS,
    count_words,
    in_runs,
    pooled,
    share_words,
    tells_apart,
    to_nearest,
    whole_share_words,
)

FEW = 5
sizes = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 14))
flags = st.dictionaries(st.sampled_from("abcdef"), st.lists(st.booleans(), max_size=16))


def may_stand(group: object) -> bool:
    """Whether so many may stand alone."""
    return isinstance(group, list | tuple) and len(group) >= FEW


def both_may_stand(group: object) -> bool:
    """Whether the group may be told with the share of it that has something."""
    return isinstance(group, list | tuple) and tells_apart(sum(group), len(group), FEW)


@given(sizes)
def test_every_group_told_is_large_enough_and_together_they_are_all(given: dict[str, int]) -> None:
    told = pooled({name: [name] * n for name, n in given.items()}, may_stand)
    assert all(len(group) >= FEW for _, group in told)
    whole = sum(given.values())
    assert sum(len(group) for _, group in told) == (whole if whole >= FEW else 0)


@given(sizes)
def test_nobody_can_tell_what_the_others_together_are_made_of(given: dict[str, int]) -> None:
    told = dict(pooled({name: [name] * n for name, n in given.items()}, may_stand))
    assert len(set(told.get(OTHERS, "ab"))) > 1


@given(flags)
def test_no_share_gives_back_a_part_or_a_rest_that_is_too_small(
    given: dict[str, list[bool]],
) -> None:
    for _, group in pooled(given, both_may_stand):
        has, has_not = sum(group), len(group) - sum(group)
        assert all(n == 0 or n >= FEW for n in (has, has_not))


@given(st.lists(st.integers(0, 9), max_size=14))
def test_months_too_small_are_joined_with_their_neighbours_and_none_is_lost(
    given: list[int],
) -> None:
    runs = in_runs([(f"{n}", [n] * count) for n, count in enumerate(given)], FEW)
    assert all(len(group) >= FEW for _, group in runs)
    if sum(given) >= FEW:
        ends = [end for name, _ in runs for end in (name.split(" to ")[0], name.split(" to ")[-1])]
        assert (ends[0], ends[-1]) == ("0", f"{len(given) - 1}")
        assert sum(len(group) for _, group in runs) == sum(given)
        assert all(int(b) - int(a) == 1 for a, b in zip(ends[1::2], ends[2::2], strict=False))


@given(st.integers(0, 60), st.integers(0, 60))
def test_the_words_for_a_share_fit_many_small_numbers_alike(part: int, rest: int) -> None:
    whole = part + rest
    said = share_words(part, whole, FEW)
    alike = [n for n in range(whole + 1) if share_words(n, whole, FEW) == said]
    if 0 < part < FEW or 0 < rest < FEW:
        assert len(alike) >= min(FEW - 1, whole - 1)
    match = re.fullmatch(r"at (least|most) (\d+) %", said)
    if match:
        bound = int(match[2])
        share = 100 * part / whole
        assert share >= bound if match[1] == "least" else share <= bound


@given(st.lists(st.tuples(st.integers(0, 14), st.integers(0, 14)), min_size=1, max_size=5))
def test_what_is_said_of_all_groups_gives_none_of_them_away(given: list[tuple[int, int]]) -> None:
    groups = [(part, part + rest) for part, rest in given]
    said = whole_share_words(groups, FEW)
    for place, (part, whole) in enumerate(groups):
        words = share_words(part, whole, FEW)
        for other in range(whole + 1):
            if share_words(other, whole, FEW) == words and not tells_apart(part, whole, FEW):
                changed = [*groups[:place], (other, whole), *groups[place + 1 :]]
                assert whole_share_words(changed, FEW) == said


@given(st.lists(st.tuples(st.integers(0, 14), st.integers(0, 14)), min_size=1, max_size=5))
def test_what_is_said_of_all_groups_is_true(given: list[tuple[int, int]]) -> None:
    part, whole = sum(one for one, _ in given), sum(one + other for one, other in given)
    said = whole_share_words([(one, one + other) for one, other in given], FEW)
    match = re.fullmatch(r"(at least )?(\d+) %", said)
    if match and match[1]:
        assert 100 * part / whole >= int(match[2])
    elif match:
        assert f"{100 * part / whole:.0f}" == match[2]
    else:
        assert said in ("none", "too few to say")


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (0, 0, "none"), (0, 20, "0 %"), (20, 20, "100 %"), (10, 20, "50 %"),
        (18, 20, "at least 80 %"), (2, 20, "at most 20 %"), (3, 6, "too few to say"),
        (4, 4, "too few to say"), (1195, 1200, "99 %"), (5, 2000, "1 %"),
    ],
)  # fmt: skip
def test_a_share_is_said_as_far_as_it_may_be(part: int, whole: int, said: str) -> None:
    assert share_words(part, whole, FEW) == said


def test_a_count_alone_is_none_or_fewer_or_itself() -> None:
    assert [count_words(n, FEW) for n in (0, 1, 4, 5)] == ["0", "fewer than 5", "fewer than 5", "5"]


def test_counts_to_the_nearest_five_do_not_tell_what_lies_between() -> None:
    assert [to_nearest(n) for n in (0, 2, 3, 7, 8, 12, 13)] == [0, 0, 5, 5, 10, 10, 15]


def test_too_few_altogether_are_not_told_at_all() -> None:
    assert pooled({"a": [1, 2], "b": [3]}, may_stand) == ()
    assert in_runs([("Jan", [1, 2])], FEW) == ()
