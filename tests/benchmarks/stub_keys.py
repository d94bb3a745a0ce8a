"""The keys that a bot publishes in the stub: kept, shown again, signed, and never checked."""

from __future__ import annotations

from collections.abc import Mapping

from tests.benchmarks.stub_rooms import BOT, Json

_OFFERED = {"one_time_key_counts": {"signed_curve25519": 50}}
_IDENTITY = ("master", "self_signing", "user_signing")


class Keys:
    """What was uploaded for the one account; it outlives a restart of the bot."""

    def __init__(self) -> None:
        self._devices: dict[str, Json] = {}
        self._identity: dict[str, Json] = {}

    def answer(self, path: str, body: Json) -> Json:
        """What the request to that path below /keys brings."""
        if path.endswith("/query"):
            named = {f"{use}_keys": {BOT: key} for use, key in self._identity.items()}
            return {"device_keys": {BOT: self._devices}, "failures": {}, **named}
        if path.endswith("/device_signing/upload"):
            found = {use: body.get(f"{use}_key") for use in _IDENTITY}
            self._identity.update({use: key for use, key in found.items() if key})
            return {}
        if path.endswith("/signatures/upload"):
            self._sign(body.get(BOT, {}))
            return {"failures": {}}
        if device := body.get("device_keys"):
            self._devices[device["device_id"]] = device
        return _OFFERED

    def _sign(self, signed: Mapping[str, Json]) -> None:
        known = {
            **self._devices,
            **{next(iter(key["keys"])).split(":")[1]: key for key in self._identity.values()},
        }
        for name, shown in signed.items():
            if name in known:
                signatures = known[name].setdefault("signatures", {})
                for user, some in shown.get("signatures", {}).items():
                    signatures.setdefault(user, {}).update(some)
