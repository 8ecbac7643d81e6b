"""`sgtui show REF` gives a whole case file."""

import json

from tests.cli.conftest import Sgtui


def shown(sgtui: Sgtui, url: str, ref: str = "SG-26-K4T7") -> dict[str, object]:
    """The document of one case of the demo, which runs in 2026 or later."""
    rows = json.loads(sgtui("--database", url, "queue", "--json").out)
    tail = ref[-4:]
    found = next(row["ref"] for row in rows if row["ref"].endswith(tail))
    document: dict[str, object] = json.loads(sgtui("--database", url, "show", found, "--json").out)
    return document


def test_the_document_has_header_entries_clocks_referrals_and_chronology(
    sgtui: Sgtui, demo_url: str
) -> None:
    case = shown(sgtui, demo_url)
    assert {"ref", "stage", "owner", "safety", "ladder", "person"} <= set(case)
    entries = case["entries"]
    assert isinstance(entries, list)
    assert [entry["number"] for entry in entries] == list(range(1, len(entries) + 1))
    wanted = {"kind", "title", "at", "recorded_at", "by", "text", "payload", "struck", "corrected"}
    assert all(wanted <= set(entry) for entry in entries)
    assert isinstance(case["chronology"], list)
    assert len(case["chronology"]) >= len(entries)


def test_each_clock_says_its_state_and_why_it_is_due_then(sgtui: Sgtui, demo_url: str) -> None:
    clocks = shown(sgtui, demo_url)["clocks"]
    assert isinstance(clocks, list)
    assert {clock["state"] for clock in clocks} >= {"running", "met", "planned"}
    assert all(clock["explanation"] and clock["due_at"] for clock in clocks)


def test_a_referral_has_its_four_facts_apart(sgtui: Sgtui, demo_url: str) -> None:
    referrals = shown(sgtui, demo_url)["referrals"]
    assert isinstance(referrals, list)
    sent = referrals[0]
    assert {"sent_at", "received_at", "acknowledged_at", "decided_at"} <= set(sent)
    assert sent["sent_at"] and sent["received_at"] is None


def test_the_reference_may_be_typed_small(sgtui: Sgtui, demo_url: str) -> None:
    ref = str(shown(sgtui, demo_url)["ref"])
    answer = sgtui("--database", demo_url, "show", f" {ref.lower()} ")
    assert answer.status == 0
    assert ref in answer.out
    assert "CHRONOLOGY" in answer.out


def test_a_reference_that_no_case_has_is_status_one_and_one_sentence(
    sgtui: Sgtui, demo_url: str
) -> None:
    answer = sgtui("--database", demo_url, "show", "SG-26-0000")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.count("\n") == 1


def test_body_maps_stand_in_the_document_with_what_changed(sgtui: Sgtui, demo_url: str) -> None:
    case = shown(sgtui, demo_url)
    maps, changes = case["body_maps"], case["body_map_changes"]
    assert isinstance(maps, list) and isinstance(changes, list)
    assert maps[0]["marks"][0]["text"].startswith("Bruise, person's left forearm (F17L)")
    assert changes[0]["since"]["ref"] != case["ref"]
    assert case["body_map_prompts"] == []


def test_the_text_has_body_maps_between_what_is_owed_and_the_chronology(
    sgtui: Sgtui, demo_url: str
) -> None:
    ref = str(shown(sgtui, demo_url)["ref"])
    out = sgtui("--database", demo_url, "show", ref, "--text").out
    assert out.index("OWED NOW") < out.index("BODY MAPS") < out.index("CHRONOLOGY")
    assert "   1. Bruise, person's left forearm (F17L), 30 x 20 mm" in out
    assert sgtui("--database", demo_url, "show", ref, "--text", "--json").status == 2
