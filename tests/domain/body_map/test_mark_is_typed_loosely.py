"""A mark can be typed as people speak; what cannot be is answered with one plain sentence."""

import pytest

from sgtui.domain.body_map.regions import Region, Side, regions
from sgtui.domain.entries.mark_reading import NotAMark, read_mark
from sgtui.domain.entries.marks import Mark

SECRET = "Ada said it was her nephew"


@pytest.mark.parametrize(
    ("typed", "answers"),
    [
        (
            "bruise, left forearm, 3x2cm, purple and yellow",
            {"length_mm": 30, "width_mm": 20, "colours": ["purple", "yellow"]},
        ),
        ("Bruise; F17L; 30mm; PURPLE", {"length_mm": 30, "colours": ["purple"]}),
        ("bruise, f17l, 3.5 x 2 cm. No photo", {"length_mm": 35, "width_mm": 20, "photo": "no"}),
        ("bruise, (F17L), no pain and not hot", {"pain": "no", "hot": "no"}),
        ("bruise, forearm left, swelling, pain yes", {"swelling": "yes", "pain": "yes"}),
        ("  bruise ,  left   forearm ,, painful. ", {"pain": "yes"}),
        ("bruise, F17L, 'I can't say' (Ada Vale)",
         {"explanation": "I can't say", "explained_by": "Ada Vale"}),
        ("bruise, F17L, \"it's nothing\", first aid 'cold pad'",
         {"explanation": "it's nothing", "first_aid": "cold pad"}),
        ("bruise, F17L, red, blue and red", {"colours": ["red", "blue"]}),
        ("bruise, F17L, photo taken by 'police'", {"photo": "yes", "photo_by": "police"}),
    ],
)  # fmt: skip
def test_loose_typing_is_read(typed: str, answers: dict[str, object]) -> None:
    expected = Mark.model_validate({"kind": "bruise", "region": "F17L", **answers})
    assert read_mark(typed) == expected


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("laceration, nose", "cut"),
        ("pressure sore, sacrum, category 2", "pressure_damage"),
        ("redness, forehead", "redness"),
        ("skin tear, right shin", "skin_tear"),
        ("suspected fracture, left wrist", "fracture_suspected"),
    ],
)
def test_other_words_for_the_same_kind_will_do(typed: str, kind: str) -> None:
    assert read_mark(typed).kind == kind


@pytest.mark.parametrize("one", regions(), ids=lambda one: one.code)
def test_every_region_is_meant_by_its_spoken_name_and_by_its_code(one: Region) -> None:
    assert read_mark(f"cut, {one.spoken}").region == one.code
    assert read_mark(f"cut, {one.code.lower()}").region == one.code
    assert read_mark(f"cut, {one.spoken} ({one.code})").region == one.code


@pytest.mark.parametrize("one", regions(), ids=lambda one: one.code)
def test_a_side_is_never_guessed(one: Region) -> None:
    if one.side is Side.MIDDLE:
        assert read_mark(f"cut, {one.name}").region == one.code
    else:
        with pytest.raises(NotAMark):
            read_mark(f"cut, {one.name}")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Begin with what it looks like and a comma, such as: bruise, left forearm."),
        ("thing, F17L",
         "Begin with what it looks like and a comma, such as: bruise, left forearm."),
        ("bruise on left forearm",
         "Begin with what it looks like and a comma, such as: bruise, left forearm."),
        ("bruise", "After what it looks like, say where: left forearm, or a code such as F17L."),
        ("bruise, forearm",
         "That could be several places: add left or right, or its code, such as F17L."),
        ("bruise, f17",
         "That could be several places: add left or right, or its code, such as F17L."),
        ("bruise, left wing",
         "No region has those words: use others, or its code, such as F17L."),
        ("bruise, person's left forearm (F99)",
         "No region has those words: use others, or its code, such as F17L."),
        ("bruise, person's right forearm (F17L)",
         "The words and the code name different places: give one of the two."),
        ("bruise, F17L, 30x20", "Add mm or cm: 30x20 could be either."),
        ("bruise, F17L, 3 cm, 2 cm", "Told twice: size. Leave one of them out."),
        ("bruise, F17L, 'she looked away",
         "End quoted words as they began; around an apostrophe put double quotes."),
        ("bruise, left forearm (F17L",
         "A bracket stands alone: put one before and one after, such as (F17L)."),
        ("bruise, F17L, category 2",
         "A category is only for pressure damage; leave it out here."),
        ("bruise, F17L, held 'the safe'",
         "Say yes under Photo taken, or leave its details out."),
        ("bruise, F17L. Not recorded: size, the rest",
         "After not recorded only facts of a mark can stand: leave it out."),
    ],
)  # fmt: skip
def test_what_is_no_mark_is_answered_with_one_sentence(typed: str, sentence: str) -> None:
    with pytest.raises(NotAMark) as caught:
        read_mark(typed)
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    "typed", [SECRET, f"bruise, {SECRET}", f"bruise, F17L, {SECRET}", f"bruise, F17L ({SECRET}"]
)
def test_what_was_typed_is_never_repeated(typed: str) -> None:
    with pytest.raises(NotAMark) as caught:
        read_mark(typed)
    assert not set(SECRET.split()[3:]) & set(str(caught.value).split())
