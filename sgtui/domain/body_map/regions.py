"""The regions of the body map: 82 places on a front and a back view, each with its outline."""

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from typing import Any

from sgtui.domain.body_map import geometry
from sgtui.domain.body_map.geometry import Point
from sgtui.domain.body_map.shares import places_apart
from sgtui.domain.labelled import Labelled

WIDTH = 200
"""The width of each view's canvas; the midline of the body stands at half of it."""
HEIGHT = 400
"""The height of each view's canvas, from the top of the head down to the soles."""


class View(Labelled):
    """The two figures of a body map."""

    FRONT = "front", "Front"
    BACK = "back", "Back"


class Side(Labelled):
    """The person's own left or right, never the reader's."""

    LEFT = "left", "Left"
    RIGHT = "right", "Right"
    MIDDLE = "middle", "Middle"


@dataclass(frozen=True)
class Region:
    """One place on the body. Equal codes mean the same place on every map ever drawn."""

    code: str
    name: str
    """What the place is called, without its side: "forearm"."""
    spoken: str
    """What is said and written as evidence: "person's left forearm"."""
    side: Side
    view: View
    outline: tuple[Point, ...]
    """Its corners on the canvas of its view, in order, not closed."""
    words: tuple[str, ...]
    """Other words people look for it by."""
    pressure: bool
    """A pressure area: bone close under the skin that is lain or sat upon."""
    soft_tissue: bool
    """A place a fall seldom hurts, where a mark is worth a question."""

    @cached_property
    def bounds(self) -> tuple[float, float, float, float]:
        """The box round it: left, top, right, bottom."""
        return geometry.bounds(self.outline)

    @cached_property
    def centre(self) -> Point:
        """A point well inside it, where a number can stand."""
        return geometry.well_inside(self.outline)


@cache
def regions() -> tuple[Region, ...]:
    """Every region: front before back, from head to foot, right before left."""
    return tuple(_region(given) for given in _file()["region"])


def region(code: str) -> Region:
    """The region with that code, written as in the scheme (F17L). KeyError for any other."""
    try:
        return _by_code()[code]
    except KeyError:
        raise KeyError(f"{code} is not a region of the body map.") from None


def is_region(code: str) -> bool:
    """Whether a code names a region, written as in the scheme (F17L)."""
    return code in _by_code()


@cache
def figure(view: View) -> tuple[Point, ...]:
    """The silhouette of a view: the outline of all its regions together."""
    found = next(given for given in _file()["figure"] if given["view"] == view.value)
    return _points(found["outline"])


@cache
def regions_of(view: View) -> tuple[Region, ...]:
    """The regions of one view, in the order of `regions`."""
    return tuple(region for region in regions() if region.view is view)


def neighbours(code: str) -> frozenset[str]:
    """The codes of the regions that share an edge with one. KeyError for any other code."""
    return _neighbours()[region(code).code]


@cache
def _neighbours() -> dict[str, frozenset[str]]:
    sharing: dict[tuple[View, frozenset[Point]], set[str]] = defaultdict(set)
    for each in regions():
        for edge in geometry.edges(each.outline):
            sharing[each.view, frozenset(edge)].add(each.code)
    found: dict[str, set[str]] = {each.code: set() for each in regions()}
    for codes in sharing.values():
        for code in codes:
            found[code] |= codes - {code}
    return {code: frozenset(beside) for code, beside in found.items()}


@cache
def _by_code() -> dict[str, Region]:
    return {region.code: region for region in regions()}


@cache
def _file() -> dict[str, Any]:
    file = resources.files("sgtui.domain.body_map") / "regions.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _region(given: Mapping[str, Any]) -> Region:
    return Region(
        code=given["code"],
        name=given["name"],
        spoken=given["spoken"],
        side=Side.of(given["side"]),
        view=View.of(given["view"]),
        outline=_points(given["outline"]),
        words=tuple(given["words"].split()),
        pressure=given.get("pressure", False),
        soft_tissue=given.get("soft_tissue", False),
    )


def _points(written: str) -> tuple[Point, ...]:
    """The points of an outline as SVG writes them: "80,0 120,0"."""
    pairs = (pair.split(",") for pair in written.split())
    return tuple((float(x), float(y)) for x, y in pairs)


@cache
def label_points(region: Region, count: int) -> tuple[Point, ...]:
    """Where `count` numbers stand inside a region, in reading order, none upon another."""
    return (region.centre,) * count if count <= 1 else places_apart(region.outline, count)
