"""One emoji verification, as the side that was asked: the steps, and what each is answered with.

The other side compares the emoji. That we go on without a person looking is why this makes them
trust us, never us trust them. nio's own exchange shows other emoji than today's clients and
leaves out the master key, without which only a device would be verified.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from nio.crypto import Sas as NioSas
from vodozemac import Curve25519PublicKey, EstablishedSas, Sas

from bot.matrix.content.reading import Raw, mapping
from bot.matrix.crypto.signing import canonical, encode

METHOD = "m.sas.v1"
_AGREEMENT = "curve25519-hkdf-sha256"
_HASH = "sha256"
_MAC = "hkdf-hmac-sha256.v2"
_SHOWN = ("decimal", "emoji")


class Broken(Exception):  # noqa: N818 -- says what it is
    """The other side does not keep to the protocol; `code` is what it is told."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code


class Stage(IntEnum):
    """How far it has come."""

    READY = 1
    ACCEPTED = 2
    KEYED = 3
    DONE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A user's device, and by key id the public keys that it is verified by."""

    user_id: str
    device_id: str
    keys: Mapping[str, str]


class Exchange:
    """Each step takes what came and gives what to answer, by kind. `transaction` names it."""

    def __init__(self, transaction: str, ours: Side, theirs: Side) -> None:
        self._transaction = transaction
        self._ours = ours
        self._theirs = theirs
        self._sas = Sas()
        self._secret: EstablishedSas | None = None
        self.stage = Stage.READY

    def start(self, content: Raw) -> Mapping[str, dict[str, object]]:
        """They begin; we commit ourselves to our key.

        Raises:
            Broken: it is not the moment, or they know no method of ours.
        """
        self._at(Stage.READY)
        wanted = {
            "key_agreement_protocols": _AGREEMENT,
            "hashes": _HASH,
            "message_authentication_codes": _MAC,
        }
        known = all(_offers(content, name, value) for name, value in wanted.items())
        shown = [one for one in _SHOWN if _offers(content, "short_authentication_string", one)]
        if content.get("method") != METHOD or not known or not shown:
            raise Broken("m.unknown_method", "no common method")
        try:
            covered = self._public.encode() + canonical(content)
        except ValueError:
            raise Broken("m.invalid_message", "not canonical") from None
        self.stage = Stage.ACCEPTED
        accept: dict[str, object] = {
            "method": METHOD,
            "key_agreement_protocol": _AGREEMENT,
            "hash": _HASH,
            "message_authentication_code": _MAC,
            "short_authentication_string": shown,
            "commitment": encode(hashlib.sha256(covered).digest()),
        }
        return {"accept": accept}

    def key(self, content: Raw) -> tuple[str, Mapping[str, dict[str, object]]]:
        """They show their key: the emoji that both sides see now, and our key and keys' MAC.

        Raises:
            Broken: it is not the moment, or no key.
        """
        self._at(Stage.ACCEPTED)
        public = str(content.get("key"))
        try:
            theirs = Curve25519PublicKey.from_base64(public)
            self._secret = self._sas.diffie_hellman(theirs)
        except ValueError:
            raise Broken("m.invalid_message", "no key") from None
        them, us = self._theirs, self._ours
        parts = (them.user_id, them.device_id, public, us.user_id, us.device_id, self._public)
        info = "|".join(("MATRIX_KEY_VERIFICATION_SAS", *parts, self._transaction))
        emoji = (NioSas.emoji[number] for number in self._secret.bytes(info).emoji_indices)
        self.stage = Stage.KEYED
        shown = ", ".join(f"{sign} {name}" for sign, name in emoji)
        return shown, {"key": {"key": self._public}, "mac": self._mac(self._secret)}

    def mac(self, content: Raw) -> Mapping[str, dict[str, object]]:
        """They prove that they hold their device's key, and have compared the emoji.

        Raises:
            Broken: it is not the moment, or no proof.
        """
        self._at(Stage.KEYED)
        given, info = mapping(content.get("mac")), self._info(self._theirs, self._ours)
        self._check(",".join(sorted(given)), f"{info}KEY_IDS", content.get("keys"))
        if f"ed25519:{self._theirs.device_id}" not in given:
            raise Broken("m.key_mismatch", "the device's key is missing")
        for key_id in given.keys() & self._theirs.keys.keys():
            self._check(self._theirs.keys[key_id], f"{info}{key_id}", given[key_id])
        self.stage = Stage.DONE
        return {"done": {}}

    def _mac(self, secret: EstablishedSas) -> dict[str, object]:
        info, keys = self._info(self._ours, self._theirs), self._ours.keys
        return {
            "mac": {name: secret.calculate_mac(key, f"{info}{name}") for name, key in keys.items()},
            "keys": secret.calculate_mac(",".join(sorted(keys)), f"{info}KEY_IDS"),
        }

    def _check(self, text: str, info: str, given: object) -> None:
        if self._secret is None or not isinstance(given, str):
            raise Broken("m.invalid_message", "no MAC")
        try:
            self._secret.verify_mac(text, info, given)
        except ValueError:
            raise Broken("m.key_mismatch", "a MAC does not fit") from None

    def _info(self, first: Side, second: Side) -> str:
        ids = (first.user_id, first.device_id, second.user_id, second.device_id)
        return "".join(("MATRIX_KEY_VERIFICATION_MAC", *ids, self._transaction))

    def _at(self, stage: Stage) -> None:
        if self.stage is not stage:
            raise Broken("m.unexpected_message", "not now")

    @property
    def _public(self) -> str:
        public: str = self._sas.public_key.to_base64()
        return public


def _offers(content: Raw, name: str, value: str) -> bool:
    offered = content.get(name)
    return isinstance(offered, list) and value in offered
