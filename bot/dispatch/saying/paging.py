"""Long lists, a page at a time; the next one is a tap or a word away."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.dispatch.declaring.command import Input
from bot.dispatch.declaring.context import Context
from bot.domain.dialogue.ask import Ask, Choice
from bot.domain.dialogue.message import Text
from bot.domain.dialogue.option import Option
from bot.domain.dialogue.people import Role
from bot.domain.typed.lists import NoSuchPage

T = TypeVar("T")
SIZE = 15
_PAGE = re.compile(r"(?:seite|page)?\s*([0-9]{1,4})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """What is shown now, and the question whether to go on; None on the last page."""

    shown: Sequence[T]
    ask: Ask | None


def page(given: Input) -> int:
    """The page that "Seite 2" or "2" names; the first where nothing does."""
    found = _PAGE.fullmatch(given.text.strip())
    return int(found[1]) if found else 1


def paged(ctx: Context, every: Sequence[T], number: int, role: Role) -> Page[T]:
    """That page of a list; whoever has the role may turn it.

    Raises:
        NoSuchPage: there are not so many.
    """
    last = max(1, -(-len(every) // SIZE))
    if not 1 <= number <= last:
        raise NoSuchPage(page=number, last=last)
    shown = every[(number - 1) * SIZE : number * SIZE]
    if number == last:
        return Page(shown, None)
    line = " ".join((*ctx.path, f"Seite {number + 1}"))
    more = Choice.of(Option.MORE, Text("choice-more"), line)
    return Page(shown, Ask(choices=(more,), people=(ctx.person.user_id,), role=role))
