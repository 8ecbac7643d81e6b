"""A concern is logged by keyboard alone, becomes one case, and the case is what is seen next."""

import pytest

from sgtui.domain.entries import ConcernRecorded, SafetyChecked, StatementTaken
from sgtui.services import drafts
from sgtui.services.case import read_case
from sgtui.services.failures import StoreUnreachable
from sgtui.ui.dialogs.help import HelpDialog
from sgtui.ui.screens import concern
from tests.ui.concern_desk import CaseSeen, FormPilot, at_the_form
from tests.ui.desk_fixture import ADA, SUNDAY, SmallHome

STORY = "Bruise"


async def _log(person: FormPilot) -> None:
    who_what_safe = ("a", "d", "a", "enter", "1", "enter", "1", "enter")
    when_where = ("minus", "2", "h", "enter", "1", "enter")
    await person.press(*who_what_safe, *when_where, *STORY, "ctrl+s")


async def test_a_plain_concern_is_saved_from_the_story_and_its_case_is_opened(
    home: SmallHome,
) -> None:
    async with at_the_form(home) as person:
        await _log(person)
        shown = person.app.screen
        assert isinstance(shown, CaseSeen)
        assert person.case_ids() == (shown.case_id,)
        assert person.said.strip().startswith("Saved SG-26-")
        assert "Next: " in person.said
        case = read_case(home.desk, shown.case_id).case
        opening = case.opening.what
        assert isinstance(opening, ConcernRecorded)
        assert (opening.person, opening.category.value) == (ADA, "physical")
        assert opening.happened_at == SUNDAY.replace(hour=12)
        assert [said.what.text for said in case.of(StatementTaken)] == [STORY]
        assert [checked.what.safety.value for checked in case.of(SafetyChecked)] == ["safe"]


async def test_the_form_is_gone_after_the_save_and_so_is_its_draft(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        await person.fill()
        await person.press("ctrl+s")
        assert person.drafts() == ()
        await person.press("f2")
        assert person.fields.read().is_blank


async def test_two_saves_in_a_row_make_one_case(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        await person.fill()
        person.form.action_save()
        person.form.action_save()
        await person.settle()
        assert len(person.case_ids()) == 1


async def test_a_physical_concern_is_saved_without_a_body_map(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        await person.fill(what="physical")
        assert person.fields.rows["no_map_because"].display
        assert person.needed == "Ready. Ctrl+S saves."
        await person.press("ctrl+s")
        shown = person.app.screen
        assert isinstance(shown, CaseSeen)
        owed = {clock.duty for clock in read_case(home.desk, shown.case_id).clocks}
        assert "full_record" in owed


async def test_a_save_that_ends_under_the_help_opens_the_case_afterwards(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        await person.fill()
        person.form.action_save()
        person.form.action_help()
        await person.settle()
        assert isinstance(person.app.screen, HelpDialog)
        await person.press("escape")
        assert isinstance(person.app.screen, CaseSeen)
        assert "Saved SG-26-" in person.said


async def test_a_save_that_fails_says_why_and_can_be_tried_again(
    home: SmallHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_the_form(home) as person:
        await person.fill()
        with monkeypatch.context() as broken:
            broken.setattr(concern, "record_concern", _disk_full)
            await person.press("ctrl+s")
        assert "The disk is full." in person.said
        assert person.drafts()[0].fields["story"] == person.fields.story.text
        await person.press("ctrl+s")
        assert isinstance(person.app.screen, CaseSeen)
        assert (len(person.case_ids()), person.drafts()) == (1, ())


async def test_a_draft_that_cannot_be_kept_is_said_and_tried_again(
    home: SmallHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_the_form(home) as person:
        with monkeypatch.context() as broken:
            broken.setattr(drafts, "keep", _disk_full)
            await person.fill(story="a")
            person.form._keep()
            await person.settle()
        assert "The disk is full." in person.said
        person.fields.story.text = "ab"
        await person.settle()
        person.form._keep()
        await person.settle()
        assert person.drafts()[0].fields["story"] == "ab"


def _disk_full(*_given: object, **_named: object) -> None:
    raise StoreUnreachable("The disk is full.")
