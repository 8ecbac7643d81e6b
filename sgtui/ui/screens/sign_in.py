"""Signing in: a name by its first letters, a passphrase, and the queue."""

from collections.abc import Sequence
from typing import ClassVar
from uuid import UUID

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from sgtui.services.desk import Desk
from sgtui.services.ports import SlotPerson
from sgtui.ui import words
from sgtui.ui.background import Answered, Failed, Reads
from sgtui.ui.commands import Command
from sgtui.ui.screens.desk_screen import DeskScreen
from sgtui.ui.session import Session
from sgtui.ui.widgets.candidates import Candidate
from sgtui.ui.widgets.field_row import FieldRow
from sgtui.ui.widgets.passphrase import PassphraseInput
from sgtui.ui.widgets.picker import Picker
from sgtui.ui.widgets.title_line import TitleFacts

_ALLOWED = ("help", "menu", "leave")


class SignInScreen(DeskScreen):
    """Nothing of the record is readable here."""

    DEFAULT_CSS = """
    SignInScreen #body { align: center middle; }
    SignInScreen Static { width: 64; max-width: 100%; height: auto; }
    SignInScreen FieldRow { width: 64; max-width: 100%; }
    SignInScreen FieldRow Static { width: auto; }
    SignInScreen .product { text-style: bold; color: $strong; }
    SignInScreen .said { color: $quiet; margin: 0 0 1 0; }
    SignInScreen .emergency { color: $warning; text-style: bold; margin: 2 0 0 0; }
    SignInScreen #passphrase { width: 40; }
    """

    AUTO_FOCUS = "#name TextLine"
    heading = "Sign in"
    purpose = "Choose your name, type your passphrase and press Enter."
    is_home = True
    commands: ClassVar[tuple[Command, ...]] = ()

    def __init__(
        self, session: Session, *, name: str = "sign_in", person: UUID | None = None
    ) -> None:
        """`session`: told of the desk that a passphrase opens; `person` is chosen already."""
        super().__init__(name=name)
        self.session = session
        self._person = person
        self._checking = False
        self._asks: Reads

    def body(self) -> ComposeResult:
        """Two fields, and the numbers that need no sign-in."""
        yield Static(words.PRODUCT, markup=False, classes="product")
        yield Static(self.invitation(), markup=False, classes="said")
        yield FieldRow("Name", Picker(id="name"))
        yield FieldRow("Passphrase", PassphraseInput(id="passphrase"))
        yield Static(words.EMERGENCY, markup=False, classes="emergency")
        yield Static(words.EMERGENCY_NUMBERS, markup=False)

    def invitation(self) -> str:
        """What to do here."""
        return words.SIGN_IN_DEMO if self.session.demo else words.SIGN_IN_FIRST

    def on_mount(self) -> None:
        """Ask who can sign in."""
        self._asks = Reads(self, self.shell.explanations)
        self._asks.ask("people", self._people)

    def show_title(self, facts: TitleFacts) -> None:
        """Neither the home nor a person is named while nobody is signed in."""
        super().show_title(TitleFacts(moment=facts.moment, demo=facts.demo))

    def available(self, command: Command) -> bool:
        """Help and the way out; everything else is behind the passphrase."""
        return command in self.commands or command.action in _ALLOWED

    @on(PassphraseInput.Given)
    def _given(self, event: PassphraseInput.Given) -> None:
        passphrase, name = event.take(), self._who
        if self._checking:
            return
        if name.value is None:
            self.say(words.NAME_WANTED, "problem")
            self.set_focus(name.input)
            return
        staff_id = UUID(name.value)
        self._checking = True
        self.say(words.CHECKING)
        self._asks.ask("enter", lambda: self._open(staff_id, passphrase))

    def _people(self) -> tuple[SlotPerson, ...]:
        """On a thread."""
        return self.session.door.people() if self.session.door else ()

    def _open(self, staff_id: UUID, passphrase: str) -> Desk:
        """On a thread: stretching a passphrase takes a while."""
        door = self.session.door
        if door is None:
            return self.session.signed_in
        if self.session.demo:
            return door.sign_in_to_demo(staff_id)
        return door.sign_in(staff_id, passphrase)

    def on_answered(self, event: Answered) -> None:
        """Who can sign in, or that somebody has."""
        if isinstance(event.value, Desk):
            self._checking = False
            self.session.enter(event.value)
        elif isinstance(event.value, tuple):
            self.offer(event.value)

    def offer(self, people: Sequence[SlotPerson]) -> None:
        """Show who can sign in; one alone, or the one meant, is chosen already."""
        name = self._who
        name.offer([Candidate(str(person.staff_id), person.name) for person in people])
        chosen = people[0].staff_id if len(people) == 1 else self._person
        if chosen is not None:
            name.value = str(chosen)
            self.set_focus(self._passphrase)

    def on_failed(self, event: Failed) -> None:
        """The passphrase is wrong, it is too early for another, or the record does not open."""
        self._checking = False
        self.say(event.sentence, "problem")

    @property
    def _who(self) -> Picker:
        return self.query_one("#name", Picker)

    @property
    def _passphrase(self) -> PassphraseInput:
        return self.query_one("#passphrase", PassphraseInput)
