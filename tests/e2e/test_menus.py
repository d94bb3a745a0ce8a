"""A real homeserver keeps the descriptions of the commands, for clients that offer them."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from bot.demo.api import part
from bot.demo.homeserver import Homeserver
from bot.demo.person import Person
from bot.dispatch.declaring.describing import DESCRIPTION, LIST, state_key
from tests.e2e.community import ROOT, Community, found
from tests.e2e.conftest import PersonFactory

pytestmark = pytest.mark.e2e


@pytest.fixture
async def community(
    homeserver: Homeserver,
    person: PersonFactory,
    account: Callable[[str], tuple[str, str]],
    tmp_path: Path,
) -> AsyncIterator[Community]:
    made = await found(homeserver, await person("buero"), account("lotse"), tmp_path)
    made.lotse.environment |= {"LOTSE_MENUS__PAUSE": "0", "LOTSE_MENUS__PUBLISH": "both"}
    yield made
    made.lotse.stop()


async def until(condition: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(60):
        while not await condition():  # noqa: ASYNC110 -- the homeserver tells only who asks
            await asyncio.sleep(0.1)


async def described(community: Community, room: str, command: str) -> dict[str, Any]:
    """What the room holds of a command."""
    key = state_key(command, community.lotse.user_id)
    return await community.office.state(room, DESCRIPTION, key)


async def empower(office: Person, room: str, user_id: str) -> None:
    levels = await office.state(room, "m.room.power_levels")
    levels["users"] = levels.get("users", {}) | {user_id: 50}
    await office.set_state(room, "m.room.power_levels", levels)


async def publications(community: Community, room: str) -> int:
    history = await community.office.messages(room)
    return sum(event.type in (DESCRIPTION, LIST) for event in history)


async def test_a_room_is_told_the_commands_once_we_may_in_its_language_and_after_an_upgrade(
    community: Community,
) -> None:
    office, lotse, room = community.office, community.lotse, community.rooms["community"]
    await lotse.started()
    await community.arrived()
    await office.answer_to(await office.say(room, "!hilfe"))
    assert await publications(community, room) == 0
    await empower(office, room, lotse.user_id)
    # The list is set last.
    await until(lambda: _holds(office, room, lotse.user_id))
    german = await described(community, room, "pate anfragen")
    assert german["aliases"] == ["patron request"]
    assert "Netzwerk" in german["description"]["m.text"][0]["body"]
    assert await described(community, room, "rolle zeige") == {}

    published = await publications(community, room)
    lotse.stop()
    await lotse.started()
    await office.answer_to(await office.say(room, "!hilfe"))
    assert await publications(community, room) == published

    await office.answer_to(await office.say(room, "!sprache hier en"))
    await until(lambda: _is_empty(community, room, "pate anfragen"))
    assert (await described(community, room, "patron request"))["aliases"] == ["pate anfragen"]

    made = await office.api.request("POST", f"/rooms/{part(room)}/upgrade", {"new_version": "12"})
    new = str(made["replacement_room"])
    await office.invite(new, lotse.user_id)
    await until(lambda: _holds(office, new, lotse.user_id))
    await until(lambda: _is_there(community, new, "patron request"))


async def test_check_says_where_the_commands_cannot_be_published(community: Community) -> None:
    office, lotse, rooms = community.office, community.lotse, community.rooms
    await lotse.started()
    await community.arrived()
    await empower(office, rooms["office"], lotse.user_id)
    lotse.stop()
    command = (sys.executable, "-m", "bot", "check")
    checked = await asyncio.create_subprocess_exec(
        *command, cwd=ROOT, env=lotse.environment, stdout=asyncio.subprocess.PIPE
    )
    said = (await checked.communicate())[0].decode()
    missing = "the commands are not published (power level 0, publishing needs 50)"
    assert f"ok    room {rooms['office']}: the commands may be published" in said
    assert f"ok    room {rooms['announcements']}: {missing}" in said
    assert f"room {community.space}: the commands" not in said


async def _holds(office: Person, room: str, user_id: str) -> bool:
    return bool(await office.state(room, LIST, user_id))


async def _is_there(community: Community, room: str, command: str) -> bool:
    return bool(await described(community, room, command))


async def _is_empty(community: Community, room: str, command: str) -> bool:
    return not await described(community, room, command)
