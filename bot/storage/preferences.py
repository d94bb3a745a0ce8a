"""How people and rooms want to be spoken to."""

from datetime import datetime, time
from typing import Any

from sqlalchemy import Row, select, update

from bot.domain.dialogue.preference import Calm, Preference
from bot.domain.dialogue.voice import Voice
from bot.storage.database import Transaction
from bot.storage.schema import preference


def every(tx: Transaction) -> tuple[Preference, ...]:
    """All that anybody chose."""
    return tuple(map(_preference, tx.execute(select(preference))))


def get(tx: Transaction, target: str) -> Preference:
    """What that person or room chose, perhaps nothing."""
    row = tx.execute(select(preference).where(preference.c.target == target)).first()
    return _preference(row) if row else Preference(target=target)


def put(tx: Transaction, chosen: Preference, by: str, now: datetime) -> None:
    """Store it in place of the earlier one."""
    values = {
        "voice": chosen.voice,
        "calm_from": chosen.calm.start.isoformat("minutes") if chosen.calm else None,
        "calm_until": chosen.calm.end.isoformat("minutes") if chosen.calm else None,
        "changed_by": by,
        "changed_at": now,
    }
    mine = preference.c.target == chosen.target
    if tx.execute(update(preference).where(mine).values(values)).rowcount == 0:
        tx.execute(preference.insert().values(target=chosen.target, **values))


def move(tx: Transaction, old: str, new: str) -> None:
    """Let what a room chose count for the room that follows it."""
    if tx.scalar(select(preference.c.target).where(preference.c.target == new)) is None:
        tx.execute(update(preference).where(preference.c.target == old).values(target=new))


def _preference(row: Row[*tuple[Any, ...]]) -> Preference:
    calm = None
    if row.calm_from is not None and row.calm_until is not None:
        calm = Calm(time.fromisoformat(row.calm_from), time.fromisoformat(row.calm_until))
    voice = Voice.of(row.voice) if row.voice is not None else None
    return Preference(target=row.target, voice=voice, calm=calm)
