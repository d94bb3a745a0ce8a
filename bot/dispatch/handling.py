"""Handles one message: match, permit, parse, act, word. Refusals and faults become answers here."""

import logging
import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.dispatch.addressing import WHY, Address, Line, Names, line
from bot.dispatch.command import AnyCommand, Input, Place
from bot.dispatch.context import Context
from bot.dispatch.refusals import (
    NeedsRole,
    OfficeRoomOnly,
    TooLong,
    TooOld,
    UnknownCommand,
    UnknownSentence,
    WhichOne,
)
from bot.dispatch.router import Match, Router
from bot.domain.errors import Refusal
from bot.domain.message import Message, Reply, Text
from bot.domain.people import Person, Role
from bot.services import Services
from bot.services.ports import Clock, Members
from bot.storage.database import Transaction

log = logging.getLogger(__name__)
_SENTENCE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The zone that people's dates are read in, and the limits of handling."""

    zone: str = "Europe/Berlin"
    too_old: timedelta = timedelta(hours=1)
    patience: float = 10.0


@dataclass(frozen=True, slots=True)
class Prepared:
    """A command that may run: its declaration, what it is given, its parsed argument."""

    command: AnyCommand
    context: Context
    argument: object

    async def ask(self) -> Reply:
        """Run a query."""
        if self.command.query is None:
            raise TypeError(self.command.path)
        return await self.command.query(self.context, self.argument)

    def act(self, tx: Transaction, person: Person) -> Reply:
        """Run an action as the person that the sender is now."""
        if self.command.action is None:
            raise TypeError(self.command.path)
        permit(self.command, replace(self.context, person=person))
        return self.command.action(replace(self.context, person=person), tx, self.argument)


class Handling:
    """Finds out what a message wants; knows nothing of inbox and outbox."""

    def __init__(
        self,
        router: Router,
        services: Services,
        members: Members,
        clock: Clock,
        names: Names,
        rules: Rules,
    ) -> None:
        self.router = router
        self.services = services
        self.names = names
        self.rules = rules
        self._members = members
        self._clock = clock

    def concerns_us(self, message: Message) -> bool:
        """Whether the text is for us and may be stored. Pure, so that sync can ask first."""
        return line(message, self.names, self.router).address is not Address.NONE

    async def prepare(self, message: Message) -> Prepared:
        """Everything up to running the command.

        Raises:
            Refusal: it cannot run; the refusal says why and what to do.
        """
        now = self._clock.now()
        wanted = line(message, self.names, self.router)
        match = self._match(message, wanted)
        person = await self._person(message.sender)
        context = Context(
            message=message,
            person=person,
            services=self.services,
            commands=self.router,
            now=now,
            zone=self.rules.zone,
            language=self.language(message, match),
        )
        permit(match.command, context)
        if match.command.action and now - message.sent_at > self.rules.too_old:
            raise TooOld(text=wanted.text)
        today = now.astimezone(ZoneInfo(self.rules.zone)).date()
        argument = match.command.parse(Input(match.rest, today, self.rules.zone))
        return Prepared(match.command, context, argument)

    async def _person(self, user_id: str) -> Person:
        """The sender; whoever has a role of ours need not be looked for among the members."""
        person = self.services.appointing.person(user_id, member=False)
        if person.role is Role.GUEST and await self._members.is_member(user_id):
            return replace(person, role=Role.MEMBER)
        return person

    def _match(self, message: Message, wanted: Line) -> Match:
        if wanted.too_long:
            raise TooLong
        if not wanted.text:
            return self._named("hilfe")
        first = wanted.text.split(None, 1)[0]
        if message.replies_to_us and first.rstrip("?!.").casefold() in WHY:
            return self._named(first.rstrip("?!.").casefold())
        match = self.router.match(wanted.text)
        if match:
            return match
        below = self.router.below(first)
        if below:
            raise WhichOne(word=first, choices=tuple(" ".join(c.path) for c in below))
        near = self.router.near(first)
        if not near and len(wanted.text.split()) >= _SENTENCE:
            raise UnknownSentence(text=wanted.text[:200])
        raise UnknownCommand(word=first[:40], near=tuple(f"!{word}" for word in near[:3]))

    def _named(self, word: str) -> Match:
        match = self.router.match(word)
        if match is None:
            raise UnknownCommand(word=word, near=())
        return match

    def language(self, message: Message, match: Match | None = None) -> str:
        """English for English words, else the room's language."""
        if match is None:
            match = self.router.match(line(message, self.names, self.router).text)
        if match and match.english:
            return "en"
        return self.services.hosting.language(message.room_id)

    def failed(self, message: Message, fault: BaseException) -> Reply:
        """The answer to a crash: a number that finds the log line, never the fault itself."""
        reference = secrets.token_hex(3)
        log.error(
            "handling failed reference=%s event=%s", reference, message.event_id, exc_info=fault
        )
        return Reply(
            Text(
                "error-too-slow" if isinstance(fault, TimeoutError) else "error-internal",
                reference=reference,
            )
        )

    def now(self) -> datetime:
        """This moment, UTC."""
        return self._clock.now()


def permit(command: AnyCommand, context: Context) -> None:
    """Let pass who may use the command here.

    Raises:
        NeedsRole, OfficeRoomOnly: not this person, or not in this room.
    """
    if not context.person.may(command.permission):
        raise NeedsRole(role=command.permission.name.lower(), command=" ".join(command.path))
    if command.place is Place.OFFICE_ROOM and not context.services.hosting.is_office(
        context.message.room_id
    ):
        raise OfficeRoomOnly(command=" ".join(command.path))


def refused(refusal: Refusal) -> Reply:
    """The worded form of a refusal."""
    return Reply(Text(refusal.text_id(), **refusal.data))
