"""`!rückgängig`: takes back what one did last, where its command can."""

from bot.dispatch.declaring.command import nothing
from bot.dispatch.declaring.context import Context
from bot.dispatch.declaring.refusals import NotUndoable
from bot.dispatch.declaring.router import Router
from bot.dispatch.turns.undoing import undo
from bot.domain.dialogue.act import TAKEN_BACK_WITHIN
from bot.domain.dialogue.message import Reply, Text
from bot.domain.dialogue.people import Role
from bot.domain.errors import NotFound
from bot.storage import acts
from bot.storage.database import Transaction

router = Router()


class NothingToUndo(NotFound):
    """The person did nothing within the last ten `minutes`."""


@router.action("rückgängig", alias="undo", args=nothing, permission=Role.MEMBER)
def take_back(ctx: Context, tx: Transaction, _: None) -> Reply:
    """Take one's last act back."""
    act = acts.latest(tx, ctx.person.user_id, ctx.now - TAKEN_BACK_WITHIN, but=ctx.path)
    if act is None:
        raise NothingToUndo(minutes=TAKEN_BACK_WITHIN.seconds // 60)
    if not act.undoable(ctx.now):
        raise NotUndoable(command=" ".join(act.path))
    undone = undo(tx, ctx, act)
    return undone.having(blocks=(Text("withdrawn-done"), *undone.blocks))
