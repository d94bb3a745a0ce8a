"""A homeserver that is gone, forgets, refuses or leaves things out, and a bot that comes back."""

from __future__ import annotations

import asyncio
import math
import time
from typing import Any

import pytest

from bot.demo.api import part
from tests.faults.ground import Ground, chatter, until
from tests.faults.judging import per_second
from tests.faults.mishaps import Changed, Garbled, Half, Page, Refused
from tests.faults.witness import nothing_wrong

pytestmark = pytest.mark.e2e

_TIMELINE = 100
"""The most events of a room that one answer to /sync brings."""


async def test_a_homeserver_that_is_gone_is_asked_less_than_once_a_second(place: Ground) -> None:
    place.proxy.then("PUT .*/send/", Page(502), times=12)
    for number in range(12):
        await place.say(place.rooms[number % 3], "!tagung")
    gone = place.proxy.then("", Page(502), times=math.inf)
    await gone.done(1)
    start = time.monotonic()
    await place.say(place.room, "!hilfe")
    await asyncio.sleep(20)
    asked = per_second(place.proxy.seen, start, time.monotonic())
    place.proxy.calm()
    nothing_wrong(await place.quiet(), asked=13)
    assert asked < 1


async def test_a_refused_token_is_replaced_and_what_was_said_meanwhile_is_answered_once(
    place: Ground,
) -> None:
    place.lotse.kill()
    for number in range(6):
        await place.say(place.rooms[number % 3], "!tagung")
    refused = place.proxy.then("GET .*/sync.*since=", Refused(400, "M_UNKNOWN_POS"))
    place.lotse.start()
    await refused.done()
    nothing_wrong(await place.quiet(), asked=9)


async def test_a_gap_is_filled_though_its_pages_fail(place: Ground) -> None:
    place.lotse.kill()
    for _ in range(4):
        await place.say(place.room, "!tagung")
    await chatter(place, 2 * _TIMELINE)
    pages = [
        place.proxy.then("GET .*/messages", mishap)
        for mishap in (Page(502), Half(), Garbled(b"{}"), Refused(500, "M_UNKNOWN"))
    ]
    place.lotse.start()
    for page in pages:
        await page.done()
    nothing_wrong(await place.quiet(), asked=7)


async def test_what_comes_with_the_news_and_again_from_the_gap_counts_once(place: Ground) -> None:
    def overlap(data: dict[str, Any]) -> None:
        for room in data.get("rooms", {}).get("join", {}).values():
            room["timeline"] |= {"limited": True, "prev_batch": data["next_batch"]}

    place.lotse.kill()
    for room in place.rooms:
        await place.say(room, "!tagung")
    place.proxy.then("GET .*/sync.*since=", Changed(overlap), times=3)
    pages = place.proxy.then("GET .*/messages", Changed(lambda _: None), times=3)
    place.lotse.start()
    await pages.done()
    nothing_wrong(await place.quiet(), asked=6)


async def test_what_was_said_while_it_was_sent_away_is_not_executed(place: Ground) -> None:
    bot, room = place.lotse.user_id, place.room
    await place.office.kick(room, bot)
    missed = await place.say(room, "!pate anfragen 4 Wie geht das ohne Sie?")
    await place.office.invite(room, bot)
    await place.arrive()
    await place.say(room, "!tagung")
    seen = await place.quiet(lambda seen: len(seen.lost) - 1)
    assert (seen.lost, seen.doubled) == ([missed], [])
    assert seen.said("ohne Sie") == []


async def test_a_command_that_was_taken_back_while_it_waited_does_nothing(place: Ground) -> None:
    place.lotse.kill()
    said = await place.say(place.room, "!pate anfragen 4 Wie geht das Geheime?")
    await place.office.redact(place.room, said)
    await place.say(place.room, "!anfrage liste")
    place.lotse.start()
    seen = await place.quiet()
    nothing_wrong(seen, asked=4)
    assert said not in seen.answers
    assert seen.said("Geheime") == []
    stored = b"".join(path.read_bytes() for path in place.data.glob("lotse.db*"))
    assert b"Geheime" not in stored


async def test_a_room_in_which_it_may_not_speak_holds_up_no_other(place: Ground) -> None:
    levels = await place.office.state(place.room, "m.room.power_levels")
    await place.office.set_state(
        place.room, "m.room.power_levels", {**levels, "events_default": 50}
    )
    muted = [await place.say(place.room, "!tagung") for _ in range(2)]
    await place.say(place.community.rooms["office"], "!tagung")
    await place.settled(lambda seen: len(seen.lost) - len(muted))
    await place.office.set_state(place.room, "m.room.power_levels", levels)
    await place.say(place.room, "!hilfe")
    seen = await place.quiet(lambda seen: len(seen.lost) - len(muted))
    assert (seen.lost, seen.doubled) == (muted, [])
    assert len(seen.said("M_FORBIDDEN", place.community.rooms["office"])) == 1


async def test_an_upgraded_office_room_is_told_in_its_new_place_and_only_there(
    place: Ground,
) -> None:
    old = place.community.rooms["office"]
    answer = await place.office.api.request(
        "POST", f"/rooms/{part(old)}/upgrade", {"new_version": "10"}
    )
    new = place.community.rooms["office"] = str(answer["replacement_room"])
    await place.office.invite(new, place.lotse.user_id)

    async def followed() -> bool:
        return f"{new} replaces {old}" in place.lotse.log()

    await until(followed)
    await place.say(place.room, "!pate anfragen 4 Wie geht das im neuen Raum?")
    seen = await place.quiet(lambda seen: not seen.said("neuen Raum", new))
    assert (seen.lost, seen.doubled) == ([], [])
    history = await place.office.messages(old)
    assert [e for e in history if "neuen Raum" in e.body] == []
