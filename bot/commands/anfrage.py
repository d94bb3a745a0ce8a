"""`!anfrage`: what became of the requests to patron networks."""

from dataclasses import dataclass

from bot.dispatch.arguments import number
from bot.dispatch.command import Input, nothing
from bot.dispatch.context import Context
from bot.dispatch.router import Router
from bot.domain.mentoring import Request, RequestState
from bot.domain.message import Items, Mention, Post, Reply, Text
from bot.domain.people import Role
from bot.storage.database import Transaction

router = Router()
_SHOWN = 15


@dataclass(frozen=True, slots=True)
class Answer:
    """The request's number and what is said about it."""

    number: int
    sentence: str

    @classmethod
    def parse(cls, given: Input) -> "Answer":
        chosen, rest = number(given.text)
        return cls(chosen, rest.strip())


@router.action("anfrage liste", alias="request list", args=nothing, permission=Role.MEMBER)
def list_requests(ctx: Context, tx: Transaction, _: None) -> Reply:
    """What the person asked, and what was asked of their networks."""
    found = ctx.services.mentoring.list(tx, ctx.person)
    if not found:
        return Reply(Text("anfrage-liste-none"))
    lines = tuple(_line(ctx, request) for request in found[:_SHOWN])
    return Reply(Text("anfrage-liste-title", count=len(found)), Items(lines))


@router.action("anfrage zeige", alias="request show", args=Answer.parse, permission=Role.MEMBER)
def show(ctx: Context, tx: Transaction, asked: Answer) -> Reply:
    """One request in full, for its asker and for the network."""
    request = ctx.services.mentoring.get(tx, ctx.person, asked.number)
    return Reply(
        _line(ctx, request),
        Text("anfrage-sentence", asker=Mention(request.asker), sentence=request.sentence),
        *([Text("anfrage-answer", answer=request.answer)] if request.answer else []),
    )


@router.action(
    "anfrage annehmen", alias="request accept", args=Answer.parse, permission=Role.COORDINATOR
)
def accept(ctx: Context, tx: Transaction, answer: Answer) -> Reply:
    """The network says yes."""
    return _answered(ctx, tx, answer, RequestState.ACCEPTED)


@router.action(
    "anfrage ablehnen", alias="request decline", args=Answer.parse, permission=Role.COORDINATOR
)
def decline(ctx: Context, tx: Transaction, answer: Answer) -> Reply:
    """The network says no; no reason is needed."""
    return _answered(ctx, tx, answer, RequestState.DECLINED)


@router.action(
    "anfrage erledigt", alias="request done", args=Answer.parse, permission=Role.COORDINATOR
)
def done(ctx: Context, tx: Transaction, answer: Answer) -> Reply:
    """The network has helped."""
    return _answered(ctx, tx, answer, RequestState.DONE)


@router.action(
    "anfrage zurück", alias="request withdraw", args=Answer.parse, permission=Role.MEMBER
)
def withdraw(ctx: Context, tx: Transaction, answer: Answer) -> Reply:
    """The asker takes it back."""
    mentoring = ctx.services.mentoring
    request = mentoring.withdraw(tx, ctx.person, answer.number, ctx.now)
    told = mentoring.receivers(tx, request.network) or ctx.services.hosting.office_targets()
    return Reply(
        Text("anfrage-zurueck-done", number=str(request.number)),
        posts=tuple(_told(ctx, request, person) for person in told),
    )


def _answered(ctx: Context, tx: Transaction, answer: Answer, state: RequestState) -> Reply:
    request = ctx.services.mentoring.answer(
        tx, ctx.person, answer.number, state, answer=answer.sentence, now=ctx.now
    )
    return Reply(
        Text("anfrage-answered", number=str(request.number), state=_state(request)),
        posts=(_told(ctx, request, request.asker),),
    )


def _told(ctx: Context, request: Request, person: str) -> Post:
    said = Text(
        "request-told",
        state=request.state,
        number=str(request.number),
        network=ctx.services.directory.network(request.network).short_name,
        who=Mention(ctx.person.user_id),
        said=Text("request-said", answer=request.answer),
    )
    return Post(to=person, name=f"request-{request.number}-{person}", blocks=(said,))


def _line(ctx: Context, request: Request) -> Text:
    return Text(
        "anfrage-line",
        number=str(request.number),
        network=ctx.services.directory.network(request.network).short_name,
        state=_state(request),
        day=request.created_at.astimezone(ctx.local).date(),
    )


def _state(request: Request) -> Text:
    return Text("request-state", state=request.state)
