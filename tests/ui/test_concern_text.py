"""Whatever is pasted into a field of the form, it stays a field, and what is kept is clean."""

import pytest
from textual import events

from sgtui.domain.entries import StatementTaken
from sgtui.domain.entries.payload import LINE_LIMIT, STORY_LIMIT
from sgtui.domain.text import is_safe
from sgtui.services.case import read_case
from tests.ui.concern_desk import CaseSeen, at_the_form
from tests.ui.desk_fixture import YUSUF, ZOE, SmallHome

NASTY = {
    "nothing": "",
    "blanks": " \t ",
    "markup": "[red]bold[/] [/nope] [@click=app.quit]x[/]",
    "escapes": "a\x1b]52;c;aGk=\x07b\x1b[31mc\x9b2Jd",
    "bidi": "left\u202eright\u2066x\u200b\ufeffy",
    "right to left": "قالت إنها سقطت",
    "combining": "Zoe\u0301 a" + "\u0301" * 40,
    "long": "x" * 100_000,
}
FIELDS = ("who", "when", "story", "speaker", "because", "no_map", "alleged", "told")


@pytest.mark.parametrize("pasted", NASTY.values(), ids=NASTY.keys())
async def test_any_field_takes_any_paste(home: SmallHome, pasted: str) -> None:
    async with at_the_form(home) as person:
        await person.fill(what="physical", safe="unable")
        person.fields.sort.value = "verbatim"
        await person.settle()
        for name in FIELDS:
            field = getattr(person.fields, name)
            person.form.set_focus(getattr(field, "input", field))
            person.app.post_message(events.Paste(pasted))
            await person.settle()
        answers = person.fields.read()
        texts = [value for value in answers.model_dump().values() if isinstance(value, str)]
        assert all(is_safe(text) for text in texts)
        assert len(answers.story) <= STORY_LIMIT
        assert all(len(text) <= STORY_LIMIT for text in texts)
        assert len(answers.alleged) <= LINE_LIMIT


async def test_a_full_story_says_that_no_more_fits(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        person.fields.go_to("text")
        person.app.post_message(events.Paste("y" * 100_000))
        await person.settle()
        assert len(person.fields.story.text) == STORY_LIMIT
        note = person.fields.rows["text"].query_one(".note")
        assert "no more letters fit" in str(note.render())


async def test_a_story_in_another_script_is_recorded_letter_for_letter(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        await person.fill(story="[red]قالت إنها سقطت[/] Zoë\u202e!")
        await person.press("ctrl+s")
        shown = person.app.screen
        assert isinstance(shown, CaseSeen)
        said = read_case(home.desk, shown.case_id).case.of(StatementTaken)
        assert [one.what.text for one in said] == ["[red]قالت إنها سقطت[/] Zoë!"]


@pytest.mark.parametrize(("typed", "found"), [("zoe", ZOE), ("o'n", ZOE), ("يوسف", YUSUF)])
async def test_any_part_of_any_name_finds_its_person(
    home: SmallHome, typed: str, found: object
) -> None:
    async with at_the_form(home) as person:
        person.fields.who.text = typed
        await person.press("enter")
        assert person.fields.who.value == str(found)
