"""Every decision with its reason and the people who took it (R13, R17)."""

from collections.abc import Iterator
from typing import NamedTuple

from sgtui.documents.inspection_pack.entry_words import dated, entry_no, named, people
from sgtui.documents.model import Block, Column, Heading, Paragraph, Table
from sgtui.domain.case_file import Said
from sgtui.domain.entries import (
    AgencyDecisionAccepted,
    BodyMapDeclined,
    ChallengeConcluded,
    ClosureApproved,
    ClosureRefused,
    ClosureRequested,
    CoordinationRecorded,
    Countersigned,
    Entry,
    InternallyEscalated,
    NotificationDecided,
    OwnerAssigned,
    PatternAnswered,
    Payload,
    Reopened,
    ReviewHeld,
    SharingDecided,
    ThresholdDecided,
)
from sgtui.domain.entries.choices import Route, YesNo
from sgtui.domain.entry_marks import EntryMark, mark_of
from sgtui.services.case import CaseView

_DECISION = "Decision, by whom, why"


class Decision(NamedTuple):
    """What was decided, by whom, and why."""

    what: str
    by: str
    why: str


def decisions(view: CaseView) -> Iterator[Block]:
    """Every decision of ours; those on telling others and of agencies have parts of their own."""
    yield Heading("Decisions and reasons")
    for said in view.case.of(ThresholdDecided):
        yield from _threshold(view, said)
    rows = tuple(
        (entry.occurred_at, _words(_decision(view, entry, entry.payload), entry))
        for entry in view.case.standing
        if _listed(entry.payload)
    )
    yield Heading("Every other decision", 3)
    yield dated(_DECISION, rows)


def _listed(said: Payload) -> bool:
    other = not isinstance(said, ThresholdDecided | NotificationDecided)
    return other and mark_of(said, "") is EntryMark.DECISION


def _words(decision: Decision, entry: Entry) -> str:
    why = f"\nBecause: {decision.why}" if decision.why else ""
    return f"{decision.what}\nBy {decision.by} ({entry_no(entry)}).{why}"


def _threshold(view: CaseView, said: Said[ThresholdDecided]) -> Iterator[Block]:
    """The three-part test, or for a child significant harm; the route; the second person."""
    what = said.what
    yield Heading(f"Threshold, {entry_no(said.entry)}", 3)
    parts = tuple(part for part in _parts(what) if part[1] is not None)
    columns = (Column("Question", 4), Column("Answer", 2), Column("Shown by", 7))
    yield Table(columns, parts, empty="No part of the test was answered.")
    yield dated(_DECISION, ((said.at, _words(_decided(view, what), said.entry)),))
    yield Paragraph(_second(view, said))
    if what.route is Route.INTERNAL:
        yield Paragraph("It was kept inside: no referral followed from this decision.", "strong")


def _parts(what: ThresholdDecided) -> Iterator[tuple[str, str | None, str | None]]:
    asks, answered = type(what).asks(), ("needs", "at_risk", "cannot_protect", "significant_harm")
    for name in (*answered, "parents_told"):
        answer = getattr(what, name)
        because = "parents_because" if name == "parents_told" else f"{name}_because"
        label = answer.label if answer is not None else None
        yield asks[name].label, label, getattr(what, because)


def _decided(view: CaseView, what: ThresholdDecided) -> Decision:
    met = "Threshold met, or in doubt" if what.met else "Threshold not met"
    said = f"{met}, in our view. {what.route.label}. Risk {what.risk.label.lower()}."
    return Decision(said, people(view, what.decided_by, what.second_person), what.rationale)


def _second(view: CaseView, said: Said[ThresholdDecided]) -> str:
    """Who stood by it: the second person at once, whoever countersigned it, or nobody yet."""
    signed = [c for c in view.case.of(Countersigned) if c.what.entry == said.entry.id]
    told = [
        f"{people(view, one.entry.recorded_by)} "
        f"{'stands by it' if one.what.agrees is YesNo.YES else 'does not agree'} "
        f"({entry_no(one.entry)})"
        for one in signed
    ]
    if told:
        return f"Countersigned: {'; '.join(told)}."
    if not said.what.alone:
        return "Taken by two people."
    taken = "on call" if said.what.provisional is YesNo.YES else "by one person"
    return f"Taken {taken} and not countersigned yet."


def _decision(view: CaseView, entry: Entry, said: Payload) -> Decision:
    """One decision in words; of a kind without words of its own, its line in the chronology."""
    by = people(view, entry.recorded_by)
    match said:
        case InternallyEscalated():
            told = f"{people(view, said.told)} was told. Decided: {said.decision}"
            return Decision(told, people(view, said.decision_owner), said.reason)
        case Countersigned():
            agrees = "Stands by" if said.agrees is YesNo.YES else "Does not agree with"
            return Decision(f"{agrees} {named(view, said.entry)}.", by, said.comment or "")
        case SharingDecided():
            return Decision(_shared(said), by, said.reason)
        case OwnerAssigned():
            answers = f"{people(view, said.owner)} answers for the case."
            return Decision(answers, by, said.reason or "")
        case BodyMapDeclined():
            return Decision("No body map was made.", by, said.reason)
        case AgencyDecisionAccepted():
            both = people(view, said.first_person, said.second_person)
            about = named(view, said.referral)
            return Decision(f"The agency's refusal is accepted: {about}.", both, said.reason)
        case ChallengeConcluded():
            both = people(view, said.first_person, said.second_person)
            end = f"Challenge ended: {said.outcome.label}."
            return Decision(end, both, said.result)
        case CoordinationRecorded():
            several = f"Several agencies needed: {said.multi_agency_required.label.lower()}."
            return Decision(several, by, said.multi_agency_because)
        case ReviewHeld():
            found = f"{said.found} Present: {said.attended}."
            return Decision(f"Review: {said.outcome.label}.", by, found)
        case PatternAnswered():
            return Decision(f"Pattern: {said.verdict.label}.", by, said.reason)
    return _closing(said, by) or _as_told(view, entry, by)


def _closing(said: Payload, by: str) -> Decision | None:
    """A step of closing or reopening in words; None for anything else."""
    match said:
        case ClosureRequested():
            return Decision("Asks to close the case.", by, said.reason)
        case ClosureApproved():
            return Decision("Approves the closing.", by, said.comment)
        case ClosureRefused() | Reopened():
            return Decision(f"{said.title}.", by, said.reason)
    return None


def _as_told(view: CaseView, entry: Entry, by: str) -> Decision:
    """A decision as its line in the chronology has it."""
    line = next(line for line in view.lines if line.entry_id == entry.id)
    return Decision(f"{line.title}: {line.text}", by, "")


def _shared(said: SharingDecided) -> str:
    asked = f"Asked them: {said.consent_asked.label.lower()}"
    if said.consent_given is not None:
        asked += f"; they agreed: {said.consent_given.label.lower()}"
    basis = f" Legal basis: {said.legal_basis}." if said.legal_basis else ""
    what = f"Shared with {said.shared_with}: {said.what}. Ground: {said.ground.label}."
    return f"{what} {asked}.{basis}"
