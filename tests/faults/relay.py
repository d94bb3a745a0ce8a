"""A wire between the bot and its database that can fall silent, as when a host or a switch is gone."""

from __future__ import annotations

import asyncio
from typing import Self


class Relay:
    """`async with` it. While it is silent, nothing goes through and nobody is told."""

    def __init__(self, host: str, port: int) -> None:
        self._to = (host, port)
        self._flows = asyncio.Event()
        self._flows.set()
        self._server: asyncio.Server | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._meet, "127.0.0.1", 0)
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    @property
    def port(self) -> int:
        """Where it listens, on loopback."""
        assert self._server
        return int(self._server.sockets[0].getsockname()[1])

    def fall_silent(self) -> None:
        self._flows.clear()

    def wake(self) -> None:
        """What was held back goes through now."""
        self._flows.set()

    async def _meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, thither = await asyncio.open_connection(*self._to)
        for source, sink in ((reader, thither), (there, writer)):
            task = asyncio.create_task(self._pass_on(source, sink))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _pass_on(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        try:
            while data := await source.read(2**16):
                await self._flows.wait()
                sink.write(data)
                await sink.drain()
            await self._flows.wait()
        except OSError:
            pass
        finally:
            sink.close()
