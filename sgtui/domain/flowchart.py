"""The whole ladder as a drawn flowchart, from the same data that runs the cases."""

import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from textwrap import wrap
from typing import NamedTuple

from sgtui.domain.deadline import Unit
from sgtui.domain.ladder import ClockRule, Ladder, OwedBy, Side, Stage, Term
from sgtui.domain.london_time import MONTH_NAMES
from sgtui.domain.route_words import condition_words, route_lines
from sgtui.domain.text import display_line

NARROWEST = 60
"""Columns below which boxes are not drawn any narrower."""

HERE = ">> HERE"
"""What stands in the box of a stage where the case is now."""

_MET_COLUMN = 6
_LABEL = 7
_TITLE = 25
_OWES = {OwedBy.WE_OWE: "we owe", OwedBy.THEY_OWE: "they"}
_ASCII = str.maketrans("┌┐└┘─│┬┴", "++++-|++")


class _Exit(NamedTuple):
    """A way out of a box: its words, and whether it runs on into the next box drawn."""

    words: str
    joined: bool


def draw(
    ladder: Ladder,
    width: int = 78,
    ascii: bool = False,
    now_at: frozenset[str] = frozenset(),
) -> list[str]:
    """The ladder as lines of at most `width` columns; stages in `now_at` are marked `HERE`.

    The way on when a stage is done in time leaves on the left, the way on when it is late on the
    right. Stages that run beside the others stand at the end, apart.
    """
    width = max(width, NARROWEST)
    main = [stage for stage in ladder.stages if not stage.parallel]
    beside = [stage for stage in ladder.stages if stage.parallel]
    lines = [*_heading(ladder, width), "", *_boxes(main, width, now_at)]
    if beside:
        lines += ["", _rule("BESIDE THE LADDER, WHENEVER IT APPLIES", width), ""]
        for stage in beside:
            lines += _boxes([stage], width, now_at)
    routes = [line for text in route_lines(ladder) for line in wrap(display_line(text), width)]
    if routes:
        lines += ["", _rule("WHERE IT IS REFERRED", width), "", *routes]
    return [in_ascii(line) for line in lines] if ascii else lines


def deadline_words(rule: ClockRule) -> str:
    """How long a duty has: "5 working days; high or immediate risk 1"."""
    usual = Term(amount=rule.amount, unit=rule.unit)
    words = term_words(usual)
    if rule.cap is not None:
        words += ", never after the shift ends"
    if rule.after:
        words += ", after the one above"
    if rule.repeat is not None:
        words += f", then {_every(rule.repeat)}"
    return "; ".join([words, *_risk_words(rule, usual), *_sooner_words(rule)])


def term_words(term: Term) -> str:
    """A length of time in words: "24 hours", "at once", "by the end of the next shift"."""
    if term.unit is Unit.END_OF_SHIFT:
        ends = ("by the end of the shift", "by the end of the next shift")
        return ends[term.amount] if term.amount < 2 else f"by the end of {term.amount} more shifts"
    if term.amount == 0:
        nothing = {
            Unit.WORKING_DAYS: "the same working day",
            Unit.CALENDAR_DAYS: "the same day",
            Unit.OFFICE_HOURS: "when the desk opens",
        }
        return nothing.get(term.unit, "at once")
    return term.unit.counted(term.amount)


def _every(term: Term) -> str:
    """ "every working day", "every 3 hours"."""
    if term.unit is Unit.END_OF_SHIFT:
        return "every shift"
    return "every " + term.unit.counted(term.amount).removeprefix("1 ")


def _risk_words(rule: ClockRule, usual: Term) -> Iterator[str]:
    risks: dict[str, list[str]] = {}
    for risk, term in sorted(rule.risk_override.items()):
        short = term.unit is usual.unit and term.amount and usual.amount
        short = short and term.unit is not Unit.END_OF_SHIFT
        risks.setdefault(str(term.amount) if short else term_words(term), []).append(risk)
    for words, named in risks.items():
        yield f"{' or '.join(named)} risk {words}"


def _sooner_words(rule: ClockRule) -> Iterator[str]:
    """ "where the person died: at once"."""
    for one in rule.sooner:
        when = " or ".join(condition_words(condition) for condition in one.when)
        yield f"where {when[0].lower()}{when[1:]}: {term_words(one)}"


def _heading(ladder: Ladder, width: int) -> list[str]:
    told = (
        f"{ladder.version}: {ladder.authority}",
        f"Source: {ladder.source_title}. Checked {_day(ladder.source_checked_on)}, "
        f"to be read again by {_day(ladder.review_by)}.",
        'Times marked "we owe" are the home\'s, "they" the agency\'s. Left: done in time. '
        "Right: late.",
    )
    return [line for text in told for line in wrap(display_line(text), width)]


def _day(day: date) -> str:
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def _boxes(stages: Sequence[Stage], width: int, now_at: frozenset[str]) -> Iterator[str]:
    """The boxes of stages in order, with the lines that join them."""
    joined = (False, False)
    for stage, following in zip(stages, [*stages[1:], None], strict=True):
        met, missed = _exits(stage, following)
        yield _edge("┌", "┴", "┐", joined, width)
        for label, text in _rows(stage, stage.code in now_at, width):
            yield f"│ {label:<{_LABEL - 1}} {text:<{width - _LABEL - 4}} │"
        yield _edge("└", "┬", "┘", (met is not None, missed is not None), width)
        yield from _ways(met, missed, width)
        joined = (bool(met and met.joined), bool(missed and missed.joined))


def _exits(stage: Stage, following: Stage | None) -> tuple[_Exit | None, _Exit | None]:
    """The ways out of a stage: done in time, and late."""
    below = following.code if following else ""
    met = missed = None
    if stage.next_met:
        met = _Exit(f"in time > {' or '.join(stage.next_met)}", below in stage.next_met)
    elif not stage.parallel:
        met = _Exit("in time > the end", False)
    if stage.next_missed:
        missed = _Exit(f"late > {' or '.join(stage.next_missed)}", below in stage.next_missed)
    elif stage.fallback_roles and not stage.parallel:
        missed = _Exit(f"late > {stage.fallback_roles[0].label}", False)
    return met, missed


def _ways(met: _Exit | None, missed: _Exit | None, width: int) -> Iterator[str]:
    """The ways out, on one line if there is room, else the left one above the right one."""
    left = _way(met, _MET_COLUMN, width)
    right = _way(missed, _missed_column(width), width)
    if len(left) < _missed_column(width):
        yield (left + right[len(left) :]).rstrip()
        return
    yield left
    if missed is not None:
        stem = " " * _MET_COLUMN + "│" if met and met.joined else ""
        yield stem + right[len(stem) :]


def _way(way: _Exit | None, column: int, width: int) -> str:
    if way is None:
        return ""
    return (" " * column + ("│ " if way.joined else "└─ ") + way.words)[:width]


def _missed_column(width: int) -> int:
    return width * 2 // 5


def _edge(left: str, joint: str, right: str, joined: tuple[bool, bool], width: int) -> str:
    """The upper or lower edge of a box, with a joint wherever a way meets it."""
    edge = [left, *"─" * (width - 2), right]
    for column, meets in zip((_MET_COLUMN, _missed_column(width)), joined, strict=True):
        if meets:
            edge[column] = joint
    return "".join(edge)


def _rows(stage: Stage, here: bool, width: int) -> Iterator[tuple[str, str]]:
    """What stands in a box: labels and texts that fit its width."""
    room = width - _LABEL - 4
    title = display_line(stage.title)
    yield stage.code, f"{title:<{room - len(HERE)}}{HERE}" if here else title
    owner = stage.owner_role.label
    facing = f" > {display_line(stage.counterpart)}" if stage.counterpart else ""
    yield from _wrapped("who", owner + facing, room)
    for side in stage.side:
        yield from _wrapped("with", display_line(side.title), room)
    if stage.side:
        yield from _wrapped("with", "; ".join(map(_side, stage.side)), room)
    if stage.fallback_roles:
        roles = ", ".join(role.label for role in stage.fallback_roles)
        yield from _wrapped("then", roles, room)
    yield from _wrapped("when", _triggers(stage), room)
    if ring := _ring(stage):
        yield from _wrapped("ring", ring, room)
    for rule in stage.clocks:
        yield from _clock(rule, room)


def _side(side: Side) -> str:
    """ "Police, public protection (Police 101)"."""
    where = f" ({side.contact_point.label})" if side.contact_point else ""
    return display_line(side.title) + where


def _triggers(stage: Stage) -> str:
    labels = [trigger.label for trigger in stage.trigger]
    return "; ".join([labels[0], *(label[0].lower() + label[1:] for label in labels[1:])])


def _ring(stage: Stage) -> str:
    usual = stage.contact_point.label if stage.contact_point else ""
    urgent = stage.urgent_contact_point
    return "; ".join(part for part in (usual, f"urgent: {urgent.label}" if urgent else "") if part)


def _clock(rule: ClockRule, room: int) -> Iterator[tuple[str, str]]:
    title = display_line(rule.title)
    for n, line in enumerate(wrap(deadline_words(rule), room - _TITLE)):
        label = _OWES[rule.direction] if n == 0 else ""
        yield label, f"{title if n == 0 else '':<{_TITLE}}{line}"


def _wrapped(label: str, text: str, room: int) -> Iterator[tuple[str, str]]:
    for n, line in enumerate(wrap(text, room)):
        yield (label if n == 0 else ""), line


def _rule(words: str, width: int) -> str:
    return f"── {words} ".ljust(width, "─")[:width]


def in_ascii(line: str) -> str:
    """The line for a terminal without box drawing; accents are dropped, other signs are "?"."""
    letters = unicodedata.normalize("NFKD", line.translate(_ASCII))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return bare.encode("ascii", "replace").decode("ascii")
