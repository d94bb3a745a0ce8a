"""The sync loop: asks the homeserver what is new, again and again, and never faster for failing."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from http import HTTPStatus

from bot.domain.dialogue.message import Text
from bot.matrix.config import Ports
from bot.matrix.content.batch import FIRST_FILTER, SYNC_FILTER, read_batch
from bot.matrix.door.errors import Permanent, Temporary, Unauthorised, as_temporary
from bot.matrix.door.homeserver import Homeserver
from bot.matrix.door.patience import seconds
from bot.matrix.encryption import Encryption
from bot.matrix.listening.intake import Intake, Taken
from bot.matrix.rooms.office import Office
from bot.storage import markers
from bot.storage.database import Database, Transaction

log = logging.getLogger(__name__)

_LONG_POLL = 30.0
_GRACE = 15.0
_FIRST_PATIENCE = 300.0
_STUCK_AFTER = 600.0


class Sync:
    """Remembers the token in the database only, where it moves with what it stands for."""

    def __init__(
        self,
        database: Database,
        homeserver: Homeserver,
        intake: Intake,
        encryption: Encryption,
        ports: Ports,
        *,
        done: Callable[[Taken], Awaitable[None]],
        office: Office,
        ours: str,
    ) -> None:
        """`done` is told of each batch after its commit."""
        self._database = database
        self._homeserver = homeserver
        self._intake = intake
        self._encryption = encryption
        self._ports = ports
        self._done = done
        self._office = office
        self._ours = ours
        self._since: str | None = None
        self._known_until: datetime | None = None
        self._failing_since: float | None = None
        self._hears = False
        self.last_at: datetime | None = None
        """When the last batch was stored."""
        self.trouble: Temporary | None = None
        """Why nothing is heard now."""

    async def run(self) -> None:
        """For ever.

        Raises:
            Unauthorised: the homeserver no longer lets us listen.
        """
        self._since, self._known_until = await self._database.read(_position)
        backoff = self._homeserver.backoff()
        while True:
            try:
                await self._careful_round()
            except Unauthorised:
                raise
            except Permanent as refused:
                self._forget_token(refused)
                await backoff.sleep("sync", Temporary(str(refused), refused.status))
            except Temporary as fault:
                self.trouble = fault
                await self._complain(fault)
                await backoff.sleep("sync", fault)
            except Exception as fault:
                # The database may be full or locked: the token stays, so nothing is lost.
                log.exception("a batch could not be stored")
                await backoff.sleep("storing", as_temporary(fault))
            else:
                backoff.reset()
                self._failing_since = self.trouble = None

    async def _careful_round(self) -> None:
        try:
            await self._round()
        except BaseException:
            self._hears = False
            self._intake.doubt()
            raise
        self._hears = True

    async def _round(self) -> None:
        # Asked without a token the homeserver tells of no departures.
        known = self._intake.known() if self._since is None else frozenset()
        answer = await self._ask()
        batch = read_batch(answer, self._ours)
        if batch is None:
            raise Temporary("the answer to /sync has no token")
        # Keys are deleted at the homeserver once the next token is used: theirs first, then ours.
        await self._encryption.hear(answer, first=self._since is None)
        gone = known - {news.room_id for news in batch.news} - set(batch.left)
        batch = replace(batch, left=[*batch.left, *sorted(gone)])
        now = self._ports.now()
        taken = await self._intake.store(batch, self._since, self._known_until, now)
        self._since, self._known_until, self.last_at = batch.token, now, now
        await self._done(taken)
        await self._report(batch.token)

    async def _ask(self) -> dict[str, object]:
        query = {"filter": SYNC_FILTER if self._known_until else FIRST_FILTER}
        if self._since is None:
            return await self._homeserver.get("sync", query=query, patience=_FIRST_PATIENCE)
        # Who does not know yet whether anybody answers does not wait until something happens.
        wait = _LONG_POLL if self._hears else 0.0
        query |= {"since": self._since, "timeout": str(int(wait * 1000))}
        return await self._homeserver.get("sync", query=query, patience=_LONG_POLL + _GRACE)

    def _forget_token(self, refused: Permanent) -> None:
        """A refused token is not sent again; what came since is fetched room by room."""
        log.error("sync refused: %s", refused)
        if refused.status == HTTPStatus.BAD_REQUEST:
            self._since = None

    async def _complain(self, fault: Temporary) -> None:
        """Tell the office if the homeserver lives but fails at our token: a broken room can."""
        now = seconds()
        self._failing_since = self._failing_since or now
        fails = fault.status == HTTPStatus.INTERNAL_SERVER_ERROR
        if not fails or now - self._failing_since < _STUCK_AFTER or self._since is None:
            return
        await self._office.tell(f"sync-stuck-{_sign(self._since)}", Text("office-sync-stuck"))

    async def _report(self, token: str) -> None:
        """Tell the office of a long outage once it is over: before, nothing could be told."""
        trouble, since = self.trouble, self._failing_since
        if trouble is None or since is None:
            return
        lasted = timedelta(seconds=seconds() - since)
        log.info("listening again after %.0f s without: %s", lasted.total_seconds(), trouble)
        if lasted.total_seconds() >= _STUCK_AFTER:
            minutes = lasted // timedelta(minutes=1)
            text = Text("office-outage", minutes=minutes, cause=trouble.outage)
            await self._office.tell(f"outage-{_sign(token)}", text)


def _sign(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()[:16]


def _position(tx: Transaction) -> tuple[str | None, datetime | None]:
    """Where the last run stopped, and when; None and None if there was none."""
    at = markers.get(tx, markers.SYNC_AT)
    known_until = datetime.fromtimestamp(float(at), UTC) if at else None
    return markers.get(tx, markers.SYNC_TOKEN), known_until
