"""A person's body maps in words: who looked when, what changed since, what a map asks for."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from uuid import UUID

from sgtui.domain.body_map.compare import Change, Comparison, compare
from sgtui.domain.body_map.prompts import Prompt
from sgtui.domain.body_map.regions import region
from sgtui.domain.entries.body import BodyMapped
from sgtui.domain.entries.mark_words import mark_words, mark_words_fully
from sgtui.domain.entries.marks import Mark
from sgtui.domain.labelled import Labelled
from sgtui.domain.london_time import in_london, moment_words
from sgtui.domain.register import Register
from sgtui.domain.text import display_line
from sgtui.services.body_map import Compared, MappedBody, PersonMaps
from sgtui.services.body_map_words import NOT_RECORDED, change_lines, map_text, since_words
from sgtui.ui.screens.queue_rows import short_name
from sgtui.ui.widgets.row_list import Line, Piece
from sgtui.ui.widgets.wrapped import wrapped

NO_MAPS = "No body map of this person stands."
NO_MARKS = "No mark on either map."
THIS_CASE = "this case"
NOTHING_BEFORE = "This is the first map: there is none before it. Stand on a later one, then C."
SAME_MAP = "That is the map you chose with Space. Stand on another one, then C."
CHOSEN = "Compare with: {}. Now stand on another map and press C."
NOT_CHOSEN = "No map is chosen now: C compares with the one before."
NEXT_IS_EARLIER = "The next one back is the earlier map itself."
NEWEST = "That is the newest map."
NOW_SHOWN = "Later side: the map of {}."
NOT_STANDING = "One of these maps does not stand any more. Esc goes back."
NOTHING_MORE = "nothing more recorded"
NOT_HERE = "not on this map"
_ONLY = {Change.NEW: "on the later map only", Change.GONE: "on the earlier map only"}


def looked(mapped: MappedBody, now: datetime) -> str:
    """When the person was looked at: "Sun 22 Nov 14:32", with the year unless it is now's."""
    return moment_words(mapped.at, beside=now)


def looker(mapped: MappedBody, register: Register) -> str:
    """Who looked: "J Okafor"."""
    return display_line(short_name(register.staff_name(mapped.what.examined_by)))


def which_case(mapped: MappedBody, case_id: UUID) -> str:
    """The reference of the map's case, and whether it is the one that is open."""
    here = f", {THIS_CASE}" if mapped.case_id == case_id else ""
    return f"{mapped.reference}{here}"


def count_words(maps: PersonMaps) -> str:
    """How many maps there are, and of how many cases: "3 body maps, 2 cases"."""
    cases = len({mapped.case_id for mapped in maps.maps})
    return f"{_count(len(maps.maps), 'body map')}, {_count(cases, 'case')}"


def fact_lines(mapped: MappedBody, asked: Sequence[Prompt], width: int) -> list[Line]:
    """What the map asks for, then how the person was looked at, in lines of `width`."""
    lines: list[Line] = []
    for prompt in asked[:1]:
        more = f", {len(asked) - 1} more after it" if len(asked) > 1 else ""
        told = f"! PROMPT  {display_line(prompt.sentence)} P: answer it{more}."
        lines += [(Piece(part, "due"),) for part in cut(wrapped(told, width), 2)]
    return [*lines, *((Piece(part),) for part in wrapped(" ".join(_how(mapped)), width))]


def _how(mapped: MappedBody) -> Iterator[str]:
    """A sentence for each thing that is asked of an examination."""
    what, asks = mapped.what, BodyMapped.asks()
    for name in ("care", "consent", "ordinary_care_only"):
        answer: Labelled | None = getattr(what, name)
        yield f"{asks[name].label}: {answer.label.lower() if answer else NOT_RECORDED}."
    if what.retrospective_because is not None:
        yield f"From memory because: {display_line(what.retrospective_because).rstrip('.')}."
    if mapped.amended:
        yield "Amended since: this is how it reads now."


def whole_text(mapped: MappedBody, maps: PersonMaps, asked: Sequence[Prompt]) -> str:
    """The whole record of a map, what it asks for, and what became of the marks before it."""
    parts = [map_text(mapped, maps.register)]
    parts += [f"PROMPT, not answered yet: {prompt.sentence}" for prompt in asked]
    before = earlier_than(mapped, maps)
    if before is not None:
        parts.append(_since(Compared(before, mapped, compare(before.what, mapped.what))))
    return "\n\n".join(parts)


def earlier_than(mapped: MappedBody, maps: PersonMaps) -> MappedBody | None:
    """The person's map just before that one."""
    place = maps.maps.index(mapped)
    return maps.maps[place - 1] if place else None


def _since(compared: Compared) -> str:
    told = "\n".join(change_lines(compared)) or NO_MARKS
    return f"{since_words(compared)}:\n{told}"


def change_word(change: Change) -> str:
    """Its sign and its word: "~ CHANGED"."""
    return f"{change.mark} {change.label.upper()}"


def change_tone(change: Change) -> str:
    """The tone that repeats the word."""
    return {Change.NEW: "due", Change.CHANGED: "strong"}.get(change, "quiet")


def place_words(mark: Mark) -> str:
    """What it is and where: "Bruise, person's left forearm (F17L)"."""
    return f"{mark.kind.label}, {region(mark.region).spoken} ({mark.region})"


def details(mark: Mark) -> str:
    """What else is recorded of it: "30 x 20 mm, purple and yellow, pain: yes."."""
    rest = display_line(mark_words(mark).removeprefix(place_words(mark)).lstrip(",. "))
    return rest or NOTHING_MORE


def difference(one: Comparison) -> str:
    """What differs between the two maps: the facts that changed, or which of them has it."""
    return _ONLY.get(one.change, display_line(one.words))


def apart_words(earlier: MappedBody, later: MappedBody) -> str:
    """How long lies between two looks, by the calendar: "6 days apart"."""
    days = (in_london(later.at).date() - in_london(earlier.at).date()).days
    return f"{_count(days, 'day')} apart" if days else "On the same day"


def tally_words(changes: Sequence[Comparison]) -> str:
    """How many marks are new, gone, changed and the same: "1 new, 2 the same"."""
    counted = [(change, sum(one.change is change for one in changes)) for change in Change]
    told = [
        f"{count} {'the same' if change is Change.SAME else change.label.lower()}"
        for change, count in counted
        if count
    ]
    return ", ".join(told) or NO_MARKS.rstrip(".").lower()


def comparison_text(compared: Compared, register: Register, case_id: UUID) -> str:
    """Both maps and every difference, line by line, to be read aloud."""
    earlier, later = compared.earlier, compared.later
    parts = [
        f"{name}: {moment_words(mapped.at)}, {which_case(mapped, case_id)}, "
        f"{looker(mapped, register)}"
        for name, mapped in (("EARLIER", earlier), ("LATER", later))
    ]
    parts.append(f"{apart_words(earlier, later)}: {tally_words(compared.changes)}.")
    parts += ["\n".join(_read_out(one)) for one in compared.changes]
    return "\n\n".join(parts)


def _read_out(one: Comparison) -> Iterator[str]:
    seen = one.later or one.earlier
    if seen is None:
        return
    yield f"{change_word(one.change)}: {place_words(seen[1])}: {difference(one)}"
    for name, side in (("Earlier", one.earlier), ("Later", one.later)):
        if side is not None:
            yield f"{name} map: {side[0]}. {mark_words_fully(side[1])}"


def cut(lines: list[str], most: int) -> list[str]:
    """At most so many lines; two dots where some were left out."""
    if len(lines) <= most:
        return lines
    kept = lines[most - 1].rsplit(" ", 1)[0]
    return [*lines[: most - 1], f"{kept} .."]


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"
