"""`!angebot`: what a network offers, per topic."""

from bot.dispatch.arguments import number
from bot.dispatch.command import Input
from bot.dispatch.context import Context
from bot.dispatch.router import Router
from bot.domain.message import Items, Reply, Text
from bot.domain.network import Network, Offer, Topic
from bot.domain.people import Role
from bot.domain.signals import NetworkChanged
from bot.domain.typed_entries import TypedOffer, parse_offer
from bot.domain.typed_lists import PAGE, Listing, parse_listing
from bot.services.describing import named_line, offer_line
from bot.services.speaking import NothingOwn, subject
from bot.storage.database import Transaction

router = Router()


@router.action(
    "angebot neu",
    alias="offer new",
    args=lambda given: parse_offer(given.text),
    permission=Role.COORDINATOR,
)
def new(ctx: Context, tx: Transaction, typed: TypedOffer) -> Reply:
    """Enter an offer; the same topic again changes it."""
    entered = ctx.services.offering.offer(tx, ctx.person, typed, ctx.now)
    said = Text(
        "angebot-neu-changed" if entered.changed else "angebot-neu-done",
        network=entered.network.short_name,
        line=offer_line(entered.entry, ctx.services.directory),
        number=str(entered.entry.number),
    )
    return Reply(said, signals=(NetworkChanged(entered.network.number),))


@router.action(
    "angebot zurück",
    alias="offer withdraw",
    args=lambda given: number(given.text)[0],
    permission=Role.COORDINATOR,
)
def withdraw(ctx: Context, tx: Transaction, wanted: int) -> Reply:
    """Take an offer of one's own back."""
    gone = ctx.services.offering.withdraw_offer(tx, ctx.person, wanted)
    said = Text(
        "angebot-zurueck-done",
        number=str(gone.number),
        topic=ctx.services.directory.topic_text(gone.topic),
    )
    return Reply(said, signals=(NetworkChanged(gone.network),))


def _listing(given: Input) -> Listing:
    return parse_listing(given.text, given.today)


@router.query("angebot liste", alias="offer list", args=_listing, permission=Role.MEMBER)
async def show(ctx: Context, listing: Listing) -> Reply:
    """One's own offers, or those of a network, for a topic, or all."""
    found = _chosen(ctx, listing)
    if not found:
        return Reply(Text("angebot-liste-none"))
    offset = listing.offset(len(found))
    directory = ctx.services.directory
    lines = tuple(
        named_line(offer_line(entry, directory, short=True), entry.network, directory)
        for entry in found[offset : offset + PAGE]
    )
    title = Text("angebot-liste-title", count=len(found))
    if offset + PAGE >= len(found):
        return Reply(title, Items(lines))
    more = Text("angebot-liste-more", typed=listing.typed, page=str(listing.page + 1))
    return Reply(title, Items(lines), more)


def _chosen(ctx: Context, listing: Listing) -> list[Offer]:
    known = ctx.services.directory.offers()
    if listing.about:
        about = subject(ctx.services.directory, listing.about)
        if isinstance(about, Network):
            return [offer for offer in known if offer.network == about.number]
        return _best(about, known)
    if listing.every:
        return list(known)
    own = {network.number for network in ctx.services.directory.own(ctx.person)}
    if not own:
        raise NothingOwn
    return [offer for offer in known if offer.network in own]


def _best(topic: Topic, known: tuple[Offer, ...]) -> list[Offer]:
    fitting = [offer for offer in known if offer.topic == topic.id]
    return sorted(fitting, key=lambda offer: offer.level, reverse=True)
