"""What a person sees of a Matrix event, whatever nonsense its content may hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

Content = Mapping[str, Any]

_ADDRESS = re.compile(r"mxc://([^/\s]+)/([\w-]+)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that stands in the homeserver's media store; `size` in bytes, as its sender says."""

    name: str
    server: str
    media_id: str
    mimetype: str
    size: int | None
    key: Content | None = None
    """What opens it, where it is encrypted."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a room; `ts` is the homeserver's clock in milliseconds since 1970."""

    room_id: str
    event_id: str
    sender: str
    type: str
    content: Content
    ts: int
    state_key: str | None = None

    @classmethod
    def parse(cls, room_id: str, raw: Mapping[str, Any]) -> Self:
        """An event as it stands in /sync and /messages."""
        return cls(
            room_id=room_id,
            event_id=raw["event_id"],
            sender=raw["sender"],
            type=raw["type"],
            content=raw["content"],
            ts=raw["origin_server_ts"],
            state_key=raw.get("state_key"),
        )

    @property
    def is_message(self) -> bool:
        """Whether it is a message with words; a redacted one has none."""
        return self.type == "m.room.message" and bool(self.body)

    @property
    def msgtype(self) -> str:
        return _text(self.content, "msgtype")

    @property
    def body(self) -> str:
        """The plain words; of an edit the new ones."""
        return _text(self._current, "body")

    @property
    def html(self) -> str:
        """The formatted words, empty where there are none."""
        current = self._current
        if _text(current, "format") != "org.matrix.custom.html":
            return ""
        return _text(current, "formatted_body")

    @property
    def file(self) -> Attachment | None:
        """What it brings to download."""
        current = self._current
        key = _part(current, "file") or None
        address = _ADDRESS.fullmatch(_text(key or current, "url"))
        if _text(current, "msgtype") != "m.file" or address is None:
            return None
        info = _part(current, "info")
        size = info.get("size")
        sound = isinstance(size, int) and not isinstance(size, bool) and size >= 0
        name = _text(current, "filename") or self.body
        kind = _text(info, "mimetype")
        return Attachment(name, address[1], address[2], kind, size if sound else None, key)

    @property
    def reply_to(self) -> str | None:
        """Id of the event that this one answers."""
        return _text(_part(self._relation, "m.in_reply_to"), "event_id") or None

    @property
    def thread(self) -> str | None:
        """Id of the root of the thread that it stands in."""
        return self._target("m.thread")

    @property
    def replaces(self) -> str | None:
        """Id of the event that this one is an edit of."""
        return self._target("m.replace")

    @property
    def mentions(self) -> tuple[str, ...]:
        """Matrix ids of the people whom it pings."""
        named = _part(self.content, "m.mentions").get("user_ids")
        return tuple(str(one) for one in named) if isinstance(named, list) else ()

    @property
    def reaction(self) -> str:
        """What somebody reacted with, such as an emoji."""
        return _text(self._relation, "key") if self.type == "m.reaction" else ""

    @property
    def redacts(self) -> str | None:
        """Id of the event that this one takes back."""
        return _text(self.content, "redacts") or None

    @property
    def _relation(self) -> Content:
        return _part(self.content, "m.relates_to")

    @property
    def _current(self) -> Content:
        return _part(self.content, "m.new_content") if self.replaces else self.content

    def _target(self, kind: str) -> str | None:
        relation = self._relation
        return _text(relation, "event_id") or None if relation.get("rel_type") == kind else None


def _part(content: Content, key: str) -> Content:
    value = content.get(key)
    return value if isinstance(value, dict) else {}


def _text(content: Content, key: str) -> str:
    value = content.get(key)
    return value if isinstance(value, str) else ""
