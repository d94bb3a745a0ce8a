"""Networks keep their number, whatever changes about them."""

from dataclasses import replace

from bot.domain.community.network import Network
from bot.storage import networks
from bot.storage.database import Database

OWL = Network(
    number=0,
    short_name="FKB OWL",
    name="Fachkräftebündnis OWL",
    region="Ostwestfalen-Lippe",
    states=("DE-NW",),
    seat="Bielefeld",
    lat=52.0333,
    lon=8.5333,
    website="https://www.ostwestfalenlippe.de",
    topics=("ausbildung", "mint"),
    aliases=("OWL",),
    awards=("Innovatives Netzwerk 2014",),
    member_since="2016",
    source="press",
    note="First member.",
)
BARE = Network(number=0, short_name="WiL", name="Wirtschaftsinitiative Lausitz")


async def test_a_network_comes_back_as_it_was_stored(database: Database) -> None:
    stored = await database.write(lambda tx: [networks.add(tx, new) for new in (OWL, BARE)])

    assert [replace(OWL, number=1), replace(BARE, number=2)] == stored
    assert tuple(stored) == await database.read(networks.every)
    assert await database.read(networks.count) == 2


async def test_a_changed_network_keeps_its_number(database: Database) -> None:
    stored = await database.write(lambda tx: networks.add(tx, OWL))
    changed = replace(stored, seat=None, topics=("pflege",))

    await database.write(lambda tx: networks.change(tx, changed))

    assert changed == await database.read(lambda tx: networks.get(tx, stored.number))


async def test_an_unknown_number_is_no_network(database: Database) -> None:
    assert await database.read(lambda tx: networks.get(tx, 99)) is None
