"""What may be asked about a case: whom it is about, and which of its entries an answer may name."""

from collections.abc import Callable, Mapping

from sgtui.domain.case_file import CaseFile
from sgtui.domain.entries import CASE_KINDS, Ask, Entry, Payload
from sgtui.domain.entries.choices import CaseKind
from sgtui.domain.entries.payload import Whom

Endings = Mapping[str, str]
"""Kind of entry to the field of it that names what it ends."""

_ENDED_BY: Mapping[str, Endings] = {
    "action_agreed": {"action_done": "action", "action_dropped": "action"},
    "audit_finding_raised": {"audit_finding_mended": "finding"},
    "challenge_raised": {"challenge_concluded": "challenge"},
    "closure_requested": {"closure_refused": "request", "closure_approved": "request"},
    "meeting_arranged": {"meeting_held": "arranged", "meeting_called_off": "arranged"},
    "monitoring_started": {"monitoring_ended": "monitoring"},
    "pattern_found": {"pattern_answered": "pattern"},
}
"""What ends each kind that can be over, for whoever wants to add to it."""

_VERIFIED: Endings = {"action_verified": "action", "action_dropped": "action"}


def whom(case: CaseFile) -> Whom:
    """Whether the questions for a child or for an adult are asked."""
    return "child" if case.opening.what.case_kind is CaseKind.CHILD else "adult"


def is_for(case: CaseFile, kind: type[Payload]) -> bool:
    """Whether entries of a kind are made in such a case at all."""
    return kind.only in ("", whom(case))


def still_open(case: CaseFile, kind: str) -> Callable[[Entry], bool]:
    """Whether an entry is not over yet, for whoever makes one of `kind` about it.

    An action that is done can only be verified; nothing can be added to what was ended, and what
    was looked back on is not looked back on again.
    """
    if kind == "action_verified":
        done, verified = _named(case, {"action_done": "action"}), _named(case, _VERIFIED)
        return lambda entry: entry.id in done and entry.id not in verified
    if kind == "audit_finding_verified":
        mended = _named(case, {"audit_finding_mended": "finding"})
        seen = _named(case, {kind: "finding"})
        return lambda entry: entry.id in mended and entry.id not in seen
    if kind == "after_action_reviewed":
        reviewed = _named(case, {kind: "about"})
        return lambda entry: entry.id not in reviewed
    ended = {of: _named(case, endings) for of, endings in _ENDED_BY.items()}
    return lambda entry: entry.id not in ended.get(entry.kind, ())


def _named(case: CaseFile, endings: Endings) -> set[object]:
    """What the standing entries of these kinds name."""
    return {
        getattr(said.what, field) for kind, field in endings.items()
        for said in case.of(CASE_KINDS[kind])
    }  # fmt: skip


def may_be_named(case: CaseFile, kind: type[Payload], ask: Ask) -> tuple[Entry, ...]:
    """The entries that an answer may name, newest first: of the right kind, standing, not over."""
    is_open = still_open(case, kind.kind_word())
    return tuple(
        entry
        for entry in reversed(case.standing)
        if (entry.kind in ask.of if ask.of else not entry.payload.by_program) and is_open(entry)
    )


def has_what_it_is_about(case: CaseFile, kind: type[Payload]) -> bool:
    """Whether the case has something for every field that must name something of it."""
    return all(
        _something(case, kind, ask)
        for name, ask in kind.asks(whom(case)).items()
        if kind.model_fields[name].is_required()
    )


def _something(case: CaseFile, kind: type[Payload], ask: Ask) -> bool:
    match ask.how:
        case "referral":
            return bool(case.referrals)
        case "safeguard":
            return bool(case.active_safeguards)
        case "entry":
            return bool(may_be_named(case, kind, ask))
    return True
