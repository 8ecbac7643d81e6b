"""A person's body maps stand side by side across their cases, as they read now."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from sgtui.domain.body_map.compare import Change
from sgtui.domain.entries import Entry
from sgtui.domain.people import Role
from sgtui.services.body_map import MappedBody, read_person_maps
from sgtui.services.body_map_words import change_lines, map_text, since_words
from sgtui.services.case import read_case
from sgtui.services.record import NoSuchCase
from sgtui.storage.read_unit import SqlReadUnit
from tests.services.a_body import a_case, add, look
from tests.services.conftest import Home

BRUISE = "bruise, left forearm, 30x20mm, purple"
FADED = "bruise, left forearm, 20x10mm, yellow"
GRAZE = "graze, left knee, 2x2cm, red"
CUT = "cut, right shin, 12mm, red"


def regions(mapped: MappedBody) -> list[str]:
    """The regions of a map's marks, in order."""
    return [mark.region for mark in mapped.what.marks]


def test_maps_of_all_cases_come_in_the_order_of_looking(home: Home) -> None:
    person = home.person()
    first = a_case(home, person, BRUISE)
    home.clock.forward(days=2)
    second = a_case(home, person, GRAZE)
    looked = home.clock.at - timedelta(days=1)
    look(home, second.case_id, CUT, at=looked)
    for named in (person, first.case_id, second.case_id):
        found = read_person_maps(home.desk, named)
        assert found.person is not None and found.person.id == person
        assert [regions(one) for one in found.maps] == [["F17L"], ["F24R"], ["F23L"]]
        assert [one.reference for one in found.maps] == [
            first.reference, second.reference, second.reference,
        ]  # fmt: skip


def test_of_two_cases_of_one_moment_one_alone_is_beside_the_other(home: Home) -> None:
    person = home.person()
    cases = [a_case(home, person, mark).case_id for mark in (BRUISE, FADED)]
    views = [read_case(home.desk, case_id) for case_id in cases]
    assert sorted(len(view.comparisons) for view in views) == [0, 1]


def test_another_persons_maps_are_not_among_them(home: Home) -> None:
    mine, other = home.person(), home.person("Tom Ray", "4")
    a_case(home, mine, BRUISE)
    a_case(home, other, GRAZE)
    assert [regions(one) for one in read_person_maps(home.desk, mine).maps] == [["F17L"]]


def test_an_id_that_is_neither_case_nor_person_is_refused(home: Home) -> None:
    with pytest.raises(NoSuchCase):
        read_person_maps(home.desk, uuid4())


def test_a_struck_map_is_no_map(home: Home) -> None:
    second = home.staff("Sam Lister", Role.SAFEGUARDING_LEAD)
    case = a_case(home, home.person(), BRUISE)
    wrong = look(home, case.case_id, GRAZE)
    add(home, case.case_id, "entered_in_error", entry=wrong, second_person=second, reason="Not he")
    view = read_case(home.desk, case.case_id)
    assert [regions(one) for one in view.maps] == [["F17L"]]
    assert view.comparisons == ()


def test_a_case_entered_in_error_lends_its_maps_to_no_other(home: Home) -> None:
    person, second = home.person(), home.staff("Sam Lister", Role.SAFEGUARDING_LEAD)
    wrong = a_case(home, person, BRUISE)
    home.clock.forward(hours=1)
    right = a_case(home, person, GRAZE)
    concern = wrong.entries[0].id
    add(home, wrong.case_id, "entered_in_error", entry=concern, second_person=second, reason="No")
    assert read_case(home.desk, right.case_id).comparisons == ()


def test_an_amended_map_reads_as_amended_and_says_so(home: Home) -> None:
    case = a_case(home, home.person(), BRUISE)
    made = next(entry for entry in case.entries if entry.kind == "body_mapped")
    changes = {"marks": ["Bruise, person's left forearm (F17L), 40 x 20 mm, purple."]}
    add(home, case.case_id, "amended", entry=made.id, changes=changes, reason="Measured again")
    view = read_case(home.desk, case.case_id)
    (mapped,) = view.maps
    assert mapped.amended
    assert mapped.what.marks[0].length_mm == 40
    assert "Put right since; this is how it reads now." in map_text(mapped, view.register)


def test_a_map_is_compared_with_the_one_before_even_of_another_case(home: Home) -> None:
    person = home.person()
    before = a_case(home, person, BRUISE, GRAZE)
    home.clock.forward(days=3)
    after = a_case(home, person, FADED, CUT)
    view = read_case(home.desk, after.case_id)
    (compared,) = view.comparisons
    assert compared.earlier.case_id == before.case_id
    assert [one.change for one in compared.changes] == [Change.CHANGED, Change.NEW, Change.GONE]
    assert before.reference in since_words(compared)
    lines = change_lines(compared)
    assert lines[0].startswith("~ Changed: mark 1, bruise, person's left forearm: size 30 x 20 mm")
    assert lines[2].startswith("- Gone: mark 2 of that map, graze, person's left knee: ")
    assert read_case(home.desk, before.case_id).comparisons == ()


def test_the_text_says_what_was_not_recorded(home: Home) -> None:
    view = read_case(home.desk, a_case(home, home.person(), BRUISE).case_id)
    text = map_text(view.maps[0], view.register)
    assert (
        text.splitlines()[0] == "Looked at Wed 18 Nov 2026 10:00 by Mo Grant, registered manager."
    )
    assert "During: not recorded. Consent: not recorded." in text
    assert "1. Bruise, person's left forearm (F17L), 30 x 20 mm, purple. Not recorded: " in text


def test_no_other_case_is_read_for_one_without_a_map(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = home.person()
    a_case(home, person, BRUISE)
    plain = a_case(home, person, body_map=None)
    kept, read = SqlReadUnit.entries, list[UUID]()

    def entries(unit: SqlReadUnit, case_id: UUID) -> tuple[Entry, ...]:
        read.append(case_id)
        return kept(unit, case_id)

    monkeypatch.setattr(SqlReadUnit, "entries", entries)
    read_case(home.desk, plain.case_id)
    assert read == [plain.case_id]
