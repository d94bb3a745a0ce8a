"""Signatures as Matrix makes them: Ed25519 over canonical JSON, base64 without padding."""

from __future__ import annotations

import base64
import binascii
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from bot.matrix.content.reading import Raw, mapping

_ASIDE = ("signatures", "unsigned")


def encode(raw: bytes) -> str:
    """Base64 without padding."""
    return base64.b64encode(raw).decode().rstrip("=")


def decode(text: str) -> bytes:
    """What `encode` made, with or without padding.

    Raises:
        ValueError: it is no base64.
    """
    return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)


def canonical(value: Raw) -> bytes:
    """The one spelling of a value that is signed.

    Raises:
        ValueError: it holds what has no such spelling.
    """
    compact = (",", ":")
    text = json.dumps(
        value, ensure_ascii=False, separators=compact, sort_keys=True, allow_nan=False
    )
    return text.encode()


def signable(value: Raw) -> bytes:
    """The part of an object that its signatures cover; see `canonical`."""
    return canonical({name: part for name, part in value.items() if name not in _ASIDE})


@dataclass(frozen=True, slots=True)
class SigningKey:
    """An Ed25519 key; the seed of 32 bytes is the secret."""

    seed: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    @property
    def public(self) -> str:
        """The public key in base64, which is also its name."""
        return encode(self._key.public_key().public_bytes_raw())

    @property
    def key_id(self) -> str:
        return f"ed25519:{self.public}"

    def sign(self, value: Raw, user_id: str) -> dict[str, Any]:
        """The object with this key's signature, given by that user, beside those it has."""
        theirs = mapping(value.get("signatures"))
        signature = encode(self._key.sign(signable(value)))
        ours = {**mapping(theirs.get(user_id)), self.key_id: signature}
        return {**value, "signatures": {**theirs, user_id: ours}}

    @property
    def _key(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.seed)


def is_signed(value: Raw, user_id: str, key_id: str, public: str) -> bool:
    """Whether the object bears a good signature; anything malformed is no signature."""
    signatures = mapping(mapping(value.get("signatures")).get(user_id))
    signature = signatures.get(key_id)
    if not isinstance(signature, str):
        return False
    try:
        key = Ed25519PublicKey.from_public_bytes(decode(public))
        key.verify(decode(signature), signable(value))
    except (InvalidSignature, ValueError, TypeError, RecursionError, binascii.Error):
        return False
    return True


def only_key(value: Mapping[str, object]) -> str | None:
    """The one public key of a cross-signing key object, if that is what it holds."""
    keys = mapping(value.get("keys"))
    if len(keys) != 1:
        return None
    key_id, public = next(iter(keys.items()))
    return public if isinstance(public, str) and key_id == f"ed25519:{public}" else None
