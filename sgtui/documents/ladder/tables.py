"""The ladder in tables: each stage in words, who holds each role now, and the role matrix (R46)."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from sgtui.documents.ladder.boxes import time_words, trigger_words
from sgtui.documents.model import Block, Cell, Column, Facts, Heading, Points, Record, Table
from sgtui.documents.naming import sentence
from sgtui.domain.flowchart import deadline_words
from sgtui.domain.ladder import ClockRule, Duty, Ladder, OwedBy, Stage
from sgtui.domain.london_time import day_words
from sgtui.domain.people import Role
from sgtui.domain.register import Register

NOBODY = "nobody"
"""Who holds a role that is held by nobody."""

COLUMNS = (
    "stage", "title", "duty", "owed_by", "time", "owner", "held_by", "stand_ins", "counterpart",
    "in_time_leads_to", "late_leads_to", "source", "ladder", "source_checked_on",
)  # fmt: skip
"""One row for each duty of each stage."""

_MOST_NAMES = 3
"""Holders of one role that are named: whoever reads this needs no list of the care staff."""

_AT_ONCE = 9
"""Stages side by side in one matrix, so that it fits a page and a screen."""


def held_by(register: Register, role: Role) -> str:
    """Who holds a role now: names while they are few, else how many; "nobody" in words."""
    found = register.holders(role)
    if len(found) > _MOST_NAMES:
        return f"{len(found)} people"
    return ", ".join(member.name for member in found) or NOBODY


def roles_of(ladder: Ladder) -> tuple[Role, ...]:
    """The roles that own or stand in at any stage, in the order of the list of roles."""
    named = {role for stage in ladder.stages for role in stage.owners}
    return tuple(role for role in Role if role in named)


def stage_blocks(ladder: Ladder, register: Register) -> Iterator[Block]:
    """Every stage in words."""
    for stage in ladder.stages:
        yield Heading(f"{stage.code} {stage.title}")
        yield Facts(tuple(_stage(stage, ladder, register)))
        if stage.checklist:
            yield Points(stage.checklist)


def _stage(stage: Stage, ladder: Ladder, register: Register) -> Iterator[tuple[str, Cell]]:
    yield "Begins with", trigger_words(stage)
    yield "Owner", f"{stage.owner_role.label}: {held_by(register, stage.owner_role)}"
    for role in stage.fallback_roles:
        yield "Stands in", f"{role.label}: {held_by(register, role)}"
    if stage.counterpart:
        yield "Put to", stage.counterpart
    for side in stage.side:
        yield "Also there", side.title
    if ladder.is_formal(stage.code):
        yield "Marked as", "Formal escalation"
    for rule in stage.clocks:
        yield "Time allowed", time_words(rule)
    if stage.immediate:
        yield "In danger", stage.immediate
    yield "Done in time", _leads(stage.next_met, "the end" if not stage.parallel else "goes on")
    yield "Late", _leads(stage.next_missed, "whoever stands in" if stage.fallback_roles else "none")
    if stage.attempts:
        yield "Calls in vain", f"{stage.attempts}, then as if late"
    yield "Source", f"{sentence(stage.source)} Checked {day_words(ladder.source_checked_on)}."


def _leads(codes: Sequence[str], otherwise: str) -> str:
    return " or ".join(codes) or otherwise


def holder_table(ladder: Ladder, register: Register, now: datetime) -> Table:
    """Who holds each role now, and the stages that it owns or stands in at."""
    rows: list[tuple[Cell, ...]] = []
    for role in roles_of(ladder):
        owns = [stage.code for stage in ladder.stages if stage.owner_role is role]
        stands = [stage.code for stage in ladder.stages if role in stage.fallback_roles]
        held = f"{held_by(register, role)}{_on_call(register, role, now)}"
        rows.append((role.label, held, ", ".join(owns), ", ".join(stands)))
    heads = (("Role", 2), ("Held now by", 3), ("Owns", 2), ("Stands in", 3))
    return Table(tuple(Column(*head) for head in heads), tuple(rows))


def _on_call(register: Register, role: Role, now: datetime) -> str:
    """Who of the on-call managers is on call now, where there is a rota."""
    if role is not Role.ON_CALL_MANAGER or not register.slots:
        return ""
    names = ", ".join(member.name for member in register.on_call(now))
    return f"; on call now: {names or NOBODY}"


def matrix(ladder: Ladder) -> Iterator[Table]:
    """Roles by stages: who owns and who stands in, in which order."""
    for first in range(0, len(ladder.stages), _AT_ONCE):
        stages = ladder.stages[first : first + _AT_ONCE]
        columns = (Column("Role", 1), *(Column(stage.code) for stage in stages))
        rows = tuple(
            (role.label, *(_part(stage, role) for stage in stages)) for role in roles_of(ladder)
        )
        yield Table(columns, rows, title=f"Stages {stages[0].code} to {stages[-1].code}")


def _part(stage: Stage, role: Role) -> str:
    """Own for the owner; 1 for whoever stands in first."""
    if role is stage.owner_role:
        return "Own"
    return str(stage.fallback_roles.index(role) + 1) if role in stage.fallback_roles else ""


def records(ladder: Ladder, register: Register) -> Iterator[Record]:
    """One row for each duty of each stage; one for a stage that has none."""
    for stage in ladder.stages:
        for rule in stage.clocks or (None,):
            yield Record(_record(stage, rule, ladder, register))


def _record(
    stage: Stage, rule: ClockRule | None, ladder: Ladder, register: Register
) -> tuple[Cell, ...]:
    told: tuple[Cell, ...] = (None, None, None)
    if rule is not None:
        whose = "they" if rule.direction is OwedBy.THEY_OWE else "we"
        told = (rule.title, whose, deadline_words(rule))
    source = rule.source if rule is not None and rule.source else stage.source
    return (
        stage.code,
        stage.title,
        *told,
        stage.owner_role.label,
        held_by(register, stage.owner_role),
        ", ".join(role.label for role in stage.fallback_roles) or None,
        stage.counterpart or None,
        ", ".join(stage.next_met) or None,
        ", ".join(stage.next_missed) or None,
        source,
        ladder.version,
        ladder.source_checked_on,
    )


def rung_words(ladder: Ladder) -> Iterator[str]:
    """The disagreement ladder in sentences, the lowest rung first."""
    for stage in ladder.rungs:
        rule = stage.rules(Duty.CHALLENGE)[0]
        yield f"{stage.code} {stage.title}: {stage.counterpart}, {deadline_words(rule)}."
