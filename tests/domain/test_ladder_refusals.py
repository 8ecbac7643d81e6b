"""A ladder file that would mislead is refused: each fault has its line and what would be right."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sgtui.domain.ladder import Ladder
from sgtui.domain.ladder_file import Fault, LadderRefused, read_ladder, shipped_text

TEXT = shipped_text("ENG-default-1")


def faults(text: str) -> tuple[Fault, ...]:
    with pytest.raises(LadderRefused) as refused:
        read_ladder(text, "town.toml")
    return refused.value.faults


def altered(old: str, new: str, stage: str = "") -> tuple[str, int]:
    """The shipped text with one thing altered in a stage, and the line where it is."""
    start = TEXT.index(f'code = "{stage}"') if stage else 0
    at = TEXT.index(old, start)
    return TEXT[:at] + new + TEXT[at + len(old) :], 1 + TEXT[:at].count("\n")


@pytest.mark.parametrize(
    ("stage", "old", "new", "sentence"),
    [
        (
            "L2",
            'owner_role = "shift_leader"',
            'owner_role = "shift_leeder"',
            '"shift_leeder" is not a role; did you mean "shift_leader"? Allowed: care_worker, ',
        ),
        (
            "L5",
            '"deputy_safeguarding_lead", ',
            '"deputy", ',
            '"deputy" is not a role',
        ),
        (
            "L6",
            'contact_point = "duty_desk"',
            'contact_point = "dutydesk"',
            '"dutydesk" is not a contact point; did you mean "duty_desk"?',
        ),
        (
            "L9",
            'urgent_contact_point = "edt"',
            'urgent_contact_point = "nobody"',
            '"nobody" is not a contact point',
        ),
        (
            "L8",
            'next_missed = ["L9"]',
            'next_missed = ["L99"]',
            '"L99" is not a stage of this ladder; did you mean "L9"?',
        ),
        ("L8", 'next_met = ["L16"', 'next_met = ["sixteen"', '"sixteen" will not do; stage codes'),
        ("L3", 'trigger = ["safety_checked"]', 'trigger = ["safe"]', '"safe" is not a trigger'),
        ("L3", 'trigger = ["safety_checked"]', "trigger = []", "this is empty"),
        ("L7", 'duty = "receipt"', 'duty = "reciept"', 'did you mean "receipt"?'),
        ("L7", 'unit = "hours"', 'unit = "hour"', '"hour" is not a unit; did you mean "hours"?'),
        ("L7", 'direction = "they_owe"', 'direction = "theirs"', '"theirs" is not a direction'),
        ("L7", 'title = "Confirm', 'titel = "Confirm', '"titel" is not a key of a stage; did you'),
        ("L7", "amount = 24", "amount = -24", "a number below 0 makes no sense here"),
        ("L7", "amount = 24", 'amount = "24"', "this must be a whole number, such as 24, without"),
        ("L7", "amount = 24", "amount = 2400", "2400 hours is too long for a safeguarding duty"),
        ("L7", "amount = 24", "amount = 999_999_999", "the most allowed here is 100000"),
        ("L2", "{ amount = 0", "{ amount = 45", "45 minutes at immediate risk is longer than"),
        ("L2", "{ immediate =", "{ extreme =", '"extreme" is not a risk with a term of its own'),
        ("L6a", '"cqc_18"', '"cqc"', '"cqc" is not a notification'),
        ("L7", 'code = "L7"', 'code = "7"', '"7" will not do; a stage code is L and a number'),
        ("L7", "name = ", 'name = "x y" #', '"x y" will not do; a stage\'s name is one word'),
        ("L7", 'title = "', 'title = "' + "x" * 50, "this is too long: 65 characters; the most"),
        ("L6a", 'title = "Tell CQC"', f'title = "{"x" * 25}"', "the most is 24"),
        ("L7", "script = ", 'script = "{persn}" #', "only {person}, {reference} and {home} may"),
        ("L6a", "parallel = true", 'parallel = "maybe"', "this must be true or false"),
        ("L7a", "attempts = 2", "attempts = 0", "a number below 1 makes no sense here"),
        (
            "L2",
            'owner_role = "shift_leader"',
            'owner_role = "auditor"',
            "auditor only reads and can own nothing",
        ),
        (
            "L2",
            'fallback_roles = ["on_call_manager"]',
            'fallback_roles = ["read_only"]',
            "read_only only reads",
        ),
        ("L3", 'code = "L3"', 'code = "L2"', "stage L2 stands twice"),
        ("L5", 'duty = "countersign"', 'duty = "threshold"', "threshold has a clock in stage L5"),
        ("L5", "amount = 4", "at_desk = true\namount = 4", "at_desk goes by a desk's hours"),
        ("L6a", "}], amount = 0", "}], amount = 800", "800 hours is too long for a safeguarding"),
        ("L6a", "sooner = [{ when = [{", "sooner = [{ whn = [{", '"whn" is not a key of a sooner'),
        ("L6a", "inside = true", 'inside = true\ncontact_point = "gp"', "inside faces no desk"),
        ("", "review_by = 2027", "review_by = 2020", "review_by 2020-11-01 lies before source_"),
        ("", "review_by = 2027-11-01", "review_by = 3", "this must be a date"),
        ("", 'jurisdiction = "ENG"', 'jurisdiction = "FRA"', '"FRA" is not a nation'),
        ("", 'version = "', 'version = "../', "a version is letters, digits, dots and dashes"),
    ],
)
def test_a_fault_is_told_at_its_line(stage: str, old: str, new: str, sentence: str) -> None:
    text, line = altered(old, new, stage)
    found = faults(text)
    assert any(sentence in f.sentence and f.line == line for f in found), found


@pytest.mark.parametrize(
    ("stage", "key", "sentence"),
    [
        ("L7", "owner_role", "owner_role is missing; every stage needs it."),
        ("L7", "script", "script is missing; every stage needs it."),
        ("L7", "source", "source is missing; every stage needs it."),
    ],
)
def test_a_missing_key_is_told_at_the_line_that_opens_its_stage(
    stage: str, key: str, sentence: str
) -> None:
    text, line = altered(f"\n{key} = ", "\n# ", stage)
    opening = 1 + text[: text.rindex("[[stage]]", 0, text.index(f'code = "{stage}"'))].count("\n")
    assert line >= opening
    assert (opening, sentence) in [(fault.line, fault.sentence) for fault in faults(text)]


def test_a_duty_without_a_clock_is_told_at_the_head_of_the_ladder() -> None:
    text, _ = altered('duty = "countersign"', 'duty = "challenge"', "L5")
    head = 1 + TEXT[: TEXT.index("[ladder]")].count("\n")
    sentence = 'no stage has a clock for "countersign"; give exactly one stage such a clock.'
    assert (head, sentence) in [(fault.line, fault.sentence) for fault in faults(text)]


def test_a_stage_that_nothing_leads_to_is_told_at_its_code() -> None:
    text, _ = altered('next_met = ["L7"]', 'next_met = ["L8"]', "L6")
    line = 1 + TEXT[: TEXT.index('code = "L7"')].count("\n")
    assert [f.line for f in faults(text) if "no way from L1 leads to L7;" in f.sentence] == [line]


def test_a_rung_left_out_of_the_climb_is_told() -> None:
    text, _ = altered('next_missed = ["L11"]', 'next_missed = ["L12"]', "L10")
    assert any("no rung leads up to L11" in fault.sentence for fault in faults(text))


def test_rungs_that_end_where_they_began_by_silence_alone_are_refused() -> None:
    text, _ = altered('next_met = ["L16"]', 'next_missed = ["L9"]', "L13")
    line = 1 + text[: text.index("next_missed", text.index('code = "L9"'))].count("\n")
    [circle] = [f for f in faults(text) if "goes round" in f.sentence]
    assert circle.line == line
    assert circle.sentence.startswith("L9 > L10 > L11 > L12 > L13 > L9 goes round")


def test_a_circle_in_which_somebody_acts_is_allowed() -> None:
    text, _ = altered('next_met = ["L8"', 'next_met = ["L7", "L8"', "L9")
    assert "L7" in read_ladder(text, "town.toml").stage("L9").next_met


def test_a_notification_clock_must_say_whom_to_tell() -> None:
    text, line = altered('notification = "cqc_18"\n', "\n", "L6a")
    [fault] = faults(text)
    assert fault.sentence.startswith("notification is missing; say whom to tell")
    assert fault.line == line - 2, "the line that opens the clock"


def test_only_a_notification_clock_names_a_notification() -> None:
    text, line = altered('duty = "receipt"', 'notification = "lado"\nduty = "receipt"', "L7")
    assert [fault.line for fault in faults(text)] == [line]


def test_a_ladder_without_its_first_stage_is_refused() -> None:
    text, _ = altered('code = "L1"', 'code = "L99"')
    assert any("there is no stage L1" in fault.sentence for fault in faults(text))


def test_every_fault_is_told_at_once_in_the_order_of_the_lines() -> None:
    text = TEXT.replace('owner_role = "care_worker"', 'owner_role = "carer"')
    text = text.replace("amount = 15", "amount = -15").replace('unit = "minutes"', 'unit = "min"')
    lines = [fault.line for fault in faults(text)]
    assert len(lines) == 5
    assert lines == sorted(lines)


def test_what_is_printed_names_the_file_and_the_line() -> None:
    text, line = altered('owner_role = "care_worker"', 'owner_role = "carer"')
    with pytest.raises(LadderRefused) as refused:
        read_ladder(text, "town.toml")
    assert str(refused.value).startswith(f"town.toml, line {line}: stage L1, owner_role: ")


@pytest.mark.parametrize(
    ("text", "line"),
    [("[ladder]\nid = \n", 2), ('[ladder]\nid = "x', 2), ("a = 1\na = 2\n", 2), ("[" * 9000, 1)],
)
def test_a_text_that_is_not_toml_is_refused_with_its_line(text: str, line: int) -> None:
    [fault] = faults(text)
    assert fault.line == line


def test_a_list_nested_without_end_is_refused() -> None:
    [fault] = faults("a = " + "[" * 20_000)
    assert "too deep" in fault.sentence or "not TOML" in fault.sentence


def test_an_unknown_table_is_refused() -> None:
    text = TEXT + '\n[escalation]\nafter = "lunch"\n'
    [fault] = faults(text)
    assert (fault.line, fault.where) == (TEXT.count("\n") + 2, "escalation")


def test_stages_that_are_no_tables_are_refused() -> None:
    assert any("[[stage]]" in fault.sentence for fault in faults('stage = "L1"\n'))


def test_a_fault_never_repeats_what_a_terminal_would_obey() -> None:
    found = faults('[ladder]\n"\\u001b]52;c;x" = 1\nid = "\\u0007"\n')
    assert all(letter.isprintable() for f in found for letter in f.where + f.sentence)


def test_words_of_a_ladder_are_cleaned_of_what_a_terminal_would_obey() -> None:
    text, _ = altered('title = "Make safe"', 'title = "Make\\u001b[2J safe"', "L2")
    assert read_ladder(text, "town.toml").stage("L2").title == "Make[2J safe"


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_file_with_any_line_lost_is_read_or_refused_with_lines_it_has(
    data: st.DataObject,
) -> None:
    lines = TEXT.split("\n")
    lost = data.draw(st.integers(0, len(lines) - 1))
    text = "\n".join(lines[:lost] + lines[lost + 1 :])
    try:
        assert isinstance(read_ladder(text, "town.toml"), Ladder)
    except LadderRefused as refused:
        assert refused.faults
        assert all(1 <= fault.line <= len(lines) for fault in refused.faults)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_text_at_all_is_refused_and_never_crashes(text: str) -> None:
    assert faults(text)
