"""A request to a patron network, and the states it goes through."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class RequestState(StrEnum):
    """Asked, then answered by the network (or the office), or withdrawn by the asker."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    DONE = "done"
    WITHDRAWN = "withdrawn"


_NEXT = {
    RequestState.ASKED: {RequestState.ACCEPTED, RequestState.DECLINED, RequestState.WITHDRAWN},
    RequestState.ACCEPTED: {RequestState.DONE, RequestState.DECLINED, RequestState.WITHDRAWN},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What an asker wants of one network; `asker` is a full Matrix id."""

    number: int
    network: int
    asker: str
    sentence: str
    state: RequestState
    answer: str = ""
    answered_by: str | None = None
    created_at: datetime
    changed_at: datetime

    def may_become(self, state: RequestState) -> bool:
        """Whether that change is possible from the present state."""
        return state in _NEXT.get(self.state, set())
