"""The recovery words of a new record: shown once, and typed back from paper before it opens."""

from collections.abc import Callable, Sequence
from secrets import SystemRandom
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from sgtui.ui import words
from sgtui.ui.commands import Command
from sgtui.ui.screens.desk_screen import DeskScreen
from sgtui.ui.widgets.field_row import FieldRow
from sgtui.ui.widgets.text_line import TextLine

ASKED = 3
"""How many of the words are asked back."""

_COLUMNS = 4
_ENOUGH = 4
"""No two of the words begin with the same four letters."""

COMMANDS = (
    Command("recovery.on", "ctrl+s", "Go on", "Go on", "Asks for some of the words, then opens "
            "the queue.", "go_on", words=("next", "done", "written")),
    Command("recovery.again", "escape", "Words again", "Show the words once more",
            "Shows all the words once more.", "again", "fields", words=("back",)),
)  # fmt: skip


class RecoveryScreen(DeskScreen):
    """First all the words, then three of them from memory of the paper."""

    DEFAULT_CSS = """
    RecoveryScreen .said { color: $quiet; margin: 1 0; height: auto; }
    RecoveryScreen .words { color: $strong; text-style: bold; margin: 1 2; height: auto; }
    RecoveryScreen #asked { display: none; height: auto; }
    RecoveryScreen.asking #asked { display: block; }
    RecoveryScreen.asking #shown { display: none; }
    RecoveryScreen #shown { height: auto; }
    RecoveryScreen TextLine { width: 24; }
    """

    heading = "Recovery words"
    purpose = "Words on paper that open the record when every passphrase is lost."
    is_home = True
    commands: ClassVar[tuple[Command, ...]] = COMMANDS

    def __init__(self, recovery: Sequence[str], finished: Callable[[], None]) -> None:
        """`finished`: called once the words are on paper."""
        super().__init__(name="recovery")
        self._words = tuple(recovery)
        self._finished = finished
        self.asked = sorted(SystemRandom().sample(range(len(self._words)), ASKED))
        """Places of the words that are asked back, from 0."""

    def body(self) -> ComposeResult:
        """The words; then, instead of them, the questions."""
        with Vertical(id="shown"):
            yield Static(words.RECOVERY_FIRST, markup=False, classes="said")
            yield Static(self._grid(), markup=False, classes="words")
            yield Static(words.RECOVERY_KEYS, markup=False, classes="said")
        with Vertical(id="asked"):
            yield Static(words.RECOVERY_ASKED, markup=False, classes="said")
            for place in self.asked:
                line = TextLine(max_length=20, id=f"word-{place}")
                yield FieldRow(f"Word {place + 1}", line, id=f"row-{place}")

    def _grid(self) -> Text:
        numbered = [f"{n:>2} {word:<14}" for n, word in enumerate(self._words, start=1)]
        rows = range(0, len(numbered), _COLUMNS)
        return Text("\n\n".join("".join(numbered[n : n + _COLUMNS]) for n in rows))

    def available(self, command: Command) -> bool:
        """No way round: help, leaving, and the way on."""
        if command.action == "again":
            return self.has_class("asking")
        return command in self.commands or command.action in ("help", "menu", "leave")

    def action_again(self) -> None:
        """Esc: all the words once more."""
        self.remove_class("asking")
        self.set_focus(None)
        self.show_keys()

    def action_go_on(self) -> None:
        """Ctrl+S: ask; and when all three are right, open the queue."""
        if not self.has_class("asking"):
            self.add_class("asking")
            self._line(self.asked[0]).focus()
            self.show_keys()
            return
        wrong = [place for place in self.asked if not self._is_right(place)]
        for place in self.asked:
            sentence = words.RECOVERY_WRONG if place in wrong else ""
            self.query_one(f"#row-{place}", FieldRow).complain(sentence)
        if wrong:
            self._line(wrong[0]).focus()
            return
        self._finished()

    def _is_right(self, place: int) -> bool:
        typed = self._line(place).text.casefold()
        return len(typed) >= min(_ENOUGH, len(self._words[place])) and (
            self._words[place].startswith(typed)
        )

    def _line(self, place: int) -> TextLine:
        return self.query_one(f"#word-{place}", TextLine)
