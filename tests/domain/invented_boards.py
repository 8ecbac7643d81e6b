"""Procedures of three invented boards, each written as data alone upon the default ladder."""

_HEAD = """
[ladder]
id = "{name}"
version = "{name}-1"
extends = "ENG-default-1"
jurisdiction = "ENG"
authority = "{name} board"
source_title = "{name}: resolving professional disagreement"
source_checked_on = 2026-11-01
review_by = 2027-11-01
"""

WEEKS = (
    _HEAD.format(name="Alder")
    + """
without = ["L11", "L12"]

[[stage]]
code = "L9"
counterpart = "Practitioner of the agency"
[[stage.side]]
title = "Practitioner of the health trust"
[[stage.clock]]
duty = "challenge"
title = "Practitioners settle it"
amount = 7
unit = "calendar_days"
direction = "they_owe"
[stage.clock.risk_override]
high = { amount = 2, unit = "working_days" }
immediate = { amount = 4, unit = "hours" }

[[stage]]
code = "L10"
next_missed = ["L13"]
[[stage.clock]]
duty = "challenge"
title = "Managers settle it"
amount = 14
unit = "calendar_days"
direction = "they_owe"
"""
)
"""Two sides and weeks: a week between practitioners, two between managers, then the board."""

LETTERS = (
    _HEAD.format(name="Birch")
    + """
[[stage]]
code = "L10"
[[stage.clock]]
duty = "challenge_letter"
title = "Write to their manager"
amount = 2
unit = "working_days"
[[stage.clock]]
duty = "challenge"
title = "Manager's answer"
amount = 5
unit = "working_days"
direction = "they_owe"
after = true

[[stage]]
code = "L11"
[[stage.clock]]
duty = "challenge_letter"
title = "Write to the Head"
amount = 1
unit = "working_days"
[[stage.clock]]
duty = "challenge"
title = "Head of Service answer"
amount = 5
unit = "working_days"
direction = "they_owe"
after = true
"""
)
"""Four stages; at two of them a letter with a time of its own, and the answer's time after it."""

MEETING = (
    _HEAD.format(name="Cedar")
    + """
without = ["L12"]

[[stage]]
code = "L11"
title = "Meeting of all parties"
counterpart = "Head of Service"
next_missed = ["L13"]
[[stage.side]]
title = "Designated nurse"
[[stage.side]]
title = "Police inspector"
contact_point = "police_101"
[[stage.clock]]
duty = "challenge_tell"
title = "Tell the board manager"
contact_point = "sab_chair"
amount = 24
unit = "hours"
[[stage.clock]]
duty = "challenge_meeting"
title = "All parties meet"
amount = 48
unit = "hours"
[[stage.clock]]
duty = "challenge"
title = "Decision of the meeting"
amount = 1
unit = "working_days"
direction = "they_owe"
after = true
"""
)
"""A meeting of four parties with a time of its own, its decision after it, and somebody told."""
