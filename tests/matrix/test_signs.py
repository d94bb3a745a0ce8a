"""What an earlier device of ours encrypted is known by the signs beside its ciphertext."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from shutil import copy
from types import SimpleNamespace
from typing import Any, cast

from bot.domain.journal import OutboxRow
from bot.matrix.encryption import Encryption, Sealed
from bot.matrix.listening.opening import Said
from bot.matrix.listening.recalling import Recalling
from bot.matrix.said.echoes import echoes, signs
from bot.storage import epoch, outbox
from bot.storage.database import Database
from bot.storage.sealed import SealedRow
from bot.storage.sqlite import Sqlite
from tests.matrix.fake_homeserver import BOT
from tests.matrix.lotse import PlainWords, say

NOW = datetime(2026, 11, 28, 10, tzinfo=UTC)


async def stored(database: Database) -> OutboxRow:
    row = say("r-$asked", cause="$asked")
    return (await database.write(lambda tx: outbox.add(tx, [row], NOW)))[0]


def shown(row: OutboxRow) -> dict[str, Any]:
    """The event as the homeserver shows it to another device."""
    content = {"ciphertext": "none that we can open", **signs(row)}
    return {"type": "m.room.encrypted", "event_id": "$ours", "sender": BOT, "content": content}


async def closed(events: Sequence[object]) -> Sequence[Sealed]:
    return [Sealed.NO_KEY for _ in events]


async def test_it_is_told_from_others_and_what_it_answered_is_not_answered_again(
    migrated: Path, tmp_path: Path
) -> None:
    copy(migrated, tmp_path / "lotse.db")
    database = Database(Sqlite(tmp_path / "lotse.db"))
    await database.open()
    row = await stored(database)
    encryption = cast("Encryption", SimpleNamespace(open_all=closed))
    (echo,) = await echoes(encryption, BOT, [(row.target, shown(row))])
    assert (echo.is_of("r-$asked"), echo.is_of("r-$other"), echo.closed) == (True, False, False)
    await epoch.declare_old(database)
    await epoch.begin(database, None, NOW)
    recalling = Recalling(database, PlainWords(), BOT, UTC)
    await recalling.load()
    recalling.hear([shown(row)])
    waiting = [
        SealedRow(event_id=one, room_id=row.target, session_id="key", event={}, received_at=NOW)
        for one in ("$asked", "$other")
    ]
    assert [one.event_id for one in recalling.unanswered(Said(waiting=waiting)).waiting] == [
        "$other"
    ]
    await database.close()
