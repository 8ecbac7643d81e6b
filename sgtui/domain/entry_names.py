"""What an entry is called where another one names it: by its own words, and always its number."""

from sgtui.domain.entries import (
    ActionAgreed,
    AgencyInvolved,
    AuditFindingRaised,
    ChallengeRaised,
    Directory,
    Entry,
    EvidenceSecured,
    MeetingArranged,
    MonitoringStarted,
    PatternFound,
    Payload,
    ReferralSent,
    SafeguardingPlanAgreed,
    SafeguardStarted,
)
from sgtui.domain.london_time import moment_words


def own_words(payload: Payload, directory: Directory) -> str:
    """What an entry that others are about is called: a measure, an action; else ""."""
    match payload:
        case ReferralSent():
            return f"to {directory.contact_name(payload.contact)}"
        case SafeguardStarted():
            return payload.measure
        case ActionAgreed() | EvidenceSecured() | MonitoringStarted():
            return payload.what
        case AgencyInvolved():
            return f"{payload.agency.label}, {payload.their_contact}"
        case ChallengeRaised():
            return f"{payload.ground.label}, {payload.stage}"
        case MeetingArranged():
            return f"{payload.meeting_kind.label}, {moment_words(payload.meets_at)}"
        case SafeguardingPlanAgreed():
            return f"plan agreed with {payload.agreed_with}"
        case AuditFindingRaised():
            return payload.found.partition("\n")[0]
        case PatternFound():
            return payload.words
    return ""


def entry_name(entry: Entry, directory: Directory) -> str:
    """ "to LA duty desk (entry 9)", a measure in its own words, or "entry 7, Statement"."""
    words = own_words(entry.payload, directory)
    return (
        f"{words.rstrip('.')} (entry {entry.number})"
        if words
        else f"entry {entry.number}, {entry.payload.title}"
    )
