"""The case: what is owed on top, the ladder left, the chronology right, what is open below."""

from typing import ClassVar

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from sgtui.domain.chronology import Line
from sgtui.domain.entries import CASE_KINDS, Amended, EnteredInError, Entry
from sgtui.domain.when import say
from sgtui.services.body_map import PersonMaps, read_person_maps
from sgtui.services.case import CaseView
from sgtui.services.kinds import kinds_for
from sgtui.ui.background import Answered
from sgtui.ui.commands import Command
from sgtui.ui.dialogs.numbered import NumberedDialog
from sgtui.ui.dialogs.reading import ReadingDialog
from sgtui.ui.screens.case_desk import CaseDesk, open_form
from sgtui.ui.widgets.candidates import Candidate
from sgtui.ui.widgets.chronology_view import ChronologyView
from sgtui.ui.widgets.row_list import RowList
from sgtui.ui.widgets.sheet import Sheet
from sgtui.ui.widgets.status_line import StatusKind
from sgtui.ui.wording import case_words, chronology_words
from sgtui.ui.wording.body_maps_words import NO_MAPS

COMMANDS = (
    Command("desk.next", "f4", "Next step", "Next step: what the ladder says to do now",
            "Opens what the ladder says to do now for this case.", "next_step",
            words=("escalate", "ring", "council", "refer", "chase"), screen="next_step"),
    Command("case.add", "a", "Add", "Add an entry", "Lists everything that can be recorded now.",
            "add", "lists", words=("record", "write", "statement", "referral", "threshold")),
    Command("case.overview", "v", "Overview", "Overview: agencies, actions, who else, evidence",
            "Lists everyone and everything in the case: who, what was agreed, what is late.",
            "overview", "lists", screen="overview",
            words=("agencies", "actions", "challenge", "evidence", "who", "linked", "meeting",
                   "plan", "gap", "told")),
    Command("desk.body_map", "f5", "Body maps", "Body maps of this person, or a first one",
            "Shows every body map of the person; where there is none, it draws one.", "body_map",
            words=("bruise", "mark", "injury", "compare", "skin"), screen="body_maps"),
    Command("case.observe", "n", "Observe", "Observation: how the person is now",
            "Records what you see and hear of the person on this shift.", "observe", "lists",
            words=("observation", "monitor", "worse")),
    Command("case.safeguard", "s", "Safeguard", "Safeguard: keep the person safe for now",
            "Starts an interim safeguard with its own review.", "safeguard", "lists",
            words=("protect", "interim", "two staff")),
    Command("case.why", "w", "Why", "Why this deadline",
            "Explains how the next deadline was worked out.", "why", "lists",
            words=("explain", "deadline", "late")),
    Command("case.ladder", "l", "Ladder", "Ladder: the whole way, drawn",
            "Shows the whole ladder, and what comes if nobody answers.", "ladder", "lists",
            words=("flowchart", "escalate", "dry run"), screen="ladder"),
    Command("case.together", "c", "", "Together: this case and those linked with it",
            "Shows this case and those linked with it as one chronology.", "together", "lists",
            words=("combined", "linked", "pattern", "chronology"), screen="together"),
    Command("case.reports", "p", "Reports", "Reports about this case, to read or print",
            "Lists what can be printed: the pack, the chronology, the referral, the letters.",
            "reports", "lists", words=("print", "pdf", "chronology", "letter"), screen="reports"),
    Command("case.read", "o", "", "Open the highlighted entry in full",
            "Shows the whole text of the entry the cursor stands on.", "read_entry", "lists",
            words=("whole", "text")),
    Command("case.amend", "m", "Amend", "Amend the highlighted entry",
            "Puts right what an entry says; both stay readable.", "amend", "lists",
            words=("correct", "wrong", "mistake", "change")),
    Command("case.error", "e", "", "Entered in error: strike the highlighted entry",
            "Two people strike an entry made by mistake; it stays readable.", "strike", "lists",
            words=("wrong person", "mistake", "delete")),
    Command("case.draft", "d", "Draft", "Carry on with your draft",
            "Opens what you typed about this case and have not saved.", "draft", "lists",
            words=("unfinished", "kept")),
)  # fmt: skip


class CaseScreen(CaseDesk):
    """One case file."""

    DEFAULT_CSS = """
    CaseScreen #middle { height: 1fr; min-height: 4; }
    CaseScreen #left { width: 36; margin: 0 1 0 0; }
    CaseScreen #right { width: 1fr; }
    CaseScreen .over { height: 1; color: $accent; text-style: bold; padding: 0 1; }
    CaseScreen #open { height: auto; }
    """

    AUTO_FOCUS = "#chronology"
    heading = "Case"
    purpose = (
        "One case: what is owed next, how far up the ladder it is, and everything recorded, "
        "newest first. Up and Down move in the chronology, Enter opens an entry in full."
    )
    commands: ClassVar[tuple[Command, ...]] = COMMANDS
    _title_room = 16
    _saved_after: int | None = None
    """The newest entry when a form of ours was saved, until what it saved is shown."""

    def body(self) -> ComposeResult:
        """Header, ladder and chronology side by side, what is open."""
        yield Sheet(fitted=True, id="header")
        with Horizontal(id="middle"):
            with Vertical(id="left"):
                yield Static("LADDER", markup=False, classes="over")
                yield Sheet(id="ladder")
            with Vertical(id="right"):
                yield Static("CHRONOLOGY", markup=False, classes="over", id="how-many")
                yield ChronologyView(id="chronology")
        yield Static("OPEN", markup=False, classes="over", id="how-open")
        yield Sheet(fitted=True, most=4, id="open")

    def on_resize(self, event: events.Resize) -> None:
        """More of what is open where there is room for it."""
        self.query_one("#open", Sheet).most = 4 if event.size.height < 30 else 9
        self._title_room = 16 if event.size.width < 110 else 34
        self.query_one("#left").styles.width = self._title_room + 20
        if self.view is not None:
            self.show(self.view)

    def noted(self, sentence: str, kind: StatusKind = "saved") -> None:
        """After a save the cursor goes to what was just recorded."""
        if kind == "saved" and self.view is not None:
            self._saved_after = self.view.number
        super().noted(sentence, kind)

    def show(self, view: CaseView) -> None:
        """Draw everything; the cursor keeps its entry, but for one recorded a moment ago."""
        self.query_one("#header", Sheet).show(case_words.header(view, self.size.width - 4))
        ladder, here = case_words.rungs(view, self._title_room)
        self.query_one("#ladder", Sheet).show(ladder, here)
        entries = self.query_one("#chronology", ChronologyView)
        entries.show(chronology_words.told(view.lines, view.as_at))
        if self._saved_after is not None and view.number > self._saved_after:
            entries.stand_on(str(view.case.entries[-1].id))
            self._saved_after = None
        count = len(view.case.entries)
        self._over("#how-many", f"CHRONOLOGY  {count} {'entry' if count == 1 else 'entries'}")
        self._show_open(view)

    def _show_open(self, view: CaseView) -> None:
        sheet = self.query_one("#open", Sheet)
        lines = case_words.open_lines(view, self.size.width - 4)
        shown = lines if len(lines) <= sheet.most else lines[: sheet.most]
        sheet.show(shown)
        keys = "F4 and F5" if view.open_prompts else "F4"
        more = f", {len(lines) - len(shown)} more under {keys}" if len(shown) < len(lines) else ""
        draft = ""
        if self.drafts:
            draft = f"   D: your draft from {say(self.drafts[0].saved_at, view.as_at)}"
        self._over("#how-open", f"OPEN  {len(lines)}{more}{draft}")

    def _over(self, selector: str, text: str) -> None:
        self.query_one(selector, Static).update(Text(text, no_wrap=True, overflow="ellipsis"))

    def available(self, command: Command) -> bool:
        """What makes sense on this case and on the entry the cursor stands on."""
        if command not in COMMANDS or command.action == "next_step":
            return super().available(command)
        view = self.view
        if view is None:
            return False
        match command.action:
            case "body_map":
                return command.screen in self.shell.screens
            case "draft":
                return bool(self.drafts)
            case "read_entry":
                return self._line() is not None
            case "amend" | "strike":
                return self._correctable() is not None
            case "together":
                return case_words.has_linked(view) and command.screen in self.shell.screens
            case "why":
                return bool(view.next_steps)
            case "observe" | "safeguard":
                return view.case.is_open
            case "add":
                return bool(kinds_for(view.case, view.register))
        return super().available(command)

    @on(RowList.Highlighted)
    def _moved(self) -> None:
        self.show_keys()

    @on(RowList.Chosen)
    def _enter_opens(self) -> None:
        self.action_read_entry()

    def action_add(self) -> None:
        """A: the list of kinds."""
        if self.view is None:
            return
        families = {
            family: [
                Candidate(kind, CASE_KINDS[kind].title, CASE_KINDS[kind].help) for kind in kinds
            ]
            for family, kinds in kinds_for(self.view.case, self.view.register).items()
        }
        self.app.push_screen(NumberedDialog("What do you want to record?", families), self._add)

    def _add(self, kind: str | None) -> None:
        if kind is not None:
            self.enter(kind)

    def action_observe(self) -> None:
        """N."""
        self.enter("observation_made")

    def action_safeguard(self) -> None:
        """S."""
        self.enter("safeguard_started")

    def action_ladder(self) -> None:
        """L."""
        self.shell.open_screen("ladder", self.case_id)

    def action_overview(self) -> None:
        """V."""
        self.shell.open_screen("overview", self.case_id)

    def action_why(self) -> None:
        """W: every running duty, the most urgent first, with its whole reckoning."""
        if self.view is None:
            return
        parts = [
            f"{step.clock.title}: {case_words.due_words(step.clock, self.view.as_at)}\n"
            f"{step.clock.explanation}"
            for step in self.view.next_steps
        ]
        self.app.push_screen(ReadingDialog("Why each is due when it is", "\n\n".join(parts)))

    def action_body_map(self) -> None:
        """F5: the person's maps; whether there are any in their other cases is asked first."""
        if self.view is not None and self.view.maps:
            self.shell.open_screen("body_maps", self.case_id)
        else:
            desk, case_id = self.desk, self.case_id
            self.asks.ask("maps", lambda: read_person_maps(desk, case_id))

    def on_answered(self, event: Answered) -> None:
        """Whether the person has a map in any case."""
        if isinstance(event.value, PersonMaps) and self.is_current:
            if event.value.maps:
                self.shell.open_screen("body_maps", self.case_id)
            elif self.view is not None and self.view.case.is_open:
                self.enter("body_mapped")
            else:
                self.say(NO_MAPS)

    def action_read_entry(self) -> None:
        """O or Enter: the whole entry, or the person's body maps on this one."""
        line = self._line()
        if line is None or self.view is None:
            return
        if any(mapped.entry.id == line.entry_id for mapped in self.view.maps):
            self.shell.open_screen("body_maps", self.case_id, line.entry_id)
        else:
            self.app.push_screen(ReadingDialog(line.title, chronology_words.whole_text(line)))

    def action_amend(self) -> None:
        """M."""
        entry = self._correctable()
        if entry is not None:
            self.enter("amended", {"entry": entry.id})

    def action_strike(self) -> None:
        """E."""
        entry = self._correctable()
        if entry is not None:
            self.enter("entered_in_error", {"entry": entry.id})

    def action_draft(self) -> None:
        """D."""
        if self.drafts:
            draft = self.drafts[0]
            open_form(self.shell, self.case_id, draft.form, draft=draft)

    def _line(self) -> Line | None:
        """The line that the cursor stands on."""
        key = self.query_one("#chronology", ChronologyView).key
        lines = self.view.lines if self.view else ()
        return next((line for line in lines if chronology_words.key_of(line) == key), None)

    def _correctable(self) -> Entry | None:
        """The entry stood on, where it can be put right."""
        line = self._line()
        if self.view is None or line is None or line.entry_id is None or line.struck:
            return None
        entry = self.view.case.entry(line.entry_id)
        if entry is None or entry.payload.by_program:
            return None
        return None if isinstance(entry.payload, Amended | EnteredInError) else entry
