"""What the home tries by itself: to record, decide, protect, work together, close, put right."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from tests.domain.a_full_home import TUTOR
from tests.domain.a_home import CARER, LEAD, LEADER, MANAGER, ON_CALL
from tests.domain.boards_ladders import DEFAULT, DORSET, SOUTH_TYNESIDE
from tests.domain.case_gates_together import shown
from tests.domain.case_mending import ADULT, CHILD
from tests.domain.case_people import NOBODY
from tests.domain.case_tries import BACK, BY, PICK, SOMEBODY, YES_NO, CaseTries, chance, once

_FACTS = (
    "statement_taken", "safety_checked", "sharing_decided", "wishes_recorded",
    "concern_completed", "body_map_declined", "harm_judged", "capacity_noted",
)  # fmt: skip
_ALLEGED = (CARER, LEADER, LEAD, MANAGER, ON_CALL, TUTOR)


class TriesInside(CaseTries):
    """What needs no agency."""

    @chance(by=BY, back=BACK, kind=st.sampled_from(_FACTS), pick=PICK)
    def tell_a_fact(self, by: UUID, back: int, kind: str, pick: int) -> None:
        safety = ("safe", "unsafe_controlled", "unsafe_uncontrolled", "unable")[pick % 4]
        answers: dict[str, dict[str, Any]] = {
            "statement_taken": {"statement_type": ("fact", "verbatim", "opinion")[pick % 3]},
            "safety_checked": {"safety": safety, "because": "She is asleep"},
            "harm_judged": {"harm": ("none", "first_aid", "treated", "hospital")[pick % 4]},
        }
        self.tries(kind, by, back, **answers.get(kind, {}))

    @chance(by=BY, told=SOMEBODY, pick=PICK)
    def tell_the_lead(self, by: UUID, told: UUID, pick: int) -> None:
        words = ("Two staff for care", "Move her room", "Manager informed")[pick % 3]
        risk = (None, "low", "medium", "high", "immediate")[pick // 3 % 5]
        self.tries(
            "internally_escalated", by, told=told, decision_owner=told, decision=words, risk=risk
        )

    @chance(by=BY, back=BACK, first=SOMEBODY, second=SOMEBODY, pick=PICK)
    def decide(self, by: UUID, back: int, first: UUID, second: UUID, pick: int) -> None:
        child = (self.story.book.opening["case_kind"] == "child") is bool(pick % 11)
        self.tries(
            "threshold_decided",
            by,
            back,
            decided_by=first,
            second_person=second if pick % 4 else None,
            provisional="yes" if pick % 4 == 0 and pick % 3 else "no",
            route=("external", "internal", "external", "emergency")[pick // 4 % 4],
            risk=("low", "medium", "high", "immediate", "medium")[pick // 16 % 5],
            **(CHILD if child else ADULT),
        )

    @once("threshold_decided")
    @chance(by=BY, agrees=YES_NO, pick=PICK)
    def countersign(self, by: UUID, agrees: str, pick: int) -> None:
        self.tries(
            "countersigned", by, agrees=agrees, entry=self.story.some(pick, "threshold_decided")
        )

    @chance(by=BY, back=BACK, pick=PICK)
    def look(self, by: UUID, back: int, pick: int) -> None:
        watched = self.story.some(pick, "monitoring_started") if pick % 2 else None
        worse = "yes" if pick % 5 == 0 else "no"
        self.tries("observation_made", by, back, worse=worse, monitoring=watched)

    @chance(by=BY, pick=PICK, ends=st.booleans())
    def watch(self, by: UUID, pick: int, ends: bool) -> None:
        if ends:
            which = self.story.some(pick, "monitoring_started")
            self.tries("monitoring_ended", by, monitoring=which)
            return
        until = self.story.told.now + timedelta(hours=pick % 70 - 3)
        self.tries(
            "monitoring_started", by, every_hours=(None, 4, 1)[pick % 3],
            until=until if pick % 4 else None,
        )  # fmt: skip

    @chance(by=BY, back=BACK, owner=SOMEBODY)
    def protect(self, by: UUID, back: int, owner: UUID) -> None:
        self.tries("safeguard_started", by, back, owner=owner)

    @once("safeguard_started")
    @chance(by=BY, back=BACK, works=YES_NO, pick=PICK)
    def look_at_a_safeguard(self, by: UUID, back: int, works: str, pick: int) -> None:
        which = self.story.some(pick, "safeguard_started")
        self.tries("safeguard_reviewed", by, back, safeguard=which, effective=works)

    @once("safeguard_started")
    @chance(by=BY, back=BACK, pick=PICK)
    def end_a_safeguard(self, by: UUID, back: int, pick: int) -> None:
        which = self.story.some(pick, "safeguard_started")
        other = self.story.some(pick // 3, "safeguard_started") if pick % 3 else None
        plan = "The council's plan" if pick % 5 == 0 else None
        self.tries(
            "safeguard_ended", by, back, safeguard=which, replaced_by=other, formal_plan=plan
        )

    @chance(by=BY, who=st.sampled_from(_ALLEGED), pick=PICK)
    def name_somebody(self, by: UUID, who: UUID, pick: int) -> None:
        part = ("witness", "reporter", "alleged", "conflicted", "witness")[pick % 5]
        self.tries("person_involved", by, staff=who, involvement=part)

    @chance(by=BY, owner=SOMEBODY, supports=st.booleans())
    def give_somebody_a_part(self, by: UUID, owner: UUID, supports: bool) -> None:
        if supports:
            self.tries("staff_supported", by, supported=owner)
        else:
            self.tries("owner_assigned", by, owner=owner)

    @chance(by=BY, who=SOMEBODY, several=YES_NO, pick=PICK)
    def work_together(self, by: UUID, who: UUID, several: str, pick: int) -> None:
        because = "tbc" if pick % 9 == 0 else "Three agencies and no plan"
        named = {**shown(self.story.book), "occurred": "no" if pick % 9 == 0 else "yes"}
        if pick % 4 == 0:
            named["roles_shown_by"] = (self.story.book.notes[pick % len(self.story.book.notes)].id,)
        agency = ("gp_primary_care", "police", "local_authority_adults")[pick % 3]
        tries: tuple[tuple[str, dict[str, Any]], ...] = (
            ("coordination_called", {}),
            ("coordination_recorded", {"multi_agency_required": several, "review_owner": who,
                                       "multi_agency_because": because}),
            ("agency_involved", {"agency": agency, "our_contact": who}),
            ("agency_agreed", {"agrees": several,
                               "agency": self.story.some(pick, "agency_involved")}),
            ("lead_professional_named", {}),
            ("coordination_reviewed", {}),
            ("coordination_validated", named),
            ("cases_linked", {"reference": ("SG-26-9MQX", "SG-26-K4T7")[pick % 2]}),
        )  # fmt: skip
        kind, answers = tries[pick // 9 % len(tries)]
        self.tries(kind, by, **answers)

    @chance(by=BY, back=BACK, pick=PICK)
    def meet(self, by: UUID, back: int, pick: int) -> None:
        which = self.story.some(pick, "meeting_arranged")
        if pick % 3 == 0:
            at = self.story.told.now + timedelta(hours=pick % 90 - 3)
            self.tries("meeting_arranged", by, back, meets_at=at)
        elif pick % 3 == 1:
            self.tries("meeting_held", by, back, arranged=which if pick % 2 else None)
        else:
            self.tries("meeting_called_off", by, back, arranged=which)

    @chance(by=BY, owner=SOMEBODY, pick=PICK)
    def agree_an_action(self, by: UUID, owner: UUID, pick: int) -> None:
        due_at = self.story.told.now + timedelta(hours=pick % 200 - 9) if pick % 3 else None
        theirs = "Owen, council" if pick % 4 == 0 else None
        ours = None if pick % 4 == 0 and pick % 3 else owner
        self.tries("action_agreed", by, owner=ours, theirs=theirs, due_at=due_at)

    @once("action_agreed")
    @chance(by=BY, back=BACK, who=SOMEBODY, pick=PICK)
    def carry_out(self, by: UUID, back: int, who: UUID, pick: int) -> None:
        which = self.story.some(pick, "action_agreed")
        match pick % 5:
            case 0 | 1:
                done_by = who if pick % 7 else None
                self.tries("action_done", by, back, action=which, done_by=done_by)
            case 2 | 3:
                self.tries("action_verified", by, back, action=which)
            case _:
                self.tries("action_dropped", by, back, action=which)

    @chance(by=BY, pick=PICK)
    def review(self, by: UUID, pick: int) -> None:
        if pick % 2:
            outcome = ("continue", "escalate", "close")[pick % 3]
            self.tries("review_held", by, outcome=outcome)
        else:
            at = self.story.told.now + timedelta(hours=pick % 200 - 9) if pick % 3 else None
            self.tries("safeguarding_plan_agreed", by, owner=LEAD, review_at=at)

    @chance(by=BY, pick=PICK)
    def ask_to_close(self, by: UUID, pick: int) -> None:
        sar, lessons = "no" if pick % 7 == 0 else "yes", "n/a" if pick % 8 == 0 else "Two staff"
        self.tries("closure_requested", by, sar_considered=sar, lessons=lessons)

    @chance(most=st.integers(1, 8))
    def clear_up(self, most: int) -> None:
        self.clear_the_way(most)

    @once("closure_requested")
    @chance(by=BY, pick=PICK)
    def answer_the_request(self, by: UUID, pick: int) -> None:
        kind = "closure_refused" if pick % 4 == 0 else "closure_approved"
        self.tries(kind, by, request=self.story.some(pick, "closure_requested"))

    @once("closure_requested")
    @chance(by=BY)
    def approve(self, by: UUID) -> None:
        self.tries("closure_approved", by)

    @chance(by=BY)
    def reopen(self, by: UUID) -> None:
        self.tries("reopened", by)

    @chance(by=BY, version=st.sampled_from((DEFAULT, SOUTH_TYNESIDE, DORSET, "Nowhere-1")))
    def follow_another_ladder(self, by: UUID, version: str) -> None:
        self.tries("ladder_pinned", by, version=version)

    @chance(by=BY, second=SOMEBODY, pick=PICK)
    def strike(self, by: UUID, second: UUID, pick: int) -> None:
        notes = self.story.book.notes
        later_ones = notes[1:] if len(notes) > 1 and pick % 40 else notes
        which = later_ones[pick // 40 % len(later_ones)].id if pick % 17 else NOBODY
        self.tries("entered_in_error", by, entry=which, second_person=second)

    @chance(by=BY, pick=PICK)
    def put_right(self, by: UUID, pick: int) -> None:
        note = self.story.book.notes[pick % len(self.story.book.notes)]
        changes = self._changes(note.kind, pick // 7)
        if changes:
            self.tries("amended", by, entry=note.id, changes=changes)

    def _changes(self, kind: str, pick: int) -> dict[str, Any]:
        """Something that an entry of that kind may be put right to."""
        moved = (self.story.told.now - timedelta(minutes=pick % 900)).isoformat()
        yes_no = ("yes", "no")[pick % 2]
        every: dict[str, tuple[dict[str, Any], ...]] = {
            "concern_recorded": ({"alleged_staff": str(CARER)}, {"alleged_staff": None}),
            "threshold_decided": ({"route": "internal"}, {"risk": "high"}, {"route": "external"},
                                  {"decided_by": str(ON_CALL)}),
            "observation_made": ({"worse": yes_no},),
            "safety_checked": ({"safety": "safe"}, {"safety": "unsafe_uncontrolled"}),
            "safeguard_reviewed": ({"effective": yes_no},),
            "coordination_recorded": ({"multi_agency_required": yes_no},),
            "agency_agreed": ({"agrees": yes_no},),
            "person_involved": ({"involvement": "witness"}, {"involvement": "alleged"}),
            "referral_sent": ({"sent_at": moved},),
            "referral_decided": ({"decision": "accepted_s42"}, {"decision": "not_progressed"},
                                 {"decided_at": moved}),
            "challenge_raised": ({"raised_at": moved},),
            "challenge_concluded": ({"outcome": "withdrawn"}, {"outcome": "upheld"}),
            "safeguard_ended": ({"formal_plan": None}, {"formal_plan": "Their plan"}),
            "closure_requested": ({"lessons": "Two staff from the first day"},),
        }  # fmt: skip
        found = every.get(kind, ())
        return found[pick // 2 % len(found)] if found else {}
