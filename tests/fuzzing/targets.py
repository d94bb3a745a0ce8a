"""What is fuzzed: each target reads bytes as a stranger's message and raises only for a defect."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from functools import cache

import bot.commands
from bot.dispatch.declaring.command import Input
from bot.dispatch.declaring.router import Router
from bot.dispatch.hearing.addressing import Names, commands_in, line
from bot.domain.dialogue.message import Message
from bot.domain.errors import Refusal
from bot.domain.typed.events import event_or_key
from bot.matrix.content.batch import Batch, name_of, read_batch
from bot.matrix.content.cleaning import clean, straight
from bot.matrix.content.pills import with_ids
from bot.matrix.content.power import Powers
from bot.matrix.content.reading import mapping, read
from bot.matrix.rooms.joined import is_pair, is_space
from bot.storage import inbox
from bot.text.inert import inert

OURS = "@lotse:hs.example"
NAMES = Names(OURS, "Lotse")
NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
ROOM = "!room:hs.example"


@cache
def router() -> Router:
    return Router.discover(bot.commands)


def parsed(data: bytes) -> object:
    """As the homeserver's answer is: what is no JSON never comes further."""
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


def text_of(data: bytes) -> str:
    """Half pairs and zeros among it, as JSON can carry them."""
    return data.decode("utf-8", "surrogatepass" if b"\xed" in data else "replace")


def any_text(data: bytes) -> str:
    try:
        return text_of(data)
    except UnicodeDecodeError:
        return data.decode("latin-1")


def event(data: bytes) -> None:
    """An event of a room, whatever is in it."""
    draft = read(mapping(parsed(data)), ROOM, OURS, NOW)
    if draft is not None and draft.message is not None:
        said = draft.message
        # Every database takes it: no half pairs, no zeros.
        raw = json.dumps(inbox._stored(said), ensure_ascii=False).encode()
        assert b"\x00" not in raw
        assert "\x00" not in said.text
        addressed(said)


def answer(data: bytes) -> None:
    """A whole answer of /sync."""
    batch = read_batch(mapping(parsed(data)), OURS)
    if batch is not None:
        looked_at(batch)


def looked_at(batch: Batch) -> None:
    """Everything that is asked of a batch without a database."""
    for news in batch.news:
        name_of(news, None).encode()
        is_pair(news)
        is_space(news)
        news.arrival(OURS)
        for one in news.events:
            read(one, news.room_id, OURS, NOW)


def powers(data: bytes) -> None:
    """The power levels of a room."""
    given = mapping(parsed(data))
    found = Powers(mapping(given.get("levels")), mapping(given.get("creation")))
    found.of(OURS)
    found.needed("m.room.tombstone", state=True)
    found.needed("m.room.message", state=False)
    found.needed_to_ping()


def addressed(said: Message) -> None:
    """Whether it is for us, and which commands it holds."""
    line(said, NAMES, router())
    for one in commands_in(said, NAMES, router()):
        router().match(one)


def words(data: bytes) -> None:
    """A text, from its cleaning to the commands in it."""
    text = any_text(data)
    half = len(text) // 2
    cleaned = straight(with_ids(clean(text[:half]), text[half:]))
    cleaned.encode()
    inert(text).encode(errors="strict")
    for direct in (False, True):
        addressed(
            Message(
                event_id="$e", room_id=ROOM, sender="@a:b", text=cleaned, sent_at=NOW, direct=direct
            )
        )


def command(data: bytes) -> None:
    """What is typed behind a command's words; the first byte says which command."""
    text = clean(any_text(data[1:]))[:4000]
    every = list(router())
    chosen = every[data[0] % len(every)] if data else every[0]
    with contextlib.suppress(Refusal):
        chosen.parse(Input(text, date(2026, 11, 28), "Europe/Berlin"))


def link(data: bytes) -> None:
    """What the office asks about."""
    try:
        found = event_or_key(any_text(data))
    except Refusal:
        return
    assert found is None or found.isprintable()


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "event": event,
    "answer": answer,
    "powers": powers,
    "words": words,
    "command": command,
    "link": link,
}


def seed(name: str, text: str) -> bytes:
    """Something ordinary for a target to begin with."""
    if name == "event":
        content = {"msgtype": "m.text", "body": text, "m.relates_to": {"event_id": "$e"}}
        return json.dumps(
            {"event_id": "$e", "sender": "@a:b", "type": "m.room.message", "content": content}
        ).encode()
    if name == "answer":
        events = {"timeline": {"events": [json.loads(seed("event", text))], "limited": True}}
        return json.dumps({"next_batch": "s1", "rooms": {"join": {ROOM: events}}}).encode()
    if name == "powers":
        creation = {"content": {"room_version": "12", "creator": OURS}, "sender": OURS}
        return json.dumps({"levels": {"users": {OURS: 50}}, "creation": creation}).encode()
    return (b"\x07" if name == "command" else b"") + text.encode()
