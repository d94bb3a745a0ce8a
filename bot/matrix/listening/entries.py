"""Makes inbox entries of what arrived: an edit goes into the command that it changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.dialogue.message import Message, MessageKind
from bot.domain.journal import InboxKind, InboxRow, Incoming
from bot.matrix.content.reading import Draft
from bot.storage import inbox
from bot.storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Arrival:
    """A draft with what we know of its room: `message` only if it concerns us."""

    draft: Draft
    message: Message | None
    outcome: str | None = None
    """Why it is not handled, although it is for us."""

    def refused(self, why: str) -> Arrival:
        """The same, never to be handled; an edit leaves what it would change as it is."""
        bare = replace(self.draft, kind=InboxKind.OTHER, message=None, target=None)
        return Arrival(bare, None, why)


def store(tx: Transaction, arrivals: Sequence[Arrival], now: datetime) -> tuple[InboxRow, ...]:
    """Write them down in order; returns the new rows that wait to be handled."""
    incoming = settle(arrivals)
    if any(one.target for one in incoming):
        waiting = {row.event_id: row.message for row in inbox.unfinished(tx)}
        sender_of = {arrival.draft.event_id: arrival.draft.sender for arrival in arrivals}
        incoming = [_against(tx, one, sender_of[one.event_id], waiting, now) for one in incoming]
    return inbox.add(tx, incoming, now)


def settle(arrivals: Sequence[Arrival]) -> list[Incoming]:
    """Inbox entries in order, with the edits among them applied to the commands among them."""
    rows: dict[str, Incoming] = {}
    for arrival in arrivals:
        draft, message = arrival.draft, arrival.message
        if draft.event_id in rows:
            continue
        edited = rows.get(draft.target or "")
        original = edited.message if edited else None
        if edited and original and draft.kind is InboxKind.EDIT and _same(original, draft):
            text = None
            if message and message.kind is not MessageKind.WITHDRAWAL:
                text = _rewritten(original, message)
            kind = edited.kind if text else InboxKind.OTHER
            rows[edited.event_id] = replace(edited, message=text, kind=kind)
            rows[draft.event_id] = _other(draft)
        elif edited and edited.room_id != draft.room_id:
            rows[draft.event_id] = _other(draft)
        else:
            rows[draft.event_id] = replace(_entry(draft, message), outcome=arrival.outcome)
    return list(rows.values())


def _entry(draft: Draft, message: Message | None) -> Incoming:
    if message is None and draft.kind in (InboxKind.COMMAND, InboxKind.REACTION):
        return _other(draft)
    return Incoming(
        event_id=draft.event_id,
        room_id=draft.room_id,
        kind=draft.kind,
        message=message,
        target=draft.target,
    )


def _other(draft: Draft) -> Incoming:
    return Incoming(event_id=draft.event_id, room_id=draft.room_id, kind=InboxKind.OTHER)


def _against(
    tx: Transaction, one: Incoming, sender: str, waiting: dict[str, Message], now: datetime
) -> Incoming:
    """Apply an edit to the command that still waits for its outcome, if it is one's own."""
    original = waiting.get(one.target or "")
    if original is None or one.target is None:
        return one
    if original.room_id != one.room_id:
        return replace(one, target=None)
    if one.kind is not InboxKind.EDIT:
        return one
    if original.sender != sender:
        return replace(one, target=None, message=None)
    if one.message is None or one.message.kind is MessageKind.WITHDRAWAL:
        inbox.cancel(tx, one.target, now)
    else:
        inbox.replace_text(tx, one.target, one.message.text, one.message.proof)
    return replace(one, message=None)


def _rewritten(original: Message, edit: Message) -> Message:
    """What was said with other words: they are proven as well as the edit is."""
    return replace(original, text=edit.text, invocation=edit.invocation, proof=edit.proof)


def _same(original: Message, edit: Draft) -> bool:
    return (original.sender, original.room_id) == (edit.sender, edit.room_id)
