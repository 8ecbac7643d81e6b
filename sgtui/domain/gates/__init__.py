"""Gates: what is missing before an entry may be made, in plain sentences, and what mends it.

Numbers are those of the practice (G1 to G21); each family of entries has its own file.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

from sgtui.domain.asking import is_for, whom
from sgtui.domain.attempt import Attempt, Gate, Missing, is_immediate
from sgtui.domain.case_file import CaseFile
from sgtui.domain.entries import Amended, EnteredInError, Payload, Reopened, SafeguardStarted
from sgtui.domain.entries.payload import Ask, How
from sgtui.domain.gates import (
    audit,
    body_map,
    challenge,
    closing,
    conflict,
    coordination,
    ladder,
    oversight,
    pattern,
    plan,
    protection,
    referral,
    response,
    safeguard,
    scrutiny,
)
from sgtui.domain.gates.correction import entered_in_error, entry_amended
from sgtui.domain.gates.questions import asked_of_them
from sgtui.domain.people import Right
from sgtui.domain.stage import CaseStage

__all__ = ["Attempt", "Missing", "is_immediate", "missing"]

AHEAD = timedelta(minutes=5)
"""How far ahead a stated time may lie, for clocks that differ a little."""


def missing(attempt: Attempt) -> tuple[Missing, ...]:
    """Everything that stands in the way, all at once; empty when the entry may be made."""
    found = [*_rights(attempt), *_open(attempt), *_times(attempt), *_allowed(attempt)]
    if isinstance(attempt.payload, Amended):
        found.extend(entry_amended(attempt, _allowed))
    return tuple(found)


def _allowed(attempt: Attempt) -> Iterator[Missing]:
    """What what it says lacks: every id known, and the gates of its own kind."""
    yield from _known(attempt)
    gate = _GATES.get(type(attempt.payload))
    own = tuple(gate(attempt)) if gate is not None else ()
    yield from own or _of_the_case(attempt)
    for across in _ACROSS:
        yield from across(attempt)


def _rights(attempt: Attempt) -> Iterator[Missing]:
    author = attempt.author
    if not author.may(Right.RECORD):
        yield Missing("G21", f"{author.role_words} may read, not record. Sign in as staff.")
    if not attempt.payload.by_program:
        yield from conflict.recorded_by_barred(attempt)


def _times(attempt: Attempt) -> Iterator[Missing]:
    """Nothing is recorded before it has happened: a time ahead would hide what is late."""
    if attempt.now is None:
        return
    stated = {"When": attempt.occurred_at, **_stated_times(attempt.payload)}
    for label, at in stated.items():
        if at is not None and at > attempt.now + AHEAD:
            yield Missing("G1", f"{label}: that time is still to come.")
    said = attempt.occurred_at or attempt.now
    for label, at in _times_asked(attempt.payload, "due").items():
        if at < said - AHEAD:
            yield Missing("G1", f"{label}: that is before it was said. Give a time to come.")


def _stated_times(payload: Payload) -> dict[str, datetime]:
    """The times of what has happened, by label; what the program makes looks ahead freely."""
    if payload.by_program:
        return {}
    noticed = getattr(payload, "noticed_at", None)
    return {**_times_asked(payload, "when"), **({"Noticed": noticed} if noticed else {})}


def _times_asked(payload: Payload, how: How) -> dict[str, datetime]:
    """The times in what it says that are asked for in one way, by label."""
    values = {ask.label: getattr(payload, n) for n, ask in payload.asks().items() if ask.how == how}
    return {label: value for label, value in values.items() if isinstance(value, datetime)}


def _known(attempt: Attempt) -> Iterator[Missing]:
    """Every id names somebody or something that exists, and nobody alleged owns or decides."""
    register = attempt.register
    if not is_for(attempt.case, type(attempt.payload)):
        about = "a child" if whom(attempt.case) == "child" else "an adult"
        yield Missing("G1", f"{attempt.payload.title}: not recorded about {about}.")
    for name, ask in type(attempt.payload).asks().items():
        value = getattr(attempt.payload, name)
        if not isinstance(value, UUID):
            continue
        if ask.how == "staff":
            yield from _staff(attempt, name, value)
        elif ask.how == "contact" and value not in register.contacts:
            yield Missing("G1", f"{ask.label}: choose a desk from the register.")
        elif ask.how == "person" and value not in register.people:
            yield Missing("G1", f"{ask.label}: choose somebody from the register.")
        elif ask.how in ("referral", "safeguard") and not _is_of_case(attempt.case, ask, value):
            yield Missing("G1", f"{ask.label}: choose a {ask.how} of this case.")


def _of_the_case(attempt: Attempt) -> Iterator[Missing]:
    """Every entry named is one of this case that may be meant; a gate of its own says it better."""
    for name, ask in type(attempt.payload).asks().items():
        value, case = getattr(attempt.payload, name), attempt.case
        if ask.how == "entry" and value is not None and not _is_of_case(case, ask, value):
            yield Missing("G1", f"{ask.label}: choose an entry of this case.")
        elif ask.how == "entries" and not all(_is_of_case(case, ask, one) for one in value):
            yield Missing("G1", f"{ask.label}: choose entries of this case.")


def _staff(attempt: Attempt, name: str, value: UUID) -> Iterator[Missing]:
    label = type(attempt.payload).asks()[name].label
    member = attempt.register.staff.get(value)
    if member is None or not member.active:
        yield Missing("G1", f"{label}: choose somebody from the register.")
    else:
        yield from conflict.named_though_barred(attempt, name, value)


def _is_of_case(case: CaseFile, ask: Ask, entry_id: UUID) -> bool:
    if ask.how == "referral":
        return case.referral(entry_id) is not None
    if ask.how == "safeguard":
        return any(said.entry.id == entry_id for said in case.of(SafeguardStarted))
    entry = case.entry(entry_id)
    if entry is None or not ask.of:
        return entry is not None
    return entry.kind in ask.of and entry_id not in case.struck


def _open(attempt: Attempt) -> Iterator[Missing]:
    payload, stage = attempt.payload, attempt.case.stage
    if isinstance(payload, Amended | EnteredInError) or payload.by_program:
        return
    if stage is CaseStage.ENTERED_IN_ERROR:
        yield Missing("G14", "This case was entered in error and stays so. Record a new concern.")
    elif isinstance(payload, Reopened):
        if stage is not CaseStage.CLOSED:
            yield Missing("G14", "Only a closed case can be reopened; this one is open.")
    elif not attempt.case.is_open and not payload.after_closing:
        yield Missing("G14", f"This case is {stage.label.lower()}. Reopen it first.", "reopened")


_GATES: dict[type[Payload], Gate] = {
    **body_map.GATES,
    **response.GATES,
    **referral.GATES,
    **challenge.GATES,
    **safeguard.GATES,
    **protection.GATES,
    **closing.GATES,
    **coordination.GATES,
    **plan.GATES,
    **ladder.GATES,
    **pattern.GATES,
    **oversight.GATES,
    **audit.GATES,
    EnteredInError: entered_in_error,
}

_ACROSS: tuple[Gate, ...] = (
    asked_of_them, conflict.decides_independently, coordination.still_asked, scrutiny.kept_inside,
)  # fmt: skip
"""Gates that stand before several kinds of entry."""
