"""Words typed into the form are kept as a draft, and F2 carries them on."""

from uuid import uuid4

import pytest

from sgtui.services.concern import record_concern
from sgtui.services.drafts import keep
from sgtui.ui.screens import concern_form
from sgtui.ui.screens.concern_answers import ConcernAnswers
from tests.ui.concern_desk import Front, at_the_form
from tests.ui.desk_fixture import ADA, SmallHome


async def test_a_draft_is_kept_soon_after_the_first_letter(
    home: SmallHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert concern_form.KEEP_AFTER <= 0.5
    monkeypatch.setattr(concern_form, "KEEP_AFTER", 0.001)
    async with at_the_form(home) as person:
        await person.type("ad")
        while not person.drafts():
            await person.settle()
        assert person.drafts()[0].fields["who_typed"] == "ad"
        assert person.form._still.kept == "draft kept 14:32"


async def test_esc_keeps_the_draft_says_so_and_f2_carries_it_on(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        await person.fill(story="She said \u201cI banged it\u201d")
        person.fields.go_to("text")
        await person.press("escape")
        assert isinstance(person.app.screen, Front)
        assert person.said.strip() == "Draft kept. F2 carries it on."
        await person.press("f2")
        answers = person.fields.read()
        assert (answers.who, answers.what, answers.where) == (str(ADA), ("neglect",), "bedroom")
        assert answers.story == "She said \u201cI banged it\u201d"
        assert person.app.focused is person.fields.story
        assert person.fields.story.cursor_location == (0, len(answers.story))
        assert "Draft from 14:32 carried on" in person.said


async def test_esc_from_an_empty_form_leaves_no_draft(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        await person.press("escape")
        assert isinstance(person.app.screen, Front)
        assert person.drafts() == ()


async def test_going_to_the_queue_keeps_the_draft_too(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        await person.fill()
        await person.press("f3")
        assert isinstance(person.app.screen, Front)
        assert len(person.drafts()) == 1


async def test_a_lost_line_keeps_the_last_letter(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        await person.fill(story="last words")
        person.app.lifeline.keep_all()
        assert person.drafts()[0].fields["story"] == "last words"


async def test_an_older_draft_written_late_does_not_undo_a_newer(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        keeper = person.form._jobs
        older, newer = keeper.keeping({"story": "a"}), keeper.keeping({"story": "a b"})
        newer()
        older()
        assert person.drafts()[0].fields["story"] == "a b"


async def test_after_the_save_no_late_draft_comes_back(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        await person.fill()
        late = person.form._jobs.keeping({"story": "late"})
        await person.press("ctrl+s")
        late()
        assert person.drafts() == ()


async def test_a_time_ago_still_means_the_same_moment_in_a_draft(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        await person.fill(when="-2h")
        await person.press("escape")
        home.now = home.now.replace(hour=20)
        await person.press("f2")
        assert "today 12:32" in person.echo()


async def test_words_typed_while_the_drafts_are_read_are_not_written_over(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        await person.type("to")
        keep(home.desk, uuid4(), "concern", None, {"story": "older words"})
        person.form._reads.ask("open", person.form._read)
        await person.settle()
        assert person.fields.who.text == "to"
        assert person.fields.story.text == ""
        assert "Your draft from 14:32 is kept" in person.said


async def test_the_key_for_another_form_goes_through_the_drafts_to_an_empty_one(
    home: SmallHome,
) -> None:
    async with at_the_form(home) as person:
        await person.fill(story="first")
        await person.press("ctrl+n")
        assert person.fields.read().is_blank
        await person.fill(story="second")
        await person.press("ctrl+n")
        assert person.fields.story.text == "first"
        await person.press("ctrl+n")
        assert person.fields.read().is_blank
        assert {draft.fields["story"] for draft in person.drafts()} == {"first", "second"}


async def test_a_draft_whose_concern_was_recorded_is_not_offered_again(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        await person.fill()
        answers, form_id = person.fields.read(), person.form._form_id
        notice = person.form.notice_of(answers)
        record_concern(home.desk, notice, case_id=form_id)
        keep(home.desk, form_id, "concern", None, answers.model_dump(mode="json"))
    async with at_the_form(home) as person:
        assert person.fields.read().is_blank
        assert person.drafts() == ()


async def test_a_form_thrown_away_after_asking_leaves_no_draft(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        await person.fill()
        await person.press("escape", "f2")
        person.form.action_throw_away()
        await person.press("f9")
        assert person.fields.read().is_blank
        assert person.drafts() == ()


async def test_every_field_comes_back_as_it_was_left(home: SmallHome) -> None:
    left = ConcernAnswers(
        who=str(ADA), who_typed="Ada Vale", what=("physical", "neglect"), safe="unable",
        because="asleep", when="~ -2h", when_typed_at=home.now, where="lounge", story="a\nb",
        sort="verbatim", speaker="Tom", done=("separated",), no_map="no mark", alleged="a visitor",
        told_typed="night nurse",
    )  # fmt: skip
    async with at_the_form(home) as person:
        person.fields.write(left)
        await person.settle()
        assert person.fields.read() == left
