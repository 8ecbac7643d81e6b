"""The first run: one screen about the home and its manager, and a record is made of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from pydantic import ValidationError
from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from sgtui.services.desk import Desk
from sgtui.services.first_run import OFFICE_HOURS, FirstRun
from sgtui.services.sign_in import weakness
from sgtui.ui import words
from sgtui.ui.background import Answered, Failed
from sgtui.ui.commands import Command
from sgtui.ui.screens.desk_screen import DeskScreen
from sgtui.ui.screens.recovery import RecoveryScreen
from sgtui.ui.session import Session
from sgtui.ui.widgets.choice_row import Choice, ChoiceRow
from sgtui.ui.widgets.field_row import FieldRow
from sgtui.ui.widgets.passphrase import NewPassphrase
from sgtui.ui.widgets.text_line import TextLine


class MadeHome(Protocol):
    """A new record, open, with its manager signed in."""

    @property
    def desk(self) -> Desk:
        """The manager's desk."""
        ...

    @property
    def recovery(self) -> tuple[str, ...]:
        """The words to keep on paper; shown once."""
        ...


@dataclass(frozen=True)
class _Made:
    """What the thread of writes gives back."""

    home: MadeHome


MakeHome = Callable[[FirstRun, str], MadeHome]
"""Makes the record with the manager's passphrase; asked on the thread of writes."""

_NATIONS = (
    Choice("ENG", "England"),
    Choice("WLS", "Wales"),
    Choice("SCT", "Scotland"),
    Choice("NIR", "Northern Ireland"),
)
_LINES: dict[str, tuple[str, str, str]] = {
    "service": ("Home", "", "its name as registered"),
    "authority": ("Council", "", "whose duty desk you ring"),
    "jurisdiction": ("Nation", "", ""),
    "shifts": ("Shifts", "08:00 20:00", "when each begins"),
    "duty_desk_phone": ("Duty desk", "", "number; may follow later"),
    "duty_desk_hours": ("Its hours", OFFICE_HOURS, ""),
    "edt_phone": ("Nights", "", "emergency duty team, number"),
    "manager": ("Your name", "", "you are its first manager"),
    "phone": ("Your phone", "", "may stay empty"),
}
"""Field of `FirstRun`: label, what stands there at first, hint."""

_WANTED = {
    "service": "Type the home's name.",
    "authority": "Type the council's name.",
    "manager": "Type your full name.",
    "shifts": "Type when shifts begin: 08:00 20:00",
    "duty_desk_hours": f"Type hours: {OFFICE_HOURS}",
}


class SetUpScreen(DeskScreen):
    """What a home is asked before it can record anything."""

    DEFAULT_CSS = """
    SetUpScreen .said { color: $quiet; margin: 0 0 1 0; height: auto; }
    SetUpScreen TextLine { width: 34; }
    SetUpScreen #duty_desk_hours { width: 1fr; }
    """

    AUTO_FOCUS = "#service"
    heading = "Set up"
    purpose = "Makes a new record for your home, with you as its first manager."
    is_home = True

    def __init__(self, session: Session, make: MakeHome) -> None:
        super().__init__(name="set_up")
        self.session = session
        self._make = make
        self._making = False

    def body(self) -> ComposeResult:
        """The home, whom it rings, its manager."""
        yield Static(words.SET_UP_FIRST, markup=False, classes="said")
        for name, (label, value, hint) in _LINES.items():
            if name == "jurisdiction":
                field: Any = ChoiceRow(_NATIONS, ("ENG",), id=name)
            else:
                field = TextLine(value, id=name)
            below = name == "duty_desk_hours"
            yield FieldRow(label, field, hint=hint, below=below, id=f"{name}-row")
        new = NewPassphrase(id="passphrase")
        yield FieldRow("Passphrase", new, hint=words.PASSPHRASE_HINT, below=True,
                       id="passphrase-row")  # fmt: skip
        yield FieldRow("Once more", NewPassphrase(id="again"), below=True, id="again-row")

    def can_save(self) -> bool:
        """Always: what is missing is said."""
        return not self._making

    def available(self, command: Command) -> bool:
        """Nothing else can be done yet."""
        if command.action == "lock":
            return False
        return super().available(command)

    def action_save(self) -> None:
        """Ctrl+S: make the record, or say everything that is missing."""
        said, complaints = self._read()
        passphrase = self.query_one("#passphrase", NewPassphrase).value
        complaints |= self._passphrase_complaints(passphrase)
        for row in self.query(FieldRow):
            row.complain(complaints.get((row.id or "").removesuffix("-row"), ""))
        if complaints or said is None:
            first = next(row for row in self.query(FieldRow) if row.complaint)
            first.focus_field()
            self.say(f"{first.complaint} {words.SET_UP_GAPS * (len(complaints) > 1)}", "problem")
            return
        self._making = True
        self.say(words.SETTING_UP)
        make, home = self._make, said
        self.shell.writes.save("set up", lambda: _Made(make(home, passphrase)), self)

    @on(TextLine.Changed)
    def _typed(self, event: TextLine.Changed) -> None:
        """A complaint is gone once one has begun to mend it."""
        for row in event.input.ancestors:
            if isinstance(row, FieldRow):
                row.complain("")

    def on_answered(self, event: Answered) -> None:
        """The record is there: now the recovery words."""
        if isinstance(event.value, _Made):
            home = event.value.home
            for field in self.query(NewPassphrase):
                field.value = ""
            self.app.push_screen(
                RecoveryScreen(home.recovery, lambda: self.session.enter(home.desk))
            )

    def on_failed(self, event: Failed) -> None:
        """It could not be made: everything typed is still here."""
        self._making = False
        self.show_keys()
        self.say(event.sentence, "problem")

    def _read(self) -> tuple[FirstRun | None, dict[str, str]]:
        given: dict[str, object] = {"jurisdiction": self.query_one(ChoiceRow).value}
        for name in _LINES:
            if name != "jurisdiction":
                typed = self.query_one(f"#{name}", TextLine).text
                given[name] = typed or (None if name.endswith("phone") else "")
        try:
            return FirstRun.model_validate(given), {}
        except ValidationError as fault:
            return None, dict(_sentence(error, given) for error in fault.errors(include_url=False))

    def _passphrase_complaints(self, passphrase: str) -> dict[str, str]:
        own = tuple(self.query_one(f"#{n}", TextLine).text for n in ("service", "authority"))
        weak = weakness(passphrase, (*own, self.query_one("#manager", TextLine).text))
        if weak:
            return {"passphrase": weak}
        if self.query_one("#again", NewPassphrase).value != passphrase:
            return {"again": words.PASSPHRASES_DIFFER}
        return {}


def _sentence(error: Any, given: dict[str, object]) -> tuple[str, str]:
    name = str(error["loc"][0])
    if not given.get(name):
        return name, _WANTED.get(name, "Fill this in.")
    if error["type"] == "value_error":
        return name, str(error["msg"]).removeprefix("Value error, ")
    return name, "That is too long." if error["type"] == "string_too_long" else _WANTED[name]
