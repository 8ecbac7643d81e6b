"""No illegal move is accepted, and what must hold of a case holds after every move.

A case is driven by chance; what may be recorded is worked out a second time, by hand.
"""

from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.domain.case_machine import CaseMachine

LONG = settings(
    max_examples=70, stateful_step_count=60, deadline=None, derandomize=True, database=None
)


def test_no_illegal_move_is_accepted_and_every_case_keeps_its_clocks_and_owners() -> None:
    run_state_machine_as_test(CaseMachine, settings=LONG)
