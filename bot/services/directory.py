"""All networks with what they offer and need, in memory, so that answers need no database."""

import asyncio
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeVar

from bot.domain.community.network import Need, Network, Offer, Taxonomy, Topic
from bot.domain.dialogue.message import Text
from bot.domain.dialogue.people import Person
from bot.domain.errors import NotFound, WrongInput
from bot.domain.search import Answer, Index
from bot.domain.search.words import fold, keys, tokenise
from bot.services import shipped
from bot.storage import markers, needs, networks, offers
from bot.storage.database import Database, Transaction

_OFF_THE_LOOP = 5_000
_NEAR = 3
_CHOICES = 5
_SHOWN = 60
_NUMBER = re.compile(r"(?:#|nr\.? ?|no\.? ?)?#?([0-9]{1,9})", re.IGNORECASE)

OfNetwork = TypeVar("OfNetwork", Offer, Need)
Everything = tuple[tuple[Network, ...], tuple[Offer, ...], tuple[Need, ...]]


class UnknownNetwork(NotFound):
    """No network is called that; `text`, `near` (short names, `count` of them)."""


class AmbiguousNetwork(WrongInput):
    """Several networks are called that; `text`, `choices` with their numbers, the `first` one."""


class UnknownTopic(NotFound):
    """No topic, or not one alone; `text`, `near` (names, `count` of them)."""


class Directory:
    """Everything but `open`, `refresh` and `search` reads dicts only and may run in any thread."""

    def __init__(self, database: Database, taxonomy: Taxonomy, hits: int = 5) -> None:
        """`hits`: how many a search gives at most."""
        self._database = database
        self.hits = hits
        self.imports: str | None = None
        """The mark that the latest import left, as of the last `open`."""
        self.taxonomy = taxonomy
        self._index = Index(taxonomy)
        self._networks: dict[int, Network] = {}
        self._offers: dict[int, tuple[Offer, ...]] = {}
        self._needs: dict[int, tuple[Need, ...]] = {}
        self._topics = {topic.id: topic for topic in taxonomy.topics}
        self._labels = {fold(x): t for t in taxonomy.topics for x in (t.id, t.de, t.en)}
        self.lands = {state.code: state.name for state in taxonomy.states}

    async def open(self) -> None:
        """Read everything; a database without any network is given the known ones first."""
        found = await self._database.read(_everything)
        if not found[0]:
            await self._database.write(_fill)
            found = await self._database.read(_everything)
        self.imports = await self._database.read(imports)
        large = len(found[0]) > _OFF_THE_LOOP
        await asyncio.to_thread(self.put, *found) if large else self.put(*found)

    def put(
        self,
        networks: Sequence[Network],
        offers: Iterable[Offer] = (),
        needs: Iterable[Need] = (),
    ) -> None:
        """Hold these networks, in place of those with their numbers, with all they offer."""
        offered, needed = _by_network(offers), _by_network(needs)
        for network in networks:
            number = network.number
            self._networks[number] = network
            self._offers[number] = offered.get(number, ())
            self._needs[number] = needed.get(number, ())
            self._index.put(network, self._offers[number])

    async def refresh(self, number: int) -> None:
        """Read one network anew, with its offers and needs."""
        network, offered, needed = await self._database.read(
            lambda tx: (networks.get(tx, number), offers.every(tx, number), needs.every(tx, number))
        )
        if network is None:
            self._forget(number)
        else:
            self.put((network,), offered, needed)

    def _forget(self, number: int) -> None:
        for known in (self._networks, self._offers, self._needs):
            known.pop(number, None)
        self._index.remove(number)

    async def search(self, query: str, limit: int) -> Answer:
        """The networks that answer the query, best first, or a notice why there are none."""
        if len(self._networks) > _OFF_THE_LOOP:
            return await asyncio.to_thread(self._index.search, query, limit=limit)
        return self._index.search(query, limit=limit)

    def own(self, person: Person) -> tuple[Network, ...]:
        """The networks that a person speaks for and that we know."""
        return tuple(self._networks[n] for n in person.networks if n in self._networks)

    def network(self, number: int) -> Network:
        """The network of that number.

        Raises:
            UnknownNetwork: there is none.
        """
        found = self._networks.get(number)
        if found is None:
            raise UnknownNetwork(text=f"#{number}", near=(), count=0)
        return found

    def find(self, text: str) -> Network:
        """The network that a number (`12`, `#12`), short name, name or alias means.

        Raises:
            UnknownNetwork: nobody is called exactly that; it names those that are called nearly so.
            AmbiguousNetwork: several are.
        """
        wanted = " ".join(text.split())
        if number := _NUMBER.fullmatch(wanted):
            return self.network(int(number[1]))
        found = self._index.by_name(wanted, limit=_CHOICES)
        exact = [network for network in found if _is_called(network, wanted)]
        if len(exact) == 1:
            return exact[0]
        if exact:
            choices = tuple(f"{network.short_name} (#{network.number})" for network in exact)
            first = str(exact[0].number)
            raise AmbiguousNetwork(text=wanted[:_SHOWN], choices=choices, first=first)
        near = tuple(network.short_name for network in found[:_NEAR])
        raise UnknownNetwork(text=wanted[:_SHOWN], near=near, count=len(near))

    def topic(self, text: str) -> Topic:
        """The one topic that a person means, by whatever name.

        Raises:
            UnknownTopic: there is none, or more than one; it names the nearest.
        """
        wanted = " ".join(text.split())
        topic = self._labels.get(fold(wanted)) or self._index.topic(wanted)
        if topic is None:
            near = tuple(topic.id for topic in self._index.topics_near(wanted, limit=_NEAR))
            raise UnknownTopic(text=wanted[:_SHOWN], near=self.quoted(near), count=len(near))
        return topic

    def topic_text(self, topic_id: str) -> Text:
        """The topic's name, in the language of whoever reads it; an unknown id as it is."""
        topic = self._topics.get(topic_id)
        return Text(
            "topic-name", de=topic.de if topic else topic_id, en=topic.en if topic else topic_id
        )

    def quoted(self, topic_ids: Iterable[str]) -> tuple[Text, ...]:
        """The topics' names in quotation marks, because many hold commas themselves."""
        return tuple(Text("topic-quoted", topic=self.topic_text(t)) for t in topic_ids)

    def offers_of(self, number: int) -> tuple[Offer, ...]:
        """What the network of that number offers."""
        return self._offers.get(number, ())

    def needs_of(self, number: int) -> tuple[Need, ...]:
        """What it seeks or sought: expired needs too."""
        return self._needs.get(number, ())

    def offers(self) -> tuple[Offer, ...]:
        """What all networks offer."""
        return tuple(offer for of in list(self._offers.values()) for offer in of)

    def needs(self) -> tuple[Need, ...]:
        """What all networks seek or sought."""
        return tuple(need for of in list(self._needs.values()) for need in of)


def imports(tx: Transaction) -> str | None:
    """The mark that the latest import left."""
    return markers.get(tx, markers.IMPORTS)


def _everything(tx: Transaction) -> Everything:
    return networks.every(tx), offers.every(tx), needs.every(tx)


def _fill(tx: Transaction) -> None:
    for network in shipped.networks():
        networks.add(tx, network)


def _by_network(values: Iterable[OfNetwork]) -> dict[int, tuple[OfNetwork, ...]]:
    found: defaultdict[int, list[OfNetwork]] = defaultdict(list)
    for value in values:
        found[value.network].append(value)
    return {number: tuple(of) for number, of in found.items()}


def _is_called(network: Network, text: str) -> bool:
    names = (network.short_name, network.name, *network.aliases)
    return bool(_name_keys(text) & frozenset[str]().union(*map(_name_keys, names)))


def _name_keys(name: str) -> frozenset[str]:
    tokens = tokenise(name)
    return frozenset(keys(tokens) if tokens else ())
