"""`!ansagen`: what this room hears of the schedule, and how to change that."""

from dataclasses import dataclass

from bot.dispatch.command import Input, nothing
from bot.dispatch.context import Context
from bot.dispatch.router import Router
from bot.domain.calendar import moment
from bot.domain.errors import WrongInput
from bot.domain.message import Items, Reply, Text
from bot.domain.people import Role
from bot.domain.promise import Promise
from bot.domain.room import PostKind
from bot.domain.signals import RoomsChanged
from bot.domain.telling import name
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
        UnreadableSwitch: with what was typed.
    """
    words = given.text.casefold().split()
    switches = [_SWITCH[word] for word in words if word in _SWITCH]
    kinds = tuple(_KINDS[word] for word in words if word in _KINDS)
    if len(switches) != 1 or len(words) != 1 + len(kinds):
        raise UnreadableSwitch(text=given.text[:100])
    return Switch(switches[0], kinds or tuple(PostKind))


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


@router.action(
    "ansagen hier", alias="announcements here", args=_switch, permission=Role.COORDINATOR
)
def switch(ctx: Context, tx: Transaction, chosen: Switch) -> Reply:
    """Let this room hear kinds of posts, or not."""
    for kind in chosen.kinds:
        ctx.services.hosting.choose(
            tx, ctx.message.room_id, kind, wanted=chosen.wanted, by=ctx.person.user_id
        )
    done = Text("ansagen-switched", wanted=chosen.wanted, kinds=_words(chosen.kinds))
    return Reply(done, signals=(RoomsChanged(),))


def _hears(ctx: Context, kind: PostKind) -> bool:
    return ctx.message.room_id in ctx.services.hosting.announcement_rooms(kind)


def _words(kinds: tuple[PostKind, ...]) -> tuple[Text, ...]:
    return tuple(Text("ansagen-kind", kind=kind) for kind in kinds)


def _line(promise: Promise) -> Text:
    due = moment(promise.post.due_local, promise.post.zone)
    return Text("ansagen-line", name=name(promise), due=due)
