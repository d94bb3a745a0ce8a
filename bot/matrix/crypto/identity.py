"""The account's cross-signing keys: by them other people's clients know that a device is ours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.matrix.content.reading import Raw, mapping
from bot.matrix.crypto.signing import SigningKey, decode, encode, is_signed
from bot.matrix.login import private

USAGES = ("master", "self_signing", "user_signing")
FILE = "identity.json"
_PROPOSED = "identity-proposed.json"

_SEED = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Whoever has these three keys is the account."""

    user_id: str
    master: SigningKey = field(default_factory=SigningKey)
    self_signing: SigningKey = field(default_factory=SigningKey)
    user_signing: SigningKey = field(default_factory=SigningKey)

    @classmethod
    def of(cls, user_id: str, seeds: Mapping[str, object]) -> Identity:
        """The identity of three seeds in base64, by usage.

        Raises:
            ValueError: one is missing or no seed.
        """
        return cls(user_id=user_id, **{usage: _key(seeds.get(usage)) for usage in USAGES})

    def seeds(self) -> dict[str, str]:
        """The secrets in base64, by usage."""
        keys = (self.master, self.self_signing, self.user_signing)
        return {usage: encode(key.seed) for usage, key in zip(USAGES, keys, strict=True)}

    def published(self) -> dict[str, dict[str, object]]:
        """What the homeserver is given: `master_key` and the two that it signs."""
        below = {"self_signing": self.self_signing, "user_signing": self.user_signing}
        signed = {
            f"{usage}_key": self.master.sign(self._object(usage, key), self.user_id)
            for usage, key in below.items()
        }
        return {"master_key": self.master_object(), **signed}

    def master_object(self) -> dict[str, object]:
        """The master key as others sign it."""
        return self._object("master", self.master)

    def sign_device(self, device: Raw) -> dict[str, object]:
        """A device as the homeserver has it, with this identity's signature only."""
        bare = {name: part for name, part in device.items() if name not in _ASIDE}
        return self.self_signing.sign(bare, self.user_id)

    def has_signed(self, device: Raw) -> bool:
        """Whether a device bears this identity's signature."""
        key = self.self_signing
        return is_signed(device, self.user_id, key.key_id, key.public)

    def _object(self, usage: str, key: SigningKey) -> dict[str, object]:
        return {"user_id": self.user_id, "usage": [usage], "keys": {key.key_id: key.public}}


_ASIDE = ("signatures", "unsigned")


def load(folder: Path, user_id: str) -> Identity | None:
    """The identity kept in the data folder; None if there is none of that account.

    Raises:
        ValueError: the file is there, but damaged.
    """
    path = folder / FILE
    found = _read(path, user_id) if path.exists() else None
    if found is None and path.exists() and private.read(path) is None:
        raise ValueError(f"{path} is damaged")
    return found


def find(folder: Path, user_id: str, master: str) -> Identity | None:
    """The identity with that public master key, if it is in any file of the data folder."""
    for path in sorted(folder.glob("identity*.json")):
        try:
            found = _read(path, user_id)
        except ValueError:
            continue
        if found is not None and found.master.public == master:
            return found
    return None


def save(folder: Path, identity: Identity) -> None:
    """Keep the identity in the data folder, readable by this user only.

    An earlier one is put aside: nothing but a person may throw it away.
    """
    path = folder / FILE
    before = private.read(path)
    if before is not None and before.get("seeds") != identity.seeds():
        path.replace(_free(folder))
    _write(path, identity)
    (folder / _PROPOSED).unlink(missing_ok=True)


def propose(folder: Path, identity: Identity) -> None:
    """Keep an identity beside the one that counts until it is known whether it will."""
    _write(folder / _PROPOSED, identity)


def _free(folder: Path) -> Path:
    number = 1
    while (path := folder / f"identity-before-{number}.json").exists():
        number += 1
    return path


def _write(path: Path, identity: Identity) -> None:
    private.write(path, {"user_id": identity.user_id, "seeds": identity.seeds()})


def _read(path: Path, user_id: str) -> Identity | None:
    data = private.read(path)
    if data is None or data.get("user_id") != user_id:
        return None
    return Identity.of(user_id, mapping(data.get("seeds")))


def _key(seed: object) -> SigningKey:
    raw = decode(seed) if isinstance(seed, str) else b""
    if len(raw) != _SEED:
        raise ValueError("no seed of a signing key")
    return SigningKey(raw)
