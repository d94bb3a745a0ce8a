"""`!bedarf`: what a network seeks, per topic."""

from bot.dispatch.arguments import number
from bot.dispatch.command import Input
from bot.dispatch.context import Context
from bot.dispatch.router import Router
from bot.domain.message import Items, Reply, Text
from bot.domain.network import Need, Network, Topic
from bot.domain.people import Role
from bot.domain.signals import NetworkChanged
from bot.domain.typed_entries import TypedNeed, parse_need
from bot.domain.typed_lists import PAGE, Listing, parse_listing
from bot.services.describing import named_line, need_line
from bot.services.speaking import NothingOwn, subject
from bot.storage.database import Transaction

router = Router()


@router.action(
    "bedarf neu",
    alias="need new",
    args=lambda given: parse_need(given.text, given.today),
    permission=Role.COORDINATOR,
)
def new(ctx: Context, tx: Transaction, typed: TypedNeed) -> Reply:
    """Enter a need; the same topic again changes it."""
    entered = ctx.services.offering.seek(tx, ctx.person, typed, ctx.now)
    said = Text(
        "bedarf-neu-changed" if entered.changed else "bedarf-neu-done",
        network=entered.network.short_name,
        line=need_line(entered.entry, ctx.services.directory),
        number=str(entered.entry.number),
    )
    return Reply(said, signals=(NetworkChanged(entered.network.number),))


@router.action(
    "bedarf zurück",
    alias="need withdraw",
    args=lambda given: number(given.text)[0],
    permission=Role.COORDINATOR,
)
def withdraw(ctx: Context, tx: Transaction, wanted: int) -> Reply:
    """Take a need of one's own back."""
    gone = ctx.services.offering.withdraw_need(tx, ctx.person, wanted)
    said = Text(
        "bedarf-zurueck-done",
        number=str(gone.number),
        topic=ctx.services.directory.topic_text(gone.topic),
    )
    return Reply(said, signals=(NetworkChanged(gone.network),))


def _listing(given: Input) -> Listing:
    return parse_listing(given.text, given.today)


@router.query("bedarf liste", alias="need list", args=_listing, permission=Role.MEMBER)
async def show(ctx: Context, listing: Listing) -> Reply:
    """One's own needs, or those of a network, for a topic, or all."""
    found = _chosen(ctx, listing)
    if not found:
        return Reply(Text("bedarf-liste-none"))
    offset = listing.offset(len(found))
    directory = ctx.services.directory
    lines = tuple(
        named_line(need_line(entry, directory, short=True), entry.network, directory)
        for entry in found[offset : offset + PAGE]
    )
    title = Text("bedarf-liste-title", count=len(found))
    if offset + PAGE >= len(found):
        return Reply(title, Items(lines))
    more = Text("bedarf-liste-more", typed=listing.typed, page=str(listing.page + 1))
    return Reply(title, Items(lines), more)


def _chosen(ctx: Context, listing: Listing) -> list[Need]:
    known = ctx.services.offering.all_open_needs(ctx.today)
    if listing.about:
        about = subject(ctx.services.directory, listing.about)
        if isinstance(about, Network):
            return [need for need in known if need.network == about.number]
        return _best(about, known)
    if listing.every:
        return list(known)
    own = {network.number for network in ctx.services.directory.own(ctx.person)}
    if not own:
        raise NothingOwn
    return [need for need in known if need.network in own]


def _best(topic: Topic, known: tuple[Need, ...]) -> list[Need]:
    return [need for need in known if need.topic == topic.id]
