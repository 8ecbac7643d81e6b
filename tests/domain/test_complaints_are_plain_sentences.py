"""What is wrong with an answer is said plainly, by its field, and never repeats what was typed."""

from typing import Any
from uuid import uuid4

import pytest
from pydantic import ValidationError

from sgtui.domain.entries import CASE_KINDS, Payload, make_payload
from sgtui.domain.entries.complaints import complaints, unanswered
from sgtui.domain.entries.payload import Whom
from tests.domain.a_home import LEAD, an_id
from tests.domain.usual_answers import ANSWERS

SECRET = "Ada said it was her nephew"


def refused(kind: str, **answers: Any) -> dict[str, str]:
    model = CASE_KINDS[kind]
    with pytest.raises(ValidationError) as caught:
        model.model_validate({**ANSWERS.get(kind, {}), **answers})
    return complaints(caught.value, model)


def test_a_missing_answer_is_named_by_its_label() -> None:
    with pytest.raises(ValidationError) as caught:
        CASE_KINDS["statement_taken"].model_validate({})
    assert complaints(caught.value, CASE_KINDS["statement_taken"]) == {
        "statement_type": "Sort: this is still needed.",
        "text": "Seen, said: this is still needed.",
    }


@pytest.mark.parametrize("blank", ["", "   ", "\n\t ", "\u200b\u200b", "\u00a0"])
def test_blanks_alone_are_no_answer(blank: str) -> None:
    assert refused("statement_taken", text=blank) == {"text": "Seen, said: this is still needed."}


@pytest.mark.parametrize("blank", ["", "  ", "\u200b"])
def test_blanks_where_nothing_need_be_said_are_left_out(blank: str) -> None:
    model = CASE_KINDS["statement_taken"]
    said = model.model_validate({**ANSWERS["statement_taken"], "speaker": blank})
    assert said.model_dump()["speaker"] is None


def test_too_long_says_how_much_and_how_long() -> None:
    assert refused("statement_taken", text="x" * 100_000) == {
        "text": (
            "Seen, said: at most 20,000 characters; this has 100,000."
            " Shorten it, or say the rest apart."
        )
    }
    assert "at most 400 characters; this has 401" in refused(
        "body_map_declined", reason="y" * 401
    )["reason"]  # fmt: skip


def test_a_wrong_choice_lists_the_right_ones() -> None:
    assert refused("evidence_secured", sealed=SECRET) == {
        "sealed": "Sealed: choose one of Yes, No."
    }


@pytest.mark.parametrize("when", [SECRET, "2026-11-19T02:20", 10**20, ["now"]])
def test_a_time_that_cannot_be_says_what_would_be_right(when: object) -> None:
    (sentence,) = refused("concern_completed", happened_at=when).values()
    assert sentence.startswith("When: ")
    assert "14:30" in sentence


def test_an_id_that_is_none_says_where_to_choose() -> None:
    assert refused("owner_assigned", owner=SECRET) == {
        "owner": "Owner: choose somebody from the register."
    }
    assert refused("referral_received", referral=SECRET, received_at="2026-11-19T09:00Z") == {
        "referral": "Referral: choose a referral of this case."
    }


@pytest.mark.parametrize(("hours", "right"), [(0, "1 or more"), (169, "168 or less"), ("x", "")])
def test_a_number_out_of_bounds_says_the_bound(hours: object, right: str) -> None:
    said = refused("monitoring_started", every_hours=hours)
    assert said["every_hours"].startswith("Every hours: write a whole number")
    assert right in said["every_hours"]


@pytest.mark.parametrize("when", [SECRET, "2026-11-19T02:20", ["mon 10:00"]])
def test_a_time_to_come_that_cannot_be_says_what_would_be_right(when: object) -> None:
    assert refused("agency_contacted", promised="A call", promised_by=when) == {
        "promised_by": "By: write a day and a time to come, such as mon 10:00 or +3h."
    }


@pytest.mark.parametrize("entries", [SECRET, [SECRET], [12], None])
def test_entries_that_cannot_be_are_asked_for_by_number(entries: object) -> None:
    said = refused("coordination_validated", roles_shown_by=entries)["roles_shown_by"]
    assert said.startswith("Roles: entries: ")
    assert said.endswith("write the numbers of entries, such as 12, 14-18.")


@pytest.mark.parametrize(("whom", "first"), [("adult", "needs"), ("child", "significant_harm")])
def test_what_is_asked_about_an_adult_or_a_child_alone_is_still_needed_there(
    whom: Whom, first: str
) -> None:
    model = CASE_KINDS["threshold_decided"]
    asked = model.asks(whom)
    found = unanswered({first: "yes"}, model, whom)
    assert set(found) == {name for name, ask in asked.items() if ask.needed} - {first}
    assert all(
        sentence == f"{asked[name].label}: this is still needed."
        for name, sentence in found.items()
    )


@pytest.mark.parametrize(
    ("kind", "answers", "field"),
    [
        ("agency_contacted", {"spoke_to": None}, "spoke_to"),
        ("agency_contacted", {"promised_by": "2026-11-19T12:00Z"}, "promised"),
        ("safety_checked", {"safety": "unable"}, "because"),
        ("wishes_recorded", {"wishes": None}, "wishes"),
        ("wishes_recorded", {"asked": "no"}, "not_asked_because"),
        ("threshold_decided", {"second_person": LEAD}, "second_person"),
        (
            "agency_decision_accepted",
            {"second_person": LEAD, "referral": an_id("sent")},
            "second_person",
        ),
        (
            "notification_decided",
            {"notification": "police", "required": "no", "sent_at": "2026-11-19T12:00Z"},
            "required",
        ),
    ],
)
def test_answers_that_do_not_go_together_point_at_the_field_to_mend(
    kind: str, answers: dict[str, object], field: str
) -> None:
    found = refused(kind, **answers)
    assert list(found) == [field]
    assert not found[field].startswith("Value error")


def test_an_answer_nobody_asked_for_is_told_apart_from_the_fields() -> None:
    assert refused("reopened", nephew=SECRET) == {
        "": "There is an answer here that this does not ask for. Take it out."
    }


def test_what_came_through_the_list_of_kinds_finds_its_field_too() -> None:
    with pytest.raises(ValidationError) as caught:
        make_payload({"kind": "reopened"})
    assert complaints(caught.value, CASE_KINDS["reopened"]) == {
        "reason": "Because: this is still needed."
    }


@pytest.mark.parametrize("kind", sorted(CASE_KINDS))
def test_no_complaint_repeats_what_was_typed(kind: str) -> None:
    model: type[Payload] = CASE_KINDS[kind]
    names = [name for name in model.model_fields if name != "kind"]
    for value in (SECRET * 2000, uuid4(), {SECRET: SECRET}, [SECRET], -1, object()):
        try:
            model.model_validate(dict.fromkeys(names, value))
        except ValidationError as error:
            found = complaints(error, model)
            assert found
            assert all(
                SECRET not in sentence and sentence.endswith(".") for sentence in found.values()
            )
            assert all("_" not in sentence for sentence in found.values())


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("bruise \x1b]52;c;QQ\x07 seen", "bruise ]52;c;QQ seen"),
        ("left\u202etra\u200bm", "lefttram"),
        ("[/nope] [red]", "[/nope] [red]"),
        ("  said:\r\nno  ", "said:\nno"),
        ("שרה אמרה", "שרה אמרה"),
        ("Zoe\u0301 Nguye\u0302\u0303n", "Zoé Nguyễn"),
    ],
)
def test_text_is_cleaned_of_what_acts_and_keeps_what_was_meant(typed: str, kept: str) -> None:
    said = CASE_KINDS["observation_made"].model_validate({"text": typed}).model_dump()
    assert said["text"] == kept


def test_one_line_is_one_line() -> None:
    said = CASE_KINDS["reopened"].model_validate({"reason": "New\n marks\tseen"}).model_dump()
    assert said["reason"] == "New marks seen"


def test_a_correction_is_cleaned_and_limited_too() -> None:
    made = CASE_KINDS["amended"].model_validate(
        {"entry": uuid4(), "reason": "Misheard", "changes": {"text": "no\x1b[2J"}}
    )
    assert made.model_dump()["changes"] == {"text": "no[2J"}
    long = {"entry": uuid4(), "changes": {"text": "x" * 100_000}}
    assert list(refused("amended", **long)) == ["changes"]
    assert list(refused("amended", entry=uuid4(), changes={})) == ["changes"]
