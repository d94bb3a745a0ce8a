"""One room at which the homeserver fails keeps no other room from being served."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from bot.matrix.batch import Batch, Invitation, News
from bot.matrix.encryption import NoEncryption, Obstacle
from bot.matrix.gaps import Gap, Gaps
from bot.matrix.homeserver import Homeserver
from bot.matrix.opening import Opening
from bot.storage import markers
from tests.matrix.fake_homeserver import ANNA, BOT, FakeHomeserver, Fault
from tests.matrix.lotse import Lotse

ROOM = "!room:hs.example"
NEW = "!new:hs.example"
OTHER = "!other:hs.example"
CARLA = "@carla:hs.example"
MISSED = News(ROOM, [], [], True, "p5", None, None, ())


@pytest.fixture
async def door(hs: FakeHomeserver) -> AsyncIterator[Homeserver]:
    hs.room()
    one = Homeserver(hs.address, BOT)
    one.client.access_token = "token-1"
    yield one
    await one.close()


async def filled(door: Homeserver) -> Gap:
    now = datetime.now(UTC)
    opening = Opening(NoEncryption(Obstacle.OFF), lambda _: False, BOT)
    return await Gaps(door, opening, BOT, 0.001).fill(MISSED, "s0", now, now)


@pytest.mark.parametrize("how", [504, 502, "cut", "garbage"])
async def test_a_room_whose_past_the_homeserver_cannot_give_is_given_up(
    door: Homeserver, hs: FakeHomeserver, how: int | str
) -> None:
    hs.faults.append(Fault("/messages", how, times=-1))
    async with asyncio.timeout(5):
        assert (await filled(door)).open


async def test_while_the_homeserver_fails_at_everything_no_room_is_given_up(
    door: Homeserver, hs: FakeHomeserver
) -> None:
    hs.faults += [Fault("/messages", 502, times=-1), Fault("/whoami", 502, times=-1)]
    filling = asyncio.create_task(filled(door))
    await hs.until(lambda: hs.requests["messages"] > 30)
    hs.faults.clear()
    assert not (await filling).open


async def test_an_invitation_that_cannot_be_accepted_now_does_not_hold_up_others(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    hs.faults.append(Fault(f"/rooms/{OTHER}/join", 502, times=-1))
    hs.invite(OTHER, by=ANNA)
    hs.invite("!strange:hs.example", by="@mallory:evil.example")
    hs.invite(NEW, by=ANNA)
    await hs.until(lambda: hs.rooms[NEW].members[BOT] == "join")
    await hs.until(lambda: hs.rooms["!strange:hs.example"].members[BOT] == "leave")
    hs.faults.clear()
    await hs.until(lambda: hs.rooms[OTHER].members[BOT] == "join", 10)
    assert not lotse.taken


async def test_strangers_do_not_push_out_who_may_invite(lotse: Lotse) -> None:
    strangers = [Invitation(f"!{n}:evil.example", "@mallory:evil.example") for n in range(1000)]
    flood, late = (Batch("s1", [], asked, []) for asked in (strangers, [Invitation(NEW, ANNA)]))
    invites = lotse.matrix._invites
    await lotse.database.write(lambda tx: invites.note(tx, flood))
    await lotse.database.write(lambda tx: invites.note(tx, late))
    stored = await lotse.database.read(lambda tx: markers.get(tx, "invitations"))
    pending = json.loads(stored or "{}")
    assert (len(pending), pending.get(NEW)) == (1000, ANNA)


async def test_a_room_that_refuses_to_tell_its_members_hides_no_others(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    hs.room(OTHER, ANNA, CARLA)
    hs.say("!eins")
    await lotse.heard("!eins")
    refusal = Fault(f"/rooms/{ROOM}/joined_members", 403, -1, body={"errcode": "M_FORBIDDEN"})
    hs.faults.append(refusal)
    assert await lotse.matrix.members.find(CARLA)


async def test_a_room_that_does_not_answer_counts_as_it_was_last(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    assert not await lotse.matrix.members.find(CARLA)
    hs.room(OTHER, ANNA, CARLA)
    hs.member(ROOM, "@dora:hs.example", "join")
    hs.say("!eins")
    await lotse.heard("!eins")
    hs.faults.append(Fault(f"/rooms/{ROOM}/joined_members", "hang", times=-1))
    async with asyncio.timeout(8):
        assert await lotse.matrix.members.find(CARLA)
        assert not await lotse.matrix.members.find("@emil:hs.example")
