"""People see that they are heard, and nothing ever waits for that."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.domain.community.room import Room
from bot.domain.dialogue.message import Message
from bot.domain.journal import InboxRow
from bot.matrix.door.homeserver import Homeserver
from bot.matrix.rooms.attention import Attending
from bot.services.ports import Attention
from tests.matrix.fake_homeserver import ANNA, BOT, FakeHomeserver, Fault
from tests.matrix.lotse import OFFICE, Lotse, say

ROOM = "!room:hs.example"
OTHER = "!other:hs.example"
LIMITED = {"errcode": "M_LIMIT_EXCEEDED", "retry_after_ms": 60_000}


def heard(lotse: Lotse, *event_ids: str, room_id: str = ROOM) -> list[InboxRow]:
    """Rows as they come out of a stored batch."""
    return [
        InboxRow(
            seq=number,
            event_id=event_id,
            room_id=room_id,
            message=Message(
                event_id=event_id, room_id=room_id, sender=ANNA, text="!hilfe", sent_at=lotse.now()
            ),
        )
        for number, event_id in enumerate(event_ids)
    ]


@pytest.fixture
async def attending(lotse: Lotse, hs: FakeHomeserver) -> AsyncIterator[Attending]:
    """On a door of its own, so that its renewals come quickly."""
    door = Homeserver(hs.address, BOT)
    door.client.access_token = "token-1"
    one = Attending(door, lotse.matrix._rooms, BOT, renewed=0.2)
    yield one
    await one.close(2)
    await door.close()


async def test_what_we_took_in_hand_is_marked_as_read(lotse: Lotse, hs: FakeHomeserver) -> None:
    hs.say("nichts für uns")
    command = hs.say("!hilfe")
    hs.say("auch nichts")
    await hs.until(lambda: hs.receipts == [(ROOM, command)])


async def test_of_each_room_only_the_latest_is_marked(
    attending: Attending, lotse: Lotse, hs: FakeHomeserver
) -> None:
    hs.room(OTHER)
    await hs.until(lambda: lotse.matrix._rooms.get(OTHER) is not None)
    attending.seen([*heard(lotse, "$1", "$2"), *heard(lotse, "$3", room_id=OTHER)])
    await hs.until(lambda: sorted(hs.receipts) == [(OTHER, "$3"), (ROOM, "$2")])
    assert hs.requests["receipt"] == 2


async def test_where_much_is_said_the_latest_is_marked_again_after_a_pause(
    attending: Attending, lotse: Lotse, hs: FakeHomeserver
) -> None:
    attending.seen(heard(lotse, "$1"))
    await hs.until(lambda: hs.receipts == [(ROOM, "$1")])
    attending.seen(heard(lotse, "$2"))
    await asyncio.sleep(0.1)
    attending.seen(heard(lotse, "$3"))
    await hs.until(lambda: hs.receipts[1:] == [(ROOM, "$3")])


@pytest.mark.parametrize("how", [403, 429, 502, "cut", "garbage", "hang"])
async def test_an_answer_needs_no_receipt(lotse: Lotse, hs: FakeHomeserver, how: int | str) -> None:
    hs.faults.append(Fault("/receipt/", how, times=-1, body={"errcode": "M_X"}))
    command = hs.say("!hilfe")
    await lotse.heard("!hilfe")
    await lotse.post(say(f"r-{command}", body="Antwort"))
    await hs.until(lambda: len(hs.sent()) == 1, 1)
    await lotse.stop()
    assert hs.receipts == []


async def test_a_limited_homeserver_is_spared_receipts(
    attending: Attending, lotse: Lotse, hs: FakeHomeserver
) -> None:
    hs.faults.append(Fault("/receipt/", 429, body=LIMITED))
    attending.seen(heard(lotse, "$1"))
    await hs.until(lambda: hs.statuses[429] == 1)
    await asyncio.sleep(0.05)
    attending.seen(heard(lotse, "$2"))
    async with attending.working(ROOM):
        await asyncio.sleep(1.1)
    assert (hs.receipts, hs.requests["receipt"], hs.typing) == ([], 1, [])


async def test_a_slow_homeserver_has_few_receipts_under_way(
    attending: Attending, lotse: Lotse, hs: FakeHomeserver
) -> None:
    hs.faults.append(Fault("/receipt/", "hang", times=-1))
    rooms = [f"!r{number}:hs.example" for number in range(200)]
    lotse.matrix._rooms.remember(Room(room_id=room, joined=True) for room in rooms)
    for room in rooms:
        attending.seen(heard(lotse, "$1", room_id=room))
    await hs.until(lambda: hs.requests["receipt"] == 4)
    await asyncio.sleep(0.1)
    assert hs.requests["receipt"] == len(attending._readers) == 4
    assert len(attending._unread) <= 50


async def test_encrypted_and_unknown_rooms_are_told_nothing(
    attending: Attending, lotse: Lotse, hs: FakeHomeserver
) -> None:
    hs.room(OFFICE)
    hs.state(ROOM, "m.room.encryption", {"algorithm": "m.megolm.v1.aes-sha2"})
    await hs.until(lambda: lotse.matrix._rooms.is_encrypted(ROOM))
    attending.seen([*heard(lotse, "$1"), *heard(lotse, "$2", room_id="!nowhere:hs.example")])
    async with attending.working(ROOM), attending.working("!nowhere:hs.example"):
        await asyncio.sleep(1.1)
    assert (hs.receipts, hs.typing) == ([], [])


async def test_quick_work_shows_no_typing(attending: Attending, hs: FakeHomeserver) -> None:
    for _ in range(100):
        async with attending.working(ROOM):
            await asyncio.sleep(0)
    await asyncio.sleep(1.2)
    assert hs.typing == []


async def test_each_work_has_a_second_of_its_own(attending: Attending, hs: FakeHomeserver) -> None:
    for _ in range(2):
        async with attending.working(ROOM):
            await asyncio.sleep(0.7)
    assert hs.typing == []


async def test_long_work_shows_typing_again_and_again_and_clears_it(
    lotse: Lotse, attending: Attending, hs: FakeHomeserver
) -> None:
    port: Attention = attending
    async with port.working(ROOM):
        await asyncio.sleep(0.9)
        assert hs.typing == []
        await hs.until(lambda: len(hs.typing) == 3, 2)
        assert hs.typing == [(ROOM, True)] * 3
    await hs.until(lambda: hs.typing[-1] == (ROOM, False))
    await asyncio.sleep(0.3)
    assert hs.typing[-1] == (ROOM, False)


async def test_typing_is_cleared_when_the_work_fails(
    attending: Attending, hs: FakeHomeserver
) -> None:
    async def fails() -> None:
        async with attending.working(ROOM):
            await hs.until(lambda: hs.typing == [(ROOM, True)])
            raise KeyError

    with pytest.raises(KeyError):
        await fails()
    await hs.until(lambda: hs.typing[-1] == (ROOM, False))


async def test_typing_is_cleared_after_the_last_of_several_works(
    attending: Attending, hs: FakeHomeserver
) -> None:
    async with attending.working(ROOM):
        async with attending.working(ROOM):
            await hs.until(lambda: len(hs.typing) == 1)
        await asyncio.sleep(0.1)
        assert (ROOM, False) not in hs.typing
    await hs.until(lambda: hs.typing[-1] == (ROOM, False))


@pytest.mark.parametrize("how", [502, "cut"])
async def test_typing_that_may_have_been_seen_is_cleared(
    attending: Attending, hs: FakeHomeserver, how: int | str
) -> None:
    hs.faults.append(Fault("/typing/", how, stored=True))
    async with attending.working(ROOM):
        await hs.until(lambda: (ROOM, True) in hs.typing)
        await asyncio.sleep(0.05)
    await hs.until(lambda: hs.typing[-1] == (ROOM, False))


async def test_typing_that_was_refused_is_not_cleared(
    attending: Attending, hs: FakeHomeserver
) -> None:
    hs.faults.append(Fault("/typing/", 403, times=-1, body={"errcode": "M_FORBIDDEN"}))
    async with attending.working(ROOM):
        await hs.until(lambda: hs.requests["typing"] == 1)
    await asyncio.sleep(0.1)
    assert hs.requests["typing"] == 1


async def test_the_work_does_not_wait_for_a_homeserver_that_hangs(
    attending: Attending, hs: FakeHomeserver
) -> None:
    hs.faults.append(Fault("/typing/", "hang", times=-1))
    async with asyncio.timeout(1.5):
        async with attending.working(ROOM):
            await asyncio.sleep(1.1)
        await attending.close(0)


async def test_ended_while_at_work_we_are_not_seen_typing_any_more(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    async with lotse.matrix.attention.working(ROOM):
        await hs.until(lambda: hs.typing == [(ROOM, True)])
        await lotse.stop()
        assert hs.typing[-1] == (ROOM, False)
