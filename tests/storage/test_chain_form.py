"""The chain is made exactly as its form says, so that anyone can recompute it."""

import hashlib
import hmac
import json
from datetime import UTC, date, datetime, timedelta, timezone
from uuid import UUID, uuid4

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as st

from sgtui.domain.entries import read_payload
from sgtui.storage.chain import canonical
from tests.storage.invented import Home, statement

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(codec="ascii")), inner),
)


def test_canonical_text_has_one_spelling() -> None:
    local = timezone(timedelta(hours=1))
    value = {
        "z": [True, None, 3],
        "a": datetime(2026, 6, 1, 13, 0, tzinfo=local),
        "day": date(2026, 6, 1),
        "id": UUID(int=5),
        "e\u0301": "e\u0301",
    }
    assert canonical(value) == (
        '{"a":"2026-06-01T12:00:00.000000Z","day":"2026-06-01",'
        '"id":"00000000-0000-0000-0000-000000000005","z":[true,null,3],"\u00e9":"\u00e9"}'
    )


@pytest.mark.parametrize("value", [1.0, {"a": [0.1]}, {1: "a"}, {"a", "b"}, b"x"])
def test_what_has_no_single_spelling_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        canonical(value)


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        canonical(datetime(2026, 6, 1, tzinfo=UTC).replace(tzinfo=None))


@given(PLAIN)
def test_canonical_text_read_and_written_again_is_the_same(value: object) -> None:
    once = canonical(value)
    assert canonical(json.loads(once)) == once


def test_a_link_can_be_recomputed_with_nothing_but_the_standard_hashes(home: Home) -> None:
    case_id = uuid4()
    first, second = home.append(case_id, statement("one")), home.append(case_id, statement("two"))
    with home.store.reading() as unit:
        rows = tuple(unit.chain_rows(case_id))
    assert rows[0].previous == "00" * 32
    assert rows[1].previous == rows[0].hash == first.hash
    row = rows[1]
    assert row.payload is not None
    assert row.salt is not None
    assert read_payload(row.payload) == second.payload
    commitment = hmac.new(bytes.fromhex(row.salt), row.payload.encode(), hashlib.sha256).hexdigest()
    assert row.commitment == commitment
    header = (
        f'{{"about":false,"case_id":"{case_id}","commitment":"{commitment}","id":"{second.id}",'
        f'"kind":"statement_taken","number":2,"occurred_at":"2026-11-22T14:32:05.123456Z",'
        f'"recorded_at":"2026-11-22T14:32:05.123456Z","recorded_by":"{home.jo.staff_id}"}}'
    )
    content = b"\x00" + bytes.fromhex(row.previous) + header.encode()
    assert row.hash == hashlib.sha256(content).hexdigest()
    public = Ed25519PublicKey.from_public_bytes(home.jo.public_key)
    public.verify(bytes.fromhex(row.signature), bytes.fromhex(row.hash))


def test_the_same_text_never_has_the_same_commitment(home: Home) -> None:
    case_id = uuid4()
    for _ in range(2):
        home.append(case_id, statement("same"))
    with home.store.reading() as unit:
        one, two = unit.chain_rows(case_id)
    assert one.payload == two.payload
    assert one.commitment != two.commitment
