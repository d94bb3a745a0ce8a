"""Decides which events concern us: their text is kept, and nothing else of what was said."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.domain.dialogue.message import Message, MessageKind
from bot.domain.journal import OutboxRow
from bot.matrix.content.cleaning import identifier
from bot.matrix.content.reading import Draft, mapping
from bot.matrix.listening.entries import Arrival
from bot.matrix.said.trail import Trail
from bot.storage import heard, outbox
from bot.storage.database import Database, Transaction


@dataclass(frozen=True, slots=True)
class _Known:
    """Our own messages by the event that answers them, and the events that were for us."""

    ours: Mapping[str, OutboxRow]
    heard: frozenset[str]
    threads: Mapping[str, str]
    """The thread that a message was answered in, by the event id of the message."""


_NOTHING = _Known({}, frozenset(), {})


class Inbound:
    """Knows what each message means for us, and what it answers."""

    def __init__(
        self, database: Database, concerns_us: Callable[[Message], bool], trail: Trail
    ) -> None:
        self._database = database
        self._concerns_us = concerns_us
        self._trail = trail

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
        # What arrived a moment ago may not be stored yet.
        quoted = {message.reply_to for message in every if message.reply_to}
        lately = {one: key for one in quoted if (key := self._trail.key_of(one))}

        def work(tx: Transaction) -> _Known:
            changed = {one for m in said if (one := _changed(m))}
            answers = {one: outbox.answer(tx, one) for m in said if (one := m.replaces)}
            return _Known(
                {m.event_id: row for m in said if (row := _answered(tx, m, replies, lately))},
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


def _changed(message: Message) -> str | None:
    """The earlier event that it takes back or says anew."""
    withdrawn = message.reply_to if message.kind is MessageKind.WITHDRAWAL else None
    return message.replaces or withdrawn


def _answered(
    tx: Transaction,
    message: Message,
    replies: Mapping[str, str | None],
    lately: Mapping[str, str],
) -> OutboxRow | None:
    """Our message that it answers; an edit does not tell, but what it edits did."""
    if message.kind is MessageKind.WITHDRAWAL:
        return None
    quoted = message.reply_to or replies.get(message.replaces or "")
    if quoted and quoted not in lately:
        return outbox.by_event(tx, quoted)
    key = lately[quoted] if quoted else message.replaces and heard.answered(tx, message.replaces)
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
