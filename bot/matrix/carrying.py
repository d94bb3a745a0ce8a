"""Puts the sending side together: from the outbox to the homeserver."""

from __future__ import annotations

from bot.matrix.burial import Burial
from bot.matrix.config import Ports
from bot.matrix.delivery import Delivery
from bot.matrix.directs import Directs
from bot.matrix.encryption import Encryption
from bot.matrix.marks import Marks
from bot.matrix.outbound import Outbound
from bot.matrix.recalling import Recalling
from bot.matrix.refusals import Refusals
from bot.matrix.rooms import Rooms
from bot.matrix.session import Session
from bot.matrix.trail import Trail
from bot.services.timing import ThisMachine
from bot.storage.database import Database


def outbound(
    database: Database,
    session: Session,
    encryption: Encryption,
    joined: Rooms,
    recalling: Recalling,
    trail: Trail,
    ports: Ports,
) -> Outbound:
    """What carries the outbox out."""
    now = ports.now
    marks = Marks(database, now)
    directs = Directs(database, session, encryption, joined, now)
    delivery = Delivery(
        database,
        session,
        encryption,
        joined,
        directs,
        marks,
        trail,
        recalling=recalling,
        now=now,
    )
    burial = Burial(database, ports.words, now, ports.question_changed)
    refusals = Refusals(database, ports.machine or ThisMachine())
    return Outbound(database, session, delivery, marks, trail, burial, refusals=refusals, now=now)
