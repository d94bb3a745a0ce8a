"""Puts the sending side together: from the outbox to the homeserver."""

from __future__ import annotations

from bot.matrix.config import Ports
from bot.matrix.encryption import Encryption
from bot.matrix.listening.recalling import Recalling
from bot.matrix.login.session import Session
from bot.matrix.rooms.directs import Directs
from bot.matrix.rooms.joined import Rooms
from bot.matrix.said.trail import Trail
from bot.matrix.sending.burial import Burial
from bot.matrix.sending.delivery import Delivery
from bot.matrix.sending.marks import Marks
from bot.matrix.sending.outbound import Outbound
from bot.matrix.sending.refusals import Refusals
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
