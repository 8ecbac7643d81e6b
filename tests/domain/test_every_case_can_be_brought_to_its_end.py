"""Whatever came before, what stands in the way of closing can be mended entry by entry."""

from collections.abc import Callable
from typing import Any

from hypothesis import given, settings

from sgtui.domain.actions import ActionState
from sgtui.domain.body_map.prompts import unanswered
from sgtui.domain.duties.notification import owed_notifications
from sgtui.domain.entries import Countersigned, ThresholdDecided
from sgtui.domain.entries.choices import YesNo
from sgtui.domain.gates import Missing
from tests.domain.a_home import HOME, LADDER, LEAD, LEADER, MANAGER, ON_CALL
from tests.domain.any_case import BEGINNINGS, STARTS, Move, story
from tests.domain.any_plan import answers
from tests.domain.case_builder import Told
from tests.domain.test_together_properties import MOVES

STEADY = settings(max_examples=100, deadline=None, derandomize=True, database=None)
_MOST = 60
"""Mending entries that are surely enough."""


@STEADY
@given(STARTS, BEGINNINGS, MOVES)
def test_each_thing_that_stands_in_the_way_can_be_mended(
    start: str, beginning: str, moves: list[Move]
) -> None:
    *_, told = story(start, beginning, moves)
    if not told.case.is_open:
        return
    for _ in range(_MOST):
        left = told.by(LEAD).try_to("closure_requested")
        if not left:
            break
        mend(told.later(minutes=1), left[0])
    assert told.try_to("closure_requested") == ()
    told.tell("closure_requested").by(MANAGER)
    assert told.try_to("closure_approved") == ()
    told.tell("closure_approved")
    assert all(action.settled for action in told.case.actions)
    assert not any(meeting.outstanding for meeting in told.case.meetings)
    assert told.case.coordination.running is None
    look_back(told)
    assert told.running() == set()


def look_back(told: Told) -> None:
    """What outlives the closing: each thing that is over is looked back on."""
    assert told.running() <= {"after_action"}
    for clock in [one for one in told.of("after_action") if one.is_open]:
        assert told.try_to("after_action_reviewed", about=clock.subject) == ()
        told.tell("after_action_reviewed", about=clock.subject)


def mend(told: Told, item: Missing, depth: int = 0) -> None:
    """Make the entry that the gate names; anybody for whom its own gates stand open."""
    assert depth < 4, f"one thing waits for another in a ring: {item}"
    kind = "referral_decided" if "has not decided" in item.sentence else item.mends
    given = _KNOWN[kind](told) if kind in _KNOWN else answers(told, kind, 1)
    tried = []
    for author in (LEAD, MANAGER, ON_CALL, LEADER):
        left = told.by(author).try_to(kind, **given)
        if not left:
            told.tell(kind, **given)
            return
        tried += [one for one in left if one.mends and one.mends != item.mends]
    assert tried, f"nothing mends {item}: {left}"
    mend(told, tried[0], depth + 1)


def _countersign(told: Told) -> dict[str, Any]:
    signed = {said.what.entry for said in told.case.of(Countersigned)}
    alone = [
        said.entry.id
        for said in told.case.of(ThresholdDecided)
        if said.what.provisional is YesNo.YES or said.what.second_person is None
    ]
    return {"entry": next(one for one in alone if one not in signed)}


def _prompt(told: Told) -> dict[str, Any]:
    said, prompt = next(iter(unanswered(told.case)))
    return {"body_map": said.entry.id, "prompt": prompt.kind}


def _undecided(told: Told) -> dict[str, Any]:
    sent = next(one for one in told.case.referrals if one.decision is None)
    return {"referral": sent.id, "decision": "closed_by_agency"}


def _awaited(told: Told) -> dict[str, Any]:
    return {"referral": next(one.id for one in told.case.referrals if one.awaits_outcome)}


def _refused(told: Told) -> dict[str, Any]:
    sent = next(one for one in told.case.referrals if one.awaits_answer_to_refusal)
    return {"referral": sent.id}


def _challenged(told: Told) -> dict[str, Any]:
    """At the rung at which it stands: while nobody challenged, the silence climbed by itself."""
    stands = [clock.stage for clock in told.of("challenge") if clock.runs(told.now)]
    rung = max(stands, key=LADDER.rung_codes.index, default="L9")
    return {"stage": rung, **_refused(told)}


def _meeting(told: Told) -> dict[str, Any]:
    return {"arranged": next(one.id for one in told.case.meetings if one.outstanding)}


def _action(state: ActionState) -> Callable[[Told], dict[str, Any]]:
    return lambda told: {"action": next(a.id for a in told.case.actions if a.state is state)}


def _notify(told: Told) -> dict[str, Any]:
    owed = owed_notifications(told.case, LADDER, HOME)[0]
    given = {"required": "yes", "sent_at": told.now} if owed.decided else {"required": "no"}
    return {"notification": owed.notification, **given}


_KNOWN: dict[str, Callable[[Told], dict[str, Any]]] = {
    "countersigned": _countersign,
    "threshold_decided": lambda told: {"route": "external" if told.case.referrals else "internal"},
    "body_map_prompt_answered": _prompt,
    "referral_decided": _undecided,
    "outcome_received": _awaited,
    "agency_decision_accepted": _refused,
    "challenge_raised": _challenged,
    "meeting_held": _meeting,
    "action_done": _action(ActionState.OPEN),
    "action_verified": _action(ActionState.DONE),
    "notification_decided": _notify,
    "pattern_answered": lambda told: {
        "pattern": next(clock.subject for clock in told.of("pattern") if clock.is_open)
    },
    "challenge_concluded": lambda told: {
        "challenge": next(one.id for one in told.case.challenges if one.is_open),
        "outcome": "withdrawn",
    },
    "agency_agreed": lambda told: {"agency": told.case.coordination.disagreements[0].entry.id},
}
"""What an entry that mends is about, where the newest of its kind will not do."""
