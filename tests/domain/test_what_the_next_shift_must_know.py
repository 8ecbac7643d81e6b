"""A case for the next shift: situation, background and assessment, only as the record has them."""

from datetime import datetime

from sgtui.domain.sbar import EXCERPT, Sbar, Told, excerpt, sbar
from tests.domain.a_home import CARER, HOME, LADDER, london
from tests.domain.case_builder import Told as Case
from tests.domain.case_builder import a_concern, a_full_record, a_referral


def known(case: Case, since: datetime | None = None) -> Sbar:
    """The case as the next shift must know it."""
    return sbar(Told(case.case, tuple(case.clocks.values()), HOME, LADDER, case.now), since)


def text(sentences: tuple[str, ...]) -> str:
    return "\n".join(sentences)


def test_the_situation_is_the_stage_the_risk_and_what_is_late() -> None:
    fresh = text(known(a_full_record()).situation)
    assert fresh.startswith("Recorded. Risk medium. Answers for it: ")
    assert "none late" in fresh
    late = text(known(a_full_record().later(hours=3)).situation)
    assert "of them late: " in late
    assert "Tell the lead, 2 hours late" in late


def test_what_was_told_is_quoted_where_they_are_the_persons_own_words() -> None:
    own = a_concern().tell("statement_taken", statement_type="verbatim", text="He shouts at me.")
    seen = a_concern().tell("statement_taken", statement_type="fact", text="A red mark.")
    assert '"He shouts at me."' in text(known(own).background)
    assert "Seen by me" in text(known(seen).background)
    assert '"' not in text(known(seen).background)


def test_whoever_is_alleged_is_named_in_full_and_called_alleged() -> None:
    case = a_concern(alleged_staff=CARER)
    assert "Alleged, not established: Kit Dunn." in known(case).background
    assert "perpetrator" not in text(known(case).background)


def test_safety_that_nobody_has_checked_is_said() -> None:
    assert "Safe now? NOT CHECKED YET." in known(a_concern()).assessment


def test_each_fact_of_a_referral_stands_by_itself() -> None:
    sent = a_referral()
    [line] = [one for one in known(sent).assessment if one.startswith("Referral to")]
    assert "sent Thu 19 Nov" in line
    assert "NOT received, NOT acknowledged, not decided." in line
    sent.later(hours=1).tell("referral_received")
    [line] = [one for one in known(sent).assessment if one.startswith("Referral to")]
    assert "received Thu 19 Nov" in line
    assert "NOT acknowledged" in line


def test_a_safeguard_in_force_says_whose_it_is_and_when_it_is_looked_at_again() -> None:
    case = a_full_record().tell("safeguard_started", measure="Two staff for personal care")
    first = text(known(case).assessment)
    assert "In force: Two staff for personal care (" in first
    assert "look again by Fri 20 Nov 09:00" in first
    case.later(hours=20).tell("safeguard_reviewed")
    assert "look again by Mon 23 Nov 05:00" in text(known(case).assessment)


def test_protection_that_lapsed_is_said_before_the_safeguard_that_lapsed() -> None:
    case = a_full_record().tell("safeguard_started").later(hours=30)
    lines = [one for one in known(case).assessment if one.startswith(("NOT", "In force"))]
    assert lines[0].startswith("NOT PROTECTED since Fri 20 Nov 09:00")


def test_without_any_safeguard_that_is_said() -> None:
    assert "No interim safeguard is in force." in known(a_full_record()).assessment


def test_what_was_recorded_since_the_last_handover_is_told_by_its_titles() -> None:
    since = london("2026-11-19 10:00")
    case = a_full_record().at("2026-11-19 11:00").tell("observation_made")
    case.tell("observation_made").tell("safeguard_started")
    assert known(case, since).changed == ("Observation (2)", "Interim safeguard")
    assert known(case, london("2026-11-19 12:00")).changed == ()


def test_of_a_case_that_is_new_nothing_has_changed() -> None:
    case = a_full_record().tell("observation_made")
    assert known(case, london("2026-11-18 20:00")).changed == ()


def test_a_long_story_is_cut_between_words() -> None:
    cut = excerpt("word " * 100)
    assert len(cut) <= EXCERPT + 3
    assert cut.endswith("word ..")
    assert excerpt("two\nlines") == "two lines"
