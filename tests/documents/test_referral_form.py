"""The referral form says what an authority asks for, and plainly what nobody recorded (R125)."""

from sgtui.documents.model import Block
from sgtui.documents.referral_form.concern import body_map, concern, safety
from sgtui.documents.referral_form.person import alleged, person, referrer
from sgtui.documents.referral_form.reasons import asked, others_told, safeguards, threshold, wishes
from sgtui.domain.entries import PersonRegistered
from sgtui.domain.referral_forms import forms
from tests.documents.a_told_case import facts_of, words
from tests.domain.a_home import ADA, CARER, LEAD, a_home, register_of
from tests.domain.case_builder import Told, a_concern, a_full_record, a_referral


def form(told: Told) -> str:
    """Every part of the first form of a case, as one text."""
    facts = facts_of(told)
    first = forms(facts.case, facts.clocks, facts.ladder, facts.register, facts.as_at)[0]
    blocks: list[Block] = [
        *referrer(facts, first, "Rae Moss, registered manager"),
        *person(facts),
        *concern(facts, first, "SG-26-9MQX"),
        *body_map(facts, first),
        *safety(facts, first),
        *alleged(facts),
        *wishes(facts),
        *threshold(facts),
        *others_told(facts, first),
        *safeguards(facts),
        *asked(facts, first),
    ]
    return words(blocks)


def test_their_own_words_come_first_and_views_are_named_as_views() -> None:
    told = a_full_record().tell("statement_taken", statement_type="opinion", text="He is rough.")
    told.tell("statement_taken", statement_type="verbatim", speaker="Ada Vale", text="He hit me")
    said = form(told)
    order = (
        "Their own words, exactly as said",
        "He hit me",
        "Seen by staff (facts)",
        "A bruise on her left forearm.",
        "Views of staff (opinion, not fact)",
        "He is rough.",
    )
    places = [said.index(one) for one in order]
    assert places == sorted(places)
    assert "Ada Vale, Thu 19 Nov 2026 09:00. Written down by Joy Okafor, shift leader" in said


def test_what_nobody_recorded_says_so() -> None:
    said = form(a_full_record())
    for label in ("Born", "GP", "Representative", "Harm", "What they want", "Sharing of this"):
        assert f"{label}: Not recorded" in said


def test_the_person_is_told_as_the_register_knows_them() -> None:
    known = PersonRegistered.model_validate(
        {"person": ADA, "name": "Ada Vale", "room": "Rm 12", "born_on": "1935-10-03",
         "care_needs": "dementia", "communication_needs": "hearing aid", "gp": "Dr Halloran"}
    )  # fmt: skip
    told = a_full_record()
    told.register = register_of(*a_home(), known)
    said = form(told)
    assert "Full name: Ada Vale" in said
    assert "Born: Thu 3 Oct 1935, aged 91" in said
    assert "Address: Room 12, Rosewood House" in said
    assert "Communication: hearing aid" in said


def test_an_adults_test_has_three_parts_each_with_what_shows_it() -> None:
    said = form(a_referral())
    assert "Has needs for care and support | Yes | Dementia" in said
    assert "Because of those needs cannot protect themselves | Yes | Cannot call out" in said
    assert "Second person: Rae Moss, registered manager" in said


def test_a_childs_form_has_no_adult_in_it() -> None:
    told = a_concern("2026-11-19 09:00", case_kind="child")
    told.tell(
        "threshold_decided", needs=None, needs_because=None, at_risk=None, at_risk_because=None,
        cannot_protect=None, cannot_protect_because=None, significant_harm="yes",
        significant_harm_because="A slap", parents_told="no", parents_because="One is alleged",
    )  # fmt: skip
    said = form(told)
    assert "2. The child" in said
    assert "Significant harm, suffered or likely | Yes | A slap" in said
    for adult in ("Capacity", "Has needs for care", "Representative", "adult at risk"):
        assert adult not in said


def test_a_body_map_is_a_numbered_list_in_words() -> None:
    assert "Bruise, person's left forearm (F17L), 30 x 20 mm, purple" in form(
        a_full_record().tell("body_mapped")
    )


def test_without_a_body_map_the_reason_stands_there() -> None:
    said = form(a_full_record(category="physical").tell("body_map_declined"))
    assert "No body map: No mark seen." in said


def test_whoever_is_alleged_is_alleged_and_nothing_more() -> None:
    told = a_full_record().tell(
        "person_involved", involvement="alleged", staff=CARER, name="Kit Dunn", relation="carer",
        works_with_children="yes",
    )  # fmt: skip
    said = form(told)
    assert "Kit Dunn, care worker, works here with adults at risk; relation: carer" in said
    assert "perpetrator" not in said.lower()


def test_one_person_alleged_in_two_entries_is_named_once() -> None:
    told = a_full_record(alleged_staff=CARER, alleged="Kit Dunn")
    told.tell("person_involved", involvement="alleged", staff=CARER, name="Kit Dunn")
    assert form(told).count("works here with adults at risk") == 1


def test_somebody_in_conflict_of_interest_is_not_named() -> None:
    told = a_full_record().tell("person_involved", involvement="conflicted", name="Ola Wren")
    assert "Ola Wren" not in form(told)


def test_the_police_log_number_stands_with_whoever_was_told() -> None:
    told = a_referral().tell(
        "notification_decided", notification="police", required="yes", agency_reference="CR/1182",
        told="PC Lodge", sent_at=a_referral().now, reason="Assault",
    )  # fmt: skip
    assert "Police, PC Lodge | Thu 19 Nov 2026 09:00 | CR/1182" in form(told)


def test_what_is_asked_has_its_day_or_the_rule_until_that_begins() -> None:
    told = a_referral("2026-11-19 09:00")
    said = form(told)
    assert "Confirm that this has reached you | Fri 20 Nov 2026 09:00 | Not yet" in said
    assert "From receipt: 1 working day | Not yet" in said
    told.later(hours=2).tell("referral_acknowledged")
    assert "Confirm that this has reached you | Fri 20 Nov 2026 09:00 | Thu 19 Nov" in form(told)


def test_what_came_after_sending_is_marked() -> None:
    told = a_referral("2026-11-19 09:00").later(hours=1)
    said = form(told.tell("observation_made", text="Calm, ate well."))
    assert "Calm, ate well. Thu 19 Nov 2026 10:00. Added since the referral was sent." in said


def test_interim_safeguards_say_whose_they_are_and_whether_they_work() -> None:
    told = a_referral().tell("safeguard_started").later(hours=2).tell("safeguard_reviewed")
    assert "Two staff | Thu 19 Nov 2026 09:00 | Sam Lead, safeguarding lead | " in form(told)
    assert "works: yes" in form(told)


def test_the_case_is_answered_for_by_somebody_named() -> None:
    told = a_referral().tell("owner_assigned", owner=LEAD)
    assert "Answers for the case: Sam Lead, safeguarding lead" in form(told)
