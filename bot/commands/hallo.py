"""Small talk, so that nobody who greets, thanks or asks is met with an error."""

from bot.commands.hilfe import overview
from bot.dispatch.declaring.command import nothing
from bot.dispatch.declaring.context import Context
from bot.dispatch.declaring.router import Router
from bot.domain.dialogue.message import Reply, Text
from bot.domain.dialogue.people import Role

router = Router()


@router.query("hallo", alias="hello", args=nothing, permission=Role.GUEST, hidden=True)
async def hello(ctx: Context, _: None) -> Reply:
    """A greeting for a greeting."""
    return Reply(Text("hallo-answer", member=ctx.person.may(Role.MEMBER)))


@router.query("danke", alias="thanks", args=nothing, permission=Role.GUEST, hidden=True)
async def thanks(ctx: Context, _: None) -> Reply:  # noqa: ARG001 -- a handler's signature
    """You are welcome."""
    return Reply(Text("danke-answer"))


@router.query("was kannst", alias="what can", args=nothing, permission=Role.GUEST, hidden=True)
async def abilities(ctx: Context, _: None) -> Reply:
    """Answer "Was kannst du?" with the help."""
    return await overview(ctx, "")
