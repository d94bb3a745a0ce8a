"""`!netzwerk`: the profile of a network."""

from collections.abc import Iterator

from bot.dispatch.declaring.command import Input
from bot.dispatch.declaring.context import Context
from bot.dispatch.declaring.fields import WHICH_NETWORK
from bot.dispatch.declaring.router import Router
from bot.domain.community.network import Network
from bot.domain.dialogue.inline import Link
from bot.domain.dialogue.message import Block, Items, Reply, Text
from bot.domain.dialogue.people import Role
from bot.domain.dialogue.subject import Subject, SubjectKind
from bot.domain.errors import Missing
from bot.services.describing import need_line, offer_line

router = Router()


class NetworkNotAsked(Missing):
    """Nothing was named, and the person speaks for no network, or for several."""

    field = "network"


def _named(given: Input) -> str:
    """What was typed, else the network of the message that it replies to."""
    about = given.about
    if given.text.strip() or about is None or about.kind is not SubjectKind.NETWORK:
        return given.text.strip()
    return f"#{about.number}"


@router.query(
    "netzwerk",
    alias="network",
    args=_named,
    permission=Role.MEMBER,
    fields=(WHICH_NETWORK,),
)
async def show(ctx: Context, wanted: str) -> Reply:
    """What is known of a network, by default of one's own."""
    if wanted:
        return _profile(ctx, ctx.services.directory.find(wanted))
    own = ctx.services.directory.own(ctx.person)
    if len(own) != 1:
        raise NetworkNotAsked
    return _profile(ctx, own[0])


def _profile(ctx: Context, network: Network) -> Reply:
    number = str(network.number)
    title = Text("netzwerk-title", name=network.name, short_name=network.short_name, number=number)
    return Reply(
        title,
        Items(tuple(_facts(ctx, network))),
        *_offers(ctx, network),
        *_needs(ctx, network),
        Text("netzwerk-own-next")
        if network.number in ctx.person.networks
        else Text("netzwerk-next", number=number),
        about=Subject(SubjectKind.NETWORK, network.number),
    )


def _facts(ctx: Context, network: Network) -> Iterator[Text]:
    directory = ctx.services.directory
    if network.region:
        yield Text("netzwerk-region", region=network.region)
    if network.states:
        lands = tuple(directory.lands.get(code, code) for code in network.states)
        yield Text("netzwerk-lands", lands=lands, count=len(lands))
    else:
        yield Text("netzwerk-nationwide")
    if network.seat:
        yield Text("netzwerk-seat", seat=network.seat)
    if network.website:
        yield Text("netzwerk-website", link=Link(network.website, network.website))
    if network.topics:
        yield Text("netzwerk-topics", topics=directory.quoted(network.topics))
    else:
        yield Text("netzwerk-no-topics")
    if network.awards:
        yield Text("netzwerk-awards", awards=network.awards)
    if network.member_since:
        yield Text("netzwerk-member-since", since=network.member_since)


def _offers(ctx: Context, network: Network) -> Iterator[Block]:
    directory = ctx.services.directory
    lines = tuple(offer_line(offer, directory) for offer in directory.offers_of(network.number))
    yield Text("netzwerk-offers" if lines else "netzwerk-no-offers")
    yield Items(lines)


def _needs(ctx: Context, network: Network) -> Iterator[Block]:
    needs = ctx.services.offering.open_needs(network.number, ctx.today)
    lines = tuple(need_line(need, ctx.services.directory) for need in needs)
    yield Text("netzwerk-needs" if lines else "netzwerk-no-needs")
    yield Items(lines)
