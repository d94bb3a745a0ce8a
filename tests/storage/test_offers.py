"""Offers and needs: one of each per network and topic."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy.exc import IntegrityError

from bot.domain.community.network import Level, Need, Network, Offer
from bot.storage import needs, networks, offers
from bot.storage.database import Database
from bot.storage.needs import NEEDS
from bot.storage.offers import OFFERS

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
OFFER = Offer(number=1, network=1, topic="pflege", level=Level.TEACHING, note="gern")
NEED = Need(number=1, network=1, topic="mint", until=date(2026, 12, 31), example=True)


@pytest.fixture
async def filled(database: Database) -> Database:
    """Two networks, of which the first has an offer and a need."""
    known = [Network(number=0, short_name=name, name=name) for name in ("A", "B")]
    await database.write(lambda tx: [networks.add(tx, network) for network in known])
    await database.write(lambda tx: offers.add(tx, OFFER, "@anna:demo", NOW))
    await database.write(lambda tx: needs.add(tx, NEED, "@anna:demo", NOW))
    return database


async def test_they_come_back_as_they_were_stored(filled: Database) -> None:
    assert await filled.read(offers.every) == (OFFER,)
    assert await filled.read(needs.every) == (NEED,)
    assert await filled.read(lambda tx: offers.get(tx, 1)) == OFFER
    assert await filled.read(lambda tx: needs.get(tx, 1)) == NEED


async def test_they_are_found_by_network_and_topic(filled: Database) -> None:
    assert await filled.read(lambda tx: offers.about(tx, 1, "pflege")) == OFFER
    assert await filled.read(lambda tx: needs.about(tx, 1, "mint")) == NEED
    assert await filled.read(lambda tx: offers.about(tx, 1, "mint")) is None
    assert await filled.read(lambda tx: offers.every(tx, 2)) == ()
    assert await filled.read(lambda tx: needs.every(tx, 2)) == ()


async def test_a_change_is_kept(filled: Database) -> None:
    offer = replace(OFFER, level=Level.FIRST, note="", example=True)
    need = replace(NEED, until=None, note="bald", example=False)

    await filled.write(lambda tx: offers.change(tx, offer))
    await filled.write(lambda tx: needs.change(tx, need))

    assert (offer,) == await filled.read(offers.every)
    assert (need,) == await filled.read(needs.every)


async def test_a_removed_number_is_never_given_again(filled: Database) -> None:
    await filled.write(lambda tx: offers.remove(tx, 1))
    await filled.write(lambda tx: needs.remove(tx, 1))

    assert await filled.write(lambda tx: offers.add(tx, OFFER, "@anna:demo", NOW)) == 2
    assert await filled.write(lambda tx: needs.add(tx, NEED, "@anna:demo", NOW)) == 2


async def test_what_was_removed_can_be_put_back_under_its_number(filled: Database) -> None:
    later = replace(OFFER, number=0, topic="mint")
    await filled.write(lambda tx: offers.remove(tx, 1))
    await filled.write(lambda tx: needs.remove(tx, 1))

    await filled.write(lambda tx: OFFERS.put_back(tx, OFFER, "@anna:demo", NOW))
    await filled.write(lambda tx: NEEDS.put_back(tx, NEED, "@anna:demo", NOW))

    assert await filled.read(offers.every) == (OFFER,)
    assert await filled.read(needs.every) == (NEED,)
    assert await filled.write(lambda tx: offers.add(tx, later, "@anna:demo", NOW)) == 2


async def test_a_second_offer_for_the_topic_is_no_row_of_its_own(filled: Database) -> None:
    with pytest.raises(IntegrityError):
        await filled.write(lambda tx: offers.add(tx, OFFER, "@anna:demo", NOW))
