"""SC1 on a later day: the next look is a map of its own, and the two are read side by side."""

from typing import Any

from tests.scenarios.rosewood import Desk, Rosewood

REFERENCE = "SG-26-K4T7"
"""Ada Vale's unexplained bruise, mapped three days ago: forearm, underarm and sacrum."""


def test_a_later_look_is_compared_with_the_one_before(rosewood: Rosewood) -> None:
    (before,) = rosewood.show(REFERENCE)["body_maps"]
    assert len(before["marks"]) == 3
    with rosewood.desk("Joy Okafor") as joy:
        joy.find(REFERENCE)
        joy.press("f5")
        joy.sees("Ada Vale, Rm 12", "3 body maps, 3 cases", "this case")
        joy.press("f5")
        joy.sees("No mark yet.")
        _marked(joy)
        assert joy.save() == REFERENCE
        joy.sees("4 body maps, 3 cases")
        joy.press("c")
        joy.sees("EARLIER", "LATER", "1 new, 2 gone, 1 changed")
        joy.sees("size 30 x 20 mm -> 20 x 20 mm; colour purple -> yellow")
    _holds(rosewood)


def _marked(joy: Desk) -> None:
    """The forearm again, smaller and yellow, and something new behind the right hand."""
    joy.type("f17l1")
    joy.sees("Mark 1")
    joy.type("2x2")
    joy.press("enter")
    joy.type("7")
    joy.sees("[7 Yellow]")
    joy.press("escape")
    joy.sees("MARKS  1")
    joy.type("back hand r5")
    joy.sees("Mark 2: Skin tear, back of person's right hand (B15R)")
    joy.press("escape")
    joy.sees("MARKS  2")


def _holds(rosewood: Rosewood) -> None:
    shown = rosewood.show(REFERENCE)
    earlier, later = shown["body_maps"]
    assert len(earlier["marks"]) == 3, "an old map is never added to"
    assert [mark["region"] for mark in later["marks"]] == ["F17L", "B15R"]
    found = _changes(shown, later["entry"])
    assert found == {("F17L", "changed"), ("B15R", "new"), ("B21L", "gone"), ("B09", "gone")}
    told = rosewood.run("show", REFERENCE, "--text").stdout
    assert "size 30 x 20 mm -> 20 x 20 mm" in told
    assert "1. Bruise, person's left forearm (F17L), 20 x 20 mm, yellow" in told
    assert rosewood.run("verify").returncode == 0


def _changes(shown: dict[str, Any], entry: int) -> set[tuple[str, str]]:
    """Region and what became of it, on the map that is that entry."""
    (since,) = [one for one in shown["body_map_changes"] if one["entry"] == entry]
    return {(change["region"], change["change"]) for change in since["changes"]}
