"""Takes back what was said about a room, unless somebody has changed it since."""

from bot.domain.community.room import PostKind, Room
from bot.domain.errors import WrongInput
from bot.domain.journal import Purpose
from bot.services.hosting import SINGLE
from bot.storage import rooms
from bot.storage.database import Transaction


class ChangedSince(WrongInput):
    """Somebody has changed it since, so that taking the step back would undo theirs."""


def known(tx: Transaction, room_id: str) -> Room:
    """The room as it is now."""
    return rooms.get(tx, room_id) or Room(room_id=room_id)


def chosen(tx: Transaction, room_id: str, kind: PostKind) -> bool | None:
    """Whether a room wants a kind of post; None if it never said."""
    return rooms.choices(tx, kind).get(room_id)


def choose(
    tx: Transaction, room_id: str, kind: PostKind, before: bool | None, now: bool, by: str
) -> None:
    """Let a room want what it wanted `before` it chose what it should want `now`.

    Raises:
        ChangedSince: it wants something else by now.
    """
    if chosen(tx, room_id, kind) is not now:
        raise ChangedSince
    if before is None:
        rooms.unchoose(tx, room_id, kind)
    else:
        rooms.choose(tx, room_id, kind, wanted=before, by=by)


def serve(
    tx: Transaction, room_id: str, before: Purpose | None, now: Purpose | None, losers: list[str]
) -> None:
    """Give a room its purpose of before, and those that lost theirs to it theirs.

    Raises:
        ChangedSince: it, or one of them, has another purpose by now; or another room has it.
    """
    changed = known(tx, room_id).purpose is not now
    lost = any(known(tx, loser).purpose is not None for loser in losers)
    again = before if before is not now and before in SINGLE else None
    taken = again is not None and bool(rooms.serving(tx, again))
    if changed or lost or taken:
        raise ChangedSince
    rooms.change(tx, room_id, purpose=before)
    for loser in losers:
        rooms.change(tx, loser, purpose=now)
