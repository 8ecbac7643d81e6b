"""SC3: the audit itself, its findings, the partner's word, a new item, training, and the trend.

A referral is made and nobody follows it up; an audit finds it, and the next one shows the change.
"""

from datetime import timedelta
from uuid import UUID

from sgtui.documents.catalogue import make
from sgtui.documents.model import Chart, Section
from sgtui.domain.entries import LearningDone, LearningSet, LearningVerified
from sgtui.domain.entries.choices import AuditAnswer, LearningSort, Sampling
from sgtui.domain.findings import FindingState
from sgtui.services.audit_draw import Wanted, begin
from sgtui.services.audits import Audit, audits, read_audit
from sgtui.services.checklists import add_item
from sgtui.services.desk import Desk
from sgtui.services.file_audit import Given, Looked, TakenUp, end, look, save
from sgtui.services.files import Period
from sgtui.services.learning import say_of_learning
from sgtui.services.reports import Asked
from tests.scenarios.told import ways
from tests.scenarios.told.home import Home
from tests.scenarios.told.moment import moment
from tests.scenarios.told.register import STAFF
from tests.scenarios.told.story import Story

YES, NO = AuditAnswer.YES, AuditAnswer.NO
FOLLOW_UP = "follow_up_verified"


def test_an_audit_finds_what_was_not_followed_up_and_the_next_shows_the_trend(home: Home) -> None:
    story = home.concern("joy", at="Thu 19 Nov 09:00", person="ernest")
    ways.referred(story.at("Thu 19 Nov 10:00"))
    ways.in_hand(story, "council", "Thu 19 Nov 15:00", "Fri 20 Nov 09:00")
    home.at("Mon 7 Dec 10:00")
    first = _audited(home, "Thu 19 Nov 00:00", full_names=Given(NO, "The daughter: no surname."))
    _found_as_a_risk(story, first)
    _confirmed_with_the_partner(story)
    _mended_by_one_and_verified_by_another(story, first.id)
    _one_thing_more_is_asked(home)
    _trained(home, first.id)
    ways.ended(story, "Fri 18 Dec 10:00", "Fri 18 Dec 11:00")
    ways.closed(story)
    _done_well(home)
    _better(home, first, _audited(home, "Fri 18 Dec 12:00"))


def _audited(home: Home, since: str, **given: Given) -> Audit:
    """All files open since then: what is asked is answered, what is a risk is taken up."""
    desk = home.desk("ruth")
    period = Period(moment(since), home.clock.at + timedelta(minutes=1))
    audit = begin(desk, Wanted(Sampling.ALL, period)).id
    for file in read_audit(desk, audit).files:
        looked = look(desk, audit, file.case_id)
        save(desk, looked, _answers(looked, given), _taken_up(looked))
    end(desk, audit, "What agencies said is not always followed up.")
    return read_audit(desk, audit)


def _answers(looked: Looked, given: dict[str, Given]) -> dict[str, Given]:
    asked = (item.code for item, found in looked.answers if found is None)
    return {code: given.get(code, Given(YES)) for code in asked}


def _taken_up(looked: Looked) -> list[TakenUp]:
    answers = {item.code: found for item, found in looked.answers}
    found = answers[FOLLOW_UP]
    return [looked.proposed(FOLLOW_UP, found.because)] if found and found.answer is NO else []


def _found_as_a_risk(story: Story, audit: Audit) -> None:
    """Not a fault of paper: it is in the queue, due tomorrow, and stands before closing (R40)."""
    assert audit.of_item(FOLLOW_UP) == {NO: 1}
    assert audit.of_item("full_names") == {NO: 1}
    (finding,) = audit.findings
    assert finding.at_risk
    assert "no decision" in finding.raised.found
    assert story.by("ruth").due("finding_at_risk") == "Tue 8 Dec 17:00"
    assert story.f4("finding_at_risk").kinds[0] == "agency_contacted"
    assert "G16" in story.refused("closure_requested").gates


def _confirmed_with_the_partner(story: Story) -> None:
    """The manager rings the agency and writes down what came of it (R41)."""
    story.tells(
        "agency_contacted", referral="council", said="Decided on 25 November; the letter is lost."
    )
    story.tells(
        "referral_decided", at="Wed 25 Nov 15:00", decision="accepted_other",
        decided_at="Wed 25 Nov 15:00", reasons="An enquiry by the care manager.",
    )  # fmt: skip
    assert story.stage == "Enquiry"


def _mended_by_one_and_verified_by_another(story: Story, audit: UUID) -> None:
    story.tells("audit_finding_mended", confirmed_with="Lena Marsh, duty social worker")
    assert story.met("finding_at_risk") == "Mon 7 Dec 10:00"
    assert story.refused("audit_finding_verified").gates == {"G15"}
    assert _state(story.desk, audit) is FindingState.MENDED
    story.by("sam").tells("audit_finding_verified")
    assert "finding_check" not in story.running()
    assert _state(story.desk, audit) is FindingState.VERIFIED


def _state(desk: Desk, audit: UUID) -> FindingState:
    (finding,) = read_audit(desk, audit).findings
    return finding.state


def _one_thing_more_is_asked(home: Home) -> None:
    """A new item of the checklist, without any file (R42)."""
    added = add_item(
        home.desk("ruth"), "Outcome asked for", "Did somebody ask for the outcome each week?",
        "Audit of December: a letter was lost.", "Audit of December", risk=True,
    )  # fmt: skip
    assert (added.version, added.items[-1].code) == ("2026-12-07.1", "outcome_asked_for")


def _trained(home: Home, audit: UUID) -> None:
    """Refresher training follows from the audit; another sees that it was given (R43)."""
    said = LearningSet(
        sort=LearningSort.TRAINING, what="Refresher on follow-up notes", owner=STAFF["sam"][0],
        due_at=moment("Wed 16 Dec 17:00"), because="Audit of December", comes_from=audit,
    )  # fmt: skip
    learning = say_of_learning(home.desk("ruth"), said).id
    held = LearningDone(learning=learning, how="All shift leaders", done_at=home.clock.at)
    say_of_learning(home.desk("sam"), held)
    seen = LearningVerified(learning=learning, shown_by="The list of who was there")
    say_of_learning(home.desk("ruth"), seen)


def _done_well(home: Home) -> None:
    """The next referral is followed up, shift after shift."""
    other = home.concern("joy", at="Fri 18 Dec 12:05", person="ada")
    ways.referred(other)
    ways.in_hand(other, "council", "Fri 18 Dec 14:00", "Fri 18 Dec 15:00")


def _better(home: Home, first: Audit, second: Audit) -> None:
    """More complete, by the checklist with the new item; the report draws the trend (R44, R47)."""
    assert second.checklist.version == "2026-12-07.1"
    assert second.of_item("outcome_asked_for") == {YES: 1}
    assert second.of_item(FOLLOW_UP) == {YES: 1}
    assert (first.completeness or 0) < (second.completeness or 0)
    assert second.defects < first.defects
    assert [one.id for one in audits(home.desk("ruth"))] == [second.id, first.id]
    sections = _report(home)
    (chart,) = [block for block in sections[0].blocks if isinstance(block, Chart)]
    assert chart.bars[0].value < chart.bars[1].value
    assert sections[-1].title == "How files are audited"


def _report(home: Home) -> list[Section]:
    period = Period(moment("Thu 19 Nov 00:00"), home.clock.at + timedelta(minutes=1))
    return list(make(home.desk("ruth"), "file-audit", Asked(period)).sections)
