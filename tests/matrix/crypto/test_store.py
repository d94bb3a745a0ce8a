"""The key store: one device's, readable by nobody else, and never behind what was said by it."""

from __future__ import annotations

import asyncio
import stat
from pathlib import Path

import pytest

from bot.matrix.crypto.guard import GuardedOlm
from bot.matrix.crypto.offering import Stock, offered, to_offer
from bot.matrix.crypto.olm_thread import OlmThread
from bot.matrix.crypto.roomkeys import Rotation, brought, plan, room_key_for, seal, told, withheld
from bot.matrix.crypto.unsealing import Unsealed, unseal
from bot.matrix.encryption import Sealed
from tests.matrix.crypto.conftest import BOT, befriend, claim, keys_of, make
from tests.matrix.crypto.peer import ROOM, Peer, says


def test_what_is_stored_is_readable_by_us_alone(tmp_path: Path) -> None:
    folder = tmp_path / "crypto"
    make(folder).store.database.close()
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in [folder, *folder.iterdir()]}
    assert modes.pop("crypto") == 0o700
    assert set(modes.values()) == {0o600}
    assert len((folder / "pickle.key").read_text()) >= 32


def test_another_device_begins_with_nothing(tmp_path: Path, anna: Peer) -> None:
    first = make(tmp_path)
    befriend(first, anna)
    first.store.database.close()
    second = make(tmp_path, "LOTSE2")
    assert second.account.identity_keys != first.account.identity_keys
    assert unseal(second, ROOM, anna.event(says("Hallo"))) is Sealed.NO_KEY
    second.store.database.close()
    assert len([*tmp_path.glob("olm-*.db")]) == 1


def test_keys_of_a_room_that_we_left_are_forgotten(olm: GuardedOlm, anna: Peer) -> None:
    befriend(olm, anna)
    event = anna.event(says("Hallo"))
    assert isinstance(unseal(olm, ROOM, event), Unsealed)
    olm.store.forget_room(ROOM)
    assert unseal(olm, ROOM, event) is Sealed.NO_KEY


def test_a_used_one_time_key_is_used_up_on_disk_too(
    olm: GuardedOlm, anna: Peer, tmp_path: Path
) -> None:
    """Otherwise whoever kept the first message could open the session once more."""
    olm.learn_devices(anna.answer())
    session = anna.session(olm.account.identity_keys["curve25519"], claim(olm))
    first = anna.olm(keys_of(olm), session, "m.dummy", {})
    assert olm.receive(first) is not None
    again = make(tmp_path)
    again.session_store[anna.curve].clear()
    assert again.receive(first) is None
    again.store.database.close()


def test_what_is_offered_is_stored_before_it_leaves(olm: GuardedOlm, tmp_path: Path) -> None:
    body = to_offer(olm, Stock())
    assert body is not None
    again = make(tmp_path)
    assert to_offer(again, Stock()) == body
    again.store.database.close()
    offered(olm, {"one_time_key_counts": {"signed_curve25519": 50}})
    assert to_offer(olm, Stock(50, fallback=True)) is None
    more = to_offer(olm, Stock(0, fallback=False))
    assert more is not None
    assert len(more["one_time_keys"]) == 50
    assert not body["one_time_keys"].keys() & more["one_time_keys"].keys()
    assert body["fallback_keys"] != more["fallback_keys"]


async def test_memory_forgets_what_could_not_be_stored(tmp_path: Path) -> None:
    thread = OlmThread(tmp_path, BOT)
    await thread.open("LOTSE1")

    def fail(olm: GuardedOlm) -> None:
        olm.account.shared = True
        olm.save_account()
        raise OSError("no space left on device")

    with pytest.raises(OSError, match="no space"):
        await thread.do(fail)
    assert await thread.do(lambda olm: olm.account.shared) is False
    await thread.close()


async def test_machines_of_one_process_do_not_take_each_others_stores(tmp_path: Path) -> None:
    """Nio binds its tables for the whole process; the demo's people have a thread each."""
    threads = [OlmThread(tmp_path / str(number), BOT) for number in range(4)]
    ours = [await thread.open("LOTSE1") for thread in threads]

    def save_often(olm: GuardedOlm) -> None:
        for _ in range(40):
            olm.save_account()

    await asyncio.gather(*(thread.do(save_often) for thread in threads))
    stored = [await thread.open("LOTSE1") for thread in threads]
    assert stored == ours
    for thread in threads:
        await thread.close()


def test_a_room_key_that_memory_forgot_is_not_spoken_with(olm: GuardedOlm, anna: Peer) -> None:
    """Another room's work failed meanwhile, so that the machine was read anew."""
    befriend(olm, anna)
    names = [(anna.user_id, "ANNA1")]
    todo = plan(olm, ROOM, [anna.user_id], lambda *_: True, Rotation())
    assert todo.lacking == tuple(names)
    olm.outbound_group_sessions.clear()
    assert room_key_for(olm, ROOM, names) == {}
    assert withheld(olm, ROOM, "m.unverified") is None
    brought(olm, ROOM, names)
    told(olm, ROOM, names)
    assert seal(olm, ROOM, "m.room.message", {"body": "Hallo"}) is None
