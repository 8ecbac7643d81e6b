"""What to say and check for a duty whose stage of the ladder speaks of another, or of adults."""

from dataclasses import dataclass

from sgtui.domain.asking import whom
from sgtui.domain.case_file import CaseFile
from sgtui.domain.ladder import Duty


@dataclass(frozen=True)
class DutyWords:
    """The words of one duty, in place of those of its stage."""

    say: str
    """With the places {person}, {reference} and {home}."""
    check: tuple[str, ...]


_OWN: dict[Duty, DutyWords] = {
    Duty.COUNTERSIGN: DutyWords(
        "The threshold for {person} was decided without a second person. These were the reasons. "
        "Do you agree?",
        ("Read the decision and what it rests on", "If you do not agree, say why"),
    ),
    Duty.INTERNAL_REVIEW: DutyWords(
        "We kept {reference} inside. What has been seen or said since, and is that still right?",
        (
            "New evidence, harm or danger: decide the threshold",
            "Whoever raised it has been told",
        ),
    ),
    Duty.STAFF_SUPPORT: DutyWords(
        "Nobody has judged this yet. This is who supports you, how often, and whom you can ring.",
        (
            "A named person who is not in the case",
            "What may be said about it: as agreed with police and council",
            "Union, GP, counselling",
        ),
    ),
    Duty.PROMISE: DutyWords(
        "This is {home} about {reference}. You said what you would do by now. What has been "
        "done, who has it in hand, and by when will the rest be done?",
        ("Name, role and time of whoever answers", "A new promise starts a clock of its own"),
    ),
    Duty.ANSWER_AGENCY: DutyWords(
        "You asked us for more about {person}, reference {reference}. This is our answer. By when "
        "will you decide?",
        ("Only what they need, and on what ground", "Their clock goes on once we have answered"),
    ),
    Duty.OUTCOME: DutyWords(
        "You took on {reference}. What has come of it, and what keeps {person} safe from now on?",
        ("What changed for the person", "Who told you, and when", "Whether a plan was agreed"),
    ),
    Duty.PATTERN: DutyWords(
        "Several concerns have something in common. I have read them side by side.",
        (
            "F6 finds each case by its reference",
            "If it is one, the cases are linked and the threshold is decided anew",
            "If it is not, say why",
        ),
    ),
    Duty.COORDINATION_REVIEW: DutyWords(
        "What has each of you done for {person} since we last spoke, and what stands in the way?",
        (
            "Do they tell one another?",
            "Has each done its part?",
            "Has it changed anything for the person?",
        ),
    ),
    Duty.MEETING: DutyWords(
        "This is what we know about {person}, what we have done, and what we ask of each of you, "
        "by when.",
        (
            "Who came, and who was asked and did not",
            "What the person wants",
            "Each action: a name, a date, an entry of its own",
        ),
    ),
    Duty.SAFEGUARD_FIRST_REVIEW: DutyWords(
        "This keeps {person} safe for now. Is it kept to on every shift, and does it work?",
        ("Ask the person", "Still the least that is needed?", "It does not work: another one now"),
    ),
    Duty.SAFEGUARD_REVIEW: DutyWords(
        "This keeps {person} safe for now. Is it still kept to on every shift, and does it work?",
        ("Ask the person", "Still the least that is needed?", "It does not work: another one now"),
    ),
    Duty.ACTION: DutyWords(
        "This was agreed for {person}. Is it done? If not, what stands in the way?",
        ("Write what was done", "Another person then sees that it was", "Not needed: say why"),
    ),
    Duty.VERIFICATION: DutyWords(
        "Show me that it was done.",
        ("Look for yourself", "Not by whoever did it"),
    ),
    Duty.FINDING: DutyWords(
        "An audit found this missing in {reference}. Was it not done, or not written down?",
        (
            "Done: add it with its true time; it then says that it was entered late",
            "Not done: do it now, and ask the agency what came of it",
            "Another person then sees that it is mended",
        ),
    ),
    Duty.FINDING_AT_RISK: DutyWords(
        "An audit found this missing in {reference}. Is {person} safe now, and what came of it?",
        (
            "Is anybody at risk now? Then the case is opened again, or the lead told",
            "Ring the agency: have they got it, what did they decide, what came of it",
            "Another person then sees that it is mended",
        ),
    ),
    Duty.FINDING_CHECK: DutyWords(
        "Show me in {reference} what an audit found missing.",
        ("Read the entries for yourself", "Not by whoever mended it"),
    ),
    Duty.OVERSIGHT: DutyWords(
        "I have read {reference}. Is {person} safe enough, and do all of us and the agencies do "
        "what was agreed?",
        (
            "What is late, and since when",
            "What protects the person, and does it hold",
            "Do the agencies talk to one another; are all in it who should be",
        ),
    ),
    Duty.AFTER_ACTION: DutyWords(
        "This is over. Where was time lost, what did not reach whom, and what did we see "
        "differently? What do we do otherwise from now on?",
        (
            "Ask the agencies too",
            "Blame nobody: look at what made it hard",
            "What follows from it is set as learning, with a name and a day",
        ),
    ),
    Duty.CLOSURE: DutyWords(
        "I have read {reference}. Is the risk over, is nothing owed, and what does {person} say?",
        ("Not by whoever asked to close it", "Refused: say what is still owed"),
    ),
    Duty.CHALLENGE_CONCLUSION: DutyWords(
        "They have answered. Do we accept it, and is {person} safe with it?",
        (
            "They agreed: has what they promised begun?",
            "Not kept, or not accepted: take it up a rung",
            "Two people end it, and say what was learnt",
        ),
    ),
}
"""Every other duty is spoken of by its stage."""

_FOR_A_CHILD: dict[Duty, DutyWords] = {
    Duty.THRESHOLD: DutyWords(
        "We ask whether {person} is suffering, or is likely to suffer, significant harm. This is "
        "what was seen and said, our reasons, and the second person who agrees.",
        (
            "Significant harm, actual or likely?",
            "What the child said, in their own words; nobody questions them",
            "Parents told, unless that puts the child at more risk",
            "Unsure counts towards referring",
            "A second person agrees; on call it can be tomorrow",
        ),
    ),
    Duty.REFERRAL: DutyWords(
        "I am making a referral about a child, {person}, seen at {home}. This is what happened "
        "and this is the risk now. Please tell me your name, your reference, and when we will "
        "hear.",
        (
            "Decide and record what is shared, and on what ground",
            "Name of whoever takes it, and a reference",
            "Parents told, unless that puts the child at more risk",
            "Police or LADO told does not replace this",
            "Write it within 48 hours of ringing",
        ),
    ),
}
"""Where the ladder's own words are those for an adult."""


def own_words(case: CaseFile, duty: Duty) -> DutyWords | None:
    """The duty's own words; None where its stage speaks of it."""
    if whom(case) == "child" and duty in _FOR_A_CHILD:
        return _FOR_A_CHILD[duty]
    return _OWN.get(duty)
