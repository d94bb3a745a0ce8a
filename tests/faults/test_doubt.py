"""It cannot know whether its latest message arrived, and the homeserver no longer tells by itself."""

from __future__ import annotations

import math
import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest

from bot.demo.api import Api
from tests.faults.ground import Ground
from tests.faults.mishaps import UNSEEN, Hang, Refused
from tests.faults.witness import nothing_wrong

pytestmark = pytest.mark.e2e

_CONFIGURATION = 78
"""The exit code that tells a supervisor not to start it again."""


async def killed_before_it_knew(place: Ground) -> None:
    """An answer is in the room, and the bot was killed before it heard or saw so."""
    place.proxy.then("GET .*/sync", UNSEEN, times=math.inf)
    sent = place.proxy.then("PUT .*/send/", Hang(taken=True))
    await place.say(place.room, "!tagung")
    await sent.done()
    await place.settled()
    place.lotse.kill()


def execute(database: str, statement: str, *values: object) -> int:
    with closing(sqlite3.connect(database)) as connection, connection:
        return connection.execute(statement, values).rowcount


@pytest.mark.parametrize("away", [timedelta(hours=3), timedelta(hours=26), timedelta(days=10)])
async def test_after_a_long_absence_it_looks_before_it_says_something_again(
    place: Ground, away: timedelta
) -> None:
    await killed_before_it_knew(place)
    changed = execute(
        str(place.data / "lotse.db"),
        "UPDATE outbox SET first_attempt_at = first_attempt_at - ? WHERE state = 'sending'",
        round(away.total_seconds() * 1000),
    )
    await place.forget_transactions()
    place.lotse.start()
    await place.ready()
    nothing_wrong(await place.quiet(), asked=4)
    assert changed == 1


async def test_on_a_new_device_it_looks_before_it_says_something_again(place: Ground) -> None:
    await killed_before_it_knew(place)
    device = place.login.device_id
    (place.data / "session.json").unlink()
    place.lotse.start()
    await place.ready()
    nothing_wrong(await place.quiet(), asked=4)
    assert place.login.device_id != device


async def test_a_token_that_expired_is_renewed_and_nothing_is_lost(place: Ground) -> None:
    expired = Refused(401, "M_UNKNOWN_TOKEN", {"soft_logout": True})
    rules = [place.proxy.then(where, expired) for where in ("GET .*/sync", "PUT .*/send/")]
    await place.say(place.room, "!tagung")
    for rule in rules:
        await rule.done()
    await place.say(place.room, "!hilfe")
    nothing_wrong(await place.quiet(), asked=5)


async def test_when_its_token_is_refused_it_ends_and_goes_on_where_it_stopped(
    place: Ground,
) -> None:
    refused = Refused(401, "M_UNKNOWN_TOKEN", {"soft_logout": False})
    place.proxy.then("(GET .*/sync|PUT .*/send/|POST .*/(refresh|login))", refused, times=math.inf)
    await place.say(place.room, "!tagung")
    code = await place.ended()
    place.proxy.calm()
    await place.say(place.room, "!hilfe")
    place.lotse.start()
    nothing_wrong(await place.quiet(), asked=5)
    assert code == _CONFIGURATION


async def test_logged_out_by_somebody_it_says_so_and_is_let_in_as_a_new_device(
    place: Ground,
) -> None:
    await killed_before_it_knew(place)
    before = place.login
    api = Api(place.server.address, before.access_token)
    await api.request("POST", "/logout")
    await api.close()
    place.lotse.start()
    code = await place.ended()
    assert (code, await place.operator("init")) == (_CONFIGURATION, 0)
    place.lotse.start()
    await place.ready()
    nothing_wrong(await place.quiet(), asked=4)
    assert place.login.device_id != before.device_id
