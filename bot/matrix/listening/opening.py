"""Reads what people said in rooms, opened where it was encrypted."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.dialogue.message import Proof
from bot.matrix.content.cleaning import identifier
from bot.matrix.content.reading import Draft, Raw, mapping, read
from bot.matrix.encryption import Encryption, Opened, Sealed
from bot.storage.sealed import SealedRow

log = logging.getLogger(__name__)

ENCRYPTED = "m.room.encrypted"
_MAY_COME = (Sealed.NO_KEY, Sealed.STRANGER)


@dataclass(slots=True)
class Said:
    """What events say, in their order, and which of them wait for their key."""

    drafts: list[Draft] = field(default_factory=list)
    waiting: list[SealedRow] = field(default_factory=list)

    def followed_by(self, later: Said) -> Said:
        """Both, one after the other."""
        return Said([*self.drafts, *later.drafts], [*self.waiting, *later.waiting])


class Opening:
    """From raw events to drafts, each with how sure it is who wrote it."""

    def __init__(
        self, encryption: Encryption, is_encrypted: Callable[[str], bool], ours: str
    ) -> None:
        self._encryption = encryption
        self._is_encrypted = is_encrypted
        self._ours = ours

    async def read(self, events: Sequence[tuple[str, Raw]], now: datetime) -> Said:
        """Read events, each with its room.

        Raises:
            Unauthorised: the homeserver no longer knows us.
        """
        results = iter(await self._open([one for one in events if self._is_sealed(one[1])]))
        said = Said()
        for room_id, event in events:
            if self._is_sealed(event):
                self._take(said, room_id, event, next(results), now)
            elif event.get("type") != ENCRYPTED:
                self._encryption.verify(event, room_id)
                proof = Proof.NONE if self._is_encrypted(room_id) else Proof.ROOM
                said.drafts += _safely(event, room_id, self._ours, now, proof)
        return said

    async def _open(self, sealed: Sequence[tuple[str, Raw]]) -> Sequence[Opened | Sealed]:
        return await self._encryption.open_all(sealed) if sealed else ()

    def _is_sealed(self, event: Raw) -> bool:
        return event.get("type") == ENCRYPTED and event.get("sender") != self._ours

    def _take(
        self, said: Said, room_id: str, event: Raw, result: Opened | Sealed, now: datetime
    ) -> None:
        if isinstance(result, Opened):
            self._encryption.verify(result.event, room_id)
            said.drafts += _safely(result.event, room_id, self._ours, now, result.proof)
        elif result in _MAY_COME:
            said.waiting += _kept(room_id, event, now)
        else:
            log.info("room %s: event %s cannot be opened", room_id, event.get("event_id"))


def _kept(room_id: str, event: Raw, now: datetime) -> Iterator[SealedRow]:
    session_id = identifier(mapping(event.get("content")).get("session_id"))
    event_id = identifier(event.get("event_id"))
    if session_id and event_id:
        yield SealedRow(
            event_id=event_id,
            room_id=room_id,
            session_id=session_id,
            event=event,
            received_at=now,
        )


def _safely(event: Raw, room_id: str, ours: str, now: datetime, proof: Proof) -> Iterator[Draft]:
    try:
        draft = read(event, room_id, ours, now, proof)
    except Exception:
        log.exception("room %s: an event could not be read", room_id)
        return
    if draft is not None:
        yield draft
