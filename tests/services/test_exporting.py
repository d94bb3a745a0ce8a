"""What is written out is read back as it was, whatever people typed."""

import asyncio
import csv
import io
import string
from datetime import UTC, date, datetime
from importlib.resources import files
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.community.network import Level, Need, Network, Offer
from bot.services import shipped
from bot.services.exporting import export
from bot.services.importing import (
    ImportReport,
    import_needs,
    import_networks,
    import_offers,
    networks_in,
)
from bot.services.rows import LISTS, NetworkRow
from bot.services.sheets import as_csv, as_json, read
from bot.storage import needs, networks, offers
from bot.storage.database import Database, Transaction

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
SHIPPED = Path(str(files("bot") / "data" / "networks.json"))
NASTY = Network(
    number=78,
    short_name="=1+1",
    name="'=cmd|' /C calc'!A0",
    region='-5; "quoted", \\ and\nsecond line',
    states=("DE-NI", "DE-HB"),
    lat=52.03331,
    lon=-8.5,
    website="https://example.org/?a=1;b=2",
    topics=("pflege",),
    aliases=("a|b", "+49", "back\\slash", "@home"),
    note="''+x",
)
OFFER = Offer(number=1, network=78, topic="mint", level=Level.TEACHING, note="@x", example=True)
NEED = Need(number=1, network=2, topic="pflege", note="-1", until=date(2027, 1, 31))


def _fill(tx: Transaction) -> None:
    networks.add(tx, NASTY)
    offers.add(tx, OFFER, "@anna:demo", NOW)
    needs.add(tx, NEED, "@anna:demo", NOW)


async def test_an_export_is_imported_again_as_it_was(
    database: Database, empty: Database, tmp_path: Path
) -> None:
    await import_networks(database, SHIPPED)
    await database.write(_fill)
    seen: list[tuple[int, int]] = []

    paths = await export(
        database, tmp_path / "out", progress=lambda count, total: seen.append((count, total))
    )

    by_name = {path.name: path for path in paths}
    assert await import_networks(empty, by_name["netzwerke.json"]) == ImportReport(added=78)
    assert await import_networks(empty, by_name["netzwerke.csv"]) == ImportReport(unchanged=78)
    await import_offers(empty, by_name["angebote.csv"], now=NOW)
    await import_needs(empty, by_name["bedarfe.csv"], now=NOW)
    for every in (networks.every, offers.every, needs.every):
        assert await empty.read(every) == await database.read(every)
    assert seen == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert sorted(by_name) == sorted(await asyncio.to_thread(_names, tmp_path / "out"))


def _names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


async def test_an_export_of_nothing_has_the_columns(database: Database, tmp_path: Path) -> None:
    paths = await export(database, tmp_path)

    heads = [await asyncio.to_thread(path.read_text, "utf-8-sig") for path in paths]
    assert heads[2:] == [
        "network;topic;level;note;example\n",
        "network;topic;note;until;example\n",
    ]


def test_the_export_has_all_columns_of_the_public_file() -> None:
    with SHIPPED.open(encoding="utf-8") as file:
        head = file.read(2_000)

    assert all(f'"{column}"' in head for column in NetworkRow.model_fields)


def test_the_known_networks_are_those_of_the_public_file() -> None:
    assert networks_in(SHIPPED) == shipped.networks()


TEXT = st.text(
    st.one_of(
        st.sampled_from("=+-@'|\\;,\"\n\t "),
        st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"),
        st.sampled_from(string.ascii_letters),
    ),
    max_size=12,
).map(str.strip)
FILLED = TEXT.filter(bool)
NAMES = FILLED.filter(lambda text: not set(text) & set(":|\n") and not text.strip("#").isdigit())
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "short_name": NAMES,
            "name": FILLED,
            "seat": st.none() | FILLED,
            "lon": st.none() | st.floats(-180, 180),
            "aliases": st.lists(FILLED, max_size=3),
            "note": TEXT,
        }
    ),
    min_size=1,
    max_size=3,
    unique_by=lambda row: str(row["short_name"]),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(ROWS)
def test_any_rows_survive_both_kinds_of_file(tmp_path: Path, rows: list[dict[str, object]]) -> None:
    table, records = tmp_path / "a.csv", tmp_path / "a.json"
    written = as_csv(rows, tuple(rows[0]))
    table.write_bytes(written.encode())
    records.write_bytes(as_json(rows).encode())

    assert networks_in(table) == networks_in(records)
    assert [row["name"] for row in rows] == [network.name for network in networks_in(table)]
    assert [row for _, row in read(records, LISTS).rows] == rows
    cells = [
        cell
        for line in csv.reader(io.StringIO(written, newline=""), delimiter=";")
        for cell in line
    ]
    assert not [cell for cell in cells if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]
