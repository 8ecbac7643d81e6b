"""The checklist of a file audit is data with versions; it can be changed, follow-up stays (R42)."""

from datetime import date

import pytest
from pydantic import ValidationError

from sgtui.domain.checklist import FOLLOW_UP, Checklist, Item, When, next_version
from sgtui.domain.checklist_file import (
    ChecklistRefused,
    checklist_in,
    checklist_text,
    read_checklist,
    shipped_checklist,
)
from sgtui.domain.file_checks import TESTS

DAY = date(2026, 11, 22)
HEAD = 'version = "x-1"\ntitle = "T"\nsource = "S"\nchecked_on = 2026-11-22\n'
FOLLOW = (
    f'[[item]]\ncode = "{FOLLOW_UP}"\nname = "F"\nquestion = "Q?"\nabout = "A"\n'
    f'by = "{FOLLOW_UP}"\n'
)


def added() -> Checklist:
    item = Item(
        code="told_back", name='"Told" back', question="Told back?", about="B\\R", risk=True
    )
    return shipped_checklist().with_item(item, "2026-11-22.1", DAY)


def faults(text: str) -> str:
    with pytest.raises(ChecklistRefused) as refused:
        read_checklist(text)
    return str(refused.value)


def test_the_shipped_one_asks_for_all_that_the_practice_names() -> None:
    shipped = shipped_checklist()
    assert [item.code for item in shipped.items] == [
        "times", "verbatim", "fact_opinion", "full_names", "safety", "evidence", "body_map",
        "capacity", "wishes", "sharing", "threshold", "notifications", "referral_sent", "receipt",
        "acknowledgement", "follow_up_verified", "chases_on_time", "safeguards_unbroken",
        "monitoring_unbroken", "lead_professional", "coordination_validated",
        "challenge_considered", "actions_verified", "review_held", "adult_told",
        "referrer_feedback", "lessons", "amendments_explained",
    ]  # fmt: skip
    assert {item.by for item in shipped.items} - {"asked"} == set(TESTS)
    assert shipped.item(FOLLOW_UP) is not None
    assert all(item.question.endswith("?") for item in shipped.items)


def test_every_when_but_always_says_why_it_does_not_apply() -> None:
    assert [when for when in When if not when.label] == [When.ALWAYS]


def test_a_changed_one_is_written_so_that_it_reads_the_same_again() -> None:
    assert read_checklist(checklist_text(added())) == added()
    assert added().items[:-1] == shipped_checklist().items


def test_an_item_left_out_is_asked_no_more_and_the_rest_stays() -> None:
    shorter = added().without("lessons", "2026-11-22.2", DAY)
    assert shorter.item("lessons") is None
    assert len(shorter.items) == len(shipped_checklist().items)


def test_follow_up_is_never_left_out() -> None:
    with pytest.raises(ValidationError, match="every audit verifies follow-up"):
        added().without(FOLLOW_UP, "2026-11-22.2", DAY)


def test_a_version_is_its_day_and_which_of_that_day_it_is() -> None:
    assert next_version((), DAY) == "2026-11-22.1"
    assert next_version(("2026-11-21.1", "2026-11-22.1", "2026-11-22.2"), DAY) == "2026-11-22.3"


@pytest.mark.parametrize(
    ("name", "code"),
    [("Told back", "told_back"), ("Lessons", "lessons_2"), ("24 h rung?", "item_24_h_rung"),
     ("Ärger", "rger"), ("é", "item")],
)  # fmt: skip
def test_a_new_item_gets_a_code_of_its_own(name: str, code: str) -> None:
    assert shipped_checklist().free_code(name) == code


def test_the_register_is_asked_first_and_then_the_program() -> None:
    adopted = {"2026-11-22.1": checklist_text(added())}
    assert checklist_in(adopted, "2026-11-22.1") == added()
    assert checklist_in(adopted, "file-completeness-1") == shipped_checklist()
    with pytest.raises(KeyError):
        checklist_in(adopted, "another")


def test_what_is_wrong_is_said_in_sentences_all_at_once() -> None:
    assert "follow_up_verified is missing" in faults(HEAD + FOLLOW.replace(FOLLOW_UP, "other"))
    assert "stands there twice" in faults(HEAD + FOLLOW + FOLLOW)
    assert 'no test is called "guess"' in faults(
        HEAD + FOLLOW.replace(f'by = "{FOLLOW_UP}"', 'by = "guess"')
    )
    wrong = HEAD + FOLLOW + '[[item]]\ncode = "a_b"\nname = "N"\nwhen = "never"\ncolour = "red"\n'
    said = faults(wrong).splitlines()
    assert "Item 2, question: this is missing." in said
    assert "Item 2, about: this is missing." in said
    assert any(line.startswith("Item 2, when: write one of always, adult") for line in said)
    assert "Item 2, colour: no such word is known here." in said
    assert "not TOML" in faults("version = ")
    assert "longer than" in faults("#" * 100_001)
