"""The top line: where, when, who, and how old what is shown is."""

from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.text import Text
from textual.geometry import Region
from textual.reactive import reactive
from textual.widget import Widget

from sgtui.domain.text import display_line
from sgtui.ui import words
from sgtui.ui.widgets.changed_cells import changed_cells


@dataclass(frozen=True)
class TitleFacts:
    """What the title line says; the moment comes ready in words."""

    service: str = words.PRODUCT
    moment: str = ""
    person: str = ""
    age: str = ""
    """`live`, or the age of the data in words."""
    demo: bool = False


class TitleLine(Widget):
    """One line: service, screen, time, person, and `live` or the age of the data.

    Where that is too wide, what the person is gives way before the name of the screen does.
    """

    DEFAULT_CSS = """
    TitleLine {
        height: 1;
        background: $panel;
        color: $foreground;
        text-style: bold;
    }
    TitleLine.stale { color: $warning; text-style: bold reverse; }
    """

    facts: reactive[TitleFacts] = reactive(TitleFacts(), repaint=False)
    """What is said; setting it repaints the cells that change and lays nothing out."""

    heading: reactive[str] = reactive("")
    """The name of the screen, after the service."""

    def watch_facts(self, before: TitleFacts, facts: TitleFacts) -> None:
        """Make data that is not live stand out, and repaint what changed."""
        self.set_class(facts.age not in ("", words.LIVE), "stale")
        cells = changed_cells([(self._line(before), "")], [(self._line(facts), "")])
        if cells is not None:
            first, last = cells
            self.refresh(Region(first, 0, last - first, 1))

    def render(self) -> Text:
        """The parts, spread over the width."""
        return Text(self._line(self.facts), no_wrap=True, overflow="crop", end="")

    def _line(self, facts: TitleFacts) -> str:
        between = " - " if self.app.has_class("-ascii") else " · "
        left = between.join(filter(None, (display_line(facts.service), self.heading)))
        person = display_line(facts.person)
        room = self.size.width - 3
        right = _together(facts.moment, person, facts.age)
        if cell_len(left) + cell_len(right) > room:
            right = _together(facts.moment, person.partition(", ")[0], facts.age)
        return f" {set_cell_size(left, max(room - cell_len(right), 0))} {right} "


def _together(*parts: str) -> str:
    return "  ".join(filter(None, parts))


class DemoBanner(Widget):
    """One line over everything in a demo, so that nobody takes it for the record."""

    DEFAULT_CSS = """
    DemoBanner {
        height: 1;
        background: $warning;
        color: $background;
        text-style: bold;
        text-align: center;
        display: none;
    }
    DemoBanner.shown { display: block; }
    DemoBanner:ansi { background: $background; color: $foreground; text-style: bold reverse; }
    DemoBanner:nocolor { text-style: bold reverse; }
    """

    def render(self) -> Text:
        """The banner's one sentence."""
        return Text(words.DEMO_BANNER, no_wrap=True, end="")
