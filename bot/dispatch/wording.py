"""Makes outbox rows of replies and posts: the one place where values become message content."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.journal import Outgoing, Priority
from bot.domain.message import Message, Post, Reply, Text
from bot.services.hosting import Hosting
from bot.text import Catalogues, content


@dataclass(frozen=True, slots=True)
class Wording:
    """Words everything in the language of the room where it will be read."""

    catalogues: Catalogues
    hosting: Hosting

    def reply(self, reply: Reply, message: Message, language: str) -> tuple[Outgoing, ...]:
        """The answer in the asker's room and thread, then what others are told."""
        posts = self.posts(reply.posts, message.event_id)
        return (self.answer(reply, message, language), *posts) if reply.blocks else posts

    def answer(self, reply: Reply, message: Message, language: str) -> Outgoing:
        """Silent (`m.notice`) in rooms, ordinary in direct chats."""
        key = f"r-{message.event_id}"
        return Outgoing(
            key=key,
            target=message.room_id,
            cause=message.event_id,
            content=content(
                self.catalogues.get(language).body(reply.blocks),
                msgtype="m.text" if message.direct else "m.notice",
                reply_to=message.event_id,
                thread=message.thread,
                key=key,
            ),
        )

    def posts(
        self, posts: Sequence[Post], cause: str, priority: Priority = Priority.ANSWER
    ) -> tuple[Outgoing, ...]:
        """Messages that nobody asked for in that place: ordinary ones, pinging whom they name."""
        return tuple(self._post(post, cause, priority) for post in posts)

    def _post(self, post: Post, cause: str, priority: Priority) -> Outgoing:
        key = f"p-{cause}-{post.name}"
        catalogue = self.catalogues.get(self.hosting.language(post.to))
        return Outgoing(
            key=key,
            target=post.to,
            cause=cause,
            priority=priority,
            content=content(
                catalogue.body(post.blocks), msgtype="m.text", mentions=post.mentions, key=key
            ),
        )

    def room(self, key: str, target: str, text: Text) -> Outgoing:
        """A silent word of our own to a room, under that key."""
        words = self.catalogues.get(self.hosting.language(target)).body((text,))
        return Outgoing(
            key=key,
            target=target,
            cause=key,
            content=content(words, msgtype="m.notice", key=key),
        )

    def office(self, name: str, text: Text) -> tuple[Outgoing, ...]:
        """A word to wherever the office is; the same name is told only once, ever."""
        posts = (
            Post(to=target, name=target, blocks=(text,)) for target in self.hosting.office_targets()
        )
        return self.posts(tuple(posts), f"office-{name}")
