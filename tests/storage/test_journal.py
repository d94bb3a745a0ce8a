"""Inbox and outbox: every event once, every effect once, through to its one outcome."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import aiosqlite
import pytest

from bot.domain.dialogue.message import Message
from bot.domain.journal import (
    InboxKind,
    InboxState,
    Incoming,
    OutboxState,
    Outgoing,
)
from bot.storage import inbox, outbox
from bot.storage.database import Database, Transaction
from bot.storage.sqlite import Sqlite

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def command(event_id: str, text: str = "!hilfe", replaces: str | None = None) -> Incoming:
    message = Message(
        event_id=event_id,
        room_id="!r:hs",
        sender="@anna:hs",
        text=text,
        sent_at=NOW - timedelta(seconds=1.5),
        replaces=replaces,
    )
    return Incoming(event_id=event_id, room_id="!r:hs", kind=InboxKind.COMMAND, message=message)


def other(event_id: str) -> Incoming:
    return Incoming(event_id=event_id, room_id="!r:hs", kind=InboxKind.OTHER)


def effect(key: str) -> Outgoing:
    return Outgoing(key=key, target="!r:hs", content={"body": "Grüße"}, cause="$e")


async def test_new_commands_come_back_whole_and_in_order(database: Database) -> None:
    given = [command("$1", "eins"), other("$2"), command("$3", "drei")]
    rows = await database.write(lambda tx: inbox.add(tx, given, NOW))
    assert [row.message for row in rows] == [given[0].message, given[2].message]


async def test_an_event_enters_once(database: Database) -> None:
    await database.write(lambda tx: inbox.add(tx, [command("$1")], NOW))
    again = await database.write(lambda tx: inbox.add(tx, [command("$1"), command("$2")], NOW))
    assert [row.event_id for row in again] == ["$2"]


async def test_an_event_twice_in_one_batch_enters_once(database: Database) -> None:
    rows = await database.write(lambda tx: inbox.add(tx, [command("$1"), command("$1")], NOW))
    assert [row.event_id for row in rows] == ["$1"]


async def test_a_command_has_one_outcome_and_its_text_goes(database: Database) -> None:
    (row,) = await database.write(lambda tx: inbox.add(tx, [command("$1")], NOW))
    outcomes = [
        await database.write(lambda tx: inbox.finish(tx, row, InboxState.DONE, NOW, "hilfe"))
        for _ in range(2)
    ]
    assert outcomes == [True, False]
    assert await database.read(inbox.unfinished) == ()


async def test_a_redaction_withdraws_what_still_waits(database: Database) -> None:
    redaction = Incoming(event_id="$2", room_id="!r:hs", kind=InboxKind.REDACTION, target="$1")
    await database.write(lambda tx: inbox.add(tx, [command("$1")], NOW))
    await database.write(lambda tx: inbox.add(tx, [redaction], NOW))
    assert await database.read(inbox.unfinished) == ()


async def test_an_edit_replaces_the_text_of_what_still_waits(database: Database) -> None:
    await database.write(lambda tx: inbox.add(tx, [command("$1", "!hifle")], NOW))
    replaced = await database.write(lambda tx: inbox.replace_text(tx, "$1", "!hilfe"))
    (row,) = await database.read(inbox.unfinished)
    assert (replaced, row.message.text) == (True, "!hilfe")


async def test_an_effect_is_stored_once_by_its_key(database: Database) -> None:
    first = await database.write(lambda tx: outbox.add(tx, [effect("k1")], NOW))
    again = await database.write(lambda tx: outbox.add(tx, [effect("k1"), effect("k2")], NOW))
    assert [row.key for row in (*first, *again)] == ["k1", "k2"]


async def test_an_effect_that_leaves_with_its_commit_is_stored_as_sending(
    database: Database,
) -> None:
    rows = await database.write(
        lambda tx: outbox.add(tx, [effect("k1"), effect("k2")], NOW, leaving={"k1"}, device="D")
    )
    assert [(r.state, r.device_id, r.attempts) for r in rows] == [
        (OutboxState.SENDING, "D", 1),
        (OutboxState.NEW, None, 0),
    ]


async def test_the_first_attempt_is_remembered_and_attempts_are_counted(
    database: Database,
) -> None:
    (row,) = await database.write(lambda tx: outbox.add(tx, [effect("k1")], NOW))
    for minutes in (1, 2):
        moment = NOW + timedelta(minutes=minutes)
        await database.write(partial(outbox.mark_sending, rows=[row.seq], device="D", now=moment))
    (stored,) = await database.read(outbox.unfinished)
    assert (stored.attempts, stored.first_attempt_at) == (2, NOW + timedelta(minutes=1))


async def test_what_was_sent_is_found_by_its_event_and_not_sent_again(
    database: Database,
) -> None:
    (row,) = await database.write(lambda tx: outbox.add(tx, [effect("k1")], NOW))
    await database.write(lambda tx: outbox.mark_sent(tx, row.seq, "$sent", NOW))
    found = await database.read(lambda tx: outbox.by_event(tx, "$sent"))
    assert found is not None
    assert (found.key, found.content) == ("k1", {"body": "Grüße"})
    assert await database.read(outbox.unfinished) == ()


async def test_a_night_of_events_is_stored_in_one_go(database: Database) -> None:
    night = [other(f"$night{n}") for n in range(40_000)]
    await database.write(lambda tx: inbox.add(tx, night, NOW))
    again = await database.write(lambda tx: inbox.add(tx, [*night, command("$1")], NOW))
    assert [row.event_id for row in again] == ["$1"]


@pytest.mark.parametrize(
    ("look", "index"), [(inbox.unfinished, "inbox_open"), (outbox.unfinished, "outbox_open")]
)
async def test_whoever_looks_for_what_is_open_reads_nothing_that_is_done(
    migrated: Path, tmp_path: Path, look: Callable[[Transaction], object], index: str
) -> None:
    asked: list[tuple[str, Any]] = []

    class Noting(sqlite3.Connection):
        def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
            asked.append((sql, parameters))
            return super().execute(sql, parameters)

    path = Path(shutil.copy(migrated, tmp_path))
    engine = Sqlite(path, partial(aiosqlite.connect, factory=Noting))
    await engine.open()
    await engine.read(look)
    await engine.close()
    sql, values = next(one for one in asked if ".state " in one[0])
    with closing(sqlite3.connect(path)) as file:
        plan = file.execute(f"EXPLAIN QUERY PLAN {sql}", values).fetchall()
    assert index in str(plan)
