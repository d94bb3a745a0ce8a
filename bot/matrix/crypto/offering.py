"""The keys that we offer at the homeserver, so that others can open sessions with our device.

What is offered is stored before it leaves, and what was not confirmed is offered again as it was:
other keys under the same ids would be refused for ever.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.matrix.content.reading import Raw, mapping
from bot.matrix.crypto.guard import GuardedOlm

_KIND = "signed_curve25519"


@dataclass(frozen=True, slots=True)
class Stock:
    """What the homeserver still has of ours, as far as /sync said."""

    count: int | None = None
    fallback: bool = True


def stock(answer: Raw, before: Stock) -> Stock:
    """What an answer of /sync says of it; a count that is missing beside others is none left."""
    counts, unused = (
        answer.get("device_one_time_keys_count"),
        answer.get("device_unused_fallback_key_types"),
    )
    count, fallback = before.count, before.fallback
    if isinstance(counts, dict):
        number = counts.get(_KIND, 0)
        count = number if isinstance(number, int) and not isinstance(number, bool) else count
    if isinstance(unused, list):
        fallback = _KIND in unused
    return Stock(count, fallback)


def to_offer(olm: GuardedOlm, known: Stock) -> Raw | None:
    """The body for /keys/upload, stored; None if nothing is missing there."""
    account, inner = olm.account, olm.account._account  # noqa: SLF001 -- fallback keys are only there
    first = not account.shared
    most = account.max_one_time_keys
    have = 0 if first else known.count
    pending = account.one_time_keys["curve25519"]
    lacks = have is not None and have < most
    if lacks and not pending:
        account.generate_one_time_keys(most - (have or 0))
    if (first or not known.fallback) and not inner.fallback_key:
        inner.generate_fallback_key()
    olm.save_account()
    one_time = account.one_time_keys["curve25519"]
    body: dict[str, Any] = {}
    if first:
        body["device_keys"] = signed(olm, device_keys(olm))
    if one_time:
        body["one_time_keys"] = {
            f"{_KIND}:{name}": signed(olm, {"key": key}) for name, key in one_time.items()
        }
    if inner.fallback_key:
        body["fallback_keys"] = {
            f"{_KIND}:{name}": signed(olm, {"key": key.to_base64(), "fallback": True})
            for name, key in inner.fallback_key.items()
        }
    return body or None


def offered(olm: GuardedOlm, answer: Raw) -> Stock:
    """The homeserver took it."""
    olm.account.shared = True
    olm.mark_keys_as_published()
    olm.save_account()
    counts = {"device_one_time_keys_count": mapping(answer.get("one_time_key_counts"))}
    return stock(counts, Stock())


def device_keys(olm: GuardedOlm) -> dict[str, Any]:
    """Our device as others see it, unsigned."""
    return {
        "algorithms": list(olm._algorithms),  # noqa: SLF001 -- nio has no other name for them
        "device_id": olm.device_id,
        "user_id": olm.user_id,
        "keys": {f"{kind}:{olm.device_id}": key for kind, key in olm.account.identity_keys.items()},
    }


def signed(olm: GuardedOlm, value: dict[str, Any]) -> dict[str, Any]:
    """The value with our device's signature."""
    bare = {name: part for name, part in value.items() if name not in ("signatures", "unsigned")}
    signature = olm.sign_json(bare)
    return {**value, "signatures": {olm.user_id: {f"ed25519:{olm.device_id}": signature}}}
