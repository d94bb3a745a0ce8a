"""From a message to the turn that it leads to: a command, an answer, a correction, a form."""

from dataclasses import replace

from bot.dispatch.declaring.field import from_values
from bot.dispatch.declaring.refusals import (
    MeantOne,
    SaidInClear,
    TooManyCommands,
    TooOld,
    UnknownCommand,
)
from bot.dispatch.declaring.vocabulary import Match
from bot.dispatch.hearing.addressing import commands_in
from bot.dispatch.hearing.handling import Handling, refused
from bot.dispatch.turns.completing import completed
from bot.dispatch.turns.correcting import Correct
from bot.dispatch.turns.proposing import suggestion, which_day
from bot.dispatch.turns.replying import Replies
from bot.dispatch.turns.several import MOST, Several
from bot.dispatch.turns.turn import Run, Say, Turn, permit
from bot.dispatch.turns.withdrawing import Withdraw
from bot.domain.dialogue.ask import Filling
from bot.domain.dialogue.message import Message, MessageKind, Proof, Reply
from bot.domain.errors import Refusal
from bot.domain.moments.refusals import AmbiguousDay, VagueDay


class Turns:
    """Makes turns; everything up to doing it."""

    def __init__(self, handling: Handling) -> None:
        self._handling = handling
        self._replies = Replies(handling)

    async def of(self, message: Message, edits: str | None = None) -> Turn:
        """What the message leads to; `edits` is the key of our answer that would be replaced.

        Raises:
            Refusal: it cannot be; the refusal says why and what to do.
        """
        handling = self._handling
        if message.kind is MessageKind.WITHDRAWAL and message.reply_to:
            context = await handling.context(message)
            return Withdraw(context=context, original=message.reply_to)
        if message.kind is MessageKind.TEXT and message.proof is Proof.NONE:
            raise SaidInClear
        heard = handling.heard(message, handling.line(message))
        if heard:
            return await self._replies.of(message, heard)
        if message.kind is MessageKind.REACTION:
            return Say(language=handling.language(message), reply=Reply())
        if message.replaces:
            return await self._again(message, message.replaces, edits)
        return await self._commands(message, message.event_id)

    async def _again(self, message: Message, original: str, edits: str | None) -> Turn:
        """An edited command."""
        again = await self._commands(message, original, edits)
        context = await self._handling.context(message, again.language)
        return Correct(context=context, original=original, again=again, edits=edits)

    async def _commands(self, message: Message, origin: str, edits: str | None = None) -> Turn:
        handling = self._handling
        lines = commands_in(message, handling.names, handling.router)
        if len(lines) < 2:  # noqa: PLR2004 -- one command is no list
            return await self._command(message, origin, edits)
        turns: list[Turn | Refusal] = []
        for place, text in enumerate(lines[:MOST]):
            try:
                turns.append(await self._command(replace(message, text=text), origin, edits, place))
            except Refusal as refusal:
                turns.append(refusal)
        if len(lines) > MOST:
            turns.append(TooManyCommands(most=MOST))
        return Several(turns=turns, language=handling.language(message), refused=refused)

    async def _command(
        self, message: Message, origin: str, edits: str | None, place: int = 0
    ) -> Turn:
        try:
            match = self._match(message)
        except MeantOne as near:
            return suggestion(near, message.sender, self._handling.language(message))
        context = await self._handling.context(message, self._handling.language(message, match))
        permit(match.command, context)
        if self._handling.too_old(match.command, message):
            raise TooOld(text=self._handling.line(message).text)
        filling = Filling(match.command.path, match.rest, (), "")
        day = self._handling.today().date()
        try:
            turn = completed(match.command, context, filling, day, origin=origin, place=place)
        except (VagueDay, AmbiguousDay) as unclear:
            return which_day(match, context, unclear)
        if isinstance(turn, Run):
            turn.edits = edits
        return turn

    def _match(self, message: Message) -> Match:
        handling = self._handling
        if message.invocation is None:
            language = handling.language(message)
            return handling.matching.match(message, handling.line(message), language)
        match = handling.router.match(message.invocation.command)
        if match is None:
            raise UnknownCommand(word=message.invocation.command[:40], near=())
        rest = from_values(match.command.fields, dict(message.invocation.arguments))
        return replace(match, rest=rest)
