"""Entries about the people of a case: who else is in it, how the person fares, who is supported."""

from typing import Annotated, Literal
from uuid import UUID

from sgtui.domain.entries.choices import YesNo, YesNoUnsure
from sgtui.domain.entries.payload import Ask, Line, Payload
from sgtui.domain.labelled import Labelled


class Involvement(Labelled):
    """What somebody has to do with the concern (domain 4.1)."""

    ALLEGED = "alleged", "Alleged to have caused harm"
    CONFLICTED = "conflicted", "Has a conflict of interest"
    WITNESS = "witness", "Witness"
    REPORTER = "reporter", "Raised it"
    REPRESENTATIVE = "representative", "Family or representative"

    @property
    def barred(self) -> bool:
        """Whether such a person owns, decides and sees nothing of the case (gate G21)."""
        return self in (Involvement.ALLEGED, Involvement.CONFLICTED)


class PersonInvolved(Payload):
    """Somebody else in the case: alleged to have caused harm, in conflict, or a witness."""

    title = "Person involved"
    help = "Who else is in it: alleged, in conflict of interest, witness, family."

    kind: Literal["person_involved"] = "person_involved"
    name: Annotated[Line, Ask("Name", "line", "In full, or as far as known.")]
    involvement: Annotated[Involvement, Ask("Involved as", "choice")]
    staff: Annotated[UUID | None, Ask("Staff", "staff", "If they work here.")] = None
    person: Annotated[UUID | None, Ask("Resident", "person", "If they live here.")] = None
    relation: Annotated[Line | None, Ask("Relation", "line", "To the person.")] = None
    works_with_children: Annotated[
        YesNo | None, Ask("Works with children", "choice", "Then the LADO is told.")
    ] = None


class HarmLevel(Labelled):
    """How badly the person was hurt, as a health professional judges it (domain 2.8)."""

    NONE = "none", "No injury"
    FIRST_AID = "first_aid", "First aid only"
    TREATED = "treated", "Treated by GP or nurse"
    HOSPITAL = "hospital", "Taken to hospital"
    SERIOUS = "serious", "Serious or lasting"
    DIED = "died", "The person died"


class HarmJudged(Payload):
    """How badly the person was hurt; it decides who else must be told (domain 2.8)."""

    title = "Harm judged"
    help = "What a health professional says about the injury or distress."

    kind: Literal["harm_judged"] = "harm_judged"
    harm: Annotated[HarmLevel, Ask("Harm", "choice")]
    judged_by: Annotated[Line, Ask("Judged by", "line", "Name and role of who examined.")]
    found: Annotated[Line, Ask("Found", "line", "What they said, in their words.")]
    where: Annotated[Line | None, Ask("Treated at")] = None


class CapacityNoted(Payload):
    """Capacity for one decision at one time (Mental Capacity Act 2005 s1 to s4)."""

    title = "Capacity"
    help = "Can the person decide this, now? Presumed until shown otherwise."
    only = "adult"

    kind: Literal["capacity_noted"] = "capacity_noted"
    decision: Annotated[Line, Ask("Decision", "line", "Which decision it is about.")]
    has_capacity: Annotated[YesNoUnsure, Ask("Can decide it", "choice")]
    shown_by: Annotated[Line, Ask("Shown by", "line", "What was said or done.")]
    assessed_by: Annotated[Line, Ask("Assessed by", "line", "Name and role; or not assessed.")]
    best_interests: Annotated[Line | None, Ask("Best interests")] = None
    advocate: Annotated[Line | None, Ask("Advocate", "line", "Who, and asked for when.")] = None


class StaffSupported(Payload):
    """A member of staff is supported during an allegation (R102)."""

    title = "Staff supported"
    help = "What support somebody accused, or a witness, is given."

    kind: Literal["staff_supported"] = "staff_supported"
    supported: Annotated[UUID, Ask("Who", "staff")]
    support: Annotated[Line, Ask("Support", "line", "What is offered, and by whom.")]
