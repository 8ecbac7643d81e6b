"""The themes of the summary for commissioner and board, each in figures that name nobody."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from sgtui.documents.groups import by_month, grouped
from sgtui.documents.model import Block, Facts, Paragraph, Section
from sgtui.documents.response_times.tables import STAGE_WORDS
from sgtui.documents.summary.rows import (
    Measured,
    Row,
    alone,
    counted,
    counted_in_order,
    punctual,
    share,
    shares,
)
from sgtui.domain.case_figures import CaseFigures
from sgtui.domain.entries.choices import Achieved, StatementType, Wish
from sgtui.domain.ladder import Duty
from sgtui.domain.ladder_words import ContactKind
from sgtui.domain.register import Register
from sgtui.domain.response_times import ReferralTimes, Timing
from sgtui.domain.small_numbers import to_nearest
from sgtui.domain.spread import percent
from sgtui.domain.wishes import Asking, Part
from sgtui.services.files import Period
from sgtui.services.summary import Gathered, Learnt

T = TypeVar("T")

_WORK = {
    "First response": (Duty.TELL_SHIFT_LEADER, Duty.MAKE_SAFE, Duty.FULL_RECORD,
                       Duty.INTERNAL_ESCALATION),
    "Deciding": (Duty.THRESHOLD, Duty.COUNTERSIGN),
    "Referring and following up": (Duty.REFERRAL, Duty.CHASE, Duty.ANSWER_AGENCY),
    "Actions done and verified": (Duty.ACTION, Duty.VERIFICATION),
    "Reviews": (Duty.INTERNAL_REVIEW, Duty.SAFEGUARD_FIRST_REVIEW, Duty.SAFEGUARD_REVIEW,
                Duty.FIRST_REVIEW, Duty.PLAN_REVIEW),
    "Managers' looks and after-action reviews": (Duty.OVERSIGHT, Duty.AFTER_ACTION),
}  # fmt: skip
"""What the home owes, in the words of those who govern it; whom else to tell is told apart."""

_LIGHT = {
    StatementType.FACT: "Seen by staff",
    StatementType.VERBATIM: "The person said so",
    StatementType.THIRD_PARTY: "Somebody else told us",
    StatementType.OPINION: "A view of staff",
}


@dataclass(frozen=True)
class Summary:
    """The gathered figures, and from which count on a number may be told."""

    found: Gathered
    learnt: Learnt
    register: Register
    fewest: int

    def sections(self) -> Iterator[Section]:
        """Each theme in turn."""
        yield self._concerns()
        yield self._thresholds()
        yield self._agencies()
        yield self._protection()
        yield self._told()
        yield self._wishes()
        yield self._governance()
        yield self._audits()

    def _concerns(self) -> Section:
        found, few = self.found, self.fewest
        opened = found.opened
        whole = (
            alone("Recorded in the period", len(opened), few),
            alone("Recorded in the period before", len(found.opened_before), few),
            alone("Closed in the period", len(found.closed), few),
            _about("Open at its end, to the nearest five", len(found.open_at_end)),
        )
        kinds: tuple[tuple[str, Callable[[CaseFigures], str]], ...] = (
            ("By category of abuse", lambda one: one.category.label),
            ("By level when recorded", lambda one: one.level.label),
            ("By whom it is about", lambda one: one.kind.label),
            ("How it came to light", lambda one: _LIGHT[one.light] if one.light else "Not said"),
            ("Who recorded it", lambda one: one.role),
        )
        tables = [
            counted_in_order(
                "By month", by_month(opened, lambda one: one.opened_at, found.period), few
            )
        ]
        tables += [counted(words, grouped(opened, name), few) for words, name in kinds]
        tables.append(counted("What came of those closed", grouped(found.closed, _ended), few))
        return _section("Concerns", "Concerns", whole, tables)

    def _thresholds(self) -> Section:
        """Whether like is decided alike: the same questions, by category and by who decides."""
        every = [t for one in self.found.cases for t in one.thresholds]
        here = [one for one in every if self.found.period.holds(one.at)]
        category = grouped(here, lambda one: one.category.label)
        role = grouped(here, lambda one: one.role)
        tables = [
            shares("Found met, by category", _marked(category, lambda t: t.met), self.fewest),
            shares("Found met, by who decided", _marked(role, lambda t: t.met), self.fewest),
        ]
        two = share("Two people at once", sum(not t.alone for t in here), len(here), self.fewest)
        sent = share("Referred outside", sum(t.referred for t in here), len(here), self.fewest)
        whole = (alone("Decisions", len(here), self.fewest), sent, two)
        words = (
            "Each decision answers the same questions of the law; met is where none was answered"
            " with a clear no. Shares that differ much between groups are worth a look."
        )
        return _section("Decisions on the threshold", "Decisions", whole, tables, words)

    def _agencies(self) -> Section:
        now, before = self.found.times.now, self.found.times.before
        raised = now.challenges
        concluded = [one for one in raised if one.outcome is not None]
        upheld = sum(one.upheld for one in concluded)
        whole = (
            alone("Referrals sent", len(now.referrals), self.fewest),
            alone("Referrals sent in the period before", len(before.referrals), self.fewest),
            alone("Challenges raised", len(raised), self.fewest),
            share("Upheld, of those concluded", upheld, len(concluded), self.fewest),
        )
        tables = []
        for duty, words in STAGE_WORDS.items():
            earlier = self._stage(words, before.referrals, duty)
            tables.append(self._stage(words, now.referrals, duty).beside(earlier))
        words = "By sort of agency, never by person; each stage is counted from the one before."
        return _section("Agencies", "Referrals and challenges", whole, tables, words)

    def _stage(self, words: str, sent: Iterable[ReferralTimes], duty: Duty) -> Measured:
        by_kind = grouped(sent, self._kind)
        timed = {
            kind: [timing for one in group for timing in one.timings if timing.duty is duty]
            for kind, group in by_kind.items()
        }
        return punctual(words, timed, self.fewest)

    def _kind(self, sent: ReferralTimes) -> str:
        desk = self.register.contacts.get(sent.contact)
        kinds = (kind.label for kind in ContactKind if desk and kind.value == desk.point)
        return next(kinds, "Another agency")

    def _protection(self) -> Section:
        period = self.found.period
        spells = [
            one.protection.within(period.since, period.until) for one in self.found.open_during
        ]
        needed = [(whole, gap) for whole, gap in spells if whole]
        whole = sum((one for one, _ in needed), timedelta(0))
        gaps = sum((gap for _, gap in needed), timedelta(0))
        rows = (
            alone("Cases in which protection was needed", len(needed), self.fewest),
            share("Never without it", sum(not g for _, g in needed), len(needed), self.fewest),
            _covered(whole, gaps, len(needed) >= self.fewest),
        )
        words = "Interim safeguards while others decide, and plans that took their place."
        return _section("Protection meanwhile", "Protection", rows, (), words)

    def _told(self) -> Section:
        told = [t for one in self.found.cases for t in one.told]
        here = [one for one in told if self.found.period.holds(one.timing.began_at)]
        by_kind = {
            kind: [one.timing for one in group]
            for kind, group in grouped(here, lambda one: one.whom.label).items()
        }
        rows = (alone("Duties to tell somebody", len(here), self.fewest),)
        table = punctual("Told, or found not needed, in time", by_kind, self.fewest)
        return _section("Telling others", "Notifications", rows, (table,))

    def _wishes(self) -> Section:
        during, closed = self.found.open_during, self.found.closed
        asked = [one.wishes for one in during if one.wishes.was_asked]
        at_end = sum(one.wishes.asking(Part.END) is Asking.ASKED for one in closed)
        rows = (
            share("Asked what they want to happen", len(asked), len(during), self.fewest),
            share("Asked at the end, of those closed", at_end, len(closed), self.fewest),
            *self._wanted(Counter(wish for one in asked for wish in one.wanted)),
        )
        met = [one for one in closed if one.wishes.met is not None]
        table = counted("How far wishes were met, of those closed", grouped(met, _met), self.fewest)
        return _section("What people wanted", "Wishes", rows, (table,))

    def _wanted(self, counts: Counter[Wish]) -> Iterator[Row]:
        for wish, count in counts.most_common():
            yield alone(f"Wanted: {wish.label.lower()}", count, self.fewest)

    def _governance(self) -> Section:
        """Owned, tracked, reviewed: not only that referrals were made (R5, R50)."""
        unowned = any(not one.has_owner for one in self.found.open_at_end)
        owned = "not every open case" if unowned else "every open case"
        rows = (Row("Has a named owner", owned),)
        governed = [t for one in self.found.cases for t in one.governed]
        here = [t for t in governed if self.found.period.holds(t.began_at)]
        work = _work([*self.found.times.now.ours, *here])
        table = punctual("Done in time, by what is owed", work, self.fewest)
        earlier = [t for t in governed if self.found.period.before.holds(t.began_at)]
        was = punctual("", _work([*self.found.times.before.ours, *earlier]), self.fewest)
        words = "Whether what is owed has an owner, is followed up and is looked at again."
        return _section("Governance", "Governance", rows, (table.beside(was),), words)

    def _audits(self) -> Section:
        period = self.found.period
        rows = (
            _files("Files audited", self.found.cases, period),
            _complete("Items of the checklist met", self.found.cases, period),
            _complete("The same, in the period before", self.found.cases, period.before),
            _plain("Findings raised", _dated((c.findings for c in self.found.cases), period)),
            _plain("Findings verified", _dated((c.verified for c in self.found.cases), period)),
            *(_plain(f"Learning: {sort.lower()}", n) for sort, n in self._set_out()),
            _plain("Learning done", self.learnt.done),
            _plain("Learning verified by another", self.learnt.verified),
        )
        words = "What the home did to see how well it works, and what it learnt."
        return _section("Audits and learning", "Audits and learning", rows, (), words)

    def _set_out(self) -> list[tuple[str, int]]:
        return sorted(self.learnt.set_out.items())


def _section(
    title: str, measure: str, rows: Sequence[Row], tables: Iterable[Measured], words: str = ""
) -> Section:
    """A theme: what stands alone, then its tables, and every one of them as data."""
    there = tuple(tables)
    facts = Facts(tuple((row.group, row.shown) for row in rows))
    said: tuple[Block, ...] = (Paragraph(words),) if words else ()
    first = Measured(measure, tuple(rows))
    every = [(one.measure, row) for one in (first, *there) for row in one.rows]
    return Section(
        title,
        (*said, facts, *(one.table("Group") for one in there)),
        records=tuple(row.record(title, name) for name, row in every),
        figures=tuple(
            (f"{name}/{row.group}", row.percent if row.number is None else row.number)
            for name, row in every
        ),
    )


def _marked(groups: Mapping[str, Sequence[T]], has: Callable[[T], bool]) -> dict[str, list[bool]]:
    return {name: [has(one) for one in group] for name, group in groups.items()}


def _ended(one: CaseFigures) -> str:
    return one.ended_as


def _met(one: CaseFigures) -> str:
    return (one.wishes.met or Achieved.NONE_EXPRESSED).label


def _about(words: str, count: int) -> Row:
    near = to_nearest(count)
    return Row(words, f"about {near}" if near else "few or none", near)


def _covered(whole: timedelta, gaps: timedelta, is_enough: bool) -> Row:
    """The share of needed hours in which protection ran, rounded down; never all where one gap."""
    words = "Hours covered, of those in which it was needed"
    seconds = int(whole.total_seconds())
    if not is_enough or not seconds:
        return Row(words, "too few to say")
    covered = (seconds - int(gaps.total_seconds())) * 1000 // seconds / 10
    return Row(words, f"{covered:g} %", percent=covered)


def _work(times: Iterable[Timing]) -> dict[str, list[Timing]]:
    every = list(times)
    return {words: [t for t in every if t.duty in duties] for words, duties in _WORK.items()}


def _plain(words: str, count: int) -> Row:
    """A count of the home's own work, which is about nobody."""
    return Row(words, str(count), count)


def _dated(times: Iterable[Sequence[datetime]], period: Period) -> int:
    return sum(period.holds(at) for some in times for at in some)


def _files(words: str, cases: Iterable[CaseFigures], period: Period) -> Row:
    return _plain(words, sum(period.holds(one.at) for case in cases for one in case.audits))


def _complete(words: str, cases: Iterable[CaseFigures], period: Period) -> Row:
    audits = [one for case in cases for one in case.audits if period.holds(one.at)]
    found = percent(sum(one.met for one in audits), sum(one.asked for one in audits))
    return Row(words, "none audited" if found is None else f"{found:g} %", percent=found)
