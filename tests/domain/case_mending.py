"""Doing what a refusal says would mend it, as somebody at the desk would who reads it."""

from typing import Any
from uuid import UUID

from sgtui.domain.attempt import Missing
from sgtui.domain.entries import CASE_KINDS, Payload
from sgtui.domain.entries.choices import NotificationKind
from tests.domain.a_full_home import TUTOR
from tests.domain.a_home import CARER, DESK, LEADER
from tests.domain.case_gates_together import shown
from tests.domain.case_notebook import Note
from tests.domain.case_people import free_to_decide
from tests.domain.case_story import Story, later

_DEEPEST = 4
ADULT = {
    "needs": "yes", "needs_because": "Dementia", "at_risk": "yes", "at_risk_because": "Bruise",
    "cannot_protect": "yes", "cannot_protect_because": "Cannot call out",
}  # fmt: skip
CHILD = {
    **dict.fromkeys(ADULT),
    "significant_harm": "yes", "significant_harm_because": "Burns", "parents_told": "no",
    "parents_because": "They are alleged",
}  # fmt: skip


def can_mend(story: Story) -> bool:
    """Whether people are left inside who may decide, and others who may record."""
    free = len(free_to_decide(story.book.barred)) > 1 and LEADER not in story.book.barred
    return free and not story.book.opening.struck


def mend(story: Story, item: Missing, refused: Payload | None = None, depth: int = 0) -> None:
    """Record what the refusal names, by whoever may; first what stands in the way of that.

    It is about the same as what was `refused`, where both are about something.
    """
    assert depth < _DEEPEST, f"one thing waits for another in a ring: {item}"
    chase = item.mends == "agency_contacted" and "has not decided" in item.sentence
    kind = "referral_decided" if chase else item.mends
    given, blocked = _answers(story, kind, item) | _same(story, kind, refused), list[Missing]()
    for author in _recorders(story):
        left = later(story, minutes=1).tries(kind, author, **given)
        assert left is not None, f"{kind} cannot be said: {given}"
        if not left:
            return
        blocked += [one for one in left if one.mends not in ("", item.mends)]
    assert blocked, f"nothing mends {item}: {left}"
    mend(story, blocked[0], None, depth + 1)


_ABOUT = ("referral", "challenge", "action", "agency", "arranged")
"""Fields that say what an entry is about."""


def about_what_is_there(story: Story, refused: Payload) -> bool:
    """Whether everything that it is about is a line that stands."""
    there = {note.id for note in story.book.there}
    about = [getattr(refused, name, None) for name in (*_ABOUT, "entry", "safeguard", "request")]
    return all(one is None or one in there for one in about)


def _same(story: Story, kind: str, refused: Payload | None) -> dict[str, Any]:
    """What the mending entry is about, where the refused one says."""
    names = [name for name in _ABOUT if name in CASE_KINDS[kind].model_fields]
    about = {name: getattr(refused, name, None) for name in names}
    found = {name: value for name, value in about.items() if value is not None}
    challenge = getattr(refused, "challenge", None)
    if challenge is not None and "referral" in names:
        found["referral"] = story.book.by_id(challenge)["referral"]
    taken_on = kind == "referral_decided" and refused is not None and bool(found)
    return found | ({"decision": "accepted_s42"} if taken_on else {})


def _recorders(story: Story) -> list[UUID]:
    free = [*free_to_decide(story.book.barred), LEADER]
    others = [one for one in (CARER, TUTOR) if one not in story.book.barred]
    return [*free, *others]


def _answers(story: Story, kind: str, item: Missing) -> dict[str, Any]:
    """What the entry that mends would say, about what the refusal is about."""
    book, free = story.book, free_to_decide(story.book.barred)
    match kind:
        case "threshold_decided":
            form = CHILD if book.opening["case_kind"] == "child" else ADULT
            out = book.of("referral_sent") or "refer" in item.sentence or "inside" in item.sentence
            route = "external" if out else "internal"
            return {**form, "route": route, "decided_by": free[0], "second_person": free[1]}
        case "body_mapped":
            return {"marks": []}
        case "referral_sent":
            return {"contact": DESK}
        case "notification_decided":
            return _notification(story, item)
        case "internally_escalated":
            return {"told": free[0], "decision_owner": free[0]}
        case "safeguard_started" | "safeguarding_plan_agreed":
            return {"owner": free[0]}
        case "coordination_recorded":
            several = "yes" if item.gate == "G8" else "no"
            return {"multi_agency_required": several, "review_owner": free[0]}
        case "challenge_concluded" | "agency_decision_accepted":
            return {"first_person": free[0], "second_person": free[1], **_subject(story, kind)}
        case "agency_involved":
            return {"our_contact": free[0]}
        case "action_agreed":
            return {"owner": LEADER}
    return _subject(story, kind)


def _subject(story: Story, kind: str) -> dict[str, Any]:
    """Which of several it is about: the first that is still open."""
    book, sent = story.book, story.book.of("referral_sent")
    actions = [a for a in book.of("action_agreed") if not (book.dropped(a) or book.verified(a))]
    signed = {note["entry"] for note in book.of("countersigned")}
    asked = book.asked_to_close
    subjects: dict[str, tuple[str, list[Note]]] = {
        "agency_decision_accepted": ("referral", [n for n in sent if book.open_refusal(n)]),
        "referral_decided": ("referral", [n for n in sent if not book.decisions(n)]),
        "outcome_received": ("referral", [n for n in sent if book.waits_for_outcome(n)]),
        "challenge_concluded": ("challenge", book.open_challenges()),
        "meeting_held": ("arranged", book.outstanding_meetings()),
        "action_done": ("action", [a for a in actions if not book.done(a)]),
        "action_verified": ("action", [a for a in actions if book.done(a)]),
        "agency_agreed": ("agency", list(book.disagreeing())),
        "countersigned": (
            "entry", [n for n in book.of("threshold_decided") if n.id not in signed
                      and (n["provisional"] == "yes" or n["second_person"] is None)],
        ),
        "closure_refused": ("request", [asked] if asked else []),
    }  # fmt: skip
    name, found = subjects.get(kind, ("", []))
    about = {name: found[0].id} if found else {}
    decision = {"decision": "closed_by_agency"} if kind == "referral_decided" else {}
    outcome = {"outcome": "withdrawn"} if kind == "challenge_concluded" else {}
    return about | decision | outcome | (shown(book) if kind == "coordination_validated" else {})


def _notification(story: Story, item: Missing) -> dict[str, Any]:
    """Whom to tell, as the refusal names them: told now where that is decided already."""
    who = next(one for one in NotificationKind if item.sentence.startswith(f"{one.label}:"))
    if "must be told" not in item.sentence:
        return {"notification": who, "required": "no"}
    return {"notification": who, "required": "yes", "sent_at": story.told.now}
