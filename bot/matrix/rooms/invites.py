"""Invitations: accepted from people who may invite, turned down from all others, in silence."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from bot.matrix.content.batch import Batch
from bot.matrix.door.errors import Permanent
from bot.matrix.door.homeserver import Homeserver
from bot.matrix.door.patience import Turns, tend
from bot.matrix.rooms.members import CommunityMembers
from bot.storage import markers
from bot.storage.database import Database, Transaction

log = logging.getLogger(__name__)

_MARKER = "invitations"
_MOST = 1000
_REJECTION_PAUSE = 1.0


@dataclass(frozen=True, slots=True)
class InvitePolicy:
    """Who may invite, besides the members of the space."""

    servers: frozenset[str]
    people: frozenset[str]
    admins: frozenset[str]

    def allows(self, inviter: str) -> bool:
        """By name or by server; membership is another question."""
        server = inviter.partition(":")[2]
        return inviter in self.admins or inviter in self.people or server in self.servers


class Invites:
    """Those not answered yet are kept in the database: the homeserver tells of each only once."""

    def __init__(
        self,
        database: Database,
        homeserver: Homeserver,
        policy: InvitePolicy,
        members: CommunityMembers,
        space: Callable[[], str | None],
    ) -> None:
        self._database = database
        self._homeserver = homeserver
        self._policy = policy
        self._members = members
        self._space = space
        self._news = asyncio.Event()
        self._news.set()
        self._comings = Turns()
        self._goings = Turns()

    def note(self, tx: Transaction, batch: Batch) -> None:
        """Remember who asks; forget the rooms that we are in, or that asked no longer."""
        over = {news.room_id for news in batch.news} | set(batch.left)
        if batch.invitations or over:
            asked = {one.room_id: one.inviter for one in batch.invitations}
            _amend(tx, asked, over, self._policy.allows)

    def wake(self) -> None:
        """There may be new ones."""
        self._news.set()

    async def run(self) -> None:
        """Answer them for ever.

        Raises:
            Unauthorised: the homeserver no longer knows us.
        """
        backoff = self._homeserver.backoff()
        await tend(self._news, self._answer_some, "answering an invitation", backoff)

    async def _answer_some(self) -> None:
        if await self._answer_all():
            self._news.set()

    async def _answer_all(self) -> bool:
        """Join where we may, then turn one down; False once nothing is left.

        Raises:
            Temporary: some could not be answered now; the others were.
        """
        pending = await self._database.read(_pending)
        self._comings.keep(pending)
        self._goings.keep(pending)
        unwanted: list[str] = []

        async def come(room_id: str) -> None:
            if await self._may_invite(pending[room_id]):
                await self._answer(room_id, "join")
            else:
                unwanted.append(room_id)

        fault = await self._comings.take(pending, come)
        if unwanted:
            log.warning("an invitation by a stranger is turned down, %d more", len(unwanted) - 1)
            first = self._goings.order(unwanted)[:1]
            fault = await self._goings.take(first, self._go) or fault
            await asyncio.sleep(_REJECTION_PAUSE)
        if fault is not None:
            raise fault
        return bool(pending)

    async def _go(self, room_id: str) -> None:
        await self._answer(room_id, "leave")

    async def _may_invite(self, inviter: str) -> bool:
        if self._policy.allows(inviter):
            return True
        if self._space() is None:
            return False
        try:
            return await self._members.find(inviter)
        except Permanent as refused:
            log.warning("cannot ask who is in the space: %s", refused)
            return False

    async def _answer(self, room_id: str, how: str) -> None:
        try:
            await self._homeserver.post("rooms", room_id, how)
        except Permanent as refused:
            log.warning("cannot %s room %s: %s", how, room_id, refused)
        allows = self._policy.allows
        await self._database.write(lambda tx: _amend(tx, {}, {room_id}, allows))


def _pending(tx: Transaction) -> dict[str, str]:
    stored = markers.get(tx, _MARKER)
    return dict(json.loads(stored)) if stored else {}


def _amend(
    tx: Transaction,
    asked: Mapping[str, str],
    over: Collection[str],
    allows: Callable[[str], bool],
) -> None:
    before = _pending(tx)
    # After a refused token a room that we left may ask us anew in the same answer.
    after = {room: by for room, by in before.items() if room not in over} | dict(asked)
    if len(after) > _MOST:
        # A flood of strangers must not push out who may invite.
        after = dict(sorted(after.items(), key=lambda one: not allows(one[1]))[:_MOST])
    if after != before:
        markers.put(tx, _MARKER, json.dumps(after))
