"""The report of file audits: drawn how, found what, become of it what, and the trend (R44, R47)."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from sgtui.documents.catalogue import make
from sgtui.documents.model import Chart, Document, Facts, Paragraph, Points, Section, Table
from sgtui.services.audits import audits
from sgtui.services.demo import STAFF, furnish
from sgtui.services.desk import Desk
from sgtui.services.files import Period
from sgtui.services.reports import Asked
from sgtui.services.work import Stopped, Work
from tests.services.demo_home import WEDNESDAY, empty

RUTH = next(member.id for member in STAFF if member.key == "ruth")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The manager's desk in the invented home."""
    folder: Path = tmp_path_factory.mktemp("audited")
    made = empty(folder)
    furnish(made.store, made.signers, WEDNESDAY)
    yield Desk(made.store, lambda: WEDNESDAY, made.signers[RUTH])
    made.store.close()


def document(desk: Desk, since: datetime, until: datetime, work: Work | None = None) -> Document:
    return make(desk, "file-audit", Asked(Period(since, until)), work)


def quarter(desk: Desk) -> tuple[Document, list[Section]]:
    made = document(desk, WEDNESDAY - timedelta(days=90), WEDNESDAY)
    return made, list(made.sections)


def quiet(desk: Desk) -> tuple[Document, list[Section]]:
    """Four weeks in which nobody audited."""
    made = document(desk, WEDNESDAY - timedelta(days=50), WEDNESDAY - timedelta(days=22))
    return made, list(made.sections)


def test_the_trend_goes_over_all_audits(desk: Desk) -> None:
    _, (trend, *_) = quarter(desk)
    (chart,) = [block for block in trend.blocks if isinstance(block, Chart)]
    shares = [round(100 * (one.completeness or 0), 1) for one in reversed(audits(desk))]
    assert [bar.value for bar in chart.bars] == shares
    assert shares == sorted(shares)
    assert len(shares) == 2
    (said, *_) = [block.words for block in trend.blocks if isinstance(block, Paragraph)]
    assert "points more complete than at the audit of" in said


def test_it_says_how_files_are_audited(desk: Desk) -> None:
    for _, sections in (quarter(desk), quiet(desk)):
        (points,) = sections[-1].blocks
        assert isinstance(points, Points)
        assert any("cannot be answered otherwise by hand" in point for point in points.points)
        assert any("a random sample whose number is kept" in point for point in points.points)


def test_each_audit_says_how_it_was_drawn_and_by_what_it_went(desk: Desk) -> None:
    _, (_, first, second, _) = quarter(desk)
    for section, seed in ((first, "1947"), (second, "2026")):
        drawn = next(block for block in section.blocks if isinstance(block, Facts))
        facts = dict(drawn.facts)
        assert facts["Seed of the draw"] == seed
        assert facts["By"] == "Ruth Adeyemi"
        assert facts["Checklist"] == "File completeness, version file-completeness-1"


def test_every_figure_is_what_its_rows_give(desk: Desk) -> None:
    made, (_, *sections, _) = quarter(desk)
    answer = made.columns.index("answer")
    for section in sections:
        figures = dict(section.figures)
        given = [record.cells[answer] for record in section.records]
        met, missing = given.count("yes"), given.count("no")
        assert figures["not_met"] == missing
        assert figures["complete_percent"] == round(100 * met / (met + missing), 1)
        assert len(given) == 28 * int(str(figures["files_looked_through"]))
        assert all(len(record.cells) == len(made.columns) for record in section.records)


def test_findings_say_what_became_of_them(desk: Desk) -> None:
    _, (_, first, second, _) = quarter(desk)
    tables = [b for b in first.blocks if isinstance(b, Table) and b.columns[1].name == "Found"]
    (table,) = tables
    assert table.rows
    assert {row[3] for row in table.rows} == {"Mended and verified"}
    assert all("Confirmed with Lena Marsh" in str(row[4]) for row in table.rows)
    finding = second.records[0].cells
    assert len(finding) == 15


def test_without_an_audit_it_shows_what_the_files_answer_themselves(desk: Desk) -> None:
    made, sections = quiet(desk)
    assert made.notes[0].startswith("No audit was made in this period")
    titles = [section.title for section in sections]
    assert titles[0].startswith("What the files answer: 1 to ")
    assert titles[-3:] == ["Item by item", "Trend over all audits", "How files are audited"]
    files = sum(len(section.records) for section in sections) // 28
    assert dict(sections[-3].figures)["files"] == files
    assert files > 0


def test_nothing_is_read_before_its_sections_are_and_it_stops_between_two(desk: Desk) -> None:
    since, until = WEDNESDAY - timedelta(days=50), WEDNESDAY - timedelta(days=22)
    work = Work(stop=lambda: work.done >= 2)
    made = document(desk, since, until, work)
    assert work.total == 0
    with pytest.raises(Stopped):
        list(made.sections)
    assert work.done == 2
