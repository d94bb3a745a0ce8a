"""A month in the life of an untrained coordinator, with a bot that may die at any moment."""

from __future__ import annotations

import asyncio
import csv
import json
import random
import re
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from datetime import date
from pathlib import Path

import pytest

from bot.demo.event import Event
from bot.demo.homeserver import Homeserver
from bot.demo.person import Person
from tests.e2e import month, playing
from tests.e2e.cast import Cast
from tests.e2e.community import ROOT, Community, found
from tests.e2e.conftest import PersonFactory
from tests.e2e.playing import Stage

pytestmark = pytest.mark.e2e

FRIDAY = 5
NETWORKS = ROOT / "bot/data/networks.json"


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


async def run(community: Community, *words: str) -> None:
    """A command of the bot's own command line."""
    done = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-m", "bot", *words],
        cwd=ROOT,
        env=community.lotse.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


async def cast(community: Community, person: PersonFactory, stage: Stage) -> Cast:
    """Everyone in the rooms, the bot awake, and eighteen offers to turn pages of."""
    known = json.loads(NETWORKS.read_text("utf-8"))
    offered = [
        {"network": one["short_name"], "topic": one["topics"][0], "level": "2"}
        for one in known[2:20]
    ]
    file = community.lotse.folder / "angebote.json"
    file.write_text(json.dumps(offered), "utf-8")
    await run(community, "import", "netzwerke", str(NETWORKS))
    await run(community, "import", "angebote", str(file))
    await community.lotse.started()
    await community.arrived()
    anna, bernd = await person("anna"), await person("bernd")
    for one in (anna, bernd):
        for place in (community.rooms["community"], community.space):
            await community.office.invite(place, one.user_id)
            await arrival(one, place, one.user_id)
    # These clients know no encryption, which the bot would choose for chats that it opens.
    chats = {one: await one.create_direct(stage.bot) for one in (anna, bernd)}
    for one, chat in chats.items():
        await arrival(one, chat, stage.bot)
    stage.people += [community.office, anna, bernd]
    return Cast(stage, community.office, anna, bernd, chats[anna])


async def arrival(one: Person, room: str, user_id: str) -> None:
    """Wait until they see somebody in a room."""
    await one.wait_for(
        lambda e: (
            e.room_id == room and e.state_key == user_id and e.content.get("membership") == "join"
        ),
        30,
    )


async def rest(cast: Cast) -> list[Event]:
    """What the bot sent in all, once it has nothing more to tidy up; then it is ended."""
    left = {one.answer.event_id for one in cast.abandoned}
    for _ in range(100):
        ours = await cast.stage.ours()
        seeded = {body(ours, one) for one in playing.seeds_left(ours) if one not in left}
        if not seeded:
            break
        await asyncio.sleep(0.3)
    assert seeded == set()
    cast.stage.community.lotse.stop()
    return await cast.stage.ours()


def body(events: list[Event], event_id: str) -> str:
    """What a message says."""
    return next((event.body for event in events if event.event_id == event_id), event_id)


async def exported(community: Community, name: str) -> list[dict[str, str]]:
    """The rows of FKB OWL in what the bot writes out."""
    folder = community.lotse.folder / "export"
    await run(community, "export", str(folder))
    text = (folder / name).read_text("utf-8-sig")
    return [
        row
        for row in csv.DictReader(text.splitlines(), delimiter=";")
        if row["network"] == "FKB OWL"
    ]


def check(stage: Stage, ours: list[Event]) -> None:
    """Everything was answered once, and nothing tells of the deaths."""
    assert playing.unequal(stage, ours) == {}
    assert playing.repeated(ours) == []
    assert max(playing.results(ours), default=0) <= 1
    assert playing.deaths_heard(ours) == []
    assert "handling failed" not in stage.community.lotse.log()


@pytest.fixture
async def played(
    community: Community, person: PersonFactory, request: pytest.FixtureRequest
) -> AsyncIterator[Cast]:
    """The cast on its stage; what was said is shown if the test fails."""
    seed, deaths = request.param
    stage = Stage(community, random.Random(seed), deaths)
    yield await cast(community, person, stage)
    print(*stage.transcript, f"{len(stage.expected)} messages, {stage.killed} deaths", sep="\n")


@pytest.mark.parametrize("played", [(2611, 0.3)], indirect=True)
async def test_a_month_ends_as_she_meant_it_though_the_bot_was_killed_now_and_then(
    played: Cast,
) -> None:
    community, pc, room = played.stage.community, played.pc, played.room
    await month.appointed(played)
    await month.she_looks_around(played)
    thread = await month.she_asks_bernd(played)
    await month.she_offers(played)
    await month.she_seeks(played)
    await month.she_reports(played, thread)
    await month.the_bot_is_away(played)
    await month.the_office_plans(played)
    await month.she_reads(played)
    newcomers = (await pc.say(room, "!projekt zeige 1")).text
    campus = (await pc.say(room, "!projekt zeige 2")).text
    requests = (await pc.say(room, "!anfrage liste")).text
    meeting = (await pc.say(room, "!tagung")).text
    check(played.stage, await rest(played))
    assert told(newcomers) == ["Während der Pause gemeldet", "Stammtisch mit Zugezogenen"]
    assert told(campus) == [
        "Fortbildung geplant",
        "31 Betriebe dabei",
        "Plakat gehängt",
        "Förderung bewilligt",
        "Gespräch mit der Kammer",
        "Auftakt",
    ]
    assert re.findall(r"#(\d) .*: (\w+)$", requests, re.MULTILINE) == [
        ("3", "zurückgenommen"),
        ("2", "angenommen"),
        ("1", "erledigt"),
    ]
    assert "Abgesagt ist: 9. Fachtagung" in meeting
    offers = await exported(community, "angebote.csv")
    assert [(one["topic"], one["level"], one["note"]) for one in offers] == [
        ("mint", "3", ""),
        ("steuerung", "2", "Beirat seit 2019"),
        ("monitoring", "2", "Datenblatt"),
    ]
    needs = await exported(community, "bedarfe.csv")
    assert [(one["topic"], one["note"]) for one in needs] == [
        ("rueckkehr", "Erste Rückkehrertage"),
        ("weiterbildung", "Erfahrung mit Verbünden"),
    ]
    assert date.fromisoformat(needs[0]["until"]).isoweekday() == FRIDAY
    assert needs[1]["until"] == "2027-12-31"


@pytest.mark.parametrize("played", [(3, 1)], indirect=True)
async def test_a_day_ends_as_she_meant_it_though_the_bot_was_killed_at_every_message(
    played: Cast,
) -> None:
    await month.appointed(played)
    await month.she_is_brief(played)
    campus = (await played.pc.say(played.room, "!projekt zeige 1")).text
    requests = (await played.pc.say(played.room, "!anfrage liste")).text
    check(played.stage, await rest(played))
    assert played.stage.killed == len(played.stage.expected)
    assert told(campus) == ["Auftakt"]
    assert "#1 an Ems-Achse" in requests
    assert "angenommen" in requests
    assert await exported(played.stage.community, "angebote.csv") == []
    assert await exported(played.stage.community, "bedarfe.csv") == []


def told(shown: str) -> list[str]:
    """The updates of a project, the latest first, without their days."""
    return re.findall(r"^• .*? \d{4}: (.*)$", shown, re.MULTILINE)
