"""The rooms that the configuration names are followed when they are upgraded."""

from __future__ import annotations

from bot.domain.community.room import PostKind
from bot.domain.journal import Purpose
from bot.services.hosting import ConfiguredRooms, Hosting
from bot.services.preferring import Preferring
from bot.storage import rooms
from bot.storage.database import Database, Transaction

CONFIGURED = ConfiguredRooms(office="!office:hs", announcements=("!a:hs", "!b:hs"), space="!s:hs")


async def test_what_replaces_a_configured_room_serves_in_its_place(database: Database) -> None:
    preferring = Preferring(database, "Europe/Berlin")
    hosting = Hosting(database, CONFIGURED, frozenset(), "de", preferring)

    def upgrade(tx: Transaction) -> None:
        rooms.replace(tx, "!office:hs", "!office2:hs")
        rooms.replace(tx, "!a:hs", "!a2:hs")
        rooms.replace(tx, "!a2:hs", "!a3:hs")

    await hosting.refresh()
    before = hosting.announcement_rooms(PostKind.MEETING)
    await database.write(upgrade)
    await hosting.refresh()
    assert before == ("!a:hs", "!b:hs")
    assert hosting.announcement_rooms(PostKind.MEETING) == ("!a3:hs", "!b:hs")
    assert (hosting.office_room(), hosting.space()) == ("!office2:hs", "!s:hs")
    assert hosting.purposes("!office2:hs") == (Purpose.OFFICE,)
    assert hosting.purposes("!office:hs") == ()


async def test_rooms_that_replace_each_other_in_a_ring_are_no_way_without_end(
    database: Database,
) -> None:
    preferring = Preferring(database, "Europe/Berlin")
    hosting = Hosting(database, CONFIGURED, frozenset(), "de", preferring)

    def ring(tx: Transaction) -> None:
        rooms.replace(tx, "!s:hs", "!t:hs")
        rooms.replace(tx, "!t:hs", "!s:hs")

    await database.write(ring)
    await hosting.refresh()
    assert hosting.space() == "!t:hs"
