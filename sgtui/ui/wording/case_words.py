"""What a case file says of itself in words: its stage, its next duty, its ladder, what is open."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sgtui.domain.case_file import CaseFile
from sgtui.domain.clock import Clock
from sgtui.domain.continuity import Gap, continuity
from sgtui.domain.entries.choices import Risk
from sgtui.domain.ladder import Duty, OwedBy
from sgtui.domain.london_time import clock_words, day_words, in_london
from sgtui.domain.next_step import NextStep
from sgtui.domain.people import Person
from sgtui.domain.routing import given_words, owner_of
from sgtui.domain.stage import CaseStage
from sgtui.domain.text import display_line
from sgtui.domain.urgency import Urgency, lateness, lateness_spoken, span_words, urgency
from sgtui.domain.when import say
from sgtui.services.body_map import OpenPrompt
from sgtui.services.case import CaseView
from sgtui.services.veil import ANOTHER
from sgtui.ui.widgets.row_list import Line, Piece
from sgtui.ui.wording.ring_words import ring_words


def person_words(view: CaseView) -> str:
    """ "Ada Vale, Rm 12": only on an opened case."""
    return who_words(view.person) if view.person else "someone not in the register"


def who_words(person: Person) -> str:
    """ "Ada Vale, Rm 12"."""
    return ", ".join(part for part in (person.name, room_words(person.room)) if part)


def room_words(room: str) -> str:
    """ "Rm 12", however the register has it."""
    return room if not room or room.casefold().startswith(("rm", "room")) else f"Rm {room}"


def stage_words(case: CaseFile, owed: Collection[Duty] = ()) -> str:
    """The stage in words: "REFERRED, receipt not confirmed". `owed`: what runs in the case."""
    said = case.stage.label.upper()
    if case.stage is CaseStage.THRESHOLD_PENDING and Duty.REFERRAL in owed:
        return said if Duty.THRESHOLD in owed else "THRESHOLD DECIDED, referral to send"
    if case.stage is not CaseStage.REFERRED or not case.referrals:
        return said
    sent = case.referrals[-1]
    if sent.decision is not None:
        return f"{said}, {sent.decision[1].decision.label.lower()}"
    if sent.acknowledged_at is not None:
        return f"{said}, waiting for their decision"
    received = sent.received_at is not None
    return f"{said}, {'received, not in hand yet' if received else 'receipt not confirmed'}"


def level_of(clock: Clock, now: datetime) -> Urgency:
    """How pressing a clock is."""
    return urgency(clock.started_at, clock.due_at, clock.late_at, now)


def tone_of(level: Urgency) -> str:
    """The tone that repeats an urgency."""
    if level.is_late:
        return "late"
    return "calm" if level is Urgency.WAITING else "due"


def lateness_words(clock: Clock, now: datetime) -> str:
    """ "!! LATE 2d 3h", "!  DUE 40m", "   OK 4d"."""
    level = level_of(clock, now)
    words = lateness(clock.due_at, now)
    if level is Urgency.WAITING:
        words = f"OK {span_words(clock.due_at - now)}"
    return f"{level.mark:<2} {words}"


def due_words(clock: Clock, now: datetime) -> str:
    """ "Fri 20 Nov 11:30, 2 days 3 hours late"."""
    return f"{say(clock.due_at, now)}, {lateness_spoken(clock.due_at, now)}"


def why_words(clock: Clock) -> str:
    """The first sentence of the explanation: one line on why it is due then."""
    return f"{reason_words(clock)} ({clock.stage})."


def reason_words(clock: Clock) -> str:
    """How the deadline was counted, without its stop."""
    return clock.explanation.split(". ", 1)[0].rstrip(".")


def began_words(clock: Clock) -> str:
    """What started the duty: "Began after the referral was sent." """
    _, _, began = clock.explanation.partition(" Began ")
    return f"Began {began.partition('. ')[0]}." if began else ""


def header(view: CaseView, room: int) -> list[Line]:
    """Who, where it stands, who answers for it, and what is owed next and why.

    `room`: letters there are in a line.
    """
    now = view.as_at
    lines = who_and_where(view)
    if not view.next_steps:
        return [*lines, (Piece("Nothing is owed now.", "quiet"),), (Piece(""),)]
    step = view.next_steps[0]
    level, ring = level_of(step.clock, now), ring_words(step, view)
    whom = f"Ring {ring}" if ring else f"{step.owner.name} does it. F4 shows how."
    return [
        *lines,
        (
            Piece(f"{lateness_words(step.clock, now)}  ", tone_of(level)),
            Piece(step.clock.title, "strong"),
        ),
        (Piece(f"   {shortened(whom, room - 3)}", "strong"),),
        (Piece(shortened(f"   Why (W): {why_words(step.clock)}", room), "quiet"),),
    ]


def who_and_where(view: CaseView) -> list[Line]:
    """Whom it is about, where it stands, who answers for it, risk and safety: two lines."""
    case = view.case
    risk = "late" if case.risk in (Risk.HIGH, Risk.IMMEDIATE) else ""
    safety = case.safety.label if case.safety else "not checked yet"
    owner = owner_of(view.register, case, view.ladder, view.as_at).name
    owed = {step.clock.duty for step in view.next_steps}
    return [
        (
            Piece(f"{case.reference}  {person_words(view)}", "strong"),
            Piece(f"   {stage_words(case, owed)}", "heading"),
        ),
        (
            Piece("Owner ", "quiet"), Piece(owner), Piece("   Risk ", "quiet"),
            Piece(case.risk.label, risk), Piece("   Safe now? ", "quiet"), Piece(safety),
        ),
    ]  # fmt: skip


def has_linked(view: CaseView | None) -> bool:
    """Whether a case is linked with this one that its reader may see."""
    return view is not None and any(one.reference != ANOTHER for one in view.linked)


def gap_state(gap: Gap) -> Piece:
    """ "!! GAP 12.5 h": time in which nothing protected the person."""
    return Piece(f"!! GAP {gap.hours} h", "late")


def rungs(view: CaseView, room: int) -> tuple[list[Line], int]:
    """Each stage reached or planned, as a line; and which line is the one that runs now.

    `room`: letters there are for a title.
    """
    lines: list[Line] = []
    here = 0
    for stage in view.ladder.stages:
        clocks = [clock for clock in view.clocks if clock.stage == stage.code]
        found = _rung(clocks, view)
        if found is None:
            continue
        word, at, tone = found
        if word in ("LATE", "now") and not here:
            here = len(lines)
        when = _short(at, view.as_at) if at else ""
        lines.append(
            (
                Piece(f"{word:<6}", tone),
                Piece(f"{stage.code:<4}", "strong" if tone in ("late", "due") else "quiet"),
                Piece(f"{shortened(stage.title, room):<{room + 1}}"),
                Piece(when, "quiet"),
            )
        )
    return lines, here


def _rung(clocks: list[Clock], view: CaseView) -> tuple[str, datetime | None, str] | None:
    """The word, moment and tone of a stage; None where the case has not been nor will be."""
    running = [clock for clock in clocks if clock in view.running]
    if running:
        first = running[0]
        if level_of(first, view.as_at).is_late:
            return "LATE", first.due_at, "late"
        theirs = first.direction is OwedBy.THEY_OWE
        return ("waits" if theirs else "now"), first.due_at, "calm" if theirs else "due"
    planned = [clock for clock in clocks if clock.lies_ahead(view.as_at)]
    if planned:
        return "next", min(clock.due_at for clock in planned), "quiet"
    done = [clock.met_at for clock in clocks if clock.met_at is not None]
    return ("done", max(done), "calm") if done else None


def shortened(text: str, width: int) -> str:
    """The text in at most so many letters, cut between words where it must be."""
    if len(text) <= width:
        return text
    whole = text[: width - 2].rsplit(" ", 1)[0]
    return f"{whole[: width - 3]} .."


def _short(at: datetime, now: datetime) -> str:
    """ "14:30" today, else "20 Nov"."""
    day = in_london(at).date()
    if day == in_london(now).date():
        return clock_words(at)
    return day_words(day, year=False).split(" ", 1)[1]


def open_lines(view: CaseView, room: int) -> list[Line]:
    """What is late, what body maps ask, what else is owed, the safeguards in force.

    `room`: letters there are in a line.
    """
    now = view.as_at
    lines: list[Line] = []
    late = [step for step in view.next_steps if level_of(step.clock, now).is_late]
    gaps = continuity(view.case, view.clocks, now).gaps if view.case.is_open else ()
    unprotected = bool(gaps) and gaps[-1].until is None
    lines += [_gap_line(gaps[-1], view)] if unprotected else []
    lines += [_owed_line(step, view) for step in late]
    lines += [_prompt_line(asked, room) for asked in view.open_prompts]
    lines += [_owed_line(step, view) for step in view.next_steps if step not in late]
    lines += [_gaps_line(gaps)] if gaps and not unprotected else []
    for said in view.case.active_safeguards:
        owner = given_words(view.register, view.case, said.what.owner)
        lines.append((Piece("   SAFEGUARD    ", "calm"), Piece(f"{said.what.measure} ({owner})")))
    return lines


def _gap_line(gap: Gap, view: CaseView) -> Line:
    """The time without protection that goes on now, and the key that ends it."""
    words = f"Not protected since {say(gap.since, view.as_at)}"
    key = "F4: look at it again" if view.case.active_safeguards else "S starts a safeguard"
    state = Piece(f"{gap_state(gap).text:<16}", "late")
    return (state, Piece(words), Piece(f"  {key}", "quiet"))


def _gaps_line(gaps: Sequence[Gap]) -> Line:
    """What was without protection before, all together."""
    hours = sum(gap.hours for gap in gaps)
    times = "once" if len(gaps) == 1 else f"{len(gaps)} times"
    words = f"Was not protected {times}. V shows when"
    return (Piece(f"{f'!! GAP {hours} h':<16}", "late"), Piece(words))


def _owed_line(step: NextStep, view: CaseView) -> Line:
    """How late it is, what, since or until when, and whose."""
    clock, now = step.clock, view.as_at
    theirs = clock.direction is OwedBy.THEY_OWE
    return (
        Piece(f"{lateness_words(clock, now):<16}", tone_of(level_of(clock, now))),
        Piece(f"{clock.title:<24} "),
        Piece(f"{say(clock.due_at, now):<17} ", "quiet"),
        Piece("they owe us" if theirs else step.owner.name, "quiet"),
    )


def _prompt_line(asked: OpenPrompt, room: int) -> Line:
    """What a body map asks for, and the key that answers it."""
    told = display_line(asked.prompt.sentence)
    key = "  A answers"
    return (
        Piece("!  PROMPT       ", "due"),
        Piece(shortened(told, room - 16 - len(key))),
        Piece(key, "quiet"),
    )
