"""`!weiter`: goes on with the form that was left for later."""

from dataclasses import replace

from bot.dispatch.declaring.command import nothing
from bot.dispatch.declaring.context import Context
from bot.dispatch.declaring.router import Router
from bot.dispatch.turns.choosing import in_place, with_changes
from bot.dispatch.turns.forming import LASTS
from bot.domain.dialogue.message import Reply, Worded
from bot.domain.dialogue.people import Role
from bot.domain.dialogue.question import QuestionState
from bot.domain.errors import NotFound
from bot.storage import questions
from bot.storage.database import Transaction

router = Router()


class NothingBegun(NotFound):
    """The person has no form that waits."""


@router.action("weiter", alias="continue", args=nothing, permission=Role.GUEST)
def go_on(ctx: Context, tx: Transaction, _: None) -> Reply:
    """Ask again what was asked last."""
    waiting = questions.forms_of(tx, ctx.person.user_id, ctx.now)
    if not waiting:
        raise NothingBegun
    last = waiting[-1]
    questions.close(tx, last, QuestionState.WITHDRAWN, ctx.now)
    closed = replace(last, state=QuestionState.WITHDRAWN)
    again = Reply(Worded(last.plain, last.html), ask=replace(last.again(), lasts=LASTS))
    return with_changes(again, in_place(closed, None, ctx), closed)
