"""A command whose line can be read is ready; for one that lacks a part, a form asks."""

from dataclasses import replace
from datetime import date

from bot.dispatch.declaring.command import AnyCommand, Input
from bot.dispatch.declaring.context import Context
from bot.dispatch.turns.forming import asked_again, line_of, unmeant
from bot.dispatch.turns.summary import Summary
from bot.dispatch.turns.turn import Run, Turn
from bot.domain.dialogue.ask import Filling
from bot.domain.errors import Missing, Refusal


def completed(
    command: AnyCommand,
    context: Context,
    filling: Filling,
    day: date,
    *,
    origin: str,
    place: int = 0,
    sure: bool = False,
    form: bool = False,
) -> Turn:
    """The command if its line can be read, else the form that asks for what is missing.

    `day` is the one by which dates are read, `origin` the event that the act will belong to.
    `form` says that one of the command's questions was just answered, `sure` that it was the last.

    Raises:
        Refusal: the line is wrong, and no other answer can mend it.
    """
    context = replace(context, path=command.path, line=line_of(command, filling))
    again = unmeant(command, context, filling) if form else None
    if again:
        return again
    begun = form or sure
    try:
        argument = _parsed(command, context, day, begun=begun)
    except Missing as missing:
        more = _replied(command, context, filling, missing)
        if more is None:
            return asked_again(command, context, filling, missing, fresh=not begun)
        return completed(
            command, context, more, day, origin=origin, place=place, sure=sure, form=form
        )
    except Refusal as refusal:
        if not form:
            raise
        return asked_again(command, context, filling, refusal)
    if form and command.action and not command.confirm:
        return Summary(command=command, context=context, filling=filling, argument=argument)
    return Run(
        command=command,
        context=context,
        argument=argument,
        origin=origin,
        sure=sure,
        filling=filling if form else None,
        place=place,
    )


def _parsed(command: AnyCommand, context: Context, day: date, *, begun: bool) -> object:
    """An answer's own reply is to the question, not to what the command is about."""
    about = None if begun else context.message.about
    return command.parse(Input(context.line, day, context.zone, about))


def _replied(
    command: AnyCommand, context: Context, filling: Filling, missing: Missing
) -> Filling | None:
    """The form with the missing part from the message replied to, if that is about it."""
    field, about = command.field(missing.field), context.message.about
    if field is None or about is None or about.kind is not field.subject:
        return None
    if field.name in dict(filling.values):
        return None
    return replace(filling, values=(*filling.values, (field.name, f"#{about.number}")))
