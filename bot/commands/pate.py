"""`!pate`: finds patron networks for a topic and a place, and asks one of them."""

from dataclasses import dataclass

from bot.dispatch.arguments import number
from bot.dispatch.command import Input
from bot.dispatch.context import Context
from bot.dispatch.router import Router
from bot.domain.errors import WrongInput
from bot.domain.message import Items, Mention, Post, Reply, Text
from bot.domain.people import Role
from bot.services.explaining import explain, explain_notice
from bot.storage.database import Transaction

router = Router()
_LONGEST_SENTENCE = 1000


class NothingAsked(WrongInput):
    """`!pate` without a topic or place."""


class SentenceMissing(WrongInput):
    """A request needs a sentence that says what it is about; `number` is the network."""


class SentenceTooLong(WrongInput):
    """More than `most` characters."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Which network is asked, and what."""

    network: int
    sentence: str

    @classmethod
    def parse(cls, given: Input) -> "Asking":
        """Read `6 Wie habt ihr …?`."""
        chosen, rest = number(given.text)
        sentence = rest.strip()
        if not sentence:
            raise SentenceMissing(number=str(chosen))
        if len(sentence) > _LONGEST_SENTENCE:
            raise SentenceTooLong(most=_LONGEST_SENTENCE)
        return cls(chosen, sentence)


def _question(given: Input) -> str:
    if not given.text.strip():
        raise NothingAsked
    return given.text.strip()


@router.query("pate", alias="patron", args=_question, permission=Role.MEMBER)
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
            reason=explain(hit, directory),
        )
        for hit in answer.hits
    )
    first = str(answer.hits[0].network.number)
    return Reply(
        Text("pate-found", count=len(lines), question=question[:100]),
        Items(lines, first=1),
        *notice,
        Text("pate-next", number=first),
    )


@router.action("pate anfragen", alias="patron request", args=Asking.parse, permission=Role.MEMBER)
def ask(ctx: Context, tx: Transaction, asking: Asking) -> Reply:
    """Store the request and tell the network's coordinators, or the office if there are none."""
    mentoring = ctx.services.mentoring
    network = ctx.services.directory.network(asking.network)
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
        posts=tuple(
            Post(
                to=person,
                name=f"request-{person}",
                blocks=(
                    Text(
                        "request-new",
                        number=str(request.number),
                        network=network.short_name,
                        asker=Mention(ctx.person.user_id),
                        sentence=request.sentence,
                        known=bool(receivers),
                    ),
                ),
            )
            for person in told
        ),
    )
