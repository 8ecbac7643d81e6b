"""Adding somebody to the register in the middle of a concern: the name alone is enough."""

from dataclasses import dataclass
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Static

from sgtui.domain.typed_day import read_birth
from sgtui.ui.dialogs.dialog import Dialog
from sgtui.ui.widgets.field_row import FieldRow
from sgtui.ui.widgets.text_line import TextLine

KEYS = "Enter Next, at the end Add them   F9 Add them   Esc Back"
ABOUT = "Nothing you typed in the concern is lost. The rest can follow in the register."
LONGEST = 400
"""As one line of an entry."""


@dataclass(frozen=True)
class NewPerson:
    """Somebody to register."""

    name: str
    room: str
    born_on: date | None = None


class AddPersonDialog(Dialog[NewPerson | None]):
    """Gives the name, the room and the day of birth as far as known, or None for back."""

    BINDINGS = [
        Binding("f9,ctrl+s", "add", "Add", show=False, priority=True),
        Binding("escape", "back", "Back", show=False),
    ]

    def __init__(self, name: str, today: date) -> None:
        """`name`: as typed so far; `today`: in London, for reading a day of birth."""
        super().__init__()
        self._today = today
        # Typed in haste to find somebody, it is now to be kept.
        name = " ".join(word[:1].upper() + word[1:] for word in name.split())
        self._name_row = FieldRow("Name", TextLine(name, max_length=LONGEST, id="name"), below=True)
        self._room_row = FieldRow(
            "Room", TextLine(max_length=LONGEST, id="room"),
            hint="a room, or leave it empty", below=True,
        )  # fmt: skip
        self._born_row = FieldRow(
            "Born on", TextLine(max_length=LONGEST, advance=False, id="born"),
            hint="for anybody who may be under 18: 24/12/2012", below=True,
        )  # fmt: skip

    def compose(self) -> ComposeResult:
        """Name, room, birth, keys."""
        with Vertical(id="box"):
            yield Static("Add a person to the register", markup=False, classes="-heading")
            yield Static(ABOUT, markup=False)
            yield self._name_row
            yield self._room_row
            yield self._born_row
            yield Static(KEYS, markup=False, classes="-keys")

    def on_mount(self) -> None:
        """The name is there: on to the room."""
        super().on_mount()
        has_name = bool(self.query_one("#name", TextLine).text)
        self.set_focus(self.query_one("#room" if has_name else "#name"))

    @on(TextLine.Submitted, "#born")
    def _enter(self) -> None:
        self.action_add()

    def action_add(self) -> None:
        """F9, or Enter on the birth: with a name, and a birth that can be read.

        Enter on the room leads to the birth: it decides whether they are a child.
        """
        name = self.query_one("#name", TextLine).text
        if not name:
            self._name_row.complain("Type the name, or what they are called.")
            self._name_row.focus_field()
            return
        typed = self.query_one("#born", TextLine).text
        born = read_birth(typed, self._today)
        if typed and born.on is None:
            self._born_row.complain(born.problem)
            self._born_row.focus_field()
            return
        self.dismiss(NewPerson(name, self.query_one("#room", TextLine).text, born.on))

    def action_back(self) -> None:
        """Esc: nothing changes."""
        self.dismiss(None)
