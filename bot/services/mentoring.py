"""Bringing pairs together: asking a patron network, answering, withdrawing."""

from dataclasses import replace
from datetime import datetime

from bot.domain.community.mentoring import Request, RequestState
from bot.domain.dialogue.people import Person, Role
from bot.domain.errors import NotAllowed, NotFound, WrongInput
from bot.services.appointing import Appointing
from bot.storage import requests
from bot.storage.database import Transaction


class UnknownRequest(NotFound):
    """No request of that `number`."""


class ForeignRequest(NotAllowed):
    """The request is neither one's own nor asked of one's network."""


class OwnRequest(NotAllowed):
    """The asker cannot answer themselves."""


class RequestIsOver(WrongInput):
    """The request cannot change any more in that way."""


class AnsweredSince(WrongInput):
    """Something became of the request `number` since, so that the step cannot be undone."""


class OwnNetwork(WrongInput):
    """A network cannot ask itself."""


class Mentoring:
    """The life of a request; who is told of a change is the caller's to word."""

    def __init__(self, appointing: Appointing) -> None:
        self._appointing = appointing

    def ask(
        self, tx: Transaction, asker: Person, network: int, sentence: str, now: datetime
    ) -> Request:
        """Store a request.

        Raises:
            OwnNetwork: the asker speaks for that network.
        """
        if network in asker.networks:
            raise OwnNetwork
        return requests.add(tx, network, asker.user_id, sentence, now)

    def receivers(self, tx: Transaction, network: int) -> tuple[str, ...]:
        """The network's coordinators; empty if we know none."""
        return self._appointing.coordinators(tx, network)

    def answer(
        self,
        tx: Transaction,
        person: Person,
        number: int,
        state: RequestState,
        *,
        answer: str,
        now: datetime,
    ) -> Request:
        """Accept, decline or end a request, as one of the network's (or the office's) people.

        Raises:
            UnknownRequest, ForeignRequest, OwnRequest, RequestIsOver: it cannot be changed so.
        """
        request = self.get(tx, person, number)
        if request.asker == person.user_id and request.network not in person.networks:
            raise OwnRequest(number=str(number))
        if not person.speaks_for(request.network):
            raise ForeignRequest(number=str(number))
        return self._change(tx, request, state, answer, person, now)

    def withdraw(self, tx: Transaction, person: Person, number: int, now: datetime) -> Request:
        """Take one's own request back.

        Raises:
            UnknownRequest, ForeignRequest, RequestIsOver: it cannot be taken back.
        """
        request = self.get(tx, person, number)
        if request.asker != person.user_id:
            raise ForeignRequest(number=str(number))
        return self._change(tx, request, RequestState.WITHDRAWN, "", person, now)

    def unsend(self, tx: Transaction, number: int, now: datetime) -> Request:
        """Take a request back as if it had not been made; nobody may have answered it yet.

        Raises:
            AnsweredSince: somebody has.
        """
        request = requests.get(tx, number)
        if request is None or request.state is not RequestState.ASKED:
            raise AnsweredSince(number=str(number))
        gone = RequestState.WITHDRAWN
        requests.change(tx, number, gone, answer="", by=request.asker, now=now)
        return replace(request, state=gone)

    def restore(
        self, tx: Transaction, before: Request, state: RequestState, now: datetime
    ) -> Request:
        """Let a request be as it was before it got that state.

        Raises:
            AnsweredSince: it has yet another state by now.
        """
        request = requests.get(tx, before.number)
        if request is None or request.state is not state:
            raise AnsweredSince(number=str(before.number))
        requests.restore(tx, before, now)
        return before

    def fitting(
        self, tx: Transaction, person: Person, goal: RequestState | None
    ) -> tuple[Request, ...]:
        """The requests that the person may bring to that state, or may see; the newest first."""
        if goal is RequestState.WITHDRAWN:
            found = requests.of(tx, person.user_id, ())
        else:
            found = self.list(tx, person)
        ordered = sorted(found, key=lambda request: -request.number)
        return tuple(one for one in ordered if goal is None or _is_for(one, person, goal))

    def get(self, tx: Transaction, person: Person, number: int) -> Request:
        """A request that the person may see.

        Raises:
            UnknownRequest, ForeignRequest: there is none, or it is not theirs to see.
        """
        request = requests.get(tx, number)
        if request is None:
            raise UnknownRequest(number=str(number))
        if request.asker != person.user_id and not person.speaks_for(request.network):
            raise ForeignRequest(number=str(number))
        return request

    def list(self, tx: Transaction, person: Person) -> tuple[Request, ...]:
        """What concerns the person: their own and their networks'; for the office, all open."""
        if person.may(Role.OFFICE):
            return requests.all_open(tx)
        return requests.of(tx, person.user_id, person.networks)

    def _change(
        self,
        tx: Transaction,
        request: Request,
        state: RequestState,
        answer: str,
        person: Person,
        now: datetime,
    ) -> Request:
        if not request.may_become(state):
            raise RequestIsOver(number=str(request.number), state=request.state)
        requests.change(tx, request.number, state, answer=answer, by=person.user_id, now=now)
        changed = requests.get(tx, request.number)
        if changed is None:
            raise UnknownRequest(number=str(request.number))
        return changed


def _is_for(request: Request, person: Person, goal: RequestState) -> bool:
    """Whether the person may bring it there."""
    if not request.may_become(goal):
        return False
    if goal is RequestState.WITHDRAWN:
        return True
    own = request.asker == person.user_id and request.network not in person.networks
    return person.speaks_for(request.network) and not own
