"""Help: what this screen is for, its keys, and the field one is in. Made from the commands."""

from textwrap import wrap

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.dom import DOMNode
from textual.widgets import Static

from sgtui.ui import words
from sgtui.ui.dialogs.dialog import Dialog
from sgtui.ui.screens.desk_screen import DeskScreen

KEY_COLUMN = 10
HELP_COLUMNS = 56


class HelpDialog(Dialog[None]):
    """Plain sentences first, keys second."""

    DEFAULT_CSS = """
    HelpDialog > #box { height: 100%; }
    HelpDialog VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; }
    """

    AUTO_FOCUS = "VerticalScroll"

    BINDINGS = [
        Binding("escape,f1,question_mark,enter", "back", "Back", show=False, priority=True),
    ]

    def __init__(self, screen: DeskScreen, about_field: str) -> None:
        """Help for `screen` as it is now; `about_field` is about the focused field, or empty."""
        super().__init__()
        self._text = help_text(screen, about_field)

    def compose(self) -> ComposeResult:
        """The text, which scrolls, and the key that closes it."""
        with Vertical(id="box"):
            with VerticalScroll():
                yield Static(self._text, markup=False)
            yield Static(words.HELP_KEYS, markup=False, classes="-keys")

    def action_back(self) -> None:
        """Esc or F1 again."""
        self.dismiss(None)


def help_text(screen: DeskScreen, about_field: str) -> Text:
    """The words of the help: the field, the screen, then every key that acts now."""
    text = Text()
    if about_field:
        text.append(f"{words.HELP_FIELD}\n", "bold").append(f"{about_field}\n\n")
    if screen.purpose:
        text.append(f"{screen.heading}\n", "bold").append(f"{screen.purpose}\n\n")
    text.append(f"{words.HELP_HERE}\n", "bold")
    for command in screen.offered_once():
        text.append(screen.key_of(command).ljust(KEY_COLUMN), "bold")
        text.append("\n".ljust(KEY_COLUMN + 1).join(wrap(command.help, HELP_COLUMNS)) + "\n")
    return text.append(f"\n{words.HELP_MOVING}\n\n{words.EMERGENCY}")


def field_help(focused: DOMNode | None) -> str:
    """Help of the focused field: its own `field_help`, or that of the row it is in."""
    node = focused
    while node is not None:
        about = getattr(node, "field_help", "")
        if isinstance(about, str) and about:
            return about
        node = node.parent
    return ""
