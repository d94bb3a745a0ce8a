"""What the homeserver knows of our account: published keys, and the sealed secrets."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from http import HTTPStatus

from bot.matrix.content.reading import Raw, mapping
from bot.matrix.crypto.errors import NoSecret
from bot.matrix.crypto.identity import USAGES, Identity
from bot.matrix.crypto.signing import only_key
from bot.matrix.crypto.vault import ALGORITHM, StorageKey
from bot.matrix.door.errors import Permanent
from bot.matrix.door.homeserver import Homeserver

_DEFAULT = "m.secret_storage.default_key"
_KEY = "m.secret_storage.key."
_NAMES = {usage: f"m.cross_signing.{usage}" for usage in USAGES}


class Account:
    """The account's side of the identity; each question is a request."""

    def __init__(self, homeserver: Homeserver, user_id: str) -> None:
        self._homeserver = homeserver
        self.user_id = user_id

    async def published(self) -> tuple[str | None, Mapping[str, Raw]]:
        """The public master key, if there is one, and the devices by id."""
        answer = await self._homeserver.post(
            "keys", "query", body={"device_keys": {self.user_id: []}}
        )
        master = mapping(mapping(answer.get("master_keys")).get(self.user_id))
        devices = mapping(mapping(answer.get("device_keys")).get(self.user_id))
        return only_key(master), {name: mapping(one) for name, one in devices.items()}

    async def storage(self) -> tuple[str, Raw] | None:
        """Id and description of the secret storage's default key, if there is one."""
        named = (await self._data(_DEFAULT)).get("key")
        if not isinstance(named, str):
            return None
        description = await self._data(f"{_KEY}{named}")
        return (named, description) if description.get("algorithm") == ALGORITHM else None

    async def unseal(self, key: StorageKey) -> Identity:
        """The identity in secret storage.

        Raises:
            NoSecret: there is none, or the key does not open it.
        """
        storage = await self.storage()
        if storage is None:
            raise NoSecret("the account has no secret storage")
        named, description = storage
        if not key.fits(description):
            raise NoSecret("the recovery key or passphrase does not fit the account's storage")
        seeds: dict[str, str] = {}
        for usage, name in _NAMES.items():
            box = mapping(mapping((await self._data(name)).get("encrypted")).get(named))
            if not box:
                raise NoSecret(f"the account's secret storage does not hold {name}")
            seeds[usage] = key.unseal(name, box).decode("ascii", "replace")
        try:
            return Identity.of(self.user_id, seeds)
        except ValueError:
            raise NoSecret("the account's secret storage holds no usable keys") from None

    async def seal(self, identity: Identity, key: StorageKey) -> None:
        """Put the identity into secret storage under a new key; the earlier one opens it no more.

        What else is in the storage stays sealed by the earlier key. Broken off at any point, one
        of the two keys fits.
        """
        named = secrets.token_hex(16)
        await self._put(f"{_KEY}{named}", key.description())
        sealed = {
            _NAMES[usage]: {named: key.seal(_NAMES[usage], seed.encode())}
            for usage, seed in identity.seeds().items()
        }
        for name, box in sealed.items():
            before = mapping((await self._data(name)).get("encrypted"))
            await self._put(name, {"encrypted": {**before, **box}})
        await self._put(_DEFAULT, {"key": named})
        for name, box in sealed.items():
            await self._put(name, {"encrypted": box})

    async def holds(self, identity: Identity) -> bool:
        """Whether secret storage holds as many keys as an identity has; no key is needed."""
        storage = await self.storage()
        if storage is None:
            return False
        for usage in identity.seeds():
            data = await self._data(_NAMES[usage])
            if storage[0] not in mapping(data.get("encrypted")):
                return False
        return True

    async def _data(self, kind: str) -> Raw:
        try:
            return await self._homeserver.get("user", self.user_id, "account_data", kind)
        except Permanent as refused:
            if refused.status != HTTPStatus.NOT_FOUND:
                raise
            return {}

    async def _put(self, kind: str, content: Mapping[str, object]) -> None:
        await self._homeserver.put("user", self.user_id, "account_data", kind, body=content)
