"""Signing, secret storage, recovery keys and the file that keeps the identity."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.matrix.crypto import identity as keeping
from bot.matrix.crypto import recovery
from bot.matrix.crypto.errors import NoSecret
from bot.matrix.crypto.identity import Identity
from bot.matrix.crypto.signing import SigningKey, canonical, decode, encode, is_signed
from bot.matrix.crypto.vault import StorageKey
from tests.matrix.fake_homeserver import ANNA, BOT

# From the appendices of the Matrix specification.
SPECIFIED = SigningKey(decode("YJDBA9Xnr2sVqXD9Vj7XVUnmFZcZrlw8Md7kMW+3XA1"))
OF_NOTHING = (
    "K8280/U9SSy9IVtjBuVeLr+HpOB4BQFWbg+UZaADMtTdGYI7Geitb76LTrr5QV/7Xg4ahLwYGYZzuHGZKM5ZAQ"
)
# From the tests of matrix-js-sdk.
WRITTEN = "EsTc LW2K PGiF wKEA 3As5 g5c4 BXwk qeeJ ZJV8 Q9fu gUMN UE4d"
KEY = bytes.fromhex("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a")
# By OpenSSL: kdf -keylen 32 -kdfopt digest:SHA512 -kdfopt iter:1000 -kdfopt salt:Salz PBKDF2
PASSPHRASE = "06a8af6873dcf850c7399607d66b6579fe25b65720bb7c7b00f4e810c4d55c7d"


def signed(value: dict[str, Any]) -> dict[str, Any]:
    return SPECIFIED.sign(value, ANNA)


def test_a_signature_is_the_one_of_the_specification() -> None:
    assert signed({}) == {"signatures": {ANNA: {SPECIFIED.key_id: OF_NOTHING}}}
    assert canonical({"b": "ü\u2028", "a": [1, None]}) == '{"a":[1,null],"b":"ü\u2028"}'.encode()


def test_a_signature_covers_everything_but_what_others_add() -> None:
    value = signed({"keys": {"a": "b"}, "unsigned": {"age": 1}})
    value["unsigned"] = {"age": 2}
    value["signatures"][BOT] = {"ed25519:X": "abc"}
    key_id, public = SPECIFIED.key_id, SPECIFIED.public
    assert is_signed(value, ANNA, key_id, public)
    assert not is_signed(value | {"more": 1}, ANNA, key_id, public)
    assert not is_signed(value, BOT, key_id, public)
    assert not is_signed(value, ANNA, key_id, SigningKey().public)


@pytest.mark.parametrize(
    "signatures",
    [
        None,
        [],
        {ANNA: 7},
        {ANNA: {SPECIFIED.key_id: 7}},
        {ANNA: {SPECIFIED.key_id: "ä"}},
        {ANNA: {SPECIFIED.key_id: "AAAA"}},
    ],
)
def test_what_is_malformed_is_no_signature(signatures: object) -> None:
    value = {"signatures": signatures, "bad": "\ud800"}
    assert not is_signed(value, ANNA, SPECIFIED.key_id, SPECIFIED.public)
    assert not is_signed(signed({}), ANNA, SPECIFIED.key_id, "no key")


def test_a_recovery_key_is_read_as_people_write_it() -> None:
    assert recovery.write(KEY) == WRITTEN
    assert recovery.read(f" {WRITTEN.replace(' ', '')}\n") == KEY
    assert recovery.read(WRITTEN.replace("d", "e")) is None
    assert recovery.read("Mein Schulweg war lang!") is None
    assert recovery.read("z" * 400) is None


def test_a_passphrase_becomes_the_key_that_its_description_says() -> None:
    how = {"algorithm": "m.pbkdf2", "salt": "Salz", "iterations": 1000, "bits": 256}
    key = recovery.key_of("Mein Schulweg war lang", {"passphrase": how})
    assert key.hex() == PASSPHRASE
    assert recovery.key_of(WRITTEN, {"passphrase": how}) == KEY


@pytest.mark.parametrize(
    "how",
    [
        None,
        {"algorithm": "m.scrypt"},
        {"algorithm": "m.pbkdf2", "salt": "s", "iterations": 10**12},
        {"algorithm": "m.pbkdf2", "salt": "s", "iterations": 0},
        {"algorithm": "m.pbkdf2", "salt": 5, "iterations": 10},
        {"algorithm": "m.pbkdf2", "salt": "s", "iterations": 10, "bits": 10**9},
    ],
)
def test_a_passphrase_of_a_strange_kind_is_refused_at_once(how: object) -> None:
    with pytest.raises(NoSecret):
        recovery.key_of("Mein Schulweg war lang", {"passphrase": how})


def test_a_sealed_secret_opens_by_its_name_and_its_key_only() -> None:
    key = StorageKey(KEY)
    box = key.seal("m.cross_signing.master", b"geheim")
    assert key.unseal("m.cross_signing.master", box) == b"geheim"
    for other, name in ((StorageKey(), "m.cross_signing.master"), (key, "another")):
        with pytest.raises(NoSecret):
            other.unseal(name, box)
    for damaged in ({}, box | {"iv": "ä"}, box | {"iv": "AAAA"}, box | {"mac": 5}):
        with pytest.raises(NoSecret):
            key.unseal("m.cross_signing.master", damaged)


def test_clients_that_count_in_63_bits_can_open_it() -> None:
    assert all(decode(StorageKey(KEY).seal("x", b"")["iv"])[8] < 0x80 for _ in range(50))


def test_a_storage_key_knows_its_description() -> None:
    key, description = StorageKey(), StorageKey(KEY).description()
    assert StorageKey(KEY).fits(description)
    assert not key.fits(description)
    assert key.fits({"algorithm": description["algorithm"]})
    assert not key.fits({"algorithm": "m.other"})
    assert not key.fits(description | {"iv": 5})
    assert KEY.hex() not in repr(StorageKey(KEY)) + repr(Identity(user_id=BOT))


def test_the_identity_is_kept_for_this_user_only_and_never_thrown_away(tmp_path: Path) -> None:
    first, second = Identity(user_id=BOT), Identity(user_id=BOT)
    keeping.save(tmp_path, first)
    keeping.save(tmp_path, first)
    assert keeping.load(tmp_path, BOT) == first
    assert keeping.load(tmp_path, ANNA) is None
    keeping.save(tmp_path, second)
    aside = tmp_path / "identity-before-1.json"
    assert keeping.load(tmp_path, BOT) == second
    assert json.loads(aside.read_text())["seeds"] == first.seeds()
    assert [p.stat().st_mode & 0o777 for p in tmp_path.iterdir()] == [0o600, 0o600]


@pytest.mark.parametrize("content", ["", "[]", '{"user_id": "@lotse:hs.example", "seeds": {}}'])
def test_a_damaged_identity_is_not_taken_for_none(tmp_path: Path, content: str) -> None:
    (tmp_path / keeping.FILE).write_text(content)
    with pytest.raises(ValueError, match=r"damaged|seed"):
        keeping.load(tmp_path, BOT)


def test_an_identity_signs_what_others_check() -> None:
    ours = Identity(user_id=BOT)
    published = ours.published()
    master = ours.master
    for below in ("self_signing_key", "user_signing_key"):
        assert is_signed(published[below], BOT, master.key_id, master.public)
    device = {"device_id": "D", "signatures": {BOT: {"ed25519:D": encode(b"x")}}}
    done = ours.sign_device(device)
    assert ours.has_signed(done)
    assert not ours.has_signed(device)
    assert not Identity(user_id=BOT).has_signed(done)
