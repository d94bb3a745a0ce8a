"""What may have been meant is proposed: one tap, and the command is as it should have been typed."""

from bot.dispatch.declaring.context import Context
from bot.dispatch.declaring.refusals import MeantOne
from bot.dispatch.declaring.vocabulary import Match
from bot.dispatch.turns.turn import Say
from bot.domain.dialogue.ask import Ask, Choice
from bot.domain.dialogue.message import Items, Reply, Text
from bot.domain.dialogue.option import DIGITS, Option
from bot.domain.moments.refusals import AmbiguousDay, VagueDay


def suggestion(near: MeantOne, sender: str, language: str) -> Say:
    """A word that is nearly one of ours."""
    yes = Choice.of(Option.YES, Text("choice-yes"), near.line)
    said = Text(near.text_id(), **near.data)
    return Say(language=language, reply=Reply(said, ask=Ask(choices=(yes,), people=(sender,))))


def which_day(match: Match, context: Context, unclear: VagueDay | AmbiguousDay) -> Say:
    """Words that are more than one day, each of which may be put in their place.

    Raises:
        VagueDay, AmbiguousDay: they do not stand in the line as they were read.
    """
    if unclear.text not in match.rest:
        raise unclear
    command = " ".join(match.command.path)
    lines = [
        f"{command} {_with(match.rest, unclear.text, f'{day:%d.%m.%Y}')}" for day in unclear.days
    ]
    labels = [Text("day-choice", day=day) for day in unclear.days]
    said = Text("day-meant", text=unclear.text, day=unclear.days[0], count=len(unclear.days))
    if len(unclear.days) == 1:
        yes = Choice.of(Option.YES, Text("choice-yes"), lines[0])
        return Say(language=context.language, reply=Reply(said, ask=_asked(context, yes)))
    numbered = zip(labels, DIGITS, lines, strict=False)
    choices = (Choice(f"day-{digit}", label, digit, line) for label, digit, line in numbered)
    reply = Reply(said, Items(tuple(labels), first=1), ask=_asked(context, *choices))
    return Say(language=context.language, reply=reply)


def _asked(context: Context, *choices: Choice) -> Ask:
    return Ask(choices=choices, people=(context.person.user_id,))


def _with(line: str, words: str, day: str) -> str:
    return line.replace(words, day, 1)
