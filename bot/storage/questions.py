"""Questions that wait for an answer; the first valid answer closes one."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, select, update

from bot.domain.dialogue.ask import Filling
from bot.domain.dialogue.people import Role
from bot.domain.dialogue.question import WAITING, Offered, Question, QuestionState
from bot.domain.dialogue.subject import Subject
from bot.storage.database import Transaction
from bot.storage.schema import outbox, question

_COLUMNS = [c for c in question.c if c.name not in ("created_at", "changed_at")]


def add(tx: Transaction, asked: Question, now: datetime) -> Question:
    """Store a question; the same with its number."""
    values = {
        "key": asked.key,
        "target": asked.target,
        "cause": asked.cause,
        "asker": asked.asker,
        "people": list(asked.people),
        "role": asked.role.name.lower() if asked.role is not None else None,
        "but": asked.but,
        "choices": [[c.word, c.label, c.emoji, c.line, c.sure] for c in asked.choices],
        "filling": _stored(asked.filling),
        "rights": asked.rights,
        "today": asked.today.isoformat(),
        "language": asked.language,
        "thread": asked.thread,
        "plain": asked.plain,
        "html": asked.html,
        "heard_until": asked.heard_until,
        "until": asked.until,
        "state": asked.state,
    }
    done = tx.execute(question.insert().values(**values, created_at=now, changed_at=now))
    return replace(asked, number=int((done.inserted_primary_key or (0,))[0]))


def close(tx: Transaction, asked: Question, state: QuestionState, now: datetime) -> bool:
    """End an open or parked question; False if somebody was faster."""
    done = tx.execute(
        update(question)
        .where(question.c.number == asked.number, question.c.state.in_(WAITING))
        .values(state=state, changed_at=now)
    )
    return done.rowcount == 1


def answer(tx: Transaction, asked: Question, done: Question, now: datetime) -> bool:
    """Note what an answer made of a question; False if somebody was faster."""
    as_known = question.c.chosen.is_not_distinct_from(asked.chosen)
    found = tx.execute(
        update(question)
        .where(question.c.number == asked.number, question.c.state.in_(WAITING), as_known)
        .values(state=done.state, chosen=done.chosen, answered_by=done.answered_by, changed_at=now)
    )
    return found.rowcount == 1


def park(tx: Transaction, asked: Question, now: datetime) -> bool:
    """Put an open question aside; False if it is not open."""
    done = tx.execute(
        update(question)
        .where(question.c.number == asked.number, question.c.state == QuestionState.OPEN)
        .values(state=QuestionState.PARKED, changed_at=now)
    )
    return done.rowcount == 1


def lose(tx: Transaction, key: str, now: datetime) -> Question | None:
    """The question of a message that will never be seen, if that was one, as it is from now on.

    A form waits for its asker to come back to it; anything else is over.
    """
    found = tx.execute(
        select(*_COLUMNS).where(question.c.key == key, question.c.state.in_(WAITING))
    ).first()
    if found is None:
        return None
    asked = _question(found)
    lost = replace(asked, state=QuestionState.PARKED if asked.filling else QuestionState.WITHDRAWN)
    tx.execute(
        update(question)
        .where(question.c.number == asked.number)
        .values(state=lost.state, changed_at=now)
    )
    return lost


def recent(tx: Transaction, since: datetime) -> tuple[Question, ...]:
    """Questions whose time was not over by then, oldest first; answered ones too."""
    found = tx.execute(
        select(*_COLUMNS).where(question.c.until > since).order_by(question.c.number)
    )
    return tuple(map(_question, found))


def is_waiting(tx: Transaction, key: str) -> bool:
    """Whether our message of that key is a question that is open or parked."""
    found = select(question.c.number).where(question.c.key == key, question.c.state.in_(WAITING))
    return tx.scalar(found) is not None


def of_cause(tx: Transaction, cause: str) -> tuple[Question, ...]:
    """The open or parked questions that an event's command led to."""
    alive = question.c.state.in_(WAITING)
    found = tx.execute(select(*_COLUMNS).where(question.c.cause == cause, alive))
    return tuple(map(_question, found))


def about(tx: Transaction, subject: Subject) -> tuple[Question, ...]:
    """The open or parked questions whose message is about that object."""
    alive = question.c.state.in_(WAITING)
    mine = outbox.c.about == [subject.kind, subject.number]
    found = tx.execute(
        select(*_COLUMNS)
        .join(outbox, outbox.c.key == question.c.key)
        .where(alive, mine)
        .order_by(question.c.number)
    )
    return tuple(map(_question, found))


def forms_of(tx: Transaction, user_id: str, now: datetime) -> tuple[Question, ...]:
    """The forms that wait for that person, oldest first."""
    found = tx.execute(
        select(*_COLUMNS)
        .where(
            question.c.asker == user_id,
            question.c.state.in_(WAITING),
            question.c.filling.is_not(None),
            question.c.until > now,
        )
        .order_by(question.c.number)
    )
    return tuple(map(_question, found))


def forget(tx: Transaction, before: datetime) -> int:
    """Delete questions whose time was over before that moment; returns how many."""
    return tx.execute(question.delete().where(question.c.until < before)).rowcount


def _stored(filling: Filling | None) -> dict[str, object] | None:
    if filling is None:
        return None
    return {
        "path": list(filling.path),
        "typed": filling.typed,
        "values": [list(pair) for pair in filling.values],
        "missing": filling.missing,
    }


def _question(row: Row[*tuple[Any, ...]]) -> Question:
    values = row._asdict()
    filling = values["filling"]
    return Question(
        **{
            **values,
            "people": tuple(values["people"]),
            "role": Role[values["role"].upper()] if values["role"] else None,
            "choices": tuple(Offered(*choice) for choice in values["choices"]),
            "filling": filling
            and Filling(
                tuple(filling["path"]),
                filling["typed"],
                tuple((name, value) for name, value in filling["values"]),
                filling["missing"],
            ),
            "today": date.fromisoformat(values["today"]),
            "state": QuestionState(values["state"]),
        }
    )
