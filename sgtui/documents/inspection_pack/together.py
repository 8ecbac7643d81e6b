"""Working with others: agencies and their parts, coordination, meetings, plan, actions (R58)."""

from collections.abc import Iterator

from sgtui.documents.inspection_pack.entry_words import dated, entry_no, named, people, signed
from sgtui.documents.model import Block, Cell, Column, Heading, Paragraph, Table
from sgtui.documents.naming import staff_words
from sgtui.domain.actions import Action
from sgtui.domain.coordination import Party
from sgtui.domain.entries import (
    ActionAgreed,
    AgencyInvolved,
    CoordinationRecorded,
    CoordinationReviewed,
    CoordinationValidated,
    LeadProfessionalNamed,
    MeetingArranged,
    MeetingHeld,
    Payload,
    SafeguardingPlanAgreed,
)
from sgtui.domain.entries.choices import YesNo
from sgtui.domain.london_time import moment_words
from sgtui.services.case import CaseView

_TOGETHER: tuple[type[Payload], ...] = (
    ActionAgreed, AgencyInvolved, CoordinationRecorded, LeadProfessionalNamed, MeetingArranged,
    MeetingHeld, SafeguardingPlanAgreed,
)  # fmt: skip


def together(view: CaseView) -> Iterator[Block]:
    """Agencies, coordination with its validation, meetings, the plan and the actions."""
    yield Heading("Agencies, meetings, plan and actions")
    if not any(map(view.case.of, _TOGETHER)):
        yield Paragraph("No other agency, meeting, plan or action is recorded.")
        return
    agencies = tuple(_party(view, party) for party in view.case.coordination.parties)
    columns = (Column("Agency", 4), Column("Their contact, ours, their part", 10))
    yield Table(columns, agencies, "Agencies involved")
    yield from _coordination(view)
    yield dated("Meeting", _meetings(view), "Meetings")
    plans = tuple(
        (said.at, _plan(view, said.what)) for said in view.case.of(SafeguardingPlanAgreed)
    )
    yield dated("Plan", plans, "Safeguarding plan")
    actions = tuple(_action(view, action) for action in view.case.actions)
    told = (Column("State", 2), Column("Action, who, done, verified", 11))
    yield Table(told, actions, "Actions: done is not verified")


def _party(view: CaseView, party: Party) -> tuple[Cell, ...]:
    what = party.what
    ours = staff_words(view.register, what.our_contact)
    said = [f"{what.their_contact}. Ours: {ours}. Their part: {what.part}"]
    if party.said is not None:
        entry, agreed = party.said
        agrees = "Agrees" if agreed.agrees is YesNo.YES else "Does NOT agree"
        when = moment_words(agreed.agreed_at)
        said.append(f"{agrees}: {agreed.to_what} ({agreed.said_by}, {when}, {entry_no(entry)})")
    return what.agency.label, "\n".join([*said, f"({entry_no(party.entry)})"])


def _coordination(view: CaseView) -> Iterator[Block]:
    coordination = view.case.coordination
    if coordination.lead is not None:
        entry, lead = coordination.lead
        yield Paragraph(
            f"Lead professional: {lead.name}, agreed with {lead.agreed_with} ({entry_no(entry)})."
        )
    rows = tuple(_coordinated(view))
    if rows:
        yield dated("What", rows, "Coordination")


def _coordinated(view: CaseView) -> Iterator[tuple[Cell, ...]]:
    for one in view.case.coordination.rounds:
        for entry, what in one.records:
            owner = staff_words(view.register, what.review_owner)
            yield (
                entry.occurred_at,
                (
                    f"Nature of risk: {what.nature_of_risk}\n"
                    f"Professionals: {what.professionals_involved}\n"
                    f"Actions taken: {what.actions_taken}\n"
                    f"Support needed: {what.additional_support_required}\n"
                    f"Several agencies: {what.multi_agency_required.label.lower()}, because "
                    f"{what.multi_agency_because}\n"
                    f"Review owner: {owner} ({entry_no(entry)})"
                ),
            )
    for said in view.case.of(CoordinationReviewed):
        yield (
            said.at,
            (
                f"Reviewed: {said.what.decision.label}. Communication: {said.what.communication} "
                f"Outcomes: {said.what.outcomes} ({entry_no(said.entry)})"
            ),
        )
    for checked in view.case.of(CoordinationValidated):
        points = "\n".join(_points(view, checked.what))
        end = f"{checked.what.comment} {signed(view, checked.entry)}"
        yield checked.at, f"Validated in three points.\n{points}\n{end}"


def _points(view: CaseView, what: CoordinationValidated) -> Iterator[str]:
    """Each point with its answer and the entries that show it."""
    for words, answer, shown_by in (
        ("It occurred", what.occurred, what.occurred_shown_by),
        ("Roles were defined", what.roles_defined, what.roles_shown_by),
        ("Actions were aligned", what.actions_aligned, what.actions_shown_by),
    ):
        shown = "; ".join(named(view, each) for each in shown_by) or "nothing named"
        yield f"{words}: {answer.label.lower()}, shown by {shown}."


def _meetings(view: CaseView) -> Iterator[tuple[Cell, ...]]:
    """Each meeting arranged with what became of it, then those held without."""
    for meeting in view.case.meetings:
        said = meeting.arranged
        state = "Not held yet"
        if meeting.called_off is not None:
            state = f"Called off ({entry_no(meeting.called_off)})"
        elif meeting.held is not None:
            state = f"Held ({entry_no(meeting.held[0])})"
        told = (
            f"{said.meeting_kind.label}, arranged. Chair: {said.chair}. Invited: {said.invited}. "
        )
        yield said.meets_at, f"{told}{state}. ({entry_no(meeting.entry)})"
    for held in view.case.of(MeetingHeld):
        what = held.what
        absent = f" Asked and absent: {what.absent}." if what.absent else ""
        yield (
            what.held_at,
            (
                f"{what.meeting_kind.label}, held. Chair: {what.chair}. Present: {what.attended}."
                f"{absent}\nDecided: {what.decisions} ({entry_no(held.entry)})"
            ),
        )


def _plan(view: CaseView, what: SafeguardingPlanAgreed) -> str:
    owner = staff_words(view.register, what.owner)
    review = f" Review by {moment_words(what.review_at)}." if what.review_at else ""
    return f"{what.plan}\nAgreed with {what.agreed_with}. Owner: {owner}.{review}"


def _action(view: CaseView, action: Action) -> tuple[Cell, ...]:
    what = action.agreed
    who = staff_words(view.register, what.owner) if what.owner else what.theirs or ""
    due = f", by {moment_words(what.due_at)}" if what.due_at else ""
    told = [f"{what.what} ({who}{due}, {entry_no(action.entry)})"]
    if action.done is not None:
        entry, done = action.done
        by = people(view, done.done_by) or "somebody outside"
        told.append(
            f"Done {moment_words(entry.occurred_at)} by {by}: {done.how} ({entry_no(entry)})"
        )
    if action.verified is not None:
        seen = action.verified
        when, by = moment_words(seen.occurred_at), people(view, seen.recorded_by)
        told.append(f"Verified {when} by {by} ({entry_no(seen)})")
    if action.dropped is not None:
        told.append(f"Dropped ({named(view, action.dropped.id)})")
    return action.state.label, "\n".join(told)
