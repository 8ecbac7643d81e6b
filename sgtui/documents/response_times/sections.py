"""The sections of the response-time audit, each theme with its tables and figures."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sgtui.documents.groups import grouped
from sgtui.documents.model import (
    Block,
    Cell,
    Chart,
    Column,
    Facts,
    Heading,
    Paragraph,
    Section,
    Table,
)
from sgtui.documents.naming import count
from sgtui.documents.response_times.records import challenge_records, our_records, referral_records
from sgtui.documents.response_times.tables import (
    STAGE_WORDS,
    Named,
    compared_table,
    figures,
    figures_table,
    late_ones,
    median_chart,
    of_duty,
    our_rows,
    share_chart,
    stage_rows,
    whole_row,
    words_of,
)
from sgtui.domain.entries.challenge import ChallengeOutcome
from sgtui.domain.ladder import Duty
from sgtui.domain.london_time import in_london
from sgtui.domain.register import Register
from sgtui.domain.response_times import OURS, THEIRS, ReferralTimes, Standing, Timing
from sgtui.domain.rung_times import ChallengeTimes
from sgtui.domain.spread import part_words, percent
from sgtui.domain.timeliness import Timeliness, timeliness
from sgtui.services.response_times import Compared, Times

_MOST_LATE = 10
_BESIDE = {Duty.ACKNOWLEDGEMENT: Duty.INTERNAL_ESCALATION, Duty.DECISION: Duty.THRESHOLD}
"""Which of our own times is shown beside a stage of theirs: the one that asks the same of us."""


@dataclass(frozen=True)
class Audit:
    """The gathered times, and who the agencies are."""

    times: Compared
    register: Register

    def sections(self) -> Iterator[Section]:
        """Each theme in turn."""
        yield self._short()
        yield self._agencies()
        yield self._ours()
        yield self._challenges()
        yield self._groups()
        yield self._compared()
        yield self._late()
        yield self._referrals()

    @property
    def _now(self) -> Times:
        return self.times.now

    def _short(self) -> Section:
        sent, raised = self._now.referrals, self._now.challenges
        was = self.times.before
        chases = sum(one.chases for one in sent)
        facts = Facts(
            (
                ("Referrals sent", f"{len(sent)}; {len(was.referrals)} in the period before"),
                ("Decided", sum(one.decided_at is not None for one in sent)),
                ("Our calls and letters about them", f"{chases}{_each(chases, len(sent))}"),
                ("Challenges raised", f"{len(raised)}; {len(was.challenges)} before"),
            )
        )
        chart = share_chart(stage_rows(sent), our_rows(self._now.ours))
        named = (
            ("referrals", len(sent)), ("chases", chases), ("challenges", len(raised)),
            ("before/referrals", len(was.referrals)), ("before/challenges", len(was.challenges)),
        )  # fmt: skip
        blocks: tuple[Block, ...] = (facts, *((chart,) if chart.bars else ()))
        return Section("In short", blocks, figures=named)

    def _agencies(self) -> Section:
        """Every stage of each agency, and the medians beside the time allowed."""
        by_agency = grouped(self._now.referrals, self._agency)
        blocks = [block for name, sent in by_agency.items() for block in _stage_blocks(name, sent)]
        if len(by_agency) > 1:
            blocks += _stage_blocks("All agencies together", self._now.referrals)
        charts = [chart for duty in THEIRS if (chart := self._chart(duty, by_agency))]
        named = [*_named("agencies", self._now.referrals)]
        for name, sent in by_agency.items():
            named += _named(f"agency/{name}", sent)
        nothing = Paragraph("No referral was sent in the period.")
        return Section(
            "Agencies, stage by stage", (*blocks, *charts) or (nothing,), figures=tuple(named)
        )

    def _chart(self, duty: Duty, by_agency: dict[str, list[ReferralTimes]]) -> Chart | None:
        beside = _BESIDE.get(duty)
        ours = (words_of(beside), of_duty(self._now.ours, beside)) if beside else None
        return median_chart(duty, by_agency, ours)

    def _ours(self) -> Section:
        rows = tuple(our_rows(self._now.ours))
        named = [pair for duty in OURS for pair in _our_figures(self._now.ours, duty)]
        words = "What this home owes: measured as the agencies are, by the same ladders."
        return Section(
            "Our own times",
            (Paragraph(words), figures_table("Duty", rows)),
            records=tuple(our_records(self.times)),
            figures=tuple(named),
        )

    def _challenges(self) -> Section:
        raised = self._now.challenges
        rungs = [rung for one in raised for rung in one.rungs]
        stages = sorted({rung.stage for rung in rungs}, key=lambda code: (len(code), code))
        rows = [(c, timeliness(rung for rung in rungs if rung.stage == c)) for c in stages]
        named: list[tuple[str, Cell]] = [
            ("upheld", _upheld(raised)),
            ("concluded", _concluded(raised)),
            ("upheld_percent", percent(_upheld(raised), _concluded(raised))),
        ]
        named += [pair for code, row in rows for pair in figures(f"rung/{code}", row)]
        return Section(
            "Challenges",
            (_upheld_facts(raised), figures_table("Rung", rows, "Until they answered at a rung")),
            records=tuple(challenge_records(self.times)),
            figures=tuple(named),
        )

    def _groups(self) -> Section:
        by_authority = grouped(self._now.referrals, lambda one: one.authority)
        by_category = grouped(self._now.referrals, lambda one: one.category.label)
        words = "Until decided, by whose procedures say how long that may take."
        blocks: list[Block] = [Heading("By authority"), Paragraph(words)]
        blocks.append(figures_table("Authority", _decided_rows(by_authority)))
        blocks += [Heading("By category of abuse")]
        blocks.append(figures_table("Category", _decided_rows(by_category)))
        named = [f for n, s in by_authority.items() for f in _named(f"authority/{n}", s)]
        named += [f for n, s in by_category.items() for f in _named(f"category/{n}", s)]
        return Section("By authority and category", tuple(blocks), figures=tuple(named))

    def _compared(self) -> Section:
        now, was = self._now, self.times.before
        rows = [
            (words, _of_stage(now.referrals, duty), _of_stage(was.referrals, duty))
            for duty, words in STAGE_WORDS.items()
        ]
        rows += [
            (f"Us: {words_of(duty).lower()}", of_duty(now.ours, duty), of_duty(was.ours, duty))
            for duty in OURS
        ]
        named = [*_named("before/agencies", was.referrals)]
        for duty in OURS:
            named += [(f"before/{name}", cell) for name, cell in _our_figures(was.ours, duty)]
        return Section("Beside the period before", (compared_table(rows),), figures=tuple(named))

    def _late(self) -> Section:
        theirs = [(self._agency(s), one) for s in self._now.referrals for one in s.timings]
        rows = late_ones([*theirs, *(("Us", one) for one in self._now.ours)], _MOST_LATE)
        columns = (
            Column("Case"), Column("What", 1), Column("Owed by", 1),
            Column("Late by", right=True), Column("Now"),
        )  # fmt: skip
        return Section("The ten most late", (Table(columns, rows, empty="Nothing was late."),))

    def _referrals(self) -> Section:
        by_agency = grouped(self._now.referrals, self._agency)
        tables = tuple(_referral_table(name, sent) for name, sent in by_agency.items())
        records = tuple(referral_records(self.times, self.register))
        nothing = Paragraph("No referral was sent in the period.")
        return Section("Every referral", tables or (nothing,), records=records)

    def _agency(self, sent: ReferralTimes) -> str:
        return self.register.contact_name(sent.contact)


def _each(chases: int, referrals: int) -> str:
    return f", {chases / referrals:.1f} a referral" if referrals else ""


def _of_stage(referrals: Iterable[ReferralTimes], duty: Duty) -> Timeliness:
    return of_duty((timing for one in referrals for timing in one.timings), duty)


def _stage_blocks(name: str, sent: Sequence[ReferralTimes]) -> list[Block]:
    title = count(len(sent), "referral")
    return [Heading(name), figures_table("Stage", stage_rows(sent), title, (whole_row(sent),))]


def _our_figures(ours: Sequence[Timing], duty: Duty) -> Iterator[tuple[str, Cell]]:
    row = of_duty(ours, duty)
    if not row.is_empty:
        yield from figures(f"ours/{duty.value}", row)


def _named(name: str, sent: Sequence[ReferralTimes]) -> Iterator[tuple[str, Cell]]:
    for duty in THEIRS:
        yield from figures(f"{name}/{duty.value}", _of_stage(sent, duty))


def _decided_rows(groups: dict[str, list[ReferralTimes]]) -> Iterator[Named]:
    for name, sent in groups.items():
        yield name, _of_stage(sent, Duty.DECISION)


def _concluded(raised: Sequence[ChallengeTimes]) -> int:
    return sum(one.outcome is not None for one in raised)


def _upheld(raised: Sequence[ChallengeTimes]) -> int:
    return sum(one.upheld for one in raised)


def _upheld_facts(raised: Sequence[ChallengeTimes]) -> Facts:
    of_them = part_words(_upheld(raised), _concluded(raised))
    counts = ((o.label, sum(one.outcome is o for one in raised)) for o in ChallengeOutcome)
    return Facts(
        (
            ("Raised", len(raised)),
            ("Upheld in whole or in part, of those concluded", of_them),
            *((label, count) for label, count in counts if count),
        )
    )


def _referral_table(name: str, sent: Sequence[ReferralTimes]) -> Table:
    columns = (Column("Case"), Column("Sent"), *_STAGES, Column("Calls", right=True))
    ordered = sorted(sent, key=lambda one: (one.sent_at, one.reference, one.number))
    rows = tuple(_referral_cells(one) for one in ordered)
    return Table(columns, rows, f"{name}: each stage counted from the one before it")


_STAGES = tuple(Column(words, 1, right=True) for words in STAGE_WORDS.values())


def _referral_cells(one: ReferralTimes) -> tuple[Cell, ...]:
    stages = (_stage_words(one.timing(duty)) for duty in THEIRS)
    return (one.reference, in_london(one.sent_at).date(), *stages, one.chases)


def _stage_words(timing: Timing | None) -> str | None:
    """ "17 h", "63 h late", "waits", "waits late"; nothing for a stage that is not timed."""
    if timing is None or timing.standing is Standing.ENDED:
        return None
    if timing.standing is Standing.WITH_US:
        return "with us"
    late = " late" if timing.standing.missed else ""
    if timing.standing.answered:
        whole = int(timing.taken.total_seconds()) // 3600
        return f"{whole} h{late}" if whole else f"under 1 h{late}"
    return f"{'waits' if timing.standing.runs else 'never'}{late}"
