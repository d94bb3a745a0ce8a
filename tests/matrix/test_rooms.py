"""Who gets in, who is greeted, which rooms are direct chats, where a replaced room leads."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from bot.domain.community.room import PostKind, Room
from bot.domain.journal import Purpose
from bot.matrix.content.batch import DIRECT
from bot.storage import rooms
from bot.storage.database import Transaction
from tests.matrix.fake_homeserver import ANNA, BERND, BOT, FakeHomeserver, Fault
from tests.matrix.lotse import OFFICE, Lotse, say

ROOM = "!room:hs.example"
NEW = "!new:hs.example"
MALLORY = "@mallory:evil.example"


def bodies(hs: FakeHomeserver, room_id: str | None = None) -> list[str]:
    return [event["content"].get("body", "") for event in hs.sent(room_id)]


async def known(lotse: Lotse, room_id: str = ROOM) -> Room:
    found = await lotse.database.read(lambda tx: rooms.get(tx, room_id))
    assert found is not None
    return found


async def test_a_new_room_is_greeted_once_and_never_on_restart(
    lotse: Lotse, hs: FakeHomeserver, tmp_path: Path
) -> None:
    hs.room(NEW, by=ANNA)
    await hs.until(lambda: len(hs.sent()) == 1)
    await lotse.stop()
    again = Lotse(hs, tmp_path)
    await again.start()
    hs.say("!hilfe", NEW)
    await again.heard("!hilfe")
    hs.left = [NEW]
    hs.say("!hilfe")
    await hs.until(lambda: len(again.taken) == 2)
    hs.member(NEW, BOT, "join")
    hs.say("!hilfe", NEW)
    await hs.until(lambda: len(again.taken) == 3)
    await hs.until(lambda: again.matrix.health().waiting == 0)
    assert bodies(hs) == ["greeting"]
    await again.stop()


async def test_a_space_is_not_greeted(lotse: Lotse, hs: FakeHomeserver) -> None:
    hs.rooms[NEW] = hs.room(NEW, by=BOT)
    hs.state(NEW, "m.room.create", {"type": "m.space"}, sender=ANNA)
    hs.say("!hilfe")
    await lotse.heard("!hilfe")
    assert hs.sent() == []


async def test_history_before_our_arrival_is_not_executed(lotse: Lotse, hs: FakeHomeserver) -> None:
    hs.rooms[NEW] = hs.room("!hidden:hs.example", by=ANNA)
    del hs.rooms["!hidden:hs.example"]
    hs.rooms[NEW].room_id = NEW
    hs.rooms[NEW].members[BOT] = "invite"
    hs.say("!alt", NEW)
    hs.member(NEW, BOT, "join")
    hs.say("!neu", NEW)
    await lotse.heard("!neu")


async def test_history_before_our_arrival_is_not_executed_across_a_gap(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    hs.rooms[NEW] = hs.room("!hidden:hs.example", by=ANNA)
    del hs.rooms["!hidden:hs.example"]
    hs.rooms[NEW].room_id = NEW
    hs.rooms[NEW].members[BOT] = "invite"
    for number in range(120):
        hs.say(f"!alt {number}", NEW)
    hs.member(NEW, BOT, "join")
    said = [f"!neu {number}" for number in range(150)]
    for text in said:
        hs.say(text, NEW)
    await lotse.heard(*said)


@pytest.mark.parametrize(
    ("inviter", "settings", "welcome"),
    [
        (ANNA, {}, True),
        (MALLORY, {}, False),
        (MALLORY, {"invite_people": frozenset({MALLORY})}, True),
        (MALLORY, {"invite_servers": frozenset({"evil.example"})}, True),
        ("@x:not.evil.example", {"invite_servers": frozenset({"evil.example"})}, False),
        (BERND, {}, False),
        (BERND, {"space": True}, True),
    ],
)
async def test_invitations_follow_the_policy(
    hs: FakeHomeserver, tmp_path: Path, inviter: str, settings: dict[str, object], welcome: bool
) -> None:
    lotse = Lotse(hs, tmp_path, **{k: v for k, v in settings.items() if k != "space"})
    if settings.get("space"):
        lotse.space = hs.room("!space:hs.example", BERND).room_id
    await lotse.start()
    hs.invite(NEW, by=inviter)
    how = "join" if welcome else "leave"
    await hs.until(lambda: hs.rooms[NEW].members[BOT] == how)
    assert hs.requests[how] == 1
    await lotse.stop()


async def test_an_invitation_survives_a_crash_and_a_failing_homeserver(
    lotse: Lotse, hs: FakeHomeserver, tmp_path: Path
) -> None:
    hs.faults.append(Fault("/join", "hang"))
    hs.invite(NEW, by=ANNA)
    await hs.until(lambda: hs.requests["join"] == 1)
    await lotse.kill()
    hs.faults.append(Fault("/join", 502))
    again = Lotse(hs, tmp_path)
    await again.start()
    await hs.until(lambda: hs.rooms[NEW].members[BOT] == "join")
    await again.stop()


async def test_a_space_that_we_are_not_in_lets_nobody_invite(
    hs: FakeHomeserver, tmp_path: Path
) -> None:
    lotse = Lotse(hs, tmp_path)
    lotse.space = "!elsewhere:hs.example"
    await lotse.start()
    hs.invite(NEW, by=BERND)
    await hs.until(lambda: hs.rooms[NEW].members[BOT] == "leave")
    hs.invite("!other:hs.example", by=ANNA)
    await hs.until(lambda: hs.rooms["!other:hs.example"].members[BOT] == "join")


async def test_who_is_alone_with_us_needs_no_prefix_until_others_come(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    hs.room(NEW, ANNA)
    hs.say("hilfe", NEW)
    await lotse.heard("hilfe")
    assert lotse.taken[0].message.direct
    assert (await known(lotse, NEW)).direct_with == ANNA
    hs.rooms[NEW].members[BERND] = "join"
    hs.say("Guten Morgen", NEW)
    hs.say("!ende")
    await lotse.heard("hilfe", "!ende")
    assert (await known(lotse, NEW)).direct_with is None


async def test_a_room_with_a_name_is_no_direct_chat_however_few_are_in_it(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    hs.room(NEW, ANNA, m_room_name={"name": "Büro"})
    hs.say("hilfe", NEW)
    hs.say("!ende", NEW)
    await lotse.heard("!ende")
    assert not lotse.taken[0].message.direct
    assert (await known(lotse, NEW)).direct_with is None


@pytest.mark.parametrize("deaf", [False, True])
async def test_a_person_without_a_chat_gets_one_and_only_one(
    lotse: Lotse, hs: FakeHomeserver, *, deaf: bool
) -> None:
    if deaf:
        hs.faults.append(Fault("/sync", "hang", times=-1))
        asked = hs.requests["sync"]
        hs.say("Guten Morgen")
        await hs.until(lambda: hs.requests["sync"] > asked)
    hs.faults += [Fault("/createRoom", 200, stored=True), Fault("/joined_rooms", 200)]
    hs.faults.append(Fault("/createRoom", "cut", stored=True))
    await lotse.post(say("k1", ANNA, "eins"), say("k2", ANNA, "zwei"))
    await hs.until(lambda: lotse.matrix.health().waiting == 0)
    made = [room_id for room_id in hs.rooms if room_id.startswith("!made")]
    assert len(made) == 1
    assert bodies(hs, made[0])[-2:] == ["eins", "zwei"]
    assert hs.rooms[made[0]].members[ANNA] == "invite"
    await hs.until(lambda: lotse.matrix.health().waiting == 0)
    assert "greeting" not in bodies(hs)


async def test_who_left_the_chat_is_not_asked_again_and_the_office_hears_of_it(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    hs.room(OFFICE)
    await lotse.post(say("k1", ANNA, "eins"))
    await hs.until(lambda: lotse.matrix.health().waiting == 0)
    made = next(room_id for room_id in hs.rooms if room_id.startswith("!made"))
    hs.member(made, ANNA, "leave")
    await lotse.post(say("k2", ANNA, "zwei"), say("k3", ANNA, "drei"))
    await hs.until(lambda: len(hs.sent(OFFICE)) == 1)
    assert hs.requests["createRoom"] == 1
    assert "left" in bodies(hs, OFFICE)[0]


async def test_a_chat_that_the_homeserver_encrypts_is_not_written_to(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    path = "/state/m.room.encryption"
    hs.faults.append(Fault(path, 200, body={"algorithm": "m.megolm.v1.aes-sha2"}))
    await lotse.post(say("k1", ANNA))
    await hs.until(lambda: lotse.matrix.health().waiting == 0)
    assert [event for event in hs.sent() if event["type"] == "m.room.message"] == []
    await lotse.post(say("k2", ANNA))
    await hs.until(lambda: lotse.matrix.health().waiting == 0)
    assert hs.requests["createRoom"] == 1


async def test_a_chat_that_somebody_else_says_we_opened_is_not_used(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    hs.faults.append(Fault("/sync", "hang", times=-1))
    asked = hs.requests["sync"]
    hs.say("Guten Morgen")
    await hs.until(lambda: hs.requests["sync"] > asked)
    hs.room(NEW, MALLORY, by=MALLORY)
    hs.state(NEW, DIRECT, {"person": ANNA}, sender=MALLORY)
    hs.faults.append(Fault("/createRoom", "cut"))
    await lotse.post(say("k1", ANNA, "vertraulich"))
    await hs.until(lambda: lotse.matrix.health().waiting == 0)
    assert "vertraulich" in bodies(hs)
    assert bodies(hs, NEW) == []


async def replaced(
    hs: FakeHomeserver,
    old: str = ROOM,
    new_id: str = NEW,
    *,
    by: str = ANNA,
    points_back: bool = True,
) -> None:
    """The room gets a successor; Anna has the power to say so."""
    hs.state(old, "m.room.power_levels", {"users": {ANNA: 100}})
    new = hs.room("!hidden:hs.example", ANNA, BERND, by=ANNA)
    del hs.rooms["!hidden:hs.example"]
    new.room_id = new_id
    new.members[BOT] = "leave"
    hs.rooms[new_id] = new
    content = {"predecessor": {"room_id": old}} if points_back else {}
    hs.state(new_id, "m.room.create", content, sender=ANNA)
    hs.state(old, "m.room.tombstone", {"replacement_room": new_id}, sender=by)


async def test_a_replaced_room_is_followed_with_its_settings(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    def settle(tx: Transaction) -> None:
        rooms.change(tx, ROOM, purpose=Purpose.ANNOUNCEMENTS, language="en")
        rooms.choose(tx, ROOM, PostKind.MEETING, wanted=False, by=ANNA)

    await lotse.database.write(settle)
    await replaced(hs)
    await hs.until(lambda: hs.rooms[NEW].members[BOT] == "join")
    changes = lotse.changes
    hs.say("!hilfe", NEW)
    await lotse.heard("!hilfe")
    await hs.until(lambda: lotse.changes > changes)
    room = await known(lotse, NEW)
    assert (room.purpose, room.language) == (Purpose.ANNOUNCEMENTS, "en")
    choices = await lotse.database.read(lambda tx: rooms.choices(tx, PostKind.MEETING))
    assert choices == {NEW: False}
    assert (await known(lotse)).purpose is None
    assert hs.sent() == []
    assert hs.joins == [{"server_name": "hs.example", "via": "hs.example"}]


async def test_a_replaced_room_that_cannot_be_asked_holds_up_no_other(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    old, new = "!old2:hs.example", "!new2:hs.example"
    hs.room(old)
    hs.say("!eins")
    await lotse.heard("!eins")
    hs.faults.append(Fault(f"/rooms/{ROOM}/state/m.room.tombstone", 502, times=-1))
    await replaced(hs)
    await replaced(hs, old, new)
    await hs.until(lambda: hs.rooms[new].members[BOT] == "join")
    hs.faults.clear()
    await hs.until(lambda: hs.rooms[NEW].members[BOT] == "join")


async def test_it_is_settled_when_a_room_replaced_meanwhile_is_followed(
    lotse: Lotse, hs: FakeHomeserver, tmp_path: Path
) -> None:
    await lotse.database.write(partial(rooms.change, room_id=ROOM, purpose=Purpose.ANNOUNCEMENTS))
    await lotse.stop()
    await replaced(hs)
    again = Lotse(hs, tmp_path)
    await again.start()
    assert not again.matrix.health().settled
    await hs.until(lambda: again.matrix.health().settled)
    assert (await known(again, NEW)).purpose is Purpose.ANNOUNCEMENTS
    await again.stop()


async def test_it_is_settled_though_a_replaced_room_cannot_be_asked(
    lotse: Lotse, hs: FakeHomeserver, tmp_path: Path
) -> None:
    await lotse.stop()
    await replaced(hs)
    hs.faults.append(Fault(f"/rooms/{ROOM}/state/m.room.tombstone", 502, times=-1))
    again = Lotse(hs, tmp_path)
    await again.start()
    await hs.until(lambda: again.matrix.health().settled)
    assert hs.rooms[NEW].members[BOT] == "leave"
    await again.stop()


@pytest.mark.parametrize(("by", "points_back"), [(BERND, True), (ANNA, False)])
async def test_a_replacement_without_power_or_agreement_is_not_followed(
    lotse: Lotse, hs: FakeHomeserver, by: str, points_back: bool
) -> None:
    hs.room(OFFICE)
    await lotse.database.write(partial(rooms.change, room_id=ROOM, purpose=Purpose.ANNOUNCEMENTS))
    await replaced(hs, by=by, points_back=points_back)
    if by == ANNA:
        await hs.until(lambda: hs.requests["leave"] == 1)
    await hs.until(lambda: bool(bodies(hs, OFFICE)))
    assert hs.rooms[NEW].members[BOT] == "leave"
    assert (await known(lotse)).purpose is Purpose.ANNOUNCEMENTS
    assert [said.split()[0] for said in bodies(hs, OFFICE)] == ["office-move-unproved"]
    hs.state(ROOM, "m.room.name", {"name": "Alt"})
    hs.say("!ende")
    await lotse.heard("!ende")
    assert len(bodies(hs, OFFICE)) == 1


async def test_a_room_that_we_left_is_noted(lotse: Lotse, hs: FakeHomeserver) -> None:
    hs.left = [ROOM]
    del hs.rooms[ROOM]
    hs.room("!other:hs.example")
    await hs.until(lambda: lotse.changes > 1)
    assert not (await known(lotse)).joined


async def test_a_room_that_we_left_is_noted_even_if_the_token_was_refused(
    lotse: Lotse, hs: FakeHomeserver, tmp_path: Path
) -> None:
    hs.room(NEW)
    hs.say("!eins")
    await lotse.heard("!eins")
    await lotse.kill()
    del hs.rooms[NEW]
    hs.invite(NEW, by=ANNA)
    hs.faults.append(Fault(f"/rooms/{NEW}/join", 502, times=-1))
    hs.say("!zwei")
    # The killed run's last request takes it first.
    await hs.until(lambda: not hs.invited)
    hs.invited = {NEW: ANNA}
    hs.first_token = len(hs.log)
    again = Lotse(hs, tmp_path)
    await again.start()
    await again.heard("!zwei")
    assert not (await known(again, NEW)).joined
    assert (await known(again)).joined
    hs.faults.clear()
    await hs.until(lambda: hs.rooms[NEW].members[BOT] == "join")


async def test_members_are_those_of_the_space_or_else_of_any_room(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    carla = "@carla:hs.example"
    assert await lotse.matrix.members.is_member(ANNA)
    assert not await lotse.matrix.members.is_member(carla)
    lotse.space = hs.room("!space:hs.example", carla).room_id
    assert await lotse.matrix.members.is_member(carla)
    assert not await lotse.matrix.members.is_member(ANNA)
    asked = hs.requests["joined_members"]
    assert await lotse.matrix.members.is_member(carla)
    assert asked == hs.requests["joined_members"]
    hs.member("!space:hs.example", carla, "leave")
    hs.faults.append(Fault("/joined_members", 502))
    hs.say("!ende")
    await lotse.heard("!ende")
    assert await lotse.matrix.members.is_member(carla), "what was true last counts"
    hs.member("!space:hs.example", carla, "leave")
    hs.say("!danach")
    await lotse.heard("!ende", "!danach")
    assert not await lotse.matrix.members.is_member(carla)
