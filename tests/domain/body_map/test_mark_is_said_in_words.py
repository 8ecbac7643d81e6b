"""A mark is said in one line that is read aloud well, and what is not recorded is said so."""

import pytest

from sgtui.domain.entries.mark_words import (
    colour_words,
    mark_words,
    mark_words_fully,
    quoted,
    size_words,
)
from sgtui.domain.entries.marks import Mark


def a_mark(**answers: object) -> Mark:
    return Mark.model_validate({"kind": "bruise", "region": "F17L", **answers})


def test_a_bruise_is_said_as_nurses_write_it() -> None:
    mark = a_mark(
        length_mm=30, width_mm=20, colours=["purple", "yellow"], skin_broken="no", pain="yes",
        explanation="I banged it", explained_by="resident",
    )  # fmt: skip
    assert mark_words(mark) == (
        "Bruise, person's left forearm (F17L), 30 x 20 mm, purple and yellow, skin not broken,"
        " pain: yes. 'I banged it' (resident)"
    )


def test_kind_and_region_alone_are_a_sentence() -> None:
    assert mark_words(a_mark()) == "Bruise, person's left forearm (F17L)."


def test_every_other_fact_has_its_words() -> None:
    mark = a_mark(
        kind="pressure_damage", region="B09", shape="oval", pattern="two in a row", pressure="2",
        skin_broken="yes", swelling="yes", scab="no", blister="yes", bleeding="no", hot="yes",
        movement="no", wound="grit", pain="cannot_say", first_aid="Cleaned, dressed",
        photo="yes", photo_by="Kit Dunn, nurse", photo_consent="Ada agreed", photo_held="Tablet",
    )  # fmt: skip
    assert mark_words(mark) == (
        "Pressure damage, sacrum (B09), shape 'oval', pattern 'two in a row', skin broken, swollen,"
        " no scab, blister, not bleeding, hot to touch, movement not affected,"
        " dirt or grit in wound, category 2, pain: cannot say. First aid: 'Cleaned, dressed'."
        " Photo: taken by 'Kit Dunn, nurse', consent 'Ada agreed', held 'Tablet'."
    )
    assert mark_words_fully(mark).endswith("Not recorded: size, colour, explanation.")


@pytest.mark.parametrize(
    ("photo", "words"),
    [
        ({"photo": "no"}, "No photo."),
        ({"photo": "yes"}, "Photo: taken."),
        ({"photo": "yes", "photo_held": "Police"}, "Photo: taken, held 'Police'."),
    ],
)
def test_a_photo_is_said_with_what_is_known_of_it(photo: dict[str, str], words: str) -> None:
    assert mark_words(a_mark(**photo)).endswith(f"(F17L). {words}")


def test_what_nobody_recorded_is_named() -> None:
    assert mark_words_fully(a_mark(length_mm=30, pain="no")) == (
        "Bruise, person's left forearm (F17L), 30 mm, pain: no. Not recorded: width, colour, shape,"
        " pattern, skin broken, swelling, scab, blister, bleeding, hot to touch, movement affected,"
        " explanation, first aid, photo."
    )


def test_what_does_not_arise_is_not_named_as_missing() -> None:
    closed, broken = a_mark(skin_broken="no"), a_mark(skin_broken="yes")
    assert "clean or grit" not in mark_words_fully(closed)
    assert "clean or grit" in mark_words_fully(broken)
    assert "category" not in mark_words_fully(closed)
    assert "category" in mark_words_fully(a_mark(kind="pressure_damage"))
    assert "who explained it" in mark_words_fully(a_mark(explanation="Fell"))


@pytest.mark.parametrize(
    ("colours", "words"),
    [
        ([], ""),
        (["red"], "red"),
        (["red", "blue"], "red and blue"),
        (["red", "blue", "black"], "red, blue and black"),
        (["darker"], "darker than the skin around it"),
    ],
)
def test_colours_are_listed_as_people_say_them(colours: list[str], words: str) -> None:
    assert colour_words(a_mark(colours=colours)) == words


def test_a_size_is_in_millimetres_or_nothing() -> None:
    assert size_words(a_mark(length_mm=30, width_mm=20)) == "30 x 20 mm"
    assert size_words(a_mark(length_mm=30)) == "30 mm"
    assert size_words(a_mark()) == ""


def test_quotes_go_round_whatever_a_person_wrote() -> None:
    assert quoted("I fell") == "'I fell'"
    assert quoted('She said "no"') == "'She said \"no\"'"
    assert quoted("I can't say") == '"I can\'t say"'
    assert quoted('She can\'t say "no"') == '"She can\'t say ""no"""'
