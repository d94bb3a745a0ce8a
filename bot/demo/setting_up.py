"""The office sets the demo up through Matrix, with the commands that any office has."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from string import Template

from bot.demo import words
from bot.demo.memory import Memory
from bot.demo.play import Player
from bot.demo.script import Line, parse
from bot.demo.world import World

_FIRST_MEETING = 9
# The first answer may have to wait for the bot's start.
_PATIENCE = 30.0


async def set_up(world: World, memory: Memory, due: datetime) -> None:
    """Give the roles once, and enter a meeting whose next announcement is due at that moment.

    Raises:
        DemoError: The bot did not answer.
    """
    office = Player(world, lambda _: None)
    values = {name: one.user_id for name, one in world.people.items()} | {
        "nummer": str(_FIRST_MEETING + memory.meetings),
        # The post of the day before is due on the day before, whatever hour it is now.
        "datum": f"{due + timedelta(days=1):%d.%m.%Y}",
    }
    if not memory.furnished:
        await office.play(_lines("setup.txt", values), within=_PATIENCE)
        memory.furnished = True
    await office.play(_lines("meeting.txt", values), within=_PATIENCE)
    memory.meetings += 1
    memory.save()


def _lines(name: str, values: dict[str, str]) -> tuple[Line, ...]:
    text = Path(__file__).with_name(name).read_text("utf-8")
    return parse(Template(text).substitute(values), words.PEOPLE, words.ROOMS)
