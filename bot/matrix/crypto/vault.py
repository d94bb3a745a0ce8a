"""Secret storage in the account (`m.secret_storage.v1.aes-hmac-sha2`), which the server cannot read.

One storage key, kept by the operator as the recovery key, opens each secret by its name.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.matrix.content.reading import Raw
from bot.matrix.crypto.errors import NoSecret
from bot.matrix.crypto.signing import decode, encode

ALGORITHM = "m.secret_storage.v1.aes-hmac-sha2"
_IV = 16
_NOTHING = bytes(32)


@dataclass(frozen=True, slots=True)
class StorageKey:
    """The 32 bytes that open a secret storage."""

    raw: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    def seal(self, name: str, secret: bytes) -> dict[str, str]:
        """The secret under its name, for the account."""
        return self._seal(name, secret, _fresh())

    def unseal(self, name: str, box: Raw) -> bytes:
        """What was sealed under that name.

        Raises:
            NoSecret: the box is damaged, or another key's.
        """
        ciphertext, iv, mac = (_bytes(box, part) for part in ("ciphertext", "iv", "mac"))
        aes, authentic = self._keys(name)
        if not hmac.compare_digest(hmac.digest(authentic, ciphertext, "sha256"), mac):
            raise NoSecret(f"the recovery key does not open {name}")
        try:
            return _crypt(aes, iv, ciphertext)
        except ValueError:
            raise NoSecret(f"{name} is damaged") from None

    def description(self) -> dict[str, str]:
        """What the account says of this key, so that others can check theirs."""
        box = self.seal("", _NOTHING)
        return {"algorithm": ALGORITHM, "iv": box["iv"], "mac": box["mac"]}

    def fits(self, description: Raw) -> bool:
        """Whether this is the key that the account describes; one without a check fits."""
        if description.get("algorithm") != ALGORITHM:
            return False
        if "mac" not in description:
            return True
        try:
            box = self._seal("", _NOTHING, _bytes(description, "iv"))
            return hmac.compare_digest(decode(box["mac"]), _bytes(description, "mac"))
        except (NoSecret, ValueError):
            return False

    def _seal(self, name: str, secret: bytes, iv: bytes) -> dict[str, str]:
        aes, authentic = self._keys(name)
        ciphertext = _crypt(aes, iv, secret)
        mac = hmac.digest(authentic, ciphertext, "sha256")
        return {"iv": encode(iv), "ciphertext": encode(ciphertext), "mac": encode(mac)}

    def _keys(self, name: str) -> tuple[bytes, bytes]:
        derived = HKDF(hashes.SHA256(), 64, salt=bytes(32), info=name.encode()).derive(self.raw)
        return derived[:32], derived[32:]


def _fresh() -> bytes:
    iv = bytearray(secrets.token_bytes(_IV))
    # Clients on Android count only in the lower 63 bits.
    iv[8] &= 0x7F
    return bytes(iv)


def _crypt(key: bytes, iv: bytes, text: bytes) -> bytes:
    """Counter mode is its own inverse."""
    stream = Cipher(algorithms.AES(key), modes.CTR(iv)).encryptor()
    return stream.update(text) + stream.finalize()


def _bytes(box: Raw, part: str) -> bytes:
    text = box.get(part)
    try:
        return decode(text) if isinstance(text, str) else b""
    except ValueError:
        raise NoSecret(f"{part} is no base64") from None
