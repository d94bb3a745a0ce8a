"""A bare matrix-nio AsyncClient, in the variants that matter (BENCH_MODE).

serial: the callback awaits the send, as every example does. filter: the callback starts a task,
and /sync is asked for messages only.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Coroutine
from typing import Any

from nio import AsyncClient, MatrixRoom, RoomMessageText

MODE = os.environ["BENCH_MODE"]
ME = os.environ["BENCH_USER"]
IN_FLIGHT = 10
NOTHING: dict[str, list[str]] = {"types": []}
FILTER = {
    "room": {
        "timeline": {
            "types": ["m.room.message", "m.room.member", "m.room.encrypted"],
            "limit": 100,
            "lazy_load_members": True,
        },
        "state": {"types": ["m.room.encryption"], "lazy_load_members": True},
        "ephemeral": NOTHING,
        "account_data": NOTHING,
    },
    "presence": NOTHING,
    "account_data": NOTHING,
}


class Bot:
    def __init__(self, client: AsyncClient) -> None:
        self.client = client
        self.tasks: set[asyncio.Task[None]] = set()

    async def on_message(self, room: MatrixRoom, event: RoomMessageText) -> None:
        if event.sender == ME:
            return
        if event.body.startswith("!echo "):
            work = self.say(room.room_id, event.body[6:])
        elif event.body.startswith("!fanout "):
            work = self.everywhere(event.body[8:])
        else:
            return
        if MODE == "serial":
            await work
        else:
            self.start(work)

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def say(self, room: str, text: str) -> None:
        await self.client.room_send(room, "m.room.message", {"msgtype": "m.notice", "body": text})

    async def everywhere(self, text: str) -> None:
        rooms = iter((await self.client.joined_rooms()).rooms)

        async def worker() -> None:
            for room in rooms:
                await self.say(room, text)

        await asyncio.gather(*(worker() for _ in range(IN_FLIGHT)))


async def main() -> None:
    client = AsyncClient(os.environ["BENCH_HOMESERVER"], ME, os.environ["BENCH_DEVICE"])
    client.restore_login(ME, os.environ["BENCH_DEVICE"], os.environ["BENCH_TOKEN"])
    bot = Bot(client)
    chosen = None if MODE == "serial" else FILTER
    await client.sync(timeout=0, sync_filter=chosen, full_state=MODE == "serial")
    client.add_event_callback(bot.on_message, RoomMessageText)
    await client.sync_forever(timeout=30000, sync_filter=chosen)


asyncio.run(main())
