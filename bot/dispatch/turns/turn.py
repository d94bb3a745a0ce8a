"""A turn of the conversation: what one message leads to, looked up first and then decided."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from bot.dispatch.declaring.command import AnyCommand
from bot.dispatch.declaring.context import Context, Place
from bot.dispatch.declaring.refusals import OfficeRoomOnly, Unproven, lacking
from bot.domain.dialogue.act import Act
from bot.domain.dialogue.ask import Ask, Choice, Filling
from bot.domain.dialogue.message import Message, MessageKind, Reply, Text
from bot.domain.dialogue.option import Option
from bot.domain.dialogue.people import Person, Role
from bot.domain.dialogue.signals import QuestionChanged
from bot.storage import acts
from bot.storage.database import Transaction


class Turn(Protocol):
    """`outcome` is a word for the inbox; `edits` the key of our answer that this one replaces.

    `cause` is the event whose command the turn goes on with, None where it begins with this one.
    """

    @property
    def language(self) -> str: ...
    @property
    def outcome(self) -> str: ...
    @property
    def edits(self) -> str | None: ...
    @property
    def cause(self) -> str | None: ...

    async def look(self) -> None:
        """Read what the answer needs, outside any transaction."""
        ...

    def decide(self, tx: Transaction) -> Reply:
        """Do it and say so, inside the transaction that stores both.

        Raises:
            Refusal: nothing was done; it says why.
        """
        ...


@dataclass(slots=True, kw_only=True)
class Say:
    """Nothing is done; something is said, or not even that."""

    language: str
    reply: Reply
    outcome: str = "said"
    edits: str | None = None
    cause: str | None = None

    async def look(self) -> None:
        """Nothing to read."""

    def decide(self, tx: Transaction) -> Reply:  # noqa: ARG002 -- a turn
        return self.reply


@dataclass(slots=True, kw_only=True)
class Run:
    """A command that may run, with its parsed argument; `sure` needs no further confirmation."""

    command: AnyCommand
    context: Context
    argument: object
    origin: str
    """The event that asked for it, by which it can be corrected and taken back."""
    sure: bool = False
    filling: Filling | None = None
    """The form that ends in its confirmation, where one does."""
    place: int = 0
    edits: str | None = None
    cause: str | None = None
    _found: Reply = field(default_factory=Reply)

    @property
    def language(self) -> str:
        return self.context.language

    @property
    def outcome(self) -> str:
        return self.command.text_id

    async def look(self) -> None:
        if self.command.query:
            self._found = await self.command.query(self.context, self.argument)

    def decide(self, tx: Transaction) -> Reply:
        if self.command.action is None:
            return self._found
        context = replace(self.context, person=self._as_now(tx))
        permit(self.command, context)
        if self.command.confirm and not self.sure:
            preview = self.command.confirm(context, tx, self.argument)
            if preview.ask is not None:
                return preview
            if preview.line is not None:
                context = replace(context, line=preview.line)
            return preview.having(ask=self._sure(context), memory=None, line=None)
        reply = self.command.action(context, tx, self.argument)
        told = any(not isinstance(signal, QuestionChanged) for signal in reply.signals)
        if reply.memory is not None or told or reply.posts:
            acts.note(tx, self._act(reply))
        return reply

    def _sure(self, context: Context) -> Ask:
        """The confirmation; at the end of a form it goes back, too, and is answered as easily."""
        if self.filling is None:
            return confirmation(self.command, context)
        back = Choice.of(Option.BACK, Text("choice-back"))
        ask = confirmation(self.command, context, (back,))
        return replace(ask, filling=replace(self.filling, missing=""), plain=True)

    def _as_now(self, tx: Transaction) -> Person:
        return self.context.services.appointing.person_in(tx, self.context.person)

    def _act(self, reply: Reply) -> Act:
        message = self.context.message
        return Act(
            event_id=self.origin,
            user_id=self.context.person.user_id,
            room_id=message.room_id,
            path=self.command.path,
            memory=reply.memory,
            answer=self.edits or f"r-{message.event_id}",
            done_at=self.context.now,
            place=self.place,
        )


def permit(command: AnyCommand, context: Context) -> None:
    """Let pass who may use the command here.

    Raises:
        NeedsRole, RightsSuspended, OfficeRoomOnly: not this person, or not in this room.
        Unproven: perhaps not this person.
    """
    if not context.person.may(command.permission):
        raise lacking(context.person, command.permission, command.path)
    if command.permission > Role.MEMBER and not _is_proven(command, context.message):
        reacts = context.message.kind is MessageKind.REACTION
        raise Unproven(how="reaction" if reacts else "device")
    if command.place is Place.OFFICE_ROOM and not context.services.hosting.is_office(
        context.message.room_id
    ):
        raise OfficeRoomOnly(command=" ".join(command.path))


def _is_proven(command: AnyCommand, message: Message) -> bool:
    """Whether rights may be used by it; reactions, which are never encrypted, may ask for more."""
    looks = message.kind is MessageKind.REACTION and command.action is None
    return message.proof.gives_rights or looks


def confirmation(command: AnyCommand, context: Context, extra: Sequence[Choice] = ()) -> Ask:
    """Shall it really be done? Asks its sender, or somebody else where a second one must agree."""
    line = " ".join((*command.path, context.line)).strip()
    asker = context.person.user_id
    second = command.second is not None and command.second(context)
    return Ask(
        choices=(
            Choice.of(Option.YES, Text("choice-yes"), line, sure=True),
            *extra,
            Choice.of(Option.NO, Text("choice-no")),
        ),
        people=() if second else (asker,),
        role=command.permission if second else None,
        but=asker if second else None,
        rights=True,
    )
