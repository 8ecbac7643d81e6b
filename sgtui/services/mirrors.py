"""What is said of two cases stands in both: a link is kept in the other case as well (R85)."""

from collections.abc import Iterable, Iterator, Sequence

from sgtui.domain.case_file import CaseFile, fold
from sgtui.domain.entries import (
    CasesLinked,
    EnteredInError,
    Entry,
    PatternAnswered,
    PatternFound,
    Payload,
)
from sgtui.domain.entries.pattern import PatternVerdict
from sgtui.domain.gates import Missing
from sgtui.domain.register import Register
from sgtui.domain.stage import CaseStage
from sgtui.services.desk import Desk
from sgtui.services.kept import added, keep
from sgtui.services.ports import ReadUnit, WriteUnit
from sgtui.services.refusals import is_shown

_IN_ERROR = CaseStage.ENTERED_IN_ERROR.value


def unknown_link(desk: Desk, unit: ReadUnit, payload: Payload) -> tuple[Missing, ...]:
    """What stands in the way of a link to a case that is not there, or not for whoever links."""
    if not isinstance(payload, CasesLinked):
        return ()
    row = unit.case_by_reference(payload.reference)
    if row is not None and is_shown(desk, row.barred) and row.stage != _IN_ERROR:
        return ()
    return (Missing("G1", f"Case: no case has the reference {payload.reference}."),)


def may_link(entries: Iterable[Entry]) -> bool:
    """Whether any of these entries says something of two cases."""
    telling = (CasesLinked, EnteredInError, PatternAnswered)
    return any(isinstance(entry.payload, telling) for entry in entries)


def links_of(case: CaseFile, entries: Iterable[Entry]) -> Iterator[CasesLinked]:
    """The links that taking up a pattern makes, to each of its cases that is not linked yet."""
    made = set(case.linked)
    for entry in entries:
        said = entry.payload
        if isinstance(said, PatternAnswered) and said.verdict is PatternVerdict.TAKEN_UP:
            pattern = case.entry(said.pattern)
            if pattern is not None and isinstance(pattern.payload, PatternFound):
                for reference in pattern.payload.references:
                    if reference not in made:
                        made.add(reference)
                        yield CasesLinked(reference=reference, reason=said.reason)


def mirror(
    desk: Desk, unit: WriteUnit, register: Register, case: CaseFile, entries: Sequence[Entry]
) -> None:
    """Keep in the other cases what these entries of this case say of both."""
    for entry in entries:
        said = entry.payload
        if isinstance(said, CasesLinked):
            _add(desk, unit, register, said.reference, _link(case, said), entry)
        elif isinstance(said, EnteredInError):
            struck = case.entry(said.entry)
            if struck is not None and isinstance(struck.payload, CasesLinked):
                reference = struck.payload.reference
                strike = _strike(unit, case, said, reference)
                _add(desk, unit, register, reference, strike, entry)


def _add(
    desk: Desk,
    unit: WriteUnit,
    register: Register,
    reference: str,
    said: Payload | None,
    because: Entry,
) -> None:
    """Append to the other case, sealed and listed anew, unless there is nothing to say."""
    row = unit.case_by_reference(reference)
    if row is None or said is None:
        return
    entries = list(unit.entries(row.case_id))
    if isinstance(said, CasesLinked) and said.reference in fold(entries).linked:
        return
    now = desk.now()
    new = added(said, because, row.case_id, now)
    entries.append(unit.append(row.case_id, new, desk.author, now))
    keep(desk, unit, register, entries)


def _link(case: CaseFile, said: CasesLinked) -> CasesLinked:
    return CasesLinked(reference=case.reference, reason=said.reason)


def _strike(
    unit: ReadUnit, case: CaseFile, said: EnteredInError, reference: str
) -> EnteredInError | None:
    """The same correction of the other case's side of the link, while that still stands."""
    row = unit.case_by_reference(reference)
    other = fold(unit.entries(row.case_id)) if row is not None else None
    for link in other.of(CasesLinked) if other is not None else ():
        if link.what.reference == case.reference:
            return EnteredInError(
                entry=link.entry.id, second_person=said.second_person, reason=said.reason
            )
    return None
