"""Gates before a correction: nothing is edited, and nothing is struck by one person alone (G20)."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from pydantic import ValidationError

from sgtui.domain.attempt import Attempt, Missing
from sgtui.domain.case_file import CaseFile, fold
from sgtui.domain.corrections import amended, put_right
from sgtui.domain.entries import (
    Amended,
    BodyMapped,
    ClosureApproved,
    ClosureRequested,
    EnteredInError,
    Entry,
    FileAudited,
    LadderPinned,
    Payload,
    Reopened,
)
from sgtui.domain.entries.mark_reading import NotAMark

_FIXED = frozenset({"kind", "reference", "ladder", "version"})


def _by_hand(payload: Payload, *, but: tuple[type[Payload], ...]) -> bool:
    """Whether somebody made it, not the program, and it is none of these."""
    return not (payload.by_program or isinstance(payload, but))


def entry_amended(
    attempt: Attempt, allowed: Callable[[Attempt], Iterable[Missing]]
) -> Iterator[Missing]:
    """Whether a correction fits, and what it makes would have been `allowed` at its time."""
    payload = attempt.payload
    if not isinstance(payload, Amended):
        return
    target = attempt.case.entry(payload.entry)
    if target is None or not _by_hand(target.payload, but=(Amended, EnteredInError)):
        yield Missing("G20", "Choose an entry of this case; corrections are not amended.")
        return
    if isinstance(target.payload, FileAudited):
        yield Missing("G20", "An audit is not amended. Look through the file again.")
        return
    if target.id in attempt.case.struck:
        yield Missing("G20", "That entry was entered in error; it is not amended.")
    asks = type(target.payload).asks()
    fields = set(type(target.payload).model_fields) - _FIXED
    if not set(payload.changes) <= fields:
        names = ", ".join(ask.label for ask in asks.values())
        yield Missing("G20", f"Only these can be amended here: {names}.")
    else:
        yield from _what_it_makes(attempt, target, payload, allowed)


def _what_it_makes(
    attempt: Attempt,
    target: Entry,
    correction: Amended,
    allowed: Callable[[Attempt], Iterable[Missing]],
) -> Iterator[Missing]:
    case = attempt.case
    so_far = amended(target, case.amendments.get(target.id, ()))
    try:
        made = put_right(so_far.payload, correction)
    except ValidationError as error:
        yield Missing("G20", _misfit(error))
        return
    if _marks_moved(so_far.payload, made):
        yield Missing("G20", "A mark is never moved, added or taken away: make a new body map.")
    before = fold(case.entries[: max(1, target.number - 1)])
    author = attempt.register.staff.get(target.recorded_by, attempt.author)
    trial = replace(attempt, case=before, payload=made, author=author)
    for item in allowed(trial):
        yield replace(item, mends="")


def _misfit(error: ValidationError) -> str:
    """What does not fit; of a mark that cannot be read, which one and why not."""
    for item in error.errors(include_url=False, include_input=False):
        reason = item.get("ctx", {}).get("error")
        if isinstance(reason, NotAMark):
            number = next((part + 1 for part in item["loc"] if isinstance(part, int)), 1)
            return f"Mark {number}: {reason}"
    return "The corrected value does not fit its field."


def _marks_moved(was: Payload, made: Payload) -> bool:
    """Whether a correction of a body map moves, adds or takes away a mark (domain 2.7)."""
    if not (isinstance(was, BodyMapped) and isinstance(made, BodyMapped)):
        return False
    return [mark.region for mark in was.marks] != [mark.region for mark in made.marks]


def entered_in_error(attempt: Attempt) -> Iterator[Missing]:
    """Whether an entry may be struck, and whether two people say so."""
    payload = attempt.payload
    if not isinstance(payload, EnteredInError):
        return
    target = attempt.case.entry(payload.entry)
    if target is None or target.id in attempt.case.struck:
        yield Missing("G20", "Choose an entry of this case that still stands.")
    elif not _by_hand(target.payload, but=(EnteredInError,)):
        yield Missing("G20", "That entry cannot be struck; amend or add instead.")
    else:
        yield from _rested_on(attempt.case, target)
    if payload.second_person == attempt.author.id:
        yield Missing("G20", "Two people are needed: name another as second person.")


def _rested_on(case: CaseFile, target: Entry) -> Iterator[Missing]:
    """What was built upon since cannot be taken away from under it."""
    match target.payload:
        case ClosureApproved() if case.closed_by != target.id:
            yield Missing("G20", "The case has been opened again since; that closing stays.")
        case ClosureRequested() if any(
            said.entry.number > target.number for said in case.of(ClosureApproved)
        ):
            yield Missing("G20", "That request was approved. Reopen the case instead.", "reopened")
        case Reopened() if _went_on(case, target):
            yield Missing("G20", "The case has gone on since it was reopened. Close it instead.")
        case LadderPinned():
            yield Missing("G20", "The ladder it followed stays on record. Follow another instead.")
        case Amended() if not _still_fits(case, target):
            yield Missing("G20", "A later amendment rests on this one. Strike that first.")


def _went_on(case: CaseFile, target: Entry) -> bool:
    later = case.entries[target.number :]
    return any(_by_hand(e.payload, but=(Amended, EnteredInError)) for e in later)


def _still_fits(case: CaseFile, struck: Entry) -> bool:
    """Whether the other amendments of the same entry fit without this one."""
    if not isinstance(struck.payload, Amended):
        return True
    target = case.entry(struck.payload.entry)
    payload = target.payload if target else struck.payload
    for other in case.amendments.get(struck.payload.entry, ()):
        if other.id != struck.id and isinstance(other.payload, Amended):
            try:
                payload = put_right(payload, other.payload)
            except ValidationError:
                return False
    return True
