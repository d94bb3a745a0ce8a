"""What networks offer and seek: entering it, changing it, taking it back."""

from datetime import date

from bot.domain.community.network import Need, Offer
from bot.domain.dialogue.people import Person
from bot.domain.errors import NotFound
from bot.domain.typed.entries import TypedNeed, TypedOffer
from bot.services.directory import Directory
from bot.services.entering import Entering
from bot.services.speaking import writes_for
from bot.storage.needs import NEEDS
from bot.storage.offers import OFFERS


class UnknownOffer(NotFound):
    """No offer of that `number`."""


class UnknownNeed(NotFound):
    """No need of that `number`."""


class Offering:
    """Offers and needs, one of each per network and topic."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self.offers = Entering(directory, OFFERS, UnknownOffer)
        self.needs = Entering(directory, NEEDS, UnknownNeed)

    def offered(self, person: Person, typed: TypedOffer) -> Offer:
        """The offer that was typed, which has no number yet.

        Raises:
            UnknownTopic, and what `writes_for` raises.
        """
        return Offer(
            number=0,
            network=writes_for(self._directory, person, typed.network).number,
            topic=self._directory.topic(typed.topic).id,
            level=typed.level,
            note=typed.note,
        )

    def sought(self, person: Person, typed: TypedNeed) -> Need:
        """The need that was typed; raises as `offered`."""
        return Need(
            number=0,
            network=writes_for(self._directory, person, typed.network).number,
            topic=self._directory.topic(typed.topic).id,
            note=typed.note,
            until=typed.until,
        )

    def open_needs(self, network: int, today: date) -> tuple[Need, ...]:
        """What a network seeks today."""
        return _open(self._directory.needs_of(network), today)

    def all_open_needs(self, today: date) -> tuple[Need, ...]:
        """What all networks seek today."""
        return _open(self._directory.needs(), today)


def _open(known: tuple[Need, ...], today: date) -> tuple[Need, ...]:
    return tuple(need for need in known if need.until is None or need.until >= today)
