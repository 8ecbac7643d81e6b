"""A body map within a document: the figures, the list that is the record, what changed since."""

from xml.etree.ElementTree import fromstring

from sgtui.documents.body_map.blocks import map_blocks, picture
from sgtui.documents.model import Heading, Paragraph, Picture, Points, Table
from sgtui.domain.body_map.compare import compare
from sgtui.domain.entries.mark_words import mark_words_fully
from sgtui.services.body_map import Compared
from tests.documents.a_map import REGISTER, a_map

MARKS = ("bruise, F17L, 3x2cm, purple", "redness or mark, B09, 4x4cm, red")
SVG = "{http://www.w3.org/2000/svg}"


def test_the_list_is_the_record_and_says_what_is_not_recorded() -> None:
    mapped = a_map(*MARKS)
    (table,) = [b for b in map_blocks(mapped, REGISTER, 1, ()) if isinstance(b, Table)]
    assert [row[0] for row in table.rows] == [1, 2]
    assert [row[1] for row in table.rows] == [mark_words_fully(m) for m in mapped.what.marks]


def test_the_picture_is_two_figures_in_grey_with_the_numbers_of_the_list() -> None:
    root = fromstring(picture(a_map(*MARKS)).svg)
    shown = ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]
    assert {"Front", "Back", "1", "2"} <= set(shown)
    colours = {e.attrib[a] for e in root.iter() for a in ("fill", "stroke") if a in e.attrib}
    for colour in colours - {"none"}:
        assert colour.startswith("url(") or len({colour[1:3], colour[3:5], colour[5:7]}) == 1


def test_nothing_of_it_stands_beside_its_canvas() -> None:
    root = fromstring(picture(a_map(*MARKS)).svg)
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    for shape in root.iter(f"{SVG}polygon"):
        points = [tuple(map(float, pair.split(","))) for pair in shape.attrib["points"].split()]
        assert all(0 <= x <= width and 0 <= y <= height for x, y in points)
    for text in root.iter(f"{SVG}text"):
        assert float(text.attrib["y"]) - float(text.attrib["font-size"]) * 0.8 > 0
        assert float(text.attrib["y"]) < height


def test_whoever_does_not_see_it_is_told_where_each_number_stands() -> None:
    told = picture(a_map(*MARKS))
    assert told.lines == ("Front: mark 1, person's left forearm.", "Back: mark 2, sacrum.")
    assert "Left and right are the person's own." in told.alternative
    none = picture(a_map())
    assert none.lines == ("Front: no mark.", "Back: no mark.")


def test_a_map_without_marks_says_that_none_was_seen() -> None:
    (table,) = [b for b in map_blocks(a_map(), REGISTER, 1, ()) if isinstance(b, Table)]
    assert (table.rows, table.empty) == ((), "No mark was seen.")


def test_what_changed_since_the_map_before_follows_it() -> None:
    earlier, later = a_map(*MARKS), a_map(MARKS[0])
    compared = Compared(earlier, later, compare(earlier.what, later.what))
    blocks = list(map_blocks(later, REGISTER, 2, [compared]))
    assert isinstance(blocks[0], Heading) and isinstance(blocks[2], Picture)
    assert blocks[-2] == Paragraph("Since the map of Sun 22 Nov 2026 14:32:", "strong")
    last = blocks[-1]
    assert isinstance(last, Points)
    assert any("Gone: mark 2 of that map" in point for point in last.points)
