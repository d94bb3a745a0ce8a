"""Our Olm machine with a store of its own, and somebody else's device."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.matrix.crypto.guard import GuardedOlm
from bot.matrix.crypto.store import open_store
from tests.matrix.crypto.peer import Json, Peer

BOT = "@lotse:hs.example"


def make(folder: Path, device_id: str = "LOTSE1") -> GuardedOlm:
    return GuardedOlm(BOT, device_id, open_store(folder, BOT, device_id))


@pytest.fixture
def olm(tmp_path: Path) -> Iterator[GuardedOlm]:
    machine = make(tmp_path)
    yield machine
    machine.store.database.close()


@pytest.fixture
def anna() -> Peer:
    return Peer()


def keys_of(machine: GuardedOlm) -> Json:
    """Whom an Olm message for our device is to name."""
    return {"user_id": BOT, **machine.account.identity_keys}


def claim(machine: GuardedOlm) -> str:
    """One of our one-time keys."""
    machine.account.generate_one_time_keys(1)
    key = next(iter(machine.account.one_time_keys["curve25519"].values()))
    machine.account.mark_keys_as_published()
    return str(key)


def befriend(machine: GuardedOlm, peer: Peer) -> None:
    """The peer's device is known to us, and we have the key of its room."""
    machine.learn_devices(peer.answer())
    session = peer.session(machine.account.identity_keys["curve25519"], claim(machine))
    received = machine.receive(peer.olm(keys_of(machine), session, "m.room_key", peer.room_key()))
    assert received is not None
    peer.sessions[BOT] = session
