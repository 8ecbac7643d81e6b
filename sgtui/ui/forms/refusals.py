"""What stands in the way of a save: what a field of the form mends, and what comes first."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from sgtui.domain.entries import CASE_KINDS, NewEntry
from sgtui.domain.gates import Missing
from sgtui.domain.register import Register
from sgtui.services.desk import Desk
from sgtui.services.failures import EntryClash
from sgtui.services.record import NotYet, Recorded, record
from sgtui.ui.dialogs.not_yet import First


def try_to(
    desk: Desk, case_id: UUID, new: NewEntry, seen: int, draft_id: UUID
) -> Recorded | NotYet | EntryClash:
    """Record an entry, or give the refusal, so that a form can act on what it says."""
    try:
        return record(desk, case_id, [new], seen=seen, draft_id=draft_id)
    except (NotYet, EntryClash) as refusal:
        return refusal


def sorted_out(
    found: Iterable[Missing], labels: Mapping[str, str]
) -> tuple[dict[str, str], tuple[Missing, ...]]:
    """Complaints by field name, and the rest. `labels`: field name to its label on the form."""
    beside: dict[str, str] = {}
    rest: list[Missing] = []
    for item in found:
        name = _concerned(item, labels)
        if name and not item.mends and name not in beside:
            beside[name] = item.sentence
        else:
            rest.append(item)
    return beside, tuple(rest)


def _concerned(item: Missing, labels: Mapping[str, str]) -> str:
    """The field a sentence names, as "Told: ..." or "..., in Decided."."""
    for name, label in labels.items():
        if item.sentence.startswith(f"{label}:") or f"in {label}." in item.sentence:
            return name
    return ""


def first_of(rest: Iterable[Missing]) -> list[First]:
    """What comes first, for the list to choose from."""
    return [
        First(item.sentence, item.mends, CASE_KINDS[item.mends].title if item.mends else "")
        for item in rest
    ]


def clash_words(clash: EntryClash, register: Register) -> tuple[str, str]:
    """Who was first with what, and all that they wrote."""
    newest = clash.newer[-1]
    title = f"{register.staff_name(newest.recorded_by)} recorded {newest.payload.title} first"
    theirs = [f"{e.payload.title}: {e.payload.line(register)}" for e in clash.newer]
    yours = "Every word you typed is still there. Press Ctrl+S again to record yours."
    return title, "\n\n".join([*theirs, yours])
