"""Where a ladder sends a case, and where to turn when nobody inside is left, in words."""

from collections.abc import Iterator

from sgtui.domain.ladder import Ladder
from sgtui.domain.ladder_parts import Condition, Route


def route_lines(ladder: Ladder) -> Iterator[str]:
    """Each route, first that fits; then the way outside. Nothing where the ladder has neither."""
    yield from (route_words(route) for route in ladder.routes)
    if ladder.outside is not None:
        desks = " or ".join(point.label for point in ladder.outside.contact_points)
        yield f"Nobody inside is left: {desks}"


def route_words(route: Route) -> str:
    """ "Child: Multi-agency hub (MASH); cannot wait: Emergency duty team"."""
    whom = "; or ".join(condition_words(one) for one in route.when) or "Every other case"
    urgent = f"; cannot wait: {route.urgent.label}" if route.urgent else ""
    return f"{whom}: {route.refer_to.label}{urgent}"


def condition_words(condition: Condition) -> str:
    """What must be so: "Child, and Physical or Sexual"; every case where it asks for nothing."""
    lists = (
        condition.case_kinds, condition.categories, condition.risks, condition.circumstances,
    )  # fmt: skip
    parts = [" or ".join(word.label for word in words) for words in lists if words]
    return ", and ".join(parts) or "Every case"
