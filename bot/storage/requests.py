"""Requests to patron networks."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select, update

from bot.domain.community.mentoring import Request, RequestState
from bot.storage.database import Transaction
from bot.storage.schema import request


def add(tx: Transaction, network: int, asker: str, sentence: str, now: datetime) -> Request:
    """Store a new request and give it its number."""
    row = tx.execute(
        request.insert()
        .values(
            network=network,
            asker=asker,
            sentence=sentence,
            state=RequestState.ASKED,
            created_at=now,
            changed_at=now,
        )
        .returning(*request.c)
    ).one()
    return _request(row)


def get(tx: Transaction, number: int) -> Request | None:
    """The request of that number."""
    row = tx.execute(select(request).where(request.c.number == number)).first()
    return _request(row) if row else None


def change(
    tx: Transaction, number: int, state: RequestState, *, answer: str, by: str, now: datetime
) -> None:
    """Store what became of it."""
    tx.execute(
        update(request)
        .where(request.c.number == number)
        .values(state=state, answer=answer, answered_by=by, changed_at=now)
    )


def restore(tx: Transaction, before: Request, now: datetime) -> None:
    """Let it be as it was before its last change."""
    tx.execute(
        update(request)
        .where(request.c.number == before.number)
        .values(
            state=before.state,
            answer=before.answer,
            answered_by=before.answered_by,
            changed_at=now,
        )
    )


def of(tx: Transaction, asker: str, networks: Sequence[int]) -> tuple[Request, ...]:
    """What a person asked and what their networks were asked, newest first."""
    found = tx.execute(
        select(request)
        .where((request.c.asker == asker) | request.c.network.in_(networks))
        .order_by(request.c.number.desc())
    )
    return tuple(map(_request, found))


def all_open(tx: Transaction) -> tuple[Request, ...]:
    """All that wait for an answer or run, oldest first."""
    states = (RequestState.ASKED, RequestState.ACCEPTED)
    found = tx.execute(
        select(request).where(request.c.state.in_(states)).order_by(request.c.number)
    )
    return tuple(map(_request, found))


def _request(row: Row[*tuple[Any, ...]]) -> Request:
    values = row._asdict()
    return Request(**{**values, "state": RequestState(values["state"])})
