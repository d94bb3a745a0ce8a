"""The embedded homeserver and the human client, on which all other end-to-end tests stand."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from bot.demo.api import MatrixError
from bot.demo.homeserver import Homeserver
from bot.demo.install import default_venv
from bot.demo.person import Person
from bot.demo.progress import DemoError

pytestmark = pytest.mark.e2e

PersonFactory = Callable[..., Awaitable[Person]]


async def talk(person: PersonFactory) -> tuple[Person, Person, str]:
    """Two people in one room."""
    anna, bernd = await person("anna"), await person("bernd")
    room = await anna.create_room("Pflege", invite=[bernd.user_id])
    await anna.wait_for(
        lambda e: e.state_key == bernd.user_id and e.content.get("membership") == "join"
    )
    return anna, bernd, room


async def test_two_people_hear_each_other(person: PersonFactory) -> None:
    anna, bernd, room = await talk(person)
    question = await anna.say(room, "Wer kommt?")
    heard = await bernd.wait_for(lambda e: e.event_id == question)
    assert (anna.user_id, "Wer kommt?", "m.text") == (heard.sender, heard.body, heard.msgtype)
    answer = await bernd.reply(room, question, "Ich.")
    assert answer == (await anna.answer_to(question)).event_id
    assert (await bernd.joined_rooms())[room] == "Pflege"
    assert {anna.user_id: "anna", bernd.user_id: "bernd"} == await anna.members(room)


async def test_edits_reactions_and_redactions_arrive_as_such(person: PersonFactory) -> None:
    anna, bernd, room = await talk(person)
    first = await anna.say(room, "Wer komt?")
    await anna.edit(room, first, "Wer kommt?")
    edit = await bernd.wait_for(lambda e: e.replaces == first)
    assert edit.body == "Wer kommt?"
    await bernd.react(room, first, "👍")
    assert (await anna.wait_for(lambda e: bool(e.reaction))).reaction == "👍"
    await anna.redact(room, first)
    assert anna.user_id == (await bernd.wait_for(lambda e: e.redacts == first)).sender


async def test_nothing_is_missed_when_more_is_said_than_one_answer_holds(
    person: PersonFactory,
) -> None:
    anna, bernd, room = await talk(person)
    await bernd.close()
    late = Person(bernd.api.address, bernd.user_id, bernd.api.token)
    since = await late._sync(None)
    await asyncio.gather(*(anna.say(room, f"Satz {number}") for number in range(105)))
    await late._sync(since)
    await late.close()
    said = [e for e in await anna.messages(room) if e.is_message]
    assert len(said) == 105
    assert said == [e for e in late.heard if e.is_message]


async def test_direct_chats_are_remembered_in_the_account(person: PersonFactory) -> None:
    anna, bernd = await person("anna"), await person("bernd")
    room = await anna.create_direct(bernd.user_id)
    assert {bernd.user_id: [room]} == await anna.direct_rooms()


async def test_who_does_not_accept_invitations_is_left_alone(person: PersonFactory) -> None:
    anna, bernd = await person("anna"), await person("bernd", joins=False)
    room = await anna.create_room("Pflege", invite=[bernd.user_id])
    assert await bernd.joined_rooms() == {}
    with pytest.raises(MatrixError, match="403 M_FORBIDDEN"):
        await bernd.say(room, "Hallo")


async def test_who_may_no_longer_listen_is_told_so_at_once(person: PersonFactory) -> None:
    anna = await person("anna")
    await anna.api.request("POST", "/logout")
    with pytest.raises(MatrixError, match="401 M_UNKNOWN_TOKEN"):
        await anna.wait_for(lambda _: False)


async def test_waiting_in_vain_names_what_was_heard_instead(person: PersonFactory) -> None:
    anna = await person("anna")
    room = await anna.create_room("Pflege")
    await anna.wait_for(lambda e: e.type == "m.room.name")
    await anna.say(room, "Ist jemand da?")
    with pytest.raises(TimeoutError, match=r"Ist jemand da\?"):
        await anna.wait_for(lambda _: False, 0.5)


async def test_history_survives_a_restart_and_a_crash(tmp_path: Path) -> None:
    server = Homeserver(tmp_path, default_venv())
    async with server:
        user_id = server.register("anna", "secret")
        address = server.address
        async with await Person.login(address, user_id, "secret") as anna:
            room = await anna.create_room("Pflege")
            said = [await anna.say(room, "vorher")]
            server.kill()
            server.start()
            said.append(await anna.say(room, "nach dem Absturz"))
            await anna.wait_for(lambda e: e.event_id == said[1])
            token = anna.api.token
    assert server.pid is None
    async with server, Person(server.address, user_id, token) as anna:
        assert user_id == server.register("anna", "another password")
        assert said == [e.event_id for e in await anna.messages(room) if e.is_message]


async def test_default_rate_limits_can_be_kept_and_people_wait_them_out(tmp_path: Path) -> None:
    async with Homeserver(tmp_path, default_venv(), limits_lifted=False) as server:
        user_id = server.register("anna", "secret")
        async with await Person.login(server.address, user_id, "secret") as anna:
            room = await anna.create_room("Pflege")
            path = f"/rooms/{room}/send/m.room.message/"
            content = {"msgtype": "m.text", "body": "noch eins"}
            for number in range(10):
                await anna.api.request("PUT", f"{path}{number}", content)
            with pytest.raises(MatrixError, match="429 M_LIMIT_EXCEEDED"):
                await anna.api.request("PUT", f"{path}one-more", content, patience=0)
            await anna.say(room, "nach der Pause")


def test_a_homeserver_that_does_not_start_says_why(tmp_path: Path) -> None:
    (tmp_path / "homeserver.db").write_text("no database")
    server = Homeserver(tmp_path, default_venv())
    with pytest.raises(DemoError, match="file is not a database"):
        server.start()
    assert server.pid is None
