"""The field for a passphrase: it never reaches the clipboard, and is empty once it was given."""

from textual.message import Message

from sgtui.ui.widgets.text_line import TextLine


class PassphraseInput(TextLine):
    """A passphrase, shown as dots. Paste is allowed; copy and cut do nothing."""

    class Given(Message):
        """Enter was pressed. The passphrase is taken once, with `take`, and is in no repr."""

        def __init__(self, field: "PassphraseInput", passphrase: str) -> None:
            super().__init__()
            self.field = field
            self._passphrase = passphrase

        @property
        def control(self) -> "PassphraseInput":
            """The field, for `@on` with a selector."""
            return self.field

        def take(self) -> str:
            """The passphrase; a second call gives nothing."""
            passphrase, self._passphrase = self._passphrase, ""
            return passphrase

    def __init__(
        self,
        *,
        placeholder: str = "",
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(
            placeholder=placeholder,
            max_length=256,
            advance=False,
            password=True,
            id=id,
            classes=classes,
        )

    def action_copy(self) -> None:
        """Nothing: a passphrase is not copied."""

    def action_cut(self) -> None:
        """Nothing: a passphrase is not copied."""

    async def action_submit(self) -> None:
        """Hand the passphrase over and empty the field."""
        given = self.value
        with self.prevent(TextLine.Changed):
            self.value = ""
        self.post_message(self.Given(self, given))


class NewPassphrase(PassphraseInput):
    """A passphrase being chosen: Enter goes on and keeps it until it is in force."""

    async def action_submit(self) -> None:
        """Enter: on to the next field."""
        self.screen.focus_next()
