"""The parts of arguments that several commands ask for, each asked in the same way."""

from collections.abc import Sequence
from itertools import islice

from bot.dispatch.declaring.context import Context
from bot.dispatch.declaring.field import Field, FieldKind, Proposed
from bot.domain.community.mentoring import RequestState
from bot.domain.community.network import Level
from bot.domain.community.project import Project
from bot.domain.dialogue.message import Text
from bot.domain.dialogue.option import MOST_CHOICES
from bot.domain.dialogue.subject import SubjectKind
from bot.domain.typed.entries import typed_topic
from bot.services.corresponding import proposal
from bot.services.describing import need_line, offer_line
from bot.services.speaking import writes_for
from bot.storage.database import Transaction

_BECOMES = {
    "annehmen": RequestState.ACCEPTED,
    "ablehnen": RequestState.DECLINED,
    "erledigt": RequestState.DONE,
    "zurück": RequestState.WITHDRAWN,
}


def _own_networks(ctx: Context, _: Transaction) -> Sequence[Proposed]:
    return [
        Proposed(
            Text("field-network-choice", name=network.short_name, number=str(network.number)),
            f"#{network.number}",
        )
        for network in islice(ctx.services.directory.own(ctx.person), MOST_CHOICES)
    ]


def _topics(ctx: Context, _: Transaction) -> Sequence[Proposed]:
    """What the person's networks are known to work on, without what they offer or seek already."""
    own = ctx.services.directory.own(ctx.person)
    taken = {topic for network in own for topic in _taken(ctx, network.number)}
    known = dict.fromkeys(topic for network in own for topic in network.topics)
    free = islice((topic for topic in known if topic not in taken), MOST_CHOICES)
    return [Proposed(ctx.services.directory.topic_text(one), one) for one in free]


def _taken(ctx: Context, number: int) -> set[str]:
    directory = ctx.services.directory
    if ctx.path[0] == "angebot":
        return {offer.topic for offer in directory.offers_of(number)}
    return {need.topic for need in directory.needs_of(number) if ctx.path[0] == "bedarf"}


def _topic(ctx: Context, value: str) -> None:
    topic = typed_topic(value)
    if topic:
        ctx.services.directory.topic(topic)


def _levels(_ctx: Context, _: Transaction) -> Sequence[Proposed]:
    return [Proposed(Text("field-level-choice", level=int(level)), level.value) for level in Level]


def _own_offers(ctx: Context, _: Transaction) -> Sequence[Proposed]:
    directory = ctx.services.directory
    own = [o for network in directory.own(ctx.person) for o in directory.offers_of(network.number)]
    newest = sorted(own, key=lambda entry: entry.number, reverse=True)[:MOST_CHOICES]
    return [Proposed(offer_line(one, directory, short=True), f"#{one.number}") for one in newest]


def _own_needs(ctx: Context, _: Transaction) -> Sequence[Proposed]:
    directory = ctx.services.directory
    own = [n for network in directory.own(ctx.person) for n in directory.needs_of(network.number)]
    newest = sorted(own, key=lambda entry: entry.number, reverse=True)[:MOST_CHOICES]
    return [Proposed(need_line(one, directory, short=True), f"#{one.number}") for one in newest]


def _projects(ctx: Context, tx: Transaction) -> Sequence[Proposed]:
    found = ctx.services.reporting.nearest(tx, ctx.person, MOST_CHOICES)
    return [Proposed(project_choice(one), f"#{one.number}") for one in found]


def project_choice(project: Project) -> Text:
    """A project as one of several, or as what was understood."""
    return Text("field-project-choice", title=project.title, number=str(project.number))


def _writable(ctx: Context, tx: Transaction, value: str) -> None:
    ctx.services.reporting.writable(tx, ctx.person, int(value.lstrip("#")))


def _requests(ctx: Context, tx: Transaction) -> Sequence[Proposed]:
    """The requests with which the command can do anything, the newest first."""
    directory, goal = ctx.services.directory, _BECOMES.get(ctx.path[-1])
    found = ctx.services.mentoring.fitting(tx, ctx.person, goal)[:MOST_CHOICES]
    return [Proposed(proposal(one, directory, ctx.local), f"#{one.number}") for one in found]


def _seen(ctx: Context, tx: Transaction, value: str) -> None:
    ctx.services.mentoring.get(tx, ctx.person, int(value.lstrip("#")))


NETWORK = Field(
    name="network",
    form="für {}:",
    first=True,
    required=False,
    propose=_own_networks,
    check=lambda ctx, value: writes_for(ctx.services.directory, ctx.person, value.strip(" :")),
    labels=("netzwerk", "network", "für", "for"),
)
WHICH_NETWORK = Field(
    name="network",
    required=False,
    subject=SubjectKind.NETWORK,
    propose=_own_networks,
    check=lambda ctx, value: ctx.services.directory.find(value),
)
TOPIC = Field(name="topic", first=True, propose=_topics, check=_topic, labels=("thema", "topic"))
LEVEL = Field(name="level", form="Stufe {}", propose=_levels, labels=("stufe", "level"))
UNTIL = Field(
    name="until", kind=FieldKind.DAY, form="bis {}", required=False, labels=("bis", "until")
)
NOTE = Field(
    name="note", form="Bemerkung: {}", required=False, labels=("bemerkung", "notiz", "note")
)
OFFER = Field(
    name="offer",
    kind=FieldKind.NUMBER,
    first=True,
    subject=SubjectKind.OFFER,
    propose=_own_offers,
    labels=("angebot", "offer", "nummer", "number"),
)
NEED = Field(
    name="need",
    kind=FieldKind.NUMBER,
    first=True,
    subject=SubjectKind.NEED,
    propose=_own_needs,
    labels=("bedarf", "need", "nummer", "number"),
)
TITLE = Field(name="title", first=True, labels=("titel", "title"))
DUTY = Field(name="duty", form="Pflicht: {}", required=False, labels=("pflicht", "duty"))
PROJECT = Field(
    name="project",
    kind=FieldKind.NUMBER,
    first=True,
    subject=SubjectKind.PROJECT,
    propose=_projects,
    labels=("nummer", "number"),
)
OWN_PROJECT = Field(
    name="project",
    kind=FieldKind.NUMBER,
    first=True,
    subject=SubjectKind.PROJECT,
    propose=_projects,
    exists=_writable,
    labels=("nummer", "number"),
)
UPDATE = Field(name="update", labels=("meldung", "update"))
REQUEST = Field(
    name="request",
    kind=FieldKind.NUMBER,
    first=True,
    subject=SubjectKind.REQUEST,
    propose=_requests,
    exists=_seen,
    labels=("anfrage", "request", "nummer", "number"),
)
