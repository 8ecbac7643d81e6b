"""What an entry says once it was put right; the original stays beside it (gate G20)."""

from collections.abc import Sequence
from contextlib import suppress

from pydantic import ValidationError

from sgtui.domain.entries import Amended, Entry, Payload, make_payload


def amended(entry: Entry, amendments: Sequence[Entry]) -> Entry:
    """The entry as put right by its amendments, in order.

    One that no longer fits, because another that it rests on was struck, is passed over.
    """
    payload = entry.payload
    for amendment in amendments:
        if isinstance(amendment.payload, Amended):
            with suppress(ValidationError):
                payload = put_right(payload, amendment.payload)
    return entry if payload is entry.payload else entry.model_copy(update={"payload": payload})


def put_right(payload: Payload, amendment: Amended) -> Payload:
    """What an entry says after one amendment. Raises pydantic.ValidationError if it cannot."""
    return make_payload({**payload.model_dump(mode="json"), **amendment.changes})
