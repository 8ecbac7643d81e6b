"""The names of the reports, for the help: it is shown without loading what makes them."""

from collections.abc import Mapping

NAMES: Mapping[str, Mapping[str, str]] = {
    "about a case (REF), or every case that was open in the period": {
        "inspection-pack": "a whole case file, for the inspector",
        "chronology": "what happened and what was done, in order",
        "combined-chronology": "a case and those linked with it as one",
        "referral-form": "what the authority asks for, filled in",
        "challenge-letter": "the letter for each rung of the ladder",
    },
    "about a period": {
        "response-times": "how long each agency took, and how long we took",
        "file-audit": "how whole the files are, and the trend",
        "safeguards": "every gap in protection, in hours",
        "notifications": "who the law says to tell: told when, or why not",
        "wishes": "what people wanted, and how far it came about",
        "learning": "delays, gaps, and what was changed",
        "summary": "figures for commissioner and board, without names",
    },
    "about now": {
        "handover": "the shift's live cases as SBAR",
        "ladder": "the ladder drawn, with who holds each role",
    },
}
"""What each is about, then its name and what it shows."""


def listed() -> str:
    """All of them, a line each."""
    parts = []
    for about, names in NAMES.items():
        lines = (f"  {name:<20} {shows}" for name, shows in names.items())
        parts.append("\n".join((f"{about}:", *lines)))
    return "\n\n".join(parts)
