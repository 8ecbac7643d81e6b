"""The line that answers: what was saved, what went wrong, what to know. It stays until the next."""

from typing import Literal

from rich.text import Text
from textual.reactive import reactive
from textual.widget import Widget

from sgtui.domain.text import display_line
from sgtui.ui import words

StatusKind = Literal["saved", "problem", "info"]
"""What kind of answer; each has its own word, colour only repeats it."""


class StatusLine(Widget):
    """One line above the key bar."""

    DEFAULT_CSS = """
    StatusLine { height: 1; color: $foreground; }
    StatusLine.saved { color: $success; text-style: bold; }
    StatusLine.problem { color: $error; text-style: bold; }
    StatusLine.problem:nocolor { text-style: bold reverse; }
    """

    message: reactive[Text] = reactive(Text(), always_update=True)
    """What is shown now."""

    def say(self, text: str, kind: StatusKind = "info") -> None:
        """Show `text` until something else is said."""
        word = words.STATUS_WORDS[kind]
        cleaned = display_line(text)
        starts = cleaned.casefold().startswith(word.casefold())
        line = cleaned if not word or starts else f"{word}: {cleaned}"
        self.set_class(kind == "saved", "saved")
        self.set_class(kind == "problem", "problem")
        self.message = Text(line)

    def clear(self) -> None:
        """Show nothing."""
        self.say("")

    def render(self) -> Text:
        """The message on one line, cut with an ellipsis if it must be."""
        line = Text(" ") + self.message
        line.no_wrap, line.overflow, line.end = True, "ellipsis", ""
        return line
