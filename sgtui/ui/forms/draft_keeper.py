"""Keeping what is typed in a form: soon after the last key, and at once when the line goes."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID, uuid4

from textual.timer import Timer

from sgtui.services.desk import Desk
from sgtui.services.drafts import Draft
from sgtui.ui.forms.draft_jobs import DraftJobs
from sgtui.ui.screens.desk_screen import DeskScreen

KEEP_AFTER = 0.5
"""Seconds without a key after which what was typed is kept."""

Body = Mapping[str, object]


class DraftKeeper:
    """The draft of one form. Its writes go behind those under way, so that none outlives a save."""

    def __init__(
        self,
        screen: DeskScreen,
        desk: Desk,
        form: str,
        case_id: UUID | None,
        body: Callable[[], Body | None],
    ) -> None:
        """`body`: what to keep; None while nothing was typed, or while it is being saved."""
        self._screen = screen
        self._desk = desk
        self._jobs = DraftJobs(desk, form, uuid4(), case_id)
        self._form = form
        self._case_id = case_id
        self._body = body
        self._kept: Body | None = None
        self._timer: Timer | None = None
        self._forget: Callable[[], None] = lambda: None

    @property
    def id(self) -> UUID:
        """The draft that a save drops."""
        return self._jobs.draft_id

    def start(self) -> None:
        """Watch over the line; call when the screen is mounted."""
        self._forget = self._screen.shell.lifeline.keep(self._keep_at_once)
        self._timer = self._screen.set_timer(KEEP_AFTER, self.keep, pause=True)

    def stop(self) -> None:
        """The form is closed."""
        self._forget()

    def carry_on(self, draft: Draft) -> None:
        """Go on with a draft kept before."""
        self._jobs = DraftJobs(self._desk, self._form, draft.id, self._case_id)

    def is_mine(self, draft: Draft, known: Mapping[str, Any]) -> bool:
        """Whether a draft is of this form, case, and the entry that `known` says it is about."""
        same = draft.form == self._form and draft.case_id == self._case_id
        about = known.get("entry")
        return same and (about is None or part_of(draft, "known").get("entry") == about)

    def touched(self) -> None:
        """Something was typed: keep it soon."""
        if self._timer is not None:
            self._timer.reset()
            self._timer.resume()

    def hold(self) -> None:
        """Nothing more is to be kept for now: it is being saved, or thrown away."""
        if self._timer is not None:
            self._timer.pause()

    def keep(self) -> None:
        """Keep it behind any write under way."""
        body = self._body()
        if body is None or body == self._kept:
            return
        self._kept = body
        self._screen.shell.writes.keep("draft", self._jobs.keeping(body), self._screen)

    def drop(self) -> None:
        """Drop what was kept."""
        self.hold()
        self._screen.shell.writes.keep("drop", self._jobs.dropping(), self._screen)

    def _keep_at_once(self) -> None:
        body = self._body()
        if body is not None:
            self._jobs.keeping(body)()


def part_of(draft: Draft, name: str) -> dict[str, Any]:
    """One part of a kept form; empty where it has none."""
    part = draft.fields.get(name)
    return dict(part) if isinstance(part, dict) else {}
