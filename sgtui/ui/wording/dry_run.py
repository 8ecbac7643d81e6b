"""What comes if nobody answers: the planned clocks of a case, matter by matter, in words."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sgtui.domain.climbing import challenge_of, referral_of
from sgtui.domain.clock import Clock
from sgtui.domain.ladder import Duty, first_named
from sgtui.domain.when import say
from sgtui.services.case import CaseView
from sgtui.ui.widgets.row_list import Line, Piece
from sgtui.ui.wording.about_words import sent_words

_WITH_THE_RUNG = (Duty.CHALLENGE_TELL, Duty.CHALLENGE_MEETING, Duty.CHALLENGE_LETTER)
"""What is done at a rung beside waiting for its answer."""


def dry_run(view: CaseView) -> list[Line]:
    """Lines saying who is turned to, and by when, while the silence lasts; empty when none does."""
    planned = [c for c in view.clocks if c.lies_ahead(view.as_at)]
    if not planned:
        return []
    lines: list[Line] = [(Piece("IF NOBODY ANSWERS", "heading"),)]
    for matter, clocks in _by_matter(view, planned).items():
        lines.append((Piece(_about(view, matter), "strong"),))
        named: set[tuple[str, str]] = set()
        for clock in _in_order(clocks):
            whom = _whom(clock)
            again = (clock.stage, whom) in named
            lines.append(_line(clock, clock.title if again else whom, view.as_at))
            lines += [] if again else _sides(view, clock)
            named.add((clock.stage, whom))
    return [*lines, (Piece(""),)]


def _by_matter(view: CaseView, planned: Iterable[Clock]) -> dict[UUID | None, list[Clock]]:
    """The clocks of each challenge or referral together; None for those about the case itself."""
    found: dict[UUID | None, list[Clock]] = {}
    for clock in planned:
        challenge = challenge_of(view.case, clock)
        about = challenge or referral_of(view.case, clock)
        found.setdefault(about.id if about else None, []).append(clock)
    return found


def _in_order(clocks: Iterable[Clock]) -> list[Clock]:
    """Each step once, when it first comes; what a rung asks for beside its answer follows it."""
    order = sorted(clocks, key=lambda c: (c.started_at, c.duty in _WITH_THE_RUNG, c.due_at))
    first: dict[tuple[str, Duty, str], Clock] = {}
    for clock in order:
        first.setdefault((clock.stage, clock.duty, clock.title), clock)
    return list(first.values())


def _about(view: CaseView, matter: UUID | None) -> str:
    if matter is None:
        return "This case"
    sent, challenge = view.case.referral(matter), view.case.challenge(matter)
    if challenge is not None:
        raised = say(challenge.raised.raised_at, view.as_at)
        return f"Challenge: {challenge.ground.label}, raised {raised}"
    return sent_words(sent, view) if sent is not None else "This case"


def _sides(view: CaseView, clock: Clock) -> list[Line]:
    """Who else is at the table of a rung."""
    stage = view.ladder.stage(clock.stage)
    if clock.duty is not Duty.CHALLENGE:
        return []
    return [(Piece(" " * 29), Piece("    "), Piece(f"with {side.title}")) for side in stage.side]


def _whom(clock: Clock) -> str:
    """Whom it faces; what is done where it faces nobody, or beside the answer of a rung."""
    return clock.title if clock.duty in _WITH_THE_RUNG else clock.counterpart or clock.title


def _line(clock: Clock, words: str, now: datetime) -> Line:
    """ "from Tue 24 Nov 12:00  L11 Head of Service", or what else is done there and by when."""
    beside = clock.duty in _WITH_THE_RUNG
    when = f"by   {say(clock.due_at, now)}" if beside else f"from {say(clock.started_at, now)}"
    return (
        Piece(f"  {when:<27}", "due"),
        Piece(f"{clock.stage:<4}", "strong"),
        Piece(first_named(words)),
    )
