"""The boards whose ladders are shipped beside the default, and cases pinned to them."""

from sgtui.domain.entries.choices import Risk
from sgtui.domain.ladder import Ladder
from sgtui.domain.ladder_file import shipped
from sgtui.domain.london_time import in_london
from tests.domain.case_builder import Told, a_full_record

DEFAULT = "ENG-default-1"
DORSET, SOUTH_TYNESIDE = "ENG-dorset-bcp-1", "ENG-south-tyneside-1"
BOARDS = (DORSET, SOUTH_TYNESIDE)


def ladder_of(version: str) -> Ladder:
    """A shipped ladder."""
    found = shipped(version)
    assert found is not None
    return found


def refused(version: str, at: str, risk: Risk = Risk.MEDIUM) -> Told:
    """A case pinned to that ladder, referred at nine; the threshold is not met, they say, at `at`.

    `risk` is what we judged it to be when we decided to refer.
    """
    told = a_full_record(f"{at[:10]} 09:00", ladder=version)
    told.ladder = ladder_of(told.case.opening.what.ladder)
    told.tell("internally_escalated").tell("threshold_decided", risk=risk)
    told.tell("sharing_decided").tell("wishes_recorded").tell("referral_sent").at(at)
    return told.tell("referral_decided", decision="not_progressed")


def climb(told: Told) -> list[tuple[str, str]]:
    """Each rung, and the London time by which it is due if nobody answers; the last one twice."""
    return [(c.stage, f"{in_london(c.due_at):%a %d %b %H:%M}") for c in told.of("challenge")]
