"""What an `m.room.message` event holds, so that clients alert, thread and draw it rightly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.text.body import Body
from bot.text.inert import cleaned, defused

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


AFTER = "<after>"
"""As a whole value in the content of an outbox row, it stands for what the row named by `after`
became: an event id, or the address of an uploaded file."""

_NOT_IN_NAMES = str.maketrans(dict.fromkeys('\\/:*?"<>|\n\t', "-"))
_LONGEST_STEM, _LONGEST_ENDING = 80, 8


def file_upload(name: str, mimetype: str, text: str) -> dict[str, str]:
    """What the row of an upload holds; its name is one that every computer can store."""
    # Halves of pairs are no characters: no database takes them.
    sound = text.encode(errors="replace").decode()
    return {"filename": _file_name(name), "mimetype": mimetype, "text": sound}


def _file_name(name: str) -> str:
    bare = defused(cleaned(name)).translate(_NOT_IN_NAMES).strip(" .")
    stem, dot, ending = bare.rpartition(".")
    if not dot or len(ending) > _LONGEST_ENDING:
        stem, dot, ending = bare, "", ""
    return f"{stem[:_LONGEST_STEM].rstrip(' .')}{dot}{ending}" or "Lotse"


def file_content(
    upload: Mapping[str, str],
    *,
    reply_to: str | None = None,
    thread: str | None = None,
    key: str | None = None,
) -> dict[str, object]:
    """The event content of a file, for a row that comes `after` the row of its upload.

    The body is the name and no caption, so that clients show it once.
    """
    event: dict[str, object] = {
        "msgtype": "m.file",
        "body": upload["filename"],
        "filename": upload["filename"],
        "url": AFTER,
        "info": {"mimetype": upload["mimetype"], "size": len(upload["text"].encode())},
        "m.mentions": {},
    }
    relation = _relation(reply_to, thread)
    if relation:
        event["m.relates_to"] = relation
    if key is not None:
        event[KEY] = key
    return event
