"""Forms, letters, registers and the ladder of an invented home, made as a manager makes them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from xml.etree.ElementTree import fromstring

import pytest

from sgtui.documents.catalogue import make
from sgtui.documents.model import Document, Picture, Record, Section
from sgtui.domain.ladder_file import shipped_text
from sgtui.services.demo import STAFF, furnish
from sgtui.services.desk import Desk
from sgtui.services.files import Period
from sgtui.services.ladders import adopt_ladder
from sgtui.services.refusals import NotForYou
from sgtui.services.reports import Asked
from sgtui.services.work import Stopped, Work
from tests.documents.a_told_case import all_words
from tests.services.demo_home import WEDNESDAY, empty

NAMES = ("referral-form", "challenge-letter", "safeguards", "notifications", "ladder")
PERIOD = Period(WEDNESDAY - timedelta(days=31), WEDNESDAY)


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Desk]]:
    """The desk of each member of staff by name, all at one furnished home."""
    made = empty(tmp_path_factory.mktemp("agencies"))
    furnish(made.store, made.signers, WEDNESDAY)
    first = made.desk(WEDNESDAY)
    yield {one.name: replace(first, author=made.signers[one.id]) for one in STAFF}
    made.store.close()


@pytest.fixture
def desk(desks: dict[str, Desk]) -> Desk:
    """The registered manager's."""
    return desks["Ruth Adeyemi"]


def of(desk: Desk, name: str, reference: str = "") -> tuple[Document, list[Section]]:
    document = make(desk, name, Asked(PERIOD, reference))
    return document, list(document.sections)


def rows(sections: list[Section]) -> list[Record]:
    return [row for section in sections for row in section.records]


@pytest.mark.parametrize("name", NAMES)
def test_every_row_has_the_columns_of_its_document(desk: Desk, name: str) -> None:
    document, sections = of(desk, name)
    found = rows(sections)
    assert found
    assert {len(row.cells) for row in found} == {len(document.columns)}


def test_each_referral_is_a_section_of_its_own_case(desk: Desk) -> None:
    _, sections = of(desk, "referral-form", "SG-26-J8QM")
    assert [(one.title, one.reference) for one in sections] == [
        ("Referral to Hollinsford MASH", "SG-26-J8QM")
    ]
    said = all_words(sections)
    assert "A child at risk of harm" in said
    assert "s42" not in said


def test_a_case_that_was_not_referred_has_a_form_that_says_so(desk: Desk) -> None:
    (section,) = of(desk, "referral-form", "SG-26-D2XK")[1]
    assert "NOT SENT. It has not been decided to refer this." in all_words([section])


def test_over_a_period_only_what_was_sent_or_is_owed_has_a_form(desk: Desk) -> None:
    found = rows(of(desk, "referral-form")[1])
    assert {str(row.cells[2]) for row in found} <= {"sent", "owed"}


def test_one_case_has_a_letter_for_each_rung_above_and_many_cases_the_one_that_is_due(
    desk: Desk,
) -> None:
    whole = rows(of(desk, "challenge-letter", "SG-26-F5NT")[1])
    assert len(whole) > 1
    assert {row.cells[4] for row in whole[1:]} == {"ahead"}
    assert "ahead" not in {row.cells[4] for row in rows(of(desk, "challenge-letter")[1])}


def test_a_letter_says_what_is_asked_by_when_and_what_comes_without_an_answer(desk: Desk) -> None:
    said = all_words(of(desk, "challenge-letter", "SG-26-F5NT")[1][:1])
    for words in ("What we ask of you", "Please answer by", "What happens if there is no answer",
                  "How the person is protected meanwhile", "Procedure:", "checked"):  # fmt: skip
        assert words in said


def test_a_letter_names_nobody_who_wrote_an_entry(desk: Desk) -> None:
    """Joy Okafor wrote most of them; as owner of a safeguard alone she may be named."""
    (section,) = of(desk, "challenge-letter", "SG-26-F5NT")[1][:1]
    for line in all_words([section]).splitlines():
        if "Joy Okafor" in line:
            assert "Goes to clinic by taxi" in line


def test_without_a_dispute_there_is_a_sentence_and_no_letter(desk: Desk) -> None:
    (section,) = of(desk, "challenge-letter", "SG-26-D2XK")[1]
    assert "Nothing is in dispute now" in all_words([section])


def test_the_answer_stands_before_the_cases_and_adds_up(desk: Desk) -> None:
    document, sections = of(desk, "safeguards")
    whole, *cases = sections
    figures = dict(whole.figures)
    each = [dict(case.figures)["unprotected_hours"] for case in cases]
    assert whole.title == "All cases"
    assert figures["unprotected_hours"] == pytest.approx(sum(map(float, map(str, each))), abs=1)
    gaps = [row for row in rows(cases) if row.cells[2] == "gap"]
    assert figures["gaps"] == len(gaps)
    assert document.columns[7] == "length_hours"


def test_one_case_alone_can_be_asked_for(desk: Desk) -> None:
    found = rows(of(desk, "safeguards", "SG-26-F5NT")[1])
    assert {row.cells[0] for row in found} == {"SG-26-F5NT"}


def test_each_body_has_its_own_section_with_figures_that_add_up(desk: Desk) -> None:
    _, sections = of(desk, "notifications")
    whole, *bodies = sections
    figures = dict(whole.figures)
    for name in ("times", "told", "told_late", "not_required", "still_open"):
        assert figures[name] == sum(int(str(dict(one.figures)[name])) for one in bodies)
    assert figures["times"] == len(rows(bodies))


def test_an_earlier_period_holds_nothing_that_was_owed_later(desk: Desk) -> None:
    early = Period(WEDNESDAY - timedelta(days=400), WEDNESDAY - timedelta(days=399))
    document = make(desk, "notifications", Asked(early))
    assert rows(list(document.sections)) == []


@pytest.mark.parametrize("name", NAMES[:4])
def test_whoever_is_alleged_gets_nothing_of_that_case(desks: dict[str, Desk], name: str) -> None:
    alleged = desks["Connor Blyth"]
    with pytest.raises(NotForYou):
        of(alleged, name, "SG-26-C8EV")
    document, sections = of(alleged, name)
    assert "SG-26-C8EV" not in all_words(sections)
    assert any("whoever made this" in note for note in document.notes)


def test_the_ladder_holds_no_case_and_nobody_who_lives_here(desk: Desk) -> None:
    document, sections = of(desk, "ladder")
    said = all_words(sections)
    with desk.store.reading() as unit:
        register = desk.register(unit)
    assert not [one.name for one in register.people.values() if one.name in said]
    assert "SG-26" not in said
    assert document.about.startswith("ENG-default-1: ")


def test_the_ladder_names_who_holds_each_role_and_says_who_is_nobody(desk: Desk) -> None:
    said = all_words(of(desk, "ladder")[1])
    assert "Safeguarding lead | Sam Lister" in said
    assert "On-call manager | Martin Cole; on call now: " in said
    assert "Care worker | 6 people" in said


def test_every_picture_of_the_ladder_is_whole_and_in_grey(desk: Desk) -> None:
    _, sections = of(desk, "ladder")
    pictures = [b for one in sections for b in one.blocks if isinstance(b, Picture)]
    assert len(pictures) > 1
    drawn = ""
    for picture in pictures:
        root = fromstring(picture.svg)
        drawn += " ".join(root.itertext())
        colours = {c for e in root.iter() for c in (e.get("fill"), e.get("stroke")) if c}
        assert all(c == "none" or c[1:3] == c[3:5] == c[5:7] for c in colours)
    with desk.store.reading() as unit:
        ladder = desk.known.ladder(desk.register(unit), desk.register(unit).current_ladder)
    for stage in ladder.stages:
        assert f"{stage.code}  {stage.title}" in drawn


def test_another_ladder_adopted_is_the_one_that_is_drawn(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    made = empty(tmp_path_factory.mktemp("boards"))
    furnish(made.store, made.signers, WEDNESDAY)
    manager = next(one for one in STAFF if one.name == "Ruth Adeyemi")
    desk = replace(made.desk(WEDNESDAY), author=made.signers[manager.id])
    adopt_ladder(desk, shipped_text("ENG-dorset-bcp-1"), "ENG-dorset-bcp-1.toml")
    document, sections = of(desk, "ladder")
    assert document.about.startswith("ENG-dorset-bcp-1: ")
    assert "L10 Challenge: line managers" in all_words(sections)
    made.store.close()


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_made_once_it_was_stopped(desk: Desk, name: str) -> None:
    document = make(desk, name, Asked(PERIOD), Work(stop=lambda: True))
    with pytest.raises(Stopped):
        list(document.sections)
