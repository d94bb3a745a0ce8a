"""Learns from our own events that what we sent arrived, though nobody answered the request.

Whoever replies to such a message before the request is made again answers us: the event id has to
be known before what people say after it is read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.domain.journal import OutboxRow
from bot.matrix.content.reading import Raw
from bot.matrix.encryption import Encryption
from bot.matrix.listening.recalling import Recalling
from bot.matrix.rooms.joined import Rooms
from bot.matrix.said.echoes import echoes
from bot.matrix.said.trail import Trail
from bot.storage import outbox
from bot.storage.database import Transaction


class Learning:
    """Hears what a batch and its gaps hold of ours."""

    def __init__(
        self, encryption: Encryption, rooms: Rooms, trail: Trail, recalling: Recalling
    ) -> None:
        self._encryption = encryption
        self._rooms = rooms
        self._trail = trail
        self._recalling = recalling

    async def hear(self, events: Sequence[tuple[str, Raw]]) -> Mapping[int, str]:
        """Event ids by the rows on their way that have them; the trail knows them from now on.

        Raises:
            Unauthorised: the homeserver no longer knows us.
        """
        self._recalling.hear(event for _, event in events)
        if not self._trail.any_open:
            return {}
        learnt = {}
        for echo in await echoes(self._encryption, self._recalling.ours, events):
            row = self._trail.find(echo)
            if row is not None and self._belongs(row, echo.room_id):
                self._trail.learn(row.key, echo.event_id)
                learnt[row.seq] = echo.event_id
        return learnt

    def store(self, tx: Transaction, learnt: Mapping[int, str], now: datetime) -> None:
        """Note that these rows arrived."""
        for row, event_id in learnt.items():
            outbox.mark_sent(tx, row, event_id, now)

    def _belongs(self, row: OutboxRow, room_id: str) -> bool:
        """Whether the row goes to that room: the rest of a message can be copied into another."""
        room = self._rooms.get(room_id)
        return row.target == room_id or (room is not None and row.target == room.direct_with)
