"""Who is alleged and who was told: staff are known by their full name, and kept apart."""

from sgtui.domain.entries.choices import StatementType
from sgtui.ui.screens.concern_answers import ConcernAnswers
from tests.ui.concern_desk import at_the_form
from tests.ui.desk_fixture import ADA, SAM, SmallHome


async def test_a_full_name_of_staff_means_that_member_and_says_so(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        person.fields.alleged.value = "sam"
        await person.settle()
        note = person.fields.rows["alleged"].query_one(".note")
        assert str(note.render()) == "staff? type Sam Lead"
        assert note.region.width > 0
        assert person.form.region.contains_region(note.region)
        assert person.form.notice_of(person.fields.read()).alleged_staff is None
        person.fields.alleged.value = "sam lead"
        await person.settle()
        assert str(note.render()) == "staff: will not own or decide"
        assert person.form.notice_of(person.fields.read()).alleged_staff == SAM


async def test_the_person_alleged_cannot_be_the_one_told(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        await person.fill()
        person.fields.alleged.value = "Sam Lead"
        person.fields.told.value = str(SAM)
        await person.settle()
        await person.press("ctrl+s")
        assert "not the person alleged" in person.said
        assert person.app.focused is person.fields.told.input
        assert person.case_ids() == ()
        person.fields.told.value = None
        await person.press("ctrl+s")
        assert len(person.case_ids()) == 1


async def test_staff_are_found_by_role_and_shown_with_their_phone(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        person.fields.go_to("told")
        await person.type("safeg")
        await person.press("enter")
        assert person.fields.told.value == str(SAM)
        detail = person.fields.told.query_one(".detail")
        assert str(detail.render()) == "Safeguarding lead, 07700 900102"


async def test_own_words_are_the_persons_unless_another_is_named(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        register = person.fields.register
        own = ConcernAnswers(who=str(ADA), story="x", sort=StatementType.VERBATIM.value)
        assert own.notice(register, home.now, SAM).speaker == "Ada Vale"
        other = own.model_copy(update={"speaker": "her son"})
        assert other.notice(register, home.now, SAM).speaker == "her son"
        seen = own.model_copy(update={"sort": StatementType.FACT.value})
        assert seen.notice(register, home.now, SAM).speaker is None
