"""A map asks for a second look at an unusual site and at marks again in one place (domain 2.7)."""

from sgtui.domain.body_map.prompts import prompts
from sgtui.domain.body_map.regions import regions
from sgtui.domain.entries.body import BodyMapped, PromptKind
from tests.domain.body_map.any_mark import a_map

FOREARM = "bruise, left forearm"


def sentences(mapped: BodyMapped, *earlier: BodyMapped) -> list[str]:
    return [prompt.sentence for prompt in prompts(mapped, earlier)]


def test_an_unusual_site_is_named_with_its_mark() -> None:
    (prompt,) = prompts(a_map("cut, nose", "bruise, left underarm"), ())
    assert (prompt.kind, prompt.numbers) == (PromptKind.UNUSUAL_SITE, (2,))
    assert prompt.sentence == (
        "Unusual site: person's left underarm (mark 2). Tell the Safeguarding Lead."
    )


def test_several_marks_at_unusual_sites_are_one_prompt() -> None:
    mapped = a_map("bruise, throat", "cut, nose", "bruise, left underarm", "cut, throat")
    (prompt,) = prompts(mapped, ())
    assert prompt.numbers == (1, 3, 4)
    assert prompt.sentence == (
        "Unusual site: throat (marks 1 and 4), person's left underarm (mark 3)."
        " Tell the Safeguarding Lead."
    )


def test_every_soft_tissue_site_asks_and_no_other_does() -> None:
    asking = {one.code for one in regions() if prompts(a_map(f"bruise, {one.code}"), ())}
    assert asking == {one.code for one in regions() if one.soft_tissue}


def test_a_new_mark_where_there_was_one_before_asks() -> None:
    (prompt,) = prompts(a_map(f"{FOREARM}, 3 cm", "cut, left forearm"), [a_map(FOREARM, day=21)])
    assert (prompt.kind, prompt.numbers) == (PromptKind.REPEATED, (2,))
    assert prompt.sentence == (
        "Marked again: person's left forearm (mark 2), also on Sat 21 Nov."
        " Tell the Safeguarding Lead."
    )


def test_the_same_mark_seen_again_does_not_ask() -> None:
    assert prompts(a_map(f"{FOREARM}, yellow"), [a_map(f"{FOREARM}, purple", day=21)]) == ()


def test_a_mark_that_comes_back_after_it_was_gone_asks() -> None:
    earlier = (a_map(FOREARM, day=10), a_map("cut, nose", day=15), a_map(day=20))
    assert sentences(a_map(FOREARM, "cut, nose"), *reversed(earlier)) == [
        "Marked again: person's left forearm (mark 1), also on Tue 10 Nov;"
        " nose (mark 2), also on Sun 15 Nov. Tell the Safeguarding Lead."
    ]


def test_a_mark_of_another_year_is_dated_with_its_year() -> None:
    last_year = a_map(FOREARM)
    last_year = last_year.model_copy(
        update={"examined_at": last_year.examined_at.replace(year=2025)}
    )
    assert "also on Sat 22 Nov 2025" in sentences(a_map("cut, left forearm"), last_year)[0]


def test_a_new_place_does_not_ask() -> None:
    assert prompts(a_map("cut, nose"), [a_map(FOREARM, day=21)]) == ()


def test_a_site_both_unusual_and_again_asks_for_both() -> None:
    found = prompts(a_map("cut, throat"), [a_map("bruise, throat", day=21)])
    assert [prompt.kind for prompt in found] == [PromptKind.UNUSUAL_SITE, PromptKind.REPEATED]


def test_a_map_without_a_mark_asks_nothing() -> None:
    assert prompts(a_map(), [a_map(FOREARM, day=21)]) == ()
