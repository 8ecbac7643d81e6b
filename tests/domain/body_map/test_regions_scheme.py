"""The scheme of the body map: which regions there are, and what each is called and marked as."""

import pytest

from sgtui.domain.body_map.regions import Side, View, is_region, region, regions, regions_of

FRONT_SINGLE = {"F01", "F03", "F05", "F06", "F07", "F10", "F12", "F14"}
BACK_SINGLE = {"B01", "B02", "B04", "B06", "B08", "B09"}
FRONT_PAIRED = {f"F{n:02}" for n in range(1, 28)} - FRONT_SINGLE
BACK_PAIRED = {f"B{n:02}" for n in range(1, 22)} - BACK_SINGLE


def test_there_are_82_regions_each_with_a_code_of_its_own() -> None:
    pairs = {base + side for base in FRONT_PAIRED | BACK_PAIRED for side in "RL"}
    codes = [each.code for each in regions()]
    assert len(codes) == 82
    assert set(codes) == pairs | FRONT_SINGLE | BACK_SINGLE


def test_they_come_front_before_back_and_right_before_left() -> None:
    codes = [each.code for each in regions()]
    assert codes[:4] == ["F01", "F02R", "F02L", "F03"]
    assert codes.index("F27L") + 1 == codes.index("B01")
    assert codes[-2:] == ["B21R", "B21L"]
    assert regions_of(View.FRONT) + regions_of(View.BACK) == regions()


def test_a_code_says_its_view_and_its_side() -> None:
    views = {"F": View.FRONT, "B": View.BACK}
    sides = {"": Side.MIDDLE, "L": Side.LEFT, "R": Side.RIGHT}
    for each in regions():
        assert each.view is views[each.code[0]]
        assert each.side is sides[each.code[3:]]


def test_no_two_regions_are_spoken_alike() -> None:
    assert len({each.spoken for each in regions()}) == 82


def test_left_and_right_are_the_persons_own_and_said_so() -> None:
    for each in regions():
        mentioned = {side for side in ("left", "right") if side in each.spoken.split()}
        if each.side is Side.MIDDLE:
            assert mentioned == set()
        else:
            assert mentioned == {each.side.value}
            assert f"person's {each.side.value} " in each.spoken
        assert mentioned.isdisjoint(each.name.split())


def test_the_persons_right_is_at_the_left_of_the_front_and_at_the_right_of_the_back() -> None:
    for each in regions():
        at_the_left = each.centre[0] < 100
        if each.side is not Side.MIDDLE:
            assert at_the_left == ((each.view is View.FRONT) == (each.side is Side.RIGHT))


@pytest.mark.parametrize(
    ("code", "spoken"),
    [
        ("F17L", "person's left forearm"),
        ("B14R", "back of person's right forearm"),
        ("B20L", "sole of person's left foot"),
        ("F01", "forehead"),
        ("B09", "sacrum"),
    ],
)
def test_a_region_is_spoken_as_it_is_written_in_evidence(code: str, spoken: str) -> None:
    assert region(code).spoken == spoken


def test_pressure_areas_are_those_of_the_scheme() -> None:
    marked = {each.code[:3] for each in regions() if each.pressure}
    assert marked == {"B09", "B11", "B13", "B19"}


def test_soft_tissue_sites_are_those_of_the_scheme() -> None:
    marked = {each.code[:3] for each in regions() if each.soft_tissue}
    assert marked == {"F07", "F12", "F14", "F22", "B21", "B03", "F09"}


def test_both_of_a_pair_are_marked_and_named_alike() -> None:
    for each in regions():
        if each.side is Side.RIGHT:
            other = region(each.code[:3] + "L")
            assert (other.name, other.words) == (each.name, each.words)
            assert (other.pressure, other.soft_tissue) == (each.pressure, each.soft_tissue)


def test_an_unknown_code_is_refused_with_a_sentence() -> None:
    assert not is_region("F99")
    assert not is_region("f17l")
    with pytest.raises(KeyError, match="F99 is not a region of the body map"):
        region("F99")
