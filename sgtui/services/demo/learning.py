"""What the invented home learns: set after a review or an audit, done, and seen by another."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from sgtui.domain.calendar import Calendar
from sgtui.domain.entries import LearningDone, LearningSet, LearningVerified
from sgtui.domain.gates.learning import LearningSaid
from sgtui.services.demo.chore import Chore
from sgtui.services.demo.home import demo_id, id_of, read_data
from sgtui.services.demo.story_time import StoryTime
from sgtui.services.demo.teller import Plan
from sgtui.services.desk import Desk
from sgtui.services.learning import write_learning
from sgtui.services.ports import WriteUnit

_DATA = "looking_back.toml"


def learning(told: Sequence[Plan], now: datetime) -> Iterator[Chore]:
    """Everything said of it up to now; `told` are the cases that some of it is learnt from."""
    plans = {plan.reference[-4:]: plan for plan in told}
    when = StoryTime(now, Calendar())
    for number, given in enumerate(read_data(_DATA)["learning"]):
        yield from _told(number, given, plans, when)


def _told(
    number: int, given: Mapping[str, Any], plans: Mapping[str, Plan], when: StoryTime
) -> Iterator[Chore]:
    at = when.read(given["at"], when.now)
    learnt_from = _learnt_from(plans.get(given.get("case", "")))
    said = LearningSet(
        sort=given["sort"],
        what=given["what"],
        owner=id_of("staff", given["owner"]),
        due_at=when.read(given["due"], at),
        because=given["because"],
        **learnt_from,
    )
    known = demo_id("learning", number)
    yield _chore(at, given["by"], said, number, "set")
    if "done" in given:
        at = when.read(given["done"]["at"], at)
        done = LearningDone(learning=known, how=given["done"]["how"], done_at=at)
        yield _chore(at, given["done"]["by"], done, number, "done")
    if "verified" in given:
        at = when.read(given["verified"]["at"], at)
        seen = LearningVerified(learning=known, shown_by=given["verified"]["shown_by"])
        yield _chore(at, given["verified"]["by"], seen, number, "verified")


def _learnt_from(plan: Plan | None) -> dict[str, Any]:
    """The case, and its after-action review where it has one."""
    if plan is None:
        return {}
    reviews = [line.new for line in plan.lines if line.new.payload.kind == "after_action_reviewed"]
    named = {"comes_from": reviews[-1].id} if reviews else {}
    return {"reference": plan.reference, **named}


def _chore(at: datetime, by: str, said: LearningSaid, number: int, part: str) -> Chore:
    parts = ("learning", number) if part == "set" else ("learning", number, part)
    return Chore(at, id_of("staff", by), partial(_write, said, demo_id(*parts)))


def _write(said: LearningSaid, entry_id: Any, desk: Desk, unit: WriteUnit) -> None:
    write_learning(desk, unit, said, entry_id)
