"""For which network a person writes, and about what a list is."""

from bot.domain.community.network import Network, Topic
from bot.domain.dialogue.people import Person
from bot.domain.errors import Missing, NotAllowed, NotFound, WrongInput
from bot.services.directory import Directory, UnknownNetwork, UnknownTopic


class ForeignNetwork(NotAllowed):
    """The person does not speak for `network`; `own` are those they speak for (`count`)."""


class WhichNetwork(Missing):
    """The person speaks for several networks, and named none; `choices`, `first`."""

    field = "network"


class NetworkNotNamed(Missing):
    """The office writes for any network, so it has to name one."""

    field = "network"


class NothingOwn(WrongInput):
    """A list of one's own was asked for by somebody who speaks for no network."""


class UnknownSubject(NotFound):
    """`text` is neither a network nor a topic; `near` may be meant (`count`)."""


def writes_for(directory: Directory, person: Person, named: str | None) -> Network:
    """The network that was named, else the person's only one.

    Raises:
        ForeignNetwork, WhichNetwork, NetworkNotNamed: it is not theirs, or not clear.
        UnknownNetwork, AmbiguousNetwork: of the name.
    """
    own = directory.own(person)
    if named:
        network = directory.find(named)
        check(directory, person, network)
        return network
    if len(own) == 1:
        return own[0]
    if own:
        names = tuple(network.short_name for network in own)
        raise WhichNetwork(choices=names, first=names[0])
    raise NetworkNotNamed


def check(directory: Directory, person: Person, network: Network) -> None:
    """Let pass who may write for the network.

    Raises:
        ForeignNetwork: the person may not.
    """
    if not person.speaks_for(network.number):
        own = tuple(known.short_name for known in directory.own(person))
        raise ForeignNetwork(network=network.short_name, own=own, count=len(own))


def subject(directory: Directory, text: str) -> Network | Topic:
    """The network of that name or number, else the topic.

    Raises:
        UnknownSubject: it is neither.
        UnknownNetwork: a number that no network has.
        AmbiguousNetwork: several networks have that name.
    """
    try:
        return directory.find(text)
    except UnknownNetwork as unknown:
        if text.lstrip("#").isdecimal():
            raise
        near = unknown.data["near"]
    try:
        return directory.topic(text)
    except UnknownTopic as unknown:
        topics = unknown.data["near"]
    both = (*near, *topics) if isinstance(near, tuple) and isinstance(topics, tuple) else ()
    raise UnknownSubject(text=text[:60], near=both[:4], count=len(both[:4]))
