"""Routes, patterns and the way outside are read from the file, or each fault told at its line."""

import pytest

from sgtui.domain.flowchart import draw
from sgtui.domain.ladder import Ladder
from sgtui.domain.ladder_file import Fault, LadderRefused, read_ladder, shipped, shipped_text

HEAD = """[ladder]
id = "Town"
version = "Town-1"
extends = "ENG-default-1"
jurisdiction = "ENG"
authority = "Town Council"
source_title = "Town SAB procedures"
source_checked_on = 2026-11-01
review_by = 2027-05-01
"""
CHILDREN = """
[[route]]
name = "Children"
when = [{ case_kinds = ["child"] }, { categories = ["sexual"], risks = ["high"] }]
refer_to = "mash"
urgent = "edt"
source = "Town, 2"
"""
ALL = """
[[route]]
name = "Everybody else"
refer_to = "duty_desk"
source = "Town, 3"
"""
PATTERN = """
[[pattern]]
name = "Falls"
counts = "low_level"
same = "person"
amount = 2
days = 28
proposes = "Look at the falls together"
source = "Town, 4"
"""
OUTSIDE = """
[outside]
contact_points = ["regulator"]
script = "I work at {home}."
source = "Town, 5"
"""


@pytest.fixture(name="base")
def _base() -> Ladder:
    found = shipped("ENG-default-1")
    assert found is not None
    return found


def refused(text: str) -> list[Fault]:
    with pytest.raises(LadderRefused) as error:
        read_ladder(HEAD + text, "town.toml")
    return list(error.value.faults)


def test_what_a_file_leaves_out_it_has_from_the_ladder_it_extends(base: Ladder) -> None:
    town = read_ladder(HEAD, "town.toml")
    assert (town.routes, town.patterns, town.outside) == (base.routes, base.patterns, base.outside)
    assert base.routes and base.outside


def test_what_it_gives_takes_the_place_of_theirs_whole() -> None:
    town = read_ladder(HEAD + CHILDREN + ALL + PATTERN + OUTSIDE, "town.toml")
    assert [route.name for route in town.routes] == ["Children", "Everybody else"]
    assert [rule.name for rule in town.patterns] == ["Falls"]
    assert town.outside is not None and town.outside.contact_points == ("regulator",)


@pytest.mark.parametrize(
    ("text", "line", "where", "words"),
    [
        (CHILDREN.replace('"mash"', '"mahs"'), 14, "route 1, refer_to", 'did you mean "mash"?'),
        (ALL.replace('name = "Everybody else"\n', ""), 11, "route 1, name", "name is missing"),
        (ALL + CHILDREN, 16, "route 2", "route 1 fits every case"),
        (CHILDREN.replace('"child"', '"chlid"'), 13, "route 1, when 1, case_kinds", '"child"'),
        (CHILDREN.replace("risks", "risk"), 13, "route 1, when 2, risk", "key of a when"),
        (PATTERN.replace("amount = 2", "amount = 1"), 15, "pattern 1, amount", "below 2"),
        (PATTERN.replace('"low_level"', '"linked"'), 14, "pattern 1, same", "leave same out"),
        (PATTERN + 'leads_to = "coordinate"\n', 19, "pattern 1, leads_to", "only propose"),
        (OUTSIDE.replace("{home}", "{town}"), 13, "outside, script", "{person}"),
        (OUTSIDE.replace('"regulator"', '"regulater"'), 12, "outside, contact_points", "regulator"),
        (OUTSIDE.replace('["regulator"]', "[]"), 12, "outside, contact_points", "empty"),
    ],
)
def test_each_fault_is_told_once_at_its_line(text: str, line: int, where: str, words: str) -> None:
    [fault] = refused(text)
    assert (fault.line, fault.where) == (line, where)
    assert words in fault.sentence


def test_a_table_written_as_something_else_is_told_how_it_is_written() -> None:
    head, _, rest = HEAD.partition("[ladder]")
    for text in ("route = 3\n", "pattern = { a = 1 }\n", "outside = 3\n"):
        with pytest.raises(LadderRefused) as error:
            read_ladder(f"{head}{text}[ladder]{rest}", "town.toml")
        assert [fault.line for fault in error.value.faults] == [1]


def test_a_ladder_of_its_own_says_where_to_turn_outside() -> None:
    alone = shipped_text("ENG-default-1").partition("[outside]")[0]
    with pytest.raises(LadderRefused, match="there is no .outside.; say where to turn"):
        read_ladder(alone, "town.toml")


def test_a_condition_of_a_clock_is_read_and_its_fault_told() -> None:
    clock = """
[[stage]]
code = "L6a"
[[stage.clock]]
duty = "notification"
notification = "lado"
when = [{ circumstances = ["works_with_childen"] }]
amount = 1
unit = "working_days"
"""
    [fault] = [one for one in refused(clock) if "circumstances" in one.where]
    assert (fault.line, fault.where) == (16, "stage L6a, clock 1, when 1, circumstances")
    assert 'did you mean "works_with_children"?' in fault.sentence


def test_the_drawing_ends_with_where_a_case_is_referred() -> None:
    lines = draw(read_ladder(HEAD + CHILDREN + ALL + OUTSIDE, "town.toml"), ascii=True)
    assert lines[-4:] == [
        "Child; or Sexual, and High: Multi-agency hub (MASH); cannot wait: Emergency",
        "duty team",
        "Every other case: Duty desk",
        "Nobody inside is left: Regulator",
    ]
