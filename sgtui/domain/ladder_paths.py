"""Whether the stages of a ladder hang together: every way leads on, and every duty has its time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sgtui.domain.ladder import Duty
from sgtui.domain.ladder_faults import Misfit, unknown_word
from sgtui.domain.ladder_lines import Place

START = "L1"
"""The stage at which every case starts."""

_BETWEEN_RUNGS = (Duty.CHALLENGE_TELL, Duty.CHALLENGE_MEETING, Duty.CHALLENGE_LETTER)
"""Duties that a rung of the disagreement ladder may have beside its answer, or not."""

_ANY_NUMBER = (Duty.CHALLENGE, Duty.NOTIFICATION, *_BETWEEN_RUNGS)
"""Duties that may stand more than once; every other one exactly once."""


@dataclass(frozen=True)
class Draft:
    """A stage as a file gives it, perhaps faulty: only what its ways and duties are read from."""

    given: Mapping[str, Any]
    place: Place
    """Where the file says it; for a stage taken over unchanged, the line that takes it over."""

    @property
    def code(self) -> str:
        """Its code, or nothing readable."""
        return str(self.given.get("code", ""))

    def ways(self, key: str) -> tuple[str, ...]:
        """The codes in next_met or next_missed."""
        given = self.given.get(key, ())
        if not isinstance(given, list | tuple):
            return ()
        return tuple(code for code in given if isinstance(code, str))

    def duties(self) -> Iterator[tuple[int, Mapping[str, Any]]]:
        """Its clocks that can be read, each with its number from 0."""
        given = self.given.get("clocks", ())
        for number, clock in enumerate(given if isinstance(given, list | tuple) else ()):
            if isinstance(clock, Mapping):
                yield number, clock

    def owes(self, duty: Duty) -> bool:
        """Whether one of its clocks is about that duty."""
        return any(clock.get("duty") == duty for _, clock in self.duties())


def path_misfits(drafts: Sequence[Draft], whole: Place) -> Iterator[Misfit]:
    """Everything wrong between the stages; `whole` is where the ladder itself is at fault."""
    stages: dict[str, Draft] = {}
    for draft in drafts:
        stages.setdefault(draft.code, draft)
    yield from _twice(drafts)
    yield from _leading_nowhere(drafts, tuple(sorted(stages)))
    yield from _never_reached(stages, whole)
    yield from _circles(stages)
    yield from _duties(drafts, whole)
    yield from _broken_rungs(stages)


def _twice(drafts: Sequence[Draft]) -> Iterator[Misfit]:
    seen: set[str] = set()
    for draft in drafts:
        if draft.code in seen:
            sentence = f"stage {draft.code} stands twice; give one of them a code of its own."
            yield Misfit((*draft.place, "code"), sentence)
        seen.add(draft.code)


def _leading_nowhere(drafts: Sequence[Draft], codes: tuple[str, ...]) -> Iterator[Misfit]:
    for draft in drafts:
        for key in ("next_met", "next_missed"):
            for code in draft.ways(key):
                if code not in codes:
                    sentence = unknown_word(code, "stage of this ladder", codes)
                    yield Misfit((*draft.place, key), sentence)


def _never_reached(stages: Mapping[str, Draft], whole: Place) -> Iterator[Misfit]:
    if START not in stages:
        yield Misfit(whole, f"there is no stage {START}; every case starts there.")
        return
    reached, ahead = set[str](), [START]
    ahead += [code for code, draft in stages.items() if draft.given.get("parallel") is True]
    while ahead:
        code = ahead.pop()
        if code in stages and code not in reached:
            reached.add(code)
            ahead += [*stages[code].ways("next_met"), *stages[code].ways("next_missed")]
    for code, draft in stages.items():
        if code not in reached:
            sentence = (
                f"no way from {START} leads to {code}; name it in a next_met or next_missed, "
                "or write parallel = true if it may open at any time."
            )
            yield Misfit((*draft.place, "code"), sentence)


def _circles(stages: Mapping[str, Draft]) -> Iterator[Misfit]:
    told: set[str] = set()
    for code, draft in stages.items():
        circle = _way_back(code, stages)
        if circle and told.isdisjoint(circle):
            told.update(circle)
            way = " > ".join([*circle, code])
            sentence = (
                f"{way} goes round by missed deadlines alone, so nobody ever acts; "
                "let one of them end, or lead elsewhere."
            )
            yield Misfit((*draft.place, "next_missed"), sentence)


def _way_back(start: str, stages: Mapping[str, Draft]) -> list[str]:
    """The shortest way from a stage to itself by missed deadlines; empty if there is none."""
    ways, seen = [[start]], {start}
    for way in ways:
        for code in stages[way[-1]].ways("next_missed"):
            if code == start:
                return way
            if code in stages and code not in seen:
                seen.add(code)
                ways.append([*way, code])
    return []


def _duties(drafts: Sequence[Draft], whole: Place) -> Iterator[Misfit]:
    held: dict[tuple[str, str], str] = {}
    for draft in drafts:
        for number, clock in draft.duties():
            duty, kind = str(clock.get("duty", "")), str(clock.get("notification", ""))
            subject = (duty, kind if duty == Duty.NOTIFICATION else "")
            single = duty in tuple(Duty) and (duty not in _ANY_NUMBER or subject[1])
            if single and subject in held:
                what = " ".join(word for word in subject if word)
                sentence = f"{what} has a clock in stage {held[subject]} already; keep one."
                yield Misfit((*draft.place, "clock", number, "duty"), sentence)
            held.setdefault(subject, draft.code)
    for duty in Duty:
        needed = duty not in (Duty.NOTIFICATION, *_BETWEEN_RUNGS)
        if needed and all(subject[0] != duty for subject in held):
            number_words = "at least one" if duty in _ANY_NUMBER else "exactly one"
            sentence = f'no stage has a clock for "{duty}"; give {number_words} stage such a clock.'
            yield Misfit(whole, sentence)


def _broken_rungs(stages: Mapping[str, Draft]) -> Iterator[Misfit]:
    rungs = {code: draft for code, draft in stages.items() if draft.owes(Duty.CHALLENGE)}
    above = [code for draft in rungs.values() for code in draft.ways("next_missed")]
    lowest = [code for code in rungs if code not in above]
    for code in lowest[1:]:
        sentence = (
            f"no rung leads up to {code}, though {lowest[0]} is the lowest; "
            f"name {code} in the next_missed of the rung below it."
        )
        yield Misfit((*rungs[code].place, "code"), sentence)
    for code in rungs:
        if above.count(code) > 1:
            sentence = f"two rungs lead up to {code}; each rung has one below it."
            yield Misfit((*rungs[code].place, "code"), sentence)
