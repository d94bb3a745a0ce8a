"""The directory answers from memory, and every reason it gives can be worded."""

import asyncio
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from bot.domain.community.network import Level, Network, Offer
from bot.domain.search import Answer, Notice, NoticeKind, Reason, ReasonKind
from bot.domain.search.answer import Hit
from bot.services import shipped
from bot.services.directory import AmbiguousNetwork, Directory, UnknownNetwork, UnknownTopic
from bot.services.explaining import explain, explain_notice
from bot.storage import networks
from bot.storage.database import Database
from bot.storage.sqlite import Sqlite
from bot.text import Catalogues

OFFER = Offer(number=1, network=1, topic="mint", level=Level.TEACHING)
NETWORK = Network(number=1, short_name="A", name="Netz A", aliases=("Alpha",))
WORDS = Catalogues()


@cache
def empty() -> Directory:
    """A directory without networks, which needs no database."""
    return Directory(Database(Sqlite(Path("never.db"))), shipped.taxonomy())


@pytest.fixture
async def directory(database: Database) -> Directory:
    directory = Directory(database, shipped.taxonomy())
    await directory.open()
    return directory


async def test_an_empty_database_is_given_the_known_networks_in_their_order(
    database: Database, directory: Directory
) -> None:
    stored = await database.read(networks.every)

    assert stored == shipped.networks()
    assert directory.find("Ems-Achse") == stored[3]


async def test_a_database_with_networks_is_left_alone(database: Database) -> None:
    await database.write(lambda tx: networks.add(tx, NETWORK))
    directory = Directory(database, shipped.taxonomy())

    await directory.open()

    assert await database.read(networks.every) == (NETWORK,)
    assert directory.find("alpha") == NETWORK


async def test_a_changed_network_is_found_by_its_new_name_alone(
    database: Database, directory: Directory
) -> None:
    changed = replace(directory.network(4), short_name="Emsland neu", name="Neu", aliases=())
    await database.write(lambda tx: networks.change(tx, changed))

    await directory.refresh(4)

    assert directory.find("Emsland neu") == changed
    with pytest.raises(UnknownNetwork):
        directory.find("Ems-Achse")


async def test_what_is_unclear_names_what_is_near(directory: Directory) -> None:
    with pytest.raises(UnknownNetwork) as unknown:
        directory.find("Ems-Axe")
    with pytest.raises(AmbiguousNetwork) as ambiguous:
        directory.find("OWL")
    with pytest.raises(UnknownTopic) as topic:
        directory.topic("Weiterbildung im Handwerk")

    assert unknown.value.data == {"text": "Ems-Axe", "near": ("Ems-Achse",), "count": 1}
    assert ambiguous.value.data["choices"] == ("FKB OWL (#2)", "KFB OWL (#21)")
    assert str(topic.value.data["near"]).startswith(
        str(directory.quoted(("weiterbildung", "handwerk"))).removesuffix(")")
    )


async def test_every_topic_is_understood_by_its_id_and_names(directory: Directory) -> None:
    for topic in directory.taxonomy.topics:
        for name in (topic.id, topic.de, topic.en):
            assert directory.topic(name) == topic


async def test_a_large_directory_is_searched_off_the_loop(directory: Directory) -> None:
    many = [replace(NETWORK, number=n, short_name=f"N{n}", aliases=()) for n in range(100, 5_200)]
    directory.put(many)
    turns = 0

    async def turn() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    task = asyncio.create_task(turn())
    answer = await directory.search("Ems-Achse", 1)
    task.cancel()

    assert [hit.network.short_name for hit in answer.hits] == ["Ems-Achse"]
    assert turns > 0


REASONS = [
    (
        Reason(kind=ReasonKind.OFFER, offer=OFFER, topics=("mint",), place="Hessen"),
        "bietet an: MINT und Technik, Stufe 3; liegt in der Region Hessen",
    ),
    (
        Reason(kind=ReasonKind.OFFER, offer=replace(OFFER, example=True)),
        "bietet an: MINT und Technik, Stufe 3 (Beispiel)",
    ),
    (
        Reason(kind=ReasonKind.TOPIC, topics=("mint", "handwerk"), nationwide=True),
        (
            "arbeitet laut öffentlicher Quelle an „MINT und Technik“ und „Handwerk“; "
            "ein Angebot liegt nicht vor; arbeitet bundesweit"
        ),
    ),
    (
        Reason(kind=ReasonKind.PLACE, place="Hessen", instead_of="Fulda"),
        "liegt in der Region Hessen; direkt in Fulda ist kein passendes Netzwerk bekannt",
    ),
    (Reason(kind=ReasonKind.PLACE, place="Hessen"), "liegt in der Region Hessen"),
    (Reason(kind=ReasonKind.NAME), "ist unter diesem Namen bekannt"),
    (
        Reason(kind=ReasonKind.TEXT, words=("x",)),
        "passt nach seiner Beschreibung zu Ihren Worten",
    ),
]


@pytest.mark.parametrize(("reason", "said"), REASONS)
async def test_each_hit_says_why_in_one_sentence(reason: Reason, said: str) -> None:
    text = explain(Hit(NETWORK, 1.0, reason), empty())

    assert WORDS.get("de").line(text) == said
    assert WORDS.get("en").line(text)


@pytest.mark.parametrize("kind", NoticeKind)
@pytest.mark.parametrize("near", [(), ("mint",)])
@pytest.mark.parametrize("lands", [(), ("DE-HE",)])
async def test_each_empty_answer_says_why_and_what_is_nearest(
    kind: NoticeKind, near: tuple[str, ...], lands: tuple[str, ...]
) -> None:
    notice = Notice(
        kind=kind,
        topics=("pflege",),
        places=("Fulda",),
        words=("Foo",),
        nearest_topics=near,
        neighbours=lands,
    )

    text = explain_notice(notice, empty())
    said = WORDS.get("de").line(text)

    assert ("„MINT und Technik“" in said) == bool(near)
    assert ("Hessen" in said) == bool(lands)
    assert WORDS.get("en").line(text)


async def test_a_search_without_answer_has_a_notice(directory: Directory) -> None:
    answer = await directory.search("Raumfahrt", 5)

    assert answer == Answer("Raumfahrt", (), answer.notice)
    assert answer.notice is not None
