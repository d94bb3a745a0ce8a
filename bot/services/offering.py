"""What networks offer and seek: entering it, changing it, taking it back."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Generic, TypeVar

from bot.domain.errors import NotFound
from bot.domain.network import Need, Network, Offer
from bot.domain.people import Person
from bot.domain.typed_entries import TypedNeed, TypedOffer
from bot.services.directory import Directory
from bot.services.speaking import check, writes_for
from bot.storage import needs, offers
from bot.storage.database import Transaction

Entry = TypeVar("Entry", Offer, Need)


class UnknownOffer(NotFound):
    """No offer of that `number`."""


class UnknownNeed(NotFound):
    """No need of that `number`."""


@dataclass(frozen=True, slots=True)
class Entered(Generic[Entry]):
    """The entry as it stands now, whose it is, and whether there was one for that topic."""

    entry: Entry
    network: Network
    changed: bool


class Offering:
    """Offers and needs, one of each per network and topic."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    def offer(
        self, tx: Transaction, person: Person, typed: TypedOffer, now: datetime
    ) -> Entered[Offer]:
        """Enter an offer, or put it in place of the network's earlier one for that topic.

        Raises:
            UnknownTopic, and what `writes_for` raises.
        """
        network = writes_for(self._directory, person, typed.network)
        wanted = Offer(
            number=0,
            network=network.number,
            topic=self._directory.topic(typed.topic).id,
            level=typed.level,
            note=typed.note,
        )
        known = offers.about(tx, wanted.network, wanted.topic)
        if known:
            offers.change(tx, entry := replace(wanted, number=known.number))
        else:
            entry = replace(wanted, number=offers.add(tx, wanted, person.user_id, now))
        return Entered(entry, network, changed=known is not None)

    def seek(
        self, tx: Transaction, person: Person, typed: TypedNeed, now: datetime
    ) -> Entered[Need]:
        """Enter a need, or put it in place of the network's earlier one; raises as `offer`."""
        network = writes_for(self._directory, person, typed.network)
        wanted = Need(
            number=0,
            network=network.number,
            topic=self._directory.topic(typed.topic).id,
            note=typed.note,
            until=typed.until,
        )
        known = needs.about(tx, wanted.network, wanted.topic)
        if known:
            needs.change(tx, entry := replace(wanted, number=known.number))
        else:
            entry = replace(wanted, number=needs.add(tx, wanted, person.user_id, now))
        return Entered(entry, network, changed=known is not None)

    def withdraw_offer(self, tx: Transaction, person: Person, number: int) -> Offer:
        """Take an offer back.

        Raises:
            UnknownOffer, ForeignNetwork: there is none, or it is not theirs.
        """
        found = offers.get(tx, number)
        if found is None:
            raise UnknownOffer(number=str(number))
        check(self._directory, person, self._directory.network(found.network))
        offers.remove(tx, number)
        return found

    def withdraw_need(self, tx: Transaction, person: Person, number: int) -> Need:
        """Take a need back.

        Raises:
            UnknownNeed, ForeignNetwork: there is none, or it is not theirs.
        """
        found = needs.get(tx, number)
        if found is None:
            raise UnknownNeed(number=str(number))
        check(self._directory, person, self._directory.network(found.network))
        needs.remove(tx, number)
        return found

    def open_needs(self, network: int, today: date) -> tuple[Need, ...]:
        """What a network seeks today."""
        return _open(self._directory.needs_of(network), today)

    def all_open_needs(self, today: date) -> tuple[Need, ...]:
        """What all networks seek today."""
        return _open(self._directory.needs(), today)


def _open(known: tuple[Need, ...], today: date) -> tuple[Need, ...]:
    return tuple(need for need in known if need.until is None or need.until >= today)
