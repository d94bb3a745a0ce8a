"""`!anfrage`: what became of the requests to patron networks."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.dispatch.declaring.arguments import NumberMissing, number
from bot.dispatch.declaring.command import Input
from bot.dispatch.declaring.context import Context
from bot.dispatch.declaring.field import Field
from bot.dispatch.declaring.fields import REQUEST
from bot.dispatch.declaring.router import Router
from bot.dispatch.saying.paging import page, paged
from bot.dispatch.turns.concluding import conclude
from bot.domain.community.mentoring import Request, RequestState
from bot.domain.dialogue.inline import Mention
from bot.domain.dialogue.message import Items, Reply, Text
from bot.domain.dialogue.option import Option
from bot.domain.dialogue.people import Role
from bot.domain.errors import Missing, WrongInput
from bot.services.corresponding import again, line, state, subject, told
from bot.storage.database import Transaction

router = Router()
_CHOICE = {RequestState.ACCEPTED: Option.ACCEPT, RequestState.DECLINED: Option.DECLINE}


class RequestMissing(Missing):
    """Which request? `text` stands where its number was expected."""

    field = "request"


class AnsweredFirst(WrongInput):
    """A late reply: `who` has answered request `number`, which is in that `state`."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The request's number and what is said about it."""

    number: int
    sentence: str

    @classmethod
    def parse(cls, given: Input) -> "Answer":
        try:
            chosen, rest = number(given.text)
        except NumberMissing as refusal:
            raise RequestMissing(**refusal.data) from None
        return cls(chosen, rest.strip())


SAID = Field(name="request-answer", required=False)


@router.action("anfrage liste", alias="request list", args=page, permission=Role.MEMBER)
def list_requests(ctx: Context, tx: Transaction, number: int) -> Reply:
    """What the person asked, and what was asked of their networks."""
    found = ctx.services.mentoring.list(tx, ctx.person)
    if not found:
        return Reply(Text("anfrage-liste-none"))
    shown = paged(ctx, found, number, Role.MEMBER)
    lines = tuple(line(request, ctx.services.directory, ctx.local) for request in shown.shown)
    about = subject(found[0]) if len(found) == 1 else None
    title = Text("anfrage-liste-title", count=len(found))
    return Reply(title, Items(lines), ask=shown.ask, about=about)


@router.action(
    "anfrage zeige",
    alias="request show",
    args=Answer.parse,
    permission=Role.MEMBER,
    fields=(REQUEST,),
)
def show(ctx: Context, tx: Transaction, asked: Answer) -> Reply:
    """One request in full, for its asker and for the network."""
    request = ctx.services.mentoring.get(tx, ctx.person, asked.number)
    return Reply(
        line(request, ctx.services.directory, ctx.local),
        Text("anfrage-sentence", asker=Mention(request.asker), sentence=request.sentence),
        *([Text("anfrage-answer", answer=request.answer)] if request.answer else []),
        about=subject(request),
    )


def _undo(ctx: Context, tx: Transaction, memory: Mapping[str, Any]) -> Reply:
    """Let a request be as it was, and say so to whoever was told."""
    mentoring = ctx.services.mentoring
    request = mentoring.get(tx, ctx.person, memory["number"])
    state_then = RequestState(memory["state"])
    before = replace(request, state=state_then, answer=memory["answer"], answered_by=memory["by"])
    became = RequestState(memory["became"])
    mentoring.restore(tx, before, became, ctx.now)
    said = Text("anfrage-restored", number=str(before.number), state=state(before))
    posts = tuple(
        again(before, ctx.services.directory, ctx.person.user_id, person)
        for person in _others(ctx, tx, before, became)
    )
    return Reply(said, posts=posts, about=subject(before))


@router.action(
    "anfrage annehmen",
    alias="request accept",
    args=Answer.parse,
    permission=Role.COORDINATOR,
    fields=(REQUEST, SAID),
    undo=_undo,
)
def accept(ctx: Context, tx: Transaction, answer: Answer) -> Reply:
    """The network says yes."""
    return _answered(ctx, tx, answer, RequestState.ACCEPTED)


@router.action(
    "anfrage ablehnen",
    alias="request decline",
    args=Answer.parse,
    permission=Role.COORDINATOR,
    fields=(REQUEST, SAID),
    undo=_undo,
)
def decline(ctx: Context, tx: Transaction, answer: Answer) -> Reply:
    """The network says no; no reason is needed."""
    return _answered(ctx, tx, answer, RequestState.DECLINED)


@router.action(
    "anfrage erledigt",
    alias="request done",
    args=Answer.parse,
    permission=Role.COORDINATOR,
    fields=(REQUEST, SAID),
    undo=_undo,
)
def done(ctx: Context, tx: Transaction, answer: Answer) -> Reply:
    """The network has helped."""
    return _answered(ctx, tx, answer, RequestState.DONE)


@router.action(
    "anfrage zurück",
    alias="request withdraw",
    args=Answer.parse,
    permission=Role.MEMBER,
    fields=(REQUEST,),
    undo=_undo,
)
def withdraw(ctx: Context, tx: Transaction, answer: Answer) -> Reply:
    """The asker takes it back."""
    mentoring = ctx.services.mentoring
    before = mentoring.get(tx, ctx.person, answer.number)
    request = mentoring.withdraw(tx, ctx.person, answer.number, ctx.now)
    return _changed(
        ctx, tx, before, request, Text("anfrage-zurueck-done", number=str(request.number))
    )


def _answered(ctx: Context, tx: Transaction, answer: Answer, became: RequestState) -> Reply:
    mentoring = ctx.services.mentoring
    before = mentoring.get(tx, ctx.person, answer.number)
    asked = ctx.services.asking.of(ctx.message)
    if asked and asked.answered_by not in (None, ctx.message.sender) and not _named(ctx, answer):
        who, shown = Mention(asked.answered_by or ""), str(answer.number)
        raise AnsweredFirst(who=who, number=shown, state=state(before))
    request = mentoring.answer(
        tx, ctx.person, answer.number, became, answer=answer.sentence, now=ctx.now
    )
    said = Text("anfrage-answered", number=str(request.number), state=state(request))
    return _changed(ctx, tx, before, request, said)


def _named(ctx: Context, answer: Answer) -> bool:
    """Whether the number was typed, so that no mistake is likely."""
    return str(answer.number) in ctx.message.text


def _changed(ctx: Context, tx: Transaction, before: Request, request: Request, said: Text) -> Reply:
    """Tell the other side, and close the questions that waited for this."""
    others = _others(ctx, tx, request, request.state)
    reply = Reply(
        said,
        posts=tuple(
            told(request, ctx.services.directory, ctx.person.user_id, person) for person in others
        ),
        about=subject(request),
        memory={
            "number": request.number,
            "became": request.state,
            "state": before.state,
            "answer": before.answer,
            "by": before.answered_by,
        },
    )
    return conclude(tx, ctx, subject(request), _CHOICE.get(request.state), reply)


def _others(
    ctx: Context, tx: Transaction, request: Request, became: RequestState
) -> tuple[str, ...]:
    """Who hears of a step: the asker, or those who were asked if it was the asker's own."""
    if became is not RequestState.WITHDRAWN:
        return (request.asker,)
    receivers = ctx.services.mentoring.receivers(tx, request.network)
    return receivers or ctx.services.hosting.office_targets()
