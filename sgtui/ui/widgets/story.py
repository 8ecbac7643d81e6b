"""The field for what was seen and said: several lines, never late, never lost."""

from textual import on
from textual.binding import Binding
from textual.document._document import EditResult
from textual.document._edit import Edit
from textual.message import Message
from textual.widgets import TextArea

from sgtui.domain.text import stored

NEAR = 200
"""Letters left from which the counter is shown."""


class Story(TextArea, inherit_bindings=False):
    """Several lines of text. Enter is a new line, Tab leaves, function keys are the screen's."""

    DEFAULT_CSS = """
    Story, Story:focus {
        background: $field;
        color: $foreground;
        border: none;
        padding: 0 1;
        height: 1fr;
        min-height: 2;
        scrollbar-size-vertical: 1;
    }
    Story:focus { background: $field-focus; }
    Story > .text-area--cursor { background: $foreground; color: $background; }
    Story:ansi > .text-area--cursor {
        background: ansi_default;
        color: ansi_default;
        text-style: reverse;
    }
    Story > .text-area--cursor-line { background: transparent; }
    Story > .text-area--placeholder { color: $quiet; }
    """

    BINDINGS = [
        binding
        for binding in TextArea.BINDINGS
        if not (isinstance(binding, Binding) and binding.key in ("f6", "f7"))
    ]

    class RoomLeft(Message):
        """Few letters are left; `left` is None when there is room again."""

        def __init__(self, story: "Story", left: int | None) -> None:
            super().__init__()
            self.story = story
            self.left = left

        @property
        def control(self) -> "Story":
            """The field, for `@on` with a selector."""
            return self.story

    def __init__(
        self,
        text: str = "",
        *,
        placeholder: str = "",
        max_length: int = 4000,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(
            stored(text, max_length),
            soft_wrap=True,
            tab_behavior="focus",
            compact=True,
            placeholder=placeholder,
            highlight_cursor_line=False,
            id=id,
            classes=classes,
        )
        self.cursor_blink = False
        self.max_length = max_length
        self._told: int | None = None

    def edit(self, edit: Edit) -> EditResult:
        """Every change comes here: cleaned, and cut where the field is full."""
        replaced = len(self.get_text_range(edit.from_location, edit.to_location))
        room = self.max_length - len(self.text) + replaced
        edit.text = stored(edit.text)[: max(room, 0)]
        return super().edit(edit)

    @on(TextArea.Changed)
    def _tell_room(self) -> None:
        left = self.max_length - len(self.text)
        told = left if left <= NEAR else None
        if told != self._told:
            self._told = told
            self.post_message(self.RoomLeft(self, told))
