"""`!ansagen`: what this room hears of the schedule, and how to change that."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.dispatch.declaring.command import Input, nothing
from bot.dispatch.declaring.context import Context
from bot.dispatch.declaring.field import Field, Proposed
from bot.dispatch.declaring.router import Router
from bot.domain.calendar import moment
from bot.domain.community.room import PostKind
from bot.domain.dialogue.message import Items, Reply, Text
from bot.domain.dialogue.people import Role
from bot.domain.dialogue.signals import RoomsChanged
from bot.domain.errors import Missing, WrongInput
from bot.domain.plans.promise import Promise
from bot.domain.plans.telling import name
from bot.services import restoring
from bot.storage.database import Transaction

router = Router()
_SHOWN = 5
_SWITCH = {"an": True, "on": True, "ein": True, "aus": False, "off": False}
_KINDS = {
    "tagung": PostKind.MEETING,
    "meeting": PostKind.MEETING,
    "ansage": PostKind.ANNOUNCEMENT,
    "announcement": PostKind.ANNOUNCEMENT,
}


class SwitchMissing(Missing):
    """Neither on nor off was said."""

    field = "switch"


class UnreadableSwitch(WrongInput):
    """Not "an" or "aus", perhaps with a kind of post; `text`."""


@dataclass(frozen=True, slots=True)
class Switch:
    """Whether the room wants to hear these kinds."""

    wanted: bool
    kinds: tuple[PostKind, ...]


def _switch(given: Input) -> Switch:
    """Read "an" or "aus" and perhaps "tagung" or "ansage", in any order.

    Raises:
        SwitchMissing: only the kind is there, or nothing.
        UnreadableSwitch: with what was typed.
    """
    words = given.text.casefold().split()
    switches = [_SWITCH[word] for word in words if word in _SWITCH]
    kinds = tuple(_KINDS[word] for word in words if word in _KINDS)
    if len(words) != len(switches) + len(kinds) or len(switches) > 1:
        raise UnreadableSwitch(text=given.text[:100])
    if not switches:
        raise SwitchMissing
    return Switch(switches[0], kinds or tuple(PostKind))


def _propose(_: Context, __: Transaction) -> Sequence[Proposed]:
    return (
        Proposed(Text("ansagen-switch", wanted=True), "an"),
        Proposed(Text("ansagen-switch", wanted=False), "aus"),
    )


SWITCH = Field(name="switch", first=True, propose=_propose)
KIND = Field(name="post-kind", required=False)


@router.query("ansagen", alias="announcements", args=nothing, permission=Role.MEMBER)
async def show(ctx: Context, _: None) -> Reply:
    """What this room hears, and the next dates."""
    hears = tuple(kind for kind in PostKind if _hears(ctx, kind))
    coming = await ctx.services.announcing.planned_for(ctx.message.room_id)
    lines = tuple(_line(promise) for promise in coming[:_SHOWN])
    return Reply(
        Text("ansagen-hears", kinds=_words(hears)),
        *([Text("ansagen-coming"), Items(lines)] if lines else [Text("ansagen-nothing-comes")]),
        Text("ansagen-next"),
    )


def _restore(ctx: Context, tx: Transaction, memory: Mapping[str, Any]) -> Reply:
    """Let the room hear what it heard before."""
    now, by = memory["wanted"], ctx.person.user_id
    for kind, before in memory["before"].items():
        restoring.choose(tx, memory["room"], PostKind(kind), before, now, by)
    kinds = tuple(PostKind(kind) for kind in memory["before"])
    return Reply(Text("ansagen-restored", kinds=_words(kinds)), signals=(RoomsChanged(),))


@router.action(
    "ansagen hier",
    alias="announcements here",
    args=_switch,
    permission=Role.COORDINATOR,
    fields=(SWITCH, KIND),
    undo=_restore,
)
def switch(ctx: Context, tx: Transaction, chosen: Switch) -> Reply:
    """Let this room hear kinds of posts, or not."""
    hosting, room = ctx.services.hosting, ctx.message.room_id
    before = {kind: restoring.chosen(tx, room, kind) for kind in chosen.kinds}
    for kind in chosen.kinds:
        hosting.choose(tx, room, kind, wanted=chosen.wanted, by=ctx.person.user_id)
    return Reply(
        Text("ansagen-switched", wanted=chosen.wanted, kinds=_words(chosen.kinds)),
        signals=(RoomsChanged(),),
        memory={"room": room, "wanted": chosen.wanted, "before": before},
    )


def _hears(ctx: Context, kind: PostKind) -> bool:
    return ctx.message.room_id in ctx.services.hosting.announcement_rooms(kind)


def _words(kinds: tuple[PostKind, ...]) -> tuple[Text, ...]:
    return tuple(Text("ansagen-kind", kind=kind) for kind in kinds)


def _line(promise: Promise) -> Text:
    due = moment(promise.post.due_local, promise.post.zone)
    return Text("ansagen-line", name=name(promise), due=due)
