"""Reads raw events, whose content may be anything, into what the bot understands of them. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from bot.domain.dialogue.message import Invocation, Message, MessageKind, Proof
from bot.domain.journal import InboxKind
from bot.matrix.content.cleaning import LONGEST, clean, identifier, straight
from bot.matrix.content.invocations import EVENTS, ForAnother, invocation
from bot.matrix.content.pills import with_ids

Raw = Mapping[str, Any]
_LONGEST_EMOJI = 64
# The `> ` lines that older clients put in front of a reply, up to the first empty one.
_QUOTE = re.compile(r"\A(?:>[^\n]*\n?)+(?:[^\S\n]*\n)?")


@dataclass(frozen=True, slots=True)
class Draft:
    """An event of a room, before anyone knows whether it concerns us.

    `message` still lacks whether the room is a direct chat and whether it answers us.
    """

    event_id: str
    room_id: str
    sender: str
    kind: InboxKind
    message: Message | None = None
    target: str | None = None


def mapping(value: object) -> Raw:
    """The value if it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def mappings(value: object) -> list[Raw]:
    """The objects of a list; nothing if it is none."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def read(
    event: Raw, room_id: str, ours: str, now: datetime, proof: Proof = Proof.ROOM
) -> Draft | None:
    """The event if a person could have meant something by it; None for all others.

    `proof` is how sure it is that its sender wrote it.

    Own events, notices and redacted ones are among the others, as is what has no ids.
    """
    draft = _read(event, room_id, ours, now)
    if draft is None or draft.message is None:
        return draft
    return replace(draft, message=replace(draft.message, proof=proof))


def _read(event: Raw, room_id: str, ours: str, now: datetime) -> Draft | None:
    event_id, sender = identifier(event.get("event_id")), identifier(event.get("sender"))
    if event_id is None or sender is None or sender == ours or "state_key" in event:
        return None
    content = mapping(event.get("content"))
    bare = Draft(event_id, room_id, sender, InboxKind.OTHER)
    moment = _moment(event.get("origin_server_ts"), now)
    if event.get("type") == "m.room.redaction":
        target = identifier(event.get("redacts")) or identifier(content.get("redacts"))
        return _about(target, bare, InboxKind.REDACTION, "", moment)
    if event.get("type") == "m.reaction":
        relation = mapping(content.get("m.relates_to"))
        key = relation.get("key")
        emoji = clean(key, _LONGEST_EMOJI).strip() if isinstance(key, str) else ""
        target = _related(relation, "m.annotation") if emoji else None
        return _about(target, bare, InboxKind.REACTION, emoji, moment) if target else None
    if event.get("type") in EVENTS:
        invoked = _message({**content, "msgtype": "m.text"}, bare, moment, ours)
        return invoked if invoked.message and invoked.message.invocation else None
    if event.get("type") != "m.room.message" or content.get("msgtype") in (None, "m.notice"):
        return None
    return _message(content, bare, moment, ours)


def _about(target: str | None, bare: Draft, kind: InboxKind, text: str, sent_at: datetime) -> Draft:
    """A reaction to that event, or its withdrawal."""
    withdraws = kind is InboxKind.REDACTION
    message = target and Message(
        event_id=bare.event_id,
        room_id=bare.room_id,
        sender=bare.sender,
        text=text,
        sent_at=sent_at,
        reply_to=target,
        kind=MessageKind.WITHDRAWAL if withdraws else MessageKind.REACTION,
    )
    return replace(bare, kind=kind, message=message or None, target=target if withdraws else None)


def _message(content: Raw, bare: Draft, sent_at: datetime, ours: str) -> Draft:
    relation = mapping(content.get("m.relates_to"))
    replaces = _related(relation, "m.replace")
    said = mapping(content.get("m.new_content")) if replaces else content
    reply_to = identifier(mapping(relation.get("m.in_reply_to")).get("event_id"))
    thread = _related(relation, "m.thread")
    falling_back = thread is not None and relation.get("is_falling_back") is True
    if replaces:
        bare = replace(bare, kind=InboxKind.EDIT, target=replaces)
    try:
        invoked = invocation(said, ours)
    except ForAnother:
        return bare
    text = _text(said, quoted=reply_to is not None)
    if invoked and not text:
        text = _typed(invoked)
    if text is None:
        return bare
    message = Message(
        event_id=bare.event_id,
        room_id=bare.room_id,
        sender=bare.sender,
        text=text,
        sent_at=sent_at,
        thread=thread,
        reply_to=None if falling_back else reply_to,
        replaces=replaces,
        invocation=invoked,
    )
    return replace(bare, kind=bare.kind if replaces else InboxKind.COMMAND, message=message)


def _related(relation: Raw, kind: str) -> str | None:
    return identifier(relation.get("event_id")) if relation.get("rel_type") == kind else None


def _text(content: Raw, *, quoted: bool) -> str | None:
    body = content.get("body")
    if content.get("msgtype") != "m.text" or not isinstance(body, str):
        return None
    text = clean(_QUOTE.sub("", body, count=1) if quoted else body)
    return straight(with_ids(text, content.get("formatted_body")))[:LONGEST]


def _typed(invoked: Invocation) -> str:
    """What might have been typed for a command that came without text."""
    return " ".join((invoked.command, *invoked.arguments.values()))[:LONGEST]


def _moment(milliseconds: object, now: datetime) -> datetime:
    """When it was sent; the sender's server says so, hence never in the future."""
    if not isinstance(milliseconds, int) or isinstance(milliseconds, bool):
        return now
    if not 0 < milliseconds < now.timestamp() * 1000:
        return now
    return datetime.fromtimestamp(milliseconds / 1000, UTC)
