"""The benchmarks stand on the stub's counting: a bot that loses or doubles must be caught."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

import aiohttp
import pytest

from tests.benchmarks.load import Count, count, settle
from tests.benchmarks.stub import Ground, Stub
from tests.benchmarks.stub_rooms import BOT
from tests.benchmarks.stub_sending import Limit

WHOLE = '{"room": {"timeline": {"limit": 100}}}'
Json = dict[str, Any]
Transactions = Callable[[int, str], list[str]]


class Toy:
    """A bot that sends one answer for each transaction id that `transactions` gives it."""

    def __init__(self, http: aiohttp.ClientSession, transactions: Transactions) -> None:
        self._http = http
        self._transactions = transactions
        self.statuses: list[int] = []

    async def listen(self) -> None:
        since, heard = "s0", 0
        while True:
            data = await self._sync({"since": since, "timeout": "5000", "filter": WHOLE})
            since = data["next_batch"]
            for room, news in data["rooms"]["join"].items():
                for event in news["timeline"]["events"]:
                    if event["sender"] != BOT:
                        await self._answer(heard, room, event["content"]["body"])
                        heard += 1

    async def _sync(self, query: dict[str, str]) -> Json:
        async with self._http.get("/_matrix/client/v3/sync", params=query) as answer:
            data: Json = await answer.json()
            return data

    async def _answer(self, number: int, room: str, body: str) -> None:
        for transaction in self._transactions(number, room):
            path = f"/_matrix/client/v3/rooms/{room}/send/m.room.message/{transaction}"
            async with self._http.put(path, json={"msgtype": "m.notice", "body": body}) as answer:
                self.statuses.append(answer.status)


def honest(number: int, room: str) -> list[str]:
    return [f"{room}-{number}"]


def losing(number: int, room: str) -> list[str]:
    return [] if number % 3 == 0 else honest(number, room)


def doubling(number: int, room: str) -> list[str]:
    return [*honest(number, room), f"again-{number}"] if number % 3 == 0 else honest(number, room)


def repeating(number: int, room: str) -> list[str]:
    return honest(number, room) * 2


@asynccontextmanager
async def toy(stub: Stub, transactions: Transactions) -> AsyncIterator[Toy]:
    async with stub.serving(), aiohttp.ClientSession(stub.address) as http:
        bot = Toy(http, transactions)
        listening = asyncio.create_task(bot.listen())
        yield bot
        listening.cancel()
        with suppress(asyncio.CancelledError):
            await listening


@pytest.mark.parametrize(
    ("transactions", "expected"),
    [
        (honest, Count(6, 0, 0)),
        (losing, Count(6, 2, 0)),
        (doubling, Count(6, 0, 2)),
        (repeating, Count(6, 0, 0)),
    ],
)
async def test_lost_and_doubled_answers_are_counted_and_repeated_requests_are_not(
    transactions: Transactions, expected: Count
) -> None:
    stub = Stub(Ground(rooms=2))
    async with toy(stub, transactions):
        questions = [await stub.load.ask("!echo {nonce}", stub.rooms[n % 2]) for n in range(6)]
        await settle(questions, patience=0.3)
    assert count(questions) == expected


async def test_a_bot_that_does_not_repeat_failed_sends_loses_those_that_were_not_stored() -> None:
    stub = Stub(Ground(rooms=1, fail=1.0))
    async with toy(stub, honest) as bot:
        questions = [await stub.load.ask("!echo {nonce}", stub.rooms[0]) for _ in range(20)]
        await settle(questions, patience=0.3)
    assert {502} == set(bot.statuses)
    stored = sum(question.answers for question in questions)
    assert (20, 20 - stored, 0) == (len(bot.statuses), count(questions).lost, 0)
    assert 0 < stored < 20


async def test_what_is_over_the_limit_is_refused_and_the_time_to_wait_is_named() -> None:
    stub = Stub(Ground(rooms=1, limit=Limit(per_second=0.001, burst=2)))
    async with toy(stub, honest) as bot:
        questions = [await stub.load.ask("!echo {nonce}", stub.rooms[0]) for _ in range(3)]
        await settle(questions, patience=0.3)
    assert bot.statuses == [200, 200, 429]
    assert Count(3, 1, 0) == count(questions)


async def test_more_messages_than_the_filter_lets_through_are_a_gap_that_messages_fills() -> None:
    stub = Stub(Ground(rooms=1))
    async with stub.serving(), aiohttp.ClientSession(stub.address) as http:
        for _ in range(25):
            await stub.load.ask("!echo {nonce}", stub.rooms[0])
        async with http.get("/_matrix/client/v3/sync", params={"since": "s0"}) as answer:
            timeline = (await answer.json())["rooms"]["join"][stub.rooms[0]]["timeline"]
        earlier: list[str] = []
        token = timeline["prev_batch"]
        while token:
            query = {"from": token, "to": "s0", "dir": "b", "limit": "10"}
            path = f"/_matrix/client/v3/rooms/{stub.rooms[0]}/messages"
            async with http.get(path, params=query) as answer:
                page = await answer.json()
            earlier = [*(e["event_id"] for e in reversed(page["chunk"])), *earlier]
            token = page.get("end")
    shown = [event["event_id"] for event in timeline["events"]]
    assert (timeline["limited"], len(shown), len(earlier)) == (True, 10, 15)
    assert len({*earlier, *shown}) == 25
