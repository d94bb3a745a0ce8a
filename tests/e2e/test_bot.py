"""The whole bot as a process beside a real homeserver, and people who are no nio clients."""

from __future__ import annotations

import asyncio
import random
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.demo.homeserver import Homeserver
from tests import postgres
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
    yield made
    made.lotse.stop()


async def test_a_command_is_answered_in_its_room_silently_and_as_a_reply(
    community: Community, person: PersonFactory
) -> None:
    await community.lotse.started()
    await community.arrived()
    anna, room = await person("anna"), community.rooms["community"]
    await community.office.invite(room, anna.user_id)
    await community.office.invite(community.space, anna.user_id)
    await anna.wait_for(lambda e: e.room_id == community.space and e.state_key == anna.user_id)
    asked = await anna.say(room, "!pate Pflege in Niedersachsen")
    answer = await anna.answer_to(asked)
    assert "Pflegenetz SON" in answer.body
    assert (answer.msgtype, answer.content["m.mentions"]) == ("m.notice", {})


async def test_each_room_is_greeted_once_and_not_at_a_restart(community: Community) -> None:
    await community.lotse.started()
    await community.arrived()
    room, office = community.rooms["community"], community.office
    await office.answer_to(await office.say(room, "!hilfe"))
    community.lotse.stop()
    await community.lotse.started()
    await office.answer_to(await office.say(room, "!hilfe"))
    history = await office.messages(room)
    greetings = [e for e in history if "ich bin der Netzwerklotse" in e.body]
    assert len(greetings) == 1


async def test_a_stranger_cannot_invite_the_bot(
    community: Community, person: PersonFactory
) -> None:
    await community.lotse.started()
    await community.arrived()
    stranger = await person("fremd")
    room = await stranger.create_room("Falle", invite=[community.lotse.user_id])
    refused = await stranger.wait_for(
        lambda e: (
            e.room_id == room
            and e.state_key == community.lotse.user_id
            and e.content.get("membership") == "leave"
        )
    )
    assert refused.sender == community.lotse.user_id


async def test_killed_at_any_moment_it_answers_every_command_exactly_once(
    community: Community,
) -> None:
    lotse, office = community.lotse, community.office
    await lotse.started()
    await community.arrived()
    rooms = list(community.rooms.values())
    dice = random.Random(7)
    asked: dict[str, str] = {}
    for number in range(40):
        room = rooms[number % len(rooms)]
        text = "!tagung" if number % 2 else f"!pate anfragen 4 Wie geht das, Nummer {number}?"
        asked[await office.say(room, text)] = room
        if number % 5 == 4:
            await asyncio.sleep(dice.uniform(0, 0.4))
            lotse.kill()
            lotse.start()
    await _all_answered(community, asked)
    lotse.stop()
    counts = [len((await community.answers(room))[event]) for event, room in asked.items()]
    assert counts == [1] * len(asked)
    history = await office.messages(community.rooms["office"])
    told = [event for event in history if "fragt Ems-Achse" in event.body]
    assert len(told) == len(asked) / 2


async def test_on_postgresql_it_answers_and_goes_on_after_a_kill(
    community: Community, postgres_url: str
) -> None:
    lotse, office, room = community.lotse, community.office, community.rooms["community"]
    lotse.environment["LOTSE_DATABASE__URL"] = await postgres.empty_schema(postgres_url)
    await lotse.started()
    await community.arrived()
    before = await office.answer_to(await office.say(room, "!pate anfragen 4 Wie geht das?"))
    lotse.kill()
    asked = await office.say(room, "!anfrage liste")
    await lotse.started()
    after = await office.answer_to(asked)
    counts = {event: len(bodies) for event, bodies in (await community.answers(room)).items()}
    assert "#1" in before.body
    assert "#1 an Ems-Achse" in after.body
    assert set(counts.values()) == {1}


async def _all_answered(community: Community, asked: dict[str, str]) -> None:
    async with asyncio.timeout(60):
        for event, room in asked.items():
            while event not in await community.answers(room):  # noqa: ASYNC110 -- history tells nobody
                await asyncio.sleep(0.2)


async def test_a_meeting_entered_in_chat_is_announced_at_its_moment(community: Community) -> None:
    zone = ZoneInfo("Europe/Berlin")
    due = (datetime.now(UTC).astimezone(zone) + timedelta(seconds=12)).replace(microsecond=0)
    community.lotse.environment["LOTSE_MEETING__ANNOUNCE_AT"] = f"{due:%H:%M:%S}"
    await community.lotse.started()
    await community.arrived()
    office, day = community.office, f"{due + timedelta(days=1):%d.%m.%Y}"
    text = f"!tagung neu 9. Fachtagung | Weiter so | {day} 10:00 | Berlin"
    shown = await office.answer_to(await office.say(community.rooms["office"], text))
    await office.answer_to(await office.say(community.rooms["office"], "!ja"))
    post = await office.wait_for(
        lambda e: e.room_id == community.rooms["announcements"] and "9. Fachtagung" in e.body, 30
    )
    late = datetime.fromtimestamp(post.ts / 1000, UTC) - due
    why = await office.answer_to(await office.reply(post.room_id, post.event_id, "Warum?"))
    assert "Weiter so" in shown.body
    assert post.msgtype == "m.text"
    assert timedelta(seconds=-1) < late < timedelta(seconds=5)
    assert "9. Fachtagung" in why.body


async def test_a_room_that_becomes_encrypted_gets_no_more_clear_text(
    community: Community,
) -> None:
    await community.lotse.started()
    await community.arrived()
    office, room = community.office, community.rooms["community"]
    await office.answer_to(await office.say(room, "!hilfe"))
    before = len(await office.messages(room))
    await office.set_state(room, "m.room.encryption", {"algorithm": "m.megolm.v1.aes-sha2"})
    await office.say(room, "!hilfe")
    # It was said in clear, which is answered.
    await office.wait_for(lambda e: e.room_id == room and e.type == "m.room.encrypted")
    after = [e for e in (await office.messages(room))[before:] if e.sender != office.user_id]
    assert {e.type for e in after} == {"m.room.encrypted"}


async def test_check_and_init_tell_what_is_right_and_what_is_not(community: Community) -> None:
    environment = {**community.lotse.environment}
    command = [sys.executable, "-m", "bot"]

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*command, *words],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    made = await asyncio.to_thread(run, "init")
    unready = await asyncio.to_thread(run, "check")
    environment["LOTSE_MATRIX__PASSWORD"] = "wrong"
    kept = await asyncio.to_thread(run, "init")
    environment["LOTSE_DATA_DIR"] += "-other"
    refused = await asyncio.to_thread(run, "init")
    assert (made.returncode, unready.returncode, kept.returncode, refused.returncode) == (
        0,
        1,
        0,
        78,
    )
    assert "the bot is not in it" in unready.stdout
    assert "wrong" not in refused.stdout + refused.stderr
