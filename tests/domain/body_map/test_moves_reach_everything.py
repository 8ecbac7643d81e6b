"""Arrow keys on the body map: everything can be reached, soon, and a step back undoes a step."""

import pytest

from sgtui.domain.body_map.moves import Direction, move
from sgtui.domain.body_map.regions import regions

CODES = [each.code for each in regions()]
ARROWS = (Direction.UP, Direction.DOWN, Direction.LEFT, Direction.RIGHT)
OPPOSITE = {"L": "R", "R": "L", "": ""}


def other(code: str) -> str:
    """The same place on the other half of the body."""
    return code[:3] + OPPOSITE[code[3:]]


def presses(start: str, keys: tuple[Direction, ...]) -> dict[str, int]:
    """How many presses each region is away."""
    away, edge = {start: 0}, [start]
    for code in edge:
        for key in keys:
            reached = move(code, key)
            if reached not in away:
                away[reached] = away[code] + 1
                edge.append(reached)
    return away


@pytest.mark.parametrize("keys", [ARROWS, tuple(Direction)], ids=["arrows", "every key"])
def test_every_region_is_reached_from_every_other_in_at_most_16_presses(
    keys: tuple[Direction, ...],
) -> None:
    for code in CODES:
        away = presses(code, keys)
        assert set(away) == set(CODES)
        assert max(away.values()) <= 16


def share_that_comes_back(there: Direction, back: Direction) -> float:
    """Of the regions that can go there at all, how many the press back brings home."""
    going = [code for code in CODES if move(code, there) != code]
    return sum(move(move(code, there), back) == code for code in going) / len(going)


def test_left_then_right_comes_back_from_nine_of_ten() -> None:
    assert share_that_comes_back(Direction.LEFT, Direction.RIGHT) >= 0.9
    assert share_that_comes_back(Direction.RIGHT, Direction.LEFT) >= 0.9


def test_up_then_down_comes_back_from_most() -> None:
    assert share_that_comes_back(Direction.UP, Direction.DOWN) >= 0.75
    assert share_that_comes_back(Direction.DOWN, Direction.UP) >= 0.75


def test_the_two_halves_of_the_body_are_walked_alike() -> None:
    """The mirrored key on the mirrored region leads to the mirrored place.

    Only the middle cannot be walked alike: below it stand two of a pair, and one must be next.
    """
    mirrored = {Direction.LEFT: Direction.RIGHT, Direction.RIGHT: Direction.LEFT}
    for code in (each for each in CODES if each[3:]):
        for key in ARROWS:
            here, there = move(code, key), move(other(code), mirrored.get(key, key))
            assert there == other(here) or not (here[3:] and there[3:])
