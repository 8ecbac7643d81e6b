"""The picture of a body map: every mark by number and in words, and nothing beside the page."""

from itertools import combinations
from math import dist
from xml.etree.ElementTree import Element, fromstring

import pytest

from sgtui.documents.body_map.page import RULE, svg
from sgtui.documents.paper import width_of
from sgtui.domain.body_map.regions import regions
from sgtui.domain.entries.mark_words import mark_words
from tests.documents.a_map import REGISTER, a_map

SVG = "{http://www.w3.org/2000/svg}"
FEW = (
    "bruise, F17L, 3x2cm, purple and yellow, skin not broken, pain: yes. 'I banged it' (resident)",
    "skin tear, F24R, 25x8mm, red. First aid: 'cleaned'",
    "bruise, F17L, 1cm, blue",
    "redness or mark, B09, 4x4cm, red",
)
EVERYWHERE = tuple(f"bruise, {region.code}, 3x2cm" for region in regions())
CROWDED = tuple(f"bruise, F17L, {size}mm" for size in range(1, 13))


def drawn(*marks: str, **said: str) -> Element:
    """The document of a map with these marks, parsed."""
    return fromstring(svg(a_map(*marks, **said), REGISTER))


def read(root: Element) -> str:
    """Everything that can be read on the page."""
    texts = ("".join(text.itertext()) for text in root.iter(f"{SVG}text"))
    return "\n".join(" ".join(text.split()) for text in texts)


@pytest.mark.parametrize("marks", [FEW, EVERYWHERE, CROWDED, ()])
def test_every_mark_stands_there_by_number_and_in_words(marks: tuple[str, ...]) -> None:
    said = read(drawn(*marks)).splitlines()
    assert [line for line in said if line.isdecimal()] != [] or not marks
    for number, mark in enumerate(a_map(*marks).what.marks, start=1):
        assert str(number) in said
        assert f"{number}." in said
        assert mark_words(mark) in said


def test_where_no_mark_was_seen_the_page_says_so() -> None:
    assert "No mark was seen." in read(drawn())


def test_what_is_not_recorded_is_said_and_not_left_out() -> None:
    said = read(drawn("bruise, F17L"))
    assert "Not recorded: size, colour, shape" in said
    assert "During: not recorded. Consent: not recorded." in said


def test_the_page_says_who_looked_when_and_how() -> None:
    said = read(drawn(*FEW, care="washing", consent="agreed", ordinary_care_only="yes"))
    assert "Looked at Sun 22 Nov 2026 14:32 by Joy Okafor, shift leader." in said
    assert "During: washing or bathing. Consent: the person agreed." in said
    assert "Only what ordinary care exposed: yes." in said
    assert "SG-26-K4T7" in said
    assert RULE in said


def test_sides_are_the_persons_own_and_mirrored_on_the_front() -> None:
    placed: dict[str, list[float]] = {}
    for text in drawn(*FEW).iter(f"{SVG}text"):
        if text.text in ("left", "right", "Front", "Back"):
            placed.setdefault(text.text, []).append(float(text.attrib["x"]))
    (front,), (back,) = placed["Front"], placed["Back"]
    in_order = sorted([(x, side) for side in ("left", "right") for x in placed[side]])
    assert [side for _, side in in_order] == ["right", "left", "left", "right"]
    assert in_order[0][0] < front < in_order[1][0] < in_order[2][0] < back < in_order[3][0]


@pytest.mark.parametrize("marks", [FEW, EVERYWHERE, CROWDED])
def test_nothing_stands_beside_the_page(marks: tuple[str, ...]) -> None:
    root = drawn(*marks, retrospective_because="because " * 45)
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    for spot in (*root.iter(f"{SVG}tspan"), *root.iter(f"{SVG}circle")):
        size = float(spot.attrib.get("r", 0))
        x = float(spot.attrib.get("x", spot.attrib.get("cx", "0")))
        y = float(spot.attrib.get("y", spot.attrib.get("cy", "0")))
        assert size <= x <= width - size
        assert size <= y <= height - size
    for shape in root.iter(f"{SVG}polygon"):
        points = [tuple(map(float, pair.split(","))) for pair in shape.attrib["points"].split()]
        assert all(0 <= x <= width and 0 <= y <= height for x, y in points)


def test_no_line_runs_over_the_margin_however_long_a_word_is() -> None:
    root = drawn("bruise, F17L. '" + "W" * 300 + "' (resident)")
    width = float(root.attrib["viewBox"].split()[2])
    for text in root.iter(f"{SVG}text"):
        for line in text.iter(f"{SVG}tspan"):
            words = (line.text or "").strip()
            assert (
                float(line.attrib["x"]) + width_of(words, float(text.attrib["font-size"])) < width
            )
    assert read(root).replace(" ", "").count("W" * 300) == 1


@pytest.mark.parametrize("marks", [FEW, EVERYWHERE, CROWDED])
def test_no_number_stands_upon_another(marks: tuple[str, ...]) -> None:
    discs = [
        (float(one.attrib["cx"]), float(one.attrib["cy"]), float(one.attrib["r"]))
        for one in drawn(*marks).iter(f"{SVG}circle")
    ]
    assert len(discs) == len(marks)
    for one, other in combinations(discs, 2):
        assert dist(one[:2], other[:2]) >= one[2] + other[2]


def test_the_page_grows_with_the_list_and_is_never_less_than_a_sheet() -> None:
    heights = [float(drawn(*marks).attrib["viewBox"].split()[3]) for marks in ((), EVERYWHERE)]
    assert heights[0] == pytest.approx(1188, abs=1)
    assert heights[1] > 3 * heights[0]


def test_text_from_people_is_shown_and_never_obeyed() -> None:
    unkind = '<script>x</script> & "quoted" ]]> \u202eback\x1b[2J'
    root = drawn("bruise, F17L", retrospective_because=unkind)
    assert not list(root.iter(f"{SVG}script"))
    assert '<script>x</script> & "quoted" ]]>' in read(root)
    assert "\x1b" not in svg(a_map("bruise, F17L", retrospective_because=unkind), REGISTER)


def test_the_page_refers_to_nothing_outside_itself() -> None:
    text = svg(a_map(*FEW), REGISTER).replace("http://www.w3.org/2000/svg", "")
    assert "http" not in text
    assert "href" not in text
    assert "url(#" in text
    assert text.count("url(") == text.count("url(#")


def test_readers_of_screens_are_told_the_whole_map() -> None:
    root = drawn(*FEW)
    title, told = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None and "SG-26-K4T7" in (title.text or "")
    assert told is not None and "1. Bruise, person's left forearm (F17L)" in (told.text or "")


def test_only_regions_with_marks_are_shaded() -> None:
    shaded = [
        shape.findtext(f"{SVG}title")
        for shape in drawn(*FEW).iter(f"{SVG}polygon")
        if shape.attrib["fill"].startswith("url")
    ]
    assert sorted(str(name)[-5:] for name in shaded) == ["(B09)", "F17L)", "F24R)"]
