"""The way between the bot and the simulated homeserver, with its weather."""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from email.utils import format_datetime
from http import HTTPStatus
from urllib.parse import urlsplit

from bot.matrix import Answer, Request
from tests.simulation.homeserver import Homeserver, Refusal
from tests.simulation.machine import Killed, Plug

_NEAR, _FAR = 0.002, 0.2


@dataclass(slots=True)
class Weather:
    """What happens to requests just now; chances are between 0 and 1."""

    refused: bool = False
    """The homeserver is not there."""
    bad_gateway: bool = False
    hangs: float = 0.0
    cut_before: float = 0.0
    """The request gets lost."""
    cut_after: float = 0.0
    """The answer gets lost."""
    lost: str = ""
    """The answers to requests to such addresses get lost."""
    poison: float = 0.0
    """A 500, although others pass."""
    slow: float = 1.0

    @property
    def dead(self) -> bool:
        return self.refused or self.bad_gateway


@dataclass(slots=True)
class Network:
    """What all lives of the bot share: the weather, and a note of every request."""

    homeserver: Homeserver
    dice: random.Random
    weather: Weather = field(default_factory=Weather)
    trace: list[str] = field(default_factory=list)
    frozen_until: float = 0.0
    """The bot's machine sleeps until then: no answer reaches it."""
    at: list[float] = field(default_factory=list)
    """When each request left, on the loop's clock."""
    under_way: int = 0
    """Requests that wait for an answer, besides those that listen."""
    answered: list[tuple[float, str]] = field(default_factory=list)


class VirtualWire:
    """One life's way to the homeserver."""

    def __init__(self, network: Network, plug: Plug, died: Callable[[], None]) -> None:
        self._network = network
        self._plug = plug
        self._died = died

    async def carry(self, request: Request) -> Answer:
        listens = "/sync" in request.url
        self._network.under_way += not listens
        try:
            async with asyncio.timeout(request.patience):
                return await self._carried(request)
        finally:
            self._network.under_way -= not listens

    async def _carried(self, request: Request) -> Answer:
        network, path = self._network, urlsplit(request.url).path
        label = f"{request.method} {path}"
        await self._step(f"{label} leaves")
        left = asyncio.get_running_loop().time()
        network.at.append(left)
        network.trace.append(f"{left:.3f} {label}")
        await asyncio.sleep(self._latency())
        answer = await self._at_homeserver(request, left)
        await self._step(f"{label} arrived")
        await asyncio.sleep(self._latency())
        while (asleep := network.frozen_until - asyncio.get_running_loop().time()) > 0:
            await asyncio.sleep(asleep)
        if answer.status == HTTPStatus.TOO_MANY_REQUESTS:
            self._close(json.loads(answer.body))
        network.trace.append(f"{asyncio.get_running_loop().time():.3f} {label} {answer.status}")
        if answer.status == HTTPStatus.OK:
            network.answered.append((asyncio.get_running_loop().time(), label))
        return answer

    async def _at_homeserver(self, request: Request, left: float) -> Answer:
        weather, chance = self._network.weather, self._network.dice.random
        if weather.refused or chance() < weather.cut_before:
            raise ConnectionRefusedError("no homeserver")
        if weather.bad_gateway:
            return Answer(status=HTTPStatus.BAD_GATEWAY, headers={}, body=b"<html>")
        if chance() < weather.hangs:
            await asyncio.Event().wait()
        if chance() < weather.poison:
            return Answer(status=HTTPStatus.INTERNAL_SERVER_ERROR, headers={}, body=b"{}")
        homeserver = self._network.homeserver
        try:
            body, status = await homeserver.answer(request, left), int(HTTPStatus.OK)
        except Refusal as refusal:
            body, status = refusal.body, refusal.status
        lost = bool(weather.lost) and weather.lost in request.url
        if chance() < self._network.weather.cut_after or lost:
            raise ConnectionResetError("the answer got lost")
        date = format_datetime(homeserver.now(), usegmt=True)
        body = body.get("", body)
        return Answer(status=status, headers={"Date": date}, body=json.dumps(body).encode())

    def _close(self, body: dict[str, float]) -> None:
        """From now on the bot knows until when it should wait."""
        now = asyncio.get_running_loop().time()
        self._network.homeserver.hear_patience(now, body["retry_after_ms"] / 1000)

    def _latency(self) -> float:
        return self._network.dice.uniform(_NEAR, _FAR) * self._network.weather.slow

    async def _step(self, label: str) -> None:
        try:
            self._plug.step(label)
        except Killed:
            self._died()
            await asyncio.Event().wait()
