"""The bot's account in Matrix: all parts of this package, made, opened, run and closed together."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.journal import OutboxRow, Outgoing
from bot.matrix.config import MatrixConfig, Ports
from bot.matrix.door.errors import MatrixError
from bot.matrix.encryption import Encryption, NoEncryption, Obstacle
from bot.matrix.listening.intake import Taken
from bot.matrix.listening.listener import listener
from bot.matrix.listening.recalling import Recalling
from bot.matrix.login.session import Session
from bot.matrix.rooms.attention import Attending
from bot.matrix.rooms.invites import InvitePolicy, Invites
from bot.matrix.rooms.joined import Rooms
from bot.matrix.rooms.members import CommunityMembers
from bot.matrix.rooms.menus import Menus
from bot.matrix.rooms.office import Office
from bot.matrix.rooms.upgrades import Upgrades
from bot.matrix.said.trail import Trail
from bot.matrix.sending.carrying import outbound
from bot.matrix.sending.unstored import say_unstored
from bot.storage.database import Database

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """How it goes: moments in UTC, spans in seconds."""

    last_sync: datetime | None
    settled: bool
    """Whether it is known which rooms were replaced while we were away."""
    trouble: str
    """Why nothing is heard now, an English line; empty if all is well."""
    waiting: int
    oldest: float
    """How long the oldest waiting row waits in this run."""
    clock_offset: float | None
    """How far our clock is ahead of the homeserver's."""
    server_date: datetime | None
    """The homeserver's own time at its latest answer."""
    server_boot: float | None
    """Seconds since our machine started, sleep included, when that answer came."""


class Matrix:
    """`open`, `run` in a task, `stop_listening`, cancel the task, `close`."""

    def __init__(self, config: MatrixConfig, database: Database, ports: Ports) -> None:
        self._ports = ports
        self._session = Session(config, ports.machine, ports.wire)
        homeserver = self._session.homeserver
        homeserver.leads = ports.leads
        ours = config.user_id
        self._encryption = _encryption(config, self._session, database, ports, self._carry)
        self._rooms = Rooms(database, ports.words, ours, lambda: self._encryption.obstacle)
        self.members = CommunityMembers(homeserver, ports.space, self._served)
        policy = InvitePolicy(config.invite_servers, config.invite_people, config.admins)
        self._invites = Invites(database, homeserver, policy, self.members, ports.space)
        office = Office(database, ports.words, ports.now, self._carry)
        self._upgrades = Upgrades(database, homeserver, self._rooms, ports.rooms_changed, office)
        self.attention = Attending(homeserver, self._rooms, ours)
        self.recalling = Recalling(database, ports.words, ours, config.zone)
        trail = Trail()
        self.carrier = outbound(
            database, self._session, self._encryption, self._rooms, self.recalling, trail, ports
        )
        free, pause = self.carrier.lanes.is_idle, config.menu_pause
        self._menus = Menus(database, homeserver, self._rooms, ports.menus, free, ours, pause)
        self._sync = listener(
            config,
            database,
            homeserver,
            ports,
            rooms=self._rooms,
            invites=self._invites,
            encryption=self._encryption,
            recalling=self.recalling,
            trail=trail,
            office=office,
            done=self._stored,
        )
        self._listening: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Log in, waiting for the homeserver as long as it takes, and take up what was left.

        Raises:
            Unauthorised: the account cannot be used.
        """
        await self._session.open()
        await self._encryption.open()
        await self._session.introduce()
        await self._rooms.load()
        await self.recalling.load()
        await self._menus.load()
        await self.carrier.resume()

    async def run(self) -> None:
        """Listen and send, until cancelled.

        Raises:
            Unauthorised: the homeserver no longer knows us.
        """
        try:
            async with asyncio.TaskGroup() as group:
                self._listening = group.create_task(self._listen(), name="listening")
                group.create_task(self.carrier.run(), name="sending")
                group.create_task(self._tend_keys(), name="keys")
                group.create_task(self._session.tokens.run(), name="tokens")
        except BaseExceptionGroup as faults:
            ours, others = faults.split(MatrixError)
            if ours is None or others is not None:
                raise
            raise _first(ours) from None

    async def stop_listening(self) -> None:
        """Nothing new comes in from now on; what is to be sent still leaves."""
        if self._listening:
            self._listening.cancel()
            await asyncio.wait([self._listening])

    async def close(self, patience: float = 5.0) -> None:
        """Let what is being sent end, at most that many seconds; the login stays."""
        await self.carrier.close(patience)
        await self.attention.close(patience)
        await self._encryption.close()
        await self._session.close()

    async def say_unstored(self, words: Sequence[Outgoing]) -> None:
        """Say something for which there is no room in the database."""
        await say_unstored(self.carrier.delivery, words, self.carrier.device, self._ports.now())

    def health(self) -> Health:
        """How it goes now."""
        return Health(
            last_sync=self._sync.last_at,
            settled=self._upgrades.settled,
            trouble=str(self._sync.trouble or ""),
            waiting=len(self.carrier.lanes),
            oldest=self.carrier.lanes.oldest(),
            clock_offset=self._session.homeserver.clock.offset,
            server_date=self._session.homeserver.clock.date,
            server_boot=self._session.homeserver.clock.boot,
        )

    async def _tend_keys(self) -> None:
        await self._encryption.run()

    def _carry(self, rows: Sequence[OutboxRow]) -> None:
        self.carrier.carry(rows)

    async def _listen(self) -> None:
        async with asyncio.TaskGroup() as group:
            group.create_task(self._sync.run(), name="sync")
            group.create_task(self._invites.run(), name="invitations")
            group.create_task(self._upgrades.run(), name="upgrades")
            group.create_task(self._menus.run(), name="menus")

    async def _stored(self, taken: Taken) -> None:
        """Tell the others of a batch that is durable."""
        self.carrier.hearten()
        self.members.forget(taken.batch.news)
        self.members.heard(row.message.sender for row in taken.rows if not row.message.direct)
        try:
            if taken.noted.rooms:
                await self._ports.rooms_changed()
        finally:
            # It is stored and will not come again: whatever fails, it must be handed on.
            self.carrier.carry(taken.posts)
            self._ports.take(taken.rows)
            self.attention.seen(taken.rows)
            await self._menus.heard(taken.batch)
        if taken.batch.invitations:
            self._invites.wake()
        self._upgrades.heard(replaced=bool(taken.noted.upgraded))

    def _served(self) -> list[str]:
        return [room.room_id for room in self._rooms.all() if room.direct_with is None]


def _encryption(
    config: MatrixConfig,
    session: Session,
    database: Database,
    ports: Ports,
    carry: Callable[[Sequence[OutboxRow]], None],
) -> Encryption:
    if config.share_with is None:
        return NoEncryption(Obstacle.OFF)
    try:
        from bot.matrix.crypto.building import build  # noqa: PLC0415 -- may be missing
    except ImportError:
        log.exception("without its libraries there is no encryption")
        return NoEncryption(Obstacle.LIBRARIES)
    return build(config, session, database, ports, carry)


def _first(faults: BaseException) -> BaseException:
    while isinstance(faults, BaseExceptionGroup):
        faults = faults.exceptions[0]
    return faults
