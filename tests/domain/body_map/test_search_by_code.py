"""A region is found by its code, however it is written, and while it is being written."""

import pytest

from sgtui.domain.body_map.regions import Region, regions
from sgtui.domain.body_map.search import find, is_code, may_become_code


def codes(typed: str) -> list[str]:
    return [each.code for each in find(typed)]


@pytest.mark.parametrize("each", regions(), ids=lambda each: each.code)
def test_every_code_finds_its_region_and_no_other(each: Region) -> None:
    spaced = f" {each.code[0]} {each.code[1:3]}  {each.code[3:]} "
    for typed in (each.code, each.code.lower(), spaced, spaced.lower()):
        assert find(typed) == (each,)
        assert is_code(typed)


@pytest.mark.parametrize("each", regions(), ids=lambda each: each.code)
def test_a_code_may_be_written_without_its_zero(each: Region) -> None:
    short = each.code.replace("0", "", 1) if each.code[1] == "0" else each.code
    assert find(short)[0] is each


def test_a_pair_without_a_side_is_both_right_before_left() -> None:
    assert codes("f17") == ["F17R", "F17L"]
    assert codes("B9") == ["B09"]
    assert codes("f7") == ["F07"]


def test_half_a_code_offers_everything_it_may_become() -> None:
    assert codes("f1")[:3] == ["F01", "F10", "F11R"]
    assert codes("b2") == ["B02", "B20R", "B20L", "B21R", "B21L"]
    assert codes("F0")[0] == "F01"


def test_a_code_that_no_region_has_finds_nothing() -> None:
    assert find("f28") == find("b22") == find("f01l") == find("b00") == ()


@pytest.mark.parametrize("typed", ["F17L", "f17l", "F01", "b09", "b 9", "f3", "f2r", "F 17 l"])
def test_a_whole_code_is_known_as_one(typed: str) -> None:
    assert is_code(typed)


@pytest.mark.parametrize(
    "typed", ["", "f", "f0", "f1", "f17", "b2", "f2", "f28", "f17x", "f01l", "arm", "17", "f171"]
)
def test_half_a_code_or_none_is_not_a_whole_one(typed: str) -> None:
    assert not is_code(typed)


@pytest.mark.parametrize("each", regions(), ids=lambda each: each.code)
def test_every_beginning_of_a_code_may_become_one(each: Region) -> None:
    for end in range(1, len(each.code) + 1):
        assert may_become_code(each.code[:end])
        assert may_become_code(each.code[:end].lower())


@pytest.mark.parametrize(
    "typed", ["", " ", "fo", "arm", "f28", "f171", "f01 1", "f17l2", "x1", "1"]
)
def test_what_no_code_begins_with_may_not_become_one(typed: str) -> None:
    assert not may_become_code(typed)
