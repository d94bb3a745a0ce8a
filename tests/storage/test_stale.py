"""What waits in the outbox and may not leave as it stands."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain.journal import Outgoing
from bot.storage import outbox, stale
from bot.storage.database import Database

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)


def effect(key: str, not_after: datetime | None) -> Outgoing:
    content = {"body": "Grüße"}
    return Outgoing(key=key, target="!r:hs", content=content, cause="$e", not_after=not_after)


async def add(database: Database, *effects: Outgoing) -> tuple[int, ...]:
    rows = await database.write(lambda tx: outbox.add(tx, effects, NOW))
    return tuple(row.seq for row in rows)


async def waiting(database: Database, now: datetime) -> list[str]:
    rows = await database.read(lambda tx: stale.waiting(tx, now))
    return [row.key for row in rows]


async def leaving(database: Database, now: datetime) -> list[str]:
    rows = await database.read(lambda tx: outbox.unfinished(tx, now))
    return [row.key for row in rows]


async def test_what_is_stale_waits_and_everything_else_leaves(database: Database) -> None:
    _, tried, _ = await add(database, effect("a", LATER), effect("b", LATER), effect("c", None))
    await database.write(lambda tx: outbox.mark_sending(tx, [tried], "D", NOW))
    before = LATER - timedelta(seconds=1)
    assert (await leaving(database, before), await waiting(database, before)) == (
        ["a", "b", "c"],
        [],
    )
    assert (await leaving(database, LATER), await waiting(database, LATER)) == (["b", "c"], ["a"])


async def test_what_is_put_back_waits_and_it_stays_known_when_it_was_tried(
    database: Database,
) -> None:
    (row,) = await add(database, effect("a", LATER))
    await database.write(lambda tx: outbox.mark_sending(tx, [row], "D", NOW))
    await database.write(lambda tx: stale.put_back(tx, row))
    (back,) = await database.read(lambda tx: stale.waiting(tx, LATER))
    assert (back.device_id, back.first_attempt_at) == ("D", NOW)


async def test_what_was_heard_of_meanwhile_is_not_put_back(database: Database) -> None:
    (row,) = await add(database, effect("a", LATER))
    await database.write(lambda tx: outbox.mark_sent(tx, row, "$a", NOW))
    await database.write(lambda tx: stale.put_back(tx, row))
    assert await waiting(database, LATER) == []


async def test_what_is_renewed_leaves_as_it_stands(database: Database) -> None:
    (row,) = await add(database, effect("a", NOW + timedelta(seconds=1)))
    await database.write(lambda tx: stale.renew(tx, row, LATER + timedelta(hours=1)))
    assert await leaving(database, LATER) == ["a"]


async def test_only_what_waits_says_something_else(database: Database) -> None:
    await add(database, effect("a", LATER), effect("b", LATER + timedelta(hours=2)))
    said = {"body": "Verspätete Grüße"}
    again = [
        replace(effect(key, LATER + timedelta(hours=1)), content=said) for key in ("a", "b", "c")
    ]
    rows = await database.write(lambda tx: stale.reword(tx, again, LATER))
    assert [(row.key, row.content) for row in rows] == [("a", said)]
    assert await leaving(database, LATER) == ["a", "b"]
    stored = await database.read(outbox.unfinished)
    assert [row.content for row in stored] == [said, {"body": "Grüße"}]
