"""A cell is written in words for people and plainly for programs."""

from datetime import date, datetime, timedelta

import pytest

from sgtui.documents.model import Cell
from sgtui.documents.press.cells import cell_data, cell_words
from tests.documents.a_document import AT


@pytest.mark.parametrize(
    ("cell", "words", "data"),
    [
        (None, "", None),
        ("as it stands ", "as it stands ", "as it stands "),
        ("\x1b[2J", "\N{REPLACEMENT CHARACTER}[2J", "\N{REPLACEMENT CHARACTER}[2J"),
        (AT, "Sun 22 Nov 2026 14:32", "2026-11-22T14:32:00+00:00"),
        (AT.replace(month=7), "Wed 22 Jul 2026 15:32", "2026-07-22T15:32:00+01:00"),
        (date(1938, 3, 4), "Fri 4 Mar 1938", "1938-03-04"),
        (timedelta(days=2, hours=3, minutes=59), "2 d 3 h", 52.0),
        (timedelta(days=2), "2 d", 48.0),
        (timedelta(hours=1, minutes=10), "1 h 10 min", 1.2),
        (timedelta(minutes=40), "40 min", 0.7),
        (timedelta(seconds=59), "under 1 min", 0.0),
        (timedelta(0), "under 1 min", 0.0),
        (timedelta(hours=-2), "minus 2 h", -2.0),
        (3, "3", 3),
        (66.666, "66.7", 66.666),
        (50.0, "50", 50.0),
    ],
)
def test_it_is_written_both_ways(cell: Cell, words: str, data: object) -> None:
    assert cell_words(cell) == words
    assert cell_data(cell) == data


def test_a_moment_without_its_zone_is_refused() -> None:
    naive = datetime(2026, 11, 22, 14, 32)  # noqa: DTZ001
    for write in (cell_words, cell_data):
        with pytest.raises(ValueError, match="time zone"):
            write(naive)
