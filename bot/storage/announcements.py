"""The office's own announcements: when, what, for which rooms, and by whom."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import bindparam, select, update

from bot.domain.plans.announcement import Announcement, Repeat, Rule
from bot.storage.database import Transaction
from bot.storage.prepared import Prepared
from bot.storage.schema import announcement

_COLUMNS = tuple(column.name for column in announcement.c)
_get = Prepared(select(announcement).where(announcement.c.number == bindparam("which")))


def add(
    tx: Transaction, rule: Rule, text: str, rooms: tuple[str, ...], by: str, now: datetime
) -> Announcement:
    """Store an announcement; without `rooms` it is for the announcement rooms."""
    values = {"rule": _stored(rule), "text": text, "rooms": list(rooms), "stopped": False}
    done = tx.execute(
        announcement.insert()
        .values(**values, created_by=by, created_at=now)
        .returning(announcement)
    )
    return _announcement(done.one())


def get(tx: Transaction, number: int) -> Announcement | None:
    """The announcement of that short number."""
    found = _get.rows(tx, {"which": number})
    return _announcement(found[0]) if found else None


def running(tx: Transaction) -> tuple[Announcement, ...]:
    """Those that nobody stopped, by number; some of them may have come for the last time."""
    found = tx.execute(
        select(announcement)
        .where(announcement.c.stopped == False)  # noqa: E712 -- SQL
        .order_by(announcement.c.number)
    )
    return tuple(_announcement(row) for row in found)


def stop(tx: Transaction, number: int) -> bool:
    """It comes no more; False if it was stopped before or never was."""
    done = tx.execute(
        update(announcement)
        .where(announcement.c.number == number, announcement.c.stopped == False)  # noqa: E712 -- SQL
        .values(stopped=True)
    )
    return done.rowcount == 1


def resume(tx: Transaction, number: int) -> None:
    """It comes again."""
    tx.execute(update(announcement).where(announcement.c.number == number).values(stopped=False))


def _announcement(row: Sequence[Any]) -> Announcement:
    values = dict(zip(_COLUMNS, row, strict=True))
    return Announcement(
        **{**values, "rule": _rule(values["rule"]), "rooms": tuple(values["rooms"])}
    )


def _stored(rule: Rule) -> dict[str, object]:
    return {
        "repeat": rule.repeat,
        "start": rule.start.isoformat(),
        "at": rule.at.isoformat(),
        "zone": rule.zone,
        "weeks": rule.weeks,
        "day": rule.day,
        "until": rule.until.isoformat() if rule.until else None,
    }


def _rule(stored: Mapping[str, Any]) -> Rule:
    until = stored["until"]
    return Rule(
        repeat=Repeat(stored["repeat"]),
        start=date.fromisoformat(stored["start"]),
        at=time.fromisoformat(stored["at"]),
        zone=stored["zone"],
        weeks=stored["weeks"],
        day=stored["day"],
        until=date.fromisoformat(until) if until else None,
    )
