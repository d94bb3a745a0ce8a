"""Requests as ids and data: a line for each, and what the other side is told of a step."""

from datetime import tzinfo

from bot.domain.community.mentoring import Request
from bot.domain.community.network import Network
from bot.domain.dialogue.ask import Ask
from bot.domain.dialogue.inline import Mention
from bot.domain.dialogue.message import Post, Text
from bot.domain.dialogue.subject import Subject, SubjectKind
from bot.services.directory import Directory

_BEGINNING = 60


def subject(request: Request) -> Subject:
    """What a reply to any message about the request means."""
    return Subject(SubjectKind.REQUEST, request.number)


def state(request: Request) -> Text:
    """How it stands."""
    return Text("request-state", state=request.state)


def line(request: Request, directory: Directory, zone: tzinfo) -> Text:
    """The request without its sentence."""
    return Text(
        "anfrage-line",
        number=str(request.number),
        network=directory.network(request.network).short_name,
        state=state(request),
        day=request.created_at.astimezone(zone).date(),
    )


def proposal(request: Request, directory: Directory, zone: tzinfo) -> Text:
    """The request with the first words of its sentence."""
    sentence = " ".join(request.sentence.split())
    short = sentence if len(sentence) <= _BEGINNING else f"{sentence[:_BEGINNING].rstrip()}…"
    return Text("anfrage-proposed", line=line(request, directory, zone), beginning=short)


def put(request: Request, network: Network, to: str, ask: Ask, *, known: bool) -> Post:
    """The question to those who were asked; `known` if they speak for the network."""
    said = Text(
        "request-new",
        number=str(request.number),
        network=network.short_name,
        asker=Mention(request.asker),
        sentence=request.sentence,
        known=known,
    )
    return Post(to=to, name=f"request-{to}", blocks=(said,), ask=ask, about=subject(request))


def told(request: Request, directory: Directory, by: str, to: str) -> Post:
    """What became of it."""
    said = Text(
        "request-told",
        state=request.state,
        number=str(request.number),
        network=directory.network(request.network).short_name,
        who=Mention(by),
        said=Text("request-said", answer=request.answer),
    )
    name = f"request-{request.number}-{to}"
    return Post(to=to, name=name, blocks=(said,), about=subject(request))


def again(request: Request, directory: Directory, by: str, to: str) -> Post:
    """The last step does not count."""
    said = Text(
        "request-again",
        number=str(request.number),
        network=directory.network(request.network).short_name,
        who=Mention(by),
        state=state(request),
    )
    name = f"request-again-{request.number}-{to}"
    return Post(to=to, name=name, blocks=(said,), about=subject(request))
