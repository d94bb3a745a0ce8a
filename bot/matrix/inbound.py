"""Decides which events concern us, and writes them into the inbox: that text and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.journal import InboxKind, InboxRow, Incoming
from bot.domain.message import Message
from bot.matrix.reading import Draft
from bot.storage import inbox, outbox
from bot.storage.database import Database, Transaction


@dataclass(frozen=True, slots=True)
class Arrival:
    """A draft with what we know of its room: `message` only if it concerns us."""

    draft: Draft
    message: Message | None


class Inbound:
    """The way from drafts to inbox rows."""

    def __init__(self, database: Database, concerns_us: Callable[[Message], bool]) -> None:
        self._database = database
        self._concerns_us = concerns_us

    async def consider(
        self, drafts: Sequence[Draft], direct: Callable[[str], bool]
    ) -> list[Arrival]:
        """Drop the text of whatever does not concern us; `direct` says which rooms are chats."""
        answered = {d.message.reply_to for d in drafts if d.message and d.message.reply_to}
        ours = await self._ours(answered) if answered else frozenset()
        return [self._consider(draft, ours, direct) for draft in drafts]

    async def _ours(self, event_ids: Iterable[str]) -> frozenset[str]:
        def work(tx: Transaction) -> frozenset[str]:
            return frozenset(one for one in event_ids if outbox.by_event(tx, one))

        return await self._database.read(work)

    def _consider(
        self, draft: Draft, ours: frozenset[str], direct: Callable[[str], bool]
    ) -> Arrival:
        message = draft.message
        if message is None:
            return Arrival(draft, None)
        answers, chat = message.reply_to in ours, direct(message.room_id)
        if answers or chat:
            message = replace(message, replies_to_us=answers, direct=chat)
        return Arrival(draft, message if self._concerns_us(message) else None)

    def store(
        self, tx: Transaction, arrivals: Sequence[Arrival], now: datetime
    ) -> tuple[InboxRow, ...]:
        """Write them down in order; returns the new rows that wait to be handled."""
        incoming = settle(arrivals)
        if any(one.target for one in incoming):
            waiting = {row.event_id: row.message for row in inbox.unfinished(tx)}
            sender_of = {arrival.draft.event_id: arrival.draft.sender for arrival in arrivals}
            incoming = [
                _against(tx, one, sender_of[one.event_id], waiting, now) for one in incoming
            ]
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
            text = replace(original, text=message.text) if message else None
            kind = edited.kind if text else InboxKind.OTHER
            rows[edited.event_id] = replace(edited, message=text, kind=kind)
            rows[draft.event_id] = _other(draft)
        elif edited and edited.room_id != draft.room_id:
            rows[draft.event_id] = _other(draft)
        else:
            rows[draft.event_id] = _entry(draft, message)
    return list(rows.values())


def _entry(draft: Draft, message: Message | None) -> Incoming:
    if message is None and draft.kind is InboxKind.COMMAND:
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
    if one.message is None:
        inbox.cancel(tx, one.target, now)
    else:
        inbox.replace_text(tx, one.target, one.message.text)
    return replace(one, message=None)


def _same(original: Message, edit: Draft) -> bool:
    return (original.sender, original.room_id) == (edit.sender, edit.room_id)
