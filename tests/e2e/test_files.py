"""On a real homeserver: files arrive and can be downloaded, receipts and typing are seen."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.demo.api import Api, MatrixError
from bot.demo.event import Attachment
from bot.demo.homeserver import Homeserver
from bot.demo.person import Person
from tests.e2e.conftest import PersonFactory
from tests.matrix.fake_homeserver import until
from tests.matrix.lotse import Lotse
from tests.matrix.test_uploading import TABLE, file

pytestmark = pytest.mark.e2e
SOON = 20.0


Meeting = tuple[Lotse, Person, str]


@pytest.fixture
async def meeting(
    homeserver: Homeserver,
    account: Callable[[str], tuple[str, str]],
    person: PersonFactory,
    tmp_path: Path,
) -> AsyncIterator[Meeting]:
    """The bot and Anna in a room."""
    anna, (ours, password) = await person("anna"), account("lotse")
    admins = frozenset({anna.user_id})
    lotse = Lotse(homeserver, tmp_path, user_id=ours, password=password, admins=admins)
    await lotse.start()
    room = await anna.create_room("Pflege", invite=[ours])
    await anna.wait_for(lambda e: e.body == "greeting", SOON)
    yield lotse, anna, room
    await lotse.stop()


async def test_a_file_arrives_as_it_was_and_only_accounts_can_download_it(
    homeserver: Homeserver, meeting: Meeting
) -> None:
    lotse, anna, room = meeting
    asked = await anna.say(room, "!netzwerke datei")
    await lotse.heard("!netzwerke datei", seconds=SOON)
    upload, message = file(room, cause=asked)
    content = dict(message.content)
    del content["m.relates_to"]
    await lotse.post(upload, replace(message, content=content))
    shown = await anna.wait_for(lambda e: e.file is not None, SOON)
    assert shown.file is not None
    assert (shown.file.name, shown.file.mimetype) == ("Netzwerke.csv", "text/csv")
    raw = await anna.download(shown.file)
    assert (raw.decode(), len(raw)) == (TABLE, shown.file.size)
    await nobody_else_downloads(homeserver, shown.file)
    await until(lambda: lotse.matrix.health().waiting == 0, SOON)


async def test_people_see_that_their_command_was_read_and_that_we_are_at_work(
    meeting: Meeting,
) -> None:
    lotse, anna, room = meeting
    command = await anna.say(room, "!hilfe")

    async def read() -> bool:
        marks = (await seen(anna, room)).get("m.receipt", {}).get(command, {})
        return lotse.config.user_id in marks.get("m.read", {})

    async def typing() -> bool:
        return lotse.config.user_id in (await seen(anna, room))["m.typing"]["user_ids"]

    await sooner_or_later(read)
    async with lotse.matrix.attention.working(room):
        await sooner_or_later(typing)

    async def silent() -> bool:
        return not await typing()

    await sooner_or_later(silent)


async def seen(anna: Person, room: str) -> dict[str, Any]:
    """What her client is told beside the messages, by its kind."""
    wanted = {"room": {"rooms": [room], "ephemeral": {"types": ["m.receipt", "m.typing"]}}}
    query = {"filter": json.dumps(wanted), "timeout": "0"}
    answer = await anna.api.request("GET", "/sync", query=query)
    events = answer["rooms"]["join"][room]["ephemeral"]["events"]
    nothing: dict[str, Any] = {"m.typing": {"user_ids": []}}
    return nothing | {event["type"]: event["content"] for event in events}


async def sooner_or_later(true: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(SOON):
        while not await true():  # noqa: ASYNC110 -- the homeserver knows
            await asyncio.sleep(0.05)


async def nobody_else_downloads(homeserver: Homeserver, known: Attachment) -> None:
    stranger = Api(homeserver.address)
    with pytest.raises(MatrixError) as refused:
        await stranger.fetch(f"/media/download/{known.server}/{known.media_id}", most=10_000)
    await stranger.close()
    assert (refused.value.status, refused.value.code) == (401, "M_MISSING_TOKEN")
