"""What stands on a body map letter for letter, and the map that it makes."""

from uuid import UUID

import pytest

from sgtui.domain.entries.choices import YesNo
from sgtui.domain.entries.marks import Colour, MarkKind
from sgtui.domain.people import StaffMember
from sgtui.domain.register import Register
from sgtui.ui.screens.body_map.answers import MapAnswers, MarkAnswers, NotMapped
from tests.ui.desk_fixture import JOY, SAM, SUNDAY

REGISTER = Register(staff={SAM: StaffMember(id=SAM, name="Sam Lead", roles=())})
BRUISE = MarkAnswers(
    region="F17L", kind="bruise", size="3x2", colours=("purple",), signs={"skin_broken": "no"},
    shape="oval", explanation="I banged it", explained_by="resident", first_aid="Cold pack",
    photo="yes", photo_held="Her file",
)  # fmt: skip


def test_a_filled_in_mark_is_the_mark() -> None:
    mark = BRUISE.mark()
    assert (mark.kind, mark.region) == (MarkKind.BRUISE, "F17L")
    assert (mark.length_mm, mark.width_mm) == (30, 20)
    assert mark.colours == (Colour.PURPLE,)
    assert mark.skin_broken is YesNo.NO
    assert (mark.explanation, mark.explained_by) == ("I banged it", "resident")


def test_a_mark_like_it_takes_what_was_seen_and_not_what_was_said_or_done() -> None:
    like = BRUISE.like("F08R")
    assert (like.region, like.kind, like.size, like.shape) == ("F08R", "bruise", "3x2", "oval")
    assert (like.colours, like.signs) == (("purple",), {"skin_broken": "no"})
    assert (like.explanation, like.first_aid, like.photo) == ("", "", "")


def test_what_is_hidden_on_the_form_is_left_out() -> None:
    mark = MarkAnswers(
        region="F17L", kind="cut", pressure="2", explained_by="resident", photo_by="nurse"
    ).mark()
    assert (mark.pressure, mark.explained_by, mark.photo_by) == (None, None, None)


def test_a_half_typed_size_is_said_in_the_list_and_keeps_the_map_from_being_saved() -> None:
    half = BRUISE.model_copy(update={"size": "3x"})
    assert half.words().startswith("! size. Bruise, person's left forearm (F17L), purple")
    answers = MapAnswers(marks=(BRUISE, half))
    assert [number for number, _ in answers.marks_now()] == [1]
    with pytest.raises(NotMapped) as refused:
        answers.mapped(REGISTER, SUNDAY, JOY)
    assert set(refused.value.marks) == {2}
    assert str(refused.value).startswith("Mark 2: ")


def test_empty_answers_mean_now_and_whoever_is_signed_in() -> None:
    made = MapAnswers(marks=(BRUISE,)).mapped(REGISTER, SUNDAY, JOY)
    assert (made.examined_at, made.examined_by) == (SUNDAY, JOY)
    assert made.care is None


def test_a_time_or_a_name_that_is_nobodys_is_refused_in_words() -> None:
    for wrong in (MapAnswers(looked="soon"), MapAnswers(by=str(UUID(int=7)))):
        with pytest.raises(NotMapped) as refused:
            wrong.mapped(REGISTER, SUNDAY, JOY)
        assert len(refused.value.examination) == 1


def test_the_count_is_said_with_each_mark() -> None:
    assert MapAnswers().count_words == "no mark yet"
    assert MapAnswers(none_seen=True).count_words == "No mark was seen"
    one = "1 mark: bruise, person's left forearm, 30 x 20 mm"
    assert MapAnswers(marks=(BRUISE,)).count_words == one
    nose = MarkAnswers(region="F03", kind="cut", size="x")
    two = MapAnswers(marks=(BRUISE, nose)).count_words
    assert two.startswith("2 marks (! see mark 2): bruise")
    assert two.endswith("nose, ! size")


def test_a_draft_keeps_every_letter() -> None:
    answers = MapAnswers(marks=(BRUISE,), looked="-2h", looked_typed_at=SUNDAY, by_typed="sa")
    assert MapAnswers.model_validate_json(answers.model_dump_json()) == answers
    assert not answers.is_blank
    assert MapAnswers(looked_typed_at=SUNDAY).is_blank
