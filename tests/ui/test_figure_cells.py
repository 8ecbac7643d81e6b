"""The figures of the body map as cells: every region can be seen, and the shape is a body."""

import pytest

from sgtui.domain.body_map.regions import View, regions, regions_of
from sgtui.ui.widgets.figure_cells import (
    Cells,
    CloserPart,
    Part,
    closer_cells,
    closer_codes,
    closer_part,
    figure_cells,
)

SIZES = [(20, 20), (32, 32)]


def other(code: str) -> str:
    return code[:3] + {"L": "R", "R": "L", "": ""}[code[3:]]


def whole(cells: Cells, code: str) -> list[tuple[int, int]]:
    return [
        at for at in cells.cells_of(code) if (cell := cells.cell(*at)) and cell.part is Part.FULL
    ]


def silhouette(cells: Cells) -> list[str]:
    letters = {None: " ", Part.FULL: "#", Part.UPPER: "^", Part.LOWER: "_"}
    return [
        "".join(
            letters[cell.part if (cell := cells.cell(x, y)) else None] for x in range(cells.columns)
        )
        for y in range(cells.rows)
    ]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("view", View)
def test_every_region_has_a_whole_cell(view: View, size: tuple[int, int]) -> None:
    cells = figure_cells(view, *size)
    assert [each.code for each in regions_of(view) if not whole(cells, each.code)] == []


@pytest.mark.parametrize("size", [(15, 15), (16, 15), (18, 20), (24, 21), (31, 33), (60, 60)])
@pytest.mark.parametrize("view", View)
def test_at_any_size_every_region_can_be_seen(view: View, size: tuple[int, int]) -> None:
    cells = figure_cells(view, *size)
    assert all(cells.cells_of(each.code) for each in regions_of(view))
    assert (cells.columns, cells.rows) == size


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("view", View)
def test_the_two_halves_mirror_one_another(view: View, size: tuple[int, int]) -> None:
    cells = figure_cells(view, *size)
    for y in range(cells.rows):
        for x in range(cells.columns):
            here, there = cells.cell(x, y), cells.cell(cells.columns - 1 - x, y)
            if here is None or there is None:
                assert here is there
            else:
                assert (other(here.code), here.part) == (there.code, there.part)


@pytest.mark.parametrize("size", SIZES)
def test_a_region_is_in_one_piece(size: tuple[int, int]) -> None:
    for view in View:
        cells = figure_cells(view, *size)
        for each in regions_of(view):
            mine = set(cells.cells_of(each.code))
            found = {min(mine)}
            edge = list(found)
            for x, y in edge:
                beside = {(x + a, y + b) for a in (-1, 0, 1) for b in (-1, 0, 1)} & mine - found
                found |= beside
                edge += beside
            assert found == mine


def test_half_cells_stand_only_at_the_edge_of_the_figure() -> None:
    for view in View:
        cells = figure_cells(view, 32, 32)
        for y in range(32):
            for x in range(32):
                cell = cells.cell(x, y)
                if cell and cell.part is Part.UPPER:
                    assert cells.cell(x, y + 1) is None
                if cell and cell.part is Part.LOWER:
                    assert cells.cell(x, y - 1) is None


def test_a_person_is_seen_at_20_by_20() -> None:
    assert silhouette(figure_cells(View.FRONT, 20, 20)) == [
        "       _####_       ",
        "       ######       ",
        "       ######       ",
        "        ^##^        ",
        "     ____##____     ",
        "    ############    ",
        "   ##############   ",
        "   ## ######## ##   ",
        "  ##^ ######## ^##  ",
        "  ##  ########  ##  ",
        " ##  _########_  ## ",
        " ##  ##########  ## ",
        "_##  ####^^####  ##_",
        " #^  ^###  ###^  ^# ",
        "      ###  ###      ",
        "      ###  ###      ",
        "      ###  ###      ",
        "      ##    ##      ",
        "      ##    ##      ",
        "     ^##    ##^     ",
    ]


def test_outside_the_grid_there_is_nothing() -> None:
    cells = figure_cells(View.FRONT, 20, 20)
    assert cells.cell(-1, 5) is cells.cell(20, 5) is cells.cell(9, -1) is cells.cell(9, 20) is None
    assert cells.cells_of("B01") == ()


def test_numbers_stand_in_their_region_with_a_gap_where_there_is_room() -> None:
    cells = figure_cells(View.FRONT, 20, 20)
    assert cells.label_cells("F12", 3) == ((7, 9), (9, 9), (11, 9))
    for each in regions_of(View.FRONT):
        (at,) = cells.label_cells(each.code, 1)
        assert at in cells.cells_of(each.code)


def test_numbers_of_two_digits_have_two_columns_where_there_are_two() -> None:
    for size in SIZES:
        for view in View:
            cells = figure_cells(view, *size)
            for each in regions_of(view):
                mine = set(whole(cells, each.code))
                ((x, y),) = cells.label_cells(each.code, 1, width=2)
                assert (x, y) in mine
                roomy = any((a + 1, b) in mine for a, b in mine)
                assert ((x + 1, y) in mine) == roomy


def test_numbers_are_never_upon_one_another_and_no_more_than_fit() -> None:
    cells = figure_cells(View.BACK, 20, 20)
    for each in regions_of(View.BACK):
        for width in (1, 2):
            places = cells.label_cells(each.code, 9, width=width)
            assert len(set(places)) == len(places) <= len(cells.cells_of(each.code))
    assert cells.label_cells("B11L", 9) == tuple(whole(cells, "B11L"))
    assert cells.label_cells("B04", 0) == ()


def test_each_closer_view_shows_its_regions_and_no_others() -> None:
    for part in CloserPart:
        for size in ((20, 20), (32, 30)):
            cells = closer_cells(part, *size)
            shown = {cell.code for x in range(size[0]) for y in range(size[1])
                     if (cell := cells.cell(x, y))}  # fmt: skip
            assert shown == set(closer_codes(part))
            assert all(closer_part(code) is part for code in shown)


def test_a_closer_view_is_larger_than_the_figure() -> None:
    figures = {view: figure_cells(view, 20, 20) for view in View}
    for each in regions():
        part = closer_part(each.code)
        if part is not None:
            near = closer_cells(part, 20, 20).cells_of(each.code)
            assert len(near) > 2 * len(figures[each.view].cells_of(each.code))


def test_what_is_large_enough_has_no_closer_view() -> None:
    assert closer_part("F21R") is closer_part("B08") is None
    assert closer_part("F19L") is CloserPart.HAND_LEFT_FRONT
    assert closer_part("F02L") is CloserPart.FACE
