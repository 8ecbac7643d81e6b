"""Arrow keys on the body map: the next region is the one the eye expects."""

import pytest

from sgtui.domain.body_map.moves import Direction, move
from sgtui.domain.body_map.regions import Side, View, region, regions

UP, DOWN, LEFT, RIGHT = Direction.UP, Direction.DOWN, Direction.LEFT, Direction.RIGHT
HOME, END, PAGE_UP, PAGE_DOWN = (
    Direction.HOME, Direction.END, Direction.PAGE_UP, Direction.PAGE_DOWN,
)  # fmt: skip


@pytest.mark.parametrize(
    ("code", "direction", "expected"),
    [
        ("F05", UP, "F03"),
        ("F05", DOWN, "F06"),
        ("F03", LEFT, "F02R"),
        ("F03", RIGHT, "F02L"),
        ("F01", DOWN, "F03"),
        ("F06", DOWN, "F07"),
        ("F10", LEFT, "F09R"),
        ("F10", RIGHT, "F09L"),
        ("F09R", DOWN, "F11R"),
        ("F12", DOWN, "F14"),
        ("F15R", UP, "F08R"),
        ("F15R", DOWN, "F16R"),
        ("F17R", DOWN, "F18R"),
        ("F22R", RIGHT, "F22L"),
        ("F24R", RIGHT, "F24L"),
        ("F24L", LEFT, "F24R"),
        ("F27R", RIGHT, "F27L"),
        ("B02", LEFT, "B03L"),
        ("B02", RIGHT, "B03R"),
        ("B04", DOWN, "B06"),
        ("B06", DOWN, "B08"),
        ("B08", DOWN, "B09"),
        ("B09", LEFT, "B10L"),
        ("B09", RIGHT, "B10R"),
        ("B10L", RIGHT, "B09"),
        ("B21L", LEFT, "B12L"),
        ("B18R", DOWN, "B19R"),
    ],
)
def test_the_next_region_is_the_one_beside(code: str, direction: Direction, expected: str) -> None:
    assert move(code, direction) == expected


@pytest.mark.parametrize(
    ("code", "direction", "one_of"),
    [
        ("F17R", RIGHT, {"F12", "F13R"}),
        ("F20R", RIGHT, {"F21R"}),
        ("F20L", LEFT, {"F21L"}),
        ("F19R", RIGHT, {"F21R"}),
        ("B09", DOWN, {"B10R", "B10L"}),
        ("B12R", UP, {"B05R"}),
        ("F14", DOWN, {"F22R", "F22L"}),
    ],
)
def test_across_a_gap_it_is_one_at_the_same_height(
    code: str, direction: Direction, one_of: set[str]
) -> None:
    assert move(code, direction) in one_of


def test_right_of_the_front_comes_the_back_at_the_same_height_and_round_again() -> None:
    for front, back in (("F23L", "B17L"), ("F24L", "B18L"), ("F17L", "B14L"), ("F27L", "B20L")):
        assert move(front, RIGHT) == back
        assert move(back, LEFT) == front
    assert move("B17R", RIGHT) == "F23R"
    assert move("F23R", LEFT) == "B17R"


def test_the_walk_ends_at_the_top_and_at_the_feet() -> None:
    for top in ("F01", "B01"):
        assert move(top, UP) == move(top, PAGE_UP) == move(top, HOME) == top
    for foot in ("F27R", "F27L", "B20R", "B20L"):
        assert move(foot, DOWN) == move(foot, PAGE_DOWN) == move(foot, END) == foot


def test_home_and_end_stay_on_the_figure_and_on_its_side() -> None:
    for each in regions():
        top, foot = region(move(each.code, HOME)), region(move(each.code, END))
        assert top.code == {View.FRONT: "F01", View.BACK: "B01"}[each.view]
        assert foot.code[:3] == {View.FRONT: "F27", View.BACK: "B20"}[each.view]
        assert foot.side is (Side.RIGHT if each.side is Side.MIDDLE else each.side)


def test_up_and_down_stay_on_the_figure_and_go_that_way() -> None:
    for each in regions():
        for direction, sign in ((UP, -1), (PAGE_UP, -1), (DOWN, 1), (PAGE_DOWN, 1)):
            reached = region(move(each.code, direction))
            assert reached.view is each.view
            assert reached is each or sign * (reached.centre[1] - each.centre[1]) > 0


def test_left_and_right_stay_at_about_the_same_height() -> None:
    for each in regions():
        for direction in (LEFT, RIGHT):
            reached = region(move(each.code, direction))
            assert reached is not each
            assert reached.bounds[1] < each.bounds[3] and each.bounds[1] < reached.bounds[3]


def test_a_page_leaps_over_what_an_arrow_walks() -> None:
    codes = ["F01"]
    while (further := move(codes[-1], PAGE_DOWN)) != codes[-1]:
        codes.append(further)
    assert len(codes) <= 9
    assert codes[-1] == "F27R"


def test_an_unknown_code_is_refused() -> None:
    with pytest.raises(KeyError, match="not a region"):
        move("F99", UP)
