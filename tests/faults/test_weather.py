"""Whatever a wire, a gateway or a homeserver does to single requests, each promise is kept once."""

from __future__ import annotations

import math
from urllib.parse import unquote

import pytest

from tests.faults.ground import Ground, until
from tests.faults.judging import impatient
from tests.faults.mishaps import (
    Delay,
    Drip,
    Garbled,
    Half,
    Hang,
    Limited,
    Page,
    Refused,
    Reset,
)
from tests.faults.proxy import Mishap
from tests.faults.storm import ASKING, Outcome
from tests.faults.weather import weather
from tests.faults.witness import nothing_wrong

pytestmark = pytest.mark.e2e

SENDING: tuple[Mishap, ...] = (
    Delay(1),
    Reset(),
    Reset(taken=True),
    Half(),
    Drip(1),
    Hang(seconds=1),
    Hang(taken=True, seconds=1),
    Page(502),
    Page(504, taken=True),
    Refused(500, "M_UNKNOWN"),
    Garbled(b"<html>"),
    Garbled(b"[]", taken=True),
    Garbled(b"{}"),
    Garbled(b'{"event_id": 7}'),
    Garbled(b'{"event_id": ""}', taken=True),
)
LISTENING: tuple[Mishap, ...] = (
    Reset(taken=True),
    Half(),
    Drip(1),
    Page(502),
    Garbled(b'{"next_batch'),
    Garbled(b'{"next_batch": 5}'),
    Limited(700),
)
LIMITS = (Limited(200), Limited(header="2"), Limited("soon"))


async def test_answers_that_meet_a_mishap_arrive_once(place: Ground) -> None:
    rules = [place.proxy.then("PUT .*/send/", mishap) for mishap in SENDING]
    for number in range(len(SENDING)):
        await place.say(place.rooms[number % 3], "!tagung")
    for rule in rules:
        await rule.done()
    nothing_wrong(await place.quiet(), asked=len(SENDING))


async def test_whoever_replies_before_it_hears_that_its_question_arrived_is_answered(
    place: Ground,
) -> None:
    room = place.community.rooms["office"]
    place.proxy.then("PUT .*/send/", Reset(taken=True))
    deaf = place.proxy.then("PUT .*/send/", Page(502), times=math.inf)
    asked = await place.say(room, "!ansage neu morgen 9:00: Probe")
    (question,) = (await place.settled()).answers[asked]
    said = await place.office.reply(room, question.event_id, "ja")

    async def tried() -> bool:
        return any(f"r-{said}" in unquote(seen.path) for seen in deaf.met)

    await until(tried)
    place.proxy.calm()
    seen = await place.quiet(lambda seen: said not in seen.answers)
    nothing_wrong(seen, asked=4)
    assert ["Probe" in answer.body for answer in seen.answers[said]] == [True]


async def test_commands_are_heard_though_listening_meets_mishaps(place: Ground) -> None:
    for mishap in LISTENING:
        rule = place.proxy.then("GET .*/sync", mishap)
        await place.say(place.room, "!tagung")
        await rule.done()
    nothing_wrong(await place.quiet(), asked=len(LISTENING))


async def test_a_rate_limit_is_obeyed_by_all_that_is_to_be_sent(place: Ground) -> None:
    rules = [place.proxy.then("PUT .*/send/", limited) for limited in LIMITS]
    for room in place.rooms:
        await place.say(room, "!tagung")
    for rule in rules:
        await rule.done()
    nothing_wrong(await place.quiet(), asked=6)
    assert impatient(place.proxy.seen) == []


async def test_under_seeded_weather_nothing_is_lost_and_nothing_doubled(place: Ground) -> None:
    place.proxy.weather = weather(11, 0.12)
    for number in range(12):
        await place.say(place.rooms[number % 3], f"{ASKING} Wie geht das, Nummer {number}?")
    await place.settled()
    place.proxy.calm()
    outcome = await Outcome.of(place)
    assert (outcome.lost, outcome.doubled, outcome.untold) == (0, 0, 0)
    assert impatient(place.proxy.seen) == []
