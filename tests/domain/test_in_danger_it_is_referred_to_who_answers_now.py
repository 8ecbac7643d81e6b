"""In danger with the usual desk shut, the referral goes to whoever answers now."""

from uuid import UUID

import pytest

from tests.domain.a_home import DESK, EDT
from tests.domain.case_builder import Told, a_full_record

NIGHT, DAY = "2026-11-19 02:20", "2026-11-19 10:00"


def decided(at: str, risk: str) -> Told:
    return a_full_record(at).tell("internally_escalated").tell("threshold_decided", risk=risk)


@pytest.mark.parametrize(
    ("at", "risk", "desk"),
    [
        (NIGHT, "immediate", EDT),
        (DAY, "immediate", DESK),
        (NIGHT, "high", DESK),
    ],
)
def test_its_desk_is_filled_in(at: str, risk: str, desk: UUID) -> None:
    told = decided(at, risk)
    (step,) = [one for one in told.next_steps() if one.clock.duty == "referral"]
    (sent,) = [one for one in step.steps if one.kind == "referral_sent"]
    assert sent.known == {"contact": desk}
    assert step.contact is not None and step.contact.id == DESK


def test_sent_there_it_is_sent() -> None:
    told = decided(NIGHT, "immediate").tell("referral_sent", contact=EDT)
    assert "referral" not in told.running()
