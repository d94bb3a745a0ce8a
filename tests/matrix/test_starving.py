"""One room at which the homeserver fails keeps no other room from being served."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any, cast

import pytest

from bot.matrix.content.batch import Batch, Invitation, News
from bot.matrix.door.errors import Temporary
from bot.matrix.door.homeserver import Homeserver
from bot.matrix.door.patience import Turns
from bot.matrix.encryption import NoEncryption, Obstacle
from bot.matrix.listening.gaps import Gap, Gaps
from bot.matrix.listening.opening import Opening
from bot.matrix.rooms.members import CommunityMembers
from bot.storage import markers
from tests.matrix import fake_answers
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


async def test_a_thousand_strangers_invite_in_vain_and_are_turned_down_slowly(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    left: list[float] = []
    move = fake_answers.move

    def noted(*given: Any) -> Any:
        if given[2] == "leave":
            left.append(asyncio.get_running_loop().time())
        return move(*given)

    for number in range(1000):
        hs.invite(f"!bad{number}:evil.example", f"@m{number}:evil.example")
    hs.invite(NEW, ANNA)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fake_answers, "move", noted)
        await hs.until(lambda: hs.rooms[NEW].members[BOT] == "join", 30)
        await hs.until(lambda: len(left) >= 4, 30)
    assert all(later - this >= 1.0 for this, later in pairwise(left))
    joined = [room for room in hs.rooms.values() if room.members.get(BOT) == "join"]
    assert {room.room_id for room in joined} == {ROOM, NEW}
    assert {room for room, event in hs.log if event["sender"] == BOT} <= {ROOM, NEW}


def test_rooms_that_ask_no_longer_are_forgotten() -> None:
    turns = Turns()

    async def fails(_: str) -> None:
        raise Temporary("away")

    asyncio.run(turns.take([f"!bad{number}:evil.example" for number in range(50)], fails))
    turns.keep(["!bad7:evil.example"])
    assert len(turns) == 1


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


async def test_a_stranger_is_looked_for_in_eight_rooms_at_a_time() -> None:
    """Among a thousand rooms, one after the other, an answer would come too late."""
    rooms = [f"!room{number}:hs.example" for number in range(100)]
    hs = Slow(rooms[50])
    members = CommunityMembers(cast("Homeserver", hs), lambda: None, lambda: rooms)
    assert not await members.find("@stranger:far.example")
    assert (hs.asked, hs.most) == (100, 8)
    assert await members.find(CARLA)
    assert hs.asked == 100, "what was found out is remembered"


class Slow:
    """Answers who is in a room after all that may ask at once have asked."""

    def __init__(self, carlas: str) -> None:
        self._carlas = carlas
        self.asked = self.most = self._now = 0

    async def get(self, _: str, room: str, *__: str, patience: float) -> dict[str, object]:
        self.asked += 1
        self._now += 1
        self.most = max(self.most, self._now)
        await asyncio.sleep(0)
        self._now -= 1
        return {"joined": {CARLA: {}} if room == self._carlas else {}}
