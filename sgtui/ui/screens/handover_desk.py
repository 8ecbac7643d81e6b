"""What every part of handing over stands on: it is read on threads, stays live, keeps its draft."""

from textual import on
from textual.widgets import TextArea

from sgtui.services.desk import Desk
from sgtui.services.handover import FORM, HandoverView, read_handover
from sgtui.services.handover_sheet import LiveCase, refreshed
from sgtui.ui.background import Answered, Failed, Reads
from sgtui.ui.forms.draft_keeper import DraftKeeper
from sgtui.ui.screens.case_desk import AGAIN_EVERY, LOOK_EVERY
from sgtui.ui.screens.desk_screen import DeskScreen
from sgtui.ui.widgets.story import Story

SIGN = "sign"
"""What words for the next shift are about, as a draft says it, before there is a handover."""


class HandoverDesk(DeskScreen):
    """How handing over stands, the sheet, and what was typed and marked so far."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.view: HandoverView | None = None
        """How it stands, as last read; None until it has been."""
        self.cases: tuple[LiveCase, ...] | None = None
        """The sheet; None until it has been read."""
        self.taken: set[str] = set()
        """The late duties marked as taken over, as a handover names them."""
        self.saving = False
        self.keeper = DraftKeeper(self, desk, FORM, None, self._to_keep)
        self.asks: Reads
        self._typed_any = False
        self._change = self._sheet_of = -1
        self._reading = False

    def on_mount(self) -> None:
        """Read, then stay with it."""
        self.asks = Reads(self, self.shell.explanations)
        self.keeper.start()
        self.read()
        self.set_interval(LOOK_EVERY, self.look)
        self.set_interval(AGAIN_EVERY, self.read)

    def on_unmount(self) -> None:
        """The line needs no watching any more."""
        self.keeper.stop()

    def on_screen_resume(self) -> None:
        """Something may have been recorded on another screen."""
        if self.view is not None:
            self.say("")
            self.read()

    def read(self) -> None:
        """Read how it stands, behind what is being written."""
        desk = self.desk
        change = desk.store.change_number

        def job() -> tuple[int, HandoverView]:
            return change(), read_handover(desk)

        self.asks.ask("view", self.shell.writes.behind(job))

    def look(self) -> None:
        """Ask whether anyone has recorded anything since."""
        if self.is_current:
            self.asks.ask("change", self.desk.store.change_number)

    def on_answered(self, event: Answered) -> None:
        """A read has ended."""
        match event.request.name, event.value:
            case "change", int(number) if number != self._change:
                self.read()
            case "view", (int(number), HandoverView() as view):
                self._show(number, view)
            case "sheet", tuple() as cases:
                self.cases, self._reading = cases, False
                self._read_sheet()
                self.draw()

    def on_failed(self, event: Failed) -> None:
        """A sheet that could not be read is read with the next change."""
        if event.request.name == "sheet":
            self._reading = False

    def draw(self) -> None:
        """Draw everything that has been read."""

    def another(self) -> None:
        """It is about another handover than before."""

    def touched(self) -> None:
        """Something was typed or marked: keep it soon."""
        self._typed_any = True
        self.keeper.touched()

    @on(TextArea.Changed)
    def _typed(self) -> None:
        self.touched()

    @property
    def notes(self) -> str:
        """The words for the next shift, or what whoever comes asks."""
        return self.query_one(Story).text.strip()

    def begin_anew(self) -> None:
        """Another handover than before: its words and marks are its own."""
        self.keeper.stop()
        self.keeper = DraftKeeper(self, self.desk, FORM, None, self._to_keep)
        self.keeper.start()
        self.taken.clear()
        self.query_one(Story).text = ""
        self._typed_any = False

    @property
    def _about(self) -> str:
        """Which handover the typed words belong to: the one taken over, else the next."""
        taking = self.view.taking if self.view else None
        return str(taking.entry) if taking else SIGN

    def _show(self, number: int, view: HandoverView) -> None:
        """Draw how it stands; the sheet is read again where anything has changed."""
        first, about = self.view is None, self._about
        self.view = view
        if not first and about != self._about:
            self.begin_anew()
        if first or about != self._about:
            self._carry_on(view)
            self.another()
        self._change = number
        self._read_sheet()
        self.draw()

    def _read_sheet(self) -> None:
        """Read the sheet as of the newest change, one reading after the other."""
        view, desk = self.view, self.desk
        if view is None or self._reading or self._sheet_of == self._change:
            return
        self._reading, self._sheet_of = True, self._change
        known = {case.case_id: case for case in self.cases or ()}
        self.asks.ask("sheet", lambda: refreshed(desk, view, known))

    def _carry_on(self, view: HandoverView) -> None:
        """Words begun before, and marks set before, are there again."""
        draft = next((one for one in view.words if one.fields.get("about") == self._about), None)
        if draft is None:
            return
        self.keeper.carry_on(draft)
        notes, taken = draft.fields.get("notes"), draft.fields.get("taken")
        self.taken = set(taken) if isinstance(taken, list) else set()
        self.query_one(Story).text = notes if isinstance(notes, str) else ""

    def _to_keep(self) -> dict[str, object] | None:
        """What a draft keeps; nothing while nothing was typed, or while it is being saved."""
        if not self._typed_any or self.saving or self.view is None:
            return None
        return {"notes": self.notes, "taken": sorted(self.taken), "about": self._about}
