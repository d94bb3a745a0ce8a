"""The devices of people: new ones that they have verified, others that nobody has, and resets."""

from __future__ import annotations

import pytest

from tests.e2e.encrypted.conftest import HumanFactory
from tests.e2e.encrypted.human import SECONDS
from tests.e2e.encrypted.sealed import Sealed

pytestmark = pytest.mark.e2e

WITHHELD = "MEGOLM_KEY_WITHHELD_FOR_UNVERIFIED_DEVICE"


async def test_a_new_device_reads_on_and_an_unverified_one_is_told_why_it_cannot(
    sealed: Sealed, human: HumanFactory
) -> None:
    await sealed.answered("!tagung")
    key = sealed.anna.recovery_key
    phone = await human(at=sealed.login, identity="restored", recoveryKey=key)
    thief = await human(at=sealed.login, identity="none", strict=False)
    asked = await phone.say(sealed.room, "!tagung")
    for reader in (phone, sealed.anna):
        heard = await reader.answer(sealed.room, asked)
        assert (heard.encrypted, heard.shield) == (True, "none")
    reason = await thief("failure", room=sealed.room, to=asked, seconds=SECONDS)
    assert reason == WITHHELD


async def test_a_new_identity_has_no_rights_until_the_office_confirms_it(sealed: Sealed) -> None:
    office, rooms = sealed.community.office, sealed.community.rooms
    before = await sealed.answered("!raum liste")
    user, password = sealed.login
    await sealed.anna("reset", user=user, password=password)
    refused = await sealed.answered("!raum liste")
    told = await office.wait_for(
        lambda e: e.room_id == rooms["office"] and "neuen Verschlüsselungs-Identität" in e.body, 60
    )
    asked = await office.say(rooms["office"], f"!rolle bestätigen {user}")
    await office.answer_to(asked)
    await office.answer_to(await office.say(rooms["office"], "!ja"))
    assert f"!rolle bestätigen {user}" in told.body
    assert "noch nicht bestätigt" in refused
    assert before == await sealed.answered("!raum liste")
