"""What is told of a row that is dead: to the office, and to whoever waits for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.domain.dialogue.message import Text
from bot.domain.journal import Effect, OutboxRow, Outgoing
from bot.matrix.config import Words
from bot.matrix.door.errors import POISON, TOO_LARGE
from bot.storage import heard, outbox
from bot.storage.database import Transaction

_ABOUT_THE_ROOM = frozenset({"encrypted", "left"})
_ABOUT_THE_WORDS = frozenset(
    {TOO_LARGE, POISON, "M_BAD_JSON", "M_NOT_JSON", "M_INVALID_PARAM", "M_UNKNOWN"}
)


def told_office(row: OutboxRow, reason: str) -> Text:
    """What the office is told of a row that is dead."""
    of_file = row.effect is Effect.UPLOAD and reason not in _ABOUT_THE_ROOM
    return Text(
        "office-file-refused" if of_file else "office-post-refused",
        target=row.target,
        reason=reason,
    )


def told_askers(tx: Transaction, row: OutboxRow, reason: str, words: Words) -> tuple[Outgoing, ...]:
    """What is said instead of a refused answer, or of each message that waits for a dead file.

    Those messages die by themselves, since they have nothing to point to. An answer that the room
    refuses, and not for its words, cannot be replaced by another one.
    """
    if row.effect is Effect.UPLOAD and reason not in _ABOUT_THE_ROOM:
        return tuple(_instead_of_file(tx, row, reason, words))
    if row.key == f"r-{row.cause}" and reason in _ABOUT_THE_WORDS:
        return (_instead_of_answer(tx, row, reason, words),)
    return ()


def _instead_of_file(
    tx: Transaction, row: OutboxRow, reason: str, words: Words
) -> Iterator[Outgoing]:
    name = str(row.content.get("filename", ""))
    text = Text("file-too-large" if reason == TOO_LARGE else "file-not-sent", name=name)
    for one in outbox.by_cause(tx, row.cause):
        if one.after == row.key and one.open:
            relation = one.content.get("m.relates_to")
            yield _instead(one, words.room(f"no-file-{one.key}", one.target, text), relation)


def _instead_of_answer(tx: Transaction, row: OutboxRow, reason: str, words: Words) -> Outgoing:
    text = Text("answer-too-large" if reason == TOO_LARGE else "answer-refused")
    notice = words.room(f"no-{row.key}", row.target, text, heard.sender(tx, row.cause))
    reply = {"m.in_reply_to": {"event_id": row.cause}}
    return _instead(row, notice, row.content.get("m.relates_to") if row.after is None else reply)


def _instead(waiting: OutboxRow, notice: Outgoing, relation: object) -> Outgoing:
    """The notice where the message would have stood: as an answer, in its thread."""
    content = {**notice.content, "m.relates_to": relation} if relation else notice.content
    return replace(notice, content=content, cause=waiting.cause, priority=waiting.priority)
