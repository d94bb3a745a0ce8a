"""A file is taken in whole or not at all, and every faulty row is named."""

import json
from datetime import UTC, date, datetime
from importlib.resources import files
from pathlib import Path

import pytest

from bot.domain.community.network import Level, Need, Network, Offer
from bot.services.faults import BadImport, FaultKind, Unit
from bot.services.importing import (
    ImportReport,
    import_needs,
    import_networks,
    import_offers,
    networks_in,
)
from bot.storage import needs, networks, offers
from bot.storage.database import Database
from bot.text import Catalogues

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
SHIPPED = Path(str(files("bot") / "data" / "networks.json"))
WORDS = Catalogues()
Fault = tuple[int, str, FaultKind, str]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "file.csv"


def put(file: Path, text: str, encoding: str = "utf-8") -> None:
    file.write_bytes(text.encode(encoding))


def faults(refusal: BadImport) -> list[Fault]:
    return [(fault.row, fault.field, fault.kind, fault.near) for fault in refusal.faults]


async def refused(database: Database, path: Path) -> list[Fault]:
    with pytest.raises(BadImport) as caught:
        await import_networks(database, path)
    assert await database.read(networks.count) == 0
    for language in ("de", "en"):
        for fault in caught.value.faults:
            assert WORDS.get(language).line(fault.text)
    return faults(caught.value)


async def test_the_known_networks_are_taken_in_and_a_second_time_say_nothing_new(
    database: Database,
) -> None:
    seen: list[tuple[int, int]] = []

    first = await import_networks(
        database, SHIPPED, progress=lambda count, total: seen.append((count, total))
    )
    second = await import_networks(database, SHIPPED)

    assert ImportReport(added=77) == first
    assert ImportReport(unchanged=77) == second
    assert [(count, 77) for count in range(1, 78)] == seen


async def test_a_dry_run_counts_and_changes_nothing(database: Database) -> None:
    report = await import_networks(database, SHIPPED, dry_run=True)

    assert ImportReport(added=77) == report
    assert await database.read(networks.count) == 0


async def test_a_known_network_keeps_its_number_and_the_columns_that_the_file_lacks(
    database: Database, file: Path
) -> None:
    put(file, "short_name;name;seat;topics\nA;Netz A;Bonn;pflege\nB;Netz B;;\n")
    await import_networks(database, file)
    put(file, 'short_name,name,topics\nB,"Netz B, neu",Pflege und Gesundheitswirtschaft|mint')

    report = await import_networks(database, file)

    assert ImportReport(changed=1) == report
    assert (
        Network(number=1, short_name="A", name="Netz A", seat="Bonn", topics=("pflege",)),
        Network(number=2, short_name="B", name="Netz B, neu", topics=("pflege", "mint")),
    ) == await database.read(networks.every)


async def test_a_spreadsheet_of_windows_is_read(database: Database, file: Path) -> None:
    header = "\ufeffshort_name;name;lat;states;note\r\n"
    put(file, header + 'A;Netz A;52,5;Berlin;"eins\r\nzwei"\r\n;;;;\r\n')

    await import_networks(database, file)

    assert (
        Network(
            number=1, short_name="A", name="Netz A", lat=52.5, states=("DE-BE",), note="eins\nzwei"
        ),
    ) == await database.read(networks.every)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [(0, "", FaultKind.NO_ROWS, "")]),
        ("[]", [(0, "", FaultKind.NO_ROWS, "")]),
        ("{}", [(0, "", FaultKind.NOT_A_LIST, "")]),
        ('[{"name": }]', [(1, "", FaultKind.JSON, "")]),
        ("[" * 100_000, [(0, "", FaultKind.JSON, "")]),
        ("[1, {}]", [(1, "", FaultKind.NOT_AN_OBJECT, "")]),
        ('name;short_name\n"A;B', [(0, "", FaultKind.CSV, "")]),
        ("name;short_name;name\nA;A;A", [(1, "name", FaultKind.COLUMN_TWICE, "")]),
        ("name;short_name\nA;A;A\nB", [(2, "2", FaultKind.CELLS, ""), (3, "2", FaultKind.CELLS, "")]),
        ("name;kurzname\nA;A", [
            (2, "short_name", FaultKind.MISSING, ""),
            (2, "kurzname", FaultKind.UNKNOWN_COLUMN, "name"),
        ]),
        ("name;short_name;webseite\nA;A;x", [(2, "webseite", FaultKind.UNKNOWN_COLUMN, "website")]),
        ("name;short_name;website\nA;A;x", [(2, "website", FaultKind.WEBSITE, "")]),
        ("name;short_name\nA;12", [(2, "short_name", FaultKind.SHORT_NAME, "")]),
        ("name;short_name\nA;A: b", [(2, "short_name", FaultKind.SHORT_NAME, "")]),
        ("name;short_name\nA;", [(2, "short_name", FaultKind.MISSING, "")]),
        ("name;short_name\nA;A\nB;A", [(3, "short_name", FaultKind.TWICE, "")]),
        ("name;short_name;lat\nA;A;north\nB;B;91", [
            (2, "lat", FaultKind.NUMBER, ""),
            (3, "lat", FaultKind.RANGE, ""),
        ]),
        ("name;short_name;lat\nA;A;nan", [(2, "lat", FaultKind.NUMBER, "")]),
        ("name;short_name;topics\nA;A;pflge", [(2, "topics", FaultKind.TOPIC, "pflege")]),
        ("name;short_name;states\nA;A;Bayren", [(2, "states", FaultKind.LAND, "Bayern")]),
        ("name;short_name;role\nA;A;patron", [(2, "role", FaultKind.ROLE, "")]),
        ("name;short_name\nA\x00;A", [(2, "name", FaultKind.CONTROL, "")]),
        (f"name;short_name\n{'x' * 201};A", [(2, "name", FaultKind.TOO_LONG, "")]),
        ('[{"name": 5, "short_name": "A"}]', [(1, "name", FaultKind.TEXT, "")]),
        ('[{"name": "A", "short_name": "\\ud800"}]', [(1, "short_name", FaultKind.CONTROL, "")]),
        ('[{"name": "A", "short_name": "A", "topics": "mint"}]', [(1, "topics", FaultKind.LIST, "")]),
        ('[{"name": "A", "short_name": "A", "lat": true}]', [(1, "lat", FaultKind.NUMBER, "")]),
        ('[{"name": "A", "short_name": "A", "lat": 1e999}]', [(1, "lat", FaultKind.NUMBER, "")]),
    ],
)  # fmt: skip
async def test_a_broken_file_is_refused_whole_with_every_fault(
    database: Database, file: Path, text: str, expected: list[Fault]
) -> None:
    put(file, text)

    assert expected == await refused(database, file)


async def test_one_faulty_row_keeps_the_good_ones_out(database: Database, file: Path) -> None:
    put(file, "name;short_name;topics\nA;A;mint\nB;B;unsinn\nC;C;mint")

    assert await refused(database, file) == [(3, "topics", FaultKind.TOPIC, "")]


async def test_a_file_in_another_encoding_is_refused(database: Database, file: Path) -> None:
    put(file, "name;short_name\nÄ;Ö", "latin-1")

    assert await refused(database, file) == [(0, "", FaultKind.ENCODING, "")]


async def test_a_missing_file_is_refused(database: Database, file: Path) -> None:
    assert await refused(database, file) == [(0, "", FaultKind.FILE_MISSING, "")]


async def test_a_fault_says_where_it_is_and_what_may_be_meant(file: Path) -> None:
    put(file, json.dumps([{"name": "A", "short_name": "A", "topics": ["pflge"]}]))

    with pytest.raises(BadImport) as caught:
        networks_in(file)

    [fault] = caught.value.faults
    assert fault.unit is Unit.ENTRY
    assert (
        WORDS.get("de").line(fault.text)
        == "Eintrag 1 (A): „topics“: Das Thema „pflge“ kenne ich nicht. Gemeint vielleicht: pflege."
    )


async def test_offers_and_needs_are_added_and_changed(database: Database, file: Path) -> None:
    await import_networks(database, SHIPPED)
    put(file, "network;topic;level;note;example\nFKB OWL;mint;3;gern;ja\nWiL;pflege;1;;\n")
    first = await import_offers(database, file, now=NOW)
    put(file, "network;topic;level\nFKB OWL;mint;2\nWiL;pflege;1\n")
    second = await import_offers(database, file, now=NOW)
    put(file, "network;topic;note;until;example\nWiL;mint;bald;31.12.2026;yes\n")
    third = await import_needs(database, file, now=NOW)

    assert [ImportReport(added=2), ImportReport(changed=1, unchanged=1)] == [first, second]
    assert ImportReport(added=1) == third
    assert (
        Offer(number=1, network=2, topic="mint", level=Level.PRACTISED, note="gern", example=True),
        Offer(number=2, network=36, topic="pflege", level=Level.FIRST),
    ) == await database.read(offers.every)
    assert (
        Need(
            number=1,
            network=36,
            topic="mint",
            note="bald",
            until=date(2026, 12, 31),
            example=True,
        ),
    ) == await database.read(needs.every)


async def test_faulty_offers_are_all_named(database: Database, file: Path) -> None:
    await import_networks(database, SHIPPED)
    put(file, "network;topic;level;example\nFKB OWL;mint;4;ja\nWiL;mint;1;vielleicht\n")
    with pytest.raises(BadImport) as caught:
        await import_offers(database, file, now=NOW)
    put(file, "network;topic;level\nFKB OWN;mint;1\nWiL;mint;1\n")
    with pytest.raises(BadImport) as unknown:
        await import_offers(database, file, now=NOW)

    assert faults(caught.value) == [
        (2, "level", FaultKind.LEVEL, ""),
        (3, "example", FaultKind.TRUTH, ""),
    ]
    assert faults(unknown.value) == [(2, "network", FaultKind.UNKNOWN_NETWORK, "FKB OWL")]
    assert await database.read(offers.every) == ()


async def test_unknown_networks_and_repetitions_are_named_beside_all_other_faults(
    database: Database, file: Path
) -> None:
    await import_networks(database, SHIPPED)
    put(
        file,
        "network;topic;level\nWiL;mint;9\nFKB OWN;pflge;1\nWil;mint;1\n"
        "WiL;MINT;1\nFKB OWL;pflege;1\n FKB OWL ;pflege;x\n;pflege;1\n",
    )

    with pytest.raises(BadImport) as caught:
        await import_offers(database, file, now=NOW)

    assert faults(caught.value) == [
        (2, "level", FaultKind.LEVEL, ""),
        (3, "topic", FaultKind.TOPIC, "pflege"),
        (3, "network", FaultKind.UNKNOWN_NETWORK, "FKB OWL"),
        (4, "network", FaultKind.UNKNOWN_NETWORK, "WiL"),
        (5, "network, topic", FaultKind.TWICE, ""),
        (7, "level", FaultKind.LEVEL, ""),
        (7, "network, topic", FaultKind.TWICE, ""),
        (8, "network", FaultKind.MISSING, ""),
    ]


async def test_a_need_until_no_day_is_refused(database: Database, file: Path) -> None:
    await import_networks(database, SHIPPED)
    put(file, "network;topic;until\nWiL;mint;31.2.2026\nWiL;pflege;bald\n")

    with pytest.raises(BadImport) as caught:
        await import_needs(database, file, now=NOW)

    assert faults(caught.value) == [
        (2, "until", FaultKind.DAY, ""),
        (3, "until", FaultKind.DAY, ""),
    ]
