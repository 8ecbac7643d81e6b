"""The register: people, staff, the desks to ring, bank holidays and ladders, each a list."""

from collections.abc import Callable, Iterable
from uuid import UUID

from textual import on

from sgtui.domain.entries import OnCallSet
from sgtui.domain.people import Right, StaffMember
from sgtui.domain.register import OnCallSlot
from sgtui.services.desk import Desk
from sgtui.services.register import set_on_call, staff_back
from sgtui.services.register_fields import slot_fields
from sgtui.ui.background import Answered, Failed, Reads
from sgtui.ui.commands import Command
from sgtui.ui.dialogs.confirm import ConfirmDialog
from sgtui.ui.screens.passphrase import GivePassphraseScreen
from sgtui.ui.screens.register_form import RegisterFormScreen, Waiting
from sgtui.ui.screens.register_list import RegisterList
from sgtui.ui.screens.register_rows import turn_words
from sgtui.ui.screens.register_sections import OnCall, Seen, Staff, see
from sgtui.ui.session import Session
from sgtui.ui.widgets.row_list import RowList

NEEDS_MANAGER = "Only a manager may do this. Ask one to sign in."
READ_ONLY = "You may read this, and change nothing."


class RegisterScreen(RegisterList):
    """Who and what exists."""

    heading = "Register"
    purpose = (
        "Who and what exists. 1 to 6 choose a list, A adds, Enter opens a line to be changed. "
        "Nothing is ever overwritten: what it said before stays on record."
    )

    def __init__(self, desk: Desk, session: Session | None = None) -> None:
        """`session`: for letting staff sign in; without one nobody is."""
        super().__init__()
        self.desk = desk
        self._session = session
        self._waiting: Waiting = {} if session is None else session.waiting
        self._wanted = ""
        self._asks: Reads

    def on_mount(self) -> None:
        """Read the register."""
        self._asks = Reads(self, self.shell.explanations)
        self._read()

    def on_screen_resume(self) -> None:
        """Something may have changed meanwhile."""
        if self.seen is not None:
            self._read()

    def _read(self) -> None:
        desk, signing_in = self.desk, self._signing_in()
        self._asks.ask("register", lambda: see(desk, signing_in))

    def _signing_in(self) -> Callable[[], Iterable[UUID]]:
        door = self._session.door if self._session else None
        return lambda: [one.staff_id for one in door.people()] if door else []

    def on_answered(self, event: Answered) -> None:
        """Read, or somebody has left or is back."""
        if isinstance(event.value, Seen):
            self.seen = event.value
            self.show()
            if self._wanted and self.rows.stand_on(self._wanted):
                self._wanted = ""
        elif isinstance(event.value, str):
            self.done("", event.value, saved=True)

    def on_failed(self, event: Failed) -> None:
        """Nothing has changed."""
        self.say(event.sentence, "problem")

    def done(self, key: str, said: str, *, saved: bool | None = None) -> None:
        """A form over this list has closed: say what came of it, and stand on its line."""
        self._wanted = key
        self._read()
        well = bool(key) if saved is None else saved
        self.call_after_refresh(self.say, said, "saved" if well else "info")

    def available(self, command: Command) -> bool:
        """What the list, and the line stood on, allow."""
        match command.action:
            case "open('register')":
                return False
            case "add":
                return bool(self.section.one)
            case "open_row":
                return self._fields_of(self.rows.key) is not None
            case "passphrase":
                member = self._member
                return bool(member and member.active and self._session and self._session.door)
            case "take_off":
                return self._turn is not None
            case "left":
                return self._member is not None and self._session is not None
        return super().available(command)

    def action_add(self) -> None:
        """A: an empty form, or the screen that this list has for it."""
        if self.section.screen:
            if self._may(self.section.right):
                self.shell.open_screen(self.section.screen, self.done)
            return
        self._open_form(self.section.fresh(), f"new {self.section.one}")

    def action_open_row(self) -> None:
        """O or Enter: the line as a form."""
        key = self.rows.key
        fields = self._fields_of(key)
        if key is not None and fields is not None:
            self._open_form(fields, key)

    @on(RowList.Chosen)
    def _enter(self) -> None:
        self.action_open_row()

    def _open_form(self, known: dict[str, object], key: str) -> None:
        if not self._may(self.section.right):
            return
        form = RegisterFormScreen(
            self.desk, self.section, known, key=key, waiting=self._waiting, done=self.done
        )
        self.app.push_screen(form)

    def _may(self, right: Right) -> bool:
        """Whether whoever is signed in may; else it is said who may."""
        me = self.seen and self.seen.register.staff.get(self.desk.author.staff_id)
        if me and me.may(right):
            return True
        self.say(NEEDS_MANAGER if right is Right.MANAGE else READ_ONLY, "problem")
        return False

    def action_passphrase(self) -> None:
        """P: the person types their own."""
        member, session, seen = self._member, self._session, self.seen
        if member is None or session is None or seen is None or not self._may(Right.MANAGE):
            return
        if member.id == self.desk.author.staff_id:
            self.say("Your own is changed from the menu: Ctrl+P, Change my passphrase.")
        elif session.demo:
            self.say("In the demo nobody needs a passphrase.")
        elif member.id in seen.sign_in:
            question = ConfirmDialog(
                f"A new passphrase for {member.name}?",
                "The one they have opens nothing any more. What they signed stays theirs.",
                needs_reason=False,
            )
            self.app.push_screen(question, lambda given: self._give(member, given))
        else:
            self._give(member, "", anew=False)

    def _give(self, member: StaffMember, given: str | None, *, anew: bool = True) -> None:
        if given is not None and self._session is not None:
            self.app.push_screen(
                GivePassphraseScreen(
                    self.desk, self._session, member, anew=anew,
                    done=lambda said: self.done(str(member.id), said),
                )
            )  # fmt: skip

    def action_left(self) -> None:
        """F9: asks why."""
        member = self._member
        if member is None or not self._may(Right.MANAGE):
            return
        gone = (
            f"Has {member.name} left?",
            "They cannot sign in, own or decide any more. What they recorded stays.",
        )
        back = (
            f"Is {member.name} back?",
            "With the roles they had. Give them a passphrase again afterwards.",
        )
        question = ConfirmDialog(*(gone if member.active else back))  # fmt: skip
        self.app.push_screen(question, lambda reason: self._has_left(member, reason))

    def _has_left(self, member: StaffMember, reason: str | None) -> None:
        door = self._session.door if self._session else None
        if reason is None or door is None:
            return
        desk = self.desk

        def job() -> str:
            if member.active:
                return f"{door.leave(desk, member.id, reason)} has left and cannot sign in."
            return f"{staff_back(desk, member.id, reason).name} is back. P gives a passphrase."

        self.shell.writes.queue("left", job, self)

    def action_take_off(self) -> None:
        """Del: asks first."""
        turn, seen = self._turn, self.seen
        if turn is None or seen is None or not self._may(Right.MANAGE):
            return
        name = seen.register.staff_name(turn.staff)
        when = turn_words(turn.since, turn.until, seen.now)
        question = ConfirmDialog(
            f"Take {name} off the rota?", f"On call {when}.", needs_reason=False
        )
        self.app.push_screen(question, lambda given: self._taken_off(turn, name, given))

    def _taken_off(self, turn: OnCallSlot, name: str, given: str | None) -> None:
        if given is None:
            return
        desk, said = self.desk, OnCallSet.model_validate({**slot_fields(turn), "active": False})

        def job() -> str:
            set_on_call(desk, said)
            return f"{name} is off the rota then."

        self.shell.writes.queue("turn", job, self)

    @property
    def _turn(self) -> OnCallSlot | None:
        """The turn on call stood on."""
        key = self.rows.key
        if self.seen is None or not isinstance(self.section, OnCall) or key is None:
            return None
        return self.seen.register.slots.get(UUID(key))

    @property
    def _member(self) -> StaffMember | None:
        """The member of staff stood on."""
        key = self.rows.key
        if self.seen is None or not isinstance(self.section, Staff) or key is None:
            return None
        return self.seen.register.staff.get(UUID(key))

    def _fields_of(self, key: str | None) -> dict[str, object] | None:
        if self.seen is None or key is None:
            return None
        return self.section.held(self.seen.register, key)
