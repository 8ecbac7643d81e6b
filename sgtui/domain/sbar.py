"""What the next shift must know of a case: situation, background, assessment (SBAR, domain 2.13).

What is recommended are its duties, which the queue knows. Facts before views, nothing that is not
recorded; the person's own name is left to whoever shows it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sgtui.domain.case_file import CaseFile
from sgtui.domain.clock import Clock
from sgtui.domain.continuity import continuity
from sgtui.domain.entries import (
    ConcernRecorded,
    ObservationMade,
    SafeguardReviewed,
    SafetyChecked,
    StatementTaken,
)
from sgtui.domain.entries.choices import CaseKind, Level, Risk, StatementType, YesNo
from sgtui.domain.in_force import in_force
from sgtui.domain.ladder import Ladder
from sgtui.domain.london_time import clock_words, day_words, in_london
from sgtui.domain.referrals import Referral
from sgtui.domain.register import Register
from sgtui.domain.routing import given_words, owner_of
from sgtui.domain.urgency import lateness_spoken

EXCERPT = 220
"""Letters of a statement or an observation that stand on the sheet."""


@dataclass(frozen=True)
class Sbar:
    """One case for the next shift, each part as plain sentences."""

    situation: tuple[str, ...]
    background: tuple[str, ...]
    assessment: tuple[str, ...]
    changed: tuple[str, ...]
    """What was recorded since the last handover, by its titles; empty where all or nothing was."""


@dataclass(frozen=True)
class Told:
    """A case with all that its SBAR is worked out from."""

    case: CaseFile
    clocks: Sequence[Clock]
    register: Register
    ladder: Ladder
    now: datetime


def sbar(told: Told, since: datetime | None) -> Sbar:
    """The case as it stands now. `since`: when the last handover was signed, if one ever was."""
    return Sbar(
        tuple(_situation(told)),
        tuple(_background(told)),
        tuple(_assessment(told)),
        tuple(_changed(told.case, since)) if since is not None else (),
    )


def at_words(at: datetime) -> str:
    """ "Sun 22 Nov 14:32": short enough for a sheet that is thrown away in a week."""
    return f"{day_words(in_london(at).date(), year=False)} {clock_words(at)}"


def _situation(told: Told) -> Iterator[str]:
    case = told.case
    owner = owner_of(told.register, case, told.ladder, told.now).name
    danger = " IN DANGER when last judged." if case.risk is Risk.IMMEDIATE else ""
    yield f"{case.stage.label}. Risk {case.risk.label.lower()}.{danger} Answers for it: {owner}."
    running = in_force(told.clocks, told.now)
    late = [clock for clock in running if clock.due_at < told.now]
    if not running:
        yield "Nothing is owed now."
    elif not late:
        yield f"{len(running)} owed, none late."
    else:
        named = "; ".join(f"{c.title}, {lateness_spoken(c.due_at, told.now)}" for c in late)
        yield f"{len(running)} owed, {len(late)} of them late: {named}."


def _background(told: Told) -> Iterator[str]:
    case, said = told.case, told.case.opening.what
    kinds = ", ".join(one.label.lower() for one in case.categories)
    child = "A child. " if said.case_kind is CaseKind.CHILD else ""
    level = "Low-level concern" if said.level is Level.LOW_LEVEL else "Concern"
    where = f", {case.place.lower()}" if case.place else ""
    apart = case.happened_at is not None and case.happened_at != said.noticed_at
    happened = f"; happened {at_words(case.happened_at)}" if apart and case.happened_at else ""
    yield f"{child}{level}: {kinds}{where}. Noticed {at_words(said.noticed_at)}{happened}."
    first = next(iter(case.of(StatementTaken)), None)
    if first is not None:
        yield _statement(first.what)
    alleged = _alleged(said, told.register)
    if alleged:
        yield f"Alleged, not established: {alleged}."


def _statement(said: StatementTaken) -> str:
    by = f" ({said.speaker})" if said.speaker else ""
    words = excerpt(said.text)
    if said.statement_type is StatementType.VERBATIM:
        words = f'"{words}"'
    return f"{said.statement_type.label}{by}: {words}"


def _alleged(said: ConcernRecorded, register: Register) -> str:
    """Who is alleged, by full name: the next shift must know who keeps away from whom."""
    named = [said.alleged or ""]
    named += [register.staff_name(said.alleged_staff)] if said.alleged_staff else []
    named += [register.person_name(said.alleged_person)] if said.alleged_person else []
    return ", ".join(dict.fromkeys(filter(None, named)))


def _assessment(told: Told) -> Iterator[str]:
    case = told.case
    yield from _gap(told)
    checked = case.last(SafetyChecked)
    if checked is None:
        yield "Safe now? NOT CHECKED YET."
    else:
        because = f" {checked.what.because}" if checked.what.because else ""
        yield f"Safe now? {checked.what.safety.label}, {at_words(checked.at)}.{because}"
    seen = case.last(ObservationMade)
    if seen is not None:
        worse = "WORSE. " if seen.what.worse is YesNo.YES else ""
        yield f"Last seen {at_words(seen.at)}: {worse}{excerpt(seen.what.text)}"
    yield from _protection(told)
    yield from (_referral(told.register, sent) for sent in case.referrals)


def _gap(told: Told) -> Iterator[str]:
    """The time without protection that goes on now."""
    gaps = continuity(told.case, told.clocks, told.now).gaps
    if gaps and gaps[-1].until is None:
        yield f"NOT PROTECTED since {at_words(gaps[-1].since)}."


def _protection(told: Told) -> Iterator[str]:
    """What keeps the person safe, with what staff are kept from; or that nothing does."""
    case = told.case
    for started in case.active_safeguards:
        owner = given_words(told.register, case, started.what.owner)
        due = _looked_at_again(told, started.entry.id)
        again = f", look again by {at_words(due)}" if due else ""
        yield f"In force: {started.what.measure.rstrip('.')} ({owner}{again})."
    if not case.active_safeguards:
        yield "No interim safeguard is in force."


def _looked_at_again(told: Told, safeguard: UUID) -> datetime | None:
    """By when an interim safeguard is reviewed: its clock began with it or with its last review."""
    reviews = told.case.of(SafeguardReviewed)
    looks = {safeguard, *(said.entry.id for said in reviews if said.what.safeguard == safeguard)}
    running = in_force(told.clocks, told.now)
    return next((clock.due_at for clock in running if clock.subject in looks), None)


def _referral(register: Register, sent: Referral) -> str:
    """Sent, received, acknowledged, decided, outcome: each with its time, or that it is not."""
    facts = [f"sent {at_words(sent.sent.sent_at)}"]
    facts.append(_fact("received", sent.received_at))
    facts.append(_fact("acknowledged", sent.acknowledged_at))
    if sent.decision is None:
        facts.append("not decided")
    else:
        decided = sent.decision[1]
        facts.append(f"decided {at_words(decided.decided_at)}: {decided.decision.label.lower()}")
    if sent.outcomes:
        facts.append(f"outcome: {sent.outcomes[-1][1].outcome.label.lower()}")
    return f"Referral to {register.contact_name(sent.sent.contact)}: {', '.join(facts)}."


def _fact(name: str, at: datetime | None) -> str:
    return f"{name} {at_words(at)}" if at else f"NOT {name}"


def _changed(case: CaseFile, since: datetime) -> Iterator[str]:
    """The titles of what was recorded since, each once with how often; none of a new case."""
    if case.entries[0].recorded_at > since:
        return
    fresh = [e for e in case.standing if e.recorded_at > since and not e.payload.by_program]
    titles = [entry.payload.title for entry in fresh]
    for title in dict.fromkeys(titles):
        count = titles.count(title)
        yield title if count == 1 else f"{title} ({count})"


def excerpt(text: str) -> str:
    """The beginning of what somebody wrote, on one line, cut between words."""
    line = " ".join(text.split())
    if len(line) <= EXCERPT:
        return line
    return f"{line[:EXCERPT].rsplit(' ', 1)[0]} .."
