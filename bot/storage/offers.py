"""What networks offer: one offer per network and topic."""

from bot.domain.community.network import Level, Offer
from bot.storage.entries import Entries, Values
from bot.storage.schema import offer


def _read(values: Values) -> Offer:
    return Offer(**{**values, "level": Level(values["level"])})


OFFERS = Entries(offer, _read)
every, get, about = OFFERS.every, OFFERS.get, OFFERS.about
add, change, remove = OFFERS.add, OFFERS.change, OFFERS.remove
