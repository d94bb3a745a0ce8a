from __future__ import annotations

import pytest

from bot.domain.community.taxonomy import parse_networks, parse_taxonomy
from bot.domain.search import Index
from tests.domain.search_data import networks, taxonomy


def test_networks_are_numbered_in_their_order_unless_they_bring_a_number() -> None:
    parsed = parse_networks([{"name": "A"}, {"name": "B", "number": 40}], first=7)
    assert [(n.number, n.name, n.short_name) for n in parsed] == [(7, "A", "A"), (40, "B", "B")]


def test_missing_facts_are_empty() -> None:
    (network,) = parse_networks([{"name": "A", "seat": None, "topics": None, "note": None}])
    assert (network.seat, network.topics, network.note) == (None, (), "")


def test_a_network_without_name_is_an_error() -> None:
    with pytest.raises(KeyError):
        parse_networks([{"short_name": "A"}])


def test_the_shipped_networks_speak_of_known_topics_and_laender() -> None:
    topics = {topic.id for topic in taxonomy().topics}
    states = {state.code for state in taxonomy().states}
    assert {t for network in networks() for t in network.topics} <= topics
    assert {code for network in networks() for code in network.states} <= states


def test_topics_near_one_another_exist() -> None:
    topics = {topic.id for topic in taxonomy().topics}
    assert {near for topic in taxonomy().topics for near in topic.near} <= topics


def test_the_search_works_without_the_additional_words() -> None:
    topic = {"id": "pflege", "de": "Pflege", "en": "Care", "synonyms": ["Klinik"], "kind": "topic"}
    state = {"code": "DE-NI", "name": "Niedersachsen", "synonyms": [], "neighbours": []}
    bare = parse_taxonomy(
        [topic], {"states": [state | {"lat": 0.0, "lon": 0.0}], "regions": []}, None
    )
    among = Index.build(bare, parse_networks([{"name": "A", "topics": ["pflege"]}]))
    assert [hit.network.name for hit in among.search("Kliniken").hits] == ["A"]
