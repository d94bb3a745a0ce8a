"""The rooms: what each serves, whether we may speak there, what it wants to hear."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import bindparam, delete, select, update

from bot.domain.community.room import PostKind, Room
from bot.domain.journal import Purpose
from bot.storage import markers
from bot.storage.database import Transaction
from bot.storage.prepared import Prepared
from bot.storage.schema import room, room_choice

_COLUMNS = tuple(column.name for column in room.c)
_get = Prepared(select(room).where(room.c.room_id == bindparam("which")))
_greet = Prepared(
    update(room)
    .where(room.c.room_id == bindparam("which"), room.c.greeted == bindparam("before"))
    .values(greeted=bindparam("after"))
)


@cache
def _adding(columns: tuple[str, ...]) -> Prepared:  # noqa: ARG001 -- one statement for each set
    return Prepared(room.insert())


@cache
def _changing(columns: tuple[str, ...]) -> Prepared:
    values: dict[str, object] = {name: bindparam(f"new_{name}") for name in columns}
    return Prepared(update(room).where(room.c.room_id == bindparam("which")).values(values))


def get(tx: Transaction, room_id: str) -> Room | None:
    """The room, if we ever were in it."""
    found = _get.rows(tx, {"which": room_id})
    return _room(found[0]) if found else None


def joined(tx: Transaction) -> tuple[Room, ...]:
    """All rooms that we are in."""
    found = tx.execute(select(room).where(room.c.joined == True))  # noqa: E712 -- SQL
    return tuple(_room(row) for row in found)


def enter(tx: Transaction, room_id: str, **facts: object) -> None:
    """Note that we are in the room; `facts` are columns to set with it.

    A room that was ever encrypted stays encrypted, whatever is said later.
    """
    if facts.get("encrypted") is False:
        del facts["encrypted"]
    facts = {"joined": True, **facts}
    if not _change(tx, room_id, facts):
        new = {"room_id": room_id, **facts}
        _adding(tuple(new)).change(tx, new)


def change(tx: Transaction, room_id: str, **facts: object) -> None:
    """Set columns of a room that we know."""
    _change(tx, room_id, facts)


def leave(tx: Transaction, room_id: str) -> None:
    """We are no longer in it; its settings stay for a return."""
    change(tx, room_id, joined=False)


def greet(tx: Transaction, room_id: str) -> bool:
    """True the first time only, so that a room is greeted once."""
    return _greet.change(tx, {"which": room_id, "before": False, "after": True}) == 1


def direct(tx: Transaction, user_id: str) -> Room | None:
    """The direct chat with that person, if we are in one."""
    found = tx.execute(
        select(room)
        .where(room.c.direct_with == user_id, room.c.joined == True)  # noqa: E712 -- SQL
        .order_by(room.c.encrypted, room.c.joined_at.desc())
    ).first()
    return _room(found) if found else None


def replace(tx: Transaction, old: str, new: str) -> None:
    """Note that we went over from a room to the one that replaces it."""
    markers.put(tx, f"moved-{old}", new)


def replaced_by(tx: Transaction, room_id: str) -> str | None:
    """The room that we went over to, if that one was replaced."""
    return markers.get(tx, f"moved-{room_id}")


def serving(tx: Transaction, purpose: Purpose) -> tuple[str, ...]:
    """The joined rooms that were given this purpose in chat."""
    return tuple(
        tx.scalars(
            select(room.c.room_id).where(room.c.purpose == purpose, room.c.joined == True)  # noqa: E712 -- SQL
        )
    )


def choose(tx: Transaction, room_id: str, kind: PostKind, *, wanted: bool, by: str) -> None:
    """What a room said about a kind of scheduled post."""
    values = {"wanted": wanted, "changed_by": by}
    mine = (room_choice.c.room_id == room_id, room_choice.c.kind == kind)
    if tx.execute(update(room_choice).where(*mine).values(values)).rowcount == 0:
        tx.execute(room_choice.insert().values(room_id=room_id, kind=kind, **values))


def unchoose(tx: Transaction, room_id: str, kind: PostKind) -> None:
    """The room says nothing about that kind any more."""
    tx.execute(
        delete(room_choice).where(room_choice.c.room_id == room_id, room_choice.c.kind == kind)
    )


def choices(tx: Transaction, kind: PostKind) -> Mapping[str, bool]:
    """Room id to wanted or not, for the rooms that said anything."""
    found = tx.execute(
        select(room_choice.c.room_id, room_choice.c.wanted).where(room_choice.c.kind == kind)
    )
    return {row.room_id: row.wanted for row in found}


def _change(tx: Transaction, room_id: str, facts: Mapping[str, object]) -> bool:
    values = {"which": room_id} | {f"new_{name}": value for name, value in facts.items()}
    return _changing(tuple(facts)).change(tx, values) == 1


def _room(row: Sequence[Any]) -> Room:
    values = dict(zip(_COLUMNS, row, strict=True))
    purpose = values["purpose"]
    return Room(**{**values, "purpose": Purpose(purpose) if purpose else None})
