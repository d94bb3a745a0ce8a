"""From an answer to the turn that it leads to: the choice, the form's next part, or a hint."""

from bot.dispatch.declaring.context import Context
from bot.dispatch.declaring.refusals import TooLong, TooOld, UnknownCommand
from bot.dispatch.hearing.answering import Heard
from bot.dispatch.hearing.handling import Handling, refused
from bot.dispatch.turns.choosing import Choose, Park
from bot.dispatch.turns.completing import completed
from bot.dispatch.turns.forming import AskField, labelled
from bot.dispatch.turns.summary import Summary
from bot.dispatch.turns.turn import Say, Turn, permit
from bot.domain.dialogue.ask import Filling
from bot.domain.dialogue.message import Message, MessageKind, Reply, Text
from bot.domain.dialogue.option import Option, control_of
from bot.domain.dialogue.question import Offered, Question


class Replies:
    """Makes turns of answers; everything up to doing it."""

    def __init__(self, handling: Handling) -> None:
        self._handling = handling

    async def of(self, message: Message, heard: Heard) -> Turn:
        """What the answer leads to.

        Raises:
            Refusal: it cannot be; the question stays open.
        """
        question, offered = heard.question, heard.offered
        context = await self._handling.context(message, question.language)
        hint = _hint(context, question, offered)
        if hint is not None:
            return Say(language=question.language, reply=hint)
        if heard.too_long:
            raise TooLong
        control = control_of(heard.words)
        if question.filling and (offered is None or control or question.filling.missing):
            return self._part(context, heard, question.filling, control)
        if offered is None:
            return Say(language=question.language, reply=Reply())
        return await self._choose(context, question, offered)

    async def _choose(self, context: Context, question: Question, offered: Offered) -> Turn:
        after: Turn | None = None
        if offered.word == Option.BACK and question.filling:
            after = self._form(context, question, question.filling, None)
        elif offered.line is not None:
            after = await self._line(context, question, offered)
        return Choose(context=context, question=question, offered=offered, after=after)

    async def _line(self, context: Context, question: Question, offered: Offered) -> Turn:
        """The command line that a choice stands for; what was asked already is done as the asker.

        What somebody else than the asker does on their own belongs to their own message.
        """
        match = self._handling.matching.named(offered.line or "")
        sender = context.message.sender
        if offered.sure and question.asker != sender:
            asker = question.asker
            context = await self._handling.context(context.message, question.language, asker)
        permit(match.command, context)
        if self._handling.too_old(match.command, context.message):
            raise TooOld(text=question.word_for(offered))
        own = offered.sure or question.asker == sender
        return completed(
            match.command,
            context,
            Filling(match.command.path, match.rest, (), ""),
            question.today if offered.sure else self._handling.today().date(),
            origin=question.cause if own else context.message.event_id,
            sure=offered.sure,
        )

    def _part(
        self, context: Context, heard: Heard, filling: Filling, control: Option | None
    ) -> Turn:
        """One more part of a form, or what steers it."""
        question, offered = heard.question, heard.offered
        if control is Option.LATER:
            return Park(context=context, question=question)
        if control is Option.NO:
            return Choose(context=context, question=question, offered=offered, after=None)
        words = offered.word if offered else heard.words
        after = self._form(context, question, filling, None if control else words)
        return Choose(context=context, question=question, offered=None, after=after)

    def _form(
        self, context: Context, question: Question, filling: Filling, words: str | None
    ) -> Turn:
        """The form with one more answer, or where there are no words one step back."""
        try:
            command = self._handling.matching.named(" ".join(filling.path)).command
        except UnknownCommand as gone:
            # An update took the command away: nobody could ever finish its form.
            return Say(language=question.language, reply=refused(gone))
        if words is None:
            more = filling.without_last()
            if command.field(more.missing):
                return AskField(command=command, context=context, filling=more)
        else:
            more = labelled(command, filling, words)
        permit(command, context)
        day = self._handling.today().date()
        after = completed(command, context, more, day, origin=question.cause, form=True)
        if isinstance(after, Summary) and words is not None and more == filling:
            after.because = Text("form-unassigned", label=Text(command.fields[-1].text_id))
        return after


def _hint(context: Context, question: Question, offered: Offered | None) -> Reply | None:
    """What somebody is told whose answer does not count; None if it counts."""
    reacts = context.message.kind is MessageKind.REACTION
    if not question.may_answer(context.person):
        return Reply() if reacts else Reply(Text("asked-not-you"))
    if not question.answerable_at(context.now):
        same = offered is not None and question.chosen == offered.word
        if same and question.answered_by == context.message.sender:
            return Reply()
        return Reply(Text("asked-too-late"))
    if question.is_used(offered):
        return Reply() if reacts else Reply(Text("asked-too-late"))
    room = context.services.hosting.room(context.message.room_id)
    if reacts and question.rights and room is not None and room.encrypted:
        return Reply(Text("asked-type-it"))
    return None
