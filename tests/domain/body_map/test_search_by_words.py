"""A region is found by some of its words, in any order, begun or whole."""

from itertools import islice, permutations

import pytest

from sgtui.domain.body_map.regions import Region, Side, regions
from sgtui.domain.body_map.search import find


def codes(typed: str) -> list[str]:
    return [each.code for each in find(typed)]


@pytest.mark.parametrize("each", regions(), ids=lambda each: each.code)
def test_the_spoken_words_find_their_region_first_in_every_order(each: Region) -> None:
    for words in islice(permutations(each.spoken.split()), 150):
        assert find(" ".join(words))[0] is each
        assert find(" ".join(words).upper())[0] is each


@pytest.mark.parametrize("each", regions(), ids=lambda each: each.code)
def test_the_name_and_a_letter_for_the_side_find_it_first(each: Region) -> None:
    letter = "" if each.side is Side.MIDDLE else each.side.value[0]
    assert find(f"{each.name} {letter}")[0] is each
    assert find(f"{letter} {each.name}")[0] is each


@pytest.mark.parametrize("each", regions(), ids=lambda each: each.code)
def test_every_other_word_for_a_place_finds_it(each: Region) -> None:
    for word in each.words:
        assert each in find(word)
        if each.side is not Side.MIDDLE:
            assert each in find(f"{word} {each.side.value}")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("left fore", "F17L"),
        ("fore left", "F17L"),
        ("back fore l", "B14L"),
        ("back hand r", "B15R"),
        ("armpit l", "B21L"),
        ("rt armpit", "B21R"),
        ("back of her left hand", "B15L"),
        ("neck", "F07"),
        ("back neck", "B04"),
        ("breast l", "F09L"),
        ("belly", "F11R"),
        ("lower belly", "F12"),
        ("tummy", "F11R"),
        ("bottom", "B10R"),
        ("bum l", "B10L"),
        ("privates", "F14"),
        ("shin", "F24R"),
        ("elbow", "B13R"),
        ("inner elbow", "F16R"),
        ("knee", "F23R"),
        ("knee back", "B17R"),
        ("arm", "F15R"),
        ("thumb l", "F20L"),
        ("big toe", "F27R"),
        ("tailbone", "B09"),
        ("lower back", "B08"),
        ("person\N{RIGHT SINGLE QUOTATION MARK}s left shin", "F24L"),
    ],
)
def test_what_people_type_finds_what_they_mean(typed: str, first: str) -> None:
    assert codes(typed)[0] == first


def test_every_typed_word_must_fit() -> None:
    assert find("left forearm nose") == ()
    assert find("left forehead") == ()
    assert find("front armpit") == ()
    assert find("forearms") == ()


def test_a_blank_finds_nothing() -> None:
    assert find("") == find("   ") == find("the") == find("?") == ()


def test_front_comes_before_back_and_right_before_left_where_both_fit_alike() -> None:
    assert codes("knee") == ["F23R", "F23L", "B17R", "B17L"]
    assert codes("thigh r") == ["F21R", "F22R", "B16R"]
    assert {code[0] for code in codes("back")} == {"B"}


def test_a_search_that_fits_one_region_alone_gives_exactly_that() -> None:
    """Two words of any region, if no other region has both, give that region and no more."""
    said = {each: _said(each) for each in regions()}
    for each, words in said.items():
        for pair in permutations(sorted(words), 2):
            fitting = [
                other
                for other, theirs in said.items()
                if all(any(one.startswith(word) for one in theirs) for word in pair)
            ]
            if len(fitting) == 1:
                assert find(" ".join(pair)) == (each,)


def _said(each: Region) -> set[str]:
    spoken = each.spoken.replace("person's", "").split()
    side = set() if each.side is Side.MIDDLE else {each.side.value}
    return {*each.name.split(), *spoken, *each.words, each.view.value, *side} - {"of", "and"}
