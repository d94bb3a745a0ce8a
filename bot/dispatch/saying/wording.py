"""Makes outbox rows of replies and posts: the one place where values become message content."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.dispatch.saying.asked import Moment, hint, question, seeds
from bot.dispatch.saying.filing import file_rows
from bot.domain.dialogue.message import Message, Post, Remove, Replace, Reply, Text
from bot.domain.dialogue.question import Question
from bot.domain.journal import Effect, OutboxRow, Outgoing, Priority
from bot.services.hosting import Hosting
from bot.services.ports import Clock
from bot.text import Catalogues, content
from bot.text.relations import edited, redaction


@dataclass(frozen=True, slots=True)
class Words:
    """The rows of a reply, and the questions among them, which are stored with them."""

    rows: tuple[Outgoing, ...] = ()
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """Words everything in the language of who will read it."""

    catalogues: Catalogues
    hosting: Hosting
    clock: Clock

    def reply(
        self,
        reply: Reply,
        message: Message,
        language: str,
        moment: Moment,
        *,
        edits: str | None = None,
        cause: str | None = None,
    ) -> Words:
        """The answer in the asker's room and thread, then what others are told.

        `edits` is the key of an earlier answer that this one takes the place of, unless it asks
        something; `cause` the event whose command led to the question, if not this message.
        """
        rows: list[Outgoing] = []
        asked: list[Question] = []
        if reply.blocks:
            answer = self._answer(reply, message, language, None if reply.ask else edits)
            rows.append(answer)
            if reply.ask:
                said = self.catalogues.get(language)
                put = question(reply.ask, reply.blocks, answer, said, moment)
                asked.append(replace(put, language=language, thread=message.thread))
        if reply.file:
            rows += file_rows(reply.file, message)
        for post in reply.posts:
            row = self._post(post, message.event_id, Priority.ANSWER)
            if post.to == message.sender:
                # They speak with us just now.
                row = replace(row, not_before=None, not_after=None)
            rows.append(row)
            if post.ask:
                spoken = self.hosting.language(post.to)
                put = question(post.ask, post.blocks, row, self.catalogues.get(spoken), moment)
                asked.append(replace(put, language=spoken))
        event = cause or message.event_id
        asked = [replace(put, asker=message.sender, cause=event) for put in asked]
        held = {row.key: row.not_before for row in rows}
        rows += [seed for put in asked for seed in seeds(put, held[put.key])]
        return Words(tuple(rows), tuple(asked))

    def aside(self, message: Message, text: Text) -> Outgoing:
        """A word to whoever wrote a message that is not handled, in the voice that they chose."""
        language = self._spoken(message.room_id, message.sender)
        return self._answer(Reply(text), message, language, None)

    def _spoken(self, room_id: str, reader: str | None) -> str:
        chosen = self.hosting.preferring.of(reader).voice if reader else None
        return chosen or self.hosting.language(room_id)

    def _answer(self, reply: Reply, message: Message, language: str, edits: str | None) -> Outgoing:
        """Silent (`m.notice`) in rooms, ordinary in direct chats."""
        key = f"r-{message.event_id}"
        blocks = reply.blocks
        if reply.ask:
            room = self.hosting.room(message.room_id)
            blocks = (*blocks, *hint(reply.ask, room, direct=message.direct))
        said = content(
            self.catalogues.get(language).body(blocks),
            msgtype="m.text" if message.direct else "m.notice",
            reply_to=message.quoted,
            thread=message.thread,
            key=key,
        )
        return Outgoing(
            key=key,
            target=message.room_id,
            cause=message.event_id,
            content=edited(said) if edits else said,
            effect=Effect.EDIT if edits else Effect.SEND,
            after=edits,
            about=reply.about,
        )

    def change(
        self, change: Replace | Remove, said: OutboxRow, cause: str, language: str
    ) -> Outgoing:
        """The row that changes one of our earlier messages."""
        trims = said.priority is Priority.TRIMMING
        if isinstance(change, Remove):
            return Outgoing(
                key=f"x-{change.key}",
                target=said.target,
                cause=cause,
                content=redaction(),
                effect=Effect.REDACT,
                priority=Priority.TRIMMING if trims else Priority.ANSWER,
                after=change.key,
                not_before=said.not_before,
            )
        key = f"e-{cause}-{change.key}"
        body = self.catalogues.get(language).body(change.blocks)
        kind = str(said.content.get("msgtype", "m.notice"))
        return Outgoing(
            key=key,
            target=said.target,
            cause=cause,
            content=edited(content(body, msgtype=kind, key=key)),
            effect=Effect.EDIT,
            after=change.key,
            not_before=said.not_before,
        )

    def posts(
        self, posts: Sequence[Post], cause: str, priority: Priority = Priority.ANSWER
    ) -> tuple[Outgoing, ...]:
        """Messages that nobody asked for in that place: ordinary ones, pinging whom they name."""
        return tuple(self._post(post, cause, priority) for post in posts)

    def _post(self, post: Post, cause: str, priority: Priority) -> Outgoing:
        key = f"p-{cause}-{post.name}"
        catalogue = self.catalogues.get(self.hosting.language(post.to))
        blocks = post.blocks
        if post.ask:
            room = self.hosting.room(post.to)
            blocks = (*blocks, *hint(post.ask, room, direct=post.to.startswith("@")))
        now = self.clock.now()
        calm = self.hosting.calm_until(post.to, now)
        ends = (post.until, self.hosting.calm_from(post.to, calm or now))
        return Outgoing(
            key=key,
            target=post.to,
            cause=cause,
            priority=priority,
            content=content(
                catalogue.body(blocks), msgtype="m.text", mentions=post.mentions, key=key
            ),
            about=post.about,
            not_before=calm,
            not_after=min(filter(None, ends), default=None),
        )

    def room(self, key: str, target: str, text: Text, reader: str | None = None) -> Outgoing:
        """A silent word of our own to a room, or to a reader in their voice, under that key."""
        words = self.catalogues.get(self._spoken(target, reader)).body((text,))
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
