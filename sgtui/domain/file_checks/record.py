"""Tests of the record itself: times, words, safety, evidence, body map, capacity, amendments."""

from sgtui.domain.entries import (
    Amended,
    BodyMapDeclined,
    BodyMapped,
    CapacityNoted,
    EnteredInError,
    EvidenceSecured,
    SafetyChecked,
    SharingDecided,
    StatementTaken,
    WishesRecorded,
)
from sgtui.domain.entries.choices import Safety, SafetyStep, SharingGround, StatementType, YesNo
from sgtui.domain.file_checks.file import (
    AuditedFile,
    Check,
    Checked,
    by_entries,
    entries_words,
    lacking,
    lacking_unless_in_time,
    met,
)
from sgtui.domain.ladder import Duty
from sgtui.domain.london_time import moment_words

_BEFORE_IT_IS_DECIDED = (Duty.FULL_RECORD, Duty.INTERNAL_ESCALATION, Duty.THRESHOLD)
"""While these run in time nobody need have asked yet what the person wants."""

_SAYS_NOTHING = frozenset({"", "x", "n/a", "na", "tbc", "none", "nothing"})


def times(file: AuditedFile) -> Checked:
    """When it happened, was noticed and was written down."""
    opening, happened = file.case.opening, file.case.happened_at
    if happened is None:
        missing = "When it happened is not on record."
        return lacking_unless_in_time(file, missing, Duty.FULL_RECORD)
    noticed, written = opening.what.noticed_at, opening.entry.recorded_at
    return met(
        f"Happened {moment_words(happened)}, noticed {moment_words(noticed)}, written down"
        f" {moment_words(written)} (entry {opening.entry.number})."
    )


def verbatim(file: AuditedFile) -> Checked | None:
    """Somebody's exact words; whether anybody said anything only a reader can tell."""
    exact = StatementType.VERBATIM
    said = [s.entry for s in file.case.of(StatementTaken) if s.what.statement_type is exact]
    return met(by_entries(said, "Exact words")) if said else None


def safety(file: AuditedFile) -> Checked:
    """Whether safety was checked, and nobody was left found unsafe."""
    checks = file.case.of(SafetyChecked)
    if not checks:
        return lacking_unless_in_time(file, "Safety was never checked.", Duty.MAKE_SAFE)
    newest = checks[-1]
    when = f"{moment_words(newest.at)} (entry {newest.entry.number})"
    if newest.what.safety is Safety.UNSAFE_UNCONTROLLED:
        missing = f"Found not safe {when}, and nothing says that they are safe since."
        return lacking_unless_in_time(file, missing, Duty.MAKE_SAFE)
    return met(f"Newest of {len(checks)}: {newest.what.safety.label}, {when}.")


def evidence(file: AuditedFile) -> Checked | None:
    """What was kept, and where; whether there was anything to keep only a reader can tell."""
    kept = [said.entry for said in file.case.of(EvidenceSecured)]
    if kept:
        return met(by_entries(kept, "Kept, and where"))
    ticked = [
        said.entry
        for said in file.case.of(SafetyChecked)
        if SafetyStep.EVIDENCE_KEPT in said.what.steps
    ]
    if ticked:
        named = entries_words(ticked)
        return lacking(f"Evidence kept was ticked ({named}); what and where is not on record.")
    return None


def body_map(file: AuditedFile) -> Checked:
    """A body map, or why there is none."""
    maps = [said.entry for said in file.case.of(BodyMapped)]
    if maps:
        return met(by_entries(maps, "Body map"))
    reasons = [said.entry for said in file.case.of(BodyMapDeclined)]
    if reasons:
        return met(by_entries(reasons, "None, with its reason"))
    missing = "There is neither a body map nor a reason for none."
    return lacking_unless_in_time(file, missing, Duty.FULL_RECORD)


def capacity(file: AuditedFile) -> Checked | None:
    """A note of capacity; without one only a reader can tell whether there was any doubt."""
    noted = [said.entry for said in file.case.of(CapacityNoted)]
    if noted:
        return met(by_entries(noted, "Noted"))
    lacks = SharingGround.LACKS_CAPACITY
    doubted = [s.entry for s in file.case.of(SharingDecided) if s.what.ground is lacks]
    if doubted:
        named = entries_words(doubted)
        return lacking(f"Shared because they lack capacity ({named}); how that was found is not.")
    return None


def wishes(file: AuditedFile) -> Checked:
    """What the person wants, or why they were not asked."""
    said = file.case.of(WishesRecorded)
    asked = [one.entry for one in said if one.what.asked is YesNo.YES]
    if asked:
        return met(by_entries(asked, "Asked"))
    if said:
        return met(by_entries([one.entry for one in said], "Not asked, with the reason"))
    missing = "What the person wants is not on record, nor why they were not asked."
    return lacking_unless_in_time(file, missing, *_BEFORE_IT_IS_DECIDED)


def amendments_explained(file: AuditedFile) -> Checked:
    """Why each entry was put right or struck."""
    made = [e for e in file.case.entries if isinstance(e.payload, Amended | EnteredInError)]
    bare = [entry for entry in made if _reason_of(entry.payload) in _SAYS_NOTHING]
    if bare:
        return lacking(by_entries(bare, "Put right without saying why"))
    return met(by_entries(made, "Each says why"))


def _reason_of(payload: object) -> str:
    reason = payload.reason if isinstance(payload, Amended | EnteredInError) else ""
    return reason.casefold().strip(" .-!")


TESTS: dict[str, Check] = {
    "times": times,
    "verbatim": verbatim,
    "safety": safety,
    "evidence": evidence,
    "body_map": body_map,
    "capacity": capacity,
    "wishes": wishes,
    "amendments_explained": amendments_explained,
}
