"""Makes sure at every start that our device is signed by the identity that the account has.

It creates an identity only where there is none; what is there is never replaced without a person.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from pathlib import Path

from bot.matrix.content.reading import Raw, mapping
from bot.matrix.crypto import identity as keeping
from bot.matrix.crypto import recovery
from bot.matrix.crypto.accounts import Account
from bot.matrix.crypto.errors import Foreign, IdentityError, NoSecret
from bot.matrix.crypto.identity import Identity
from bot.matrix.crypto.parts import Device, OwnDevice
from bot.matrix.crypto.publishing import Consent, publish, sign
from bot.matrix.crypto.vault import StorageKey
from bot.matrix.door.errors import MatrixError, Temporary, Unauthorised
from bot.matrix.door.homeserver import Homeserver

log = logging.getLogger(__name__)


class OurIdentity:
    """The account's identity, out of the data folder, else out of secret storage, else new."""

    def __init__(
        self,
        homeserver: Homeserver,
        user_id: str,
        folder: Path,
        secret: str | None = None,
        consent: Consent | None = None,
    ) -> None:
        """`secret` is the recovery key or the passphrase of the account's secret storage."""
        self.account = Account(homeserver, user_id)
        self._homeserver = homeserver
        self._user_id = user_id
        self._folder = folder
        self._secret = secret
        self._consent = consent or Consent()
        self.current: Identity | None = None
        """The identity that the account has, as soon as it was established."""

    async def vouch(self, own: OwnDevice) -> bool:
        """Have our device signed; False if that cannot be, and the log says why.

        Raises:
            Temporary: the homeserver does not answer.
            Unauthorised: it no longer knows us.
        """
        try:
            await self._sign(await self.establish(), own)
        except (Temporary, Unauthorised):
            raise
        except (IdentityError, MatrixError) as fault:
            log.error("no encrypted message can be sent: %s", fault)  # noqa: TRY400 -- expected
            return False
        return True

    async def establish(self) -> Identity:
        """The account's identity, whose secrets are kept in the data folder on return.

        Raises:
            Foreign, NoSecret, Approval: only a person can help; the text says how.
            MatrixError: see `errors`.
        """
        master, _ = await self.account.published()
        kept = self._kept()
        if master is None:
            self.current = await self._publish(kept or Identity(user_id=self._user_id))
        elif (ours := keeping.find(self._folder, self._user_id, master)) is not None:
            # A reset that was broken off may have left it in a file beside the right one.
            if ours != kept:
                keeping.save(self._folder, ours)
            self.current = ours
        else:
            self.current = await self.restore(master, foreign=kept is not None)
        return self.current

    async def restore(self, master: str, *, foreign: bool = False) -> Identity:
        """The identity out of secret storage, kept from now on.

        `foreign` says that we hold another one.

        Raises:
            Foreign, NoSecret: what we have opens nothing, or not the published identity.
        """
        if self._secret is None:
            raise _left(foreign)
        storage = await self.account.storage()
        if storage is None:
            raise NoSecret("the account has no secret storage: see `netzwerklotse identity reset`")
        raw = await asyncio.to_thread(recovery.key_of, self._secret, storage[1])
        found = await self.account.unseal(StorageKey(raw))
        if found.master.public != master:
            raise Foreign("the account's secret storage holds another identity than the published")
        keeping.save(self._folder, found)
        log.info("the identity was restored from secret storage")
        return found

    def _kept(self) -> Identity | None:
        try:
            return keeping.load(self._folder, self._user_id)
        except ValueError as fault:
            raise Foreign(str(fault)) from None

    async def _publish(self, identity: Identity) -> Identity:
        # Kept before it is published: a crash in between must not leave keys that nobody has.
        keeping.save(self._folder, identity)
        await publish(self._homeserver, identity, self._consent)
        log.info(
            "the account has a cross-signing identity now: %s; `netzwerklotse identity recovery-key`"
            " makes a key that brings it to another machine",
            identity.master.public,
        )
        return identity

    async def _sign(self, identity: Identity, own: OwnDevice) -> None:
        device = await self._device(own.device)
        if identity.has_signed(device):
            return
        await sign(self._homeserver, identity, own, device)
        if not identity.has_signed(await self._device(own.device)):
            raise IdentityError("the homeserver does not show the signature of our device")
        log.info("device %s is signed by its owner now", own.device.device_id)

    async def _device(self, ours: Device) -> Raw:
        """Our device as the homeserver shows it to others; signed is only what is really ours."""
        _, devices = await self.account.published()
        device = devices.get(ours.device_id, {})
        if not _same(device, ours):
            raise IdentityError(f"the homeserver has other keys for our device {ours.device_id}")
        return device


def _same(device: Raw, ours: Device) -> bool:
    """Whether the homeserver has these keys for that device, and says nothing else of it."""
    keys: Mapping[str, object] = {
        f"ed25519:{ours.device_id}": ours.ed25519,
        f"curve25519:{ours.device_id}": ours.curve25519,
    }
    named = (device.get("user_id"), device.get("device_id")) == (ours.user_id, ours.device_id)
    return named and mapping(device.get("keys")) == keys


def _left(foreign: bool) -> IdentityError:
    if foreign:
        return Foreign(
            "the account's identity is not the one kept in the data folder; if somebody reset it,"
            " give its recovery key to `netzwerklotse identity restore`"
        )
    return NoSecret(
        "the account has an identity, but its keys are not here: give its recovery key to"
        " `netzwerklotse identity restore`"
    )
