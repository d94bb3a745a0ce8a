"""Several objects fit what was typed: asks which one is meant."""

from collections.abc import Sequence

from bot.dispatch.declaring.context import Context
from bot.dispatch.declaring.field import Proposed
from bot.domain.dialogue.ask import Ask, Choice
from bot.domain.dialogue.message import Items, Reply, Text
from bot.domain.dialogue.option import DIGITS


def pick(ctx: Context, question: Text, fitting: Sequence[Proposed], typed: str = "") -> Reply:
    """A question whose choices are the same command with each of the values in front.

    `typed` is what else was typed behind the command's words; up to five values can be offered.
    """
    command = " ".join(ctx.path)
    choices = tuple(
        Choice(one.value, one.label, digit, f"{command} {one.value} {typed}".strip())
        for one, digit in zip(fitting, DIGITS, strict=False)
    )
    ask = Ask(choices=choices, people=(ctx.person.user_id,), plain=True)
    return Reply(question, Items(tuple(one.label for one in fitting), first=1), ask=ask)
