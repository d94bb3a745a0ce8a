"""Whether the database is the one of the last run, or an older copy that was put back.

A file beside the database and a marker in it hold the same word, which changes at every start;
copies made by us hold a word of their own. Where the two differ, the database has forgotten what
the rooms have seen: for a day of running nothing leaves before its room was asked for it.
"""

import json
import os
import secrets
import sqlite3
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.storage import markers, outbox
from bot.storage.database import Database, Transaction

_EPOCH, _DOUBT = "boot-epoch", "doubt"
_OLD = "old"
_LASTS = timedelta(days=1)
_UNKNOWN = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Doubt:
    """What may have been said since `since` is looked for before it is said, `until` then."""

    name: str
    since: datetime
    until: datetime
    told: bool = False
    """Whether the homeserver's account of that time was read, and the office told."""


def when(moment: datetime) -> str:
    """The word of a copy made at that moment."""
    return f"copy of {moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}"


def stamp_copy(copy: sqlite3.Connection, word: str) -> None:
    """Give a copy its own word."""
    copy.execute("INSERT OR REPLACE INTO marker (name, value) VALUES (?, ?)", (_EPOCH, word))


async def begin(database: Database, file: Path | None, now: datetime) -> Doubt | None:
    """Begin a new epoch; the doubt that this run has to live with, if any.

    `file` lies beside the database; None where several machines share one, so that only
    `declare_old` tells. Until the database has the new word the file holds both.
    """
    fresh = secrets.token_hex(8)
    if file is None:
        return await database.write(lambda tx: _begin(tx, fresh, now, older=_is_declared(tx)))
    known = _read(file)
    _write(file, [*known[-1:], fresh])
    found = await database.write(lambda tx: _begin(tx, fresh, now, older=_differs(tx, known)))
    _write(file, [fresh])
    return found


async def declare_old(database: Database) -> None:
    """Other tools put an older copy in place."""
    await database.write(lambda tx: markers.put(tx, _EPOCH, _OLD))


def doubt(tx: Transaction) -> Doubt | None:
    """The doubt that is stored."""
    stored = markers.get(tx, _DOUBT)
    if stored is None:
        return None
    name, since, until, told = json.loads(stored)
    return Doubt(name, _moment(since), _moment(until), told)


def settle(tx: Transaction, told: Doubt) -> Doubt:
    """The office was told."""
    settled = replace(told, told=True)
    _store(tx, settled)
    return settled


def _is_declared(tx: Transaction) -> bool:
    return markers.get(tx, _EPOCH) == _OLD


def _differs(tx: Transaction, known: list[str]) -> bool:
    """Databases of before there were epochs have no word, and then there is no file either."""
    stored = markers.get(tx, _EPOCH)
    return stored not in known and (stored is not None or bool(known))


def _begin(tx: Transaction, fresh: str, now: datetime, *, older: bool) -> Doubt | None:
    markers.put(tx, _EPOCH, fresh)
    found = Doubt(fresh, _last(tx) or now - _UNKNOWN, now + _LASTS) if older else doubt(tx)
    if found is None:
        return None
    # Whatever waits may have been sent by the life that is forgotten.
    outbox.doubt(tx)
    if not found.told:
        found = replace(found, until=now + _LASTS)
    elif now > found.until:
        markers.drop(tx, _DOUBT)
        return None
    _store(tx, found)
    return found


def _last(tx: Transaction) -> datetime | None:
    stored = markers.get(tx, markers.SYNC_AT)
    return datetime.fromtimestamp(float(stored), UTC) if stored else None


def _store(tx: Transaction, kept: Doubt) -> None:
    value = [kept.name, kept.since.timestamp(), kept.until.timestamp(), kept.told]
    markers.put(tx, _DOUBT, json.dumps(value))


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def _read(file: Path) -> list[str]:
    return file.read_text("utf-8").split("\n") if file.exists() else []


def _write(file: Path, words: list[str]) -> None:
    new = file.with_suffix(".new")
    with new.open("w", encoding="utf-8") as opened:
        opened.write("\n".join(words))
        opened.flush()
        os.fsync(opened.fileno())
    new.replace(file)
