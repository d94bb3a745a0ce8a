"""Puts the listening side together: from the homeserver's answer to the inbox."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.matrix.config import MatrixConfig, Ports
from bot.matrix.door.homeserver import Homeserver
from bot.matrix.encryption import Encryption
from bot.matrix.listening.flood import Floodgate
from bot.matrix.listening.inbound import Inbound
from bot.matrix.listening.intake import Intake, Taken
from bot.matrix.listening.learning import Learning
from bot.matrix.listening.recalling import Recalling
from bot.matrix.listening.sync import Sync
from bot.matrix.rooms.invites import Invites
from bot.matrix.rooms.joined import Rooms
from bot.matrix.rooms.office import Office
from bot.matrix.said.trail import Trail
from bot.storage.database import Database


def listener(  # noqa: PLR0913 -- joins all that listens
    config: MatrixConfig,
    database: Database,
    homeserver: Homeserver,
    ports: Ports,
    *,
    rooms: Rooms,
    invites: Invites,
    encryption: Encryption,
    recalling: Recalling,
    trail: Trail,
    office: Office,
    done: Callable[[Taken], Awaitable[None]],
) -> Sync:
    """The loop; `done` is told of each batch after its commit."""
    intake = Intake(
        database,
        homeserver,
        Inbound(database, ports.concerns_us, trail),
        rooms,
        invites,
        Floodgate(config.limits, ports.answers, ports.words),
        encryption,
        learning=Learning(encryption, rooms, trail, recalling),
        recalling=recalling,
        words=ports.words,
    )
    return Sync(
        database,
        homeserver,
        intake,
        encryption,
        ports,
        done=done,
        office=office,
        ours=config.user_id,
    )
