"""Nobody real can be reached by what the demo shows, and its names are as varied as a home's."""

import re
import unicodedata
from uuid import UUID

import pytest

from sgtui.domain.entries import ContactPointRegistered, Payload, PersonRegistered, StaffRegistered
from sgtui.domain.ladder_file import shipped
from sgtui.domain.ladder_words import ContactKind
from sgtui.domain.people import Role
from sgtui.domain.text import display, stored
from sgtui.services.demo import STAFF
from sgtui.services.demo.home import LADDER, register_payloads
from sgtui.services.demo.plans import plans
from tests.services.demo_home import WEDNESDAY

_DRAMA = re.compile(r"01632 960\d{3}|07700 900\d{3}|0808 157 0\d{3}|999|101|111")
_KEYS: dict[UUID, bytes] = {member.id: bytes(32) for member in STAFF}


@pytest.fixture(scope="module")
def register() -> list[Payload]:
    """Everything that is written in the register."""
    return list(register_payloads(_KEYS, WEDNESDAY.date()))


def test_every_telephone_number_is_kept_for_drama_or_known_to_all(register: list[Payload]) -> None:
    phones = [getattr(said, "phone", None) for said in register]
    assert [phone for phone in phones if phone and not _DRAMA.fullmatch(phone)] == []


def test_every_email_address_is_one_that_nobody_can_own(register: list[Payload]) -> None:
    emails = [said.email for said in register if isinstance(said, ContactPointRegistered)]
    assert [email for email in emails if email and not email.endswith(".example")] == []


def test_every_role_is_held_by_somebody(register: list[Payload]) -> None:
    staff = [said for said in register if isinstance(said, StaffRegistered)]
    assert {role for member in staff for role in member.roles} == set(Role)


def test_every_desk_that_the_ladder_names_is_in_the_register(register: list[Payload]) -> None:
    ladder = shipped(LADDER)
    assert ladder is not None
    wanted: set[str | None] = {stage.contact_point for stage in ladder.stages}
    wanted |= {stage.urgent_contact_point for stage in ladder.stages}
    wanted |= {clock.contact_point for stage in ladder.stages for clock in stage.clocks}
    wanted |= {side.contact_point for stage in ladder.stages for side in stage.side}
    wanted |= {desk for route in ladder.routes for desk in (route.refer_to, route.urgent)}
    wanted |= set(ladder.outside.contact_points if ladder.outside else ())
    held = {said.point for said in register if isinstance(said, ContactPointRegistered)}
    assert wanted - {None} <= held <= set(ContactKind)


def test_names_run_right_to_left_carry_marks_and_are_joined(register: list[Payload]) -> None:
    names = "\n".join(said.name for said in register if isinstance(said, PersonRegistered))
    assert any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in names)
    assert any(unicodedata.combining(letter) for letter in names)
    assert re.search(r"\S'\S+-\S", names)


def test_no_text_is_changed_by_being_kept_or_shown(register: list[Payload]) -> None:
    texts = [str(said.model_dump()) for said in register]
    lines = [line for plan in plans(WEDNESDAY, "small") for line in plan.lines]
    texts += [line.new.payload.model_dump_json() for line in lines]
    assert [text for text in texts if stored(text, len(text)) != text] == []
    assert [text for text in texts if display(text) != text] == []
