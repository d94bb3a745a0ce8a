"""`!rolle`: the office says who speaks for which network, and who belongs to the office."""

from dataclasses import dataclass

from bot.dispatch.arguments import user
from bot.dispatch.command import Input, Place, nothing
from bot.dispatch.context import Context
from bot.dispatch.router import Router
from bot.domain.errors import WrongInput
from bot.domain.message import Items, Mention, Reply, Text
from bot.domain.people import Grant, Granted, Role
from bot.domain.signals import RolesChanged
from bot.storage.database import Transaction

router = Router()
_SHOWN = 30


class NetworkMissing(WrongInput):
    """A coordinator speaks for a network, which was not named."""


@dataclass(frozen=True, slots=True)
class Appointment:
    """A person, and for coordinators the network as it was typed."""

    user: str
    network: str

    @classmethod
    def parse(cls, given: Input) -> "Appointment":
        """Read `@anna:example.org FKB OWL`."""
        person, rest = user(given.text)
        return cls(person, rest.strip())

    @classmethod
    def with_network(cls, given: Input) -> "Appointment":
        """The same, where the network must be named."""
        appointment = cls.parse(given)
        if not appointment.network:
            raise NetworkMissing(user=appointment.user)
        return appointment


@router.action(
    "rolle koordination",
    alias="role coordinator",
    args=Appointment.with_network,
    permission=Role.OFFICE,
    place=Place.OFFICE_ROOM,
)
def coordinator(ctx: Context, tx: Transaction, wanted: Appointment) -> Reply:
    """Let a person speak for a network."""
    network = ctx.services.directory.find(wanted.network)
    grant = Grant(user_id=wanted.user, role=Granted.COORDINATOR, network=network.number)
    ctx.services.appointing.give(tx, grant, ctx.person.user_id, ctx.now)
    said = Text("rolle-koordination-done", user=Mention(wanted.user), network=network.name)
    return Reply(said, signals=(RolesChanged(),))


@router.action(
    "rolle büro",
    alias="role office",
    args=Appointment.parse,
    permission=Role.ADMIN,
    place=Place.OFFICE_ROOM,
)
def office(ctx: Context, tx: Transaction, wanted: Appointment) -> Reply:
    """Take a person into the office."""
    grant = Grant(user_id=wanted.user, role=Granted.OFFICE)
    ctx.services.appointing.give(tx, grant, ctx.person.user_id, ctx.now)
    return Reply(Text("rolle-buero-done", user=Mention(wanted.user)), signals=(RolesChanged(),))


@router.action(
    "rolle entziehen",
    alias="role revoke",
    args=Appointment.parse,
    permission=Role.OFFICE,
    place=Place.OFFICE_ROOM,
)
def revoke(ctx: Context, tx: Transaction, wanted: Appointment) -> Reply:
    """Take back the role for a network, or the office's if no network is named."""
    if wanted.network:
        number = ctx.services.directory.find(wanted.network).number
        grant = Grant(user_id=wanted.user, role=Granted.COORDINATOR, network=number)
    else:
        grant = Grant(user_id=wanted.user, role=Granted.OFFICE)
    ctx.services.appointing.take(tx, grant)
    return Reply(Text("rolle-entziehen-done", user=Mention(wanted.user)), signals=(RolesChanged(),))


@router.action(
    "rolle liste",
    alias="role list",
    args=nothing,
    permission=Role.OFFICE,
    place=Place.OFFICE_ROOM,
)
def list_roles(ctx: Context, tx: Transaction, _: None) -> Reply:
    """Who has which role."""
    grants = ctx.services.appointing.all(tx)
    admins = [
        Text("rolle-line-admin", user=Mention(a)) for a in sorted(ctx.services.appointing.admins)
    ]
    lines = [*admins, *(_line(ctx, grant) for grant in grants)]
    return Reply(Text("rolle-liste-title", count=len(lines)), Items(tuple(lines[:_SHOWN])))


def _line(ctx: Context, grant: Grant) -> Text:
    if grant.role is Granted.OFFICE:
        return Text("rolle-line-office", user=Mention(grant.user_id))
    network = ctx.services.directory.network(grant.network)
    return Text("rolle-line-coordinator", user=Mention(grant.user_id), network=network.short_name)
