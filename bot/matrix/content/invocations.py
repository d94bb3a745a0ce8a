"""Commands that a client sent as data (MSC4391) instead of text. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from bot.domain.dialogue.message import Invocation
from bot.matrix.content.cleaning import clean, identifier
from bot.matrix.content.pills import id_of

EVENTS = ("org.matrix.msc4391.command", "m.room.bot.command")
"""Types of messages that are such a command and nothing else."""
_BLOCKS = ("org.matrix.msc4391.command", "m.bot.command")
_MOST = 40
"""Arguments of a command, and items of a list."""
_LONGEST_NAME = 64
_LONGEST_COMMAND = 200
_LONGEST_VALUE = 4000
_LARGEST = 2**63
_IDS = {"event_id": ("event_id", "id"), "room_id": ("id", "room_id")}
"""By type, where the id of such a value stands, in all spellings seen."""


class ForAnother(Exception):  # noqa: N818 -- says what is wrong
    """The command is for another bot, whatever the text says."""


def invocation(content: Mapping[str, Any], ours: str) -> Invocation | None:
    """The command in a message's content, None if there is none.

    Raises:
        ForAnother: it is addressed to somebody else, or not only to us.
    """
    block = next((content[key] for key in _BLOCKS if content.get(key) is not None), None)
    if block is None:
        return None
    mentions = content.get("m.mentions")
    if not isinstance(mentions, dict) or mentions.get("user_ids") != [ours]:
        raise ForAnother
    command = block.get("command") if isinstance(block, dict) else None
    words = " ".join(clean(command, _LONGEST_COMMAND).split()) if isinstance(command, str) else ""
    return Invocation(words, dict(_arguments(block))) if words else None


def _arguments(block: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    given = block.get("arguments")
    for name, value in islice(given.items(), _MOST) if isinstance(given, dict) else ():
        text = _text(value)
        if text and isinstance(name, str) and 0 < len(name) <= _LONGEST_NAME:
            yield clean(name, _LONGEST_NAME), text


def _text(value: object) -> str:
    """A value as somebody would type it; empty if it says nothing."""
    if isinstance(value, list):
        items = (_single(item) for item in value[:_MOST])
        return ", ".join(item for item in items if item)[:_LONGEST_VALUE]
    return _single(value)


def _single(value: object) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, int):
        return str(value) if abs(value) < _LARGEST else ""
    if isinstance(value, str):
        text = clean(value, _LONGEST_VALUE).strip()
        return id_of(text) or text
    if isinstance(value, dict):
        kind = value.get("type")
        keys = _IDS.get(kind, ("id",)) if isinstance(kind, str) else ("id",)
        return next((one for key in keys if (one := identifier(value.get(key)))), "")
    return ""
