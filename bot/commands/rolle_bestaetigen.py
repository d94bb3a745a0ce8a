"""`!rolle bestätigen`: the office has asked whether a person with a new identity is the same."""

from bot.commands.rolle import PERSON, Appointment
from bot.dispatch.declaring.context import Context, Place
from bot.dispatch.declaring.router import Router
from bot.domain.dialogue.inline import Mention
from bot.domain.dialogue.message import Reply, Text
from bot.domain.dialogue.people import Role
from bot.domain.dialogue.signals import RolesChanged
from bot.storage.database import Transaction

router = Router()


def _preview_identity(ctx: Context, tx: Transaction, wanted: Appointment) -> Reply:
    since = ctx.services.appointing.doubted(tx, wanted.user).astimezone(ctx.local)
    return Reply(Text("rolle-bestaetigen-draft", user=Mention(wanted.user), since=since))


@router.action(
    "rolle bestätigen",
    alias="role confirm",
    args=Appointment.parse,
    permission=Role.OFFICE,
    place=Place.OFFICE_ROOM,
    fields=(PERSON,),
    confirm=_preview_identity,
)
def confirm(ctx: Context, tx: Transaction, wanted: Appointment) -> Reply:
    """Confirm that a person with a new identity is the same."""
    ctx.services.appointing.confirm(tx, wanted.user, ctx.now)
    said = Text("rolle-bestaetigen-done", user=Mention(wanted.user))
    return Reply(said, signals=(RolesChanged(),))
