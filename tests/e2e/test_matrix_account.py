"""The Matrix part on a real homeserver: invitations, commands, gaps, direct chats, upgrades."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from bot.demo.homeserver import Homeserver
from bot.demo.person import Person
from bot.matrix import check
from bot.matrix.encryption import NoEncryption, Obstacle
from bot.matrix.sending.reconcile import find_sent
from bot.storage import outbox
from tests.e2e.conftest import PersonFactory
from tests.matrix.fake_homeserver import until
from tests.matrix.lotse import Lotse, say

pytestmark = pytest.mark.e2e
SOON = 20.0

LotseFactory = Callable[..., Awaitable[Lotse]]


@pytest.fixture
async def run(
    homeserver: Homeserver, account: Callable[[str], tuple[str, str]], tmp_path: Path
) -> AsyncIterator[LotseFactory]:
    """Start the bot, again and again on the same data; `admin` may invite it."""
    user_id, password = account("lotse")
    runs: list[Lotse] = []

    async def start(admin: Person) -> Lotse:
        one = Lotse(
            homeserver,
            tmp_path,
            user_id=user_id,
            password=password,
            admins=frozenset({admin.user_id}),
        )
        runs.append(one)
        await one.start()
        await until(lambda: one.matrix.health().last_sync is not None, SOON)
        return one

    yield start
    await runs[-1].stop()


async def test_invited_it_comes_greets_once_and_carries_commands_and_answers(
    person: PersonFactory, run: LotseFactory
) -> None:
    anna, bernd = await person("anna"), await person("bernd")
    lotse = await run(anna)
    room = await anna.create_room("Pflege", invite=[lotse.config.user_id, bernd.user_id])
    await anna.wait_for(lambda e: e.body == "greeting", SOON)
    command = await anna.say(room, "!hilfe")
    await lotse.heard("!hilfe", seconds=SOON)
    await lotse.post(say(f"r-{command}", room, "Antwort"))
    await anna.wait_for(lambda e: e.body == "Antwort", SOON)
    await lotse.stop()
    said = [f"!satz {number}" for number in range(130)]
    for text in said:
        await anna.say(room, text)
    again = await run(anna)
    await again.heard(*said, seconds=SOON)
    bodies = [e.body for e in await anna.messages(room) if e.sender == lotse.config.user_id]
    assert [body for body in bodies if body] == ["greeting", "Antwort"]


async def test_what_was_sent_is_found_again_in_the_room(
    person: PersonFactory, run: LotseFactory
) -> None:
    anna = await person("anna")
    lotse = await run(anna)
    room = await anna.create_room("Pflege", invite=[lotse.config.user_id])
    greeting = await anna.wait_for(lambda e: e.body == "greeting", SOON)
    for number in range(120):
        await anna.say(room, f"Satz {number}")
    ask = (lotse.matrix._session, NoEncryption(Obstacle.OFF), room)
    assert greeting.event_id == await find_sent(*ask, f"greet-{room}", lotse.now())
    assert await find_sent(*ask, "never-sent", lotse.now()) is None


async def test_a_person_is_reached_in_one_direct_chat(
    person: PersonFactory, run: LotseFactory
) -> None:
    anna, bernd = await person("anna"), await person("bernd")
    lotse = await run(anna)
    await lotse.post(say("k1", bernd.user_id, "eins"))
    first = await bernd.wait_for(lambda e: e.body == "eins", SOON)
    await lotse.post(say("k2", bernd.user_id, "zwei"))
    second = await bernd.wait_for(lambda e: e.body == "zwei", SOON)
    assert first.room_id == second.room_id
    await bernd.say(first.room_id, "danke")
    await lotse.heard("danke", seconds=SOON)
    assert lotse.taken[0].message.direct


async def test_a_stranger_is_turned_down(person: PersonFactory, run: LotseFactory) -> None:
    anna, bernd = await person("anna"), await person("bernd")
    lotse = await run(anna)
    room = await bernd.create_room("Falle", invite=[lotse.config.user_id])
    left = await bernd.wait_for(
        lambda e: e.state_key == lotse.config.user_id and e.content.get("membership") == "leave",
        SOON,
    )
    assert room == left.room_id


async def test_an_upgraded_room_is_followed(person: PersonFactory, run: LotseFactory) -> None:
    anna = await person("anna")
    lotse = await run(anna)
    room = await anna.create_room("Pflege", invite=[lotse.config.user_id], preset="public_chat")
    await anna.wait_for(lambda e: e.body == "greeting", SOON)
    answer = await anna.api.request("POST", f"/rooms/{room}/upgrade", {"new_version": "12"})
    new = answer["replacement_room"]
    await anna.wait_for(lambda e: e.room_id == new and e.state_key == lotse.config.user_id, SOON)
    await anna.say(new, "!hilfe")
    await lotse.heard("!hilfe", seconds=SOON)
    assert [e.body for e in await anna.messages(new) if e.body == "greeting"] == []


async def test_an_encrypted_room_gets_nothing_in_clear(
    person: PersonFactory, run: LotseFactory
) -> None:
    anna = await person("anna")
    lotse = await run(anna)
    room = await anna.create_room("Pflege", invite=[lotse.config.user_id])
    await anna.wait_for(lambda e: e.body == "greeting", SOON)
    await anna.set_state(room, "m.room.encryption", {"algorithm": "m.megolm.v1.aes-sha2"})
    await until(lambda: lotse.matrix._rooms.is_encrypted(room), SOON)
    await lotse.post(say("k1", room, "geheim"))
    await until(lambda: lotse.matrix.health().waiting == 0, SOON)
    assert "geheim" not in [e.body for e in await anna.messages(room)]


async def test_a_room_encrypted_while_it_was_off_gets_nothing_that_was_left_over(
    person: PersonFactory, run: LotseFactory
) -> None:
    anna = await person("anna")
    lotse = await run(anna)
    room = await anna.create_room("Pflege", invite=[lotse.config.user_id])
    await anna.wait_for(lambda e: e.body == "greeting", SOON)
    await lotse.database.write(lambda tx: outbox.add(tx, [say("k1", room, "geheim")], lotse.now()))
    await lotse.stop()
    await anna.set_state(room, "m.room.encryption", {"algorithm": "m.megolm.v1.aes-sha2"})
    again = await run(anna)
    await until(lambda: again.matrix.health().waiting == 0, SOON)
    assert "geheim" not in [e.body for e in await anna.messages(room)]


async def test_checking_a_real_account_tells_rights(
    person: PersonFactory, run: LotseFactory
) -> None:
    anna = await person("anna")
    lotse = await run(anna)
    room = await anna.create_room("Pflege", invite=[lotse.config.user_id])
    await anna.wait_for(lambda e: e.body == "greeting", SOON)
    found = await check(lotse.config, [room, "!nowhere:localhost"])
    first, second = found.rooms
    assert (
        first.joined,
        first.encrypted,
        first.level,
        first.to_speak,
        first.to_ping_all,
        first.fault,
    ) == (True, False, 0.0, 0.0, 50.0, None)
    assert (second.joined, second.fault) == (False, None)
    assert found.clock_offset is not None
