"""What an `m.room.message` event holds, so that clients alert, thread and draw it rightly."""

from __future__ import annotations

from collections.abc import Sequence

from bot.text.body import Body

KEY = "org.netzwerklotse.key"
"""Names the cause inside the content, so that a sent message is found again without doubt."""


def content(
    body: Body,
    *,
    msgtype: str,
    mentions: Sequence[str] = (),
    reply_to: str | None = None,
    thread: str | None = None,
    key: str | None = None,
) -> dict[str, object]:
    """The event content; `mentions` are full Matrix ids, `thread` is the event id of the root.

    `m.mentions` is always there: without it servers ping everybody whose name is in the text.
    """
    event: dict[str, object] = {
        "msgtype": msgtype,
        "body": body.plain,
        "format": "org.matrix.custom.html",
        "formatted_body": body.html,
        "m.mentions": {"user_ids": list(dict.fromkeys(mentions))} if mentions else {},
    }
    relation = _relation(reply_to, thread)
    if relation:
        event["m.relates_to"] = relation
    if key is not None:
        event[KEY] = key
    return event


def _relation(reply_to: str | None, thread: str | None) -> dict[str, object]:
    """A reply without the quoting fallback; in a thread one that clients without threads see."""
    if thread is not None:
        return {
            "rel_type": "m.thread",
            "event_id": thread,
            "is_falling_back": True,
            "m.in_reply_to": {"event_id": reply_to or thread},
        }
    return {} if reply_to is None else {"m.in_reply_to": {"event_id": reply_to}}
