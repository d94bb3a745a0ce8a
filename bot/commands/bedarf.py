"""`!bedarf`: what a network seeks, per topic."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.dispatch.declaring.arguments import number
from bot.dispatch.declaring.context import Context
from bot.dispatch.declaring.fields import NEED, NETWORK, NOTE, TOPIC, UNTIL
from bot.dispatch.declaring.router import Router
from bot.dispatch.saying.listing import listed, on_page, spelt_out
from bot.domain.community.network import Need
from bot.domain.dialogue.message import File, Reply, Text
from bot.domain.dialogue.people import Role
from bot.domain.dialogue.signals import NetworkChanged
from bot.domain.dialogue.subject import Subject, SubjectKind
from bot.domain.typed.entries import TypedNeed, parse_need
from bot.domain.typed.lists import Listing, parse_listing
from bot.services.describing import named_line, need_line
from bot.services.tabling import needs
from bot.storage.database import Transaction

router = Router()


def _understood(ctx: Context, _: Transaction, typed: TypedNeed) -> Sequence[tuple[str, object]]:
    wanted = ctx.services.offering.sought(ctx.person, typed)
    directory = ctx.services.directory
    return (
        ("network", directory.network(wanted.network).short_name),
        ("topic", directory.topic_text(wanted.topic)),
        *([("until", wanted.until)] if wanted.until else []),
        *([("note", wanted.note)] if wanted.note else []),
    )


def _undo(ctx: Context, tx: Transaction, memory: Mapping[str, Any]) -> Reply:
    """As it was: gone, as before, or there again."""
    need = ctx.services.offering.needs.undo(tx, ctx.person, memory, ctx.now)
    back = memory["before"] is not None
    said = Text("bedarf-undone", line=need_line(need, ctx.services.directory), back=back)
    about = Subject(SubjectKind.NEED, need.number) if back else None
    return Reply(said, signals=(NetworkChanged(need.network),), about=about)


@router.action(
    "bedarf neu",
    alias="need new",
    args=lambda given: parse_need(given.text, given.today),
    permission=Role.COORDINATOR,
    fields=(NETWORK, TOPIC, UNTIL, NOTE),
    understood=_understood,
    undo=_undo,
)
def new(ctx: Context, tx: Transaction, typed: TypedNeed) -> Reply:
    """Enter a need; the same topic again changes it."""
    entering = ctx.services.offering.needs
    wanted = ctx.services.offering.sought(ctx.person, typed)
    entered = entering.enter(tx, ctx.person, wanted, ctx.now, ctx.former)
    network, number = entered.network.short_name, str(entered.entry.number)
    line = need_line(entered.entry, ctx.services.directory)
    return Reply(
        Text("bedarf-neu-changed", network=network, line=line)
        if entered.before
        else Text("bedarf-neu-done", network=network, line=line, number=number),
        signals=(NetworkChanged(entered.network.number),),
        about=Subject(SubjectKind.NEED, entered.entry.number),
        memory=entering.memory(entered.entry, entered.before),
    )


def _gone(ctx: Context, tx: Transaction, wanted: int) -> Sequence[tuple[str, object]]:
    need = ctx.services.offering.needs.get(tx, ctx.person, wanted)
    return (("need", need_line(need, ctx.services.directory)),)


@router.action(
    "bedarf zurück",
    alias="need withdraw",
    args=lambda given: number(given.text, "need")[0],
    permission=Role.COORDINATOR,
    fields=(NEED,),
    understood=_gone,
    undo=_undo,
)
def withdraw(ctx: Context, tx: Transaction, wanted: int) -> Reply:
    """Take a need of one's own back."""
    entering = ctx.services.offering.needs
    gone = entering.withdraw(tx, ctx.person, wanted)
    topic = ctx.services.directory.topic_text(gone.topic)
    said = Text("bedarf-zurueck-done", number=str(gone.number), topic=topic)
    return Reply(said, signals=(NetworkChanged(gone.network),), memory=entering.memory(None, gone))


@router.query(
    "bedarf liste",
    alias="need list",
    also=("bedarfe",),
    args=lambda given: parse_listing(given.text, given.today, own=True),
    permission=Role.MEMBER,
)
async def show(ctx: Context, listing: Listing) -> Reply:
    """One's own needs, or those of a network, for a topic, or all."""
    listing, directory = spelt_out(ctx, listing), ctx.services.directory
    known = ctx.services.offering.all_open_needs(ctx.today)
    found = ctx.services.offering.needs.chosen(ctx.person, listing, known)
    if not found:
        return Reply(Text("bedarf-liste-none"))
    title = Text("bedarf-liste-title", count=len(found))
    if listing.file:
        return Reply(title, file=File(name="bedarfe.csv", rows=needs(found, directory)))
    lines = [_line(ctx, need) for need in on_page(found, listing)]
    return listed(ctx, listing, title, lines, len(found))


def _line(ctx: Context, need: Need) -> Text:
    directory = ctx.services.directory
    return named_line(need_line(need, directory, short=True), need.network, directory)
