"""The lists of the register: choosing one by its digit, finding in it, more about a line."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult

from sgtui.ui import words
from sgtui.ui.commands import Command
from sgtui.ui.screens.desk_screen import DeskScreen
from sgtui.ui.screens.register_sections import SECTIONS, Section, Seen
from sgtui.ui.widgets.candidates import folded
from sgtui.ui.widgets.row_list import Piece, Row, RowList
from sgtui.ui.widgets.sheet import Sheet
from sgtui.ui.widgets.text_line import TextLine

COMMANDS = (
    Command("register.add", "a", "Add", "Add one (A)",
            "Opens an empty form for this list.", "add", "lists", words=("new", "resident")),
    Command("register.open", "o", "Change", "Open it, to read or change it (O or Enter)",
            "Opens the highlighted line as a form.", "open_row", "lists",
            words=("enter", "edit", "correct", "phone", "room", "moved")),
    Command("register.passphrase", "p", "Passphrase", "Give a passphrase, so that they can sign in",
            "The person types a passphrase of their own at this desk.", "passphrase", "lists",
            words=("sign in", "password", "login", "forgotten")),
    Command("register.left", "f9", "Has left", "Has left, or is back",
            "Somebody who left signs in, owns and decides nothing any more. Asks why.", "left",
            words=("leaver", "gone", "resigned", "back", "remove")),
    Command("register.off", "delete", "Take off", "Take this turn off the rota (Del)",
            "Whoever it was is not on call then any more. Asks first.", "take_off", "lists",
            words=("on call", "rota", "swap", "remove")),
    Command("register.find", "slash", "Search", "Search in this list",
            "Type part of a name or room; Enter goes to the list.", "find", "lists",
            words=("find",)),
    *(
        Command(f"register.{number}", str(number), "", f"List: {section.title}",
                f"Lists {section.title.lower()}.", f"section({number})", "lists",
                words=("section",))
        for number, section in enumerate(SECTIONS, start=1)
    ),
)  # fmt: skip


class RegisterList(DeskScreen):
    """One of the lists at a time. A subclass reads the register and acts on a line."""

    DEFAULT_CSS = """
    RegisterList #typed { display: none; width: 40; }
    RegisterList.finding #typed { display: block; }
    RegisterList #listed { margin: 1 0 0 0; }
    RegisterList #more { height: 2; margin: 1 0 0 0; }
    """

    AUTO_FOCUS = "#listed"
    section: Section = SECTIONS[0]
    """What is listed."""

    seen: Seen | None = None
    """The register as it was last read."""

    commands: ClassVar[tuple[Command, ...]] = COMMANDS

    def body(self) -> ComposeResult:
        """The lists there are, the line to find with, the list, more about the line stood on."""
        yield Sheet(fitted=True, id="sections")
        yield TextLine(placeholder="part of a name, a room", advance=False, id="typed")
        yield RowList(id="listed", empty=words.READING)
        yield Sheet(id="more")

    def on_resize(self, _event: events.Resize) -> None:
        """The columns follow the width."""
        self.call_after_refresh(self.show)

    def action_section(self, number: int) -> None:
        """1 to 6: another list."""
        self.section = SECTIONS[number - 1]
        self.query_one("#typed", TextLine).value = ""
        self.remove_class("finding")
        self.rows.action_first()
        self.show()

    @on(RowList.Highlighted)
    def _moved(self) -> None:
        self._show_more()
        self.show_keys()

    def action_find(self) -> None:
        """/: a line to type in."""
        self.add_class("finding")
        self.query_one("#typed", TextLine).focus()

    @on(TextLine.Changed)
    def _typed(self) -> None:
        self.show()

    @on(TextLine.Submitted)
    def _found(self, event: TextLine.Submitted) -> None:
        event.stop()
        self.rows.focus()

    def action_back(self) -> None:
        """Esc: out of the line to find with, then back."""
        if self.has_class("finding"):
            self.query_one("#typed", TextLine).value = ""
            self.remove_class("finding")
            self.rows.focus()
            return
        super().action_back()

    @property
    def rows(self) -> RowList:
        """The list."""
        return self.query_one("#listed", RowList)

    def show(self) -> None:
        """Draw the list anew; the cursor keeps its line."""
        if self.seen is None:
            return
        width = max(self.rows.size.width - 2, 40)
        every = self.section.rows(self.seen, width)
        wanted = folded(self.query_one("#typed", TextLine).text).split()
        self.rows.empty = f"Nothing here yet. A adds a {self.section.one}."
        if every:
            self.rows.empty = words.NOTHING_FOUND
        self.rows.fill([row for row in every if _fits(row, wanted)])
        self._show_sections()
        self._show_more()
        self.show_keys()

    def _show_sections(self) -> None:
        pieces = []
        for number, section in enumerate(SECTIONS, start=1):
            label = f"{number} {section.title}"
            chosen = section is self.section
            shown = f"[{label}]" if chosen else f" {label} "
            pieces.append(Piece(shown, "strong" if chosen else "quiet"))
        self.query_one("#sections", Sheet).show([tuple(pieces)])

    def _show_more(self) -> None:
        key = self.rows.key
        if self.seen is not None:
            lines = self.section.lines(self.seen, key) if key is not None else ()
            self.query_one("#more", Sheet).show(lines)


def _fits(row: Row, wanted: Iterable[str]) -> bool:
    text = folded(" ".join(piece.text for line in row.lines for piece in line))
    return all(part in text for part in wanted)
