"""A passphrase of one's own: given at the desk by a manager, or changed by whoever has it."""

from abc import abstractmethod
from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from sgtui.domain.people import StaffMember
from sgtui.services.desk import Desk, NobodySignedIn
from sgtui.services.sign_in import Door, weakness
from sgtui.ui import words
from sgtui.ui.background import Answered, Failed
from sgtui.ui.commands import Command
from sgtui.ui.screens.desk_screen import DeskScreen
from sgtui.ui.session import Session
from sgtui.ui.widgets.field_row import FieldRow
from sgtui.ui.widgets.passphrase import NewPassphrase
from sgtui.ui.widgets.text_line import TextLine

NOT_CHANGED = "Nothing was changed."


class NewPassphraseScreen(DeskScreen):
    """A new passphrase, typed twice by the person it is for."""

    DEFAULT_CSS = """
    NewPassphraseScreen .said { color: $quiet; margin: 0 0 1 0; height: auto; }
    NewPassphraseScreen TextLine { width: 40; }
    NewPassphraseScreen FieldRow .label { width: 14; }
    NewPassphraseScreen FieldRow .note.below { margin: 0 0 0 14; }
    """

    AUTO_FOCUS = "NewPassphrase"
    heading = "Passphrase"
    own = False
    """Whether the passphrase one has is asked first."""

    def __init__(self, desk: Desk, session: Session) -> None:
        super().__init__()
        self.desk = desk
        self.session = session
        self._saving = False

    @property
    @abstractmethod
    def said(self) -> str:
        """Whose it is, and how it is done."""

    @property
    @abstractmethod
    def member(self) -> StaffMember:
        """Whose it will be."""

    @abstractmethod
    def put(self, old: str, new: str, /) -> str:
        """Put it in force; gives what to say. On the thread of writes."""

    @property
    def _door(self) -> Door:
        """The way into the record. Raises NobodySignedIn where there is none."""
        if self.session.door is None:
            raise NobodySignedIn("Nobody is signed in.")
        return self.session.door

    def told(self, sentence: str) -> None:
        """It is in force: say so where one came from."""
        below = self.shell.screen
        if isinstance(below, DeskScreen):
            below.call_after_refresh(below.say, sentence, "saved")

    def body(self) -> ComposeResult:
        """What to do, and two lines, or three."""
        yield Static(self.said, markup=False, classes="said")
        if self.own:
            yield FieldRow("As it is now", NewPassphrase(id="old"), below=True, id="old-row")
        hint = words.PASSPHRASE_HINT
        yield FieldRow("New passphrase", NewPassphrase(id="new"), hint=hint, below=True,
                       id="new-row")  # fmt: skip
        yield FieldRow("Once more", NewPassphrase(id="again"), below=True, id="again-row")

    def can_save(self) -> bool:
        """Always: what is missing is said."""
        return not self._saving

    def available(self, command: Command) -> bool:
        """No way out but Esc while it is put in force."""
        return not (command.action == "back" and self._saving) and super().available(command)

    @on(TextLine.Changed)
    def _typed(self, event: TextLine.Changed) -> None:
        """A complaint is gone once one has begun to mend it."""
        for row in event.input.ancestors:
            if isinstance(row, FieldRow):
                row.complain("")

    def action_save(self) -> None:
        """Ctrl+S: in force, or what is wrong with it."""
        typed = {field.id or "": field.value for field in self.query(NewPassphrase)}
        wrong = self._wrong(typed)
        for row in self.query(FieldRow):
            row.complain(wrong.get((row.id or "").removesuffix("-row"), ""))
        if wrong:
            first = next(row for row in self.query(FieldRow) if row.complaint)
            first.focus_field()
            self.say(first.complaint, "problem")
            return
        self._saving = True
        self.say(words.SAVING)
        self.shell.writes.queue("save", lambda: self.put(typed.get("old", ""), typed["new"]), self)

    def _wrong(self, typed: dict[str, str]) -> dict[str, str]:
        register = self.desk.known.register
        weak = weakness(typed["new"], (self.member.name, register.service, register.authority))
        if self.own and not typed["old"]:
            return {"old": "Type the passphrase that you have now."}
        if weak:
            return {"new": weak}
        return {} if typed["new"] == typed["again"] else {"again": words.PASSPHRASES_DIFFER}

    def on_answered(self, event: Answered) -> None:
        """It is in force."""
        if isinstance(event.value, str):
            self._empty()
            self.shell.go_back()
            self.told(event.value)

    def on_failed(self, event: Failed) -> None:
        """It could not be done: what was typed stays."""
        self._saving = False
        self.show_keys()
        self.say(event.sentence, "problem")

    def on_screen_suspend(self) -> None:
        """Nobody else finds what was typed here, behind a lock or another screen."""
        self._empty()

    def _empty(self) -> None:
        for field in self.query(NewPassphrase):
            field.value = ""

    def action_back(self) -> None:
        """Esc: nothing has changed."""
        typed = any(field.value for field in self.query(NewPassphrase))
        self.shell.go_back()
        if typed and isinstance(self.shell.screen, DeskScreen):
            self.shell.screen.say(NOT_CHANGED)


class GivePassphraseScreen(NewPassphraseScreen):
    """A manager lets somebody sign in; that person types at the same desk."""

    purpose = (
        "The person named here types a passphrase of their own, twice. Nobody chooses it for "
        "them, and nobody else may know it: what they record is signed in their name."
    )

    def __init__(
        self,
        desk: Desk,
        session: Session,
        member: StaffMember,
        *,
        anew: bool,
        done: Callable[[str], None],
    ) -> None:
        """`anew`: they had one and have forgotten it; `done`: told what to say."""
        super().__init__(desk, session)
        self._member = member
        self._anew = anew
        self._done = done

    @property
    def member(self) -> StaffMember:
        """The person at the desk."""
        return self._member

    @property
    def said(self) -> str:
        """The manager hands over the keyboard."""
        return (
            f"{self._member.name} types here now, and nobody looks on.\n"
            "Nobody else may know it: what is recorded with it is signed in their name."
        )

    def put(self, _old: str, new: str, /) -> str:
        """A slot of their own."""
        self._door.enrol(self.desk, self._member.id, new, anew=self._anew)
        return f"{self._member.name} can sign in now. Ctrl+L lets them."

    def told(self, sentence: str) -> None:
        """On the staff list."""
        self._done(sentence)


class ChangePassphraseScreen(NewPassphraseScreen):
    """Another passphrase for whoever is signed in."""

    own = True
    purpose = "Type the passphrase you have, then a new one twice. The old one opens nothing then."

    @property
    def said(self) -> str:
        """How it is done."""
        return "The passphrase you have first, then a new one twice."

    @property
    def member(self) -> StaffMember:
        """Whoever is signed in. Raises NobodySignedIn."""
        return self.desk.member(self.desk.known.register)

    def put(self, old: str, new: str, /) -> str:
        """The same slot, wrapped anew."""
        self._door.change_passphrase(self.desk, old, new)
        return "Your passphrase is changed. The old one opens nothing any more."
