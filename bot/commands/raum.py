"""`!raum`: an admin says, in the room itself, what the room serves and which language it speaks."""

from bot.dispatch.command import Input, nothing
from bot.dispatch.context import Context
from bot.dispatch.router import Router
from bot.domain.errors import WrongInput
from bot.domain.journal import Purpose
from bot.domain.message import Items, Reply, Text
from bot.domain.people import Role
from bot.domain.room import Room
from bot.domain.signals import RoomsChanged
from bot.storage.database import Transaction

router = Router()
_SHOWN = 15
_LANGUAGES = {
    "de": "de",
    "deutsch": "de",
    "german": "de",
    "en": "en",
    "englisch": "en",
    "english": "en",
}


class UnknownLanguage(WrongInput):
    """Neither German nor English."""


def _language(given: Input) -> str:
    chosen = _LANGUAGES.get(given.text.strip().casefold())
    if chosen is None:
        raise UnknownLanguage(text=given.text[:40])
    return chosen


@router.query("raum", alias="room", args=nothing, permission=Role.OFFICE)
async def this_room(ctx: Context, _: None) -> Reply:
    """What this room serves."""
    room = ctx.services.hosting.room(ctx.message.room_id)
    return Reply(_serves(ctx, room or Room(room_id=ctx.message.room_id)), Text("raum-next"))


@router.query("raum liste", alias="room list", args=nothing, permission=Role.OFFICE)
async def all_rooms(ctx: Context, _: None) -> Reply:
    """Every room that the bot is in."""
    found = [room for room in ctx.services.hosting.joined() if room.direct_with is None]
    lines = tuple(_serves(ctx, room) for room in found[:_SHOWN])
    return Reply(Text("raum-liste-title", count=len(found)), Items(lines))


@router.action("raum büro", alias="room office", args=nothing, permission=Role.ADMIN)
def office(ctx: Context, tx: Transaction, _: None) -> Reply:
    """This room is the office's."""
    return _serve(ctx, tx, Purpose.OFFICE)


@router.action("raum ansagen", alias="room announcements", args=nothing, permission=Role.ADMIN)
def announcements(ctx: Context, tx: Transaction, _: None) -> Reply:
    """This room hears the scheduled posts."""
    return _serve(ctx, tx, Purpose.ANNOUNCEMENTS)


@router.action("raum gemeinschaft", alias="room community", args=nothing, permission=Role.ADMIN)
def community(ctx: Context, tx: Transaction, _: None) -> Reply:
    """Who is joined here is a member."""
    return _serve(ctx, tx, Purpose.SPACE)


@router.action("raum frei", alias="room none", args=nothing, permission=Role.ADMIN)
def free(ctx: Context, tx: Transaction, _: None) -> Reply:
    """This room serves nothing in particular."""
    ctx.services.hosting.serve(tx, ctx.message.room_id, None)
    return Reply(Text("raum-frei-done"), signals=(RoomsChanged(),))


@router.action("raum sprache", alias="room language", args=_language, permission=Role.OFFICE)
def language(ctx: Context, tx: Transaction, chosen: str) -> Reply:
    """This room speaks German or English."""
    ctx.services.hosting.speak(tx, ctx.message.room_id, chosen)
    return Reply(Text("raum-sprache-done", language=chosen), signals=(RoomsChanged(),))


def _serve(ctx: Context, tx: Transaction, purpose: Purpose) -> Reply:
    ctx.services.hosting.serve(tx, ctx.message.room_id, purpose)
    done = Text("raum-done", purpose=Text("raum-purpose", purpose=purpose))
    return Reply(done, signals=(RoomsChanged(),))


def _serves(ctx: Context, room: Room) -> Text:
    if room.direct_with:
        return Text("raum-direct")
    purposes = ctx.services.hosting.purposes(room.room_id)
    if not purposes:
        return Text("raum-serves-nothing", room=room.name or room.room_id)
    words = tuple(Text("raum-purpose", purpose=purpose) for purpose in purposes)
    return Text("raum-serves", room=room.name or room.room_id, purposes=words)
