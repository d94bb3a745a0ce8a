"""The account's identity on a real homeserver: made, restored, checked, never replaced by itself."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.demo.homeserver import Homeserver
from bot.matrix.crypto import identity as keeping
from bot.matrix.crypto import recovery
from bot.matrix.crypto.accounts import Account
from bot.matrix.crypto.errors import Approval, NoSecret
from bot.matrix.crypto.establishing import OurIdentity
from bot.matrix.crypto.identity import Identity
from bot.matrix.crypto.judging import judge
from bot.matrix.crypto.publishing import Consent, publish
from bot.matrix.crypto.vault import StorageKey
from bot.matrix.crypto.verifying import Verifications
from tests.e2e.encrypted.bare_device import BareDevice
from tests.e2e.encrypted.conftest import HumanFactory
from tests.e2e.encrypted.human import SECONDS
from tests.e2e.encrypted.sealed import emoji_shown

pytestmark = pytest.mark.e2e

Accounts = Callable[[str], tuple[str, str]]


def ours(device: BareDevice, folder: Path, secret: str | None = None) -> OurIdentity:
    return OurIdentity(device.homeserver, device.session.user_id, folder, secret)


async def signed(device: BareDevice) -> frozenset[str]:
    """The devices that everybody sees as signed by their owner."""
    user = device.session.user_id
    answer = await device.homeserver.post("keys", "query", body={"device_keys": {user: []}})
    return judge(answer)[user].signed


async def test_a_device_is_signed_at_its_first_start_and_stays_so(
    homeserver: Homeserver, account: Accounts, tmp_path: Path
) -> None:
    async with BareDevice(homeserver.address, account("lotse"), tmp_path) as device:
        assert await ours(device, tmp_path).vouch(device)
        assert await signed(device) == {device.device.device_id}
        first = keeping.load(tmp_path, device.session.user_id)
        assert await ours(device, tmp_path).vouch(device)
        assert first == keeping.load(tmp_path, device.session.user_id)


async def test_a_crash_before_it_was_published_costs_nothing(
    homeserver: Homeserver, account: Accounts, tmp_path: Path
) -> None:
    async with BareDevice(homeserver.address, account("lotse"), tmp_path) as device:
        kept = Identity(user_id=device.session.user_id)
        keeping.save(tmp_path, kept)
        assert await ours(device, tmp_path).vouch(device)
        assert (await Account(device.homeserver, kept.user_id).published())[0] == kept.master.public


async def test_a_lost_folder_means_a_new_device_with_the_same_identity(
    homeserver: Homeserver, account: Accounts, tmp_path: Path
) -> None:
    login, lost, new = account("lotse"), tmp_path / "lost", tmp_path / "new"
    for folder in (lost, new):
        folder.mkdir()
    key = StorageKey()
    async with BareDevice(homeserver.address, login, lost) as device:
        identity = ours(device, lost)
        assert await identity.vouch(device)
        await identity.account.seal(await identity.establish(), key)
    shutil.rmtree(lost)
    async with BareDevice(homeserver.address, login, new) as device:
        assert not await ours(device, new).vouch(device)
        assert not await ours(device, new, recovery.write(bytes(32))).vouch(device)
        assert device.device.device_id not in await signed(device)
        again = ours(device, new, recovery.write(key.raw))
        assert await again.vouch(device)
        assert again.current == identity.current
        assert device.device.device_id in await signed(device)


async def test_a_foreign_identity_is_never_replaced(
    homeserver: Homeserver,
    account: Accounts,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    login = account("lotse")
    async with BareDevice(homeserver.address, login, tmp_path) as device:
        identity = ours(device, tmp_path)
        assert await identity.vouch(device)
        kept, foreign = await identity.establish(), Identity(user_id=device.session.user_id)
        consent = Consent(password=login[1])
        for without in (Consent(), Consent(password="wrong")):
            with pytest.raises(Approval):
                await publish(device.homeserver, foreign, without)
        await publish(device.homeserver, foreign, consent)
        key = StorageKey()
        await identity.account.seal(kept, key)
        for secret in (None, recovery.write(key.raw)):
            assert not await ours(device, tmp_path, secret).vouch(device)
        assert (await identity.account.published())[0] == foreign.master.public
        assert kept == keeping.load(tmp_path, device.session.user_id)
    assert "no encrypted message can be sent" in caplog.text


async def test_a_new_recovery_key_ends_the_old_one(
    homeserver: Homeserver, account: Accounts, tmp_path: Path
) -> None:
    async with BareDevice(homeserver.address, account("lotse"), tmp_path) as device:
        identity, old, new = ours(device, tmp_path), StorageKey(), StorageKey()
        made = await identity.establish()
        assert not await identity.account.holds(made)
        for key in (old, new):
            await identity.account.seal(made, key)
        assert await identity.account.holds(made)
        assert await identity.account.unseal(new) == made
        path = ("user", made.user_id, "account_data", "m.cross_signing.master")
        assert len((await device.homeserver.get(*path))["encrypted"]) == 1
        with pytest.raises(NoSecret):
            await identity.account.unseal(old)


async def test_other_clients_read_our_secret_storage(
    homeserver: Homeserver, account: Accounts, human: HumanFactory, tmp_path: Path
) -> None:
    login, key = account("lotse"), StorageKey()
    async with BareDevice(homeserver.address, login, tmp_path) as device:
        identity = ours(device, tmp_path)
        assert await identity.vouch(device)
        made = await identity.establish()
        await identity.account.seal(made, key)
        words = recovery.write(key.raw)
        operator = await human(at=login, identity="restored", recoveryKey=words)
        assert await operator("masterKey") == made.master.public
        assert {operator.device_id, device.device.device_id} <= await signed(device)


async def test_we_read_the_secret_storage_of_other_clients(
    homeserver: Homeserver, account: Accounts, human: HumanFactory, tmp_path: Path
) -> None:
    login = account("lotse")
    operator = await human(at=login)
    async with BareDevice(homeserver.address, login, tmp_path) as device:
        identity = ours(device, tmp_path, operator.recovery_key)
        assert await identity.vouch(device)
        assert await operator("masterKey") == (await identity.establish()).master.public
        trust = await operator("trust", user=device.session.user_id)
        assert trust["devices"][device.device.device_id] == {"signed": True, "verified": True}


async def test_emoji_verification_from_a_device_ends_verified(
    homeserver: Homeserver,
    account: Accounts,
    human: HumanFactory,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("INFO")
    async with BareDevice(homeserver.address, account("lotse"), tmp_path) as device:
        identity = ours(device, tmp_path)
        assert await identity.vouch(device)
        verifications = Verifications(device.homeserver, identity, lambda: device.device, device)
        device.listen(verifications)
        anna, ours_id = await human("anna"), device.session.user_id
        # Clients know only the devices of those with whom they share an encrypted room.
        room = await anna("create", invite=[ours_id])
        await device.homeserver.post("join", room)
        assert await anna("joined", room=room, user=ours_id, seconds=SECONDS)
        before = await anna("trust", user=ours_id)
        played = await anna.verify_device(ours_id, device.device.device_id)
        verified = await anna.verified(ours_id)
    assert played.phases[-1] == "done", played
    assert played.emoji
    assert played.emoji == emoji_shown(caplog.text)
    assert (before["verified"], verified) == (False, True)
    assert verifications._open == {}
