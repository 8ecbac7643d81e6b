"""A body map read aloud: how it was made, then its marks by number. The text is the record."""

from uuid import UUID

from sgtui.domain.body_map.compare import Comparison
from sgtui.domain.body_map.regions import region
from sgtui.domain.entries.mark_words import NOT_RECORDED as NOT_RECORDED
from sgtui.domain.entries.mark_words import mark_words_fully
from sgtui.domain.labelled import Labelled
from sgtui.domain.london_time import moment_words
from sgtui.domain.register import Register
from sgtui.services.body_map import Compared, MappedBody


def header_lines(mapped: MappedBody, register: Register) -> tuple[str, ...]:
    """When, by whom and how the person was looked at, a sentence each."""
    what, entry = mapped.what, mapped.entry
    lines = [
        f"Looked at {moment_words(what.examined_at)} by {_who(what.examined_by, register)}.",
        f"During: {_said(what.care)}. Consent: {_said(what.consent)}.",
        f"Only what ordinary care exposed: {_said(what.ordinary_care_only)}.",
    ]
    if what.retrospective_because is not None:
        lines.append(f"From memory, because: {_ended(what.retrospective_because)}")
    by = _who(entry.recorded_by, register)
    lines.append(f"Recorded {moment_words(entry.recorded_at)} by {by}, as entry {entry.number}.")
    if mapped.amended:
        lines.append("Put right since; this is how it reads now.")
    return tuple(lines)


def map_lines(mapped: MappedBody, register: Register) -> tuple[str, ...]:
    """The whole map, a line for each thing to read: each mark with what is not recorded of it."""
    marks = [f"{n}. {mark_words_fully(mark)}" for n, mark in enumerate(mapped.what.marks, 1)]
    return (*header_lines(mapped, register), *(marks or [mapped.what.NONE_SEEN]))


def map_text(mapped: MappedBody, register: Register) -> str:
    """The whole map as one text."""
    return "\n".join(map_lines(mapped, register))


def change_lines(compared: Compared) -> tuple[str, ...]:
    """What is new, gone, changed or the same, a mark a line."""
    return tuple(_change_line(one) for one in compared.changes)


def _change_line(one: Comparison) -> str:
    seen = one.later or one.earlier
    if seen is None:
        return ""
    which = f"mark {seen[0]}" if one.later else f"mark {seen[0]} of that map"
    where = f"{seen[1].kind.label.lower()}, {region(one.region).spoken}"
    return f"{one.change.mark} {one.change.label}: {which}, {where}: {one.words}"


def since_words(compared: Compared) -> str:
    """Which map it is beside: "Since the map of Sat 21 Nov 2026 09:10"."""
    elsewhere = compared.earlier.case_id != compared.later.case_id
    where = f" in {compared.earlier.reference}" if elsewhere else ""
    return f"Since the map of {moment_words(compared.earlier.at)}{where}"


def _who(staff_id: UUID, register: Register) -> str:
    member = register.staff.get(staff_id)
    role = f", {member.role_words.lower()}" if member and member.roles else ""
    return f"{register.staff_name(staff_id)}{role}"


def _said(answer: Labelled | None) -> str:
    return answer.label.lower() if answer is not None else NOT_RECORDED


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."
