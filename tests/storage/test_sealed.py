"""Events that wait for their key: nobody fills the store alone."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial

from bot.storage import sealed
from bot.storage.database import Database
from bot.storage.sealed import MOST, MOST_OF_ONE, SealedRow

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def events(sender: str, count: int) -> Sequence[SealedRow]:
    return [
        SealedRow(
            event_id=f"${sender} {number}",
            room_id="!r:hs",
            session_id="s",
            event={"type": "m.room.encrypted", "sender": sender},
            received_at=NOW,
        )
        for number in range(count)
    ]


async def test_one_sender_leaves_room_for_others(database: Database) -> None:
    await database.write(partial(sealed.add, rows=events("@m:hs", MOST_OF_ONE + 50)))
    await database.write(partial(sealed.add, rows=events("@m:hs", MOST_OF_ONE + 50)))
    await database.write(partial(sealed.add, rows=events("@anna:hs", 3)))
    senders = [row.event["sender"] for row in await database.read(sealed.waiting)]
    assert senders.count("@m:hs") == MOST_OF_ONE
    assert senders.count("@anna:hs") == 3


async def test_all_together_have_an_end(database: Database) -> None:
    for number in range(MOST // MOST_OF_ONE + 2):
        await database.write(partial(sealed.add, rows=events(f"@{number}:hs", MOST_OF_ONE)))
    assert len(await database.read(sealed.waiting)) == MOST
