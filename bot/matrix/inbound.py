"""Decides which events concern us, and writes them into the inbox: that text and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.dialogue.message import Message, MessageKind
from bot.domain.journal import InboxKind, InboxRow, Incoming, OutboxRow
from bot.matrix.cleaning import identifier
from bot.matrix.reading import Draft, mapping
from bot.storage import heard, inbox, outbox
from bot.storage.database import Database, Transaction


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


@dataclass(frozen=True, slots=True)
class _Known:
    """Our own messages by their event id, and the events that were commands to us."""

    ours: dict[str, OutboxRow]
    commands: frozenset[str]


class Inbound:
    """The way from drafts to inbox rows."""

    def __init__(self, database: Database, concerns_us: Callable[[Message], bool]) -> None:
        self._database = database
        self._concerns_us = concerns_us

    async def consider(
        self, drafts: Sequence[Draft], direct: Callable[[str], bool]
    ) -> list[Arrival]:
        """Drop the text of whatever does not concern us; `direct` says which rooms are chats."""
        known = await self._known(drafts)
        return [self._consider(draft, known, direct) for draft in drafts]

    async def _known(self, drafts: Sequence[Draft]) -> _Known:
        """What the events mean that these answer, react to or withdraw."""
        said = [draft.message for draft in drafts if draft.message and draft.message.reply_to]
        if not said:
            return _Known({}, frozenset())
        withdrawn = {m.reply_to for m in said if m.kind is MessageKind.WITHDRAWAL and m.reply_to}
        answered = {m.reply_to for m in said if m.reply_to} - withdrawn

        def work(tx: Transaction) -> _Known:
            ours = {one: row for one in answered if (row := outbox.by_event(tx, one))}
            return _Known(ours, frozenset(one for one in withdrawn if heard.was_ours(tx, one)))

        return await self._database.read(work)

    def _consider(self, draft: Draft, known: _Known, direct: Callable[[str], bool]) -> Arrival:
        message = draft.message
        if message is None:
            return Arrival(draft, None)
        if message.kind is MessageKind.WITHDRAWAL:
            return Arrival(draft, message if message.reply_to in known.commands else None)
        row, chat = known.ours.get(message.reply_to or ""), direct(message.room_id)
        if row is not None and row.target in (message.room_id, message.sender):
            thread = message.thread or _thread_of(row)
            message = replace(message, answers=row.key, about=row.about, thread=thread)
        if chat:
            message = replace(message, direct=True)
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


def _thread_of(said: OutboxRow) -> str | None:
    """The thread that we said it in: a reaction to it does not tell."""
    relation = mapping(said.content.get("m.relates_to"))
    return identifier(relation.get("event_id")) if relation.get("rel_type") == "m.thread" else None


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
            text = message and replace(original, text=message.text, invocation=message.invocation)
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
    if one.message is None:
        inbox.cancel(tx, one.target, now)
    else:
        inbox.replace_text(tx, one.target, one.message.text)
    return replace(one, message=None)


def _same(original: Message, edit: Draft) -> bool:
    return (original.sender, original.room_id) == (edit.sender, edit.room_id)
