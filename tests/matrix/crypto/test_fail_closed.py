"""However the bot starts, nothing is said in clear in an encrypted room."""

from __future__ import annotations

import asyncio
import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.domain.journal import OutboxRow
from bot.matrix.crypto import identity as keeping
from bot.matrix.crypto.identity import Identity
from bot.matrix.door.errors import Unauthorised
from bot.storage import outbox
from tests.matrix.crypto.peer import ROOM, Peer
from tests.matrix.fake_homeserver import ANNA, BOT, FakeHomeserver, Fault
from tests.matrix.fake_keys import Keys
from tests.matrix.lotse import OFFICE, Lotse, say

MEGOLM = {"algorithm": "m.megolm.v1.aes-sha2"}
SENT = "sent"
TOKEN = {"password": None, "access_token": "token-2", "device_id": "DEVICE2"}


class World:
    """A bot that ran before and knows its encrypted room, and whatever went wrong since."""

    def __init__(self, hs: FakeHomeserver, keys: Keys, folder: Path) -> None:
        self.hs = hs
        self.keys = keys
        self.folder = folder
        self.settings: dict[str, Any] = {"share_with": "cross-signed"}

    @property
    def store(self) -> Path:
        (found,) = (self.folder / "crypto").glob("olm-*.db")
        return found

    def lose_store(self) -> None:
        shutil.rmtree(self.folder / "crypto")

    def lose_database(self) -> None:
        for file in self.folder.glob("lotse.db*"):
            file.unlink()

    def fail(self, where: str, how: int | str, times: int = 1, **more: Any) -> None:
        self.hs.faults.append(Fault(where, how, times, **more))


def nothing(_: World) -> None:
    """The usual start."""


def everything_lost(world: World) -> None:
    world.lose_store()
    world.lose_database()


def store_lost_with_a_token_only(world: World) -> None:
    world.lose_store()
    world.settings |= TOKEN


def device_removed_with_a_token_only(world: World) -> None:
    world.keys.devices.clear()
    world.keys.one_time.clear()
    world.settings |= TOKEN


def store_damaged(world: World) -> None:
    world.store.write_bytes(b"no database, " * 1000)


def store_emptied(world: World) -> None:
    world.store.write_bytes(b"")


def key_of_the_store_lost(world: World) -> None:
    (world.folder / "crypto" / "pickle.key").unlink()


def key_of_the_store_is_another(world: World) -> None:
    (world.folder / "crypto" / "pickle.key").write_text("another")


def store_of_another_device(world: World) -> None:
    """A store was copied under the name of ours."""
    other = Peer(BOT, world.hs.devices[-1])
    world.keys.devices[world.hs.devices[-1]] = other.device_keys(signed=False)


def store_cannot_be_opened(world: World) -> None:
    world.lose_store()
    (world.folder / "crypto").write_text("a file where a folder should be")


def sync_token_refused(world: World) -> None:
    world.hs.first_token = 10_000


def upload_refused(world: World) -> None:
    world.lose_store()
    world.fail("/keys/upload", 400, times=-1, body={"errcode": "M_UNKNOWN"})


def upload_fails_for_a_while(world: World) -> None:
    world.lose_store()
    world.fail("/keys/upload", 502, times=2)


def devices_cannot_be_asked_for(world: World) -> None:
    world.fail("/keys/query", 502, times=4)


def claiming_fails_for_a_while(world: World) -> None:
    world.lose_store()
    world.fail("/keys/claim", 502, times=2)


def members_are_refused(world: World) -> None:
    world.fail("/members", 403, times=-1, body={"errcode": "M_FORBIDDEN"})


def identity_is_foreign(world: World) -> None:
    """Somebody else made the account's identity anew."""
    world.keys.identity = Identity(user_id=BOT).published()


def identity_is_damaged(world: World) -> None:
    (world.folder / keeping.FILE).write_text("{")


def switched_off(world: World) -> None:
    world.settings = {"share_with": None}


def setting_emptied(world: World) -> None:
    """A moderator's empty setting does not switch encryption off."""
    world.lose_database()
    world.hs.state(ROOM, "m.room.encryption", {})


STATES: dict[Callable[[World], None], str] = {
    nothing: SENT,
    everything_lost: SENT,
    World.lose_store: SENT,
    World.lose_database: SENT,
    store_lost_with_a_token_only: "encryption-device-taken",
    device_removed_with_a_token_only: SENT,
    store_damaged: SENT,
    store_emptied: SENT,
    key_of_the_store_lost: SENT,
    key_of_the_store_is_another: SENT,
    store_of_another_device: SENT,
    store_cannot_be_opened: "encryption-store-unusable",
    sync_token_refused: SENT,
    upload_refused: "encryption-keys-refused",
    upload_fails_for_a_while: SENT,
    devices_cannot_be_asked_for: SENT,
    claiming_fails_for_a_while: SENT,
    members_are_refused: "M_FORBIDDEN",
    identity_is_foreign: "encryption-unsigned",
    identity_is_damaged: "encryption-unsigned",
    switched_off: "encrypted",
    setting_emptied: SENT,
}


@pytest.fixture
async def world(hs: FakeHomeserver, tmp_path: Path) -> World:
    hs.room(OFFICE, ANNA)
    hs.room(ROOM, ANNA, m_room_encryption=MEGOLM)
    keys = hs.keys = Keys(hs, BOT, Peer(ANNA, "ANNA1"))
    made = World(hs, keys, tmp_path)
    first = Lotse(hs, tmp_path, **made.settings)
    await first.start()
    await first.post(say("before", ROOM))
    await hs.until(lambda: len(said_in(hs, ROOM)) == 1)
    await first.stop()
    return made


def said_in(hs: FakeHomeserver, room: str) -> list[dict[str, Any]]:
    return [event for event in hs.sent(room) if event["type"].startswith("m.room.")]


async def ends(lotse: Lotse, key: str) -> str:
    """What became of the row: sent, or the reason why not."""
    found: list[OutboxRow] = []

    async def look() -> bool:
        row = await lotse.database.read(lambda tx: outbox.by_key(tx, key))
        found[:] = [row] if row and not row.open else []
        return bool(found)

    async with asyncio.timeout(20):
        while not await look():  # noqa: ASYNC110 -- it is in the database
            await asyncio.sleep(0.02)
    return found[0].reason or str(found[0].state)


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
async def test_in_every_state_it_is_encrypted_or_refused(
    world: World, state: Callable[[World], None]
) -> None:
    state(world)
    lotse = Lotse(world.hs, world.folder, **world.settings)
    await lotse.open()
    # Before anything is heard: what is known of the room is all there is to go by.
    await lotse.post(say("after", ROOM, "Geheim"))
    lotse.begin()
    assert await ends(lotse, "after") == STATES[state]
    if STATES[state] != SENT:
        await world.hs.until(lambda: "office-post-refused" in str(said_in(world.hs, OFFICE)))
    await lotse.stop()
    assert {event["type"] for event in said_in(world.hs, ROOM)} == {"m.room.encrypted"}
    assert "Geheim" not in json.dumps(said_in(world.hs, ROOM))


async def test_without_the_libraries_it_starts_and_refuses(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.startswith("bot.matrix.crypto.building")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "bot.matrix.crypto.building", None)
    lotse = Lotse(world.hs, world.folder, **world.settings)
    await lotse.open()
    await lotse.post(say("after", ROOM), say("clear", OFFICE))
    lotse.begin()
    assert await ends(lotse, "after") == "encryption-no-libraries"
    assert await ends(lotse, "clear") == SENT
    await lotse.stop()


async def test_with_a_stale_token_it_does_not_even_start(world: World) -> None:
    world.hs.tokens.clear()
    lotse = Lotse(world.hs, world.folder, **world.settings)
    with pytest.raises(Unauthorised):
        await lotse.open()
    await lotse.kill()
    assert len(said_in(world.hs, ROOM)) == 1


async def test_a_lost_store_makes_a_new_device_and_logs_the_old_one_out(world: World) -> None:
    old, tokens = world.hs.devices[-1], set(world.hs.tokens)
    world.lose_store()
    lotse = Lotse(world.hs, world.folder, **world.settings)
    await lotse.start()
    await lotse.post(say("after", ROOM))
    assert await ends(lotse, "after") == SENT
    await lotse.stop()
    assert world.hs.devices[-1] != old
    assert world.keys.devices[world.hs.devices[-1]]["signatures"][BOT].keys() > {
        f"ed25519:{world.hs.devices[-1]}"
    }
    assert not tokens & world.hs.tokens - {"token-1"}


async def test_clear_rooms_stay_served_when_encryption_is_out_of_order(world: World) -> None:
    store_cannot_be_opened(world)
    lotse = Lotse(world.hs, world.folder, **world.settings)
    await lotse.start()
    world.hs.say("!hilfe", OFFICE)
    await lotse.heard("!hilfe")
    await lotse.stop()
