"""Whose devices get keys and whose word counts: judged by signatures, remembered by pins."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from copy import deepcopy
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.domain.dialogue.inline import Mention
from bot.domain.journal import OutboxRow
from bot.matrix.crypto.identity import Identity
from bot.matrix.crypto.judging import judge
from bot.matrix.crypto.parts import Standing, Verdict
from bot.matrix.crypto.signing import SigningKey
from bot.matrix.crypto.trusting import Trusting
from bot.storage import pins
from bot.storage.database import Database
from bot.storage.migrate import migrate
from bot.storage.sqlite import Sqlite
from tests.matrix.fake_homeserver import ANNA, BERND
from tests.matrix.lotse import PlainRights, PlainWords

Json = dict[str, Any]


def device(user: str, name: str, identity: Identity | None = None) -> Json:
    """A device's keys, signed by itself and by its owner's identity."""
    key = SigningKey()
    bare: Json = {
        "user_id": user,
        "device_id": name,
        "algorithms": [],
        "keys": {f"ed25519:{name}": key.public, f"curve25519:{name}": "x"},
    }
    by_key: Json = key.sign(bare, user)["signatures"]
    done = bare | {"signatures": {user: {f"ed25519:{name}": by_key[user][key.key_id]}}}
    return identity.self_signing.sign(done, user) if identity else done


def answer(user: str, identity: Identity | None, **devices: Json) -> Json:
    """What the homeserver says about a person."""
    said: Json = {"device_keys": {user: devices}, "failures": {}}
    if identity:
        keys = identity.published()
        said["master_keys"] = {user: keys["master_key"]}
        said["self_signing_keys"] = {user: keys["self_signing_key"]}
    return said


def test_signed_is_what_the_owner_has_signed() -> None:
    anna = Identity(user_id=ANNA)
    said = answer(ANNA, anna, A=device(ANNA, "A", anna), B=device(ANNA, "B"))
    assert judge(said) == {
        ANNA: Verdict(
            master=anna.master.public, signed=frozenset("A"), devices=frozenset(("A", "B"))
        )
    }
    nobody = judge(answer(ANNA, None, A=device(ANNA, "A", anna)))[ANNA]
    assert nobody == Verdict(master=None, signed=frozenset(), devices=frozenset("A"))


def _another_master(said: Json) -> None:
    said["master_keys"] = {ANNA: Identity(user_id=ANNA).published()["master_key"]}


def _another_signing(said: Json) -> None:
    said["self_signing_keys"] = {ANNA: Identity(user_id=ANNA).published()["self_signing_key"]}


def _another_owner(said: Json) -> None:
    said["master_keys"][ANNA]["user_id"] = BERND


def _another_usage(said: Json) -> None:
    said["self_signing_keys"][ANNA]["usage"] = ["user_signing"]


def _two_keys(said: Json) -> None:
    said["master_keys"][ANNA]["keys"]["ed25519:more"] = "more"


def _another_key(said: Json) -> None:
    said["device_keys"][ANNA]["A"]["keys"]["ed25519:A"] = SigningKey().public


def _another_name(said: Json) -> None:
    said["device_keys"][ANNA] = {"B": said["device_keys"][ANNA]["A"]}


def _other_words(said: Json) -> None:
    said["device_keys"][ANNA]["A"]["algorithms"] = ["more"]


def _no_objects(said: Json) -> None:
    said["device_keys"][ANNA]["A"] = []
    said["master_keys"][ANNA] = "x"


@pytest.mark.parametrize(
    "forge",
    [
        _another_master,
        _another_signing,
        _another_owner,
        _another_usage,
        _two_keys,
        _another_key,
        _another_name,
        _other_words,
        _no_objects,
    ],
)
def test_a_lying_homeserver_makes_nothing_signed(forge: Any) -> None:
    anna = Identity(user_id=ANNA)
    said = deepcopy(answer(ANNA, anna, A=device(ANNA, "A", anna)))
    forge(said)
    assert judge(said)[ANNA].signed == frozenset()


def test_a_device_with_the_name_of_a_key_is_not_signed() -> None:
    anna = Identity(user_id=ANNA)
    name = anna.self_signing.public
    bare = {"user_id": ANNA, "device_id": name, "keys": {f"ed25519:{name}": name}}
    said = answer(ANNA, anna, **{name: anna.self_signing.sign(bare, ANNA)})
    verdict = judge(said)[ANNA]
    assert (verdict.signed, verdict.devices) == (frozenset(), frozenset([name]))


def test_a_device_that_has_not_signed_itself_is_none() -> None:
    anna = Identity(user_id=ANNA)
    bare = {"user_id": ANNA, "device_id": "A", "keys": {"ed25519:A": SigningKey().public}}
    verdict = judge(answer(ANNA, anna, A=anna.self_signing.sign(bare, ANNA)))[ANNA]
    assert (verdict.signed, verdict.devices) == (frozenset(), frozenset())


@pytest.mark.parametrize("said", [{}, {"device_keys": []}, {"device_keys": {ANNA: {"A": 5}}}])
def test_nonsense_proves_nothing(said: Json) -> None:
    assert all(not verdict.devices for verdict in judge(said).values())


class Trusted:
    """The trust on a database of its own; `said` is what the office was told."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.rights = PlainRights(ANNA)
        self.said: list[str] = []

    async def fresh(self, share_with: str = "cross-signed") -> Trusting:
        """As after a restart."""
        self.rights.pins = {**await self.database.read(pins.known)}
        return Trusting(
            self.database,
            PlainWords(),
            lambda: datetime(2026, 11, 28, tzinfo=UTC),
            share_with=share_with,
            rights=lambda: self.rights,
            carry=self._carry,
        )

    def _carry(self, posts: Sequence[OutboxRow]) -> None:
        self.said += [str(post.content["body"]) for post in posts]


@pytest.fixture
async def trusted(tmp_path: Path) -> AsyncIterator[Trusted]:
    database = Database(Sqlite(tmp_path / "lotse.db"))
    await database.open()
    await migrate(database)
    yield Trusted(database)
    await database.close()


async def test_keys_go_to_signed_devices_or_to_all(trusted: Trusted) -> None:
    anna = Identity(user_id=ANNA)
    said = answer(ANNA, anna, A=device(ANNA, "A", anna), B=device(ANNA, "B"))
    for share_with, expected in (("cross-signed", [True, False]), ("all", [True, True])):
        trust = await trusted.fresh(share_with)
        assert not trust.may_have_keys(ANNA, "A")
        await trust.learn(trust.judge(said))
        assert expected == [trust.may_have_keys(ANNA, name) for name in "AB"]
        assert not trust.may_have_keys(ANNA, "C")
        assert not trust.may_have_keys(BERND, "A")


async def test_it_tells_whose_devices_changed(trusted: Trusted) -> None:
    trust, anna = await trusted.fresh(), Identity(user_id=ANNA)
    unsigned = answer(ANNA, anna, A=device(ANNA, "A", anna), B=device(ANNA, "B"))
    signed = deepcopy(unsigned)
    signed["device_keys"][ANNA]["B"] = anna.self_signing.sign(
        signed["device_keys"][ANNA]["B"], ANNA
    )
    told = [await trust.learn(trust.judge(said)) for said in (unsigned, unsigned, signed, signed)]
    assert told == [{ANNA}, frozenset(), {ANNA}, frozenset()]


async def test_a_changed_identity_counts_only_when_it_is_confirmed(trusted: Trusted) -> None:
    trust, old, new = await trusted.fresh(), Identity(user_id=ANNA), Identity(user_id=ANNA)
    first = answer(ANNA, old, A=device(ANNA, "A", old))
    second = answer(ANNA, new, A=device(ANNA, "A", new))
    await trust.learn(trust.judge(first))
    assert trust.standing(ANNA, "A") is Standing.SIGNED
    await trust.learn(trust.judge(second))
    await trust.learn(trust.judge(second))
    assert trust.standing(ANNA, "A") is Standing.CHANGED
    assert trust.may_have_keys(ANNA, "A")
    assert trusted.said == [f"office-identity-changed {{'user': {Mention(ANNA)}}}"]
    restarted = await trusted.fresh()
    await restarted.learn(restarted.judge(second))
    assert restarted.standing(ANNA, "A") is Standing.CHANGED
    assert len(trusted.said) == 1
    confirmed = await trusted.database.write(
        lambda tx: pins.move(tx, ANNA, new.master.public, datetime.now(UTC))
    )
    trusted.rights.note([confirmed])
    assert confirmed.other is None
    assert restarted.standing(ANNA, "A") is Standing.SIGNED


async def test_who_returns_to_the_known_identity_has_their_rights_back(trusted: Trusted) -> None:
    trust, old, new = await trusted.fresh(), Identity(user_id=ANNA), Identity(user_id=ANNA)
    for one in (old, new, old):
        await trust.learn(trust.judge(answer(ANNA, one, A=device(ANNA, "A", one))))
    assert trust.standing(ANNA, "A") is Standing.SIGNED
    assert await trusted.database.read(pins.changed) == ()
    assert len(trusted.said) == 1


async def test_who_has_no_rights_may_change_without_a_word(trusted: Trusted) -> None:
    trust, old, new = await trusted.fresh(), Identity(user_id=BERND), Identity(user_id=BERND)
    for one in (old, new):
        await trust.learn(trust.judge(answer(BERND, one, A=device(BERND, "A", one))))
        assert trust.standing(BERND, "A") is Standing.SIGNED
    assert trusted.said == []


async def test_standings_say_what_is_missing(trusted: Trusted) -> None:
    trust, anna = await trusted.fresh(), Identity(user_id=ANNA)
    assert trust.standing(ANNA, "A") is Standing.UNKNOWN
    said = answer(ANNA, anna, A=device(ANNA, "A"))
    await trust.learn(trust.judge(said))
    assert trust.standing(ANNA, "A") is Standing.UNSIGNED
    assert trust.standing(ANNA, "B") is Standing.UNKNOWN
