"""Finds out what a message wants. Refusals and faults become answers here."""

import hashlib
import logging
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.dispatch.declaring.command import AnyCommand
from bot.dispatch.declaring.context import Context
from bot.dispatch.declaring.router import Router
from bot.dispatch.declaring.vocabulary import Match
from bot.dispatch.hearing.addressing import Address, Line, Names, line
from bot.dispatch.hearing.answering import Answering, Heard
from bot.dispatch.hearing.matching import Matching
from bot.domain.dialogue.message import Message, MessageKind, Reply, Text
from bot.domain.dialogue.people import Person, Role
from bot.domain.errors import Refusal
from bot.services import Services
from bot.services.ports import Clock, Members

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The zone that people's dates are read in, and the limits of handling."""

    zone: str = "Europe/Berlin"
    too_old: timedelta = timedelta(hours=1)
    patience: float = 10.0


class Handling:
    """What every turn needs to know of a message; knows nothing of inbox and outbox."""

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
        self.matching = Matching(router)
        self._answering = Answering(services.asking, services.appointing)
        self._members = members
        self._clock = clock

    def concerns_us(self, message: Message) -> bool:
        """Whether the text is for us and may be stored. Pure, so that sync can ask first."""
        if message.kind is MessageKind.TEXT and message.invocation:
            return True
        wanted = self.line(message)
        if message.kind is MessageKind.TEXT and wanted.address is not Address.NONE:
            return True
        return self.heard(message, wanted) is not None

    def answers(self, message: Message) -> bool:
        """Whether it answers a question of ours. Pure."""
        return self.heard(message, self.line(message)) is not None

    def line(self, message: Message) -> Line:
        """The command line in a message."""
        return line(message, self.names, self.router)

    def heard(self, message: Message, wanted: Line) -> Heard | None:
        """The question that the message answers, if it is an answer."""
        if message.direct and not message.answers and self.matching.is_plainly(wanted):
            return None
        answer = self._answering.heard(message, wanted, self.now())
        if answer and answer.offered is None and self.matching.is_attempt(wanted):
            return None
        return answer

    async def context(
        self, message: Message, language: str | None = None, sender: str | None = None
    ) -> Context:
        """What a handler is given; `sender` is who acts, if not who wrote."""
        return Context(
            message=message,
            person=await self._person(sender or message.sender),
            services=self.services,
            commands=self.router,
            now=self.now(),
            zone=self.rules.zone,
            language=language or self.language(message),
        )

    async def _person(self, user_id: str) -> Person:
        """The sender; whoever has a role of ours need not be looked for among the members."""
        person = self.services.appointing.person(user_id, member=False)
        if person.role is Role.GUEST and await self._members.is_member(user_id):
            return replace(person, role=Role.MEMBER)
        return person

    def language(self, message: Message, match: Match | None = None) -> str:
        """English for English words, else as the person or the room wants it."""
        if match is None and message.kind is MessageKind.TEXT:
            match = self.router.match(self.line(message).text)
        if match and match.english:
            return "en"
        chosen = self.services.preferring.of(message.sender).voice
        return chosen or self.services.hosting.language(message.room_id)

    def too_old(self, command: AnyCommand, message: Message) -> bool:
        """Whether an action comes so late that its sender no longer counts on it."""
        late = self.now() - message.sent_at > self.rules.too_old
        return late and command.action is not None

    def today(self) -> datetime:
        """The local moment."""
        return self.now().astimezone(ZoneInfo(self.rules.zone))

    def failed(self, message: Message, fault: BaseException) -> Reply:
        """The answer to a crash: a number that finds the log line, never the fault itself."""
        reference = hashlib.sha256(message.event_id.encode()).hexdigest()[:6]
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


def refused(refusal: Refusal) -> Reply:
    """The worded form of a refusal."""
    return Reply(Text(refusal.text_id(), **refusal.data))
