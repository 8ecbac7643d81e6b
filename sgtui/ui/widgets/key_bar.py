"""The bottom line: the few keys that matter here, help first, never cut in the middle."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text
from textual.reactive import reactive
from textual.widget import Widget

_GAP = 2


@dataclass(frozen=True)
class Hint:
    """A key as people read it, and one to three words."""

    key: str
    words: str

    @property
    def width(self) -> int:
        """Columns it takes."""
        return cell_len(self.key) + 1 + cell_len(self.words)


def fitting(hints: Sequence[Hint], width: int, pinned: int = 2) -> list[Hint]:
    """The hints that fit whole: the `pinned` first always, the rest in order while there is room.

    Of the pinned the first (help) is shown first and the second (the menu, which reaches
    everything) last, after the third (the way back).
    """
    room = width - 2 - sum(hint.width + _GAP for hint in hints[:pinned])
    shown: list[Hint] = []
    for hint in hints[pinned:]:
        room -= hint.width + _GAP
        if room < 0:
            break
        shown.append(hint)
    return [*hints[:1], *shown, *reversed(hints[1:pinned])]


class KeyBar(Widget):
    """One line of hints."""

    DEFAULT_CSS = """
    KeyBar { height: 1; background: $panel; color: $quiet; }
    KeyBar > .key-bar--key { color: $strong; text-style: bold; }
    """
    COMPONENT_CLASSES = {"key-bar--key"}

    hints: reactive[tuple[Hint, ...]] = reactive(())
    """Help, the menu, the way back if there is one, then the others in order of worth."""

    pinned: reactive[int] = reactive(2)
    """How many of them are shown whatever the width."""

    def render(self) -> Text:
        """As many whole hints as fit."""
        style = self.get_component_rich_style("key-bar--key", partial=True)
        line = Text(" ", no_wrap=True, overflow="crop", end="")
        for hint in fitting(self.hints, self.size.width, self.pinned):
            line.append(hint.key, style).append(f" {hint.words}{' ' * _GAP}")
        return line
