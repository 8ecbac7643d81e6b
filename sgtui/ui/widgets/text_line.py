"""A field of one line: cleaned as it is typed, no border, Enter goes on to the next field."""

from textual.widgets import Input

from sgtui.domain.text import stored


class TextLine(Input):
    """One line of text."""

    DEFAULT_CSS = """
    TextLine, TextLine:focus, TextLine.-textual-compact {
        background: $field;
        color: $foreground;
        height: 1;
        border: none;
        padding: 0 1;
    }
    TextLine:focus { background: $field-focus; color: $strong; }
    TextLine:nocolor { text-style: underline; }
    TextLine > .input--cursor { background: $foreground; color: $background; }
    TextLine:ansi { text-style: underline; }
    TextLine:ansi > .input--cursor {
        background: ansi_default;
        color: ansi_default;
        text-style: reverse;
    }
    TextLine > .input--placeholder { color: $quiet; }
    """

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        max_length: int = 200,
        advance: bool = True,
        password: bool = False,
        id: str | None = None,
        classes: str | None = None,
        disabled: bool = False,
    ) -> None:
        """`advance`: whether Enter goes to the next field; it posts `Submitted` either way."""
        super().__init__(
            stored(value, max_length),
            placeholder,
            password=password,
            max_length=max_length,
            select_on_focus=False,
            compact=True,
            id=id,
            classes=classes,
            disabled=disabled,
        )
        self.cursor_blink = False
        self._advance = advance

    @property
    def text(self) -> str:
        """What was typed, clean, without blanks at the ends."""
        return stored(self.value).strip()

    def replace(self, text: str, start: int, end: int) -> None:
        """Put `text` in, clean and as far as there is room: every key and paste comes here."""
        room = (self.max_length or len(text)) - len(self.value) + abs(end - start)
        line = stored(text).replace("\n", " ").replace("\t", " ")
        super().replace(line[: max(room, 0)], start, end)

    async def action_submit(self) -> None:
        """Enter: tell the screen, then go on to the next field."""
        await super().action_submit()
        if self._advance and self.has_focus:
            self.screen.focus_next()
