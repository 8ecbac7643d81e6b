"""Stories that meet: what a pattern joins is told turn by turn, so that each finds the other."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from sgtui.domain.entries import PatternAnswered
from sgtui.services.demo.teller import Plan


def pieces(told: Sequence[Plan], also_at: Sequence[datetime] = ()) -> list[Plan]:
    """The plans, those that meet cut where they do, in the order in which each piece ends.

    `also_at`: when somebody looks at the cases, so that each is told up to there by then.
    """
    apart = (plan.reference for plan in told if not plan.at_once)
    cuts: dict[str, list[datetime]] = {reference: list(also_at) for reference in apart}
    for plan in told:
        for moment in _meetings(plan):
            cuts.setdefault(plan.reference, []).append(moment)
            cuts.setdefault(plan.meets, []).append(moment)
    parts = [part for plan in told for part in _cut(plan, cuts.get(plan.reference, ()))]
    return sorted(parts, key=lambda part: (part.ends_at, bool(part.meets), part.reference))


def _meetings(plan: Plan) -> Iterator[datetime]:
    """When it is recorded, so that a pattern shows, and when that is looked at."""
    if plan.meets:
        yield plan.lines[0].at
        answers = (line for line in plan.lines if isinstance(line.new.payload, PatternAnswered))
        yield from (line.at for line in answers)


def _cut(plan: Plan, at: Sequence[datetime]) -> Iterator[Plan]:
    """The plan in parts: up to each of these times, and what comes after."""
    lines = plan.lines
    for moment in sorted(at):
        before = tuple(line for line in lines if line.at <= moment)
        if before:
            yield replace(plan, lines=before)
        lines = lines[len(before) :]
    if lines:
        yield replace(plan, lines=lines)
