"""What an answer of /keys/query proves: whose devices are signed by their owners. Pure.

The homeserver may say anything; only signatures count.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.matrix.content.reading import Raw, mapping
from bot.matrix.crypto.parts import Verdict
from bot.matrix.crypto.signing import is_signed, only_key


def judge(answer: Raw) -> Mapping[str, Verdict]:
    """By user id, for everybody in the raw answer; never raises."""
    masters, below = mapping(answer.get("master_keys")), mapping(answer.get("self_signing_keys"))
    devices = mapping(answer.get("device_keys"))
    return {
        user: _verdict(user, *(mapping(part.get(user)) for part in (masters, below, devices)))
        for user in {*masters, *devices}
    }


def _verdict(user: str, master: Raw, below: Raw, devices: Raw) -> Verdict:
    public = _key(user, "master", master)
    signing = _key(user, "self_signing", below)
    own = {name: one for name, one in devices.items() if _by_itself(user, name, mapping(one))}
    if not public or not signing or not is_signed(below, user, f"ed25519:{public}", public):
        return Verdict(master=None, signed=frozenset(), devices=frozenset(own))
    # A device with a key's name could pass off that key's signatures as its own.
    named = {name: one for name, one in own.items() if name not in (public, signing)}
    signed = (n for n, one in named.items() if is_signed(one, user, f"ed25519:{signing}", signing))
    return Verdict(master=public, signed=frozenset(signed), devices=frozenset(own))


def _key(user: str, usage: str, value: Raw) -> str | None:
    usages = value.get("usage")
    fits = isinstance(usages, list) and usage in usages and value.get("user_id") == user
    return only_key(value) if fits else None


def _by_itself(user: str, device: str, value: Raw) -> bool:
    if (value.get("user_id"), value.get("device_id")) != (user, device):
        return False
    key_id = f"ed25519:{device}"
    public = mapping(value.get("keys")).get(key_id)
    return isinstance(public, str) and is_signed(value, user, key_id, public)
