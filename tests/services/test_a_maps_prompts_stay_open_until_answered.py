"""What a map asks for stands open until somebody heeds it, or says why it does not matter."""

from uuid import UUID

from sgtui.domain.entries.body import PromptKind
from sgtui.domain.people import Role
from sgtui.services.case import read_case
from tests.services.a_body import a_case, add, look
from tests.services.conftest import Home

UNDERARM = "bruise, left underarm, 2cm, blue"
FOREARM = "bruise, left forearm, 3x2cm, purple"


def asked(home: Home, case_id: UUID) -> list[tuple[PromptKind, tuple[int, ...]]]:
    """The open prompts of a case: what each is about and for which marks."""
    found = read_case(home.desk, case_id).open_prompts
    return [(one.prompt.kind, one.prompt.numbers) for one in found]


def answer(home: Home, case_id: UUID, prompt: PromptKind, **said: object) -> None:
    """Somebody answers a prompt of the newest map."""
    mapped = read_case(home.desk, case_id).maps[-1].entry.id
    add(home, case_id, "body_map_prompt_answered", body_map=mapped, prompt=prompt, **said)


def test_a_mark_where_a_fall_seldom_reaches_asks_for_the_lead(home: Home) -> None:
    case = a_case(home, home.person(), FOREARM, UNDERARM)
    assert asked(home, case.case_id) == [(PromptKind.UNUSUAL_SITE, (2,))]


def test_a_prompt_that_was_heeded_or_dismissed_is_asked_no_more(home: Home) -> None:
    lead = home.staff("Sam Lister", Role.SAFEGUARDING_LEAD)
    for said in ({"answer": "heeded", "told": lead}, {"answer": "dismissed", "reason": "Sling"}):
        case = a_case(home, home.person(), UNDERARM)
        answer(home, case.case_id, PromptKind.UNUSUAL_SITE, **said)
        assert asked(home, case.case_id) == []


def test_a_mark_again_where_another_case_had_one_asks_too(home: Home) -> None:
    person = home.person()
    first = a_case(home, person, FOREARM)
    home.clock.forward(days=2)
    look(home, first.case_id)
    home.clock.forward(days=2)
    again = a_case(home, person, FOREARM)
    assert asked(home, first.case_id) == []
    assert asked(home, again.case_id) == [(PromptKind.REPEATED, (1,))]


def test_an_answer_for_one_map_does_not_answer_for_the_next(home: Home) -> None:
    lead = home.staff("Sam Lister", Role.SAFEGUARDING_LEAD)
    case = a_case(home, home.person(), UNDERARM)
    answer(home, case.case_id, PromptKind.UNUSUAL_SITE, answer="heeded", told=lead)
    home.clock.forward(hours=8)
    look(home, case.case_id, UNDERARM)
    assert asked(home, case.case_id) == [(PromptKind.UNUSUAL_SITE, (1,))]
