"""The office sets the demo up through Matrix, with the commands that any office has."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from string import Template

from bot.demo import words
from bot.demo.memory import Memory
from bot.demo.play import Player, RefusedError
from bot.demo.script import Line, parse
from bot.demo.world import World

_FIRST_MEETING = 9
_HOURS = (10, 11)
_TRIES = 5
# The first answer may have to wait for the bot's start.
_PATIENCE = 30.0


async def set_up(world: World, memory: Memory, due: datetime) -> None:
    """Give the roles once, and have a meeting whose next announcement is due at that moment.

    Raises:
        DemoError: The bot did not answer, or refused.
    """
    office = Player(world, lambda _: None)
    if not memory.furnished:
        people = {name: one.user_id for name, one in world.people.items()}
        await office.play(_lines("setup.txt", people), within=_PATIENCE)
        memory.furnished = True
        memory.save()
    last = datetime.fromisoformat(memory.meets) if memory.meets else None
    starts = _start(due, last)
    # A cancellation and a new meeting would be two posts more than one that moves.
    if last is None or last <= due or not await _moved(office, memory, starts):
        await _entered(office, memory, starts)
    memory.meets = starts.isoformat()
    memory.save()


def _start(due: datetime, last: datetime | None) -> datetime:
    """On the day after `due`: the post of the day before is due then, whatever hour it is now.

    Another moment than the last one, as only a new moment lays the plan anew.
    """
    day = (due + timedelta(days=1)).replace(minute=0, second=0, microsecond=0)
    first, second = (day.replace(hour=hour) for hour in _HOURS)
    return second if first == last else first


async def _moved(office: Player, memory: Memory, starts: datetime) -> bool:
    """Move the demo's last meeting; False if it cannot be: the visitor may have cancelled it."""
    try:
        await office.play(_meeting("change.txt", memory, starts), within=_PATIENCE)
    except RefusedError:
        return False
    return True


async def _entered(office: Player, memory: Memory, starts: datetime) -> None:
    """Enter a meeting under the next number; the visitor may have taken some."""
    for left in reversed(range(_TRIES)):
        memory.meetings += 1
        try:
            await office.play(_meeting("meeting.txt", memory, starts), within=_PATIENCE)
        except RefusedError:
            if not left:
                raise
        else:
            return


def _meeting(name: str, memory: Memory, starts: datetime) -> tuple[Line, ...]:
    number = _FIRST_MEETING + memory.meetings - 1
    return _lines(name, {"nummer": str(number), "beginn": f"{starts:%d.%m.%Y %H:%M}"})


def _lines(name: str, values: dict[str, str]) -> tuple[Line, ...]:
    text = Path(__file__).with_name(name).read_text("utf-8")
    return parse(Template(text).substitute(values), words.PEOPLE, words.ROOMS)
