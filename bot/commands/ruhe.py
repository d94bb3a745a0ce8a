"""`!ruhe`: hours of the day in which nothing unasked arrives, for a person or a room."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from typing import Any

from bot.dispatch.declaring.command import Input
from bot.dispatch.declaring.context import Context
from bot.dispatch.declaring.field import Field
from bot.dispatch.declaring.router import Router
from bot.domain.dialogue.message import Reply, Text
from bot.domain.dialogue.people import Role
from bot.domain.dialogue.preference import Calm
from bot.domain.dialogue.signals import PreferencesChanged
from bot.domain.errors import Missing, NotAllowed, WrongInput
from bot.domain.moments.times import parse_time
from bot.domain.moments.words import plain
from bot.storage.database import Transaction

router = Router()
_HERE = re.compile(r"\b(?:hier|here)\b", re.IGNORECASE)
_OFF = frozenset({"aus", "keine", "off", "none", "ende"})
_FROM = re.compile(r"^(?:von|ab|from)\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:-|\bbis\b|\bto\b|\buntil\b)\s*", re.IGNORECASE)
_BARE_HOUR = re.compile(r"\d{1,2}")


class HoursMissing(Missing):
    """From when until when?"""

    field = "hours"


class RoomHoursMissing(Missing):
    """From when until when, in this room?"""

    field = "room-hours"


class UnreadableHours(WrongInput):
    """Not two times of day; `text`."""


class RoomsCalm(NotAllowed):
    """A room's calm hours are for coordinators and the office to set."""


@dataclass(frozen=True, slots=True)
class Wish:
    """The calm hours, None for none, and whether they are this room's."""

    calm: Calm | None
    here: bool

    @classmethod
    def parse(cls, given: Input) -> "Wish":
        """Read `20-7 Uhr`, `hier von 18:00 bis 8:00`, `aus`.

        Raises:
            HoursMissing, RoomHoursMissing, UnreadableHours: with what was typed.
            UnreadableTime, NoSuchTime: of one of them.
        """
        text = plain(given.text)
        here = _HERE.search(text) is not None
        bare = " ".join(_HERE.sub(" ", text).split())
        if not bare:
            raise RoomHoursMissing if here else HoursMissing
        if bare.casefold() in _OFF:
            return cls(None, here)
        ends = _BETWEEN.split(_FROM.sub("", bare))
        if len(ends) != 2:  # noqa: PLR2004 -- from and until
            raise UnreadableHours(text=given.text[:60])
        start, end = map(_time, ends)
        if start == end:
            raise UnreadableHours(text=given.text[:60])
        return cls(Calm(start, end), here)


HOURS = Field(name="hours", personal=True)
ROOM_HOURS = Field(name="room-hours", form="hier {}", required=False)


def _time(text: str) -> time:
    words = text.strip()
    if words in ("24", "24 Uhr"):
        return time(0)
    return parse_time(f"{words}:00" if _BARE_HOUR.fullmatch(words) else words)


def _take_back(ctx: Context, tx: Transaction, memory: Mapping[str, Any]) -> Reply:
    ends = memory["calm"]
    calm = Calm(*map(time.fromisoformat, ends)) if ends else None
    ctx.services.preferring.rest(tx, memory["target"], calm, ctx.person.user_id, ctx.now)
    return Reply(Text("ruhe-undone"), signals=(PreferencesChanged(),))


@router.action(
    "ruhe",
    alias="quiet",
    args=Wish.parse,
    permission=Role.MEMBER,
    fields=(HOURS, ROOM_HOURS),
    undo=_take_back,
)
def rest(ctx: Context, tx: Transaction, wish: Wish) -> Reply:
    """Set the calm hours of oneself, or of the room."""
    here = wish.here and not ctx.message.direct
    if here and not ctx.person.may(Role.COORDINATOR):
        raise RoomsCalm
    target = ctx.message.room_id if here else ctx.person.user_id
    before = ctx.services.preferring.rest(tx, target, wish.calm, ctx.person.user_id, ctx.now).calm
    memory = {
        "target": target,
        "calm": [before.start.isoformat(), before.end.isoformat()] if before else None,
    }
    if wish.calm is None:
        said = Text("ruhe-off", here=here)
    else:
        start, end = (f"{one:%H:%M}" for one in (wish.calm.start, wish.calm.end))
        said = Text("ruhe-done", here=here, start=start, end=end)
    return Reply(said, signals=(PreferencesChanged(),), memory=memory)
