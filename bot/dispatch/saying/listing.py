"""A list that was narrowed: its page, the next one by a tap, all of it as a file."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from bot.dispatch.declaring.context import Context
from bot.domain.dialogue.ask import Ask, Choice
from bot.domain.dialogue.message import Items, Reply, Text
from bot.domain.dialogue.option import Option
from bot.domain.dialogue.people import Role
from bot.domain.typed.lists import PAGE, Listing, last_page

T = TypeVar("T")
Line = Callable[[int | None], str]


def spelt_out(ctx: Context, listing: Listing) -> Listing:
    """The same list whoever asks for it, if that can be said in one word."""
    own = ctx.services.directory.own(ctx.person) if listing.own else ()
    return replace(listing, about=f"#{own[0].number}", own=False) if len(own) == 1 else listing


def on_page(found: Sequence[T], listing: Listing) -> Sequence[T]:
    """What stands on the page that was asked for.

    Raises:
        NoSuchPage: there are fewer.
    """
    offset = listing.offset(len(found))
    return found[offset : offset + PAGE]


def listed(
    ctx: Context,
    listing: Listing,
    title: Text,
    lines: Sequence[Text],
    count: int,
    *end: Text,
) -> Reply:
    """The page under its title; `end` is what to do next where it is the only one."""
    last = last_page(count)
    turn = turning(ctx, listing.page, last, listing.line, shared=not listing.own)
    below = (page_of(listing.page, last),) if last > 1 else end
    return Reply(title, Items(tuple(lines)), *below, ask=turn)


def page_of(page: int, last: int) -> Text:
    """Which page this is."""
    return Text("list-page", page=str(page), last=str(last))


def turning(ctx: Context, page: int, last: int, line: Line, *, shared: bool = True) -> Ask | None:
    """The question whether to go on; None where everything stands on one page.

    `line` is what is typed for another page, or for the file. Anyone may turn a `shared` page.
    """
    if last == 1:
        return None
    command = " ".join(ctx.path)
    more = Choice.of(Option.MORE, Text("choice-more"), f"{command} {line(page + 1)}")
    file = Choice.of(Option.FILE, Text("choice-file"), f"{command} {line(None)}")
    return Ask(
        choices=(more, file) if page < last else (file,),
        people=(ctx.person.user_id,),
        role=Role.GUEST if shared else None,
    )
