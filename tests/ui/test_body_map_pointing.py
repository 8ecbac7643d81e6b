"""Letters, blanks and digits lead to a region; a digit says what is there only when it is plain."""

import pytest

from sgtui.domain.entries.marks import MarkKind
from sgtui.ui.screens.body_map.pointing import NO_SUCH_PLACE, WHICH_SIDE, Pointing
from sgtui.ui.widgets.body_figure import START


def typed(text: str, start: Pointing | None = None) -> tuple[Pointing, MarkKind | None]:
    """What stands, and the kind that the last key gave, after typing `text`."""
    pointing, kind = start or Pointing(START), None
    for character in text:
        pointing, kind = pointing.typed_more(character)
    return pointing, kind


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("f17l", "F17L"), ("F17 L", "F17L"), ("left fore", "F17L"), ("fore left", "F17L"),
        ("back hand r", "B15R"), ("armpit l", "B21L"), ("forearm l", "F17L"), ("nose", "F03"),
    ],
)  # fmt: skip
def test_words_in_any_order_and_codes_lead_to_their_region(text: str, code: str) -> None:
    pointing, kind = typed(text)
    assert (pointing.code, pointing.problem, kind) == (code, "", None)


def test_a_digit_after_a_whole_code_says_what_is_there() -> None:
    pointing, kind = typed("f17l1")
    assert (pointing.code, pointing.typed, kind) == ("F17L", "", MarkKind.BRUISE)


def test_a_digit_after_words_says_what_is_there() -> None:
    assert typed("left fore2") == (Pointing("F17L"), MarkKind.CUT)


def test_a_digit_with_nothing_typed_says_what_is_under_the_cursor() -> None:
    assert typed("3") == (Pointing(START), MarkKind.GRAZE)


@pytest.mark.parametrize("text", ["f171", "forearm1", "eye1", "f1710"])
def test_a_place_without_its_side_takes_no_mark(text: str) -> None:
    pointing, kind = typed(text)
    assert kind is None
    assert pointing.problem == WHICH_SIDE


def test_a_side_may_follow_a_word_at_once() -> None:
    assert typed("forearml")[0].code == "F17L"


def test_what_names_no_place_takes_no_mark_and_moves_nothing() -> None:
    pointing, kind = typed("xyz1")
    assert (pointing.code, pointing.problem, kind) == (START, NO_SUCH_PLACE, None)


def test_nought_shows_the_other_kinds_and_again_the_first() -> None:
    later, kind = typed("0")
    assert later.later
    assert kind is None
    assert typed("7", later) == (Pointing(START), MarkKind.OTHER)
    assert typed("8", later) == (later, None)
    assert typed("0", later) == (Pointing(START), None)


def test_a_letter_is_taken_back() -> None:
    pointing, _ = typed("left forex")
    assert pointing.problem == NO_SUCH_PLACE
    assert pointing.taken_back().code == "F17L"


def test_an_arrow_ends_the_search() -> None:
    assert typed("forearm")[0].moved("F17L") == Pointing("F17L")
