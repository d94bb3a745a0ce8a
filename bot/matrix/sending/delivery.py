"""One attempt to bring one outbox row to the homeserver, with all that must be sure before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from bot.domain.journal import Effect, OutboxRow, OutboxState
from bot.matrix.content.attachments import attached
from bot.matrix.content.effects import KEPT_BY_TRANSACTION, Seal, Unsendable, filled, perform
from bot.matrix.door.errors import Limited, Temporary
from bot.matrix.door.state import is_encrypted
from bot.matrix.encryption import Encryption, refusal
from bot.matrix.listening.recalling import Recalling
from bot.matrix.login.session import Session
from bot.matrix.rooms.directs import Directs
from bot.matrix.rooms.joined import Rooms
from bot.matrix.said.echoes import signs
from bot.matrix.said.trail import Trail
from bot.matrix.sending.lanes import Held, Load, Stale, Waits
from bot.matrix.sending.marks import Marks
from bot.matrix.sending.reconcile import TRUSTED_FOR, find_sent
from bot.matrix.sending.uploading import upload
from bot.storage import outbox
from bot.storage.database import Database

_MOST_LOOKS = 10


class Delivery:
    """Knows when a request may leave, and when the room has to be asked first."""

    def __init__(
        self,
        database: Database,
        session: Session,
        encryption: Encryption,
        joined: Rooms,
        directs: Directs,
        marks: Marks,
        trail: Trail,
        *,
        recalling: Recalling,
        now: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._session = session
        self._encryption = encryption
        self._joined = joined
        self._directs = directs
        self._marks = marks
        self._trail = trail
        self._recalling = recalling
        self._now = now
        self._in_clear: set[str] = set()

    async def attempt(self, load: Load, held: Callable[[], bool] = lambda: False) -> str:
        """Send it, or find out that it was sent; the event id, or the address of a file.

        `held` tells at the last moment whether it must not leave yet after all.

        Raises:
            MatrixError: as the homeserver answered.
            Unsendable: it must not or cannot be sent.
            Waits: not before another row.
            Held: not yet.
            Stale: not as it stands.
        """
        row, stale = load.row, load.row.is_stale(self._now())
        seen = self._trail.event_id(row.key)
        if seen is not None:
            return seen
        if stale and load.state is OutboxState.NEW:
            raise self._stale(row)
        content = await self._content(row)
        room_id = await self._room(load)
        if stale or self._doubtful(load):
            found = await self._look(load, room_id)
            if found is not None:
                return found
        if stale:
            await self._marks.put_back(row.seq)
            raise self._stale(row)
        if load.state is OutboxState.NEW:
            await self._marks.sending(row.seq, self._session.device_id)
            load.state, load.since = OutboxState.SENDING, load.since or self._now()
            load.device = self._session.device_id
        homeserver, encrypted = self._session.homeserver, await self.is_encrypted(room_id)
        if encrypted and self._encryption.obstacle is not None:
            raise refusal(self._encryption.obstacle)
        if row.effect is Effect.UPLOAD:
            return await upload(homeserver, load, content, encrypted=encrypted)
        if load.counted and held():
            raise Held
        seal = self._sealing(room_id, row, content) if encrypted else None
        return await perform(homeserver, row.effect, room_id, row.key, content, seal=seal)

    def _stale(self, row: OutboxRow) -> Stale:
        self._trail.dead(row.key)
        return Stale()

    async def _room(self, load: Load) -> str:
        target = load.row.target
        if not target.startswith("@"):
            return target
        if load.room_id is None:
            load.room_id = await self._directs.room_for(target)
        return load.room_id

    def _doubtful(self, load: Load) -> bool:
        """Whether the homeserver may have forgotten, or never known, the transaction id."""
        if load.row.effect not in KEPT_BY_TRANSACTION:
            return False
        if not load.looked and self._recalling.since(self._now()):
            return True
        if load.state is OutboxState.NEW and load.since is None:
            return False
        if load.since is None or load.device != self._session.device_id:
            return True
        # What was tried in the future was tried while the clock was wrong.
        return not timedelta(0) <= self._now() - load.since <= TRUSTED_FOR

    async def _look(self, load: Load, room_id: str) -> str | None:
        session, now = self._session, self._now()
        forgotten = None if load.looked else self._recalling.since(now)
        tried = load.since if load.since is not None and load.since <= now else None
        since = min(filter(None, (tried, forgotten)), default=now - timedelta(days=7))
        key = load.row.key
        try:
            found = await find_sent(session, self._encryption, room_id, key, since)
        except Limited:
            raise
        except Temporary:
            load.unseen += await session.homeserver.works()
            if load.unseen < _MOST_LOOKS:
                raise
            raise Unsendable("cannot-tell") from None
        if found is None:
            load.since, load.device, load.looked = now, session.device_id, True
        return found

    def _sealing(self, room_id: str, row: OutboxRow, content: Mapping[str, object]) -> Seal:
        if content.get("msgtype") == "m.file" and "url" in content:
            # The room became encrypted when the file was uploaded already.
            raise Unsendable("file-in-clear")

        async def seal(kind: str, plain: Mapping[str, object]) -> Mapping[str, object]:
            return {**await self._encryption.seal(room_id, kind, plain), **signs(row)}

        return seal

    async def is_encrypted(self, room_id: str) -> bool:
        """Never clear text into an encrypted room; unless we surely know it, ask.

        Raises:
            MatrixError: nobody can say.
        """
        if not self._joined.is_encrypted(room_id) and not self._surely_clear(room_id):
            if await is_encrypted(self._session.homeserver, room_id):
                self._joined.know_encrypted(room_id)
            elif self._joined.current:
                self._in_clear.add(room_id)
        return self._joined.is_encrypted(room_id)

    def _surely_clear(self, room_id: str) -> bool:
        known = self._joined.get(room_id) is not None or room_id in self._in_clear
        return known and self._joined.current

    async def _content(self, row: OutboxRow) -> Mapping[str, object]:
        if row.after is None:
            return row.content
        event_id = self._trail.event_id(row.after) or await self._stored(row, row.after)
        return attached(filled(row.content, event_id))

    async def _stored(self, row: OutboxRow, after: str) -> str:
        """The event id of the row that this one follows."""
        if self._trail.is_open(after):
            raise Waits(after)
        before = await self._database.read(lambda tx: outbox.by_key(tx, after))
        if before is not None and before.open:
            raise self._stale(row)
        if before is None or before.event_id is None:
            raise Unsendable("nothing-to-follow")
        return before.event_id
