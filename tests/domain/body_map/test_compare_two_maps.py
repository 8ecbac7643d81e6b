"""Two maps side by side: each mark is new, gone, changed or the same, and what differs is said."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from sgtui.domain.body_map.compare import Change, Comparison, compare
from sgtui.domain.entries.body import BodyMapped
from sgtui.domain.entries.marks import Mark, MarkKind
from tests.domain.body_map.any_mark import a_map, marks

FOREARM = "bruise, left forearm"
STEADY = settings(max_examples=100, deadline=None, derandomize=True, database=None)


def only(earlier: BodyMapped, later: BodyMapped) -> Comparison:
    (found,) = compare(earlier, later)
    return found


def numbers(found: tuple[Comparison, ...]) -> list[tuple[str, int | None, int | None]]:
    return [
        (one.change.mark, one.earlier and one.earlier[0], one.later and one.later[0])
        for one in found
    ]


def test_a_mark_as_it_was_is_the_same() -> None:
    line = f"{FOREARM}, 30 x 20 mm, purple and yellow, pain: yes"
    found = only(a_map(line), a_map(line))
    assert (found.change, found.region) == (Change.SAME, "F17L")
    assert found.words == "no difference recorded"


def test_a_mark_that_shrank_and_faded_has_changed() -> None:
    found = only(a_map(f"{FOREARM}, 30 x 20 mm, purple"), a_map(f"{FOREARM}, 20 x 10 mm, yellow"))
    assert found.change is Change.CHANGED
    assert found.words == "size 30 x 20 mm -> 20 x 10 mm; colour purple -> yellow"


def test_the_order_of_colours_is_no_change() -> None:
    found = only(a_map(f"{FOREARM}, red and blue"), a_map(f"{FOREARM}, blue and red"))
    assert found.change is Change.SAME


def test_a_size_that_is_not_recorded_again_is_said_and_not_guessed() -> None:
    found = only(a_map(f"{FOREARM}, 3 cm"), a_map(f"{FOREARM}, blue"))
    assert found.words == "size 30 mm -> not recorded; colour not recorded -> blue"


def test_what_the_later_look_adds_or_alters_is_said() -> None:
    found = only(
        a_map("pressure damage, sacrum, skin not broken, category 1, hot to touch, shape 'round'"),
        a_map("pressure damage, sacrum, skin broken, category 2, pain: yes, shape 'a line'"),
    )
    assert found.words == (
        "shape 'round' -> 'a line'; skin not broken -> skin broken; category 1 -> category 2;"
        " pain not recorded -> pain: yes"
    )


def test_what_was_said_or_done_about_a_mark_does_not_change_it() -> None:
    found = only(a_map(FOREARM), a_map(f"{FOREARM}, 'I fell' (Ada). First aid: 'pad'. No photo."))
    assert found.change is Change.SAME


def test_new_marks_come_by_number_and_then_those_that_are_gone() -> None:
    earlier = a_map("cut, nose", FOREARM, "graze, left knee")
    later = a_map("graze, left knee", "burn, right palm")
    found = compare(earlier, later)
    assert numbers(found) == [("=", 3, 1), ("+", None, 2), ("-", 1, None), ("-", 2, None)]
    assert [one.region for one in found] == ["F23L", "F19R", "F03", "F17L"]
    assert [one.words for one in found[1:3]] == ["not on the earlier map", "not on the later map"]


def test_another_kind_in_the_same_place_is_another_mark() -> None:
    found = compare(a_map(FOREARM), a_map("cut, left forearm"))
    assert [one.change for one in found] == [Change.NEW, Change.GONE]


def test_of_two_in_one_region_the_nearest_in_size_is_the_same() -> None:
    earlier = a_map(f"{FOREARM}, 50 mm", f"{FOREARM}, 10 mm")
    later = a_map(f"{FOREARM}, 12 mm", f"{FOREARM}, 48 mm", f"{FOREARM}, 90 mm")
    assert numbers(compare(earlier, later)) == [("~", 2, 1), ("~", 1, 2), ("+", None, 3)]


def test_of_two_of_one_size_the_same_colour_tells() -> None:
    earlier = a_map(f"{FOREARM}, 10 mm, red", f"{FOREARM}, 10 mm, blue")
    later = a_map(f"{FOREARM}, 10 mm, blue", f"{FOREARM}, 10 mm, red")
    assert numbers(compare(earlier, later)) == [("=", 2, 1), ("=", 1, 2)]


def test_of_two_alike_in_size_and_colour_what_else_was_seen_tells() -> None:
    earlier = a_map(f"{FOREARM}, shape 'round'", f"{FOREARM}, shape 'a line'", FOREARM)
    later = a_map(FOREARM, f"{FOREARM}, shape 'a line'", f"{FOREARM}, 4 cm", f"{FOREARM}, blue")
    assert numbers(compare(earlier, later)) == [
        ("=", 3, 1), ("=", 2, 2), ("~", 1, 3), ("+", None, 4),
    ]  # fmt: skip


def test_a_size_known_on_both_pairs_before_one_that_is_not() -> None:
    earlier = a_map(FOREARM, f"{FOREARM}, 30 mm")
    later = a_map(f"{FOREARM}, 5 mm")
    assert numbers(compare(earlier, later)) == [("~", 2, 1), ("-", 1, None)]


def test_maps_without_a_mark_compare_to_nothing() -> None:
    assert compare(a_map(), a_map()) == ()


@STEADY
@given(st.lists(marks(), max_size=5), st.lists(marks(), max_size=5))
def test_every_mark_of_both_maps_is_told_once(before: list[Mark], after: list[Mark]) -> None:
    earlier = a_map().model_copy(update={"marks": tuple(before)})
    later = a_map().model_copy(update={"marks": tuple(after)})
    found = compare(earlier, later)
    assert sorted(one.earlier[0] for one in found if one.earlier) == [*range(1, len(before) + 1)]
    assert [one.later[0] for one in found if one.later] == [*range(1, len(after) + 1)]


@STEADY
@given(st.lists(marks(), max_size=5), st.randoms(use_true_random=False))
def test_a_map_beside_itself_in_any_order_is_the_same(seen: list[Mark], chance: Random) -> None:
    here = [mark.model_copy(update={"kind": MarkKind.BRUISE, "region": "F17L"}) for mark in seen]
    mapped = a_map().model_copy(update={"marks": tuple(here)})
    shuffled = a_map().model_copy(update={"marks": tuple(chance.sample(here, len(here)))})
    assert all(one.change is Change.SAME for one in compare(mapped, shuffled))
