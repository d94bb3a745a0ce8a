"""`!rolle`: the office says who speaks for which network, and who belongs to the office."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.dispatch.declaring.arguments import UserMissing, user
from bot.dispatch.declaring.command import Input
from bot.dispatch.declaring.context import Context, Place
from bot.dispatch.declaring.field import Field, FieldKind
from bot.dispatch.declaring.refusals import OfficeRoomOnly
from bot.dispatch.declaring.router import Router
from bot.dispatch.saying.paging import page, paged
from bot.domain.community.network import Network
from bot.domain.dialogue.inline import Mention
from bot.domain.dialogue.message import Items, Reply, Text
from bot.domain.dialogue.people import Grant, Granted, Role
from bot.domain.dialogue.signals import RolesChanged
from bot.domain.errors import Missing
from bot.storage.database import Transaction

router = Router()


class PersonMissing(Missing):
    """Who is it about? A full Matrix id was expected where `text` stands."""

    field = "appointed-person"


class NetworkMissing(Missing):
    """A coordinator speaks for a network, which was not named; `user` is the person."""

    field = "appointed-network"


@dataclass(frozen=True, slots=True)
class Appointment:
    """A person, and for coordinators the network as it was typed."""

    user: str
    network: str

    @classmethod
    def parse(cls, given: Input) -> "Appointment":
        """Read `@anna:example.org FKB OWL`."""
        try:
            person, rest = user(given.text)
        except UserMissing as refusal:
            raise PersonMissing(**refusal.data) from None
        return cls(person, rest.strip())

    @classmethod
    def with_network(cls, given: Input) -> "Appointment":
        """The same, where the network must be named."""
        appointment = cls.parse(given)
        if not appointment.network:
            raise NetworkMissing(user=appointment.user)
        return appointment


def _known(ctx: Context, typed: str) -> Network:
    return ctx.services.directory.find(typed)


PERSON = Field(name="appointed-person", first=True, kind=FieldKind.PERSON)
NETWORK = Field(name="appointed-network", check=_known)
NETWORK_OR_NOT = Field(name="appointed-network", check=_known, required=False)


def _take(ctx: Context, tx: Transaction, memory: Mapping[str, Any]) -> Reply:
    """The role was given by mistake."""
    grant = _remembered(memory)
    ctx.services.appointing.take(tx, grant)
    return _said(ctx, grant, given=False)


def _give(ctx: Context, tx: Transaction, memory: Mapping[str, Any]) -> Reply:
    """The role was taken by mistake."""
    grant = _remembered(memory)
    ctx.services.appointing.give(tx, grant, ctx.person.user_id, ctx.now)
    return _said(ctx, grant, given=True)


@router.action(
    "rolle koordination",
    alias="role coordinator",
    args=Appointment.with_network,
    permission=Role.OFFICE,
    place=Place.OFFICE_ROOM,
    fields=(PERSON, NETWORK),
    undo=_take,
)
def coordinator(ctx: Context, tx: Transaction, wanted: Appointment) -> Reply:
    """Let a person speak for a network."""
    grant = _grant(ctx, wanted, Granted.COORDINATOR)
    ctx.services.appointing.give(tx, grant, ctx.person.user_id, ctx.now)
    return _said(ctx, grant, given=True)


def _needs_second(ctx: Context) -> bool:
    """Whether another admin has to agree: where there is one, and a room to ask them in."""
    room = ctx.services.hosting.office_room()
    return len(ctx.services.appointing.admins) > 1 and room is not None


def _preview_office(ctx: Context, tx: Transaction, wanted: Appointment) -> Reply:
    if _needs_second(ctx) and ctx.message.room_id != ctx.services.hosting.office_room():
        raise OfficeRoomOnly(command=" ".join(ctx.path))
    ctx.services.appointing.check_free(tx, _grant(ctx, wanted, Granted.OFFICE))
    return Reply(Text("rolle-buero-draft", user=Mention(wanted.user)))


@router.action(
    "rolle büro",
    alias="role office",
    args=Appointment.parse,
    permission=Role.ADMIN,
    place=Place.OFFICE_ROOM,
    fields=(PERSON,),
    confirm=_preview_office,
    second=_needs_second,
    undo=_take,
)
def office(ctx: Context, tx: Transaction, wanted: Appointment) -> Reply:
    """Take a person into the office."""
    grant = _grant(ctx, wanted, Granted.OFFICE)
    ctx.services.appointing.give(tx, grant, ctx.person.user_id, ctx.now)
    return _said(ctx, grant, given=True)


def _preview_revoke(ctx: Context, tx: Transaction, wanted: Appointment) -> Reply:
    grant = _revoked(ctx, wanted)
    ctx.services.appointing.check_given(tx, grant)
    return Reply(Text("rolle-entziehen-draft", role=_line(ctx, grant)))


@router.action(
    "rolle entziehen",
    alias="role revoke",
    args=Appointment.parse,
    permission=Role.OFFICE,
    place=Place.OFFICE_ROOM,
    fields=(PERSON, NETWORK_OR_NOT),
    confirm=_preview_revoke,
    undo=_give,
)
def revoke(ctx: Context, tx: Transaction, wanted: Appointment) -> Reply:
    """Take back the role for a network, or the office's if no network is named."""
    grant = _revoked(ctx, wanted)
    ctx.services.appointing.take(tx, grant)
    return _said(ctx, grant, given=False)


@router.action(
    "rolle liste",
    alias="role list",
    args=page,
    permission=Role.OFFICE,
    place=Place.OFFICE_ROOM,
)
def list_roles(ctx: Context, tx: Transaction, number: int) -> Reply:
    """Who has which role."""
    grants = ctx.services.appointing.all(tx)
    admins = [
        Text("rolle-line-admin", user=Mention(a)) for a in sorted(ctx.services.appointing.admins)
    ]
    suspended = ctx.services.appointing.suspended(tx)
    resting = [Text("rolle-line-suspended", user=Mention(user)) for user in suspended]
    lines = [*admins, *(_line(ctx, grant) for grant in grants), *resting]
    shown = paged(ctx, lines, number, Role.OFFICE)
    return Reply(
        Text("rolle-liste-title", count=len(lines)), Items(tuple(shown.shown)), ask=shown.ask
    )


def _grant(ctx: Context, wanted: Appointment, role: Granted) -> Grant:
    if role is Granted.OFFICE:
        return Grant(user_id=wanted.user, role=role)
    network = _known(ctx, wanted.network)
    return Grant(user_id=wanted.user, role=role, network=network.number)


def _revoked(ctx: Context, wanted: Appointment) -> Grant:
    return _grant(ctx, wanted, Granted.COORDINATOR if wanted.network else Granted.OFFICE)


def _remembered(memory: Mapping[str, Any]) -> Grant:
    role = Granted(memory["role"])
    return Grant(user_id=memory["user"], role=role, network=memory["network"])


def _said(ctx: Context, grant: Grant, *, given: bool) -> Reply:
    """The role was given, or taken."""
    said = Text("rolle-entziehen-done", user=(who := Mention(grant.user_id)))
    if given and grant.role is Granted.OFFICE:
        said = Text("rolle-buero-done", user=who)
    elif given:
        name = ctx.services.directory.network(grant.network).name
        said = Text("rolle-koordination-done", user=who, network=name)
    memory = {"user": grant.user_id, "role": grant.role, "network": grant.network}
    return Reply(said, signals=(RolesChanged(),), memory=memory)


def _line(ctx: Context, grant: Grant) -> Text:
    if grant.role is Granted.OFFICE:
        return Text("rolle-line-office", user=Mention(grant.user_id))
    name = ctx.services.directory.network(grant.network).short_name
    return Text("rolle-line-coordinator", user=Mention(grant.user_id), network=name)
