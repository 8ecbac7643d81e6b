"""The unit of work that writes: one transaction, kept together or not at all."""

from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, insert

from sgtui.domain.entries import Entry, NewEntry, read_payload
from sgtui.services.ports import Author, DraftRow, EntryClash, Projection
from sgtui.storage.chain import START, canonical, forge
from sgtui.storage.read_unit import SqlReadUnit
from sgtui.storage.rows import entry_columns, entry_of
from sgtui.storage.tables import CASES, CLOCKS, DRAFTS, ENTRIES, REFERRALS


class SqlWriteUnit(SqlReadUnit):
    """One transaction that writes, over one connection."""

    may_be_undone = True

    def append(
        self,
        case_id: UUID,
        new: NewEntry,
        author: Author,
        recorded_at: datetime,
        seen: int | None = None,
    ) -> Entry:
        """Append to a stream, signed by its author, and give the entry with its number.

        Raises EntryClash when others have appended after `seen`, or when the id names something
        else; TypeError for a float in the payload, which has no single spelling.
        """
        repeated = self._connection.execute(entry_columns().where(ENTRIES.c.id == new.id)).first()
        if repeated is not None:
            return _same(entry_of(repeated), case_id, new)
        number, previous = self.head(case_id)
        if seen is not None and seen != number:
            behind = ENTRIES.c.number > seen
            raise EntryClash(
                self._entries(entry_columns().where(ENTRIES.c.case_id == case_id, behind))
            )
        columns = forge(case_id, new, number + 1, previous or START, author, recorded_at)
        made = {name: columns[name] for name in Entry.model_fields if name in columns}
        # What cannot be read again must not be kept, so it is read back before it is written.
        entry = Entry(**(made | {"payload": read_payload(columns["payload"])}))
        self._connection.execute(insert(ENTRIES).values(columns))
        return entry

    def put_projection(self, projection: Projection) -> None:
        """Keep what was derived from a case in place of what was kept before."""
        run = self._connection.execute
        for table in (CLOCKS, REFERRALS, CASES):
            run(delete(table).where(table.c.case_id == projection.case.case_id))
        run(insert(CASES), asdict(projection.case))
        if projection.clocks:
            run(insert(CLOCKS), [asdict(clock) for clock in projection.clocks])
        if projection.referrals:
            run(insert(REFERRALS), [asdict(referral) for referral in projection.referrals])

    def clear_projections(self) -> None:
        """Drop everything derived, before it is built anew from the entries."""
        for table in (CLOCKS, REFERRALS, CASES):
            self._connection.execute(delete(table))

    def save_draft(self, draft: DraftRow) -> None:
        """Keep a draft in place of the one with the same id."""
        self.drop_draft(draft.draft_id)
        self._connection.execute(insert(DRAFTS), asdict(draft))

    def drop_draft(self, draft_id: UUID) -> None:
        """Drop a draft; harmless when there is none."""
        self._connection.execute(delete(DRAFTS).where(DRAFTS.c.draft_id == draft_id))


def _same(there: Entry, case_id: UUID, new: NewEntry) -> Entry:
    """The entry already there under this id. Raises EntryClash when it says something else."""
    said, says = (canonical(one.payload.model_dump()) for one in (there, new))
    if there.case_id != case_id or said != says:
        raise EntryClash((there,))
    return there
