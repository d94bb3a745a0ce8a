"""The border values: a Message comes in, a Reply goes out. Ids and data, never a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.signals import Signal


@dataclass(frozen=True, slots=True)
class Link:
    """An https address with the words that are shown for it."""

    url: str
    label: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A person, shown as a pill; it pings only if the Reply's `mentions` names it too."""

    user_id: str


@dataclass(frozen=True, slots=True)
class Lines:
    """Words of a person whose line breaks count; in a plain string they become blanks."""

    text: str


@dataclass(frozen=True, slots=True, init=False)
class Text:
    """The id of a sentence in `locales/` and the data that it needs.

    Strings among the data are shown inert, whatever a user typed into them; a `datetime` is a
    moment with its zone, a tuple is worded as a list ("a, b und c").
    """

    id: str
    args: Mapping[str, object]

    def __init__(self, id: str, /, **args: object) -> None:  # noqa: A002 -- the field's name in Fluent
        object.__setattr__(self, "id", id)
        object.__setattr__(self, "args", args)


@dataclass(frozen=True, slots=True)
class Items:
    """A list; numbered from `first`, or with bullets when `first` is None."""

    texts: tuple[Text, ...]
    first: int | None = None


Block = Text | Items


@dataclass(frozen=True, slots=True)
class Post:
    """A message to somebody else than the asker.

    `to` is a room id or a person's full Matrix id (then it goes to their direct chat); `name`
    tells the posts of one cause apart, because cause and name make the transaction id.
    """

    to: str
    name: str
    blocks: tuple[Block, ...]
    mentions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, init=False)
class Reply:
    """What the asker is told, what others are told because of it, and what changed by it."""

    blocks: tuple[Block, ...]
    posts: tuple[Post, ...]
    signals: tuple[Signal, ...]

    def __init__(
        self, *blocks: Block, posts: tuple[Post, ...] = (), signals: tuple[Signal, ...] = ()
    ) -> None:
        object.__setattr__(self, "blocks", blocks)
        object.__setattr__(self, "posts", posts)
        object.__setattr__(self, "signals", signals)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One text that a person wrote into a room, as the homeserver gave it."""

    event_id: str
    room_id: str
    sender: str
    text: str
    sent_at: datetime
    thread: str | None = None
    """Event id of the thread's root."""
    reply_to: str | None = None
    replies_to_us: bool = False
    direct: bool = False
    """Only the sender and the bot are in the room, so no prefix is needed."""
    replaces: str | None = None
    """Event id of the message that this one is an edit of."""
