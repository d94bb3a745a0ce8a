"""The recovery key as people write it down, and the passphrase that may stand for it."""

from __future__ import annotations

import functools
import hashlib
import operator

from bot.matrix.content.reading import Raw, mapping
from bot.matrix.crypto.errors import NoSecret

_DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_PREFIX = b"\x8b\x01"
_SIZE = 32
_GROUP = 4
# The homeserver names these numbers: it must not keep us busy for hours.
_MOST_ITERATIONS = 10_000_000


def write(key: bytes) -> str:
    """The 32 bytes in groups of four letters and digits."""
    raw = _PREFIX + key
    number = int.from_bytes(raw + bytes([_parity(raw)]), "big")
    digits = ""
    while number:
        number, digit = divmod(number, len(_DIGITS))
        digits = _DIGITS[digit] + digits
    return " ".join(digits[at : at + _GROUP] for at in range(0, len(digits), _GROUP))


def read(text: str) -> bytes | None:
    """The 32 bytes of a recovery key; None if the text is none, or has a typing error."""
    number = 0
    for sign in "".join(text.split()):
        digit = _DIGITS.find(sign)
        if digit < 0:
            return None
        number = number * len(_DIGITS) + digit
    try:
        raw = number.to_bytes(len(_PREFIX) + _SIZE + 1, "big")
    except OverflowError:
        return None
    good = raw.startswith(_PREFIX) and _parity(raw) == 0
    return raw[len(_PREFIX) : -1] if good else None


def key_of(secret: str, description: Raw) -> bytes:
    """The key of a secret storage, out of what the operator gave: recovery key or passphrase.

    `description` is the storage key's, which says how a passphrase becomes a key. Slow by
    intention, so not for the event loop.

    Raises:
        NoSecret: it is no recovery key, and this storage knows no passphrase.
    """
    key = read(secret)
    if key is not None:
        return key
    how = mapping(description.get("passphrase"))
    if how.get("algorithm") != "m.pbkdf2":
        raise NoSecret("that is no recovery key (a typing error?), and there is no passphrase")
    salt, rounds, bits = how.get("salt"), how.get("iterations"), how.get("bits", _SIZE * 8)
    if not isinstance(salt, str) or bits != _SIZE * 8:
        raise NoSecret("the account's passphrase is of an unknown kind")
    if not isinstance(rounds, int) or not 0 < rounds <= _MOST_ITERATIONS:
        raise NoSecret("the account's passphrase is of an unknown kind")
    return hashlib.pbkdf2_hmac("sha512", secret.encode(), salt.encode(), rounds, _SIZE)


def _parity(raw: bytes) -> int:
    return functools.reduce(operator.xor, raw)
