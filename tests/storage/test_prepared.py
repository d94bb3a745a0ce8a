"""Statements that bypass SQLAlchemy say, store and find the same, and fail the same, on both."""

import asyncio
from datetime import UTC, datetime

import pytest
from sqlalchemy import bindparam, select, update
from sqlalchemy.exc import IntegrityError

from bot.storage import markers, rooms
from bot.storage.database import Database, Transaction
from bot.storage.prepared import Prepared
from bot.storage.schema import marker, outbox, room

NOW = datetime(2026, 11, 23, 12, 0, 0, 250_000, tzinfo=UTC)


async def test_every_kind_of_value_comes_back_as_it_was_given(database: Database) -> None:
    put = Prepared(outbox.insert())
    values = {
        "key": "k",
        "effect": "send",
        "target": "!r",
        "priority": 0,
        "content": {"body": "Grüße", "list": [1, None]},
        "cause": "$c",
        "state": "new",
        "created_at": NOW,
    }
    get = Prepared(
        select(outbox.c.content, outbox.c.created_at, outbox.c.after, outbox.c.attempts).where(
            outbox.c.key == bindparam("which")
        )
    )
    assert await database.write(lambda tx: put.change(tx, values)) == 1
    (row,) = await database.read(lambda tx: get.rows(tx, {"which": "k"}))
    assert list(row) == [{"body": "Grüße", "list": [1, None]}, NOW, None, 0]
    assert await database.read(lambda tx: list(get.rows(tx, {"which": "other"}))) == []


async def test_a_value_that_stands_in_the_statement_needs_none(database: Database) -> None:
    def work(tx: Transaction) -> tuple[int, int]:
        for name in "ab":
            rooms.enter(tx, name, joined_at=NOW)
        leave = Prepared(
            update(room)
            .where(room.c.joined == True, room.c.room_id == bindparam("which"))  # noqa: E712 -- SQL
            .values(joined=False)
        )
        return leave.change(tx, {"which": "a"}), leave.change(tx, {"which": "a"})

    assert await database.write(work) == (1, 0)
    assert [one.room_id for one in await database.read(rooms.joined)] == ["b"]


async def test_a_fault_is_sqlalchemys_and_holds_no_value(database: Database) -> None:
    put = Prepared(marker.insert())
    given = {"name": "twice", "value": "secret"}
    await database.write(lambda tx: put.change(tx, given))
    with pytest.raises(IntegrityError) as fault:
        await database.write(lambda tx: put.change(tx, given))
    assert "secret" not in str(fault.value)


async def test_what_a_neighbour_refuses_is_undone_and_the_rest_is_kept(database: Database) -> None:
    def good(tx: Transaction) -> None:
        markers.put(tx, "good", "1")

    def bad(tx: Transaction) -> None:
        markers.put(tx, "bad", "1")
        raise LookupError

    outcomes = await asyncio.gather(
        database.write(good), database.write(bad), return_exceptions=True
    )
    assert [type(outcome) for outcome in outcomes] == [type(None), LookupError]
    found = await database.read(lambda tx: [markers.get(tx, name) for name in ("good", "bad")])
    assert found == ["1", None]


async def test_work_without_sqlalchemy_is_undone(database: Database) -> None:
    def bad(tx: Transaction) -> None:
        markers.put(tx, "name", "changed")
        raise LookupError

    await database.write(lambda tx: markers.put(tx, "name", "first"))
    with pytest.raises(LookupError):
        await database.write(bad)
    assert await database.read(lambda tx: markers.get(tx, "name")) == "first"
    await database.write(lambda tx: markers.put(tx, "name", "changed"))
    assert await database.read(lambda tx: markers.get(tx, "name")) == "changed"
