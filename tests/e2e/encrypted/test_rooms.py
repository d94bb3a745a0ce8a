"""The whole bot in encrypted rooms, with people whose clients are the strictest there are."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.demo.homeserver import Homeserver
from bot.demo.person import Person
from tests.e2e.community import Community, found
from tests.e2e.conftest import PersonFactory
from tests.e2e.encrypted.conftest import HumanFactory
from tests.e2e.encrypted.human import SECONDS, Human

pytestmark = pytest.mark.e2e


@dataclass
class Sealed:
    """A community with one person more, who has an encrypted room with the bot."""

    community: Community
    anna: Human
    room: str

    async def answered(self, text: str) -> str:
        """What the bot answers in the encrypted room, without any shield."""
        heard = await self.anna.answer(self.room, await self.anna.say(self.room, text))
        assert (heard.encrypted, heard.shield) == (True, "none")
        return heard.body


@pytest.fixture
async def sealed(
    homeserver: Homeserver,
    person: PersonFactory,
    human: HumanFactory,
    account: Callable[[str], tuple[str, str]],
    tmp_path: Path,
) -> AsyncIterator[Sealed]:
    office: Person = await person("buero")
    anna = await human("anna")
    made = await found(homeserver, office, account("lotse"), tmp_path)
    admins = json.dumps([office.user_id, anna.user_id])
    made.lotse.environment["LOTSE_OFFICE__ADMINS"] = admins
    await made.lotse.started()
    room = await anna("create", name="Pflege", invite=[made.lotse.user_id])
    assert await anna("joined", room=room, user=made.lotse.user_id, seconds=SECONDS)
    yield Sealed(made, anna, room)
    made.lotse.stop()


async def test_a_command_is_answered_without_a_shield(sealed: Sealed) -> None:
    assert "Pflegenetz SON" in await sealed.answered("!pate Pflege in Niedersachsen")
    for event in await sealed.anna.heard(sealed.room, sealed.community.lotse.user_id):
        if event.type == "m.room.message":
            assert (event.encrypted, event.failure, event.shield) == (True, None, "none")
