from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.community.network import Level, Network, Offer
from bot.domain.search import Index, NoticeKind, ReasonKind
from tests.domain.search_data import found, index, networks, taxonomy


def number_of(short_name: str) -> int:
    return next(n.number for n in networks() if n.short_name == short_name)


def offer(short_name: str, topic: str, level: Level, *, note: str = "", number: int = 1) -> Offer:
    return Offer(number=number, network=number_of(short_name), topic=topic, level=level, note=note)


def offering(*offers: Offer) -> Index:
    return Index.build(taxonomy(), networks(), offers)


def test_an_offer_outranks_a_mere_topic_even_of_a_specialist() -> None:
    offered = offer("FI.SH", "pflege", Level.FIRST)
    hits = offering(offered).search("Pflege").hits
    assert [h.network.short_name for h in hits[:2]] == ["FI.SH", "Pflegenetz SON"]
    assert hits[0].reason.kind is ReasonKind.OFFER
    assert hits[0].reason.offer == offered
    assert hits[1].reason.kind is ReasonKind.TOPIC


def test_a_higher_level_outranks_a_lower_one() -> None:
    among = offering(
        offer("FI.SH", "pflege", Level.TEACHING),
        offer("Pflegenetz SON", "pflege", Level.PRACTISED, number=2),
        offer("FKB SON", "pflege", Level.FIRST, number=3),
    )
    assert found("Pflegekräfte", among=among)[:3] == ["FI.SH", "Pflegenetz SON", "FKB SON"]


def test_an_offer_outranks_many_mere_topics() -> None:
    among = offering(offer("Pflegenetz SON", "pflege", Level.FIRST))
    assert found("Pflege, Logistik und Tourismus")[0] != "Pflegenetz SON"
    assert found("Pflege, Logistik und Tourismus", among=among)[0] == "Pflegenetz SON"


def test_an_offer_for_another_topic_changes_nothing() -> None:
    among = offering(offer("FI.SH", "logistik", Level.TEACHING))
    assert found("Pflege", among=among) == found("Pflege")


def test_an_offer_makes_findable_what_public_sources_do_not_know() -> None:
    among = offering(offer("Perspektiva", "inklusion", Level.PRACTISED))
    assert found("Inklusion", among=among) == ["Perspektiva"]


def test_the_note_of_an_offer_is_searched() -> None:
    among = offering(offer("Perspektiva", "inklusion", Level.FIRST, note="Lesepatenmodell"))
    assert found("Lesepatenmodell", among=among) == ["Perspektiva"]


def test_a_place_is_named_as_it_is_written() -> None:
    reason = index().search("pflegekraefte niedersachsn").hits[0].reason
    assert (reason.kind, reason.topics, reason.place) == (
        ReasonKind.TOPIC,
        ("pflege",),
        "Niedersachsen",
    )


def test_a_place_alone_is_the_reason() -> None:
    reason = index().search("Pirna").hits[0].reason
    assert (reason.kind, reason.place, reason.topics) == (ReasonKind.PLACE, "Pirna", ())


def test_a_name_is_the_reason() -> None:
    assert index().search("perspektiva").hits[0].reason.kind is ReasonKind.NAME


def test_words_of_a_description_are_the_reason() -> None:
    reason = index().search("Kollektiv").hits[0].reason
    assert (reason.kind, reason.words) == (ReasonKind.TEXT, ("Kollektiv",))


def test_if_nobody_in_town_has_the_topic_the_same_land_answers_and_says_so() -> None:
    reason = index().search("Rückkehr Dortmund").hits[0].reason
    assert (reason.place, reason.instead_of) == ("Nordrhein-Westfalen", "Dortmund")


def test_a_nationwide_network_dedicated_to_the_topic_answers_for_any_place() -> None:
    hits = index().search("Flüchtlinge Bremen").hits
    assert [(h.network.short_name, h.reason.nationwide) for h in hits] == [("NUiF", True)]


@pytest.mark.parametrize("name", [n.short_name for n in networks() if not n.topics])
def test_networks_without_topics_are_found_by_name(name: str) -> None:
    assert found(name)[0] == name


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("", NoticeKind.EMPTY_QUERY),
        ("Hallo zusammen, wer kann helfen?", NoticeKind.EMPTY_QUERY),
        ("Quantencomputer", NoticeKind.NOT_UNDERSTOOD),
        ("Schwerbehinderte", NoticeKind.NO_TOPIC),
        ("Inklusion Niedersachsen", NoticeKind.NO_TOPIC),
        ("barrierefreie Ausbildung", NoticeKind.NO_TOPIC),
        ("Bremen", NoticeKind.NO_PLACE),
        ("Dortmund", NoticeKind.NO_PLACE),
        ("Pflege in NRW", NoticeKind.NO_BOTH),
        ("Pflege in Wien", NoticeKind.PLACE_UNKNOWN),
        ("Pflege in Krumsdorf", NoticeKind.PLACE_UNKNOWN),
    ],
)
def test_an_empty_answer_says_why(query: str, kind: NoticeKind) -> None:
    answer = index().search(query)
    assert answer.hits == ()
    assert answer.notice is not None
    assert answer.notice.kind is kind


def test_a_notice_names_topic_place_and_the_neighbours_that_fit() -> None:
    notice = index().search("Pflege in NRW").notice
    assert notice is not None
    assert notice.topics == ("pflege",)
    assert notice.places == ("Nordrhein-Westfalen",)
    assert notice.neighbours == ("DE-NI",)


def test_a_notice_names_the_nearest_topics_that_somebody_has() -> None:
    notice = index().search("Inklusion").notice
    assert notice is not None
    assert notice.nearest_topics == ("bgm", "arbeitslose", "migration")


def test_bremen_is_told_of_niedersachsen() -> None:
    notice = index().search("Bremen").notice
    assert notice is not None
    assert notice.neighbours == ("DE-NI",)


def test_sachsen_is_neither_niedersachsen_nor_sachsen_anhalt() -> None:
    states = {code for hit in index().search("Sachsen").hits for code in hit.network.states}
    assert states == {"DE-SN", "DE-BB"}  # WiL lies in both


@pytest.mark.parametrize("query", ["who can be there by then", "he is in", "st be he by ni"])
def test_small_words_are_no_codes_of_laender(query: str) -> None:
    assert found(query) == []


def test_codes_in_capitals_are_laender() -> None:
    assert found("Pflege BW") == ["WC Sozialwirtschaft BW"]
    assert found("pflege bw") == ["WC Sozialwirtschaft BW"]


def test_care_of_relatives_is_not_the_care_sector() -> None:
    topic = index().topic("Pflege von Angehörigen")
    assert topic is not None
    assert topic.id == "vereinbarkeit"


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Pflegekräfte", "pflege"),
        ("WB", "weiterbildung"),
        ("wb", "weiterbildung"),
        ("Verbundausbilung", "verbundausbildung"),
        ("kmu-einbindung", "kmu-einbindung"),
        ("Continuing education and upskilling", "weiterbildung"),
        ("refugees", "gefluechtete"),
    ],
)
def test_a_topic_is_known_by_what_people_call_it(text: str, topic: str) -> None:
    meant = index().topic(text)
    assert meant is not None
    assert meant.id == topic


@pytest.mark.parametrize("text", ["", "Raumfahrt", "Handwerk und Tourismus", "Berlin"])
def test_an_unclear_topic_is_none(text: str) -> None:
    assert index().topic(text) is None


def test_topics_near_an_unclear_text_are_offered() -> None:
    near = [topic.id for topic in index().topics_near("Handwerk und Tourismus")]
    assert set(near[:2]) == {"handwerk", "tourismus"}
    assert len(near) == 3


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("12", ["Pflegenetz SON"]),
        ("#12", ["Pflegenetz SON"]),
        ("4711", []),
        ("ems-achse", ["Ems-Achse"]),
        ("emsachse", ["Ems-Achse"]),
        ("Ems Axe", ["Ems-Achse"]),
        ("Heimvorteil", ["HEIMVORTEIL HSK"]),
        ("OWL", ["FKB OWL", "KFB OWL"]),
        ("Wachstumsregion Ems-Achse e. V.", ["Ems-Achse"]),
        ("Perspectiva", ["Perspektiva"]),
        ("Quantencomputer", []),
        ("", []),
    ],
)
def test_a_network_is_found_by_name_or_number(text: str, names: list[str]) -> None:
    assert [network.short_name for network in index().by_name(text)][: len(names) or 5] == names


def test_a_network_is_found_by_a_part_of_its_name() -> None:
    assert "FKA Mittelsachsen" in [n.short_name for n in index().by_name("Allianz Mittelsachsen")]


def test_a_changed_entry_is_found_by_its_new_words_only() -> None:
    among = Index.build(taxonomy(), networks())
    old = next(n for n in networks() if n.short_name == "Pflegenetz SON")
    new = replace(old, name="Bäderbund", short_name="Bäderbund", aliases=(), topics=("bgm",))
    among.put(new, ())
    assert found("Bäderbund", among=among) == ["Bäderbund"]
    assert "Bäderbund" in found("BGM", among=among)
    assert "Bäderbund" not in found("Pflege", among=among)
    assert old.number not in [n.number for n in among.by_name("Pflegenetz SON")]


def test_a_new_entry_and_its_offer_are_found_at_once() -> None:
    among = Index.build(taxonomy(), networks())
    new = Network(number=900, short_name="Bremer Bund", name="Bremer Bund", states=("DE-HB",))
    offered = Offer(number=1, network=900, topic="inklusion", level=Level.TEACHING)
    among.put(new, (offered,))
    assert found("Bremen", among=among) == ["Bremer Bund"]
    assert found("Inklusion Bremen", among=among) == ["Bremer Bund"]


def test_a_removed_entry_is_found_no_more() -> None:
    among = Index.build(taxonomy(), networks())
    among.remove(number_of("Ems-Achse"))
    among.remove(number_of("Ems-Achse"))
    assert "Ems-Achse" not in found("Ostfriesland", among=among)
    assert "Ems-Achse" not in found("Wachstumsregion", among=among)


def test_changing_an_entry_back_and_forth_leaves_the_same_answers() -> None:
    among = Index.build(taxonomy(), networks())
    for network in networks()[::3]:
        among.put(replace(network, name="Zwischenname", region="", topics=()), ())
        among.put(network, ())
    for query in ("Rückkehrer NRW", "Pflege", "Welcome Center Südbaden", "Verein oder GmbH?"):
        assert set(found(query, among=among)) == set(found(query))
        assert found(query, among=among)[0] == found(query)[0]


def test_an_empty_directory_answers_with_a_notice() -> None:
    empty = Index.build(taxonomy(), ())
    for query in ("Pflege", "Pflege in NRW", "OWL", "Ems-Achse", "x"):
        assert empty.search(query).notice is not None


def test_no_more_hits_than_wanted() -> None:
    assert len(index().search("Ausbildung", limit=3).hits) == 3
    assert len(index().search("Niedersachsen", limit=2).hits) == 2
