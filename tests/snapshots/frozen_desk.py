"""The desk over the demo home at one moment that never passes, for snapshots and pictures."""

import asyncio
import re
import shutil
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from textual.pilot import Pilot

from sgtui import wiring
from sgtui.services.case import case_id_of
from sgtui.services.demo.home import id_of
from sgtui.services.first_run import FirstRun
from sgtui.services.links import link_cases
from sgtui.ui.app import SgtuiApp
from sgtui.ui.loaded import Loaded
from sgtui.ui.screens.body_map.answers import MapAnswers, MarkAnswers
from sgtui.ui.screens.concern import ConcernScreen
from sgtui.ui.screens.concern_rows import MapLine, StillNeeded
from sgtui.ui.screens.queue import QueueScreen
from sgtui.ui.screens.set_up import SetUpScreen
from sgtui.ui.screens.sign_in import SignInScreen
from sgtui.ui.session import Session
from sgtui.ui.theme import DARK
from sgtui.ui.widgets.choice_row import ChoiceRow
from sgtui.ui.widgets.picker import Picker
from sgtui.ui.widgets.row_list import RowList
from sgtui.ui.widgets.story import Story
from sgtui.ui.widgets.time_field import TimeField

NOW = datetime(2026, 11, 22, 14, 32, tzinfo=UTC)
"""A Sunday afternoon in winter: London keeps UTC, and the duty desk is shut."""

PRINTED = Path("Documents", "sgtui")
"""Where printed files would go; no picture prints one."""

Act = Callable[[Pilot[Any]], Awaitable[None]]
"""What a person does before the screen is looked at."""

_LINKS = re.compile(r"@font-face\s*\{.*?\}\s*|<!--.*?-->\s*", re.DOTALL)
_FONTS = 'Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace'


def now() -> datetime:
    """The frozen moment."""
    return NOW


def make_home(folder: Path) -> Path:
    """The demo home at the frozen moment; the path of its file."""
    path = folder / "rosewood.sgtui"
    wiring.make_demo(wiring.url_of(path), now=NOW)
    return path


def copied(home: Path, folder: Path) -> Path:
    """A copy of a home in a folder: what is typed and kept there stands in no other."""
    copy = folder / home.name
    for suffix in ("", ".keys"):
        shutil.copy(f"{home}{suffix}", f"{copy}{suffix}")
    return copy


def plain_svg(svg: str) -> str:
    """A screen as a picture that loads nothing: without fonts of the web, without chance ids.

    Blanks at the start of a text are kept, which some viewers drop otherwise.
    """
    without = _LINKS.sub("", svg)
    named = re.sub(r"font-family: [^;}]*(;?)", rf"font-family: {_FONTS}\1", without)
    spaced = named.replace("<svg ", '<svg xml:space="preserve" ', 1)
    return re.sub(r"\bterminal-\d+-", "terminal-", spaced)


class FrozenApp(SgtuiApp):
    """The desk, whose pictures load nothing."""

    def export_screenshot(self, **options: Any) -> str:
        """The screen as a plain picture."""
        return plain_svg(super().export_screenshot(**options))


@dataclass(frozen=True)
class FrozenDesk:
    """The desk of one demo home."""

    home: Path

    def app(self, theme: str = DARK, *, ascii_only: bool = False) -> SgtuiApp:
        """The app on the queue, with the shift leader signed in."""

        def load() -> Loaded:
            session = self._session(app, demo=True)
            session.desk = session.door.sign_in_to_demo() if session.door else None
            return session.loaded(lambda: app.screens["queue"]())

        app = FrozenApp(load, theme=theme, ascii_only=ascii_only)
        return app

    def door(self) -> SgtuiApp:
        """The app where somebody signs in, as in a home that is not invented."""

        def load() -> Loaded:
            session = self._session(app, demo=False)
            return session.loaded(lambda: SignInScreen(session))

        app = FrozenApp(load)
        return app

    def _session(self, app: SgtuiApp, *, demo: bool) -> Session:
        door = wiring.open_door(wiring.url_of(self.home), now)
        return Session(app, door, demo=demo, press=wiring.press(), reports_folder=PRINTED)


def set_up(folder: Path) -> SgtuiApp:
    """The app where nothing is yet: a home is set up in this folder."""

    def load() -> Loaded:
        session = Session(app, None)
        url = wiring.url_of(folder / "new.sgtui")

        def make(said: FirstRun, passphrase: str) -> wiring.NewHome:
            return wiring.set_up_home(url, said, passphrase, now)

        return session.loaded(lambda: SetUpScreen(session, make))

    app = FrozenApp(load)
    return app


def shell(pilot: Pilot[Any]) -> SgtuiApp:
    """The app, by its own type."""
    assert isinstance(pilot.app, SgtuiApp)
    return pilot.app


async def settled(pilot: Pilot[Any]) -> None:
    """Wait until reads and writes have ended and are drawn."""
    for _ in range(3):
        await pilot.app.workers.wait_for_complete()
        while shell(pilot).writes.under_way:
            await pilot.pause()
        await pilot.pause()
        await pilot.pause()


def keys(*pressed: str) -> Act:
    """Key after key, each with everything that it starts."""

    async def act(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        for key in pressed:
            await pilot.press(key)
            await settled(pilot)

    return act


def on_case(reference: str, name: str, *given: object) -> Act:
    """A screen of one case, by its registered name."""

    async def act(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        case_id = await asyncio.to_thread(_case_id, pilot, reference)
        shell(pilot).open_screen(name, case_id, *given)
        await settled(pilot)

    return act


def opened(name: str) -> Act:
    """A screen by its registered name."""

    async def act(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        shell(pilot).open_screen(name)
        await settled(pilot)

    return act


def report(name: str) -> Act:
    """A report read on the screen."""

    async def act(pilot: Pilot[Any]) -> None:
        await opened("reports")(pilot)
        pilot.app.screen.query_one("#sorts", RowList).stand_on(name)
        await keys("enter")(pilot)

    return act


def linked(first: str, second: str, then: Act) -> Act:
    """Two cases are linked before a person looks."""

    async def act(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        queue = pilot.app.screen
        assert isinstance(queue, QueueScreen)
        case_id = await asyncio.to_thread(_case_id, pilot, first)
        await asyncio.to_thread(link_cases, queue.desk, case_id, second, "The same night")
        await then(pilot)

    return act


def _case_id(pilot: Pilot[Any], reference: str) -> UUID:
    queue = pilot.app.screen
    assert isinstance(queue, QueueScreen)
    return case_id_of(queue.desk, reference)


@dataclass(frozen=True)
class Said:
    """What stands in a filled concern form; empty where it says nothing."""

    room: str
    what: tuple[str, ...]
    safe: str
    when: str = ""
    where: tuple[str, ...] = ()
    story: str = ""
    done: tuple[str, ...] = ()
    marks: tuple[MarkAnswers, ...] = ()


BRUISE = Said(
    room="12",
    what=("physical",),
    safe="unsafe_controlled",
    when="-2h",
    where=("bedroom",),
    story='Bruise on her left forearm, seen while dressing. She said "I banged it" '
    "and looked away.",
    done=("gp_or_111", "stayed_with"),
    marks=(
        MarkAnswers(
            region="F17L",
            kind="bruise",
            size="3x2",
            colours=("purple", "yellow"),
            signs={"skin_broken": "no", "pain": "yes"},
            explanation="I banged it",
            explained_by="resident",
        ),
        MarkAnswers(region="B21L", kind="bruise", size="15x10mm", colours=("purple",)),
        MarkAnswers(region="F04R", kind="scratch", size="8mm", signs={"scab": "yes"}),
    ),
)
DESPAIR = Said(room="14", what=("self_neglect",), safe="unsafe_uncontrolled")


def concern(said: Said) -> Act:
    """The concern form, filled in and kept as a draft."""

    async def act(pilot: Pilot[Any]) -> None:
        await keys("f2")(pilot)
        form = pilot.app.screen
        assert isinstance(form, ConcernScreen)
        form.query_one("#who", Picker).value = str(id_of("person", said.room))
        form.query_one("#what", ChoiceRow).values = said.what
        form.query_one("#safe", ChoiceRow).values = (said.safe,)
        form.query_one("#when", TimeField).value = said.when
        form.query_one("#where", ChoiceRow).values = said.where
        form.query_one("#story", Story).text = said.story
        form.query_one("#done", ChoiceRow).values = said.done
        form.query_one("#map", MapLine).answers = MapAnswers(marks=said.marks)
        form.set_focus(form.query_one("#story", Story))
        while not form.query_one(StillNeeded).kept:
            await pilot.pause()
        await settled(pilot)

    return act
