"""A field to pick a person, a place or a case by a few letters, with a short list under it."""

from collections.abc import Sequence

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from sgtui.domain.text import display_line
from sgtui.ui import words
from sgtui.ui.widgets.candidates import Candidate, folded, matching
from sgtui.ui.widgets.text_line import TextLine

LONGEST_LIST = 6
"""Candidates shown at once: more letters are faster than a longer list."""


class Picker(Widget):
    """One line to type in; the list lies over what is below and costs no layout when closed.

    Enter or Tab takes the highlighted candidate, Up and Down move in the list, Esc closes it.
    """

    DEFAULT_CSS = """
    Picker { height: 1; width: 1fr; layout: horizontal; }
    Picker > TextLine { width: 22; }
    Picker > .detail { width: 1fr; height: 1; padding: 0 1; color: $quiet; }
    Picker > .detail { text-wrap: nowrap; text-overflow: ellipsis; }
    Picker > .list {
        display: none;
        overlay: screen;
        constrain: none inside;
        offset: 0 1;
        position: absolute;
        width: 52;
        height: auto;
        background: $panel;
        color: $foreground;
    }
    Picker.open > .list { display: block; }
    """

    BINDINGS = [
        Binding("up", "move(-1)", "Candidate above", show=False),
        Binding("down", "move(1)", "Candidate below", show=False),
        Binding("escape", "close", "Close the list", show=False),
        Binding("tab", "take_and_leave", "Take and go on", show=False, priority=True),
    ]

    class Changed(Message):
        """Another candidate is picked; `picked` is None while the text names none."""

        def __init__(self, picker: "Picker", picked: str | None, text: str) -> None:
            super().__init__()
            self.picker = picker
            self.picked = picked
            self.text = text

        @property
        def control(self) -> "Picker":
            """The picker, for `@on` with a selector."""
            return self.picker

    def __init__(
        self,
        candidates: Sequence[Candidate] = (),
        *,
        value: str | None = None,
        free: bool = False,
        nothing: str = words.NOTHING_FOUND,
        placeholder: str = "",
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """`free`: whether text that names nobody may stand; `nothing`: said when none fits."""
        super().__init__(id=id, classes=classes)
        self._candidates = tuple(candidates)
        self._free = free
        self._nothing = nothing
        self._line = TextLine(placeholder=placeholder, max_length=80, advance=False)
        self._detail = Static("", markup=False, classes="detail")
        self._list = Static("", markup=False, classes="list")
        self._found: Sequence[Candidate] = ()
        self._cursor = 0
        self._picked: Candidate | None = None
        self._show_picked(self._named(value))

    def compose(self) -> ComposeResult:
        """The line, the picked one's detail, and the list."""
        yield self._line
        yield self._detail
        yield self._list

    @property
    def value(self) -> str | None:
        """The id of the picked candidate, None while there is none."""
        return self._picked.id if self._picked else None

    @value.setter
    def value(self, picked: str | None) -> None:
        self._show_picked(self._named(picked))
        self.post_message(self.Changed(self, self.value, self.text))

    @property
    def text(self) -> str:
        """What stands in the line, picked or free."""
        return self._line.text

    @text.setter
    def text(self, typed: str) -> None:
        self._line.value = typed

    @property
    def input(self) -> TextLine:
        """The input inside, to give it the focus."""
        return self._line

    @property
    def complaint(self) -> str:
        """What is wrong with the field, in words; empty when it may stand."""
        wrong = bool(self.text) and self._picked is None and not self._free
        return words.CHOOSE_FROM_LIST if wrong else ""

    @property
    def is_open(self) -> bool:
        """Whether the list is shown."""
        return self.has_class("open")

    def offer(self, candidates: Sequence[Candidate]) -> None:
        """Replace the candidates; the picked one stays if it is still among them."""
        self._candidates = tuple(candidates)
        if self._picked is not None:
            self._picked = self._named(self._picked.id)
        if self.is_open:
            self._search()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Arrows, Esc and Tab are the list's only while it is open."""
        if action in ("move", "close", "take_and_leave"):
            return self.is_open
        return super().check_action(action, parameters)

    def action_move(self, step: int) -> None:
        """Highlight the candidate above or below."""
        self._cursor = min(max(self._cursor + step, 0), len(self._found) - 1)
        self._draw()

    def action_close(self) -> None:
        """Close the list and leave the text as it is."""
        self.remove_class("open")

    def action_take_and_leave(self) -> None:
        """Take the highlighted candidate and go on."""
        self._take()
        self.screen.focus_next()

    @on(TextLine.Submitted)
    def _enter(self, event: TextLine.Submitted) -> None:
        event.stop()
        self._take()
        self.screen.focus_next()

    @on(TextLine.Changed)
    def _typed(self, event: TextLine.Changed) -> None:
        event.stop()
        if self._picked is not None and self._line.value != self._picked.label:
            self._picked = None
            self._detail.update("", layout=False)
        if self._picked is None:
            self._search()
        self.post_message(self.Changed(self, self.value, self.text))

    def on_descendant_blur(self, _event: events.DescendantBlur) -> None:
        """Leaving closes the list; a text that is exactly one candidate's name picks it."""
        self.action_close()
        exact = [c for c in self._candidates if folded(c.label) == folded(self.text)]
        if self._picked is None and len(exact) == 1:
            self.value = exact[0].id

    def _named(self, wanted: str | None) -> Candidate | None:
        return next((c for c in self._candidates if c.id == wanted), None)

    def _take(self) -> None:
        if self.is_open and self._found:
            self.value = self._found[self._cursor].id
        self.action_close()

    def _search(self) -> None:
        self._found = matching(self._candidates, self.text, LONGEST_LIST) if self.text else ()
        self._cursor = 0
        shown = bool(self._found) or (bool(self.text) and not self._free)
        self.set_class(shown and self._line.has_focus, "open")
        self._draw()

    def _show_picked(self, picked: Candidate | None) -> None:
        self._picked = picked
        self.remove_class("open")
        with self.prevent(TextLine.Changed):
            self._line.value = picked.label if picked else ""
        self._line.cursor_position = len(self._line.value)
        detail = display_line(picked.detail) if picked else ""
        self._detail.update(Text(detail), layout=False)

    def _draw(self) -> None:
        lines = Text(no_wrap=True, overflow="ellipsis")
        for number, candidate in enumerate(self._found):
            here = number == self._cursor
            line = f"{'>' if here else ' '} {display_line(candidate.label)}"
            detail = display_line(candidate.detail)
            lines.append("\n" if number else "")
            lines.append(f"{line}  {detail} "[:50].ljust(50), "reverse" if here else "")
        self._list.update(lines if self._found else Text(f"  {self._nothing}"))
