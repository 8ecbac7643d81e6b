"""The inspection pack holds every entry of a long case, as text and as print."""

from pathlib import Path

import pytest

from sgtui.documents.press import pdf
from sgtui.domain.entries import CASE_KINDS
from sgtui.services.case import read_case
from sgtui.services.desk import Desk
from tests.documents.a_printed_file import plain, read, words
from tests.documents.a_told_record import desk_with, document, text
from tests.domain.case_builder import Told, a_referral
from tests.domain.usual_answers import ABOUT, ANSWERS

MARKS = ["bruise, F17L, 3x2cm, purple", "redness or mark, B09, 4x4cm, red"]


def a_long_case() -> Told:
    """200 entries over seven weeks, two body maps among them."""
    told = a_referral().tell("body_mapped", marks=MARKS)
    told.tell("safeguard_started")
    while len(told.entries) < 200:
        number = len(told.entries) + 1
        told.later(hours=6)
        if number == 100:
            told.tell("body_mapped", marks=MARKS[:1])
        elif number % 10 == 0:
            told.tell("agency_contacted", said=f"Call number {number} about her.")
        elif number % 10 == 5:
            told.tell("safeguard_reviewed", comment=f"Looked at for entry {number}.")
        else:
            told.tell("observation_made", text=f"Observation number {number}: calm, ate well.")
    return told


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk over the long case."""
    return desk_with(tmp_path_factory.mktemp("long"), a_long_case())


def said(desk: Desk) -> list[str]:
    """What each entry says in the chronology."""
    with desk.store.reading() as unit:
        (case_id,) = unit.case_ids()
    told = [line.text for line in read_case(desk, case_id).lines if line.number]
    assert len(told) == 200
    return [plain(one) for one in told]


def test_every_entry_stands_in_the_text(desk: Desk) -> None:
    whole = text(desk, "inspection-pack")
    assert [one for one in said(desk) if one not in whole] == []


def test_every_entry_stands_in_the_print(desk: Desk) -> None:
    parts = pdf.parts(document(desk, "inspection-pack"))
    whole = " ".join(words(read(part)) for part in parts)
    assert [one for one in said(desk) if one not in whole] == []


def test_every_entry_is_a_row_of_the_data_by_number_and_hash(desk: Desk) -> None:
    made = document(desk, "inspection-pack")
    (case,) = made.sections
    rows = [dict(zip(made.columns, record.cells, strict=True)) for record in case.records]
    numbered = [row for row in rows if row["number"] is not None]
    assert sorted(str(row["number"]) for row in numbered) == sorted(map(str, range(1, 201)))
    assert all(row["hash"] for row in numbered)
    assert case.head == (200, next(row["hash"] for row in numbered if row["number"] == 200))


KINDS = sorted(set(CASE_KINDS) & set(ANSWERS) - {"amended", "notification_decided"})
"""Every kind that the usual answers are enough for."""


def one_of_every_kind() -> Told:
    """A case with an entry of every kind, each about one told before it."""
    told = a_referral()
    for kind in KINDS:
        tell(told, kind)
    told.tell("notification_decided", notification="cqc_18")
    changes = {"text": "Calm, ate little."}
    return told.tell("amended", entry=told.newest("observation_made"), changes=changes)


def tell(told: Told, kind: str) -> None:
    """An entry of that kind, after what it is about."""
    for about in ABOUT.get(kind, {}).values():
        if all(entry.kind != about for entry in told.entries):
            tell(told, about)
    told.later(minutes=10)
    if kind == "entered_in_error":
        told.tell("observation_made", text="Of somebody else.")
        told.tell(kind, entry=told.last)
    elif kind == "coordination_validated":
        shown = [told.entries[0].id]
        told.tell(kind, occurred_shown_by=shown, roles_shown_by=shown, actions_shown_by=shown)
    else:
        told.tell(kind)


def test_an_entry_of_every_kind_stands_in_it(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, one_of_every_kind())
    with desk.store.reading() as unit:
        (case_id,) = unit.case_ids()
    view = read_case(desk, case_id)
    whole = text(desk, "inspection-pack")
    assert len({entry.kind for entry in view.case.entries}) >= len(KINDS) + 2
    entries = [line for line in view.lines if line.number]
    assert [line.title for line in entries if plain(line.text) not in whole] == []
