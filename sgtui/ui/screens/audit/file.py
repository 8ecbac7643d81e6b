"""One file of an audit: read and saved, with a draft of it meanwhile; then the next file."""

from dataclasses import dataclass
from uuid import UUID

from sgtui.services import drafts
from sgtui.services.audits import read_audit
from sgtui.services.desk import Desk
from sgtui.services.drafts import Draft
from sgtui.services.file_audit import Looked, look, save
from sgtui.services.record import Recorded
from sgtui.ui import words
from sgtui.ui.background import Answered, Failed, Reads
from sgtui.ui.forms.draft_keeper import DraftKeeper
from sgtui.ui.screens.audit.answering import Answering
from sgtui.ui.screens.audit.items import AuditItems
from sgtui.ui.screens.desk_screen import DeskScreen

DRAFT_KEPT = "Draft kept: nothing is lost. It waits on the file."
DRAFT_HERE = "This is what you had answered. Ctrl+S saves it."


@dataclass(frozen=True)
class _Opened:
    """The file as read, with the auditor's own draft of it."""

    looked: Looked
    draft: Draft | None


@dataclass(frozen=True)
class _Saved:
    """The file as saved, and the next one of the audit."""

    recorded: Recorded
    following: UUID | None
    left: int


class AuditFileScreen(AuditItems):
    """The checklist, for one file."""

    heading = "File"
    purpose = (
        "What the record itself answers stands; you answer the rest with 1, 2 or 3. What is not "
        "met can be given to somebody to mend with F; what is about follow-up is, unless Del lets "
        "it be. Ctrl+S saves the file with its findings and opens the next."
    )

    def __init__(
        self,
        desk: Desk,
        case_id: UUID,
        draft: Draft | None = None,
        note: str = "",
        audit: UUID | None = None,
    ) -> None:
        """`audit` is the draft's where one is carried on; `note`: what is said first."""
        super().__init__(desk)
        self.case_id = case_id
        self.audit = audit or UUID(str(draft.fields["audit"] if draft else ""))
        self._note = note
        self._keeper = DraftKeeper(self, desk, "file_audited", case_id, self._to_keep)
        self._clean: dict[str, object] = {}
        self._saving = False
        self._asks: Reads

    def on_mount(self) -> None:
        """Read the file, and any draft of it."""
        self._asks = Reads(self, self.shell.explanations)
        self._keeper.start()
        if self._note:
            self.say(self._note, "saved")
        self._read()

    def on_unmount(self) -> None:
        """Nothing is kept of a screen that is closed."""
        self._keeper.stop()

    def _read(self) -> None:
        desk, case_id, audit = self.desk, self.case_id, self.audit

        def job() -> _Opened:
            found = look(desk, audit, case_id)
            kept = (d for d in drafts.mine(desk) if d.form == "file_audited")
            mine = (d for d in kept if d.case_id == case_id)
            ours = (d for d in mine if d.fields.get("audit") == str(audit))
            return _Opened(found, next(ours, None))

        self._asks.ask("look", self.shell.writes.behind(job))

    def on_answered(self, event: Answered) -> None:
        """Read, or saved."""
        match event.value:
            case _Opened() as opened:
                self._open(opened)
            case _Saved() as saved:
                self._go_on(saved)

    def on_failed(self, event: Failed) -> None:
        """Nothing was written; every answer stays."""
        was_saving, self._saving = self._saving, False
        self.say(event.sentence.partition("\n")[0], "problem")
        self.show_keys()
        if was_saving:
            self._keeper.keep()
            self._read()  # the record may have gone on: look again, with what was answered

    def _open(self, opened: _Opened) -> None:
        before = self.answering.kept() if self.answering else None
        answering = Answering(opened.looked)
        if before is None:
            self._clean = answering.kept()
        if opened.draft is not None and before is None:
            self._keeper.carry_on(opened.draft)
            answering.put(opened.draft.fields)
            self.say(DRAFT_HERE)
        elif before is not None:
            answering.put(before)
        self.answering = answering
        self.draw()
        if before is None:
            self.stand_on_next()
        self.show_keys()

    def can_save(self) -> bool:
        """Once it is read."""
        return self.answering is not None and not self._saving

    def changed(self) -> None:
        """Keep it soon."""
        super().changed()
        self._keeper.touched()

    def action_case(self) -> None:
        """C."""
        self._keeper.keep()
        self.shell.open_screen("case", self.case_id)

    def _to_keep(self) -> dict[str, object] | None:
        if self.answering is None or self._saving:
            return None
        kept = self.answering.kept()
        return None if kept == self._clean else kept

    def action_save(self) -> None:
        """Ctrl+S: the file with its findings, then the next."""
        answering = self.answering
        if answering is None or self._saving or not self.take_line():
            return
        if answering.open_items:
            first = answering.open_items[0]
            self.listed.stand_on(first.code)
            self.say(f"Not saved. {first.name} is not answered yet: 1, 2 or 3.", "problem")
            return
        self._keeper.hold()
        self._saving = True
        self.say(words.SAVING)
        desk, audit, draft_id = self.desk, self.audit, self._keeper.id
        looked, given = answering.looked, dict(answering.given)
        taken_up = tuple(answering.taken_up.values())

        def job() -> _Saved:
            recorded = save(desk, looked, given, taken_up, draft_id=draft_id)
            left = [one for one in read_audit(desk, audit).files if one.entry is None]
            return _Saved(recorded, left[0].case_id if left else None, len(left))

        self.shell.writes.queue("save", job, self)

    def _go_on(self, saved: _Saved) -> None:
        """Back to the audit, and on to its next file."""
        findings = len(saved.recorded.entries) - 1
        taken = {0: "no finding", 1: "1 finding"}.get(findings, f"{findings} findings")
        said = f"{saved.recorded.reference}, {taken}."
        shell, audit = self.shell, self.audit
        shell.pop_screen()
        below = shell.screen_stack[-1]
        if saved.following is None:
            said = f"{said} That was the last. F9 ends the audit."
        else:
            files = "1 file" if saved.left == 1 else f"{saved.left} files"
            said = f"{said} {files} left."
        noted = getattr(below, "noted", None)
        if noted is not None:
            noted(said)
        if saved.following is not None:
            shell.open_screen("audit_file", saved.following, None, said, audit)

    def action_back(self) -> None:
        """Esc: out of the line first; what was answered is kept."""
        if self.has_class("saying"):
            self.close_line()
        elif self._to_keep() is not None:
            self._keeper.keep()
            self.shell.pop_screen()
            below = self.shell.screen_stack[-1]
            if isinstance(below, DeskScreen):
                below.say(DRAFT_KEPT)
        else:
            self.shell.go_back()
