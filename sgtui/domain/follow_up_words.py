"""How cases are followed up and looked after, in sentences made from the ladder itself (R47).

A sentence stands only where the ladder has the duty, with the time that it gives.
"""

from collections.abc import Iterator

from sgtui.domain.flowchart import deadline_words
from sgtui.domain.ladder import Duty, Ladder
from sgtui.domain.ladder_kept import handover_terms

_FOLLOWED_UP = (
    (Duty.RECEIPT, "That a referral has arrived is confirmed by a named person: {}."),
    (Duty.ACKNOWLEDGEMENT, "Who has it in hand is written down with name and time: {}."),
    (Duty.CHASE, "Where no word comes the desk is rung, and each try is kept, reached or not: {}."),
    (Duty.DECISION, "A decision is waited for: {}. Then the disagreement is taken up, a rung at a "
     "time."),
    (Duty.OUTCOME, "What came of it is asked for: {}."),
    (Duty.PROMISE, "A promise without a time is asked after: {}."),
)  # fmt: skip

_KEPT_SAFE = (
    (Duty.OBSERVATION, "How the person is, is written down: {}."),
    (Duty.SAFEGUARD_FIRST_REVIEW, "An interim safeguard is first reviewed: {}."),
    (Duty.SAFEGUARD_REVIEW, "It is reviewed again: {}. It ends only when another or a formal plan "
     "takes its place."),
    (Duty.COUNTERSIGN, "A decision taken alone or on call is countersigned by another: {}."),
    (Duty.INTERNAL_REVIEW, "A concern that is kept inside is looked at again: {}."),
    (Duty.OVERSIGHT, "A manager looks at each open case of high risk: {}."),
)  # fmt: skip

_LOOKED_AT = (
    (Duty.VERIFICATION, "What was agreed and done is verified by somebody else: {}."),
    (Duty.FIRST_REVIEW, "After the outcome the case is reviewed: {}."),
    (Duty.CLOSURE, "One person asks to close a case and another approves: {}."),
    (Duty.FINDING, "What a file audit finds wanting is mended: {}."),
    (Duty.FINDING_AT_RISK, "A gap in follow-up, which may put somebody at risk, is mended: {}."),
    (Duty.FINDING_CHECK, "Somebody else verifies that it is mended: {}."),
    (Duty.AFTER_ACTION, "After a case has been serious, what was learnt is gone over: {}."),
)


def follow_up(ladder: Ladder) -> tuple[str, ...]:
    """How referrals are followed up."""
    return tuple(_sentences(ladder, _FOLLOWED_UP))


def protection(ladder: Ladder) -> tuple[str, ...]:
    """How people are kept safe, and decisions checked, while others decide."""
    return (*_sentences(ladder, _KEPT_SAFE), _handover(ladder))


def scrutiny(ladder: Ladder) -> tuple[str, ...]:
    """How the work itself is looked at."""
    return tuple(_sentences(ladder, _LOOKED_AT))


def _sentences(ladder: Ladder, told: tuple[tuple[Duty, str], ...]) -> Iterator[str]:
    for duty, sentence in told:
        rules = ladder.rules(duty)
        if rules:
            stage, rule = rules[0]
            yield f"{sentence.format(deadline_words(rule))} ({stage.code})"


def _handover(ladder: Ladder) -> str:
    terms = handover_terms(ladder)
    return (
        f"Each shift hands its live cases over with two signatures, within the "
        f"{terms.opens_minutes} minutes before it ends; the next accepts within "
        f"{terms.accept_minutes}."
    )
