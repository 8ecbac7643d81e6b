"""The draft of one form: kept while typing, the newest words last, nothing after the record."""

from collections.abc import Callable, Mapping
from threading import Lock
from typing import TypeVar
from uuid import UUID

from sgtui.services import drafts
from sgtui.services.desk import Desk
from sgtui.services.drafts import Draft

Result = TypeVar("Result")


class DraftJobs:
    """Makes the jobs that keep one draft, and sees that a late one never undoes a newer."""

    def __init__(self, desk: Desk, form: str, draft_id: UUID, case_id: UUID | None = None) -> None:
        """`form` names the form in the draft; nothing is kept yet."""
        self._desk = desk
        self._form = form
        self._case_id = case_id
        self.draft_id = draft_id
        self._lock = Lock()
        self._made = 0
        self._done = 0
        self._recorded = False

    def keeping(self, fields: Mapping[str, object]) -> Callable[[], Draft | None]:
        """A job for any thread that keeps these fields, unless newer ones are kept already."""

        def keep() -> Draft:
            return drafts.keep(self._desk, self.draft_id, self._form, self._case_id, fields)

        return self._job(keep)

    def dropping(self) -> Callable[[], Draft | None]:
        """A job that drops the draft, for a form that was emptied."""

        def drop() -> None:
            drafts.drop(self._desk, self.draft_id)

        return self._job(drop)

    def recording(self, record: Callable[[], Result]) -> Callable[[], Result]:
        """A job that records what the draft became; when it succeeds no draft is kept again."""

        def job() -> Result:
            with self._lock:
                result = record()
                self._recorded = True
                return result

        return job

    def _job(self, act: Callable[[], Draft | None]) -> Callable[[], Draft | None]:
        self._made += 1
        number = self._made

        def job() -> Draft | None:
            with self._lock:
                if self._recorded or number <= self._done:
                    return None
                kept = act()
                self._done = number
                return kept

        return job
