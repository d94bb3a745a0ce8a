"""What was done by which message, so that it can be corrected or taken back."""

from datetime import datetime
from itertools import count
from typing import Any

from sqlalchemy import Row, delete, select, update

from bot.domain.dialogue.act import Act
from bot.storage.database import Transaction
from bot.storage.schema import act


def note(tx: Transaction, done: Act) -> None:
    """Remember an act; what the same message did before gives way only if it was taken back."""
    mine = act.c.event_id == done.event_id
    tx.execute(delete(act).where(mine, act.c.place == done.place, act.c.undone == True))  # noqa: E712 -- SQL
    taken = set(tx.execute(select(act.c.place).where(mine)).scalars())
    place = next(free for free in count(done.place) if free not in taken)
    tx.execute(
        act.insert().values(
            event_id=done.event_id,
            place=place,
            user_id=done.user_id,
            room_id=done.room_id,
            path=list(done.path),
            memory=dict(done.memory) if done.memory is not None else None,
            answer=done.answer,
            done_at=done.done_at,
            undone=done.undone,
        )
    )


def by_event(tx: Transaction, event_id: str) -> tuple[Act, ...]:
    """What that message did, the last thing first."""
    found = select(act).where(act.c.event_id == event_id).order_by(act.c.place.desc())
    return tuple(map(_act, tx.execute(found)))


def by_answer(tx: Transaction, key: str) -> Act | None:
    """What our message of that key said was done."""
    row = tx.execute(select(act).where(act.c.answer == key)).first()
    return _act(row) if row else None


def latest(
    tx: Transaction, user_id: str, since: datetime, *, but: tuple[str, ...] = ()
) -> Act | None:
    """The person's last act since then that was not taken back, by another command than `but`."""
    row = tx.execute(
        select(act)
        .where(
            act.c.user_id == user_id,
            act.c.done_at >= since,
            act.c.undone == False,  # noqa: E712 -- SQL
            act.c.path != list(but),
        )
        .order_by(act.c.done_at.desc(), act.c.place.desc())
    ).first()
    return _act(row) if row else None


def undo(tx: Transaction, done: Act) -> bool:
    """Note that it was taken back; False if it was before."""
    gone = tx.execute(
        update(act)
        .where(
            act.c.event_id == done.event_id,
            act.c.place == done.place,
            act.c.undone == False,  # noqa: E712 -- SQL
        )
        .values(undone=True)
    )
    return gone.rowcount == 1


def forget(tx: Transaction, before: datetime) -> int:
    """Delete what was done before that moment; returns how many."""
    return tx.execute(delete(act).where(act.c.done_at < before)).rowcount


def _act(row: Row[*tuple[Any, ...]]) -> Act:
    values = row._asdict()
    return Act(**{**values, "path": tuple(values["path"])})
