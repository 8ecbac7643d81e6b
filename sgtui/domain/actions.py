"""The actions of a case, from agreed to verified by another person (R18, R106, gate G15)."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sgtui.domain.entries import ActionAgreed, ActionDone, ActionDropped, ActionVerified, Entry
from sgtui.domain.labelled import Labelled


class ActionState(Labelled):
    """How far an action has come."""

    OPEN = "open", "Open"
    DONE = "done", "Done, not verified"
    VERIFIED = "verified", "Verified"
    DROPPED = "dropped", "Dropped"


@dataclass(frozen=True)
class Action:
    """What somebody will do, one of us or outside, and what became of it."""

    entry: Entry
    agreed: ActionAgreed
    done: tuple[Entry, ActionDone] | None = None
    verified: Entry | None = None
    dropped: Entry | None = None

    @property
    def id(self) -> UUID:
        """The id of the entry that agreed it."""
        return self.entry.id

    @property
    def state(self) -> ActionState:
        """How far it has come."""
        if self.dropped is not None:
            return ActionState.DROPPED
        if self.done is None:
            return ActionState.OPEN
        return ActionState.VERIFIED if self.verified is not None else ActionState.DONE

    @property
    def settled(self) -> bool:
        """Whether nothing about it is owed any more."""
        return self.state in (ActionState.VERIFIED, ActionState.DROPPED)


def actions(standing: Sequence[Entry]) -> tuple[Action, ...]:
    """Every action of a case, in the order agreed."""
    found: dict[UUID, Action] = {}
    for entry in standing:
        if isinstance(entry.payload, ActionAgreed):
            found[entry.id] = Action(entry, entry.payload)
        elif isinstance(entry.payload, ActionDone | ActionVerified | ActionDropped):
            action = found.get(entry.payload.action)
            if action is not None:
                found[action.id] = _after(action, entry)
    return tuple(found.values())


def _after(action: Action, entry: Entry) -> Action:
    """An action after one entry about it; what comes too early or twice changes nothing."""
    done, dropped = action.done, action.dropped
    match entry.payload:
        case ActionDone() as said if done is None and dropped is None:
            return Action(action.entry, action.agreed, (entry, said))
        case ActionVerified() if done is not None and action.verified is None:
            return Action(action.entry, action.agreed, done, entry)
        case ActionDropped() if done is None and dropped is None:
            return Action(action.entry, action.agreed, dropped=entry)
        case _:
            return action
