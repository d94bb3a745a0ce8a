"""`!pate`: finds patron networks for a topic and a place, and asks one of them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot.dispatch.declaring.arguments import NumberMissing, number
from bot.dispatch.declaring.command import Input
from bot.dispatch.declaring.context import Context
from bot.dispatch.declaring.field import Field
from bot.dispatch.declaring.router import Router
from bot.dispatch.turns.concluding import conclude
from bot.domain.community.mentoring import Request
from bot.domain.community.network import Network
from bot.domain.dialogue.ask import Ask, Choice
from bot.domain.dialogue.inline import Lines
from bot.domain.dialogue.message import Items, Post, Reply, Text
from bot.domain.dialogue.option import Option
from bot.domain.dialogue.people import Role
from bot.domain.dialogue.subject import Subject, SubjectKind
from bot.domain.errors import Missing, WrongInput
from bot.services.corresponding import put, subject
from bot.services.explaining import explain_notice, reasons
from bot.services.mentoring import OwnNetwork
from bot.storage.database import Transaction

router = Router()
_LONGEST_SENTENCE = 1000
_WAITS = timedelta(days=30)
_NAMED = re.compile(r"(?P<name>[^:|?!\n]{2,80})[:|\n](?P<rest>.*)", re.DOTALL)


class NothingAsked(Missing):
    """`!pate` without a topic or place."""

    field = "search"


class AskedMissing(Missing):
    """Which network shall be asked? `text` stands where it was expected."""

    field = "asked"


class SentenceMissing(Missing):
    """A request needs a sentence that says what it is about; `asked` is the network as it was typed."""

    field = "request-sentence"


class SentenceTooLong(WrongInput):
    """More than `most` characters."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Which network is asked, by number or name, and what."""

    network: str
    sentence: str

    @classmethod
    def parse(cls, given: Input) -> "Asking":
        """Read `6 Wie habt ihr …?` or `Ems-Achse: Wie habt ihr …?`."""
        chosen, rest = _network(given.text)
        sentence = rest.strip()
        if not sentence:
            raise SentenceMissing(asked=chosen)
        if len(sentence) > _LONGEST_SENTENCE:
            raise SentenceTooLong(most=_LONGEST_SENTENCE)
        return cls(chosen, sentence)


def _network(text: str) -> tuple[str, str]:
    try:
        chosen, rest = number(text)
    except NumberMissing as refusal:
        named = _NAMED.match(text.strip())
        if named is None:
            raise AskedMissing(**refusal.data) from None
        return named["name"].strip(), named["rest"]
    return str(chosen), rest


def _another(ctx: Context, typed: str) -> Network:
    """The network of that number or name, which must not be one's own."""
    network = ctx.services.directory.find(typed.strip(" :"))
    if network.number in ctx.person.networks:
        raise OwnNetwork
    return network


def _question(given: Input) -> str:
    if not given.text.strip():
        raise NothingAsked
    return given.text.strip()


SEARCH = Field(name="search")
ASKED = Field(
    name="asked",
    form="{}:",
    first=True,
    subject=SubjectKind.NETWORK,
    check=_another,
    labels=("netzwerk", "network", "nummer", "number"),
)
SENTENCE = Field(name="request-sentence", labels=("satz", "frage", "sentence"))


@router.query(
    "pate",
    alias="patron",
    also=("paten", "patin", "patennetzwerk", "patennetzwerke", "suche"),
    args=_question,
    permission=Role.MEMBER,
    fields=(SEARCH,),
)
async def search(ctx: Context, question: str) -> Reply:
    """The networks that fit best, each with its reason and the next step."""
    directory = ctx.services.directory
    answer = await directory.search(question, limit=directory.hits)
    notice = (explain_notice(answer.notice, directory),) if answer.notice else ()
    if not answer.hits:
        return Reply(Text("pate-none", question=question[:100]), *notice, Text("pate-none-next"))
    lines = tuple(
        Text(
            "pate-hit",
            name=hit.network.short_name,
            number=str(hit.network.number),
            place=hit.network.seat or hit.network.region,
            reason=reason,
        )
        for hit, reason in zip(answer.hits, reasons(answer.hits, directory), strict=True)
    )
    first = answer.hits[0].network.number
    return Reply(
        Text("pate-found", count=len(lines), question=question[:100]),
        Items(lines),
        *notice,
        Text("pate-next", number=str(first)),
        about=Subject(SubjectKind.NETWORK, first) if len(lines) == 1 else None,
    )


def _understood(ctx: Context, _: Transaction, asking: Asking) -> Sequence[tuple[str, object]]:
    network = _another(ctx, asking.network)
    name = Text("field-network-choice", name=network.short_name, number=str(network.number))
    return ("asked", name), ("request-sentence", Lines(asking.sentence))


def _unsend(ctx: Context, tx: Transaction, memory: Mapping[str, Any]) -> Reply:
    """As if it had not been asked: who was told sees that instead of the question."""
    request = ctx.services.mentoring.unsend(tx, memory["number"], ctx.now)
    said = Reply(Text("pate-unsent", number=str(request.number)), about=subject(request))
    return conclude(tx, ctx, subject(request), None, said)


@router.action(
    "pate anfragen",
    alias="patron request",
    args=Asking.parse,
    permission=Role.MEMBER,
    fields=(ASKED, SENTENCE),
    understood=_understood,
    undo=_unsend,
)
def ask(ctx: Context, tx: Transaction, asking: Asking) -> Reply:
    """Store the request and put it to the network's coordinators, or to the office."""
    mentoring = ctx.services.mentoring
    network = _another(ctx, asking.network)
    request = mentoring.ask(tx, ctx.person, network.number, asking.sentence, ctx.now)
    receivers = mentoring.receivers(tx, network.number)
    told = receivers or ctx.services.hosting.office_targets()
    return Reply(
        Text(
            "pate-anfragen-done",
            number=str(request.number),
            network=network.name,
            receivers=len(receivers),
        ),
        posts=tuple(_put(request, network, to, known=bool(receivers)) for to in told),
        about=subject(request),
        memory={"number": request.number},
    )


def _put(request: Request, network: Network, to: str, *, known: bool) -> Post:
    """The request as a question to a coordinator, to the office's room, or to an admin."""
    number = str(request.number)
    yes = Choice.of(Option.ACCEPT, Text("choice-accept"), f"anfrage annehmen {number}")
    no = Choice.of(Option.DECLINE, Text("choice-decline"), f"anfrage ablehnen {number}")
    person = to.startswith("@")
    ask = Ask(
        choices=(yes, no),
        people=(to,) if person else (),
        role=None if person else Role.OFFICE,
        lasts=_WAITS,
        rights=True,
    )
    return put(request, network, to, ask, known=known)
