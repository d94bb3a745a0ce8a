"""A restore as operators do it: the disk is lost, and the backup does not know the latest hours."""

from __future__ import annotations

import asyncio
import shutil
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.faults.figures import Figure
from tests.faults.ground import Ground, until
from tests.faults.storm import ASKING, WORDS, Outcome

_BERLIN = ZoneInfo("Europe/Berlin")
_POST = "Bitte alle melden"
_AHEAD = timedelta(seconds=45)
_LOOKS = 35.0
"""Seconds within which the bot looks at its schedule."""


@dataclass(frozen=True, slots=True)
class Drilled:
    """What the rooms hold in the end; `back`: seconds from the command to a bot that is ready."""

    outcome: Outcome
    posts: int
    told: int
    back: float

    def figures(self) -> Sequence[Figure]:
        """Held against their bounds."""
        return (
            *self.outcome.figures(_ASKED),
            Figure("the announcement that was posted since, times", self.posts, 1),
            Figure("and the office was told of the loss, times", self.told, 1, least=True),
            Figure("and no more often, times", self.told, 1),
            Figure("from the command to ready", self.back, 300, "s"),
        )


_ASKED = 21
"""Commands and answers in a drill, with those of the arrival."""


async def drill(ground: Ground, backup: Path) -> Drilled:
    """The bot is there; nothing but `backup` and the homeserver outlives its data folder."""
    due, answered, open_ = await _before(ground)
    assert await ground.operator("backup", "create", "--to", str(backup)) == 0
    later = await _since(ground, answered, due)
    ground.lotse.kill()
    await asyncio.to_thread(shutil.rmtree, ground.data)
    await ground.forget_transactions()
    await _talk(ground, 3)
    began = time.monotonic()
    assert await ground.operator("backup", "restore", str(backup)) == 0
    ground.lotse.start()
    await ground.ready()
    back = time.monotonic() - began
    await _answer(ground, open_)
    await _answer(ground, later)
    await _talk(ground, 4)
    await ground.settled()
    await asyncio.sleep(_LOOKS)
    outcome, seen = await Outcome.of(ground), await ground.witness()
    posts = len(seen.said(_POST, ground.community.rooms["announcements"]))
    told = len(seen.said("früheren Stand", ground.community.rooms["office"]))
    return Drilled(outcome, posts, told, back)


async def _before(ground: Ground) -> tuple[datetime, str, str]:
    """What the backup knows: a post that is soon due, and two questions that are open."""
    await _talk(ground, 1)
    due = _next_minute()
    await _answer(ground, await _propose(ground, due, _POST))
    year = datetime.now(_BERLIN) + timedelta(days=300)
    answered = await _propose(ground, year, "Das steht bald fest")
    open_ = await _propose(ground, year, "Das bleibt noch offen")
    return due, answered, open_


async def _since(ground: Ground, answered: str, due: datetime) -> str:
    """What the backup does not know: a restart, an answer, talk, a post, a question."""
    # New keys for what it says in encrypted rooms, sealed by ratchets that moved on.
    await ground.stopped()
    ground.lotse.start()
    await ground.ready()
    await _answer(ground, answered)
    await _talk(ground, 2)

    async def posted() -> bool:
        seen = await ground.witness()
        return bool(seen.said(_POST, ground.community.rooms["announcements"]))

    await until(posted)
    assert datetime.now(_BERLIN) >= due
    return await _propose(ground, due + timedelta(days=200), "Das war noch nicht gefragt")


async def _talk(ground: Ground, number: int) -> None:
    """A command in each room, one of them with an effect of which the office is told."""
    for room in ground.rooms[1:]:
        await ground.say(room, "!tagung")
    await ground.say(ground.room, f"{ASKING} {WORDS} {number}?")
    if ground.lotse.program.running:
        await ground.settled()


async def _propose(ground: Ground, at: datetime, text: str) -> str:
    """The bot's question whether an announcement is meant so."""
    office = ground.community.rooms["office"]
    asked = await ground.say(office, f"!ansage neu {at:%d.%m.%Y %H:%M}: {text}")
    seen = await ground.settled()
    return seen.answers[asked][0].event_id


async def _answer(ground: Ground, question: str) -> None:
    await ground.office.reply(ground.community.rooms["office"], question, "!ja")
    await ground.settled()


def _next_minute() -> datetime:
    """Announcements come on the minute; and before that a backup has to be made."""
    soon = datetime.now(_BERLIN) + _AHEAD + timedelta(minutes=1)
    return soon.replace(second=0, microsecond=0)
