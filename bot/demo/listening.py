"""The hearing half of a person: everything that happens in their rooms, in order, kept in memory."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Callable
from typing import Any

import aiohttp

from bot.demo.api import Api, Json, MatrixError, part
from bot.demo.event import Attachment, Event
from bot.demo.keys import Keys
from bot.matrix.content.attachments import opened

_FILTER = {
    "presence": {"types": []},
    "room": {"timeline": {"limit": 100}, "ephemeral": {"types": []}},
}
_LONG_POLL_MS = 30_000
_LARGEST = 20 * 1024 * 1024


class Listening:
    """An account whose `heard` grows by what arrives after `start`."""

    def __init__(
        self,
        address: str,
        user_id: str,
        token: str,
        *,
        joins: bool = True,
        keys: Keys | None = None,
    ) -> None:
        """With `keys` they read and write in encrypted rooms."""
        self.user_id = user_id
        self.keys = keys
        self.api = Api(address, token)
        self.heard: list[Event] = []
        self._joins = joins
        self._news = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin to listen; what is sent once this has returned will be heard."""
        if self.keys:
            await self.keys.start()
        since = await self._sync(None)
        self._task = asyncio.create_task(self._listen(since))
        self._task.add_done_callback(lambda _: self._tell())

    async def close(self) -> None:
        """Stop listening and close the connection."""
        if self._task:
            self._task.cancel()
            # Why it ended before, if it did, is told to those who listen.
            await asyncio.gather(self._task, return_exceptions=True)
        if self.keys:
            await self.keys.close()
        await self.api.close()

    async def wait_for(
        self, wanted: Callable[[Event], bool], seconds: float = 10, *, start: int = 0
    ) -> Event:
        """The first heard or coming event that is wanted; `start` skips so many of `heard`.

        Raises:
            TimeoutError: None came within that many seconds; names what was heard last.
        """
        try:
            async with asyncio.timeout(seconds):
                async for event in self.events(start):
                    if wanted(event):
                        return event
        except TimeoutError:
            last = [(e.type, e.sender, e.body) for e in self.heard[start:][-5:]]
            raise TimeoutError(f"{self.user_id} waited {seconds} s, heard last: {last}") from None
        raise AssertionError("events never end")

    async def answer_to(self, event_id: str, seconds: float = 10) -> Event:
        """The first message that replies to an event."""
        return await self.wait_for(lambda e: e.reply_to == event_id and e.is_message, seconds)

    async def events(self, start: int = 0) -> AsyncIterator[Event]:
        """Everything heard from place `start` of `heard` on, without an end.

        Raises:
            MatrixError: The homeserver no longer lets this account listen.
        """
        while True:
            while len(self.heard) <= start:
                if self._task and self._task.done():
                    self._task.result()
                await self._news.wait()
            for event in self.heard[start:]:
                start += 1
                yield event

    async def messages(self, room: str) -> list[Event]:
        """The whole history of a room, oldest first."""
        return await self._history(room, "f")

    async def download(self, file: Attachment) -> bytes:
        """What is in a file, as only somebody with an account may know."""
        place = f"{part(file.server)}/{part(file.media_id)}"
        raw = await self.api.fetch(f"/media/download/{place}", most=_LARGEST)
        return raw if file.key is None else await asyncio.to_thread(opened, raw, file.key)

    async def _listen(self, since: str) -> None:
        while True:
            try:
                since = await self._sync(since)
            except (aiohttp.ClientError, TimeoutError, MatrixError) as fault:
                if isinstance(fault, MatrixError) and fault.status < 500:  # noqa: PLR2004 -- below are refusals
                    raise
                # The homeserver is being restarted: people's clients try again, too.
                await asyncio.sleep(0.2)

    def _tell(self) -> None:
        """Wake everyone who waits for news."""
        self._news.set()
        self._news = asyncio.Event()

    async def _sync(self, since: str | None) -> str:
        """One round; the position from which the next one goes on."""
        query = {"filter": json.dumps(_FILTER), "timeout": "0"}
        if since:
            query |= {"since": since, "timeout": str(_LONG_POLL_MS)}
        data = await self.api.request("GET", "/sync", query=query)
        if self.keys:
            await self.keys.hear(data, first=since is None)
        rooms = data.get("rooms", {})
        if since:
            await self._hear(rooms.get("join", {}), since)
        for room in rooms.get("invite", {}) if self._joins else ():
            # The invitation may have been withdrawn meanwhile.
            with contextlib.suppress(MatrixError):
                await self.api.request("POST", f"/join/{part(room)}")
        return str(data["next_batch"])

    async def _hear(self, joined: dict[str, Any], since: str) -> None:
        new: list[Event] = []
        for room, changes in joined.items():
            timeline = changes["timeline"]
            if timeline.get("limited") and timeline.get("prev_batch"):
                earlier = await self._history(room, "b", timeline["prev_batch"], since)
                new += reversed(earlier)
            new += await self._parsed(room, timeline["events"])
        if new:
            self.heard += new
            self._tell()

    async def _parsed(self, room: str, raw: list[Json]) -> list[Event]:
        """Events as they are shown; what cannot be opened stays as it came."""
        opened = await self.keys.opened(room, raw) if self.keys else raw
        return [Event.parse(room, event) for event in opened]

    async def _history(
        self, room: str, direction: str, start: str | None = None, end: str | None = None
    ) -> list[Event]:
        found: list[Event] = []
        query = {"dir": direction, "limit": "1000"}
        if end:
            query["to"] = end
        while True:
            if start:
                query["from"] = start
            page = await self.api.request("GET", f"/rooms/{part(room)}/messages", query=query)
            found += await self._parsed(room, page["chunk"])
            start = page.get("end")
            if not start:
                return found
