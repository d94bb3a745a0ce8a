"""The whole bot in encrypted rooms, with people whose clients are the strictest there are."""

from __future__ import annotations

import asyncio
import random
import shutil

import pytest

from tests.e2e.conftest import PersonFactory
from tests.e2e.encrypted.conftest import HumanFactory
from tests.e2e.encrypted.human import SECONDS
from tests.e2e.encrypted.sealed import Sealed

pytestmark = pytest.mark.e2e


async def test_a_command_is_answered_without_a_shield(sealed: Sealed) -> None:
    assert "Pflegenetz SON" in await sealed.answered("!pate Pflege in Niedersachsen")
    for event in await sealed.anna.heard(sealed.room, sealed.community.lotse.user_id):
        if event.type == "m.room.message":
            assert (event.encrypted, event.failure, event.shield) == (True, None, "none")


async def test_it_goes_on_after_a_restart_and_after_the_loss_of_its_keys(sealed: Sealed) -> None:
    lotse = sealed.community.lotse
    assert await sealed.answered("!hilfe")
    lotse.stop()
    await lotse.started()
    assert await sealed.answered("!hilfe")
    devices = await sealed.anna("trust", user=lotse.user_id)
    lotse.stop()
    shutil.rmtree(lotse.folder / "data" / "crypto")
    await lotse.started()
    assert await sealed.answered("!hilfe")
    after = await sealed.anna("trust", user=lotse.user_id)
    assert len(after["devices"]) == 1
    assert after["devices"].keys() != devices["devices"].keys()
    assert not after["changed"]


async def test_rights_need_a_signed_device(sealed: Sealed, human: HumanFactory) -> None:
    """An admin's new device, not confirmed yet, may ask but not act."""
    anna = sealed.anna
    other = await human(at=sealed.login, identity="none", strict=False)
    assert await other("joined", room=sealed.room, user=anna.user_id, seconds=SECONDS)
    asked = await other.say(sealed.room, "!rolle liste")
    refused = await anna.answer(sealed.room, asked)
    assert "noch nicht bestätigt" in refused.body
    assert "noch nicht bestätigt" not in await sealed.answered("!rolle liste")


async def test_what_comes_in_clear_is_refused_in_the_room(
    sealed: Sealed, person: PersonFactory
) -> None:
    bernd = await person("bernd")
    await sealed.anna("invite", room=sealed.room, user=bernd.user_id)
    await bernd.wait_for(lambda e: e.room_id == sealed.room and e.state_key == bernd.user_id)
    asked = await bernd.say(sealed.room, "!hilfe")
    assert "ohne Verschlüsselung" in (await sealed.anna.answer(sealed.room, asked)).body


async def test_killed_at_any_moment_it_answers_every_command_exactly_once(sealed: Sealed) -> None:
    anna, lotse = sealed.anna, sealed.community.lotse
    dice = random.Random(7)
    asked: list[str] = []
    for number in range(24):
        text = "!tagung" if number % 2 else f"!pate anfragen 4 Wie geht das, Nummer {number}?"
        asked.append(await anna.say(sealed.room, text))
        if number % 4 == 3:
            await asyncio.sleep(dice.uniform(0, 0.8))
            lotse.kill()
            lotse.start()
    for event in asked:
        answer = await anna.answer(sealed.room, event)
        assert (answer.encrypted, answer.shield) == (True, "none")
    lotse.stop()
    heard = await anna.heard(sealed.room, lotse.user_id)
    relations = [event.content.get("m.relates_to", {}) for event in heard]
    answered = [one["m.in_reply_to"]["event_id"] for one in relations if "m.in_reply_to" in one]
    assert sorted(answered) == sorted(asked)
