"""The response-time audit as rows for a spreadsheet: every time that its figures come from."""

from collections.abc import Iterator

from sgtui.documents.model import Cell, Record
from sgtui.domain.register import Register
from sgtui.domain.response_times import ReferralTimes, Timing, Turn
from sgtui.domain.rung_times import ChallengeTimes
from sgtui.services.response_times import Compared, Times

COLUMNS = (
    "row", "period", "reference", "referral", "agency", "agency_kind", "authority", "category",
    "what", "began", "due", "done", "taken_hours", "standing", "answer", "sent", "received",
    "acknowledged", "decided", "outcome", "chases",
)  # fmt: skip
"""A row is a referral, one turn of one of its stages, a duty of ours, a rung or a challenge.

`referral` is the number of the entry that sent it: it tells the referrals of one case apart.
"""


def referral_records(times: Compared, register: Register) -> Iterator[Record]:
    """Each referral, and after it each turn of its stages."""
    for period, there in _periods(times):
        for sent in there.referrals:
            yield from _referral(period, sent, register)


def our_records(times: Compared) -> Iterator[Record]:
    """Each duty of ours."""
    for period, there in _periods(times):
        for one in there.ours:
            yield _record(row="duty", period=period, **_timing(one, one.turns[0]))


def challenge_records(times: Compared) -> Iterator[Record]:
    """Each challenge, and after it each rung it was put to."""
    for period, there in _periods(times):
        for one in there.challenges:
            yield _challenge(period, one)
            for rung in one.rungs:
                yield _record(
                    row="rung", period=period, reference=rung.reference, what=rung.stage,
                    answer=rung.answer.value if rung.answer else None,
                    standing=rung.standing.value, **_turn(rung.turn),
                )  # fmt: skip


def _periods(times: Compared) -> Iterator[tuple[str, Times]]:
    yield "this", times.now
    yield "before", times.before


def _referral(period: str, sent: ReferralTimes, register: Register) -> Iterator[Record]:
    desk = register.contacts.get(sent.contact)
    about: dict[str, Cell] = {
        "period": period,
        "reference": sent.reference,
        "referral": sent.number,
        "agency": register.contact_name(sent.contact),
        "agency_kind": desk.point if desk else None,
        "authority": sent.authority,
        "category": sent.category.value,
    }
    yield _record(
        row="referral", began=sent.sent_at, done=sent.decided_at, taken_hours=sent.whole,
        answer=sent.decision.value if sent.decision else None, sent=sent.sent_at,
        received=sent.received_at, acknowledged=sent.acknowledged_at, decided=sent.decided_at,
        outcome=sent.outcome_at, chases=sent.chases, **about,
    )  # fmt: skip
    for one in sent.timings:
        for turn in one.turns:
            yield _record(row="stage", **{**about, **_timing(one, turn)})


def _timing(one: Timing, turn: Turn) -> dict[str, Cell]:
    """One turn of a duty; in several turns, each says how the whole stands."""
    standing = one.standing.value
    return {"reference": one.reference, "what": one.duty.value, "standing": standing, **_turn(turn)}


def _turn(turn: Turn) -> dict[str, Cell]:
    over = turn.done_at or turn.ended_at
    return {
        "began": turn.began_at, "due": turn.due_at, "done": over, "taken_hours": turn.taken,
    }  # fmt: skip


def _challenge(period: str, one: ChallengeTimes) -> Record:
    taken = one.concluded_at - one.raised_at if one.concluded_at else None
    return _record(
        row="challenge", period=period, reference=one.reference, what=one.ground.value,
        began=one.raised_at, done=one.concluded_at, taken_hours=taken,
        answer=one.outcome.value if one.outcome else None,
    )  # fmt: skip


def _record(**cells: Cell) -> Record:
    return Record(tuple(cells.get(column) for column in COLUMNS))
