"""Patterns looked for when a concern, a map or somebody involved is recorded (R85, domain 2.16)."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from sgtui.domain.case_file import CaseFile
from sgtui.domain.entries import (
    Amended,
    BodyMapped,
    ConcernCompleted,
    ConcernRecorded,
    Entry,
    PatternFound,
    PersonInvolved,
)
from sgtui.domain.ladder import Ladder
from sgtui.domain.ladder_parts import PatternRule
from sgtui.domain.patterns import Incident, Pattern, found, incident_of
from sgtui.services.ports import ReadUnit

_TELLING = (ConcernRecorded, ConcernCompleted, BodyMapped, PersonInvolved, Amended)
"""What may give a case something in common with others that it did not have before."""


def may_show_a_pattern(entries: Iterable[Entry]) -> bool:
    """Whether any of these entries tells what patterns are made of."""
    return any(isinstance(entry.payload, _TELLING) for entry in entries)


def new_patterns(
    unit: ReadUnit, case: CaseFile, ladder: Ladder, *, begun: bool
) -> tuple[PatternFound, ...]:
    """What the ladder's rules find in this case and others, and nobody has been told yet.

    `begun`: the case begins with this, so that no other can have told of it. It costs one query
    for the cases noticed within the longest of the rules' days.
    """
    rules = [rule for rule in ladder.patterns if rule.leads_to == "propose"]
    if not rules or not case.is_open:
        return ()
    this = incident_of(case)
    others = _around(unit, this, rules)
    ids = {other.reference: other.case_id for other in others}
    patterns = (found(rule, this, others) for rule in rules)
    return tuple(
        PatternFound(
            rule=one.rule, words=one.words, references=one.references, proposes=one.proposes
        )
        for one in patterns
        if one is not None and (begun or not _is_known(unit, case, one, ids))
    )


def _around(unit: ReadUnit, this: Incident, rules: Iterable[PatternRule]) -> tuple[Incident, ...]:
    """Every other concern that any of the rules may count with this one."""
    days = [rule.days for rule in rules]
    known = [timedelta(days=day) for day in days if day is not None]
    if len(known) < len(days):
        found_ones = unit.incidents()
    else:
        most = max(known)
        found_ones = unit.incidents(this.noticed_at - most, this.noticed_at + most)
    return tuple(one for one in found_ones if one.case_id != this.case_id)


def _is_known(unit: ReadUnit, case: CaseFile, one: Pattern, ids: dict[str, UUID]) -> bool:
    """Whether the cases are linked already, or one of them was told of as many by this rule."""
    whole = {case.reference, *one.references}
    if whole <= {case.reference, *case.linked}:
        return True
    named = {ids[reference]: reference for reference in one.references}
    elsewhere = unit.entries_of_kind(named, PatternFound.kind_word())
    return any(
        said.rule == one.rule
        and whole <= {named.get(entry.case_id, case.reference), *said.references}
        for entry in (*case.entries, *elsewhere)
        if isinstance(said := entry.payload, PatternFound)
    )
