"""Reads raw events, whose content may be anything, into what the bot understands of them. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from bot.domain.journal import InboxKind
from bot.domain.message import Message
from bot.matrix.cleaning import LONGEST, clean, identifier
from bot.matrix.pills import with_ids

Raw = Mapping[str, Any]


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


def read(event: Raw, room_id: str, ours: str, now: datetime) -> Draft | None:
    """The event if a person could have meant something by it; None for all others.

    Own events, notices and redacted ones are among the others, as is what has no ids.
    """
    event_id, sender = identifier(event.get("event_id")), identifier(event.get("sender"))
    if event_id is None or sender is None or sender == ours or "state_key" in event:
        return None
    content = mapping(event.get("content"))
    if event.get("type") == "m.room.redaction":
        target = identifier(event.get("redacts")) or identifier(content.get("redacts"))
        return Draft(event_id, room_id, sender, InboxKind.REDACTION, target=target)
    if event.get("type") != "m.room.message" or not content:
        return None
    if content.get("msgtype") == "m.notice":
        return None
    moment = _moment(event.get("origin_server_ts"), now)
    return _message(content, Draft(event_id, room_id, sender, InboxKind.OTHER), moment)


def _message(content: Raw, bare: Draft, sent_at: datetime) -> Draft:
    relation = mapping(content.get("m.relates_to"))
    replaces = _related(relation, "m.replace")
    said = mapping(content.get("m.new_content")) if replaces else content
    reply_to = identifier(mapping(relation.get("m.in_reply_to")).get("event_id"))
    text = _text(said, quoted=reply_to is not None)
    if text is None:
        return bare
    thread = _related(relation, "m.thread")
    falling_back = thread is not None and relation.get("is_falling_back") is True
    return Draft(
        bare.event_id,
        bare.room_id,
        bare.sender,
        InboxKind.EDIT if replaces else InboxKind.COMMAND,
        Message(
            event_id=bare.event_id,
            room_id=bare.room_id,
            sender=bare.sender,
            text=text,
            sent_at=sent_at,
            thread=thread,
            reply_to=None if falling_back else reply_to,
            replaces=replaces,
        ),
        replaces,
    )


def _related(relation: Raw, kind: str) -> str | None:
    return identifier(relation.get("event_id")) if relation.get("rel_type") == kind else None


def _text(content: Raw, *, quoted: bool) -> str | None:
    body = content.get("body")
    if content.get("msgtype") != "m.text" or not isinstance(body, str):
        return None
    text = clean(body)
    if quoted:
        text = _without_quote(text)
    return with_ids(text, content.get("formatted_body"))[:LONGEST]


def _without_quote(text: str) -> str:
    """Without the `> ` lines that older clients put in front of a reply."""
    if not text.startswith(">"):
        return text
    lines = text.split("\n")
    first = next((i for i, line in enumerate(lines) if not line.startswith(">")), len(lines))
    if first < len(lines) and not lines[first].strip():
        first += 1
    return "\n".join(lines[first:])


def _moment(milliseconds: object, now: datetime) -> datetime:
    """When it was sent; the sender's server says so, hence never in the future."""
    if not isinstance(milliseconds, int) or isinstance(milliseconds, bool):
        return now
    if not 0 < milliseconds < now.timestamp() * 1000:
        return now
    return datetime.fromtimestamp(milliseconds / 1000, UTC)
