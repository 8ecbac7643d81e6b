"""Learning: what the home does so that it goes better, who sees to it, by when, and whether."""

from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult

from sgtui.domain.people import Right
from sgtui.services.desk import Desk
from sgtui.services.learning import Learnt, read_learning
from sgtui.ui import words
from sgtui.ui.background import Answered, Failed, Reads
from sgtui.ui.commands import Command
from sgtui.ui.dialogs.numbered import NumberedDialog
from sgtui.ui.screens.desk_screen import DeskScreen
from sgtui.ui.screens.learning_forms import (
    WAYS,
    LearningFormScreen,
    Saying,
    Setting,
    key_of,
)
from sgtui.ui.screens.register_form import Waiting
from sgtui.ui.session import Session
from sgtui.ui.widgets.candidates import Candidate
from sgtui.ui.widgets.row_list import RowList
from sgtui.ui.widgets.sheet import Sheet
from sgtui.ui.wording.learning_words import (
    first_of,
    learning_of,
    learning_rows,
    lesson_of,
    whole_lines,
)

_MORE = 6
NEEDS_DECIDER = "Only a lead or manager may do this. Ask one to sign in."


class LearningScreen(DeskScreen):
    """Training, supervision, policy and practice that follow from reviews and audits."""

    DEFAULT_CSS = f"""
    LearningScreen #more {{ height: {_MORE}; margin: 1 0 0 0; padding: 0 1; }}
    """

    AUTO_FOCUS = "#learning"
    heading = "Learning"
    purpose = (
        "What the home does so that it goes better: training, supervision, policy, practice. N "
        "sets something new. Enter says that it is done, verifies or drops it; on a lesson that "
        "led to nothing yet, it sets what follows."
    )
    commands: ClassVar[tuple[Command, ...]] = (
        Command("learning.new", "n", "New", "Set something to be learnt",
                "Opens an empty form: what, who sees to it, by when, and why.", "add", "lists",
                words=("add", "training", "supervision", "policy")),
        Command("learning.open", "o", "Go on", "Go on with the highlighted one (O or Enter)",
                "Done, verified or dropped; a lesson becomes something to be learnt.", "go_on",
                "lists", words=("done", "verify", "drop")),
    )  # fmt: skip

    def __init__(self, desk: Desk, session: Session | None = None) -> None:
        """`session`: keeps what was typed and not saved while the same person is signed in."""
        super().__init__()
        self.desk = desk
        self._waiting: Waiting = {} if session is None else session.waiting
        self._learnt: Learnt | None = None
        self._wanted = ""
        self._asks: Reads

    def body(self) -> ComposeResult:
        """The list, and all that is known about the line stood on."""
        yield RowList(id="learning", empty=words.READING)
        yield Sheet(id="more")

    def on_mount(self) -> None:
        """Read it."""
        self._asks = Reads(self, self.shell.explanations)
        self._read()

    def on_screen_resume(self) -> None:
        """Something may have been said meanwhile."""
        if self._learnt is not None:
            self._read()

    def on_resize(self, _event: events.Resize) -> None:
        """The columns follow the width."""
        self.call_after_refresh(self._draw)

    def _read(self) -> None:
        desk = self.desk
        self._asks.ask("learning", self.shell.writes.behind(lambda: read_learning(desk)))

    def on_answered(self, event: Answered) -> None:
        """It has been read."""
        if isinstance(event.value, Learnt):
            if self._learnt is None:
                self._wanted = first_of(event.value, self.desk.author.staff_id)
            self._learnt = event.value
            self._draw()
            if self._wanted and self._list.stand_on(self._wanted):
                self._wanted = ""

    def on_failed(self, event: Failed) -> None:
        """It could not be read: what is shown stays."""
        self.say(event.sentence, "problem")

    def available(self, command: Command) -> bool:
        """Going on where there is something more to say."""
        match command.action:
            case "open('learning')":
                return False
            case "go_on":
                return bool(self._sayings())
        return super().available(command)

    @property
    def _list(self) -> RowList:
        return self.query_one("#learning", RowList)

    @property
    def _key(self) -> str | None:
        return self._list.key if self.is_mounted and self.query("#learning") else None

    def _sayings(self) -> tuple[tuple[Saying, str, dict[str, Any]], ...]:
        """What can be said of the line stood on, each with its key and what is known."""
        if self._learnt is None:
            return ()
        one, lesson = learning_of(self._learnt, self._key), lesson_of(self._learnt, self._key)
        if lesson is not None:
            setting = Setting()
            return ((setting, f"new {setting.kind.kind_word()} {lesson.entry.id}", lesson.known),)
        ways = WAYS.get(one.state, ()) if one is not None else ()
        now = self.desk.now()
        return tuple((way, key_of(way, one), way.known(one, now)) for way in ways if one)

    @on(RowList.Highlighted)
    def _moved(self) -> None:
        self._draw_more()
        self.show_keys()

    @on(RowList.Chosen)
    def _enter(self) -> None:
        self.action_go_on()

    def action_add(self) -> None:
        """N: an empty form."""
        self._open(Setting(), key_of(Setting(), None), {})

    def action_go_on(self) -> None:
        """O or Enter: its form; where there are several, which."""
        found = self._sayings()
        if len(found) == 1:
            self._open(*found[0])
        elif found:
            listed = [Candidate(str(n), saying.title) for n, (saying, _, _) in enumerate(found)]
            question = NumberedDialog("What became of it?", {"SAY": listed})
            self.app.push_screen(question, lambda key: self._chosen(found, key))

    def _chosen(
        self, found: tuple[tuple[Saying, str, dict[str, Any]], ...], key: str | None
    ) -> None:
        if key is not None:
            self._open(*found[int(key)])

    def _open(self, saying: Saying, key: str, known: dict[str, Any]) -> None:
        if not self._may():
            self.say(NEEDS_DECIDER, "problem")
            return
        form = LearningFormScreen(
            self.desk, saying, known, key=key, waiting=self._waiting, done=self._done
        )
        self.app.push_screen(form)

    def _may(self) -> bool:
        register = self._learnt.register if self._learnt else self.desk.known.register
        me = register.staff.get(self.desk.author.staff_id)
        return me is not None and me.may(Right.DECIDE)

    def _done(self, key: str, said: str) -> None:
        """A form has closed: say what came of it, and stand on its line."""
        self._wanted = key
        self._read()
        self.call_after_refresh(self.say, said, "saved" if key else "info")

    def _draw(self) -> None:
        if self._learnt is None or not self.query("#learning"):
            return
        self._list.empty = "Nothing is set yet. N sets something to be learnt."
        width = max(self._list.size.width - 2, 40)
        self._list.fill(list(learning_rows(self._learnt, width)))
        self._draw_more()
        self.show_keys()

    def _draw_more(self) -> None:
        if self._learnt is not None:
            width = max(self.size.width - 7, 40)
            lines = whole_lines(self._learnt, self._key, width)
            self.query_one("#more", Sheet).show(lines)
