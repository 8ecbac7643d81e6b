"""Whether what one stage says makes sense: who owns it, how long its duties have, whom it tells."""

from collections.abc import Iterator

from sgtui.domain.deadline import Unit
from sgtui.domain.ladder import ClockRule, Duty, Ladder, LadderHead, Stage, Term
from sgtui.domain.ladder_faults import NEVER_OWN, Misfit
from sgtui.domain.ladder_lines import Place
from sgtui.domain.people import Role

MOST: dict[Unit, int] = {
    Unit.MINUTES: 24 * 60,
    Unit.HOURS: 30 * 24,
    Unit.OFFICE_HOURS: 200,
    Unit.CALENDAR_DAYS: 366,
    Unit.WORKING_DAYS: 260,
    Unit.END_OF_SHIFT: 14,
}
"""The longest term that is no slip of the pen: a year at most, minutes within a day."""


def head_misfits(head: LadderHead, base: Ladder | None) -> Iterator[Misfit]:
    """What is wrong with the head of a ladder, given the one it extends."""
    if head.review_by < head.source_checked_on:
        sentence = (
            f"review_by {head.review_by} lies before source_checked_on {head.source_checked_on}; "
            "it is the day by which the source must be read again."
        )
        yield Misfit(("ladder", "review_by"), sentence)
    if base is not None and base.version == head.version:
        sentence = f'"{head.version}" is the version it extends; give this ladder its own.'
        yield Misfit(("ladder", "version"), sentence)


def stage_misfits(stage: Stage, place: Place) -> Iterator[Misfit]:
    """What is wrong within one stage."""
    if stage.owner_role in NEVER_OWN:
        yield Misfit((*place, "owner_role"), _cannot_own(stage.owner_role))
    for role in stage.fallback_roles:
        if role in NEVER_OWN:
            yield Misfit((*place, "fallback_roles"), _cannot_own(role))
    for number, rule in enumerate(stage.clocks):
        at = (*place, "clock", number)
        yield from _terms(rule, at)
        yield from _companions(rule, stage, at)


def _cannot_own(role: Role) -> str:
    return (
        f"{role} only reads and can own nothing; name a role that acts, such as shift_leader "
        "or safeguarding_lead."
    )


def _terms(rule: ClockRule, at: Place) -> Iterator[Misfit]:
    ordinary = Term(amount=rule.amount, unit=rule.unit)
    terms: list[tuple[Place, Term]] = [(("amount",), ordinary)]
    terms += [((key,), term) for key in ("late", "repeat") if (term := getattr(rule, key))]
    terms += [(("risk_override", risk), term) for risk, term in rule.risk_override.items()]
    terms += [(("sooner", number), term) for number, term in enumerate(rule.sooner)]
    for key, term in terms:
        if term.amount > MOST[term.unit]:
            sentence = (
                f"{term.unit.counted(term.amount)} is too long for a safeguarding duty; "
                f"the most is {term.unit.counted(MOST[term.unit])}."
            )
            yield Misfit((*at, *key), sentence)
        elif key[0] == "sooner" and term.unit is rule.unit and term.amount > rule.amount:
            usual = rule.unit.counted(rule.amount)
            sentence = f"{term.unit.counted(term.amount)} is no sooner than the usual {usual}."
            yield Misfit((*at, *key, "amount"), sentence)
        elif key[0] == "risk_override" and term.unit is rule.unit and term.amount > rule.amount:
            sentence = (
                f"{term.unit.counted(term.amount)} at {key[1]} risk is longer than the usual "
                f"{rule.unit.counted(rule.amount)}; higher risk can only shorten it."
            )
            yield Misfit((*at, *key), sentence)


def _companions(rule: ClockRule, stage: Stage, at: Place) -> Iterator[Misfit]:
    if rule.duty is Duty.NOTIFICATION and rule.notification is None:
        sentence = 'notification is missing; say whom to tell, such as notification = "cqc_18".'
        yield Misfit(at, sentence)
    if rule.duty is not Duty.NOTIFICATION and rule.notification is not None:
        sentence = 'only a clock with duty = "notification" names a notification; leave it out.'
        yield Misfit((*at, "notification"), sentence)
    if rule.duty is Duty.CHALLENGE_TELL and rule.contact_point is None:
        sentence = 'contact_point is missing; say who is told, such as contact_point = "sab_chair".'
        yield Misfit(at, sentence)
    if rule.duty is Duty.CHALLENGE and rule is not stage.rules(Duty.CHALLENGE)[0]:
        sentence = "a stage has one answer to wait for; put the other into a stage of its own."
        yield Misfit((*at, "duty"), sentence)
    if rule.after and rule is stage.clocks[0]:
        sentence = "no clock stands above this one in the stage; leave after out."
        yield Misfit((*at, "after"), sentence)
    if rule.inside and (rule.contact_point is not None or rule.at_desk):
        sentence = "inside faces no desk; leave out inside, or contact_point and at_desk."
        yield Misfit((*at, "inside"), sentence)
    if rule.at_desk and stage.contact_point is None:
        sentence = "at_desk goes by a desk's hours; give the stage a contact_point."
        yield Misfit((*at, "at_desk"), sentence)
