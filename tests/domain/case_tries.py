"""One case and whoever tries something in it: each try is held against a notebook."""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any, TypeVar
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from sgtui.domain.attempt import Missing
from sgtui.domain.entries import Payload
from tests.domain import case_invariants
from tests.domain.a_home import AUDITOR, CARER, DIRECTOR, LEAD, LEADER, MANAGER, ON_CALL
from tests.domain.boards_ladders import DEFAULT, DORSET, SOUTH_TYNESIDE
from tests.domain.case_builder import a_concern
from tests.domain.case_mending import CHILD, about_what_is_there, can_mend, mend
from tests.domain.case_notebook import Note, Notebook
from tests.domain.case_people import GONE, LONG_HOME, free_to_decide, ladder
from tests.domain.case_story import Followed, Story, later

PICK = st.integers(0, 5000)
BY = st.sampled_from((LEAD, LEAD, MANAGER, ON_CALL, ON_CALL, LEADER, DIRECTOR, CARER, AUDITOR))
SOMEBODY = st.sampled_from((LEAD, MANAGER, ON_CALL, DIRECTOR, ON_CALL, DIRECTOR, LEADER, GONE))
BACK = st.sampled_from((0, 0, 0, 0, 0, 0, 20, 300, 3000, -120))
"""Minutes between happening and recording; -120 lies ahead."""
YES_NO = st.sampled_from(("yes", "yes", "no"))
_ANOTHER_WAY = ("closure_requested", "challenge_raised")
"""What is offered beside what mends at once: much has to come of it first."""
_MOST = 8
"""Entries that surely do to mend one thing, with what stands in the way of that."""
_BEGINNING = (
    "statement_taken", "safety_checked", "sharing_decided", "wishes_recorded",
    "body_map_declined", "threshold_decided", "referral_sent", "referral_acknowledged",
    "referral_decided", "challenge_raised",
)  # fmt: skip
"""How far a case may have come when chance takes over."""
_PROTECTED = ("safeguard_started", "safeguard_started", "monitoring_started")
_TOGETHER = (
    "coordination_recorded", "agency_involved", "lead_professional_named", "action_agreed",
)  # fmt: skip
_AT_WORK = ("action_agreed", "action_done", "action_agreed", "meeting_arranged")
_STARTS = ("2026-03-28 22:10", "2026-10-24 23:30", "2026-12-24 16:55", "2026-11-19 09:00")


Drawn = dict[str, st.SearchStrategy[Any]]
_CAN_BE_TRIED: dict[str, Drawn] = {}
_NEEDS: dict[str, str] = {}
F = TypeVar("F", bound=Callable[..., None])


def chance(**drawn: st.SearchStrategy[Any]) -> Callable[[F], F]:
    """Something that may be tried next, with its answers by chance."""

    def known(attempt: F) -> F:
        _CAN_BE_TRIED[attempt.__name__] = drawn
        return attempt

    return known


def once(kind: str) -> Callable[[F], F]:
    """What makes sense only when there is a line of that kind."""

    def known(attempt: F) -> F:
        _NEEDS[attempt.__name__] = kind
        return attempt

    return known


class CaseTries(RuleBasedStateMachine):
    """A case, the notebook beside it, and what must hold after every try."""

    story: Story

    def __init__(self) -> None:
        super().__init__()
        self.began: set[str] = set()
        self.helped: Counter[tuple[str, str, str]] = Counter()

    @initialize(
        start=st.sampled_from(_STARTS),
        level=st.sampled_from(("safeguarding", "safeguarding", "immediate", "low_level")),
        category=st.sampled_from(("neglect", "neglect", "physical")),
        alleged=st.sampled_from((None, None, None, CARER, LEADER, MANAGER)),
        kind=st.sampled_from(("adult", "adult", "adult", "child")),
        version=st.sampled_from((DEFAULT, DEFAULT, SOUTH_TYNESIDE, DORSET)),
        far=st.sampled_from((0, 4, 6, 7, 8, 9, 10, 10, 10)),
        beside=st.sampled_from((_PROTECTED, _TOGETHER, _AT_WORK)),
    )
    def a_concern_comes_in(
        self,
        start: str,
        level: str,
        category: str,
        alleged: UUID | None,
        kind: str,
        version: str,
        far: int,
        beside: tuple[str, ...],
    ) -> None:
        place = None if level == "immediate" else "bedroom"
        first = a_concern(
            start, level=level, category=category, alleged_staff=alleged, case_kind=kind,
            ladder=version, place=place,
        )  # fmt: skip
        case = Followed(first.now, first.author, LONG_HOME, ladder(version), first.entries)
        entry = first.entries[0]
        says = entry.payload.model_dump()
        note = Note(1, entry.id, entry.kind, entry.occurred_at, first.now, first.author, says)
        self.story = Story(case, Notebook([note]))
        for kind_of_entry in (*_BEGINNING[:far], *beside):
            self.tries(kind_of_entry, ON_CALL, **self._usual(kind_of_entry))

    def _usual(self, kind: str) -> dict[str, Any]:
        """What is said at the beginning of a case, by people who may."""
        first, second = (*free_to_decide(self.story.book.barred), ON_CALL)[:2]
        child = self.story.book.opening["case_kind"] == "child"
        every: dict[str, dict[str, Any]] = {
            "threshold_decided": {"decided_by": first, "second_person": second}
            | (CHILD if child else {}),
            "referral_decided": {"decision": "not_progressed"},
            "challenge_raised": {"ours": first},
            "safeguard_started": {"owner": first},
            "coordination_recorded": {"review_owner": first},
            "agency_involved": {"our_contact": first},
            "action_agreed": {"owner": first},
            "action_done": {"done_by": first},
            "meeting_arranged": {"meets_at": self.story.told.now + timedelta(days=2)},
        }
        return every.get(kind, {})

    @chance(minutes=st.sampled_from((1, 15, 90, 240, 600, 1500, 4400, 20000)))
    def time_moves_on(self, minutes: int) -> None:
        later(self.story, minutes=minutes)

    @rule(data=st.data())
    def somebody_tries(self, data: st.DataObject) -> None:
        """One of everything that may be tried, all as likely: no sort is left out of a case."""
        there = {note.kind for note in self.story.book.there}
        possible = [one for one in _CAN_BE_TRIED if _NEEDS.get(one, "concern_recorded") in there]
        chosen = data.draw(st.sampled_from(possible or sorted(_CAN_BE_TRIED)), "tries")
        answers = {name: data.draw(s, name) for name, s in _CAN_BE_TRIED[chosen].items()}
        getattr(self, chosen)(**answers)

    def tries(self, kind: str, by: UUID, back: int = 0, **answers: Any) -> bool:
        """Try to record something; whether it was let by. What mends a refusal must help."""
        at = self.story.told.now - timedelta(minutes=back)
        found = self.story.tries(kind, by, at, **answers)
        if not found:
            return found is not None
        payload = self.story.told.payload(kind, at, **answers)
        for item in found:
            self._mending_helps(item, payload, by, found)
        return False

    def _mending_helps(
        self, item: Missing, payload: Payload, by: UUID, found: tuple[Missing, ...]
    ) -> None:
        """What a refusal names, once done, takes that away; asked once of each sort and case."""
        sort = (payload.kind, item.gate, item.mends)
        instead = "instead" in item.sentence or item.mends in _ANOTHER_WAY
        if item.mends in ("", payload.kind) or instead or self.helped[sort]:
            return
        if not about_what_is_there(self.story, payload):
            return
        trial = self.story.copy()
        if can_mend(trial):
            self.helped[sort] += 1
            at = trial.told.now
            for _ in range(_MOST):
                mend(trial, item, payload)
                left = trial.again(covered_anew(trial, payload), by, at)
                if left.count(item) < found.count(item):
                    return
            raise AssertionError(f"{payload.kind}: {item} stands though it was mended")

    def clear_the_way(self, most: int) -> bool:
        """Mend what stands in the way of closing, one after another; whether nothing is left."""
        asker = next(
            (m for m in (LEAD, ON_CALL, LEADER) if m not in self.story.book.barred), LEADER
        )
        for _ in range(most):
            if not can_mend(self.story):
                return False
            found = self.story.tries("closure_requested", asker)
            if not found:
                return True
            mend(self.story, next(item for item in found if item.mends not in ("", *_ANOTHER_WAY)))
        return False

    @invariant()
    def what_holds_at_every_moment(self) -> None:
        case_invariants.all_hold(self.story, self.began)


def covered_anew(story: Story, payload: Payload) -> Payload:
    """The same; a safeguard that ends names the newest that was started."""
    if payload.kind != "safeguard_ended":
        return payload
    return payload.model_copy(update={"replaced_by": story.book.of("safeguard_started")[-1].id})
