"""What is promised or set is not for a time before it was said."""

from datetime import timedelta
from typing import Any

import pytest

from tests.domain.case_builder import Told, a_referral

SENTENCE = "{}: that is before it was said. Give a time to come."


def sentences(told: Told, kind: str, answers: dict[str, Any]) -> list[str]:
    """What stands in the way of an entry with these answers."""
    return [item.sentence for item in told.try_to(kind, **answers)]


@pytest.mark.parametrize(
    ("kind", "field", "label", "more"),
    [
        ("agency_contacted", "promised_by", "By", {"promised": "A call"}),
        ("meeting_arranged", "meets_at", "Is at", {}),
        ("action_agreed", "due_at", "By", {}),
        ("monitoring_started", "until", "Until", {}),
        ("safeguarding_plan_agreed", "review_at", "Review by", {}),
    ],
)
def test_a_time_before_it_was_said_is_refused_by_its_label(
    kind: str, field: str, label: str, more: dict[str, Any]
) -> None:
    told = a_referral().later(hours=3)
    past = told.now - timedelta(hours=1)
    assert SENTENCE.format(label) in sentences(told, kind, {**more, field: past})
    ahead = told.now + timedelta(hours=1)
    assert SENTENCE.format(label) not in sentences(told, kind, {**more, field: ahead})


def test_what_was_promised_and_is_over_is_recorded_with_when_it_was_said() -> None:
    told = a_referral().later(hours=5)
    said, promised = told.now - timedelta(hours=4), told.now - timedelta(hours=2)
    assert told.try_to("agency_contacted", at=said, promised="A call", promised_by=promised) == ()


def test_a_time_that_has_gone_by_since_can_stay_when_the_entry_is_put_right() -> None:
    told = a_referral().tell("agency_contacted", promised="A call", promised_in=2).later(hours=9)
    entry = told.entries[-1]
    changes = {"promised_by": entry.payload.model_dump(mode="json")["promised_by"], "said": "Busy"}
    assert told.try_to("amended", entry=entry.id, changes=changes) == ()
