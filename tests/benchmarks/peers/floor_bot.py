"""The practical limit in Python: one /sync long-poll and one PUT per answer on bare aiohttp.

It answers `!echo TEXT` with TEXT, and says the TEXT of `!fanout TEXT` in every joined room.
"""

from __future__ import annotations

import asyncio
import json
import os
import time
from collections.abc import Coroutine
from typing import Any
from urllib.parse import quote

import aiohttp

BASE = f"{os.environ['BENCH_HOMESERVER']}/_matrix/client/v3"
ME = os.environ["BENCH_USER"]
HEADERS = {"Authorization": f"Bearer {os.environ['BENCH_TOKEN']}"}
IN_FLIGHT = 10
LIMITED = 429
NOTHING: dict[str, list[str]] = {"types": []}
FILTER = json.dumps(
    {
        "room": {
            "timeline": {"types": ["m.room.message"], "limit": 100},
            "state": NOTHING,
            "ephemeral": NOTHING,
            "account_data": NOTHING,
        },
        "presence": NOTHING,
        "account_data": NOTHING,
    }
)


class Bot:
    def __init__(self, http: aiohttp.ClientSession) -> None:
        self.http = http
        self.count = 0
        self.tasks: set[asyncio.Task[None]] = set()

    async def listen(self) -> None:
        since = None
        while True:
            query = {"filter": FILTER, "timeout": "30000" if since else "0"}
            if since:
                query["since"] = since
            async with self.http.get(f"{BASE}/sync", params=query) as answer:
                data = json.loads(await answer.read())
            if since:
                self.hear(data["rooms"].get("join", {}) if "rooms" in data else {})
            since = data["next_batch"]

    def hear(self, joined: dict[str, Any]) -> None:
        for room, news in joined.items():
            for event in news["timeline"]["events"]:
                body = event["content"].get("body", "")
                if event["sender"] == ME:
                    continue
                if body.startswith("!echo "):
                    self.start(self.say(room, body[6:]))
                elif body.startswith("!fanout "):
                    self.start(self.everywhere(body[8:]))

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def say(self, room: str, text: str) -> None:
        self.count += 1
        txn = f"{time.time_ns()}.{self.count}"
        url = f"{BASE}/rooms/{quote(room)}/send/m.room.message/{txn}"
        while True:
            async with self.http.put(url, json={"msgtype": "m.notice", "body": text}) as answer:
                data = _json(await answer.read())
                if answer.status != LIMITED:
                    return
            await asyncio.sleep(data.get("retry_after_ms", 1000) / 1000)

    async def everywhere(self, text: str) -> None:
        # Not from /sync: Synapse leaves out of it the rooms that the filter empties.
        async with self.http.get(f"{BASE}/joined_rooms") as answer:
            rooms = iter((await answer.json())["joined_rooms"])

        async def worker() -> None:
            for room in rooms:
                await self.say(room, text)

        await asyncio.gather(*(worker() for _ in range(IN_FLIGHT)))


def _json(raw: bytes) -> dict[str, Any]:
    try:
        data: dict[str, Any] = json.loads(raw)
    except ValueError:
        return {}
    return data


async def main() -> None:
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(headers=HEADERS, connector=connector) as http:
        await Bot(http).listen()


asyncio.run(main())
