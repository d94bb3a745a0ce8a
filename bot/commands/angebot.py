"""`!angebot`: what a network offers, per topic."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.dispatch.declaring.arguments import number
from bot.dispatch.declaring.context import Context
from bot.dispatch.declaring.fields import LEVEL, NETWORK, NOTE, OFFER, TOPIC
from bot.dispatch.declaring.router import Router
from bot.dispatch.saying.listing import listed, on_page, spelt_out
from bot.domain.community.network import Offer
from bot.domain.dialogue.message import File, Reply, Text
from bot.domain.dialogue.people import Role
from bot.domain.dialogue.signals import NetworkChanged
from bot.domain.dialogue.subject import Subject, SubjectKind
from bot.domain.typed.entries import TypedOffer, parse_offer
from bot.domain.typed.lists import Listing, parse_listing
from bot.services.describing import named_line, offer_line
from bot.services.tabling import offers
from bot.storage.database import Transaction

router = Router()


def _understood(ctx: Context, _: Transaction, typed: TypedOffer) -> Sequence[tuple[str, object]]:
    wanted = ctx.services.offering.offered(ctx.person, typed)
    directory = ctx.services.directory
    return (
        ("network", directory.network(wanted.network).short_name),
        ("topic", directory.topic_text(wanted.topic)),
        ("level", Text("field-level-known", level=int(wanted.level))),
        *([("note", wanted.note)] if wanted.note else []),
    )


def _undo(ctx: Context, tx: Transaction, memory: Mapping[str, Any]) -> Reply:
    """As it was: gone, as before, or there again."""
    offer = ctx.services.offering.offers.undo(tx, ctx.person, memory, ctx.now)
    back = memory["before"] is not None
    said = Text("angebot-undone", line=offer_line(offer, ctx.services.directory), back=back)
    about = Subject(SubjectKind.OFFER, offer.number) if back else None
    return Reply(said, signals=(NetworkChanged(offer.network),), about=about)


@router.action(
    "angebot neu",
    alias="offer new",
    args=lambda given: parse_offer(given.text),
    permission=Role.COORDINATOR,
    fields=(NETWORK, TOPIC, LEVEL, NOTE),
    understood=_understood,
    undo=_undo,
)
def new(ctx: Context, tx: Transaction, typed: TypedOffer) -> Reply:
    """Enter an offer; the same topic again changes it."""
    entering = ctx.services.offering.offers
    wanted = ctx.services.offering.offered(ctx.person, typed)
    entered = entering.enter(tx, ctx.person, wanted, ctx.now, ctx.former)
    network, number = entered.network.short_name, str(entered.entry.number)
    line = offer_line(entered.entry, ctx.services.directory)
    return Reply(
        Text("angebot-neu-changed", network=network, line=line)
        if entered.before
        else Text("angebot-neu-done", network=network, line=line, number=number),
        signals=(NetworkChanged(entered.network.number),),
        about=Subject(SubjectKind.OFFER, entered.entry.number),
        memory=entering.memory(entered.entry, entered.before),
    )


def _gone(ctx: Context, tx: Transaction, wanted: int) -> Sequence[tuple[str, object]]:
    offer = ctx.services.offering.offers.get(tx, ctx.person, wanted)
    return (("offer", offer_line(offer, ctx.services.directory)),)


@router.action(
    "angebot zurück",
    alias="offer withdraw",
    args=lambda given: number(given.text, "offer")[0],
    permission=Role.COORDINATOR,
    fields=(OFFER,),
    understood=_gone,
    undo=_undo,
)
def withdraw(ctx: Context, tx: Transaction, wanted: int) -> Reply:
    """Take an offer of one's own back."""
    entering = ctx.services.offering.offers
    gone = entering.withdraw(tx, ctx.person, wanted)
    topic = ctx.services.directory.topic_text(gone.topic)
    said = Text("angebot-zurueck-done", number=str(gone.number), topic=topic)
    return Reply(said, signals=(NetworkChanged(gone.network),), memory=entering.memory(None, gone))


@router.query(
    "angebot liste",
    alias="offer list",
    also=("angebote",),
    args=lambda given: parse_listing(given.text, given.today, own=True),
    permission=Role.MEMBER,
)
async def show(ctx: Context, listing: Listing) -> Reply:
    """One's own offers, or those of a network, for a topic, or all."""
    listing, directory = spelt_out(ctx, listing), ctx.services.directory
    found = ctx.services.offering.offers.chosen(ctx.person, listing, directory.offers())
    if not found:
        return Reply(Text("angebot-liste-none"))
    found = tuple(sorted(found, key=_best)) if listing.about else found
    title = Text("angebot-liste-title", count=len(found))
    if listing.file:
        return Reply(title, file=File(name="angebote.csv", rows=offers(found, directory)))
    lines = [_line(ctx, offer) for offer in on_page(found, listing)]
    return listed(ctx, listing, title, lines, len(found))


def _best(offer: Offer) -> tuple[int, int]:
    """The most experienced first."""
    return -int(offer.level), offer.number


def _line(ctx: Context, offer: Offer) -> Text:
    directory = ctx.services.directory
    return named_line(offer_line(offer, directory, short=True), offer.network, directory)
