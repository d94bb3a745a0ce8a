"""Decides which events concern us, and writes them into the inbox: that text and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
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
    """Our own messages by the event that answers them, and the events that were for us."""

    ours: Mapping[str, OutboxRow]
    heard: frozenset[str]
    threads: Mapping[str, str]
    """The thread that a message was answered in, by the event id of the message."""


_NOTHING = _Known({}, frozenset(), {})


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
        """What the events mean that these answer, react to, withdraw or edit."""
        every = [draft.message for draft in drafts if draft.message]
        said = [message for message in every if message.replaces or message.reply_to]
        if not said:
            return _NOTHING
        replies = {message.event_id: message.reply_to for message in every}

        def work(tx: Transaction) -> _Known:
            changed = {one for m in said if (one := _changed(m))}
            answers = {one: outbox.answer(tx, one) for m in said if (one := m.replaces)}
            return _Known(
                {m.event_id: row for m in said if (row := _answered(tx, m, replies))},
                frozenset(one for one in changed if heard.was_ours(tx, one)),
                {one: thread for one, row in answers.items() if (thread := _thread_of(row))},
            )

        return await self._database.read(work)

    def _consider(self, draft: Draft, known: _Known, direct: Callable[[str], bool]) -> Arrival:
        message = draft.message
        if message is None:
            return Arrival(draft, None)
        if message.kind is MessageKind.WITHDRAWAL:
            return Arrival(draft, message if message.reply_to in known.heard else None)
        message = replace(_placed(message, known), direct=direct(message.room_id))
        if self._concerns_us(message):
            return Arrival(draft, message)
        return Arrival(draft, _talk(message) if message.replaces in known.heard else None)

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


def _changed(message: Message) -> str | None:
    """The earlier event that it takes back or says anew."""
    withdrawn = message.reply_to if message.kind is MessageKind.WITHDRAWAL else None
    return message.replaces or withdrawn


def _answered(
    tx: Transaction, message: Message, replies: Mapping[str, str | None]
) -> OutboxRow | None:
    """Our message that it answers; an edit does not tell, but what it edits did."""
    if message.kind is MessageKind.WITHDRAWAL:
        return None
    quoted = message.reply_to or replies.get(message.replaces or "")
    if quoted or message.replaces is None:
        return outbox.by_event(tx, quoted) if quoted else None
    key = heard.answered(tx, message.replaces)
    return outbox.by_key(tx, key) if key else None


def _placed(message: Message, known: _Known) -> Message:
    """The message with what it answers, and the thread that it belongs to."""
    thread = message.thread or known.threads.get(message.replaces or "")
    row = known.ours.get(message.event_id)
    if row is None or row.target not in (message.room_id, message.sender):
        return replace(message, thread=thread)
    return replace(message, answers=row.key, about=row.about, thread=thread or _thread_of(row))


def _talk(edit: Message) -> Message:
    """A command that became ordinary talk: it is taken back, and what it says now is not ours."""
    return replace(
        edit, text="", invocation=None, kind=MessageKind.WITHDRAWAL, reply_to=edit.replaces
    )


def _thread_of(said: OutboxRow | None) -> str | None:
    """The thread that we said it in: a reaction to it does not tell, nor does an edit."""
    relation = mapping(said.content.get("m.relates_to")) if said else {}
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
