"""The reports' screens on the small home, with a press that goes on only as it is let."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path
from threading import Event

from sgtui.services.desk import Desk
from sgtui.services.refusals import NoSuchCase
from sgtui.services.reports import Asked, Format
from sgtui.services.work import Work
from sgtui.ui.app import SgtuiApp
from sgtui.ui.loaded import Loaded, MakeScreen
from sgtui.ui.paperwork import News, Paperwork
from sgtui.ui.screens.case import CaseScreen
from sgtui.ui.screens.desk_screen import DeskScreen
from sgtui.ui.screens.report import ReportScreen
from sgtui.ui.screens.reports import ReportsScreen
from sgtui.ui.widgets.title_line import TitleFacts
from tests.ui.case_fixture import CaseHome
from tests.ui.desk_fixture import EXPLANATIONS


@dataclass
class SlowPress:
    """Makes so many pieces of so many lines; at piece `held_at` it waits until it is let go on."""

    pieces: int = 3
    lines: int = 10
    held_at: int = -1
    refuses: bool = False
    go_on: Event = field(default_factory=Event)
    asked: list[tuple[str, Asked]] = field(default_factory=list)
    made: int = 0
    """Pieces that were made."""

    def read(self, desk: Desk, name: str, asked: Asked, work: Work) -> Iterator[str]:
        """Line after line, with one word in each hundredth."""
        assert desk.author
        self.asked.append((name, asked))
        if self.refuses:
            raise NoSuchCase("No case has that reference.")
        work.begin(self.pieces)
        for piece in range(self.pieces):
            if piece == self.held_at:
                self.go_on.wait(20)
            for line in range(self.lines):
                number = piece * self.lines + line + 1
                yield f"{name} line {number}{' needle' if number % 100 == 0 else ''}"
            self.made = piece + 1
            work.step()

    def print_to(
        self, desk: Desk, name: str, asked: Asked, form: Format, into: Path, work: Work
    ) -> tuple[Path, ...]:
        """One file, once every line is made."""
        lines = list(self.read(desk, name, asked, work))
        file = into / f"{name}.{form.value}"
        file.write_text("\n".join(lines), encoding="utf-8")
        return (file,)


@dataclass
class ReportDesk:
    """The app on the reports, or on the case with the reports behind P."""

    home: CaseHome
    press: SlowPress
    folder: Path

    def __post_init__(self) -> None:
        """An hour has passed since the concern was recorded."""
        self.home.home.now += timedelta(hours=1)

    def app(self, first: str = "reports", *given: object, **more: MakeScreen) -> SgtuiApp:
        """The app, opened on a screen."""
        desk = self.home.desk

        def load() -> Loaded:
            self.paperwork = Paperwork(app, self.press, self.folder, EXPLANATIONS, demo=True)
            self.paperwork.tell = partial(_say, app)
            screens: Mapping[str, MakeScreen] = {
                "case": partial(CaseScreen, desk),
                "reports": partial(ReportsScreen, desk, paperwork=self.paperwork),
                "report": partial(ReportScreen, desk, paperwork=self.paperwork),
                **more,
            }
            facts = TitleFacts("Rosewood House", "Sun 22 Nov 14:32", "J Okafor", "live")
            return Loaded(
                partial(screens[first], *given), screens, EXPLANATIONS, facts,
                close=self.paperwork.finish,
            )  # fmt: skip

        app = SgtuiApp(load)
        return app


def _say(app: SgtuiApp, news: News) -> None:
    assert isinstance(app.screen, DeskScreen)
    app.screen.say(news.sentence, news.kind)


def said(app: SgtuiApp) -> str:
    """The status line."""
    from sgtui.ui.widgets.status_line import StatusLine

    return app.screen.query_one(StatusLine).message.plain
