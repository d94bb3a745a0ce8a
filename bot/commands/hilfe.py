"""`!hilfe`: what this person may do here, made from the commands' own declarations."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from bot.dispatch.declaring.context import Context, Known, Place
from bot.dispatch.declaring.router import Router, folded
from bot.domain.dialogue.message import Items, Reply, Text
from bot.domain.dialogue.people import Role
from bot.domain.errors import NotFound

router = Router()
_FIRST = ("pate", "projekt", "tagung", "angebot", "bedarf", "anfrage", "netzwerk")
_MOST = 17
"""Lines that fit on a phone's screen; the words behind them stand in one."""
_WITH_EXAMPLES = 2
"""Commands of which examples are shown: three or four lines in all."""
_NOT_TWICE = timedelta(minutes=1)
_SHOWS_HELP = ("hilfe", "was-kannst")
"""What somebody may have asked whom the overview was shown."""


class NoSuchHelp(NotFound):
    """Nothing of that `word` is open to the person; `near` are words that are."""


@dataclass(frozen=True, slots=True)
class Root:
    """The commands that begin with the same word."""

    commands: tuple[Known, ...]

    @property
    def text_id(self) -> str:
        """`pate-short`: what the word is for, in three or four words."""
        return f"{self.commands[0].root_id}-short"

    @property
    def place(self) -> int:
        """What most people come for stands first."""
        word = self.commands[0].path[0]
        return _FIRST.index(word) if word in _FIRST else len(_FIRST)

    def word(self, ctx: Context) -> str:
        """As the person's language calls it."""
        return _words(self.commands[0], ctx)[0]

    def line(self, ctx: Context) -> Text:
        return Text("hilfe-line", word=self.word(ctx), meaning=Text(self.text_id))


@router.query(
    "hilfe",
    alias="help",
    also=("befehle",),
    args=lambda given: given.text.strip(),
    permission=Role.GUEST,
)
async def overview(ctx: Context, word: str) -> Reply:
    """One line per command word, or one word in full."""
    open_here = tuple(command for command in ctx.commands if _open(command, ctx))
    if word:
        return _full(ctx, word, open_here)
    since = ctx.now - _NOT_TWICE
    if await ctx.services.asking.lately(ctx.message.room_id, _SHOWS_HELP, since):
        return Reply(Text("hilfe-above"))
    roots = sorted(_roots(open_here), key=lambda one: one.place)
    shown = roots if len(roots) <= _MOST else roots[: _MOST - 1]
    rest = tuple(f"!{root.word(ctx)}" for root in roots[len(shown) :])
    return Reply(
        Text("hilfe-intro"),
        Items(tuple(root.line(ctx) for root in shown)),
        *((Text("hilfe-more", words=rest),) if rest else ()),
        Text("hilfe-outro", word=roots[0].word(ctx)),
    )


def _open(command: Known, ctx: Context) -> bool:
    here = command.place is Place.ANYWHERE or ctx.services.hosting.is_office(ctx.message.room_id)
    return here and not command.hidden and ctx.person.may(command.permission)


def _roots(commands: Iterable[Known]) -> Iterator[Root]:
    found: dict[str, list[Known]] = {}
    for command in commands:
        found.setdefault(command.path[0], []).append(command)
    return (Root(tuple(some)) for some in found.values())


def _full(ctx: Context, word: str, commands: tuple[Known, ...]) -> Reply:
    typed = [folded(part) for part in word.lstrip("!/").split()[:2]]
    found = [c for c in commands if typed[:1] in (_folded(c.path)[:1], _folded(c.alias)[:1])]
    if not found:
        near = ctx.commands.near(typed[0])[:3] if typed else ()
        raise NoSuchHelp(word=word[:40], near=near)
    exact = [c for c in found if typed in (_folded(c.path), _folded(c.alias))]
    shown = exact if exact and len(typed) > 1 else found
    lines = tuple(
        Text(
            "hilfe-command",
            usage=Text(f"{command.text_id}-usage"),
            meaning=Text(f"{command.text_id}-help"),
        )
        for command in shown
    )
    title = Text("hilfe-title", word=_words(shown[0], ctx)[0])
    first, *others = (Text(f"{command.text_id}-examples") for command in shown[:_WITH_EXAMPLES])
    examples = (Text("hilfe-examples-more", examples=other) for other in others)
    return Reply(title, Items(lines), Text("hilfe-examples-title", examples=first), *examples)


@cache
def _folded(path: tuple[str, ...]) -> list[str]:
    return [folded(word) for word in path]


def _words(command: Known, ctx: Context) -> tuple[str, ...]:
    return command.alias if ctx.language == "en" else command.path
