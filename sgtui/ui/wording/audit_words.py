"""Audits in words: the list of them, the files of one, and the trend over all (R44)."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sgtui.domain.entries import AuditBegun
from sgtui.domain.entries.choices import AuditAnswer, Sampling
from sgtui.domain.findings import FindingState
from sgtui.domain.london_time import day_words, in_london
from sgtui.domain.text import display_line
from sgtui.domain.urgency import span_words
from sgtui.services.audits import Audit, AuditFile
from sgtui.ui.screens.queue_rows import fitted
from sgtui.ui.widgets.row_list import Line, Piece, Row, heading
from sgtui.ui.widgets.wrapped import wrapped
from sgtui.ui.wording.case_words import room_words

_BAR = 20
"""Columns of the bar that shows how complete an audit found the files."""

_SHOWN = 5
"""Audits that the trend shows at most, the newest last."""

NO_AUDIT = "No audit yet. N begins one: choose which files, then look through each."


def audit_rows(audits: Sequence[Audit]) -> list[Row]:
    """Two lines for each audit: what it is, and what it found."""
    return [Row(str(one.id), (_first(one), _second(one))) for one in audits]


def _first(one: Audit) -> Line:
    state = Piece("ended", "calm") if one.ended else Piece(_to_do(one), "due")
    return (
        Piece(f"{_day(one.begun_at):<12} ", "strong"),
        Piece(f"{drawn_words(one.said):<32} "),
        state,
    )


def _to_do(one: Audit) -> str:
    left = len(one.files) - len(one.done)
    return f"{left} of {len(one.files)} files to do" if left else "all looked through: F9 ends it"


def _second(one: Audit) -> Line:
    said = [f"{percent(one.completeness)} complete"] if one.done else ["nothing looked at yet"]
    counted = {state: one.state(state) for state in FindingState}
    words = {
        FindingState.OPEN: "to mend",
        FindingState.MENDED: "to verify",
        FindingState.VERIFIED: "verified",
    }
    found = ", ".join(f"{n} {words[state]}" for state, n in counted.items() if n)
    if one.done:
        said.append(f"findings: {found or 'none'}")
    said.append(f"by {one.by}")
    return (Piece(" " * 13), Piece("; ".join(said), "quiet"))


def drawn_words(said: AuditBegun) -> str:
    """How its files were drawn, in a few words."""
    count = "1 file" if len(said.files) == 1 else f"{len(said.files)} files"
    ways = {
        Sampling.ALL: f"all {count}",
        Sampling.RANDOM: f"random {count}, seed {said.seed}",
        Sampling.LATE_FIRST: f"{count} with most late",
    }
    return ways[said.sampling]


def trend_lines(audits: Sequence[Audit], width: int) -> list[Line]:
    """One bar for each of the newest audits, oldest first; then what has become of it."""
    done = [one for one in reversed(audits) if one.is_whole][-_SHOWN:]
    if len(done) < 2:
        return []
    lines: list[Line] = [(Piece("TREND  files complete, and how soon outcomes were known",
                                "heading"),)]  # fmt: skip
    lines += [_bar(one) for one in done]
    return [*lines, *((Piece(part, "strong"),) for part in wrapped(_become(done), width))]


def _become(done: Sequence[Audit]) -> str:
    """What has become of it since the oldest that is shown and was drawn in a like way."""
    last = done[-1]
    alike = [one for one in done[:-1] if _worst_first(one) is _worst_first(last)]
    if alike:
        return _change(alike[0], last)
    ours, theirs = "the files with most late", "files however late they were"
    took, before = (ours, theirs) if _worst_first(last) else (theirs, ours)
    return f"The newest took {took}, those before {before}: not to be compared."


def _worst_first(one: Audit) -> bool:
    """Whether its files were picked because much was late in them."""
    return one.said.sampling is Sampling.LATE_FIRST


def _bar(one: Audit) -> Line:
    share = one.completeness or 0.0
    filled = round(share * _BAR)
    middle = one.confirmed.median
    known = f"{len(one.confirmed.times)} of {one.confirmed.referrals} outcomes known"
    speed = f"{known}, middle {span_words(middle)}" if middle is not None else known
    return (
        Piece(f"{_day(one.begun_at):<12} "),
        Piece(f"{'#' * filled}{'.' * (_BAR - filled)} ", "calm"),
        Piece(f"{percent(share):>4}   "),
        Piece(speed, "quiet"),
    )


def _change(first: Audit, last: Audit) -> str:
    points = round(100 * ((last.completeness or 0) - (first.completeness or 0)))
    count = "1 point" if abs(points) == 1 else f"{abs(points)} points"
    said = f"{count} more complete than" if points > 0 else f"{count} less complete than"
    said = said if points else "as complete as"
    speed = _speed(first.confirmed.median, last.confirmed.median)
    return f"Now {said} on {_day(first.begun_at)}{speed}."


def _speed(before: timedelta | None, now: timedelta | None) -> str:
    if before is None or now is None or before == now:
        return ""
    word = "sooner" if now < before else "later"
    return f"; outcomes known {span_words(abs(before - now))} {word}"


def percent(share: float | None) -> str:
    """ "92%", or a dash where nothing applied."""
    return "-" if share is None else f"{round(share * 100)}%"


def head_lines(one: Audit, width: int) -> list[Line]:
    """What is audited by what, and how far it has come."""
    said = one.said
    period = f"{_day(said.since)} to {_day(said.until)}"
    figures = f"{len(one.done)} of {len(one.files)} looked through"
    if one.done:
        figures = f"{figures}, {percent(one.completeness)} complete, {one.defects} not met"
    lines: list[Line] = [
        (Piece(f"{drawn_words(said)}, open {period}", "strong"),),
        (Piece(figures), Piece(f"   by {one.checklist.version}", "quiet")),
    ]
    if one.not_shown:
        files = "1 file names" if one.not_shown == 1 else f"{one.not_shown} files name"
        lines.append((Piece(f"{files} you, so somebody else audits it.", "due"),))
    if one.summary:
        said_all = display_line(f"It shows: {one.summary}")
        lines += [(Piece(part),) for part in wrapped(said_all, width)]
    return lines


def file_rows(one: Audit, width: int) -> list[Row]:
    """The files: those to do first."""
    todo = [file for file in one.files if file.entry is None]
    rows: list[Row] = []
    if todo:
        rows += [heading("to do", "TO DO"), *(_file(file, width) for file in todo)]
    if one.done:
        rows += [heading("done", "LOOKED THROUGH"), *(_file(file, width) for file in one.done)]
    return rows


def _file(file: AuditFile, width: int) -> Row:
    person = file.person
    who = f"{person.initials} {room_words(person.room)}" if person else "?"
    count = file.count
    asked = count[AuditAnswer.YES] + count[AuditAnswer.NO]
    found = f"{count[AuditAnswer.YES]} of {asked} met" if file.entry else "not looked at yet"
    tone = "due" if count[AuditAnswer.NO] or not file.entry else "calm"
    left = max(width - 13 - 12 - 24, 10)
    pieces = (
        Piece(f"{file.reference:<12} ", "strong"),
        Piece(f"{fitted(who, 11)} "),
        Piece(f"{fitted(file.stage.label, 23)} ", "quiet"),
        Piece(fitted(found, left), tone),
    )
    return Row(str(file.case_id), (pieces,))


def _day(at: datetime) -> str:
    """ "22 Nov 2026"."""
    return day_words(in_london(at).date())[4:]
