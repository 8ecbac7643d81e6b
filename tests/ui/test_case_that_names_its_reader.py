"""A case that names whoever is signed in is not shown, and goes from the screen when it does."""

from pathlib import Path

from sgtui.domain.entries import make_payload
from sgtui.services.record import new_entry, record
from sgtui.ui.screens.case import CaseScreen
from tests.ui.case_fixture import CaseHome, at, case_home, settled
from tests.ui.desk_fixture import JOY, RUTH

SENTENCE = "You are named in this case, so it is not shown to you."


def name_the_reader(home: CaseHome) -> None:
    """Ruth writes down that Joy, who sits at the desk, has a conflict of interest."""
    said = {"name": "Joy Okafor", "involvement": "conflicted", "staff": JOY}
    payload = make_payload({"kind": "person_involved", **said})
    record(home.of(RUTH), home.case_id, [new_entry(payload, home.home.now)])


def drawn(screen: object) -> str:
    """Every word on the screen."""
    assert isinstance(screen, CaseScreen)
    return "\n".join(
        "".join(segment.text for segment in strip) for strip in screen._compositor.render_strips()
    )


async def test_it_does_not_open(tmp_path: Path) -> None:
    home = case_home(tmp_path)
    name_the_reader(home)
    app = home.app("case")
    async with at(app):
        words = drawn(app.screen)
        assert SENTENCE in words
        assert "Ada Vale" not in words
        assert "shouts" not in words


async def test_it_goes_from_the_screen_of_somebody_who_is_named_meanwhile(tmp_path: Path) -> None:
    home = case_home(tmp_path)
    app = home.app("case")
    async with at(app) as pilot:
        assert "Ada Vale" in drawn(app.screen)
        name_the_reader(home)
        assert isinstance(app.screen, CaseScreen)
        app.screen.read()
        await settled(pilot)
        words = drawn(app.screen)
        assert SENTENCE in words
        assert "Ada Vale" not in words
        assert "shouts" not in words
        await pilot.press("f4")
        await settled(pilot)
        assert isinstance(app.screen, CaseScreen)
