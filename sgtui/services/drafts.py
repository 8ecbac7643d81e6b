"""Drafts: what has been typed and not yet recorded. Kept while typing, never dropped unsaved."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sgtui.services.desk import Desk
from sgtui.services.ports import DraftRow, ReadUnit
from sgtui.services.refusals import is_shown


@dataclass(frozen=True)
class Draft:
    """One unfinished form, as its author left it."""

    id: UUID
    form: str
    """Which form: "concern", or the kind of entry."""
    case_id: UUID | None
    fields: Mapping[str, object]
    saved_at: datetime


def keep(
    desk: Desk, draft_id: UUID, form: str, case_id: UUID | None, fields: Mapping[str, object]
) -> Draft:
    """Keep what has been typed so far, in place of what was kept before under the same id."""
    now = desk.now()
    row = DraftRow(
        draft_id=draft_id,
        author_id=desk.author.staff_id,
        form=form,
        case_id=case_id,
        saved_at=now,
        body=json.dumps(dict(fields), ensure_ascii=False),
    )
    with desk.store.writing() as unit:
        unit.save_draft(row)
    return Draft(draft_id, form, case_id, fields, now)


def mine(desk: Desk) -> tuple[Draft, ...]:
    """The signed-in person's own drafts, newest first; nobody sees another's.

    Those about a case that has come to name their author are left out (G21).
    """
    with desk.store.reading() as unit:
        drafts = unit.drafts(desk.author.staff_id)
        rows = [row for row in drafts if _is_shown(desk, unit, row)]
    return tuple(
        Draft(row.draft_id, row.form, row.case_id, json.loads(row.body), row.saved_at)
        for row in rows
    )


def _is_shown(desk: Desk, unit: ReadUnit, draft: DraftRow) -> bool:
    case = unit.case_row(draft.case_id) if draft.case_id is not None else None
    return case is None or is_shown(desk, case.barred)


def drop(desk: Desk, draft_id: UUID) -> None:
    """Drop a draft that its author has emptied."""
    with desk.store.writing() as unit:
        unit.drop_draft(draft_id)
