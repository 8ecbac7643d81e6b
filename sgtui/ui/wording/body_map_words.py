"""What the drawing screen of the body map says: beside the figure, of each mark, of the look."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from uuid import UUID

from rich.cells import cell_len

from sgtui.domain.body_map.prompts import Prompt
from sgtui.domain.body_map.regions import Region, region
from sgtui.domain.entries.body import Care, Consent, PromptKind
from sgtui.domain.labelled import Labelled
from sgtui.domain.register import Register
from sgtui.domain.text import display_cells, display_line
from sgtui.domain.when import say
from sgtui.ui.screens.body_map.answers import MapAnswers
from sgtui.ui.screens.body_map.pointing import FIRST_KINDS, LATER_KINDS, Pointing
from sgtui.ui.widgets.row_list import Line, Piece, Row
from sgtui.ui.widgets.wrapped import wrapped
from sgtui.ui.wording.body_maps_words import cut

CLOSER, NOT_SO_CLOSE = "F5 closer", "F5 both figures"
WHOSE = "person's "
"""Left out of a name where there is room for the name alone."""
TO_FIGURE = "Figure"
FIND = "Find"
FIND_HINT = "type words or a code"
WHAT_IS_IT = "What is it? Press its digit"
NO_MARK = "No mark yet."
NONE_WAS_SEEN = "Looked: no mark was seen."
NO_MARK_MADE = "No mark made."
TAB_TO_MARKS = "Tab: change one"
SAME_FIRST = "There is no mark yet to repeat. Press a digit: what is it?"
FULL = "This map is full: 99 marks. Save it, then begin another."
NO_CLOSER = "Closer: head, hands, feet only."
FIGURE_KEYS = "Arrows move. Letters find. A digit marks what is under the cursor."
FORM_KEYS = "Enter goes on. Esc: to the figure, all is kept."
FOR_THE_CONCERN = "For the new concern"
KEPT_WITH_CONCERN = "Kept with the concern: Ctrl+S on its form saves both."
DONE_HELP = "Goes back to the form, which keeps every mark and saves them with the concern."
DRAFT_KEPT = "Draft kept: nothing is lost. D on the case carries it on."
DRAFT_OF_ANOTHER = "That draft was made by another version and cannot be shown."
DRAFT_HERE = "This is your draft. Ctrl+S saves it."
NOBODY_UNDRESSED = "Nobody is undressed for a map. Leave what is not known."

NO_MARKS_HEADING = "WHICH IS IT?"
NO_MARKS_QUESTION = "There is no mark on this map"
NONE_SEEN, NOT_LOOKED = "none_seen", "not_looked"
NO_MARKS_CHOICES = (
    (NOT_LOOKED, "Did not look", "say why there is no map"),
    (NONE_SEEN, "Looked, saw no mark", "records that none was seen"),
)
"""What a map without a mark may mean: an id, what it is, and what follows.

The first is taken by Enter alone: it records nothing yet.
"""


_SHORT = {PromptKind.UNUSUAL_SITE: "unusual site", PromptKind.REPEATED: "marked again"}


def same_as(number: int) -> str:
    """That a mark was made like the one before it."""
    return f"Mark {number}: the same as mark {number - 1}. Tab, then Enter, to change it."


def take_off(number: int) -> str:
    """The question before a mark is taken off."""
    return f"Take mark {number} off this map?"


def whose_line(whose: str, width: int) -> Line:
    """Whose body it is."""
    return (Piece(_cut(display_cells(whose), width), "quiet"),)


def where_lines(pointing: Pointing, note: str, width: int, *, closer: str) -> list[Line]:
    """The region under the cursor and what is typed, and always one line of what was found.

    `closer`: what F5 does here, if anything.
    """
    here = region(pointing.code)
    facts = ", ".join(filter(None, ("pressure area" if here.pressure else "", closer)))
    found = pointing.problem or note or _others(pointing.found)
    wrong = "due" if pointing.problem else "quiet"
    return [
        (Piece(_cut(here.spoken, width), "strong"),),
        (Piece(here.code, "strong"), Piece(f"   {facts}" if facts else "", "quiet")),
        (Piece(f"{FIND}: ", "quiet"), _typed(pointing.typed)),
        (Piece(_cut(found, width), wrong),),
    ]


def _typed(typed: str) -> Piece:
    return Piece(f"{display_line(typed)}_", "strong") if typed else Piece(FIND_HINT, "quiet")


def _others(found: Sequence[Region]) -> str:
    if len(found) < 2:
        return ""
    such_as = ", such as" if len(found) > 2 else ":"
    return f"{len(found) - 1} more{such_as} {found[1].spoken.replace(WHOSE, '')}"


def kind_lines(pointing: Pointing, width: int) -> list[Line]:
    """The kinds that a digit marks now, under their question."""
    kinds: Sequence[Labelled] = LATER_KINDS if pointing.later else FIRST_KINDS
    numbered = [(str(n), kind.label) for n, kind in enumerate(kinds, 1)]
    numbered.append(("0", "back" if pointing.later else "more"))
    return [(Piece(WHAT_IS_IT, "heading"),), *_columns(numbered, width)]


def _columns(items: Sequence[tuple[str, str]], width: int) -> Iterator[Line]:
    """Two columns where they fit, read downwards; else one."""
    half = (len(items) + 1) // 2
    left = max(len(label) for _, label in items[:half]) + 4
    right = max((len(label) for _, label in items[half:]), default=0) + 2
    if left + right > width:
        half, left = len(items), 0
    for n in range(half):
        line = [*_item(items[n], left)]
        if half + n < len(items):
            line += _item(items[half + n], 0)
        yield tuple(line)


def _item(item: tuple[str, str], width: int) -> tuple[Piece, Piece]:
    digit, label = item
    return Piece(digit, "strong"), Piece(f" {label}".ljust(max(width - 1, 0)))


def mark_rows(answers: MapAnswers, width: int, *, most: int) -> list[Row]:
    """The marks by number, each in at most so many lines: its form says the rest."""
    rows = []
    for number, mark in enumerate(answers.marks, 1):
        parts = cut(wrapped(display_line(mark.words()), max(width - 4, 10)), most)
        first: Line = (Piece(f"{number:>2} ", "strong"), Piece(parts[0]))
        rows.append(Row(str(number), (first, *((Piece("   "), Piece(p)) for p in parts[1:]))))
    return rows


def no_marks(answers: MapAnswers) -> str:
    """What is said of a map without a mark."""
    return NONE_WAS_SEEN if answers.none_seen else NO_MARK


def asked_lines(asked: Sequence[Prompt], width: int, *, fully: bool) -> list[Line]:
    """What is to be told: in whole sentences, or in short with the numbers of the marks."""
    told = [f"! {prompt.sentence}" for prompt in asked]
    if asked and not fully:
        shorts = (f"{_SHORT[prompt.kind]} ({_numbers(prompt)})" for prompt in asked)
        told = [f"! Tell the Lead: {', '.join(shorts)}"]
    return [(Piece(part, "due"),) for one in told for part in wrapped(one, max(width, 10))]


def _numbers(prompt: Prompt) -> str:
    return ", ".join(map(str, prompt.numbers))


def looked_lines(
    answers: MapAnswers, register: Register, when: str, author: UUID, width: int
) -> tuple[Line, ...]:
    """When and by whom the person was looked at, and how, in two or three lines."""
    by = register.staff_name(UUID(answers.by) if answers.by else author)
    asked = (("care", _label(Care, answers.care)), ("consent", _label(Consent, answers.consent)))
    missing = [label for label, answer in asked if not answer]
    how = [answer for _, answer in asked if answer]
    if missing:
        how.append(f"{' and '.join(missing)} not recorded")
    return (
        (Piece(_cut(f"Looked at {when} by {display_line(by)}.", width)),),
        *((Piece(part, "quiet"),) for part in wrapped(_sentence("; ".join(how)), width)[:2]),
    )


def _label(kind: type[Labelled], word: str) -> str:
    return next((member.label.lower() for member in kind if member.value == word), "")


def when_words(answers: MapAnswers, now: datetime) -> str:
    """When the person was looked at, in words; what cannot be read is said to be wrong."""
    if not answers.looked.strip():
        return "now"
    reading = answers.seen_at(now)
    return say(reading.at, now) if reading.at else "(! when)"


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _cut(text: str, width: int) -> str:
    return text if cell_len(text) <= width else f"{text[: max(width - 3, 0)]}..."
