"""`!raum`: an admin says, in the room itself, what the room serves."""

from collections.abc import Mapping
from typing import Any

from bot.dispatch.declaring.command import Action, nothing
from bot.dispatch.declaring.context import Context
from bot.dispatch.declaring.router import Router
from bot.dispatch.saying.paging import page, paged
from bot.domain.community.room import Room
from bot.domain.dialogue.message import Items, Reply, Text
from bot.domain.dialogue.people import Role
from bot.domain.dialogue.signals import RoomsChanged
from bot.domain.journal import Purpose
from bot.services import restoring
from bot.storage.database import Transaction

router = Router()


@router.query("raum", alias="room", args=nothing, permission=Role.OFFICE)
async def this_room(ctx: Context, _: None) -> Reply:
    """What this room serves."""
    room = ctx.services.hosting.room(ctx.message.room_id)
    return Reply(_serves(ctx, room or Room(room_id=ctx.message.room_id)), Text("raum-next"))


@router.query("raum liste", alias="room list", args=page, permission=Role.OFFICE)
async def all_rooms(ctx: Context, number: int) -> Reply:
    """Every room that the bot is in."""
    found = [room for room in ctx.services.hosting.joined() if room.direct_with is None]
    shown = paged(ctx, found, number, Role.OFFICE)
    lines = tuple(_serves(ctx, room) for room in shown.shown)
    return Reply(Text("raum-liste-title", count=len(found)), Items(lines), ask=shown.ask)


def _preview(purpose: Purpose | None) -> Action[None]:
    """What would change, for this room and for the one that it takes over from."""

    def preview(ctx: Context, tx: Transaction, _: None) -> Reply:
        hosting, room_id = ctx.services.hosting, ctx.message.room_id
        losing = hosting.losing(tx, room_id, purpose) if purpose else ()
        room = hosting.room(room_id) or Room(room_id=room_id)
        draft = Text("raum-draft", room=room.name or room_id, purpose=purpose or "none")
        lost = tuple(
            Text("raum-loses", room=known.name or other)
            for other in losing
            if (known := hosting.room(other))
        )
        return Reply(draft, *lost, _serves(ctx, room))

    return preview


def _serve_again(_: Context, tx: Transaction, memory: Mapping[str, Any]) -> Reply:
    """Let the room, and the one it took over from, serve what they served before."""
    before, now = (memory[at] and Purpose(memory[at]) for at in ("before", "now"))
    restoring.serve(tx, memory["room"], before, now, memory["losers"])
    return Reply(Text("raum-restored"), signals=(RoomsChanged(),))


@router.action(
    "raum büro",
    alias="room office",
    args=nothing,
    permission=Role.ADMIN,
    confirm=_preview(Purpose.OFFICE),
    undo=_serve_again,
)
def office(ctx: Context, tx: Transaction, _: None) -> Reply:
    """This room is the office's."""
    return _serve(ctx, tx, Purpose.OFFICE)


@router.action(
    "raum ansagen",
    alias="room announcements",
    args=nothing,
    permission=Role.ADMIN,
    confirm=_preview(Purpose.ANNOUNCEMENTS),
    undo=_serve_again,
)
def announcements(ctx: Context, tx: Transaction, _: None) -> Reply:
    """This room hears the scheduled posts."""
    return _serve(ctx, tx, Purpose.ANNOUNCEMENTS)


@router.action(
    "raum gemeinschaft",
    alias="room community",
    args=nothing,
    permission=Role.ADMIN,
    confirm=_preview(Purpose.SPACE),
    undo=_serve_again,
)
def community(ctx: Context, tx: Transaction, _: None) -> Reply:
    """Who is joined here is a member."""
    return _serve(ctx, tx, Purpose.SPACE)


@router.action(
    "raum frei",
    alias="room none",
    args=nothing,
    permission=Role.ADMIN,
    confirm=_preview(None),
    undo=_serve_again,
)
def free(ctx: Context, tx: Transaction, _: None) -> Reply:
    """This room serves nothing in particular."""
    return _serve(ctx, tx, None)


def _serve(ctx: Context, tx: Transaction, purpose: Purpose | None) -> Reply:
    room = ctx.message.room_id
    before = restoring.known(tx, room).purpose
    losers = ctx.services.hosting.serve(tx, room, purpose)
    done = Text("raum-frei-done")
    if purpose:
        done = Text("raum-done", purpose=Text("raum-purpose", purpose=purpose))
    memory = {"room": room, "before": before, "now": purpose, "losers": list(losers)}
    return Reply(done, signals=(RoomsChanged(),), memory=memory)


def _serves(ctx: Context, room: Room) -> Text:
    if room.direct_with:
        return Text("raum-direct")
    purposes = ctx.services.hosting.purposes(room.room_id)
    if not purposes:
        return Text("raum-serves-nothing", room=room.name or room.room_id)
    words = tuple(Text("raum-purpose", purpose=purpose) for purpose in purposes)
    return Text("raum-serves", room=room.name or room.room_id, purposes=words)
