"""`!hilfe`: what this person may do here, made from the commands' own declarations."""

from collections.abc import Iterable

from bot.dispatch.command import AnyCommand, Place
from bot.dispatch.context import Context
from bot.dispatch.router import Router, folded
from bot.domain.errors import NotFound
from bot.domain.message import Items, Reply, Text
from bot.domain.people import Role

router = Router()


class NoSuchHelp(NotFound):
    """Nothing of that `word` is open to the person; `near` are words that are."""


@router.query("hilfe", alias="help", args=lambda given: given.text.strip(), permission=Role.GUEST)
async def overview(ctx: Context, word: str) -> Reply:
    """One line per command word, or one word in full."""
    open_here = tuple(command for command in ctx.commands if _open(command, ctx))
    if word:
        return _full(ctx, word, open_here)
    lines = tuple(_line(ctx, root, open_here) for root in _roots(open_here))
    return Reply(Text("hilfe-intro"), Items(lines), Text("hilfe-outro"))


def _open(command: AnyCommand, ctx: Context) -> bool:
    here = command.place is Place.ANYWHERE or ctx.services.hosting.is_office(ctx.message.room_id)
    return here and not command.hidden and ctx.person.may(command.permission)


def _roots(commands: Iterable[AnyCommand]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(command.path[0] for command in commands))


def _line(ctx: Context, root: str, commands: tuple[AnyCommand, ...]) -> Text:
    first, *others = (command for command in commands if command.path[0] == root)
    return Text(
        "hilfe-line",
        word=" ".join(_words(first, ctx)),
        more=tuple(_words(command, ctx)[-1] for command in others),
        meaning=Text(f"{first.text_id}-help"),
    )


def _full(ctx: Context, word: str, commands: tuple[AnyCommand, ...]) -> Reply:
    first = folded(word.lstrip("!/").split()[0]) if word.lstrip("!/").split() else ""
    found = [c for c in commands if first in (folded(c.path[0]), folded(c.alias[0]))]
    if not found:
        raise NoSuchHelp(word=word[:40], near=ctx.commands.near(first)[:3])
    parts = [
        Text(
            "hilfe-command",
            usage=Text(f"{command.text_id}-usage"),
            meaning=Text(f"{command.text_id}-help"),
            examples=Text(f"{command.text_id}-examples"),
        )
        for command in found
    ]
    return Reply(Text("hilfe-title", word=_words(found[0], ctx)[0]), Items(tuple(parts)))


def _words(command: AnyCommand, ctx: Context) -> tuple[str, ...]:
    return command.alias if ctx.language == "en" else command.path
